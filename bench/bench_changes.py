"""`changes` on two whole documents and on two whole catalogs, as whole processes.

    python bench/bench_changes.py [--documents OLD.json NEW.json] [--runs N]

Each figure is the median of processes run in turn, after one warm-up. Without ``--documents`` only
catalogs are compared: the project's own, and a copy of it in which every object has another field.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIMITS = {"two documents": 1.5, "two catalogs": 0.8}
"""What each may take, in seconds of wall time."""


def measure(arguments: list[str], runs: int) -> tuple[float, float]:
    """Median wall seconds and CPU seconds of the command."""
    command = [
        sys.executable,
        "-m",
        "twilio_ops_codegen",
        "changes",
        *arguments,
        "--format",
        "json",
    ]
    walls: list[float] = []
    cpus: list[float] = []
    for number in range(runs + 1):
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        subprocess.run(
            command,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            check=True,
        )
        wall = time.perf_counter() - start
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if number:
            walls.append(wall)
            cpus.append(after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime)
    return statistics.median(walls), statistics.median(cpus)


def main() -> int:
    """Prints the table.

    Returns:
        The exit code: 1 if something took longer than it may.
    """
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--documents", nargs=2, metavar=("OLD", "NEW"))
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    late = False
    with tempfile.TemporaryDirectory() as folder:
        other = Path(shutil.copytree(ROOT / "metadata", Path(folder) / "metadata"))
        for path in other.glob("api/*/*.yaml"):
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("\nfields:\n", "\nfields:\n  bench: {type: string}\n", 1))
        rows = {"two catalogs": ["metadata", str(other)]}
        if options.documents:
            rows["two documents"] = [str(Path(path).resolve()) for path in options.documents]
        print(f"{'':16}{'wall':>8}{'cpu':>8}{'limit':>8}")
        for name, arguments in rows.items():
            wall, cpu = measure(arguments, options.runs)
            late = late or wall > LIMITS[name]
            print(f"{name:16}{wall:7.3f}s{cpu:7.3f}s{LIMITS[name]:7.1f}s")
    return int(late)


if __name__ == "__main__":
    sys.exit(main())
