"""Recordings of calls: the moves that there are between their statuses, and no others."""

from __future__ import annotations

import pytest
from emulator_client import Client

CALL = {"To": "+15005550009", "From": "+15005550006", "Url": "https://example.com/voice"}
ENDED = {"completed", "absent"}


def recorded(client: Client) -> tuple[str, str]:
    """A call that is being recorded: its path and that of the recording."""
    call = client.made("Calls.json", CALL)["sid"]
    client.emulator.advance(4)
    sid = client.made(f"Calls/{call}/Recordings.json")["sid"]
    return f"Calls/{call}", f"Calls/{call}/Recordings/{sid}.json"


@pytest.mark.parametrize(
    "moves", [["paused", "paused", "in-progress"], ["in-progress", "stopped"], ["stopped"]]
)
def test_moves_that_are_allowed(client: Client, moves: list[str]) -> None:
    """A recording pauses, goes on and stops."""
    _, path = recorded(client)
    for status in moves:
        assert client.made(path, Status=status)["status"] in (status, "processing", "completed")
        client.emulator.advance(1)


@pytest.mark.parametrize(
    "moves, refused",
    [
        (["stopped"], "paused"),
        (["stopped"], "in-progress"),
        (["stopped"], "stopped"),
        (["paused", "stopped"], "in-progress"),
    ],
)
def test_moves_that_are_not_allowed(client: Client, moves: list[str], refused: str) -> None:
    """A recording that was stopped goes on no more: that is refused and changes nothing."""
    _, path = recorded(client)
    for status in moves:
        client.made(path, Status=status)
    before = client.get(path).json
    answer = client.post(path, Status=refused)
    assert (400, 21220) == (answer.status, answer.code)
    assert before == client.get(path).json


def test_a_call_that_has_ended_is_not_recorded(client: Client) -> None:
    """Nor does its recording move any more."""
    call, path = recorded(client)
    client.made(f"{call}.json", Status="completed")
    assert 21220 == client.post(f"{call}/Recordings.json").code
    assert 21220 == client.post(path, Status="paused").code
    client.emulator.advance(60)
    assert client.get(path).json["status"] in ENDED


def test_a_word_that_is_no_status(client: Client) -> None:
    """It is refused as a value, not as a move."""
    _, path = recorded(client)
    assert 400 == client.post(path, Status="deleted").status
    assert 20001 == client.post(path, Status="deleted").code
