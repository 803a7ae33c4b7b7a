"""How much memory ``query`` takes does not hang on how many records there are."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from twilio_ops_cli.output import FORMATS

ROOT = Path(__file__).resolve().parents[2]
RECORDS = 50_000
FEW = 5_000
GROWTH = 15_000
"""In kB; what 50,000 records hold is more than 60 MB."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not Path("/proc/self/status").exists(), reason="no such account of memory here"
    ),
]
PROGRAM = """
import re, sys
from pathlib import Path
from twilio_ops import Connection
from twilio_ops_cli import connections
from twilio_ops_cli.__main__ import main
Connection.from_env = lambda: Connection("AC" + "0123456789abcdef" * 2, "t" * 32, base_url=sys.argv[1])
code = main(sys.argv[2:])
print(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1], file=sys.stderr)
sys.exit(code)
"""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server, in a process of its own, that has so many calls."""
    command = [sys.executable, str(ROOT / "bench" / "runtime_pages.py"), str(RECORDS), "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.terminate()


@pytest.mark.parametrize("output", FORMATS)
def test_memory_is_flat(output: str, server: str, tmp_path: Path) -> None:
    """Ten times as many records take no more memory, whatever they are written as."""
    if output == "parquet" and find_spec("pyarrow") is None:
        pytest.skip("pyarrow is not installed")

    def read(count: int) -> tuple[int, int]:
        """The memory at its peak, and the size of what was written."""
        target = tmp_path / f"{count}.{output}"
        words = ["query", "Call", "--fields", "Sid,To,StartTime,Price", "-o", output]
        words += ["--file", str(target), "--limit", str(count)]
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, server, *words],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert f"{count} records." in done.stderr
        match = re.search(r"(\d+)\n$", done.stderr)
        assert match
        return int(match[1]), target.stat().st_size

    few, little = read(FEW)
    many, much = read(RECORDS)
    assert much > 9 * little
    assert many - few < GROWTH
