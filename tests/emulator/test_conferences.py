"""Conferences and who takes part in them."""

from __future__ import annotations

from typing import Any

import pytest
from emulator_client import Client

ENDS = {"From": "+15005550006", "To": "+15005550009"}


def invite(client: Client, room: str = "Room", **more: Any) -> dict[str, Any]:
    """Call someone into a conference."""
    return client.made(f"Conferences/{room}/Participants.json", {**ENDS, **more})


def conference(client: Client) -> dict[str, Any]:
    """The newest conference."""
    return client.listed("Conferences.json", "conferences")[0]


def test_a_conference_lives_as_long_as_someone_is_in_it(client: Client) -> None:
    """init, in-progress, completed, with its reason."""
    made, other = invite(client), invite(client)
    assert ("queued", "init") == (made["status"], conference(client)["status"])
    client.emulator.advance(5)
    path = f"Conferences/{made['conference_sid']}/Participants/{made['call_sid']}.json"
    assert "connected" == client.get(path).json["status"]
    assert "in-progress" == conference(client)["status"]
    client.emulator.advance(3600)
    assert "in-progress" == client.get(f"Calls/{made['call_sid']}.json").json["status"]
    client.made(f"Calls/{other['call_sid']}.json", Status="completed")
    assert "in-progress" == conference(client)["status"]
    client.made(f"Calls/{made['call_sid']}.json", Status="completed")
    assert 404 == client.get(path).status
    ended = conference(client)
    assert ("completed", "last-participant-left", made["call_sid"]) == (
        ended["status"],
        ended["reason_conference_ended"],
        ended["call_sid_ending_conference"],
    )


def test_a_name_stands_for_the_conference_that_goes_on(client: Client) -> None:
    """By name or Sid; once it has ended, the same name begins another."""
    first, second = invite(client), invite(client)
    third = invite(client, first["conference_sid"])
    assert 1 == len({row["conference_sid"] for row in (first, second, third)})
    client.emulator.advance(5)
    path = f"Conferences/{first['conference_sid']}"
    assert 3 == len(client.listed(f"{path}/Participants.json", "participants"))
    assert 3 == len(client.listed("Conferences/Room/Participants.json", "participants"))
    client.made(f"{path}.json", Status="completed")
    assert 0 == len(client.listed(f"{path}/Participants.json", "participants"))
    assert first["conference_sid"] != invite(client)["conference_sid"]
    assert 404 == client.post(f"Conferences/CF{1:032x}/Participants.json", ENDS).status
    assert 400 == client.post(f"{path}/Participants.json", ENDS).status


def test_muting_holding_and_labels(client: Client) -> None:
    """Changed, found by filter, addressed by label."""
    made = invite(client, Label="boss", Muted="true")
    other = invite(client)
    client.emulator.advance(5)
    path = f"Conferences/{made['conference_sid']}/Participants"
    assert made["muted"] is True
    assert client.get(f"{path}/boss.json").json["call_sid"] == made["call_sid"]
    changed = client.made(f"{path}/boss.json", Muted="false", Hold="true")
    assert (False, True) == (changed["muted"], changed["hold"])
    found = client.listed(f"{path}.json", "participants", Hold="true")
    assert [made["call_sid"]] == [row["call_sid"] for row in found]
    found = client.listed(f"{path}.json", "participants", Hold="false")
    assert [other["call_sid"]] == [row["call_sid"] for row in found]


def test_kicking_ends_the_leg(client: Client) -> None:
    """And the conference, if it was the last."""
    first, second = invite(client), invite(client)
    client.emulator.advance(5)
    path = f"Conferences/{first['conference_sid']}/Participants"
    assert 204 == client.delete(f"{path}/{first['call_sid']}.json").status
    assert "completed" == client.get(f"Calls/{first['call_sid']}.json").json["status"]
    assert "in-progress" == conference(client)["status"]
    assert 204 == client.delete(f"{path}/{second['call_sid']}.json").status
    assert "last-participant-kicked" == conference(client)["reason_conference_ended"]


@pytest.mark.parametrize("kicked", [True, False])
def test_who_ends_it_by_leaving(client: Client, kicked: bool) -> None:
    """The others are hung up."""
    host, guest = invite(client, EndConferenceOnExit="true"), invite(client)
    client.emulator.advance(5)
    path = f"Conferences/{host['conference_sid']}/Participants/{host['call_sid']}.json"
    if kicked:
        client.delete(path)
    else:
        client.made(f"Calls/{host['call_sid']}.json", Status="completed")
    word = "kicked" if kicked else "left"
    expected = f"participant-with-end-conference-on-exit-{word}"
    assert expected == conference(client)["reason_conference_ended"]
    assert "completed" == client.get(f"Calls/{guest['call_sid']}.json").json["status"]


def test_it_does_not_begin_without_who_may_begin_it(client: Client) -> None:
    """Until then it stays init."""
    invite(client, StartConferenceOnEnter="false")
    client.emulator.advance(5)
    assert "init" == conference(client)["status"]
    invite(client)
    client.emulator.advance(5)
    assert "in-progress" == conference(client)["status"]


def test_someone_who_does_not_answer(client: Client) -> None:
    """Is not in it; with nobody else it ends."""
    client.emulator.script("Call", "busy")
    made = invite(client)
    client.emulator.advance(5)
    path = f"Conferences/{made['conference_sid']}/Participants/{made['call_sid']}.json"
    assert 404 == client.get(path).status
    assert "completed" == conference(client)["status"]


def test_a_full_conference(client: Client) -> None:
    """Takes nobody more; it has room for two at least, and for 250 at most."""
    invite(client)
    path = "Conferences/Room/Participants.json"
    for number in ("0", "1", "251", "-2"):
        refused = client.post(path, {**ENDS, "MaxParticipants": number})
        assert (400, 20001) == (refused.status, refused.code)
    invite(client, MaxParticipants="2")
    refused = client.post(path, {**ENDS, "MaxParticipants": "2"})
    assert (400, 21220) == (refused.status, refused.code)


def test_dialled_in_by_twiml(client: Client) -> None:
    """A call's TwiML dials a conference; redirected, it leaves."""
    form = {
        **ENDS,
        "Twiml": "<Response><Dial><Conference muted='true'>Room</Conference></Dial></Response>",
    }
    call = client.made("Calls.json", form)["sid"]
    client.emulator.advance(60)
    (row,) = client.listed("Conferences/Room/Participants.json", "participants")
    assert (call, True, "connected") == (row["call_sid"], row["muted"], row["status"])
    client.made(f"Calls/{call}.json", Twiml="<Response><Pause/></Response>")
    assert "last-participant-left" == conference(client)["reason_conference_ended"]
    assert "in-progress" == client.get(f"Calls/{call}.json").json["status"]


def test_recordings_of_a_conference(client: Client) -> None:
    """Those that belong to it, and no others."""
    made = invite(client)
    client.emulator.seed(
        {
            "records": [
                {
                    "object": "Recording",
                    "values": {
                        "conference_sid": made["conference_sid"],
                        "status": "in-progress",
                        "source": "Conference",
                        "channels": 1,
                    },
                },
                {"object": "Recording", "values": {"status": "completed", "source": "DialVerb"}},
            ]
        }
    )
    path = f"Conferences/{made['conference_sid']}/Recordings"
    (row,) = client.listed(f"{path}.json", "recordings")
    assert row["uri"].endswith(f"{path}/{row['sid']}.json")
    assert "paused" == client.made(f"{path}/{row['sid']}.json", Status="paused")["status"]
    assert 204 == client.delete(f"{path}/{row['sid']}.json").status
