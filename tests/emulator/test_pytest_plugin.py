"""The plugin gives other people's tests an emulator, however the package came to them."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

TESTS = """
import json, urllib.request
import pytest
from twilio_ops.api.message import CreateMessage, GetMessage

@pytest.fixture
def twilio_settings():
    return {"seed": 3}

def test_in_process(twilio, twilio_connection):
    assert twilio_connection.test()
    assert twilio.clock.frozen
    sent = CreateMessage(twilio_connection)(to="+13115556789", from_="+13115550000", body="Hello")
    twilio.advance(60)
    assert "delivered" == str(GetMessage(twilio_connection)(sent.sid).status)

def test_over_http(twilio, twilio_url):
    with urllib.request.urlopen(f"{twilio_url}/_emulator/state") as answer:
        assert twilio.account_sid == json.loads(answer.read())["account_sid"]

def test_fresh_each_time(twilio):
    assert 0 == twilio.request_log.count
"""
BLOCKED = """
import sys
sys.modules["aiohttp"] = None  # as if it were not installed
"""


def test_the_fixtures(pytester: pytest.Pytester) -> None:
    """All of them, and settings of one's own, found by the entry point."""
    pytester.makepyfile(TESTS)
    result = pytester.runpytest_inprocess("-W", "error")
    result.assert_outcomes(passed=3)


@pytest.mark.slow
def test_without_the_server_the_others_work(pytester: pytest.Pytester) -> None:
    """The one that needs it says what to install."""
    pytester.makeconftest(BLOCKED)
    pytester.makepyfile(TESTS)
    result = pytester.runpytest_subprocess("-W", "error")
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines(["*twilio_url needs aiohttp: pip install 'twilio-ops?emulator?'*"])


def test_pytest_starts_without_the_emulator(pytester: pytest.Pytester) -> None:
    """Whoever installed the package and uses no fixture of it does not wait for it."""
    pytester.makepyfile(
        "import sys\ndef test_it(): assert 'twilio_ops_emulator.emulator' not in sys.modules"
    )
    pytester.runpytest_subprocess("-W", "error").assert_outcomes(passed=1)


@pytest.mark.slow
def test_a_foreign_project_with_the_wheel(tmp_path: Path, root: Path) -> None:
    """An environment that has the wheel and no other trace of this project; nothing is set up."""
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=root, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    place = tmp_path / "venv"
    venv.create(place, with_pip=False)
    python = place / "bin" / "python"
    script = "import sysconfig; print(sysconfig.get_path('purelib'))"
    asked = subprocess.run([python, "-c", script], check=True, capture_output=True, text=True)
    site = Path(asked.stdout.strip())
    with zipfile.ZipFile(wheel) as content:
        content.extractall(site)
    # what the package needs, but no .pth file of the environment that this test runs in
    (site / "others.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    project = tmp_path / "project"
    project.mkdir()
    own = "\ndef test_where():\n    import twilio_ops_emulator as package\n"
    own += f"    assert package.__file__.startswith({str(site)!r})\n"
    (project / "test_mine.py").write_text(TESTS + own, encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    run = subprocess.run(
        [python, "-m", "pytest", "-q", "-W", "error", "-p", "no:cacheprovider"],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert "4 passed" in run.stdout, run.stdout + run.stderr
