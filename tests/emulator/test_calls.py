"""Calls: their life, how it is changed, recordings, queues, and what is told to whom."""

from __future__ import annotations

from typing import Any

import pytest
from emulator_client import Client

CALL = {"To": "+15005550009", "From": "+15005550006", "Url": "https://example.com/voice"}


def place(client: Client, **more: Any) -> str:
    """Place a call; its Sid."""
    sid: str = client.made("Calls.json", {**CALL, **more})["sid"]
    return sid


def status(client: Client, sid: str) -> str:
    """The status of a call."""
    known: str = client.get(f"Calls/{sid}.json").json["status"]
    return known


def test_a_call_that_is_answered(client: Client) -> None:
    """From queued to completed, with times, duration and price."""
    sid = place(client)
    seen = [status(client, sid)]
    for _ in range(20):
        client.emulator.advance(1)
        if status(client, sid) != seen[-1]:
            seen.append(status(client, sid))
    assert ["queued", "ringing", "in-progress", "completed"] == seen
    call = client.get(f"Calls/{sid}.json").json
    assert ("15", "-0.01300", "USD") == (call["duration"], call["price"], call["price_unit"])
    assert "Sun, 01 Nov 2026 10:00:03 +0000" == call["start_time"]
    assert "Sun, 01 Nov 2026 10:00:18 +0000" == call["end_time"]
    assert call["end_time"] == call["date_updated"]


@pytest.mark.parametrize("outcome", ["busy", "failed", "no-answer"])
def test_a_call_that_is_not_answered(client: Client, outcome: str) -> None:
    """As the script says; it costs nothing."""
    client.emulator.script("Call", outcome, match={"to": "+15005550009"}, times=1)
    sid, other = place(client), place(client)
    client.emulator.advance(100)
    call = client.get(f"Calls/{sid}.json").json
    assert (outcome, "0", None) == (call["status"], call["duration"], call["price"])
    assert "completed" == status(client, other)


def test_a_script_sets_how_long_it_lasts(client: Client) -> None:
    """Two begun minutes are charged."""
    client.emulator.script("Call", "answered", talk=61)
    sid = place(client)
    client.emulator.advance(100)
    call = client.get(f"Calls/{sid}.json").json
    assert ("61", "-0.02600") == (call["duration"], call["price"])


def duration(client: Client, sid: str) -> str | None:
    """How long a call has lasted; None while it goes on."""
    known: str | None = client.get(f"Calls/{sid}.json").json["duration"]
    return known


def test_timeout_and_time_limit(client: Client) -> None:
    """How long it rings, and how long it lasts at most."""
    client.emulator.script("Call", "no-answer", times=1)
    ringing, short = place(client, Timeout="5"), place(client, TimeLimit="4")
    client.emulator.advance(6.5)
    assert "no-answer" == status(client, ringing)
    client.emulator.advance(1)
    assert "4" == duration(client, short)


def test_a_time_limit_ends_any_call(client: Client) -> None:
    """One that nobody ends, one that takes part in a conference, one that waits, one that pauses."""
    client.emulator.script("Call", "open", times=1)
    calls = [place(client, TimeLimit="40")]
    ends = {"To": CALL["To"], "From": CALL["From"], "TimeLimit": "40"}
    calls.append(client.made("Conferences/Room/Participants.json", ends)["call_sid"])
    for verb in ("<Enqueue>support</Enqueue>", "<Pause length='100'/>"):
        calls.append(place(client, Url="", Twiml=f"<Response>{verb}</Response>", TimeLimit="40"))
    client.emulator.advance(42)
    assert {"in-progress"} == {status(client, sid) for sid in calls}
    client.emulator.advance(2)
    assert {("completed", "40")} == {
        (status(client, sid), duration(client, sid) or "") for sid in calls
    }


def test_a_time_limit_is_changed_while_the_call_goes_on(client: Client) -> None:
    """It counts from the answer; the last one holds."""
    client.emulator.script("Call", "open")
    longer, shorter = place(client, TimeLimit="10"), place(client)
    client.emulator.advance(8)
    client.made(f"Calls/{longer}.json", TimeLimit="30")
    client.made(f"Calls/{shorter}.json", TimeLimit="20")
    client.emulator.advance(100)
    assert ("30", "20") == (duration(client, longer), duration(client, shorter))


def test_a_call_that_a_seed_put_there_is_redirected_and_limited(client: Client) -> None:
    """It has no outcome of its own: it goes on until it is ended."""
    seeded = {"object": "Call", "values": {"sid": f"CA{1:032x}", "status": "in-progress"}}
    client.emulator.seed({"records": [seeded]})
    path = f"Calls/CA{1:032x}.json"
    client.made(path, Url="https://example.com/elsewhere")
    client.emulator.advance(100)
    assert "in-progress" == client.made(path, TimeLimit="10")["status"]
    client.emulator.advance(10)
    assert "completed" == client.get(path).json["status"]


# -- TwiML ----------------------------------------------------------------------------------------


def test_a_pause_puts_off_what_follows_it(client: Client) -> None:
    """The end of the call included: where no verb is left, the call is over."""
    paused = place(client, Url="", Twiml="<Response><Pause length='60'/><Hangup/></Response>")
    talking = place(client, Url="", Twiml="<Response><Pause/><Say>Hello</Say></Response>")
    twice = "<Pause length='2'/><Say>Hello</Say><Pause length='3'/><Hangup/>"
    calls = [paused, talking, place(client, Url="", Twiml=f"<Response>{twice}</Response>")]
    client.emulator.advance(100)
    assert ["60", "2", "6"] == [duration(client, sid) for sid in calls]


@pytest.mark.parametrize(
    ("verb", "kind"),
    [
        ("<Enqueue>support</Enqueue>", "Member"),
        ("<Dial><Conference>Room</Conference></Dial>", "Participant"),
        ("<Record/>", "Recording"),
    ],
)
def test_a_pause_before_another_verb(client: Client, verb: str, kind: str) -> None:
    """It is carried out once the pause is over, and not at all if the call went elsewhere meanwhile."""
    twiml = f"<Response><Pause length='10'/>{verb}</Response>"
    sids = [place(client, Url="", Twiml=twiml) for _ in range(3)]
    client.emulator.advance(5)
    client.made(f"Calls/{sids[0]}.json", Status="completed")
    client.made(f"Calls/{sids[1]}.json", Url="https://example.com/elsewhere")
    client.emulator.advance(7)
    assert [] == client.emulator.records(kind)
    client.emulator.advance(1)
    assert [sids[2]] == [record["call_sid"] for record in client.emulator.records(kind)]


def test_a_call_that_is_sent_elsewhere_talks_there(client: Client) -> None:
    """From a queue, from a conference, from its own talk: as long as any call does."""
    for verb in (
        "<Enqueue>support</Enqueue>",
        "<Dial><Conference>Room</Conference></Dial>",
        "<Play loop='0'>a.mp3</Play>",
    ):
        sid = place(client, Url="", Twiml=f"<Response>{verb}</Response>")
        client.emulator.advance(13)
        client.made(f"Calls/{sid}.json", Url="https://example.com/elsewhere")
        client.emulator.advance(100)
        assert "25" == duration(client, sid), verb


def test_ending_and_canceling(client: Client) -> None:
    """completed ends a call that goes on; both cancel one that has not been answered."""
    queued, ringing, talking = place(client), place(client), place(client)
    assert "canceled" == client.made(f"Calls/{queued}.json", Status="canceled")["status"]
    client.emulator.advance(1)
    assert "canceled" == client.made(f"Calls/{ringing}.json", Status="completed")["status"]
    client.emulator.advance(4)
    refused = client.post(f"Calls/{talking}.json", Status="canceled")
    assert (400, 21220) == (refused.status, refused.code)
    ended = client.made(f"Calls/{talking}.json", Status="completed")
    assert ("completed", "2") == (ended["status"], ended["duration"])
    client.emulator.advance(100)
    assert "2" == client.get(f"Calls/{talking}.json").json["duration"]
    assert 21220 == client.post(f"Calls/{talking}.json", Status="completed").code


def test_only_a_call_that_goes_on_is_redirected(client: Client) -> None:
    """Others cannot be."""
    sid = place(client)
    assert 21220 == client.post(f"Calls/{sid}.json", Url="https://example.com/2").code
    client.emulator.advance(5)
    client.made(f"Calls/{sid}.json", Url="https://example.com/2")
    client.made(f"Calls/{sid}.json", Twiml="<Response><Hangup/></Response>")
    client.emulator.advance(0)
    assert "completed" == status(client, sid)


@pytest.mark.parametrize(
    "twiml, code",
    [
        ("<Response>", 12100),
        ("<Answer/>", 12102),
        ("<!DOCTYPE a><Response/>", 12100),
        ("x" * 5000, 32018),
    ],
)
def test_twiml_that_is_none(client: Client, twiml: str, code: int) -> None:
    """It is refused when it is sent, with the code of what is wrong with the document."""
    answer = client.post("Calls.json", {"To": CALL["To"], "From": CALL["From"], "Twiml": twiml})
    assert (400, code) == (answer.status, answer.code)


def test_other_addresses_can_be_called(client: Client) -> None:
    """Clients, SIP addresses, and numbers written as at home."""
    assert "client:alice" == client.made("Calls.json", {**CALL, "To": "client:alice"})["to"]
    call = client.made("Calls.json", {**CALL, "To": "(415) 867-5308"})
    assert ("+14158675308", "(415) 867-5308") == (call["to"], call["to_formatted"])


def test_a_call_is_not_deleted_before_it_has_ended(client: Client) -> None:
    """Nor is what goes on with it left behind: a recording, a conference, a place in a queue."""
    client.emulator.script("Call", "open")
    ends = {"To": CALL["To"], "From": CALL["From"]}
    joined = client.made("Conferences/Room/Participants.json", ends)["call_sid"]
    waiting = place(client, Url="", Twiml="<Response><Enqueue>support</Enqueue></Response>")
    for _ in ("queued", "in-progress"):
        for sid in (joined, waiting):
            refused = client.delete(f"Calls/{sid}.json")
            assert (409, 20009) == (refused.status, refused.code)
        client.emulator.advance(5)
    client.made(f"Calls/{joined}/Recordings.json")
    for sid in (joined, waiting):
        client.made(f"Calls/{sid}.json", Status="completed")
        assert 204 == client.delete(f"Calls/{sid}.json").status
    client.emulator.advance(5)
    (queue,) = client.listed("Queues.json", "queues")
    (room,) = client.listed("Conferences.json", "conferences")
    (recording,) = client.listed("Recordings.json", "recordings")
    assert (0, "completed", "completed") == (
        queue["current_size"],
        room["status"],
        recording["status"],
    )
    assert [] == client.emulator.records("Participant") + client.emulator.records("Member")


def test_a_deleted_call_is_gone_with_what_was_below(client: Client) -> None:
    """And what was to happen to it does not."""
    sid = place(client)
    client.made(f"Calls/{sid}/Streams.json", Url="wss://localhost")
    client.made(f"Calls/{sid}.json", Status="canceled")
    assert 204 == client.delete(f"Calls/{sid}.json").status
    assert 404 == client.get(f"Calls/{sid}.json").status
    client.emulator.advance(100)
    assert [] == client.listed("Calls.json", "calls")


# -- recordings -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pause", "seconds"),
    [({}, "35"), ({"PauseBehavior": "silence"}, "35"), ({"PauseBehavior": "skip"}, "15")],
)
def test_a_pause_is_silence_or_left_out(
    client: Client, pause: dict[str, str], seconds: str
) -> None:
    """Silence counts, and is meant unless it is said that the pause is to be skipped."""
    client.emulator.script("Call", "open")
    sid = place(client)
    client.emulator.advance(5)
    path = f"Calls/{sid}/Recordings/{client.made(f'Calls/{sid}/Recordings.json')['sid']}.json"
    refused = client.post(path, Status="paused", PauseBehavior="hum")
    assert (400, 20001) == (refused.status, refused.code)
    for wait, step in ((10, {"Status": "paused", **pause}), (20, {"Status": "in-progress"})):
        client.emulator.advance(wait)
        client.made(path, step)
    client.emulator.advance(5)
    client.made(path, Status="stopped")
    assert seconds == client.get(path).json["duration"]


def test_a_recording_is_paused_and_goes_on(client: Client) -> None:
    """What was recorded counts; it ends with its call."""
    sid = place(client)
    client.emulator.advance(5)
    path = f"Calls/{sid}/Recordings"
    made = client.made(f"{path}.json")
    assert ("in-progress", 1, "StartCallRecordingAPI", sid) == (
        made["status"],
        made["channels"],
        made["source"],
        made["call_sid"],
    )
    client.emulator.advance(2)
    paused = {"Status": "paused", "PauseBehavior": "skip"}
    assert "paused" == client.made(f"{path}/Twilio.CURRENT.json", paused)["status"]
    client.emulator.advance(3)
    client.made(f"{path}/{made['sid']}.json", Status="in-progress")
    client.emulator.advance(1)
    client.made(f"{path}/{made['sid']}.json", Status="stopped")
    assert 404 == client.post(f"{path}/Twilio.CURRENT.json", Status="paused").status
    client.emulator.advance(5)
    for where in (f"{path}/{made['sid']}.json", f"Recordings/{made['sid']}.json"):
        record = client.get(where).json
        assert ("completed", "3", "-0.00250") == (
            record["status"],
            record["duration"],
            record["price"],
        )
    client.emulator.advance(100)
    assert "completed" == status(client, sid)
    assert (400, 21220) == (client.post(f"{path}.json").status, client.post(f"{path}.json").code)


def test_record_on_a_call_records_all_of_it(client: Client) -> None:
    """From the answer to the end."""
    assert 400 == client.post("Calls.json", {**CALL, "RecordingChannels": "stereo"}).status
    sid = place(client, Record="true", RecordingChannels="dual")
    client.emulator.advance(60)
    (record,) = client.listed(f"Calls/{sid}/Recordings.json", "recordings")
    assert ("15", 2, "OutboundAPI") == (record["duration"], record["channels"], record["source"])
    other = place(client)
    assert [] == client.listed(f"Calls/{other}/Recordings.json", "recordings")
    assert 404 == client.get(f"Calls/{other}/Recordings/{record['sid']}.json").status


def test_deleted_recordings_show_when_asked_for(client: Client) -> None:
    """They are only marked."""
    sid = place(client, Record="true")
    client.emulator.advance(60)
    (record,) = client.listed("Recordings.json", "recordings")
    path = f"Recordings/{record['sid']}.json"
    assert 204 == client.delete(path).status
    assert (404, 404) == (client.get(path).status, client.delete(path).status)
    assert [] == client.listed("Recordings.json", "recordings")
    assert [] == client.listed(f"Calls/{sid}/Recordings.json", "recordings")
    assert "deleted" == client.get(path, IncludeSoftDeleted="true").json["status"]
    assert 1 == len(client.listed("Recordings.json", "recordings", IncludeSoftDeleted="true"))


def test_a_recording_without_a_format_is_sound(client: Client) -> None:
    """Silence, as long as it is."""
    place(client, Record="true")
    client.emulator.advance(60)
    (record,) = client.listed("Recordings.json", "recordings")
    for suffix in ("", ".wav"):
        answer = client.get(f"Recordings/{record['sid']}{suffix}")
        assert (200, "audio/x-wav") == (answer.status, answer.headers["Content-Type"])
        assert answer.body.startswith(b"RIFF")
        assert 15 * 8000 * 2 + 44 == len(answer.body)
    answer = client.get(f"Recordings/{record['sid']}.mp3")
    assert (200, "audio/mpeg") == (answer.status, answer.headers["Content-Type"])
    frames = [answer.body[at : at + 36] for at in range(0, len(answer.body), 36)]
    assert {bytes.fromhex("fff318c0") + bytes(32)} == set(frames)  # MPEG-2 III, 16 kHz, mono
    assert 15 <= len(frames) * 576 / 16_000 < 15.04
    assert 404 == client.get(f"Recordings/{record['sid']}.ogg").status
    assert "Recording" == client.get(f"Recordings/{record['sid']}.xml").xml[0].tag


def test_transcriptions(client: Client) -> None:
    """Begun by the emulator's user, done after a while, seen from both sides."""
    place(client, Record="true")
    client.emulator.advance(60)
    (record,) = client.listed("Recordings.json", "recordings")
    sid = client.emulator.transcribe(record["sid"], "Hello there")
    assert "in-progress" == client.get(f"Transcriptions/{sid}.json").json["status"]
    client.emulator.advance(10)
    below = f"Recordings/{record['sid']}/Transcriptions"
    (found,) = client.listed(f"{below}.json", "transcriptions")
    assert ("completed", "Hello there") == (found["status"], found["transcription_text"])
    assert ("15", "-0.05000", "USD") == (found["duration"], found["price"], found["price_unit"])
    day = client.listed("Usage/Records/Daily.json?Category=transcriptions", "usage_records")[0]
    assert ("1", "1", "0.05000") == (day["count"], day["usage"], day["price"])
    own = f"/2010-04-01/Accounts/{client.account}/Transcriptions/{sid}"
    assert f"{own}.json" == found["uri"] == client.get(f"{below}/{sid}.json").json["uri"]
    assert own == client.get(f"Transcriptions/{sid}").xml[0].findtext("Uri")
    assert 204 == client.delete(f"{below}/{sid}.json").status
    assert 404 == client.get(f"Transcriptions/{sid}.json").status


def test_below_a_deleted_recording_nothing_is_found(client: Client) -> None:
    """Its transcription is still the account's."""
    place(client, Record="true")
    client.emulator.advance(60)
    (record,) = client.listed("Recordings.json", "recordings")
    sid = client.emulator.transcribe(record["sid"])
    below = f"Recordings/{record['sid']}/Transcriptions"
    assert 204 == client.delete(f"Recordings/{record['sid']}.json").status
    for path in (f"{below}.json", f"{below}/{sid}.json"):
        assert (404, 20404) == (client.get(path).status, client.get(path).code)
    assert 200 == client.get(f"Transcriptions/{sid}.json").status


# -- queues ---------------------------------------------------------------------------------------


def test_calls_wait_in_a_queue(client: Client) -> None:
    """In order; the first is Front; who is taken out goes on."""
    calls = []
    for _ in range(3):
        calls.append(place(client, Url="", Twiml="<Response><Enqueue>support</Enqueue></Response>"))
        client.emulator.advance(10)
    (queue,) = client.listed("Queues.json", "queues")
    assert ("support", 3, 17) == (
        queue["friendly_name"],
        queue["current_size"],
        queue["average_wait_time"],
    )
    path = f"Queues/{queue['sid']}/Members"
    front = client.get(f"{path}/Front.json").json
    assert (calls[0], 1, 27) == (front["call_sid"], front["position"], front["wait_time"])
    members = client.listed(f"{path}.json", "queue_members")
    assert sorted(calls) == sorted(member["call_sid"] for member in members)
    taken = client.made(f"{path}/Front.json", Url="https://example.com/agent")
    assert calls[0] == taken["call_sid"]
    assert 404 == client.get(f"{path}/{calls[0]}.json").status
    assert "in-progress" == status(client, calls[0])
    client.made(f"Calls/{calls[1]}.json", Status="completed")
    assert calls[2] == client.get(f"{path}/Front.json").json["call_sid"]
    assert 1 == client.get(f"Queues/{queue['sid']}.json").json["current_size"]


def test_a_queue_says_who_waits_and_stays_while_someone_does(client: Client) -> None:
    """A change answers its size as it is; only an empty queue is deleted."""
    sid = place(client, Url="", Twiml="<Response><Enqueue>support</Enqueue></Response>")
    client.emulator.advance(5)
    (queue,) = client.listed("Queues.json", "queues")
    path = f"Queues/{queue['sid']}.json"
    assert (1000, 1) == (queue["max_size"], queue["current_size"])
    second = place(client, Url="", Twiml="<Response><Enqueue>support</Enqueue></Response>")
    client.emulator.advance(5)
    assert 2 == client.made(path, MaxSize="5")["current_size"]
    refused = client.delete(path)
    assert (409, 20409) == (refused.status, refused.code)
    for call in (sid, second):
        client.made(f"Calls/{call}.json", Status="completed")
    assert 0 == client.made(path, MaxSize="6")["current_size"]
    assert 204 == client.delete(path).status


@pytest.mark.parametrize("size", ["0", "-1", "5001"])
def test_a_queue_has_room_for_someone(client: Client, size: str) -> None:
    """And for five thousand at most."""
    made = client.made("Queues.json", FriendlyName="support", MaxSize="5000")
    for path in ("Queues.json", f"Queues/{made['sid']}.json"):
        refused = client.post(path, FriendlyName="sales", MaxSize=size)
        assert (400, 20001) == (refused.status, refused.code)
        assert "MaxSize" in refused.json["message"]


def test_a_full_queue_takes_nobody_more(client: Client) -> None:
    """TwiML goes on behind the queue; without more of it the call ends."""
    client.made("Queues.json", FriendlyName="support", MaxSize="1")
    twiml = "<Response><Enqueue>support</Enqueue><Pause length='5'/><Hangup/></Response>"
    first, second = (place(client, Url="", Twiml=twiml) for _ in range(2))
    third = place(client, Url="", Twiml="<Response><Enqueue>support</Enqueue></Response>")
    client.emulator.advance(100)
    assert ("in-progress", None) == (status(client, first), duration(client, first))
    assert ("5", "0") == (duration(client, second), duration(client, third))


def test_queue_names_are_unique(client: Client) -> None:
    """Twice is refused, also by a change; a queue may keep its own."""
    first = client.made("Queues.json", FriendlyName="support")["sid"]
    second = client.made("Queues.json", FriendlyName="sales")["sid"]
    assert 22003 == client.post("Queues.json", FriendlyName="support").code
    assert 22003 == client.post(f"Queues/{second}.json", FriendlyName="support").code
    assert 7 == client.made(f"Queues/{first}.json", FriendlyName="support", MaxSize=7)["max_size"]


# -- beside the call ------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["Siprec", "Streams", "Transcriptions"])
def test_what_goes_on_beside_a_call(client: Client, kind: str) -> None:
    """Stopped by Sid or name, and with its call."""
    sid = place(client)
    form = {"Name": "one", **({"Url": "wss://localhost"} if kind == "Streams" else {})}
    made = client.made(f"Calls/{sid}/{kind}.json", form)
    assert ("in-progress", "one") == (made["status"], made["name"])
    assert 400 == client.post(f"Calls/{sid}/{kind}.json", form).status
    stopped = client.made(f"Calls/{sid}/{kind}/one.json", Status="stopped")
    assert (made["sid"], "stopped") == (stopped["sid"], stopped["status"])
    other = client.made(f"Calls/{sid}/{kind}.json", {**form, "Name": "two"})
    client.emulator.advance(100)
    rows = client.emulator.state.rows(
        {"Siprec": "Siprec", "Streams": "Stream", "Transcriptions": "RealtimeTranscription"}[kind]
    )
    assert [other["sid"]] == [row["sid"] for row in rows if row["name"] == "two"]
    assert {"stopped"} == {row["status"] for row in rows}
    assert 21220 == client.post(f"Calls/{sid}/{kind}.json", {**form, "Name": "three"}).code


def test_numbered_parameters(client: Client) -> None:
    """Names and values of a stream arrive; numbers out of range do not."""
    sid = place(client)
    form = {"Url": "wss://localhost", "Parameter1.Name": "a", "Parameter1.Value": "b"}
    client.made(f"Calls/{sid}/Streams.json", form)
    refused = client.post(f"Calls/{sid}/Streams.json", {**form, "Parameter100.Name": "a"})
    assert (400, 20001) == (refused.status, refused.code)


def test_an_idempotency_key_makes_one_record(client: Client) -> None:
    """The same key, the same answer; another key, another record."""
    sid = place(client)
    path = f"Calls/{sid}/UserDefinedMessages.json"
    first, again, other = (
        client.made(path, Content="{}", IdempotencyKey=key)["sid"] for key in ("a", "a", "b")
    )
    assert first == again != other


def test_feedback_on_a_call(client: Client) -> None:
    """Given once with 201, replaced with 200, summed up."""
    sid = place(client)
    path = f"Calls/{sid}/Feedback.json"
    assert 404 == client.get(path).status
    form = [("QualityScore", "2"), ("Issue", "dropped-call"), ("Issue", "one-way-audio")]
    assert 201 == client.post(path, form).status
    assert 200 == client.post(path, {"QualityScore": "4", "Issue": "dropped-call"}).status
    assert (4, ["dropped-call"]) == (
        client.get(path).json["quality_score"],
        client.get(path).json["issues"],
    )
    days = {"StartDate": "2026-11-01", "EndDate": "2026-11-01"}
    summary = client.made("Calls/FeedbackSummary.json", days)
    assert (1, 1, "4") == (
        summary["call_count"],
        summary["call_feedback_count"],
        summary["quality_score_average"],
    )
    assert "100.00%" == summary["issues"][0]["percentage_of_total_calls"]
