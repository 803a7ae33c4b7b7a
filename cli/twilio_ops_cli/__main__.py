"""Where the command begins, also where the packages it needs are missing."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

PROG = "twilio-ops"
_EXTRAS = {"codegen": "codegen", "emulator": "emulator"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: The command line; None = the process's.

    Returns:
        The exit code: 0 fine, 1 a finding, 2 it could not run.
    """
    given = sys.argv[1:] if arguments is None else arguments
    if find_spec("click") is None:
        word = next((one for one in given if not one.startswith("-")), "")
        extras = ",".join(dict.fromkeys(("cli", _EXTRAS.get(word, "cli"))))
        print(
            f"{PROG} needs packages that the base install leaves out:"
            f" pip install 'twilio-ops[{extras}]'",
            file=sys.stderr,
        )
        return 2
    from twilio_ops_cli.group import twilio_ops
    from twilio_ops_codegen.commands.base import run

    stdout: Any = sys.stdout
    if hasattr(stdout, "reconfigure"):
        stdout.reconfigure(errors="backslashreplace")  # whatever Twilio says can be printed
    return run(twilio_ops, arguments, PROG)


if __name__ == "__main__":
    sys.exit(main())
