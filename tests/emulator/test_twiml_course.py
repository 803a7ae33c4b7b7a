"""The whole course of calls: each verb at its time, and each request with all that it says."""

from __future__ import annotations

import pytest
from emulator_application import AGENT, OWN, PERSON, Application, Start, notifications
from emulator_client import Client
from emulator_course import Namer, asked, happened

from twilio_ops_emulator import Emulator
from twilio_ops_emulator.control.live import LiveCall

BEGIN = "0 request url=http://localhost/voice method=POST"
FIRST = "/voice CallSid=CA1 CallStatus=ringing"
RECORDING = "https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/"
STARTED = "RecordingStartTime=Sun, 01 Nov 2026 10:00:0"


def course(call: LiveCall, application: Application) -> tuple[list[str], list[str]]:
    """What happened in a call behind its first request, and what was asked behind it."""
    namer = Namer()
    namer.named(call.sid)
    first, *entries = happened(call, namer)
    begin, *requests = asked(application, namer)
    assert (first, begin) == (BEGIN, FIRST)
    return entries, requests


def test_a_request_about_a_call_says_all_of_it(start: Start) -> None:
    """Where the numbers are is not known, and said to be so."""
    emulator, application = start({"/voice": ""})
    call = emulator.receive_call(PERSON, OWN)
    ends = {"From": PERSON, "Caller": PERSON, "To": OWN, "Called": OWN}
    said = {"CallStatus": "ringing", "Direction": "inbound", "ApiVersion": "2010-04-01"}
    places = {f"{end}{place}": "" for end in ends for place in ("City", "State", "Zip", "Country")}
    sids = {"CallSid": call.sid, "AccountSid": emulator.account_sid}
    assert application.last("/voice") == {**sids, **ends, **said, **places}


def test_what_is_heard_takes_its_time(start: Start) -> None:
    """Words by their number, a sound five seconds, a key half a second; what has no end goes on."""
    emulator, application = start(
        {
            "/voice": "<Say>Hi</Say><Say loop='2'>one two three four five</Say><Play>/a.wav</Play>"
            "<Play loop='3' digits='12w'/><Pause/><Pause length='7'/><Say loop='0'>on</Say><Say/>"
        }
    )
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(300)
    assert call.status == "in-progress"
    assert course(call, application)[0] == [
        "0 Say 'Hi'",
        "1 Say loop=2 'one two three four five'",
        "5 Play '/a.wav'",
        "10 Play loop=3 digits=12w",
        "14.5 Pause",
        "15.5 Pause length=7",
        "22.5 Say loop=0 'on'",
    ]


def test_keys_are_gathered_until_time_a_key_or_their_number_ends_it(start: Start) -> None:
    """The time begins behind what is heard, and with each key anew; without a key that ends it all count."""
    emulator, application = start(
        {
            "/voice": "<Gather timeout='3' action='/g'><Say>one two three four five</Say>"
            "<Play>/a.wav</Play><Pause length='2'/></Gather><Gather action='/g'/>",
            "/g": "<Gather actionOnEmptyResult='true' action='/h' method='GET'/>",
            "/h": "<Gather finishOnKey='' timeout='2' numDigits='3'/><Gather/>",
        }
    )
    call = emulator.receive_call(PERSON, OWN)
    for seconds, keys in ((16, "1"), (4, "2"), (10, "9#"), (1.5, "*"), (0, "##")):
        emulator.advance(seconds)
        assert call.press(keys)
    emulator.advance(60)
    entries, requests = course(call, application)
    assert entries == [
        "0 Gather timeout=3 action=/g",
        "0 Say 'one two three four five'",
        "0 Play '/a.wav'",
        "0 Pause length=2",
        "12 Gather action=/g",
        "16 pressed keys=1",
        "20 pressed keys=2",
        "25 gathered Digits=12",
        "25 request url=http://localhost/g method=POST",
        "25 Gather actionOnEmptyResult=true action=/h method=GET",
        "30 gathered",
        "30 request url=http://localhost/h method=GET",
        "30 Gather timeout=2 numDigits=3",
        "30 pressed keys=9#",
        "31.5 gathered Digits=9#*",
        "31.5 request url=http://localhost/h method=POST",
        "31.5 pressed keys=*",
        "31.5 Gather timeout=2 numDigits=3",
        "31.5 pressed keys=##",
        "33.5 gathered Digits=##",
        "33.5 request url=http://localhost/h method=POST",
        "33.5 Gather timeout=2 numDigits=3",
        "35.5 Gather",
    ]
    assert requests == [
        "/g CallSid=CA1 CallStatus=in-progress Digits=12 msg=Gather End",
        "/h CallSid=CA1 CallStatus=in-progress msg=Gather End",
        "/h CallSid=CA1 CallStatus=in-progress Digits=9#* msg=Gather End",
        "/h CallSid=CA1 CallStatus=in-progress Digits=## msg=Gather End",
    ]
    assert call.status == "completed"


def test_words_are_gathered(start: Start) -> None:
    """What is heard in part is told first, and answered by nothing."""
    emulator, application = start(
        {
            "/voice": "<Gather input='dtmf speech' action='/g' partialResultCallback='/p'"
            " partialResultCallbackMethod='GET'/>",
            "/g": "<Gather/>",
            "/p": "<Hangup/>",
        }
    )
    call = emulator.receive_call(PERSON, OWN)
    assert [call.press("1"), call.say("two words"), call.say("more")] == [True, True, False]
    entries, requests = course(call, application)
    assert entries[1:] == [
        "0 pressed keys=1",
        "0 request url=http://localhost/p method=GET",
        "0 gathered SpeechResult=two words Confidence=1.0",
        "0 request url=http://localhost/g method=POST",
        "0 said 'two words'",
        "0 Gather",
        "0 said 'more (no verb waits for words)'",
    ]
    assert requests == [
        "/p CallSid=CA1 CallStatus=in-progress UnstableSpeechResult=two words Stability=1.0 SequenceNumber=0",
        "/g CallSid=CA1 CallStatus=in-progress SpeechResult=two words Confidence=1.0 msg=Gather End",
    ]


def test_what_is_recorded_is_told(start: Start) -> None:
    """Its address and its length to the action, its status to whom the verb names, its words to another."""
    emulator, application = start(
        {
            "/voice": "<Record action='/r' method='GET' timeout='3' recordingStatusCallback='/cb'"
            " recordingStatusCallbackMethod='GET'"
            " recordingStatusCallbackEvent='in-progress completed'/>",
            "/r": "<Record timeout='0' maxLength='10' finishOnKey='#' transcribeCallback='/t' action='/end'/>",
            "/end": "<Record action='/r'/>",
        }
    )
    call = emulator.receive_call(PERSON, OWN)
    for what, seconds in (("one two three four five six", 1), ("seven", 1)):
        emulator.advance(seconds)
        assert call.say(what)
    assert call.press("5")
    emulator.advance(4)
    assert [call.say("eight nine ten"), call.press("5")] == [True, False]
    emulator.advance(60)
    entries, requests = course(call, application)
    assert [entry for entry in entries if "Record" not in entry] == [
        "1 said 'one two three four five six'",
        "2 said 'seven'",
        "2 request url=http://localhost/r method=GET",
        "2 pressed keys=5",
        "6 said 'eight nine ten'",
        "6 pressed keys=5 'no verb waits for these keys'",
        "12 request url=http://localhost/end method=POST",
    ]
    verb = "RecordingChannels=1 RecordingSource=RecordVerb RecordingTrack=both"
    assert requests == [
        f"/cb RecordingSid=RE1 CallSid=CA1 RecordingStatus=in-progress {verb} RecordingUrl={RECORDING}RE1 {STARTED}0 +0000",
        f"/r CallSid=CA1 CallStatus=in-progress RecordingUrl={RECORDING}RE1 RecordingDuration=3 RecordingSid=RE1 Digits=5",
        f"/cb RecordingSid=RE1 CallSid=CA1 RecordingStatus=completed RecordingDuration=3 {verb} RecordingUrl={RECORDING}RE1 {STARTED}0 +0000",
        f"/end CallSid=CA1 CallStatus=in-progress RecordingUrl={RECORDING}RE2 RecordingDuration=1 RecordingSid=RE2",
        "/t CallSid=CA1 CallStatus=completed TranscriptionSid=TR1 TranscriptionText=eight nine ten TranscriptionStatus=completed"
        f" RecordingSid=RE2 TranscriptionUrl={RECORDING.replace('Recordings', 'Transcriptions')}TR1 RecordingUrl={RECORDING}RE2",
    ]  # fmt: skip
    assert call.status == "completed"  # the third recording has nothing in it, and asks nothing


def test_who_hangs_up_ends_the_recording(start: Start) -> None:
    """Its action is asked, and its answer counts for nothing; what was said is transcribed."""
    emulator, application = start(
        {"/voice": "<Record action='/r' method='GET' transcribe='TRUE'/>", "/r": "<Say>No</Say>"}
    )
    call = emulator.receive_call(PERSON, OWN)
    call.say("one two three")
    emulator.advance(1)
    call.hang_up()
    emulator.advance(60)
    assert course(call, application)[1] == [
        f"/r CallSid=CA1 CallStatus=completed RecordingUrl={RECORDING}RE1 RecordingDuration=1 RecordingSid=RE1 Digits=hangup"
    ]
    assert call.verbs == ["Record"]
    (found,) = emulator.records("Transcription")
    assert (found["transcription_text"], found["status"]) == ("one two three", "completed")


def test_recordings_of_nothing_end_by_the_shorter_time(start: Start) -> None:
    """And ask nothing, the last of a document neither; silence without a time is not listened for."""
    emulator, application = start(
        {
            "/voice": "<Record action='/r' timeout='4' maxLength='3'/>"
            "<Record action='/r' timeout='0' maxLength='7'/>"
        }
    )
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(60)
    assert course(call, application) == (
        ["0 Record action=/r timeout=4 maxLength=3", "3 Record action=/r timeout=0 maxLength=7"],
        [],
    )
    assert call.record["duration"] == "10"
    lengths = [(row["status"], row["duration"]) for row in emulator.records("Recording")]
    assert lengths == [("absent", "0")] * 2


@pytest.mark.parametrize(
    ("record", "channels"),
    [("record-from-answer-dual", 2), ("record-from-ringing", 1), ("true", 1), ("false", None), ("do-not-record", None)],
)  # fmt: skip
def test_dial_records_and_tells(start: Start, record: str, channels: int | None) -> None:
    """With the caller that it names; action is told the address, another what becomes of the recording."""
    emulator, application = start(
        {
            "/voice": f"<Dial action='/d' method='GET' callerId='+15005550123' record='{record}'"
            " recordingStatusCallback='/rc' recordingStatusCallbackEvent='in-progress'"
            f" recordingTrack='inbound'>{AGENT}</Dial>",
            "/d": "",
        }
    )
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(60)
    entries, requests = course(call, application)
    url = f" RecordingUrl={RECORDING}RE1" if channels else ""
    over = "DialCallStatus=completed DialCallSid=CA2 DialCallDuration=15 DialBridged="
    assert entries[1:] == [
        f"0 dialled sid=CA2 to={AGENT}",
        "3 bridged sid=CA2",
        f"18 dial over {over}True{url}",
        "18 request url=http://localhost/d method=GET",
    ]
    told = f"/rc RecordingSid=RE1 CallSid=CA1 RecordingStatus=in-progress RecordingChannels={channels} RecordingSource=DialVerb RecordingTrack=inbound RecordingUrl={RECORDING}RE1 {STARTED}3 +0000"
    assert requests == [
        *([told] if channels else []),
        f"/d CallSid=CA1 CallStatus=in-progress {over}true{url}",
    ]
    assert [leg.record["from"] for leg in call.legs] == ["+15005550123"]


PROGRESS = "ParentCallSid=CA1 {}Timestamp=Sun, 01 Nov 2026 10:00:{} +0000 CallbackSource=call-progress-events SequenceNumber={}"


def test_who_is_dialled_may_hear_something_first(start: Start) -> None:
    """And is connected when it is over; a Dial within is an error of its own."""
    emulator, application = start(
        {
            "/voice": "<Dial action='/d'><Number url='/screen' method='GET' statusCallback='/s'"
            " statusCallbackEvent='initiated ringing answered completed'"
            f" statusCallbackMethod='GET'>{AGENT}</Number></Dial>",
            "/screen": "<Gather numDigits='1' action='/ok'><Say>x</Say></Gather><Hangup/>",
            "/ok": "<Dial>1</Dial>",
            "/d": "",
            "/s": "",
        }
    )
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(6)
    assert call.legs[0].press("1")
    assert notifications(emulator) == [(13201, "0")]
    emulator.advance(60)
    entries, requests = course(call, application)
    assert entries == [
        "0 Dial action=/d",
        f"0 dialled sid=CA2 to={AGENT}",
        "6 bridged sid=CA2",
        "18 dial over DialCallStatus=completed DialCallSid=CA2 DialCallDuration=12 DialBridged=True",
        "18 request url=http://localhost/d method=POST",
    ]
    assert requests == [
        f"/s CallSid=CA2 CallStatus=initiated {PROGRESS.format('', '01', 0)}",
        f"/s CallSid=CA2 CallStatus=ringing {PROGRESS.format('', '01', 1)}",
        "/screen CallSid=CA2 CallStatus=in-progress ParentCallSid=CA1",
        f"/s CallSid=CA2 CallStatus=in-progress {PROGRESS.format('', '03', 2)}",
        "/ok CallSid=CA2 CallStatus=in-progress ParentCallSid=CA1 Digits=1 msg=Gather End",
        "/d CallSid=CA1 CallStatus=in-progress DialCallStatus=completed DialCallSid=CA2 DialCallDuration=12 DialBridged=true",
        f"/s CallSid=CA2 CallStatus=completed {PROGRESS.format('CallDuration=15 Duration=1 SipResponseCode=200 ', '18', 3)}",
    ]


def test_who_does_not_accept_is_not_connected(start: Start) -> None:
    """Dial is over when the leg is."""
    emulator, application = start(
        {
            "/voice": f"<Dial action='/d'><Number url='/screen'>{AGENT}</Number></Dial>",
            "/screen": "<Gather action='/ok'><Say>x</Say></Gather><Hangup/>",
            "/d": "",
        }
    )
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(60)
    over = "DialCallStatus=completed DialCallSid=CA2 DialCallDuration=0 DialBridged=false"
    assert course(call, application)[1] == [
        "/screen CallSid=CA2 CallStatus=in-progress ParentCallSid=CA1",
        f"/d CallSid=CA1 CallStatus=in-progress {over}",
    ]
    assert call.record["duration"] == "9"


def test_all_that_can_be_dialled(start: Start) -> None:
    """At once, ten at most; nobody answers in time, and the next verb has its turn."""
    nouns = f"<Number>{AGENT}</Number><Client>joe</Client><Sip>a@b.c</Sip><Sim>DE1</Sim><WhatsApp>{AGENT}</WhatsApp>"
    more = "<Client>more</Client>" * 6
    emulator, application = start({"/voice": f"<Dial timeout='2'>{nouns}{more}</Dial><Say>x</Say>"})
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(60)
    dialled = [
        AGENT,
        "client:joe",
        "sip:a@b.c",
        "sim:DE1",
        f"whatsapp:{AGENT}",
        *["client:more"] * 5,
    ]
    assert course(call, application)[0] == [
        "0 Dial timeout=2",
        *(f"0 dialled sid=CA{number} to={to}" for number, to in enumerate(dialled, 2)),
        "2 dial over DialCallStatus=no-answer DialCallSid=CA11 DialCallDuration=0 DialBridged=False",
        "2 Say 'x'",
    ]  # fmt: skip
    assert {leg.status for leg in call.legs} == {"no-answer"}


def test_a_star_ends_what_was_dialled(start: Start) -> None:
    """Where Dial says so, and only then; other keys do not."""
    emulator, application = start(
        {
            "/voice": f"<Dial hangupOnStar='true' action='/d'>{AGENT}</Dial>",
            "/d": f"<Dial>{AGENT}</Dial>",
        }
    )
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(5)
    assert [call.press("1"), call.press("1*")] == [False, True]
    emulator.advance(5)
    assert not call.press("*")
    emulator.advance(60)
    over = "DialCallStatus=completed DialCallSid=CA{} DialCallDuration={} DialBridged=True"
    assert course(call, application)[0][2:] == [
        "3 bridged sid=CA2",
        "5 pressed keys=1 'no verb waits for these keys'",
        f"5 dial over {over.format(2, 2)}",
        "5 request url=http://localhost/d method=POST",
        "5 pressed keys=1*",
        f"5 Dial {AGENT!r}",
        f"5 dialled sid=CA3 to={AGENT}",
        "8 bridged sid=CA3",
        "10 pressed keys=* 'no verb waits for these keys'",
        f"23 dial over {over.format(3, 15)}",
    ]


def test_whom_nobody_can_dial(start: Start) -> None:
    """Dial fails, and says nothing of a leg."""
    emulator, application = start({"/voice": "<Dial action='/d'>x</Dial>", "/d": "<Dial/>"})
    call = emulator.receive_call(PERSON, OWN)
    assert course(call, application) == (
        [
            "0 Dial action=/d 'x'",
            "0 problem code=13223 \"line 1: 'x' is not a number that can be dialled\"",
            "0 dial over DialCallStatus=failed",
            "0 request url=http://localhost/d method=POST",
            "0 Dial",
            "0 problem code=13223 \"line 1: '' is not a number that can be dialled\"",
            "0 dial over DialCallStatus=failed",
        ],
        ["/d CallSid=CA1 CallStatus=in-progress DialCallStatus=failed"],
    )
    assert (call.status, call.legs) == ("completed", [])


def test_a_call_is_answered_when_its_dial_is(start: Start) -> None:
    """Where it says so: until then it rings, also while a first Dial is in vain."""
    dial = f"<Dial answerOnBridge='true' timeout='2'>{AGENT}</Dial>"
    emulator, _ = start({"/voice": dial + dial.replace("2", "20")})
    call = emulator.receive_call(PERSON, OWN)
    seen = [call.status]
    for _ in range(4):
        emulator.advance(2)
        seen.append(call.status)
    assert seen == ["ringing", "ringing", "ringing", "in-progress", "in-progress"]
    assert call.record["start_time"] == "Sun, 01 Nov 2026 10:00:05 +0000"


# -- queues -------------------------------------------------------------------------------------

QUEUE = {
    "/voice": "<Enqueue action='/after' method='GET' waitUrl='/wait' waitUrlMethod='GET'>q</Enqueue>",
    "/wait": "<Pause length='60'/>",
    "/after": "<Say>Rate us</Say>",
    "/agent": "<Dial action='/done'><Queue url='/whisper' method='GET'>q</Queue></Dial>",
    "/whisper": "<Say>x</Say><Gather/><Dial>1</Dial><Redirect>/whisper2</Redirect>",
    "/whisper2": "<Play>y</Play>",
    "/done": "<Say>Done</Say>",
    "/new": "<Say>New</Say><Pause length='60'/>",
}
WAITS = "/wait CallSid=CA1 CallStatus=in-progress QueuePosition=1 QueueSid=QU1 QueueTime=0 AvgQueueTime=0 CurrentQueueSize=1 MaxQueueSize=1000"
OVER = "DialCallStatus=completed DialCallSid=CA1 DialCallDuration=5 DialBridged="


def taken(start: Start) -> tuple[Emulator, Application, LiveCall, LiveCall]:
    """A call that waited ten seconds and is connected since five, and who has taken it."""
    emulator, application = start(QUEUE)
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(10)
    form = {"To": AGENT, "From": OWN, "Url": "http://localhost/agent"}
    agent = Client(emulator).made("Calls.json", form)["sid"]
    emulator.advance(14)
    return emulator, application, call, emulator.call(agent)


def send_on(emulator: Emulator, call: LiveCall) -> None:
    """Send a call elsewhere."""
    Client(emulator).made(f"Calls/{call.sid}.json", Url="http://localhost/new")


def test_a_call_is_taken_out_of_its_queue(start: Start) -> None:
    """It hears what the taker says it shall, which is words and sounds; then both are connected."""
    emulator, application, call, agent = taken(start)
    namer = Namer()
    namer.named(f"{call.sid} {agent.sid}")
    assert happened(call, namer)[2:] == [
        "0 request url=http://localhost/wait method=GET",
        "0 Pause length=60",
        "13 request url=http://localhost/whisper method=GET",
        "13 Say 'x'",
        "14 problem code=12200 'line 1: Gather may not stand here'",
        "14 problem code=13201 'line 1: Dial may not stand here'",
        "14 Redirect '/whisper2'",
        "14 request url=http://localhost/whisper2 method=POST",
        "14 Play 'y'",
        "19 bridged sid=CA2",
    ]
    assert happened(agent, namer) == [
        "0 request url=http://localhost/agent method=POST",
        "0 Dial action=/done",
        "6 bridged sid=CA1",
    ]
    requests = asked(application, namer)
    assert requests[1] == WAITS
    assert requests[3] == (
        "/whisper CallSid=CA1 CallStatus=in-progress QueueSid=QU1 QueueTime=13 DequeingCallSid=CA2"
    )
    assert emulator.records("Member") == []


def test_who_has_taken_a_call_hangs_up(start: Start) -> None:
    """The call goes on with its action; the taker's own is told of it."""
    emulator, application, call, agent = taken(start)
    agent.hang_up()
    emulator.advance(60)
    namer = Namer()
    namer.named(f"{call.sid} {agent.sid}")
    queued = "QueueResult=bridged QueueSid=QU1 QueueTime=19"
    assert asked(application, namer)[5:] == [
        f"/after CallSid=CA1 CallStatus=in-progress {queued}",
        f"/done CallSid=CA2 CallStatus=completed {OVER}true",
    ]
    assert (call.verbs[-1], agent.verbs) == ("Say", ["Dial"])


@pytest.mark.parametrize(
    ("who", "result", "status"),
    [("call", "bridged", "completed"), ("moved", "redirected-from-bridged", "in-progress")],
)
def test_a_call_that_was_taken_leaves(start: Start, who: str, result: str, status: str) -> None:
    """It hangs up, or is sent elsewhere: the taker goes on with its action at once."""
    emulator, application, call, agent = taken(start)
    if who == "call":
        call.hang_up()
    else:
        send_on(emulator, call)
    namer = Namer()
    namer.named(f"{call.sid} {agent.sid}")
    found = set(asked(application, namer)[5:])
    assert found - {"/new CallSid=CA1 CallStatus=in-progress"} == {
        f"/after CallSid=CA1 CallStatus={status} QueueResult={result} QueueSid=QU1 QueueTime=19",
        f"/done CallSid=CA2 CallStatus=in-progress {OVER}true",
    }
    assert (agent.verbs, agent.status) == (["Dial", "Say"], "in-progress")
    assert ("Say" in call.verbs[-1:]) == (who == "moved")
    emulator.advance(2)
    assert agent.status == "completed"


def test_who_has_taken_a_call_is_sent_elsewhere(start: Start) -> None:
    """The call goes on by itself, and the taker's action is asked once."""
    emulator, application, call, agent = taken(start)
    send_on(emulator, agent)
    emulator.advance(2)
    assert application.paths().count("/done") == application.paths().count("/after") == 1
    assert (agent.verbs, call.status) == (["Dial", "Say", "Pause"], "completed")


@pytest.mark.parametrize(
    ("who", "result"), [("hangs up", "hangup"), ("moved", "redirected"), ("dequeued", "redirected")]
)
def test_a_call_that_waits_leaves(start: Start, who: str, result: str) -> None:
    """Its action is told why, which queue it was and how long it waited."""
    emulator, application = start(QUEUE)
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(7)
    (queue,) = emulator.records("Queue")
    if who == "hangs up":
        call.hang_up()
    elif who == "moved":
        send_on(emulator, call)
    else:
        path = f"Queues/{queue['sid']}/Members/{call.sid}.json"
        member = Client(emulator).made(path, Url="http://localhost/new")
        assert (member["position"], member["wait_time"]) == (1, 7)
    status = "completed" if who == "hangs up" else "in-progress"
    assert course(call, application)[1] == [
        WAITS,
        f"/after CallSid=CA1 CallStatus={status} QueueResult={result} QueueSid=QU1 QueueTime=7",
        *(["/new CallSid=CA1 CallStatus=in-progress"] if who != "hangs up" else []),
    ]
    assert emulator.records("Member") == []


def test_a_call_leaves_its_queue_by_itself(start: Start) -> None:
    """Behind the last verb the call ends; without an address for music there is silence."""
    emulator, application = start({"/voice": "<Enqueue waitUrl='/wait'>q</Enqueue>", "/wait": "<Leave/>"})  # fmt: skip
    call = emulator.receive_call(PERSON, OWN)
    assert course(call, application)[0] == [
        "0 Enqueue waitUrl=/wait 'q'",
        "0 request url=http://localhost/wait method=POST",
        "0 Leave",
        "0 dequeued QueueResult=leave",
    ]
    assert call.status == "completed"
    application.pages = {"/voice": "<Enqueue>q</Enqueue>"}
    silent = emulator.receive_call(PERSON, OWN)
    emulator.advance(600)
    assert (silent.status, silent.verbs) == ("in-progress", ["Enqueue"])


def test_what_is_heard_in_a_queue_begins_anew(start: Start) -> None:
    """A second after it is over, with what has become of the queue meanwhile."""
    emulator, application = start({**QUEUE, "/wait": "<Say>x</Say>"})
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(5)
    again = WAITS.replace("Time=0", "Time={}")
    assert course(call, application)[1] == [WAITS, again.format(2, 2), again.format(4, 4)]


def test_who_waits_for_calls_gets_the_one_that_comes(start: Start) -> None:
    """While nobody comes, Dial's time runs; then it is over."""
    emulator, application = start(
        {
            **QUEUE,
            "/agent": "<Dial timeout='9' action='/again'><Queue>q</Queue></Dial>",
            "/again": "<Dial timeout='60' action='/done'><Queue>q</Queue></Dial>",
        }
    )
    form = {"To": AGENT, "From": OWN, "Url": "http://localhost/agent"}
    agent = emulator.call(Client(emulator).made("Calls.json", form)["sid"])
    emulator.advance(20)
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(5)
    namer = Namer()
    namer.named(f"{call.sid} {agent.sid}")
    assert happened(agent, namer)[1:] == [
        "0 Dial timeout=9 action=/again",
        "9 dial over DialCallStatus=no-answer",
        "9 request url=http://localhost/again method=POST",
        "9 Dial timeout=60 action=/done",
        "17 bridged sid=CA1",
    ]
    agent.hang_up()
    emulator.advance(60)
    assert f"/done CallSid=CA2 CallStatus=completed {OVER}true" in asked(application, namer)
    assert call.verbs[-1] == "Say"


# -- conferences --------------------------------------------------------------------------------

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
