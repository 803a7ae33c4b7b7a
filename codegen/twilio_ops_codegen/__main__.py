"""The generator's command line: ``python -m twilio_ops_codegen``."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from typing import Any

if __name__ == "__main__":
    # A run makes much that it keeps to its end, modules first: looking for cycles less often pays.
    gc.set_threshold(100_000, 20, 100)

from twilio_ops_codegen.commands.base import run
from twilio_ops_codegen.commands.group import codegen


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: The command line; None = the process's.

    Returns:
        The exit code, as ``twilio_ops_codegen.commands.base.EXIT_CODES`` says.
    """
    return run(codegen, arguments, "python -m twilio_ops_codegen")


if __name__ == "__main__":
    stdout: Any = sys.stdout
    stdout.reconfigure(errors="backslashreplace")  # whatever a catalog says can be printed
    sys.exit(main())
