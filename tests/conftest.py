"""What all tests share."""

from __future__ import annotations

import gc
import os
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# jsonschema would load it, where it is installed, for a format that no test has checked: it makes
# forty grammars, which takes longer than all else that is loaded.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

# How long an example takes says how busy a machine is, and nothing about the code.
settings.register_profile(
    "any-machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any-machine")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
ROOM = 2 << 30


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with published documents and samples; tests that need it skip without it."""
    if not SHARED.is_dir():
        pytest.skip("the folder of published documents is not beside the project")
    return SHARED


@pytest.fixture(scope="session")
def examples(root: Path) -> list[str]:
    """The README's blocks of Python."""
    text = (root / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    assert len(blocks) >= 3
    return blocks


def pytest_configure(config: pytest.Config) -> None:
    """Let folders of tests lie in memory where there is room for them: they are made and removed by
    the thousand, and many wait for the disk. Those that are slow fill it with whole installations.
    """
    memory = Path("/dev/shm")
    if config.option.markexpr == "not slow" and memory.is_dir() and "TMPDIR" not in os.environ:
        found = os.statvfs(memory)
        if found.f_bavail * found.f_frsize > ROOM and not found.f_flag & os.ST_NOEXEC:
            os.environ["TMPDIR"] = str(memory)
            tempfile.tempdir = None


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Let no garbage be looked for among what stays until the end: twelve thousand tests, and modules."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests were skipped, and why: a line a reason."""
    reports = terminalreporter.stats.get("skipped", [])
    reasons = Counter(report.longrepr[2].removeprefix("Skipped: ") for report in reports)
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"{count} skipped: {reason}")
