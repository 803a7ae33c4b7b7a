"""The plugin gives other people's tests an emulator, however the package came to them."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path
from typing import Any

import pytest

from twilio_ops import Connection
from twilio_ops_emulator import Emulator

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


SCOPED = """
import pytest
seen = []

@pytest.fixture(scope="module")
def number(twilio_client):
    return twilio_client.incoming_phone_numbers.create(phone_number="+15005550006").sid

@pytest.mark.parametrize("turn", range(3))
def test_it(twilio, twilio_client, number, turn):
    assert number in [one.sid for one in twilio_client.incoming_phone_numbers.list()]
    assert [] == twilio_client.messages.list() and 0 == len(twilio.faults)
    seen.append((id(twilio), twilio.clock.now()))
    twilio_client.messages.create(to="+13115556789", from_="+15005550006", body="x")
    twilio.advance(60)
    twilio.fault("status", object="Call")
    assert 1 == len(set(seen))
"""


@pytest.mark.parametrize("scope", ["module", "session"])
def test_an_emulator_that_outlasts_a_test(pytester: pytest.Pytester, scope: str) -> None:
    """Is one, and each test leaves it as it found it: records, time and faults."""
    pytester.makeini(f"[pytest]\ntwilio_scope = {scope}")
    pytester.makepyfile(SCOPED)
    pytester.runpytest_inprocess("-W", "error").assert_outcomes(passed=3)


def test_a_scope_that_there_is_not(pytester: pytest.Pytester) -> None:
    """Is named, with those that there are."""
    pytester.makeini("[pytest]\ntwilio_scope = week")
    pytester.makepyfile("def test_it(twilio): pass")
    result: Any = pytester.runpytest_inprocess()
    result.stdout.fnmatch_lines(["*twilio_scope: 'week' is none of function, class*"])


class TestSettings:
    """In this project's own tests they are there as in others'."""

    @pytest.fixture
    def twilio_settings(self) -> dict[str, Any]:
        """Arguments of one's own."""
        return {"seed": 3, "account_sid": f"AC{3:032x}"}

    def test_fixtures_are_of_one_emulator(
        self, twilio: Emulator, twilio_connection: Connection, twilio_client: Any, twilio_url: str
    ) -> None:
        """With those arguments; its clock stands still, and nothing was asked yet."""
        assert (twilio.account_sid, twilio.clock.frozen) == (f"AC{3:032x}", True)
        assert twilio_connection.account_sid == twilio_client.username == twilio.account_sid
        assert twilio.addresses == {"url": twilio_url}
        assert twilio.request_log.count == 0

    @pytest.mark.parametrize(
        ("missing", "fixture", "said"),
        [
            (
                "aiohttp",
                "twilio_url",
                "twilio_url needs aiohttp: pip install 'twilio-ops[emulator]'",
            ),
            (
                "twilio.http",
                "twilio_client",
                "Twilio's library is not installed: pip install twilio",
            ),
        ],
    )
    def test_what_is_not_installed_is_said(
        self,
        request: pytest.FixtureRequest,
        monkeypatch: pytest.MonkeyPatch,
        missing: str,
        fixture: str,
        said: str,
    ) -> None:
        """By the fixture that needs it, as a failure without a trace."""
        monkeypatch.delitem(sys.modules, "twilio_ops_emulator.api.server", raising=False)
        monkeypatch.setitem(sys.modules, missing, None)
        with pytest.raises(pytest.fail.Exception) as failed:
            request.getfixturevalue(fixture)
        assert (failed.value.msg, failed.value.pytrace) == (said, False)

    def test_another_mistake_is_seen_as_it_is(
        self, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A part of the emulator that is missing is not the server's library."""
        monkeypatch.delitem(sys.modules, "twilio_ops_emulator.api.server", raising=False)
        monkeypatch.setitem(sys.modules, "twilio_ops_emulator.api.proxy", None)
        with pytest.raises(ImportError, match="proxy"):
            request.getfixturevalue("twilio_url")


SCOPES = """
import pytest
seen = {}

@pytest.fixture(scope="session")
def long(twilio, twilio_settings, twilio_connection, twilio_client, twilio_url):
    assert twilio_connection.test() and twilio_client.messages.list() == []
    return twilio

@pytest.mark.parametrize("turn", range(2))
def test_it(long, twilio, turn):
    assert twilio is long and twilio.request_log.count == (0 if turn else 2)
    assert twilio.clock.frozen and twilio.clock.now() == 100
    twilio.advance(1)
    twilio.fault("latency")

def test_without():
    pass
"""


def test_all_fixtures_last_as_long(pytester: pytest.Pytester) -> None:
    """As the configuration says; arguments of one's own go before the frozen clock."""
    pytester.makeini("[pytest]\ntwilio_scope = session")
    pytester.makepyfile(SCOPES)
    pytester.makeconftest(
        "import pytest\nfrom twilio_ops_emulator import Clock\n"
        "@pytest.fixture(scope='session')\n"
        "def twilio_settings(): return {'clock': Clock(100, frozen=True)}"
    )
    pytester.runpytest_inprocess("-W", "error").assert_outcomes(passed=3)


def test_an_emulator_ends_with_its_test(pytester: pytest.Pytester) -> None:
    """Unless it is said, each has its own, and its server no longer listens."""
    pytester.makepyfile(
        "import socket, urllib.parse, pytest\nkept = []\n"
        "def test_one(twilio, twilio_url):\n    kept.append((twilio, twilio_url))\n"
        "    assert twilio.addresses == {'url': twilio_url}\n"
        "def test_two(twilio):\n    (other, url), = kept\n"
        "    assert other is not twilio and other.addresses == {}\n"
        "    with pytest.raises(ConnectionRefusedError):\n"
        "        socket.create_connection(('127.0.0.1', urllib.parse.urlsplit(url).port))\n"
    )
    pytester.runpytest_inprocess("-W", "error").assert_outcomes(passed=2)


def test_the_setting_is_described(pytester: pytest.Pytester) -> None:
    """In pytest's help, with what it may be."""
    found = pytester.runpytest_inprocess("--help").stdout.str().split()
    text = " ".join(found)
    said = "how long the emulator of the fixtures lasts: function, class, module, package, session"
    assert f"twilio_scope (string): {said}" in text


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
