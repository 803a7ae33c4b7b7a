"""What a state and a product's records know of themselves: places, times, copies and the failures of a moment."""

from __future__ import annotations

from typing import Any

import pytest
from emulator_client import Client

from twilio_ops_emulator import Clock, Emulator, EmulatorError
from twilio_ops_emulator.state.callbacks import Callback, Sent

MESSAGE = {"To": "+13115556789", "From": "+13115550000", "Body": "x"}


def test_places_go_by_the_second_and_then_by_turn() -> None:
    """What is made in a second is before all of the next one, and behind all that was made before."""
    state = Emulator(clock=Clock(100, frozen=True), seed=1).state
    places = [state.place(at) for at in (100, 100, 101, 99)]
    assert places[0] < places[1] < places[2]
    assert places[3] < places[0]
    for at, before in ((100, 2), (100.9, 2), (101, 3), (99.5, 0)):
        assert sum(place < state.first_place(at) for place in places[:3]) == before


def test_what_is_seen_late_is_not_listed_yet() -> None:
    """A list lags behind by as many seconds as a fault says."""
    emulator = Emulator(clock=Clock("2026-11-01", frozen=True), seed=1)
    client = Client(emulator)
    emulator.fault("lag", seconds=10, object="Message", action="Query")
    client.made("Messages.json", MESSAGE)
    seen = []
    for _ in range(4):
        seen.append(len(client.listed("Messages.json", "messages")))
        emulator.advance(5)
    assert seen == [0, 0, 1, 1]


def test_sids_follow_from_the_seed() -> None:
    """The same seed, the same Sids and tokens; without one they differ every time."""

    def made(seed: int | None) -> dict[str, Any]:
        emulator = Emulator(clock=Clock("2026-11-01", frozen=True), seed=seed)
        account = Client(emulator).made("/2010-04-01/Accounts.json", FriendlyName="x")
        assert len(account["sid"]) == 34 and len(account["auth_token"]) == 32
        return account

    assert made(5) == made(5)
    assert made(5)["sid"] != made(6)["sid"]
    assert made(None)["sid"] != made(None)["sid"]


def test_counts_name_what_there_is(client: Client) -> None:
    """By object, in order of their names; what is empty is not named."""
    state = client.emulator.state
    client.made("Queues.json", FriendlyName="a")
    client.made("Messages.json", MESSAGE)
    client.made("Messages.json", MESSAGE)
    assert state.counts() == {"Account": 2, "Message": 2, "Queue": 1}
    assert [row["body"] for row in state.rows("Message", limit=1)] == ["x"]
    assert state.rows("Message", lambda row: row["body"] == "y") == []
    assert len(state.rows("Message")) == 2


def test_an_object_that_there_is_not_does_nothing(client: Client) -> None:
    """Neither by its name nor by an event that it has not."""
    emulator = client.emulator
    with pytest.raises(EmulatorError):
        emulator.records("Dream")
    emulator.state.later(1, "Message", "dream", scope=(client.account,), key="SM1")
    with pytest.raises(ExceptionGroup) as failed:
        emulator.advance(2)
    (error,) = failed.value.exceptions
    assert "Message has no event dream" in str(error)
    assert [one.describe() for one in emulator.failures] == [
        {"at": emulator.clock.now() - 1, "what": "Message.dream of SM1", "error": "NotEmulated"}
    ]


def test_what_happens_has_its_own_time(client: Client) -> None:
    """Not that to which the clock is moved on; a record says so."""
    client.made("Messages.json", MESSAGE)
    client.emulator.advance(3600)
    (row,) = client.listed("Messages.json", "messages")
    assert row["date_sent"] == "Sun, 01 Nov 2026 10:00:02 +0000"
    assert client.emulator.state.time == client.emulator.clock.now()


def test_the_last_thousand_callbacks_are_remembered() -> None:
    """Numbered from the first."""
    emulator = Emulator(clock=Clock("2026-11-01", frozen=True), seed=1)
    state = emulator.state
    callback = Callback(account=emulator.account_sid, url="u", method="POST", parameters=(), about=("Call", "CA1"))  # fmt: skip
    for _ in range(1003):
        state.was_sent(Sent(at=1.0, callback=callback, status=204), None)
    assert (len(state.sent), state.sent[0].number, state.sent[-1].number) == (1000, 4, 1003)


def test_an_account_and_its_own_are_a_family(client: Client, branch: Client) -> None:
    """The owner first; an account that owns none is alone."""
    state = client.emulator.state
    assert state.family(client.account) == [client.account, branch.account]
    assert state.family(branch.account) == [branch.account]
