"""Time: what is due happens, whatever goes wrong beside it, and whoever moves the clock."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from emulator_client import Client

from twilio_ops_emulator import Clock, Emulator, EmulatorError
from twilio_ops_emulator.scripts import KINDS
from twilio_ops_runtime.transport import Reply, Request

ENDS = {"To": "+15005550009", "From": "+15005550006"}
MESSAGE = {**ENDS, "Body": "Hello", "StatusCallback": "http://localhost/"}


class Listener:
    """What callbacks are sent to; tells when one says something."""

    def __init__(self, word: bytes) -> None:
        self.said = threading.Event()
        self._word = word

    def __call__(self, request: Request, /) -> Reply:
        if self._word in (request.body or b""):
            self.said.set()
        return Reply(204)


def fail_at(emulator: Emulator, seconds: float) -> None:
    """Put something down that cannot happen."""
    emulator.world.later(seconds, "Queue", "explode", key="QU1")


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (-5, "seconds: expected a number >= 0"),
        (float("nan"), "seconds: expected a number >= 0"),
        (float("inf"), "seconds: expected a number <= 3200000000"),
        ("60", "seconds: expected a number, got a text"),
    ],
)
def test_time_moves_forward_by_a_number_of_seconds(
    emulator: Emulator, seconds: Any, said: str
) -> None:
    """Anything else is refused, and the clock shows what it showed."""
    before = emulator.clock.now()
    with pytest.raises(EmulatorError, match=said):
        emulator.advance(seconds)
    assert before == emulator.clock.now()


@pytest.mark.parametrize("time", ["soon", "", 1e300, float("nan"), "99999-01-01", "Mon, 99"])
def test_a_time_is_one(time: Any) -> None:
    """Or what was expected is said."""
    with pytest.raises(ValueError, match="is not a time in ISO 8601 or RFC 2822"):
        Clock(time)


def test_a_closed_emulator_sends_nothing_until_it_is_started_again() -> None:
    """It says so of what was to go out."""
    listener = Listener(b"MessageStatus=delivered")
    emulator = Emulator(clock=Clock(0, frozen=True), send=listener)
    with emulator:
        pass
    client = Client(emulator)
    client.made("Messages.json", MESSAGE)
    emulator.advance(60)
    assert {"the emulator is closed"} == {sent.error for sent in emulator.callbacks}
    with emulator:
        client.made("Messages.json", MESSAGE)
        emulator.advance(60)
    assert listener.said.is_set()


# -- scripts --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ({"object": "Nope"}, "script.object: the catalog has no object Nope"),
        ({"outcome": "eaten"}, "script.outcome: Call has no outcome eaten; there are: answered"),
        ({"object": "Queue"}, "script.outcome: Queue has no outcome answered; there are: none"),
        ({"tlak": 1}, "script.tlak: Call has no such setting; there are: talk, ring, answered_by"),
        ({"talk": "abc"}, "script.talk: expected a number, got a text"),
        ({"talk": -1}, "script.talk: expected a number >= 0"),
        ({"ring": True}, "script.ring: expected a number, got true or false"),
        ({"answered_by": 5}, "script.answered_by: expected a text, got a whole number"),
        ({"error_code": 30006}, "script.error_code: Call has no such setting"),
        ({"times": 0}, "script.times: expected a whole number >= 1"),
        ({"match": [1]}, "script.match: expected a mapping or nothing, got a list"),
        ({"match": {"too": "x"}}, "script.match.too: there is no such field; there are: "),
        ({"match": {"to": 13115550001}}, "script.match.to: expected a text, got a whole number"),
        ({"match": {"status": "x"}}, "script.match.status: 'x' is none of queued, ringing"),
        (
            {"object": "Message", "outcome": "failed", "error_code": "x"},
            "script.error_code: expected a whole number, got a text",
        ),
    ],
)
def test_scripts_that_are_none(emulator: Emulator, script: dict[str, Any], said: str) -> None:
    """They are refused when they are given, and not when the first call comes that they fit."""
    with pytest.raises(EmulatorError) as wrong:
        emulator.script(**{"object": "Call", "outcome": "answered", **script})
    assert said in str(wrong.value)
    assert [] == emulator.world.scripts.dump()


def test_an_object_that_shows_messages_has_their_scripts(client: Client) -> None:
    """By whichever name it is given."""
    client.emulator.script("SMSMessage", "failed", error_code=30005)
    made = client.made("Messages.json", MESSAGE)
    client.emulator.advance(60)
    assert 30005 == client.get(f"Messages/{made['sid']}.json").json["error_code"]


def test_every_time_that_facts_name_can_be_set(emulator: Emulator) -> None:
    """What a step of a life waits for by name, a script may set, in seconds; facts have a default."""
    lives = [emulator.world.behaviour(name) for name in ("Call", "Message")]
    for life in lives:
        assert set(life.settings.values()) <= set(KINDS)
        for steps in life.outcomes.values():
            waits = {step["after"] for step in steps if isinstance(step["after"], str)}
            assert {"seconds"} >= {life.settings[name] for name in waits}
            assert waits <= set(life.life)  # type: ignore[attr-defined]
