"""Calls in conferences: each verb at its time, and all that is told."""

from __future__ import annotations

from emulator_application import AGENT, OWN, PERSON, Start
from emulator_client import Client
from emulator_course import RECORDING, STARTED, Namer, asked, course, happened

from twilio_ops_emulator.control.live import LiveCall

EVENTS = "start end join leave mute hold modify announcement"
ROOM = {
    "/voice": "<Dial action='/over' method='GET'><Conference waitUrl='/music' waitMethod='GET'"
    " record='record-from-start' recordingStatusCallback='/rc' recordingStatusCallbackMethod='GET'"
    " recordingStatusCallbackEvent='in-progress completed' statusCallback='/c'"
    f" statusCallbackEvent='{EVENTS}' participantLabel='{{}}'>Room</Conference></Dial>",
    "/music": "<Say>one two three four five</Say><Enqueue>q</Enqueue>",
    "/over": "<Say>Bye</Say>",
    "/c": "",
    "/rc": "",
}


def test_a_conference_goes_its_way(start: Start) -> None:
    """It begins with the second, is recorded, tells of all, and ends with who is decisive."""
    emulator, application = start({})
    client, calls = Client(emulator), []
    for person, label in ((PERSON, "first"), (AGENT, "second")):
        application.pages = {**ROOM, "/voice": ROOM["/voice"].format(label)}
        calls.append(emulator.receive_call(person, OWN))
        emulator.advance(4)
    one, two = calls
    (conference,) = emulator.records("Conference")
    people = f"Conferences/{conference['sid']}/Participants"
    client.made(f"{people}/first.json", Muted="true")
    client.made(f"{people}/{two.sid}.json", Hold="true", HoldUrl="http://localhost/music")
    client.made(f"{people}/{two.sid}.json", Hold="false")
    away = "http://localhost/missing"
    client.made(f"{people}/{two.sid}.json", EndConferenceOnExit="true", AnnounceUrl=away)
    for url in ("http://localhost/music", away):
        client.made(f"Conferences/{conference['sid']}.json", AnnounceUrl=url)
        emulator.advance(5)
    two.hang_up()
    emulator.advance(20)
    namer = Namer()
    namer.named(f"{one.sid} {two.sid}")
    verb = "13238 'line 1: Enqueue may not stand here'"
    missing = "problem code=11200 'it was answered with HTTP 404'"
    assert happened(one, namer)[1:] == [
        "0 Dial action=/over method=GET",
        "0 request url=http://localhost/music method=GET",
        "0 Say 'one two three four five'",
        f"2 problem code={verb}",
        "8 Say 'one two three four five'",
        f"10 problem code={verb}",
        f"13 {missing}",
        "18 dial over DialCallStatus=answered",
        "18 request url=http://localhost/over method=GET",
        "18 Say 'Bye'",
    ]
    assert happened(two, namer)[1:] == [
        "0 Dial action=/over method=GET",
        "4 request url=http://localhost/music method=GET",
        "4 Say 'one two three four five'",
        "4 request url=http://localhost/missing method=POST",
        f"4 {missing}",
        "4 Say 'one two three four five'",
        f"6 problem code={verb}",
        "14 dial over DialCallStatus=answered",
        "14 request url=http://localhost/over method=GET",
    ]
    told = [said for path, said in application.asked if path == "/c"]
    assert [said.pop("SequenceNumber") for said in told] == [str(n) for n in range(1, 14)]
    assert {said.pop("ConferenceSid") for said in told} == {conference["sid"]}
    assert {said.pop("AccountSid") for said in told} == {emulator.account_sid}
    assert {said.pop("FriendlyName") for said in told} == {"Room"}
    stamps = [said.pop("Timestamp")[17:25] for said in told]
    assert stamps == [f"10:00:{n}" for n in ("00", *["04"] * 2, *["08"] * 5, *["10", "13"], *["18"] * 3)]  # fmt: skip

    def person(call: LiveCall, label: str, **more: str) -> dict[str, str]:
        flags = dict.fromkeys(("Muted", "Hold", "Coaching", "EndConferenceOnExit"), "false")
        always = {"CallSid": call.sid, "ParticipantLabel": label, "StartConferenceOnEnter": "true"}
        return {**flags, **always, **more}

    said_of = [
        ("participant-join", person(one, "first")),
        ("conference-start", {}),
        ("participant-join", person(two, "second")),
        ("participant-mute", person(one, "first", Muted="true")),
        ("participant-hold", person(two, "second", Hold="true")),
        ("participant-unhold", person(two, "second")),
        ("participant-modify", person(two, "second", EndConferenceOnExit="true")),
        ("announcement-fail", person(two, "second", EndConferenceOnExit="true", AnnounceUrl=away, ReasonAnnouncementFailed="it was answered with HTTP 404")),
        ("announcement-end", {"AnnounceUrl": "http://localhost/music"}),
        ("announcement-fail", {"AnnounceUrl": away, "ReasonAnnouncementFailed": "it is no TwiML"}),
        ("participant-leave", person(two, "second", EndConferenceOnExit="true", ParticipantCallStatus="completed", ReasonParticipantLeft="participant_hung_up")),
        ("participant-leave", person(one, "first", Muted="true", ParticipantCallStatus="in-progress", ReasonParticipantLeft="moderator_ended_conference")),
        ("conference-end", {"ReasonConferenceEnded": "participant-with-end-conference-on-exit-left", "CallSidEndingConference": two.sid, "ParticipantLabelEndingConference": "second"}),
    ]  # fmt: skip
    assert told == [{"StatusCallbackEvent": event, **more} for event, more in said_of]
    others = [line for line in asked(application, namer) if not line.startswith(("/c ", "/voice"))]
    about = "CallStatus=in-progress ConferenceSid=CF1 FriendlyName=Room"
    verb = "RecordingChannels=1 RecordingSource=Conference RecordingTrack=both"
    recorded = f"{verb} RecordingUrl={RECORDING}RE1 {STARTED}4 +0000"
    assert others == [
        "/music CallSid=CA1 CallStatus=in-progress",
        f"/rc RecordingSid=RE1 ConferenceSid=CF1 RecordingStatus=in-progress {recorded}",
        f"/music CallSid=CA2 {about}",
        f"/missing CallSid=CA2 {about}",
        "/music ConferenceSid=CF1 FriendlyName=Room",
        "/missing ConferenceSid=CF1 FriendlyName=Room",
        "/over CallSid=CA2 CallStatus=completed DialCallStatus=answered",
        "/over CallSid=CA1 CallStatus=in-progress DialCallStatus=answered",
        f"/rc RecordingSid=RE1 ConferenceSid=CF1 RecordingStatus=completed RecordingDuration=14 {recorded}",
    ]  # fmt: skip
    (ended,) = emulator.records("Conference")
    assert (ended["status"], ended["call_sid_ending_conference"]) == ("completed", two.sid)
    assert (ended["region"], ended["reason_conference_ended"]) == ("us1", said_of[-1][1]["ReasonConferenceEnded"])  # fmt: skip
    (recording,) = emulator.records("Recording")
    assert (recording["duration"], recording["price"]) == ("14", "-0.00250")
    assert emulator.records("Participant") == []


def test_whom_a_conference_tells_is_said_once(start: Start) -> None:
    """By the first who names it; without words it tells of its beginning and its end."""
    emulator, application = start({"/one": "", "/two": ""})
    for name in ("one", "two"):
        noun = f"<Conference statusCallback='/{name}' statusCallbackMethod='GET'>Room</Conference>"
        application.pages = {**application.pages, "/voice": f"<Dial>{noun}</Dial>"}
        emulator.receive_call(PERSON if name == "one" else AGENT, OWN)
    (conference,) = emulator.records("Conference")
    Client(emulator).made(f"Conferences/{conference['sid']}.json", Status="completed")
    told = [(path, said["StatusCallbackEvent"]) for path, said in application.asked if path != "/voice"]  # fmt: skip
    assert told == [("/one", "conference-start"), ("/one", "conference-end")]
    assert application.last("/one")["ReasonConferenceEnded"] == "conference-ended-via-api"
    assert "CallSidEndingConference" not in application.last("/one")


def test_who_may_not_begin_a_conference_waits(start: Start) -> None:
    """Muted or not; what is heard meanwhile is asked by POST, and its end is silence."""
    noun = "<Conference startConferenceOnEnter='false' muted='true' endConferenceOnExit='true'"
    emulator, application = start(
        {"/voice": f"<Dial>{noun} waitUrl='/music'>Room</Conference></Dial>", "/music": "<Say>x</Say>"}
    )  # fmt: skip
    one = emulator.receive_call(PERSON, OWN)
    two = emulator.receive_call(AGENT, OWN)
    emulator.advance(60)
    assert [row["status"] for row in emulator.records("Conference")] == ["init"]
    for row in emulator.records("Participant"):
        assert (row["muted"], row["start_conference_on_enter"]) == (True, False)
        assert (row["end_conference_on_exit"], row["status"]) == (True, "connected")
    assert (one.verbs, two.verbs) == (["Dial", "Say"], ["Dial", "Say"])
    assert course(one, application)[0][1] == "0 request url=http://localhost/music method=POST"
    one.hang_up()
    emulator.advance(1)
    assert (one.status, two.status) == ("completed", "completed")
