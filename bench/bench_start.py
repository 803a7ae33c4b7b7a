"""What it costs to start the command, beside Python with click alone.

    python bench/bench_start.py [--rounds N]

Process CPU from the interpreter's own start on, the programs run in turn. The exit code is 1 if a
ratio is not what it may be.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile

from measuring import Figure, Row, ratio_of, report

PROGRAMS = {
    "python and click": "import click",
    "twilio-ops --help": "from twilio_ops_cli.__main__ import main; main(['--help'])",
    "twilio-ops objects Message": "from twilio_ops_cli.__main__ import main; main(['objects', 'Message'])",
    "twilio-ops codegen --help": "from twilio_ops_cli.__main__ import main; main(['codegen', '--help'])",
}


def _cpu_of(program: str, environment: dict[str, str]) -> float:
    before = os.times()
    subprocess.run(
        [sys.executable, "-c", program], env=environment, check=True, stdout=subprocess.DEVNULL
    )
    after = os.times()
    return sum(after[2:4]) - sum(before[2:4])


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)  # fmt: skip
    parser.add_argument("--rounds", type=int, default=15)
    rounds: int = parser.parse_args().rounds
    found: dict[str, list[float]] = {name: [] for name in PROGRAMS}
    with tempfile.TemporaryDirectory() as compiled:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for number in range(rounds + 1):
            for name, program in PROGRAMS.items():
                seconds = _cpu_of(program, environment)
                if number:
                    found[name].append(seconds * 1e3)
    base = found.pop("python and click")
    rows = [Row("python and click", Figure(tuple(base)).median, "ms")]
    beside = Figure(tuple(base))
    rows += [
        ratio_of(name, Figure(tuple(times)), beside, most=2.5) for name, times in found.items()
    ]
    return report(rows)


if __name__ == "__main__":
    sys.exit(main())
