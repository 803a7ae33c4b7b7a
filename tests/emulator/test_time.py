"""Time: what is due happens, whatever goes wrong beside it, and whoever moves the clock."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from emulator_client import Client

from twilio_ops_emulator import Clock, Emulator, EmulatorError
from twilio_ops_emulator.api.messages import Request
from twilio_ops_emulator.behaviour.base import behaviour_of
from twilio_ops_emulator.control.control import PREFIX
from twilio_ops_emulator.control.outcomes import KINDS
from twilio_ops_runtime.http import messages as wire

ENDS = {"To": "+15005550009", "From": "+15005550006"}
MESSAGE = {**ENDS, "Body": "Hello", "StatusCallback": "http://localhost/"}


class Listener:
    """What callbacks are sent to; tells when one says something."""

    def __init__(self, word: bytes) -> None:
        self.said = threading.Event()
        self._word = word

    def __call__(self, request: wire.Request, /) -> wire.Response:
        if self._word in (request.body or b""):
            self.said.set()
        return wire.Response(204)


def fail_at(emulator: Emulator, seconds: float) -> None:
    """Put something down that cannot happen."""
    emulator.state.later(seconds, "Queue", "explode", key="QU1")


def test_what_cannot_happen_keeps_nothing_else_from_happening(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever moves time is told, after all the rest has happened; the log and control have it."""
    emulator = client.emulator
    made = client.made("Messages.json", MESSAGE)
    fail_at(emulator, 1)
    fail_at(emulator, 2)
    before = emulator.clock.now()
    with pytest.raises(ExceptionGroup) as failed:
        emulator.advance(10)
    assert 2 == len(failed.value.exceptions)
    assert 10 == emulator.clock.now() - before
    assert "delivered" == client.get(f"Messages/{made['sid']}.json").json["status"]
    assert 2 == caplog.text.count("Queue.explode of QU1 could not happen")
    assert [before + 1, before + 2] == [failure.at for failure in emulator.failures]
    answer = emulator.exchange(Request("GET", f"{PREFIX}/state"))
    assert b'"failures":[{"at":' in answer.body
    emulator.advance(10)
    emulator.reset()
    assert [] == emulator.failures


def test_who_asks_meanwhile_is_answered(client: Client) -> None:
    """A mistake in what was due is not theirs."""
    fail_at(client.emulator, 1)
    client.emulator.clock.advance(5)
    assert 200 == client.get("Queues.json").status
    assert 1 == len(client.emulator.failures)


def test_a_send_that_raises_is_a_failed_callback() -> None:
    """It is logged and tried again, and the others go out."""
    told: list[wire.Request] = []

    def send(request: wire.Request, /) -> wire.Response:
        told.append(request)
        if len(told) == 1:
            raise ZeroDivisionError
        return wire.Response(204)

    with Emulator(clock=Clock(0, frozen=True), send=send) as emulator:
        Client(emulator).made("Messages.json", MESSAGE)
        with pytest.raises(ExceptionGroup, match="not all that was due") as failed:
            emulator.advance(60)
        assert [ZeroDivisionError] == [type(error) for error in failed.value.exceptions]
        sent = emulator.callbacks
    assert "ZeroDivisionError was raised" == sent[0].error
    assert 4 == len(told) == len(sent)
    assert [1, 2, 3, 4] == [attempt.number for attempt in sent]


@pytest.mark.slow
@pytest.mark.parametrize(
    "trouble",
    [
        pytest.param(lambda emulator: fail_at(emulator, 0), id="an event that fails"),
        pytest.param(lambda emulator: emulator.state.later(1e17, "Call", "x"), id="one far away"),
    ],
)
def test_time_goes_on_by_itself(trouble: Callable[[Emulator], None]) -> None:
    """The thread outlives what cannot happen, and what is further away than it can wait for."""
    listener = Listener(b"MessageStatus=delivered")
    with Emulator(send=listener) as emulator:
        client = Client(emulator)
        trouble(emulator)
        assert 200 == client.get("Queues.json").status
        client.made("Messages.json", MESSAGE)
        assert listener.said.wait(60)


def test_a_running_clock_is_advanced_and_runs_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is due soon after the new time happens soon, though the thread meant to sleep longer."""
    listener, asleep = Listener(b"MessageStatus=queued"), threading.Event()
    with Emulator(clock=Clock("2026-11-01T10:00:00Z"), send=listener) as emulator:
        keeper = emulator._scheduler
        tick = keeper.tick

        def told() -> float | None:
            wait = tick()
            if wait is not None and wait > 3000:
                asleep.set()
            return wait

        monkeypatch.setattr(keeper, "tick", told)
        in_an_hour = {"SendAt": "2026-11-01T11:00:00Z", "ScheduleType": "fixed"}
        service = {"MessagingServiceSid": f"MG{1:032x}"}
        Client(emulator).made("Messages.json", {**MESSAGE, **service, **in_an_hour})
        assert asleep.wait(60)
        due = emulator.state.events.next_at()
        assert due is not None
        emulator.advance(due - emulator.clock.now() - 0.1)
        assert listener.said.wait(60)


@pytest.mark.slow
def test_a_transcription_wakes_the_thread_too() -> None:
    """Whatever puts something down for later, the thread that waits for nothing hears of it."""
    with Emulator() as emulator:
        emulator.seed({"records": [{"object": "Recording", "as": "r"}]})
        (recording,) = emulator.records("Recording")
        done = threading.Event()
        behaviour: Any = emulator.state.behaviour("Transcription")
        event = behaviour.event

        def tell(name: str, data: dict[str, Any]) -> None:
            event(name, data)
            done.set()

        behaviour.event = tell
        emulator.transcribe(recording["sid"], "Hello")
        assert done.wait(60)


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


def test_time_ends() -> None:
    """With the last year that dates can be written for."""
    with Emulator(clock=Clock("9999-12-31T23:00:00Z", frozen=True)) as emulator:
        emulator.advance(3599)
        with pytest.raises(EmulatorError, match="time ends with the year 9999"):
            emulator.advance(1)
        assert 200 == Client(emulator).get("Calls.json").status


def test_a_reset_takes_back_every_move_of_a_running_clock() -> None:
    """It shows again what it would have shown without them."""
    clock = Clock()
    base = clock.base
    with Emulator(clock=clock) as emulator:
        before = emulator.snapshot()
        emulator.advance(86400)
        emulator.restore(before)
        emulator.advance(86400)
        emulator.reset()
    assert base == clock.base


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
    assert [] == emulator.state.scripts.dump()


def test_an_object_that_shows_messages_has_their_scripts(client: Client) -> None:
    """By whichever name it is given."""
    client.emulator.script("SMSMessage", "failed", error_code=30005)
    made = client.made("Messages.json", MESSAGE)
    client.emulator.advance(60)
    assert 30005 == client.get(f"Messages/{made['sid']}.json").json["error_code"]


def test_every_time_that_facts_name_can_be_set(emulator: Emulator) -> None:
    """What a step of a life waits for by name, a script may set, in seconds; facts have a default."""
    lives = [behaviour_of(emulator.state, name) for name in ("Call", "Message")]
    for life in lives:
        assert set(life.settings.values()) <= set(KINDS)
        for steps in life.outcomes.values():
            waits = {step["after"] for step in steps if isinstance(step["after"], str)}
            assert {"seconds"} >= {life.settings[name] for name in waits}
            assert waits <= set(life.life)  # type: ignore[attr-defined]
