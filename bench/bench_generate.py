"""Generation beside its peers, and import time beside the helper library's, as ratios of one run.

    python bench/bench_generate.py [--document OPENAPI.json] [--runs N]

Whole processes, run in turn: each round runs every row once, a ratio is the median of the rounds'
own ratios. The exit code is 1 when a figure is not within its limit. Without ``--document``
(Twilio's ``twilio_api_v2010.json``) the peers' generation is left out, and the bench says so.
"""

from __future__ import annotations

import argparse
import itertools
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from attrs import Factory, define

ROOT = Path(__file__).resolve().parent.parent
OURS = "from twilio_ops.api.call import CreateCall; from twilio_ops.api.message import QueryMessage"
HELPER = "from twilio.rest import Client; c = Client('AC' + '0' * 32, 'x'); c.messages; c.calls"
PEER = "openapi-python-client"
FROM_NOTHING = "generate from nothing"
PEERS_MAY_FAIL = {PEER, "datamodel-code-generator"}
"""What a peer cannot do with the document is its own row; it is no failure of this project's."""


@define
class Row:
    """A command, what is done before each run of it, and what was measured."""

    name: str
    command: list[str]
    before: Callable[[], None] = lambda: None
    walls: list[float] = Factory(list[float])
    peak: float = 0.0  # MiB, the largest process
    failed: str | None = None

    def run(self, *, count: bool) -> None:
        """Run it once; a failure ends the row."""
        if self.failed:
            return
        self.before()
        start = time.perf_counter()
        process = subprocess.Popen(
            self.command, cwd=ROOT, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )  # fmt: skip
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            self.failed = f"ended with status {process.returncode}"
        elif count:
            self.walls.append(wall)
            self.peak = max(self.peak, used.ru_maxrss / 1024)

    @property
    def wall(self) -> float:
        """Median seconds."""
        return statistics.median(self.walls)


def environment() -> dict[str, str]:
    """The caller's, with this project to import and compiled modules kept, as an installed package has them."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    places = (ROOT, ROOT / "runtime", ROOT / "generated")
    return {
        **kept,
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",  # where the peer finds ruff
        "PYTHONPATH": os.pathsep.join(map(str, places)),
    }


def rows(work: Path, document: Path | None) -> list[Row]:
    """Everything that is run, in order."""
    catalog = Path(shutil.copytree(ROOT / "metadata", work / "metadata"))
    out = work / "out"
    call = catalog / "api" / "2010-04-01" / "Call.yaml"
    text = call.read_text(encoding="utf-8")
    write = [
        sys.executable,
        "-m",
        "twilio_ops_codegen",
        "write",
        "--catalog",
        str(catalog),
        "--out",
        str(out),
    ]

    def aside(folder: Path) -> Callable[[], None]:
        # Moved, not removed: where many files have just been deleted, ext4 is slow to make new ones.
        kept = itertools.count()

        def move() -> None:
            if folder.exists():
                folder.rename(work / f"{folder.name}.{next(kept)}")

        return move

    def edited() -> None:
        call.write_text(text, encoding="utf-8")
        subprocess.run(write, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        call.write_text(
            text.replace("fields:\n", "fields:\n  bench: {type: string}\n", 1), encoding="utf-8"
        )

    check = [sys.executable, "-m", "twilio_ops_codegen", "check"]

    def checked() -> None:
        subprocess.run(check, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)

    found = [
        Row(FROM_NOTHING, [*write, "--no-cache"], aside(out)),
        Row("generate, one object changed", write, edited),
        Row("check, nothing changed", check, checked),
        Row("import CreateCall and QueryMessage", [sys.executable, "-c", OURS]),
        Row("helper library: Client, .messages, .calls", [sys.executable, "-c", HELPER]),
        Row("the interpreter alone", [sys.executable, "-c", "pass"]),
    ]
    if document is None:
        print("left out without --document: openapi-python-client, datamodel-code-generator")
        return found
    spec = str(document.resolve())
    peer = [
        sys.executable,
        "-m",
        "openapi_python_client",
        "generate",
        "--overwrite",
        "--path",
        spec,
    ]
    models = [sys.executable, "-m", "datamodel_code_generator", "--input-file-type", "openapi"]
    return [
        *found,
        Row(PEER, [*peer, "--output-path", str(work / "peer")], aside(work / "peer")),
        Row("datamodel-code-generator", [*models, "--input", spec, "--output", str(work / "models")]),
    ]  # fmt: skip


def main() -> int:
    """Prints the tables; the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--document", type=Path)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        every = rows(Path(folder), options.document)
        for number in range(options.runs + 1):
            for row in every:
                row.run(count=number > 0)
    print(f"{'':44} {'wall s':>8} {'least s':>8} {'peak MiB':>9}")
    for row in every:
        if row.failed:
            print(f"{row.name:44} {row.failed}")
        else:
            print(f"{row.name:44} {row.wall:8.3f} {min(row.walls):8.3f} {row.peak:9.1f}")
    named = {row.name: row for row in every}

    def ratio(name: str, to: str) -> float:
        pairs = zip(named[name].walls, named[to].walls, strict=True)
        return statistics.median(one / other for one, other in pairs)

    ours = named["import CreateCall and QueryMessage"]
    limits = [
        ("generate from nothing: peak MiB", named[FROM_NOTHING].peak, 150),
        ("import, of the helper library's", ratio(ours.name, "helper library: Client, .messages, .calls"), 0.4),
    ]  # fmt: skip
    if PEER in named and not named[PEER].failed:
        limits += [
            (f"generate from nothing, of {PEER}'s", ratio(FROM_NOTHING, PEER), 0.75),
            ("one object changed, of the same", ratio("generate, one object changed", PEER), 0.4),
            ("check, nothing changed, of the same", ratio("check, nothing changed", PEER), 0.3),
        ]
    print()
    for name, value, limit in limits:
        print(f"{name:44} {value:8.3f} (limit {limit:g}){'' if value <= limit else '  NOT MET'}")
    failed = [row.name for row in every if row.failed and row.name not in PEERS_MAY_FAIL]
    return int(bool(failed) or any(value > limit for _, value, limit in limits))


if __name__ == "__main__":
    sys.exit(main())
