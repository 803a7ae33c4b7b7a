"""The plugin gives other people's tests an emulator."""

from __future__ import annotations

import pytest

pytest_plugins = ["pytester"]

TESTS = """
import json, urllib.request
import pytest

@pytest.fixture
def twilio_settings():
    return {"seed": 3}

def test_in_process(twilio, twilio_connection):
    assert twilio_connection.test()
    assert twilio.clock.frozen

def test_over_http(twilio, twilio_url):
    with urllib.request.urlopen(f"{twilio_url}/_emulator/state") as answer:
        assert twilio.account_sid == json.loads(answer.read())["account_sid"]

def test_fresh_each_time(twilio):
    assert 0 == twilio.journal.count
"""


def test_the_fixtures(pytester: pytest.Pytester) -> None:
    """All of them, and settings of one's own."""
    pytester.makepyfile(TESTS)
    result = pytester.runpytest_inprocess("-p", "twilio_ops_emulator.pytest_plugin", "-W", "error")
    result.assert_outcomes(passed=3)
