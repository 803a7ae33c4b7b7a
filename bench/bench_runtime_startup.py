"""What importing and first using the runtime costs, in fresh processes, and checking one document.

    python bench/bench_runtime_startup.py [--rounds N]

Process CPU from the interpreter's own start on, the programs run in turn; ``import requests`` is
there to compare with.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time

from measuring import Figure, Row, interleaved, report
from runtime_pages import ACCOUNT, PAGE, one_path, served

from twilio_ops.api.message import CreateMessage

TYPED = f"""
from twilio_ops import Connection
from twilio_ops.api.call import CreateCall, QueryCall
from twilio_ops.api.message import CreateMessage, QueryMessage
connection = Connection({ACCOUNT!r}, "secret"{{}})
operations = [kind(connection) for kind in (CreateCall, QueryCall, CreateMessage, QueryMessage)]
"""
DOCUMENT = b"<Message><To>+13115556789</To><From>+13115550000</From><Body>Hi</Body></Message>"
CHECKS = 2000


def starting(rounds: int) -> list[Row]:
    """Milliseconds of process CPU of programs that begin to use the runtime."""
    sid, _ = one_path()
    with served(PAGE) as address, tempfile.TemporaryDirectory() as compiled:
        # An installed package is compiled once, whatever this process was told of it.
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        programs = {
            "python alone": "",
            "import requests": "import requests",
            "one object": "from twilio_ops.api.call import QueryCall",
            "typed operations": TYPED.format(""),
            "first send": TYPED.format(f", base_url={address!r}")
            + f"from twilio_ops.api.call import GetCall\nGetCall(connection)({sid!r})",
        }
        found: dict[str, list[float]] = {name: [] for name in programs}
        for number in range(rounds + 1):
            for name, program in programs.items():
                seconds = _cpu_of(program, environment)
                if number:
                    found[name].append(seconds * 1e3)
    figures = {name: Figure(tuple(times)) for name, times in found.items()}
    pairs = zip(found["first send"], found["import requests"], strict=True)
    beyond = Figure(tuple(ours - theirs for ours, theirs in pairs))

    def row(what: str, name: str, most: float | None = None) -> Row:
        return Row(what, figures[name].median, "ms", most, best=figures[name].best)

    return [
        row("python alone", "python alone"),
        row("import requests", "import requests"),
        row("importing the runtime and one object", "one object", 100),
        row("operations of Call and Message, nothing sent", "typed operations", 100),
        row("the same and one Get", "first send"),
        Row(
            "the same and one Get, beyond import requests",
            beyond.median,
            "ms",
            60,
        ),
    ]


def _cpu_of(program: str, environment: dict[str, str]) -> float:
    tail = "\nimport time; print(time.process_time())"
    command = [sys.executable, "-c", program + tail]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return float(done.stdout)


def checking(rounds: int) -> list[Row]:
    """Milliseconds of checking a request document, from its bytes, against its profile."""
    profile = CreateMessage.request_profile
    assert profile is not None

    def check() -> None:
        for _ in range(CHECKS):
            profile.check(DOCUMENT)

    figure = interleaved({"check": check}, rounds, per=CHECKS / 1e3, clock=time.process_time)
    found = figure["check"]
    return [Row("checking a request document", found.median, "ms", 0.2, best=found.best)]


def measure(rounds: int = 15) -> list[Row]:
    """All of it."""
    return [*starting(rounds), *checking(rounds)]


def main() -> int:
    """Prints the table.

    Returns:
        The exit code: 1 if a figure is not what it may be.
    """
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    return report(measure(options.rounds))


if __name__ == "__main__":
    sys.exit(main())
