"""`import` and `changes` beside what no such command can do without, in CPU time of whole processes.

    python bench/bench_changes.py [--documents OLD.json NEW.json] [--runs N]

Each round runs every command once; a ratio is the median of the rounds' own ratios. The lower bounds
are processes that load the same libraries and read the same files, and do no more. Without
``--documents`` only catalogs are compared: the project's own, and a copy of it in which every object
has another field.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from measuring import Row, interleaved, ratio_of, report

ROOT = Path(__file__).resolve().parent.parent
LIBRARIES = "import attrs, cattrs, click, hashlib, json, pathlib, sys, tomllib, yaml\n"
PARSE = LIBRARIES + "for name in sys.argv[1:]: json.loads(pathlib.Path(name).read_text())"
READ = LIBRARIES + (
    "for name in sys.argv[1:]:\n"
    "    for path in sorted(pathlib.Path(name).glob('**/*.yaml')):\n"
    "        for event in yaml.parse(path.read_text(), Loader=yaml.CSafeLoader): pass"
)


def children() -> float:
    """CPU seconds of the processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def process(*arguments: str) -> Callable[[], object]:
    """Give what runs Python with arguments once."""
    # Compiled modules are kept, as an installed package has them.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

    def work() -> None:
        subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env={**kept, "PYTHONPATH": str(ROOT / "codegen")},
            stdout=subprocess.DEVNULL,
            check=True,
        )

    return work


def main() -> int:
    """Print the table.

    Returns:
        The exit code: 1 if something took longer than it may.
    """
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--documents", nargs=2, metavar=("OLD", "NEW"))
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    command = ("-m", "twilio_ops_codegen")
    with tempfile.TemporaryDirectory() as folder:
        other = Path(shutil.copytree(ROOT / "metadata", Path(folder) / "metadata"))
        for path in other.glob("api/*/*.yaml"):
            text = path.read_text(encoding="utf-8")
            path.write_text(
                text.replace("\nfields:\n", "\nfields:\n  bench: {type: string}\n", 1),
                encoding="utf-8",
            )
        works = {
            "catalogs": process(*command, "changes", "metadata", str(other), "--format", "json"),
            "reading": process("-c", READ, "metadata/api", str(other / "api")),
        }
        if options.documents:
            old, new = (str(Path(path).resolve()) for path in options.documents)
            imported = Path(folder) / "imported"
            write = process(*command, "import", new, "--into", str(imported))

            def importing() -> None:
                shutil.rmtree(imported, ignore_errors=True)
                write()

            works |= {
                "documents": process(*command, "changes", old, new, "--format", "json"),
                "parsing": process("-c", PARSE, old, new),
                "import": importing,
                "parsing one": process("-c", PARSE, new),
            }
        found = interleaved(works, options.runs, clock=children)
    rows: list[Row] = [
        ratio_of("changes of two catalogs, of reading them", found["catalogs"], found["reading"], most=6.2)
    ]  # fmt: skip
    if options.documents:
        rows += [
            ratio_of("changes of two documents, of parsing them", found["documents"], found["parsing"], most=6.5),
            ratio_of("import of one, of parsing it", found["import"], found["parsing one"], most=4.6),
        ]  # fmt: skip
    return report(rows)


if __name__ == "__main__":
    sys.exit(main())
