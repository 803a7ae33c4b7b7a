"""Generation beside its peers, and import time beside the helper library's, as ratios of one run.

    python bench/bench_generate.py [--document OPENAPI.json] [--runs N]

Each figure is the median of whole processes, run in turn. The peers are bench-only packages:
``pip install openapi-python-client datamodel-code-generator twilio``; one that is missing is named
and left out. Without ``--document`` the peers' generation is left out, too.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
IMPORTS = {
    "import CreateCall and QueryMessage": "from twilio_ops.api.call import CreateCall; from twilio_ops.api.message import QueryMessage",
    "helper library: Client, .messages, .calls": (
        "from twilio.rest import Client; c = Client('AC' + '0' * 32, 'x'); c.messages; c.calls"
    ),
    "import requests": "import requests",
}


def measure(
    command: list[str], before: Callable[[], None] | None, runs: int
) -> tuple[float, float, float]:
    """Median wall seconds, CPU seconds and peak MiB of a command, after one warm-up."""
    walls, cpus, peak = [], [], 0.0
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment = {
        **os.environ,
        "PATH": path,
        "PYTHONPATH": f"{ROOT}:{ROOT / 'runtime'}:{ROOT / 'generated'}",
    }
    for number in range(runs + 1):
        if before:
            before()
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        _, status, own = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        if status:
            raise ChildProcessError(f"failed with status {os.waitstatus_to_exitcode(status)}")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if number:
            walls.append(wall)
            cpus.append(after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime)
            peak = max(peak, own.ru_maxrss / 1024)
    return statistics.median(walls), statistics.median(cpus), peak


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--document", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        catalog = Path(shutil.copytree(ROOT / "metadata", work / "metadata"))
        out = work / "out"
        call = catalog / "api" / "2010-04-01" / "Call.yaml"
        text = call.read_text()

        def fresh() -> None:
            shutil.rmtree(out, ignore_errors=True)

        def edited() -> None:
            shutil.copy(ROOT / "metadata/api/2010-04-01/Call.yaml", call)
            subprocess.run(
                [sys.executable, "-m", "codegen", "write", "--catalog", str(catalog), "--out", str(out)],
                cwd=ROOT, check=True, stdout=subprocess.DEVNULL,
            )  # fmt: skip
            call.write_text(text.replace("fields:\n", "fields:\n  bench: {type: string}\n", 1))

        write = [
            sys.executable,
            "-m",
            "codegen",
            "write",
            "--catalog",
            str(catalog),
            "--out",
            str(out),
        ]
        rows: list[tuple[str, list[str], Callable[[], None] | None]] = [
            ("generate from nothing", [*write, "--no-cache"], fresh),
            ("generate, one object changed", write, edited),
            ("check, nothing changed", [sys.executable, "-m", "codegen", "check"], None),
        ]
        if options.document and importlib.util.find_spec("openapi_python_client"):
            peer = [
                sys.executable, "-m", "openapi_python_client", "generate", "--overwrite", "--path",
                str(options.document.resolve()), "--output-path", str(work / "peer"),
            ]  # fmt: skip
            rows.append(("openapi-python-client", peer, None))
        else:
            print("left out: openapi-python-client (no --document, or not installed)")
        if options.document and importlib.util.find_spec("datamodel_code_generator"):
            peer = [
                sys.executable, "-m", "datamodel_code_generator", "--input-file-type", "openapi", "--input",
                str(options.document.resolve()), "--output", str(work / "models.py"),
            ]  # fmt: skip
            rows.append(("datamodel-code-generator", peer, None))
        else:
            print("left out: datamodel-code-generator (no --document, or not installed)")
        for name, code in IMPORTS.items():
            needed = code.split()[1].split(".")[0]
            if (
                needed.startswith("twilio")
                and needed == "twilio"
                and not importlib.util.find_spec("twilio")
            ):
                print("left out: the helper library (not installed)")
                continue
            rows.append((name, [sys.executable, "-c", code], None))
        print(f"{'':44} {'wall s':>8} {'CPU s':>8} {'peak MiB':>9}")
        for name, command, before in rows:
            if name == "generate, one object changed":
                before and before()
            try:
                wall, cpu, peak = measure(
                    command, before, options.runs if before is not edited else 3
                )
            except ChildProcessError as error:
                print(f"{name:44} {error}")
                continue
            print(f"{name:44} {wall:8.3f} {cpu:8.3f} {peak:9.1f}")


if __name__ == "__main__":
    main()
