"""Calls and messages that an application handles: asked as the service asks, carried out on the clock."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl
from xml.sax.saxutils import escape

import pytest
from emulator_application import AGENT, OWN, PERSON, Start, notifications
from emulator_client import Client

from twilio_ops_emulator import Clock, Emulator, EmulatorError

# -- messages -----------------------------------------------------------------------------------


def test_a_message_comes_in_and_is_answered(start: Start) -> None:
    """The number's address is asked as the service asks; the reply goes back to the sender."""
    emulator, application = start(
        {"/sms": lambda said: f"<Message>You said {said['Body']}</Message>"}
    )
    message = emulator.receive_message(PERSON, OWN, "Hello")
    (asked,) = application.asked
    assert ("/sms", PERSON, OWN, "Hello", "received", "0", "1") == (
        asked[0],
        *(
            asked[1][name]
            for name in ("From", "To", "Body", "SmsStatus", "NumMedia", "NumSegments")
        ),
    )
    assert asked[1]["MessageSid"] == asked[1]["SmsSid"] == asked[1]["SmsMessageSid"] == message.sid
    assert ("inbound", "received") == (message.record["direction"], message.record["status"])
    (reply,) = message.replies
    assert ("You said Hello", "outbound-reply", PERSON, OWN) == (
        reply["body"],
        reply["direction"],
        reply["to"],
        reply["from"],
    )
    emulator.advance(10)
    assert ["delivered"] == [record["status"] for record in message.replies]
    assert [] == notifications(emulator)


def test_media_come_with_addresses(start: Start) -> None:
    """MediaUrl and MediaContentType are numbered; the message is an MM."""
    emulator, application = start({"/sms": ""})
    message = emulator.receive_message(PERSON, OWN, media=["http://localhost/a.png"])
    said = application.last("/sms")
    assert message.sid.startswith("MM")
    assert ("1", "image/png") == (said["NumMedia"], said["MediaContentType0"])
    assert said["MediaUrl0"].endswith(emulator.records("Media")[0]["sid"])


@pytest.mark.parametrize(
    ("answer", "codes"),
    [
        (("200 OK", "text/plain", "Plain words"), []),
        (("200 OK", "application/json", "{}"), [(12300, "0")]),
        (("200 OK", "text/xml", "<Response>"), [(12100, "0")]),
        (("200 OK", "text/xml", "<Answer/>"), [(12102, "0")]),
        (("200 OK", "text/xml", f"<Response>{' ' * 70000}</Response>"), [(11750, "0")]),
        (("500 Oops", "text/xml", ""), [(11200, "0")]),
        (("204 No Content", "text/xml", ""), []),
        ("<Say>Hello</Say><Message>Plain words</Message>", [(14110, "1")]),
        ("<Massage>x</Massage><Message>Plain words</Message>", [(12200, "1")]),
        ("<Message colour='red'>Plain words</Message>", [(12200, "1")]),
        ("<Message/>", [(14103, "1")]),
    ],
)
def test_what_is_wrong_with_an_answer_is_logged(start: Start, answer: Any, codes: Any) -> None:
    """With the service's code; a warning leaves the rest to be carried out."""
    emulator, _ = start({"/sms": lambda said: answer})
    message = emulator.receive_message(PERSON, OWN, "Hello")
    assert codes == notifications(emulator)
    replied = "Plain words" in str(answer)
    assert (["Plain words"] if replied else []) == [reply["body"] for reply in message.replies]


def test_the_fallback_is_asked_with_what_failed(start: Start) -> None:
    """ErrorCode and ErrorUrl go with it, and its answer counts."""
    emulator, application = start(
        {"/fallback": "<Message>Sorry</Message>"}, SmsFallbackUrl="http://localhost/fallback"
    )
    message = emulator.receive_message(PERSON, OWN, "Hello")
    said = application.last("/fallback")
    assert ("11200", "http://localhost/sms") == (said["ErrorCode"], said["ErrorUrl"])
    assert ["Sorry"] == [reply["body"] for reply in message.replies]


def test_stop_and_start(start: Start) -> None:
    """Who says STOP gets nothing more, whoever sends it, until START."""
    emulator, application = start({"/sms": "<Message>Welcome</Message>"})
    message = emulator.receive_message(PERSON, OWN, " stop ")
    assert ["/sms"] == application.paths()
    assert 1 == len(message.replies)  # the service's own; the application's is not delivered
    client = Client(emulator)
    form = {"To": PERSON, "From": OWN, "Body": "Hello"}
    refused = client.post("Messages.json", form)
    assert (400, 21610) == (refused.status, refused.json["code"])
    emulator.receive_message(PERSON, OWN, "START")
    client.made("Messages.json", **form)


def test_endless_redirects_of_messages_end(start: Start) -> None:
    """A message asks for fifty documents at most."""
    emulator, application = start({"/sms": "<Redirect>/sms</Redirect>"})
    emulator.receive_message(PERSON, OWN, "Hello")
    assert 50 == len(application.asked)
    assert [(14106, "1")] == notifications(emulator)


def test_a_number_nobody_has(start: Start) -> None:
    """Is said."""
    emulator, _ = start({})
    with pytest.raises(EmulatorError, match="no account has the number"):
        emulator.receive_message(PERSON, "+15005550123", "Hello")
    with pytest.raises(EmulatorError, match="neither a number nor an address"):
        emulator.receive_call("somebody", OWN)


# -- calls --------------------------------------------------------------------------------------

MENU = {
    "/voice": "<Gather numDigits='1' action='menu'><Say>Press one or two</Say></Gather>"
    "<Say>Goodbye</Say>",
    "/menu": lambda said: {
        "1": "<Say>One</Say><Redirect>/voice</Redirect>",
        "2": "<Record action='/recorded' maxLength='30'/>",
    }.get(said["Digits"], "<Reject/>"),
    "/recorded": lambda said: f"<Say>{escape(said['RecordingUrl'])}</Say><Hangup/>",
}


def test_a_menu(start: Start) -> None:
    """Keys choose; nothing pressed falls to the next verb; the last verb ends the call."""
    emulator, application = start(MENU)
    call = emulator.receive_call(PERSON, OWN)
    assert "ringing" == application.last("/voice")["CallStatus"]
    assert "in-progress" == call.status
    assert call.press("1")
    assert ("1", "Gather End", "in-progress") == tuple(
        application.last("/menu")[name] for name in ("Digits", "msg", "CallStatus")
    )
    emulator.advance(2)
    assert ["/voice", "/menu", "/voice"] == application.paths()
    emulator.advance(30)
    assert "completed" == call.status
    assert ["Gather", "Say", "Say", "Redirect", "Gather", "Say", "Say"] == call.verbs
    assert [] == notifications(emulator)


def test_what_comes_in_costs_something_too(start: Start) -> None:
    """A call by the minute; what it is answered with is another message, or call."""
    voice = "<Say>One moment</Say><Pause length='70'/>"
    emulator, _ = start(
        {"/voice": lambda said: voice, "/sms": lambda said: "<Message>Thank you</Message>"}
    )
    call = emulator.receive_call(PERSON, OWN)
    emulator.receive_message(PERSON, OWN, "Hello")
    emulator.advance(600)
    assert call.record["price"] == "-0.01700"
    rows = {
        row["category"]: (row["count"], row["usage"], row["price"])
        for row in Client(emulator).listed("Usage/Records.json", "usage_records")
    }
    assert rows["calls-inbound"] == rows["calls"] == ("1", "2", "0.01700")
    assert rows["calls-outbound"][0] == "0"
    assert rows["sms-inbound"] == rows["sms-outbound"] == ("1", "1", "0.00750")
    assert rows["sms"] == ("2", "2", "0.01500")


def test_voicemail(start: Start) -> None:
    """What is said is recorded until silence; the recording has a sound."""
    emulator, application = start(MENU)
    call = emulator.receive_call(PERSON, OWN)
    call.press("2")
    assert call.say("please call me back about the order that I made on Monday at ten")
    emulator.advance(20)
    said = application.last("/recorded")
    (recording,) = emulator.records("Recording")
    assert (recording["sid"], "6") == (said["RecordingSid"], said["RecordingDuration"])
    assert ("RecordVerb", "completed") == (recording["source"], recording["status"])
    answer = Client(emulator).get(f"Recordings/{recording['sid']}.wav")
    assert (200, b"RIFF") == (answer.status, answer.body[:4])
    emulator.advance(60)
    assert "completed" == call.status


def test_a_recording_of_nothing(start: Start) -> None:
    """Falls to the next verb, and its action is not asked."""
    emulator, application = start({"/voice": "<Record action='/recorded'/><Say>Nothing</Say>"})
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(10)
    assert ["/voice"] == application.paths()
    assert ["Record", "Say"] == call.verbs
    assert ["absent"] == [recording["status"] for recording in emulator.records("Recording")]


def test_dial_bridges_the_first_that_answers(start: Start) -> None:
    """The others are given up; action is told how it went, and its answer is carried out."""
    emulator, application = start(
        {
            "/voice": f"<Dial action='/dialled'><Number>{AGENT}</Number><Client>joe</Client></Dial>",
            "/dialled": "<Say>Thank you</Say>",
        }
    )
    emulator.script("Call", "no-answer", match={"to": "client:joe"})
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(60)
    said = application.last("/dialled")
    first, second = call.legs
    assert ("completed", first.sid, "15", "true") == tuple(
        said[name] for name in ("DialCallStatus", "DialCallSid", "DialCallDuration", "DialBridged")
    )
    assert ("completed", "canceled") == (first.status, second.status)
    assert ("outbound-dial", PERSON) == (first.record["direction"], first.record["from"])
    assert ["Dial", "Say"] == call.verbs
    assert "completed" == call.status


def test_dial_in_turn_rings_the_next_when_one_did_not_answer(start: Start) -> None:
    """Each once and in the order of the document, one at a time; who answers ends it."""
    people = ("ann", "bob", "cid", "dan")
    nouns = "".join(f"<Client><Identity>{name}</Identity></Client>" for name in people)
    emulator, application = start(
        {
            "/voice": f"<Dial sequential='true' timeout='20' action='/over'>{nouns}</Dial>",
            "/over": "",
        }
    )
    for name in people[:2]:
        emulator.script("Call", "no-answer", match={"to": f"client:{name}"})
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(120)
    legs = [(leg.record["to"], leg.status) for leg in call.legs]
    assert legs == [
        ("client:ann", "no-answer"),
        ("client:bob", "no-answer"),
        ("client:cid", "completed"),
    ]
    assert application.last("/over")["DialCallStatus"] == "completed"


@pytest.mark.parametrize(
    ("noun", "to"),
    [
        ("<Client>joe</Client>", "client:joe"),
        ("<Client><Parameter name='a' value='b'/><Identity>joe</Identity></Client>", "client:joe"),
        ("<Sip><Uri>joe@example.com</Uri></Sip>", "sip:joe@example.com"),
        ("<Sip>sips:joe@example.com</Sip>", "sips:joe@example.com"),
    ],
)
def test_whom_dial_rings_stands_in_the_noun_or_in_what_it_holds(
    start: Start, noun: str, to: str
) -> None:
    """What stands beside it there is not it."""
    emulator, _ = start({"/voice": f"<Dial>{noun}</Dial>"})
    call = emulator.receive_call(PERSON, OWN)
    assert [leg.record["to"] for leg in call.legs] == [to]


def test_words_that_are_marked_up_are_said(start: Start) -> None:
    """They take as long as without marks."""
    words = "one two three four five six seven eight nine ten " * 6
    ends: list[int] = []
    for text in (words, f"<p>{words}</p>", f"<s>one two three</s>{words[14:]}"):
        emulator, _ = start({"/voice": f"<Say>{text}</Say>"})
        call = emulator.receive_call(PERSON, OWN)
        ends.append(
            next(n for n in range(300) if call.status == "completed" or emulator.advance(1))
        )
    assert ends[0] > 5
    assert len(set(ends)) == 1


@pytest.mark.parametrize("outcome", ["busy", "no-answer", "failed"])
def test_dial_that_nobody_answers(start: Start, outcome: str) -> None:
    """Without an action the next verb has its turn; with one it is told."""
    emulator, application = start(
        {
            "/voice": f"<Dial timeout='20'>{AGENT}</Dial><Dial action='/over'>{AGENT}</Dial>",
            "/over": "",
        }
    )
    emulator.script("Call", outcome, match={"to": AGENT})
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(120)
    assert outcome == application.last("/over")["DialCallStatus"]
    assert [outcome, outcome] == [leg.status for leg in call.legs]
    assert "completed" == call.status


def test_a_caller_who_hangs_up_ends_the_legs(start: Start) -> None:
    """And action is asked, though its answer does not count."""
    emulator, application = start(
        {"/voice": f"<Dial action='/over'>{AGENT}</Dial>", "/over": "<Say>Too late</Say>"}
    )
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(5)
    assert "in-progress" == call.legs[0].status
    call.hang_up()
    assert ("completed", "completed") == (call.status, call.legs[0].status)
    assert "completed" == application.last("/over")["CallStatus"]
    assert ["Dial"] == call.verbs


def test_a_queue_and_an_agent(start: Start) -> None:
    """A call waits and hears waitUrl; who dials the queue takes it; both go on afterwards."""
    emulator, application = start(
        {
            "/voice": "<Enqueue action='/after' waitUrl='/wait'>support</Enqueue>",
            "/wait": "<Say>You are next</Say><Pause length='10'/>",
            "/after": "<Say>Rate us</Say>",
            "/agent": "<Dial action='/done'><Queue>support</Queue></Dial>",
            "/done": "<Hangup/>",
        }
    )
    call = emulator.receive_call(PERSON, OWN)
    said = application.last("/wait")
    assert ("1", "1") == (said["QueuePosition"], said["CurrentQueueSize"])
    emulator.advance(30)
    assert application.paths().count("/wait") > 1
    client = Client(emulator)
    agent = client.made("Calls.json", To=AGENT, From=OWN, Url="http://localhost/agent")["sid"]
    emulator.advance(10)
    assert ["bridged"] == [e["what"] for e in call.timeline if e["what"] == "bridged"]
    emulator.call(agent).hang_up()
    after = application.last("/after")
    assert ("bridged", "in-progress") == (after["QueueResult"], after["CallStatus"])
    assert after["QueueSid"] == said["QueueSid"], "action is told which queue it was, and how long"
    assert 30 <= int(after["QueueTime"]) <= 40
    emulator.advance(10)
    assert "completed" == call.status


def test_leaving_a_queue(start: Start) -> None:
    """Leave goes on behind Enqueue."""
    emulator, _ = start(
        {"/voice": "<Enqueue waitUrl='/wait'>q</Enqueue><Say>Bye</Say>", "/wait": "<Leave/>"}
    )
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(5)
    assert ["Enqueue", "Leave", "Say"] == call.verbs
    assert "completed" == call.status


def test_a_conference_goes_on_with_action(start: Start) -> None:
    """When the conference ends for a call, its action is asked with `answered`."""
    emulator, application = start(
        {
            "/voice": "<Dial action='/over'><Conference>Room</Conference></Dial>",
            "/over": "<Say>Bye</Say>",
        }
    )
    call = emulator.receive_call(PERSON, OWN)
    (conference,) = emulator.records("Conference")
    Client(emulator).made(f"Conferences/{conference['sid']}.json", Status="completed")
    emulator.advance(10)
    assert "answered" == application.last("/over")["DialCallStatus"]
    assert "completed" == call.status


@pytest.mark.parametrize(
    ("verb", "status"),
    [("<Reject/>", "no-answer"), ("<Reject reason='busy'/>", "busy"), ("<Hangup/>", "completed")],
)
def test_calls_that_are_not_taken(start: Start, verb: str, status: str) -> None:
    """Reject as the first verb leaves the call unanswered; Hangup answers it."""
    emulator, _ = start({"/voice": verb})
    assert status == emulator.receive_call(PERSON, OWN).status


def test_an_outbound_call_asks_its_url_when_it_is_answered(start: Start) -> None:
    """With the parameters of every request, and AnsweredBy where machines are looked for."""
    emulator, application = start({"/out": "<Say>Hello</Say><Pause length='5'/>"})
    client = Client(emulator)
    made = client.made(
        "Calls.json", To=PERSON, From=OWN, Url="http://localhost/out", MachineDetection="Enable"
    )
    assert [] == application.paths()
    emulator.advance(3)
    said = application.last("/out")
    assert ("in-progress", "outbound-api", "human", made["sid"], PERSON) == tuple(
        said[name] for name in ("CallStatus", "Direction", "AnsweredBy", "CallSid", "Called")
    )
    assert "in-progress" == emulator.call(made["sid"]).status
    emulator.advance(10)
    assert "completed" == emulator.call(made["sid"]).status


def test_keys_that_a_script_presses(start: Start) -> None:
    """Each Gather takes the next word."""
    emulator, application = start(MENU)
    emulator.script("Call", "answered", keys="1 2")
    emulator.receive_call(PERSON, OWN)
    emulator.advance(20)
    assert ["1", "2"] == [said["Digits"] for path, said in application.asked if path == "/menu"]


def test_an_update_sends_a_call_elsewhere(start: Start) -> None:
    """The dialled legs end, the interrupted action is asked, then the new document is carried out."""
    emulator, application = start(
        {
            "/voice": f"<Dial action='/over'>{AGENT}</Dial>",
            "/over": "<Say>Not heard</Say>",
            "/new": "<Say>New</Say><Pause length='60'/>",
        }
    )
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(5)
    Client(emulator).made(f"Calls/{call.sid}.json", Url="http://localhost/new")
    assert ["/voice", "/over", "/new"] == application.paths()
    emulator.advance(2)
    assert ["Dial", "Say", "Pause"] == call.verbs
    assert ("completed", "in-progress") == (call.legs[0].status, call.status)


def test_what_the_emulator_does_not_carry_out_is_said(start: Start) -> None:
    """On the timeline and in a notification; the rest goes on."""
    emulator, _ = start({"/voice": "<Start><Stream url='wss://x'/></Start><Say>Hello</Say>"})
    call = emulator.receive_call(PERSON, OWN)
    assert ["Start", "Say"] == call.verbs
    assert [(12200, "1")] == notifications(emulator)
    assert any("does not carry out Start" in entry["text"] for entry in call.timeline)


def test_endless_redirects_of_calls_end(start: Start) -> None:
    """A call that asks for documents without end is ended."""
    emulator, application = start({"/voice": "<Redirect>/voice</Redirect>"})
    assert "completed" == emulator.receive_call(PERSON, OWN).status
    assert 250 == len(application.asked)


def test_a_failing_application_ends_the_call(start: Start) -> None:
    """A caller hears that it failed, unless a fallback answers."""
    emulator, _ = start({})
    assert "completed" == emulator.receive_call(PERSON, OWN).status
    assert [(11200, "0")] == notifications(emulator)
    emulator, application = start(
        {"/fallback": "<Say>Hello</Say>"}, VoiceFallbackUrl="http://localhost/fallback"
    )
    call = emulator.receive_call(PERSON, OWN)
    assert "11200" == application.last("/fallback")["ErrorCode"]
    assert ["Say"] == call.verbs


def test_a_snapshot_holds_a_call_on_its_way(start: Start) -> None:
    """Restored, it goes on where it was."""
    emulator, _ = start(MENU)
    call = emulator.receive_call(PERSON, OWN)
    snapshot = emulator.snapshot()
    emulator.advance(60)
    assert "completed" == call.status
    emulator.restore(snapshot)
    assert "in-progress" == call.status
    assert call.press("1")


def test_a_request_is_signed(start: Start) -> None:
    """As the service signs it: its validator agrees."""
    from importlib import import_module

    validator = import_module("twilio.request_validator").RequestValidator
    asked: list[Any] = []
    emulator = Emulator(
        clock=Clock(frozen=True), send=lambda request: asked.append(request) or _none()
    )
    with emulator:
        client = Client(emulator)
        client.made("IncomingPhoneNumbers.json", PhoneNumber=OWN, SmsUrl="http://localhost/sms?a=b")
        emulator.receive_message(PERSON, OWN, "Hello")
        (request,) = asked
        form = dict(parse_qsl(request.body.decode(), keep_blank_values=True))
        checker = validator(emulator.auth_token)
        assert checker.validate(request.url, form, request.headers["X-Twilio-Signature"])


def _none() -> Any:
    from twilio_ops_runtime.http.messages import Response

    return Response(204, {}, b"")


def test_inbound_traffic_over_control(start: Start) -> None:
    """What the methods do, control does, for tests in other languages."""
    import json

    from twilio_ops_emulator.api.messages import Request

    emulator, _ = start(MENU | {"/sms": "<Message>Hi</Message>"})

    def control(method: str, path: str, **body: Any) -> tuple[int, Any]:
        content = json.dumps(body).encode() if body else b""
        answer = emulator.exchange(Request(method, f"/_emulator/{path}", "", {}, content))
        return answer.status, json.loads(answer.body)

    status, said = control("POST", "receive-message", **{"from": PERSON, "to": OWN, "body": "x"})
    assert (200, "SM") == (status, said["sid"][:2])
    assert 2 == len(emulator.records("Message"))
    call = control("POST", "receive-call", **{"from": PERSON, "to": OWN})[1]["sid"]
    assert (200, {"heard": True}) == control("POST", "press", call=call, keys="1")
    assert (200, {"heard": False}) == control("POST", "say", call=call, text="hello")
    assert "Gather" in [entry["what"] for entry in control("GET", f"timeline/{call}")[1]]
    assert ["/sms", "/voice", "/menu"] == [
        sent["url"].partition("localhost")[2] for sent in control("GET", "documents")[1]
    ]
    assert 200 == control("POST", "hang-up", call=call)[0]
    assert 400 == control("POST", "press", call=call, keys="1")[0]
    assert 400 == control("POST", "receive-call", **{"from": PERSON, "to": "+15005550123"})[0]


@pytest.mark.parametrize(
    ("url", "times"),
    [
        ("http://localhost/sms", 2),
        ("http://localhost/sms#rc=0", 1),
        ("http://localhost/sms#rc=3", 4),
    ],
)
def test_a_connection_that_fails_is_tried_again(url: str, times: int) -> None:
    """Once, or as often as the fragment of the address says; then it is logged."""
    from twilio_ops_runtime.errors import CannotConnect

    asked: list[Any] = []

    def send(request: Any) -> Any:
        asked.append(request)
        raise CannotConnect("nobody listens")

    with Emulator(clock=Clock(frozen=True), send=send) as emulator:
        client = Client(emulator)
        client.made("IncomingPhoneNumbers.json", PhoneNumber=OWN, SmsUrl=url)
        emulator.receive_message(PERSON, OWN, "Hello")
        emulator.advance(1)
        assert times == len(asked)
        assert [(11202, "0")] == notifications(emulator)


def test_redirects_and_cookies(start: Start) -> None:
    """HTTP redirects are followed like a browser, ten at most; cookies come back with the next request."""
    from twilio_ops_runtime.http.messages import Response

    asked: list[Any] = []

    def send(request: Any) -> Any:
        asked.append(request)
        if request.path == "/voice":
            return Response(302, {"Location": "/moved"}, b"")
        headers = {"Content-Type": "text/xml", "Set-Cookie": "menu=main; Path=/"}
        text = b"<Response><Gather action='next'/></Response>"
        return (
            Response(200, headers, text)
            if request.path != "/loop"
            else Response(302, {"Location": "/loop"}, b"")
        )

    with Emulator(clock=Clock(frozen=True), send=send) as emulator:
        client = Client(emulator)
        number = client.made(
            "IncomingPhoneNumbers.json", PhoneNumber=OWN, VoiceUrl="http://localhost/voice"
        )
        call = emulator.receive_call(PERSON, OWN)
        call.press("1#")
        assert [("POST", "/voice"), ("GET", "/moved"), ("POST", "/next")] == [
            (request.method, request.path) for request in asked
        ]
        assert "menu=main" == asked[-1].headers["Cookie"]
        client.made(f"IncomingPhoneNumbers/{number['sid']}.json", VoiceUrl="http://localhost/loop")
        emulator.receive_call(PERSON, OWN)
        assert [(11215, "0")] == notifications(emulator)


def test_transcriptions_speech_and_queue_limits(start: Start) -> None:
    """What is said is heard by Gather, transcribed by Record, and a full queue says so."""
    emulator, application = start(
        {
            "/voice": "<Gather input='speech' action='/heard'/>",
            "/heard": "<Record transcribe='true' action='/enqueue'/>",
            "/enqueue": "<Enqueue maxQueueSize='1' action='/full'>q</Enqueue>",
            "/full": "",
        }
    )
    calls = []
    for _ in range(2):
        call = emulator.receive_call(PERSON, OWN)
        calls.append(call)
        assert not call.press("1")
        assert call.say("billing")
        assert "billing" == application.last("/heard")["SpeechResult"]
        assert call.say("my invoice is wrong")
        emulator.advance(20)
    assert {"my invoice is wrong"} == {
        row["transcription_text"] for row in emulator.records("Transcription")
    }
    assert "queue-full" == application.last("/full")["QueueResult"]
    assert ["in-progress", "completed"] == [call.status for call in calls]
