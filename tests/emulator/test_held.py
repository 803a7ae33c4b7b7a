"""What people in a conference hear on hold, and what is announced to them."""

from __future__ import annotations

from typing import Any

import pytest
from emulator_application import OWN, PERSON, Application, Start, notifications
from emulator_client import Client

from twilio_ops_emulator import Emulator

HOST = "http://localhost"
PAGES = {
    "/voice": "<Dial><Conference>Room</Conference></Dial>",
    "/music": "<Say>one two</Say><Play>music.mp3</Play>",
    "/news": "<Say>The shop closes at eight</Say>",
    "/wrong": "<Say>Hello</Say><Dial>+15005550177</Dial>",
    "/other": "<Redirect>/news</Redirect>",
    "/events": "",
}


def meeting(start: Start) -> tuple[Emulator, Application, Client, str, list[str]]:
    """Two in a conference that tells what happens: one called in, one who calls."""
    emulator, application = start(PAGES)
    client = Client(emulator)
    made = client.made(
        "Conferences/Room/Participants.json",
        {
            "From": OWN,
            "To": "+15005550177",
            "ConferenceStatusCallback": f"{HOST}/events",
            "ConferenceStatusCallbackEvent": "announcement hold",
        },
    )
    emulator.advance(10)
    inbound = emulator.receive_call(PERSON, OWN)
    (room,) = emulator.records("Conference")
    assert "in-progress" == room["status"]
    return emulator, application, client, room["sid"], [made["call_sid"], inbound.sid]


def told(application: Application, *names: str) -> list[tuple[Any, ...]]:
    """What the conference told, by these parameters beside the event."""
    events = [said for path, said in application.asked if path == "/events"]
    return [tuple(said.get(name) for name in ("StatusCallbackEvent", *names)) for said in events]


@pytest.mark.parametrize("which", [0, 1])
def test_on_hold_one_hears_what_its_address_says(start: Start, which: int) -> None:
    """It is asked with GET, carried out on the call's timeline, and ends with the hold."""
    emulator, application, client, room, calls = meeting(start)
    path = f"Conferences/{room}/Participants/{calls[which]}.json"
    client.made(path, Hold="true", HoldUrl=f"{HOST}/music")
    said = application.last("/music")
    assert (calls[which], room) == (said["CallSid"], said["ConferenceSid"])
    call = emulator.call(calls[which])
    request = [entry for entry in call.timeline if entry["what"] == "request"][-1]
    assert {"url": f"{HOST}/music", "method": "GET"} == request["attributes"]
    assert ["Say"] == call.verbs[-1:]
    emulator.advance(600)
    assert ["Say", "Play"] == call.verbs[-2:]
    assert client.get(path).json["hold"] is True
    client.made(path, Hold="false")
    emulator.advance(600)
    assert ("in-progress", ["Say", "Play"]) == (call.status, call.verbs[-2:])
    events = [("participant-hold", calls[which]), ("participant-unhold", calls[which])]
    assert events == told(application, "CallSid")


def test_a_hold_that_is_over_plays_no_further(start: Start) -> None:
    """What comes after the verb that is being heard is not carried out."""
    emulator, _, client, room, (call, _other) = meeting(start)
    path = f"Conferences/{room}/Participants/{call}.json"
    client.made(path, Hold="true", HoldUrl=f"{HOST}/music")
    client.made(path, Hold="false")
    emulator.advance(60)
    assert "Play" not in emulator.call(call).verbs


@pytest.mark.parametrize("page", ["/news", "/other"])
def test_an_announcement_to_one(start: Start, page: str) -> None:
    """That one hears it; the conference tells when it is over, and goes on."""
    emulator, application, client, room, (call, other) = meeting(start)
    path = f"Conferences/{room}/Participants/{call}.json"
    client.made(path, AnnounceUrl=HOST + page)
    assert [] == told(application)
    emulator.advance(10)
    assert ["Say"] == emulator.call(call).verbs[-1:]
    assert "Say" not in emulator.call(other).verbs
    said = ("announcement-end", call, HOST + page, None)
    names = ("CallSid", "AnnounceUrl", "ReasonAnnouncementFailed")
    assert [said] == told(application, *names)
    emulator.advance(600)
    assert 2 == len(client.listed(f"Conferences/{room}/Participants.json", "participants"))


def test_an_announcement_to_all(start: Start) -> None:
    """It is asked for once, with POST; all hear it, and its end is told once."""
    emulator, application, client, room, calls = meeting(start)
    client.made(f"Conferences/{room}.json", AnnounceUrl=f"{HOST}/news")
    assert 1 == application.paths().count("/news")
    assert ("Room", room) == tuple(
        application.last("/news")[name] for name in ("FriendlyName", "ConferenceSid")
    )
    emulator.advance(10)
    assert all(emulator.call(call).verbs[-1] == "Say" for call in calls)
    assert [("announcement-end", None, f"{HOST}/news")] == told(
        application, "CallSid", "AnnounceUrl"
    )


def test_an_announcement_interrupts_a_hold(start: Start) -> None:
    """Afterwards what was heard on hold goes on with its next verb."""
    emulator, _, client, room, (call, _other) = meeting(start)
    path = f"Conferences/{room}/Participants/{call}.json"
    client.made(path, Hold="true", HoldUrl=f"{HOST}/music")
    client.made(path, AnnounceUrl=f"{HOST}/news")
    assert ["Say", "Say"] == emulator.call(call).verbs[-2:]
    emulator.advance(10)
    assert ["Say", "Say", "Play"] == emulator.call(call).verbs[-3:]


@pytest.mark.parametrize("to_all", [True, False])
def test_an_announcement_that_fails(start: Start, to_all: bool) -> None:
    """Its reason is told, the log has its error, and nobody leaves."""
    emulator, application, client, room, (call, _other) = meeting(start)
    path = f"Conferences/{room}.json" if to_all else f"Conferences/{room}/Participants/{call}.json"
    client.made(path, AnnounceUrl=f"{HOST}/missing")
    emulator.advance(10)
    ((event, reason),) = told(application, "ReasonAnnouncementFailed")
    assert ("announcement-fail", True) == (event, bool(reason))
    assert [(11200, "0")] == notifications(emulator)
    assert 2 == len(client.listed(f"Conferences/{room}/Participants.json", "participants"))


@pytest.mark.parametrize("how", ["Hold", "Announce"])
def test_what_may_not_be_heard_there(start: Start, how: str) -> None:
    """Dial is no verb of such documents: it is logged, and the rest is carried out."""
    emulator, _, client, room, (call, _other) = meeting(start)
    form = {f"{how}Url": f"{HOST}/wrong"} | ({"Hold": "true"} if how == "Hold" else {})
    client.made(f"Conferences/{room}/Participants/{call}.json", form)
    emulator.advance(60)
    assert (["Say"], [(13238, "0")]) == (emulator.call(call).verbs[-1:], notifications(emulator))


def test_leaving_ends_what_is_heard(start: Start) -> None:
    """Whoever is put out while an announcement is heard goes on behind Dial, or ends."""
    emulator, _, client, room, calls = meeting(start)
    client.made(f"Conferences/{room}.json", AnnounceUrl=f"{HOST}/news")
    client.made(f"Conferences/{room}.json", Status="completed")
    emulator.advance(60)
    assert ["completed", "completed"] == [emulator.call(call).status for call in calls]
    assert [] == emulator.failures


def test_a_conference_that_has_not_begun_is_not_changed(start: Start) -> None:
    """Error 16001, for announcements and for participants."""
    emulator, application = start(PAGES)
    client = Client(emulator)
    call = emulator.receive_call(PERSON, OWN)
    (room,) = emulator.records("Conference")
    path = f"Conferences/{room['sid']}"
    for refused in (
        client.post(f"{path}.json", AnnounceUrl=f"{HOST}/news"),
        client.post(f"{path}/Participants/{call.sid}.json", AnnounceUrl=f"{HOST}/news"),
        client.post(f"{path}/Participants/{call.sid}.json", Muted="true"),
    ):
        assert (400, 16001) == (refused.status, refused.code)
    assert "/news" not in application.paths()
    assert "completed" == client.made(f"{path}.json", Status="completed")["status"]


def test_an_announcement_to_one_is_told_once(start: Start) -> None:
    """What is announced to all afterwards is over for all, and not for that one again."""
    emulator, application, client, room, (call, _other) = meeting(start)
    client.made(f"Conferences/{room}/Participants/{call}.json", AnnounceUrl=f"{HOST}/news")
    emulator.advance(10)
    client.made(f"Conferences/{room}.json", AnnounceUrl=f"{HOST}/other")
    emulator.advance(10)
    assert [
        ("announcement-end", call, f"{HOST}/news"),
        ("announcement-end", None, f"{HOST}/other"),
    ] == told(application, "CallSid", "AnnounceUrl")


@pytest.mark.parametrize("to_all", [True, False])
def test_an_announcement_that_is_not_asked_for(start: Start, to_all: bool) -> None:
    """Addresses elsewhere are not asked: that it failed is told, and the call says why."""
    emulator, application, client, room, calls = meeting(start)
    path = f"Conferences/{room}"
    client.made(
        f"{path}.json" if to_all else f"{path}/Participants/{calls[0]}.json",
        AnnounceUrl="https://example.com/news",
    )
    emulator.advance(10)
    assert told(application, "ReasonAnnouncementFailed") == [
        ("announcement-fail", "it was not asked for")
    ]
    timelines = [entry["what"] for call in calls for entry in emulator.call(call).timeline]
    assert ("unasked" in timelines) is not to_all
    assert [] == notifications(emulator)


def test_a_hold_that_is_not_asked_for(start: Start) -> None:
    """It is silent, and tells of no announcement."""
    emulator, application, client, room, (call, _other) = meeting(start)
    path = f"Conferences/{room}/Participants/{call}.json"
    client.made(path, AnnounceUrl=f"{HOST}/news", Hold="true", HoldUrl="https://example.com/music")
    emulator.advance(60)
    events = [event for (event,) in told(application)]
    assert events == ["participant-hold", "announcement-end"]
