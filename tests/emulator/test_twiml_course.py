"""The whole course of calls: each verb at its time, and each request with all that it says."""

from __future__ import annotations

import pytest
from emulator_application import AGENT, OWN, PERSON, Start, notifications
from emulator_course import RECORDING, STARTED, course


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
    assert call.say("one two") and call.say("three")
    emulator.advance(1)
    call.hang_up()
    emulator.advance(60)
    assert course(call, application)[1] == [
        f"/r CallSid=CA1 CallStatus=completed RecordingUrl={RECORDING}RE1 RecordingDuration=2 RecordingSid=RE1 Digits=hangup"
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
