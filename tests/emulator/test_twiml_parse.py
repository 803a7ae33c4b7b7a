"""What is wrong with a document, or an answer that holds none, is said: on the timeline and in a notification."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, parse_qsl

import pytest
from emulator_application import AGENT, OWN, PERSON, Start

from twilio_ops_emulator import Emulator
from twilio_ops_runtime.errors import (
    CannotConnect,
    CannotResolve,
    ConnectionDropped,
    ConnectTimeout,
    OperationError,
    ReadTimeout,
    TlsError,
)

WRONG = [
    ("\n<Foo/>", "line 2: there is no verb Foo"),
    (f"<{'F' * 80}/>", f"line 1: there is no verb {'F' * 80}"),
    (f"<{'F' * 81}/>", f"line 1: there is no verb {'F' * 77}..."),
    ("text<Say>a</Say>", "line 1: text stands outside of a verb"),
    ("<Say colour='red'>a</Say>", "line 1: Say has no attribute colour"),
    (f"<Say {'c' * 81}='red'>a</Say>", f"line 1: Say has no attribute {'c' * 80}"),
    ("<Gather>\n<Record/></Gather>", "line 2: Gather may not hold Record"),
    ("<Dial><Conference>a<Say/></Conference></Dial>", "line 1: Conference may not hold Say"),
    ("<Gather><Say loop='x'>a</Say></Gather>", "line 1: Say/@loop is 'x', not a whole number from 0 to 1000"),
    ("<Gather input='foot'/>", "line 1: Gather/@input is 'foot', not one of dtmf, speech, dtmf speech, speech dtmf"),
    (f"<Gather input='{'f' * 99}'/>", f"line 1: Gather/@input is '{'f' * 80}', not one of dtmf, speech, dtmf speech, speech dtmf"),
    ("<Gather bargeIn='2'/>", "line 1: Gather/@bargeIn is '2', not true or false"),
    (f"<Gather bargeIn='{'2' * 99}'/>", f"line 1: Gather/@bargeIn is '{'2' * 80}', not true or false"),
    ("<Gather method='PUT'/>", "line 1: Gather/@method is 'PUT', not GET or POST"),
    (f"<Gather method='{'P' * 99}'/>", f"line 1: Gather/@method is '{'P' * 80}', not GET or POST"),
    ("<Gather finishOnKey='12'/>", "line 1: Gather/@finishOnKey is '12', which it may not be"),
    (f"<Gather finishOnKey='{'1' * 99}'/>", f"line 1: Gather/@finishOnKey is '{'1' * 80}', which it may not be"),
    ("<Gather timeout='-1'/>", "line 1: Gather/@timeout is '-1', not a whole number from 0 to 3600"),
    ("<Gather timeout='3601'/>", "line 1: Gather/@timeout is '3601', not a whole number from 0 to 3600"),
    (f"<Gather timeout='{'1' * 99}'/>", f"line 1: Gather/@timeout is '{'1' * 80}', not a whole number from 0 to 3600"),
    ("<Gather action='ftp://x'/>", "line 1: Gather/@action is 'ftp://x', which is no address"),
    (f"<Gather action='ftp://{'x' * 99}'/>", f"line 1: Gather/@action is 'ftp://{'x' * 74}', which is no address"),
    ("<Dial><Conference/></Dial>", "line 1: Conference has no text"),
    ("<Enqueue/>", "line 1: Enqueue has no text"),
    (f"<Say>{'x' * 4097}</Say>", "line 1: Say has more than 4096 characters"),
    ("<Echo/>", "line 1: the emulator does not carry out Echo"),
    ("<Dial>nobody</Dial>", "line 1: 'nobody' is not a number that can be dialled"),
    (f"<Dial>{'n' * 99}</Dial>", f"line 1: {'n' * 80!r} is not a number that can be dialled"),
    (f"<Dial><Conference>a</Conference><Number>{AGENT}</Number></Dial>", "line 1: Conference may not be dialled together with others"),
    (f"<Dial><Number>{AGENT}</Number><Queue>a</Queue></Dial>", "line 1: Queue may not be dialled together with others"),
    ("<Dial><Application>AP1</Application></Dial>", "line 1: the account has no application 'AP1'"),
    (f"<Dial><Application>{'A' * 99}</Application></Dial>", f"line 1: the account has no application {'A' * 80!r}"),
    ("<Refer><Sip>sip:a@b.c</Sip></Refer>", "line 1: only a SIP call can be referred"),
    ("<Leave/>", "line 1: the call waits in no queue"),
    ("<Message/>", "line 1: its text is empty or too long"),
    (f"<Message>{'x' * 1601}</Message>", "line 1: its text is empty or too long"),
    (f"<Message to='{OWN}'>a</Message>", f"line 1: no message goes from {OWN} to {OWN}"),
    ("<Message from='?'>a</Message>", f"line 1: no message goes from ? to {PERSON}"),
    ("<Message><Media>http://</Media></Message>", "line 1: Media names no address"),
    (f"<Message>{'<Media>/a.png</Media>' * 11}</Message>", "line 1: more than 10 media"),
]  # fmt: skip
"""A document, and what is said of it."""


def problems(emulator: Emulator) -> list[tuple[str, str]]:
    """The code and the words of each notification, oldest first."""
    found = []
    for row in reversed(emulator.records("Notification")):
        said = parse_qs(row["message_text"])
        assert said["ErrorCode"] == [row["error_code"]]
        found.append((row["error_code"], said["Msg"][0]))
    return found


@pytest.mark.parametrize(("document", "words"), WRONG, ids=range(len(WRONG)))
def test_what_is_wrong_with_a_document_is_said(start: Start, document: str, words: str) -> None:
    """Once, with the line it is on, and the rest is carried out."""
    emulator, _ = start({"/voice": document + "<Hangup/>"})
    call = emulator.receive_call(PERSON, OWN)
    (noted,) = [one for one in call.timeline if one["what"] == "problem"]
    assert noted["text"] == words
    assert problems(emulator) == [(str(noted["attributes"]["code"]), words)]
    assert call.verbs


@pytest.mark.parametrize(
    "document",
    [
        "<!-- one --><Say><!-- two -->a</Say><?page three?>",
        "<Say>a</Say>text behind it",
        "<Pay colour='red'><Prompt><Anything/></Prompt></Pay>",
        "<Gather bargeIn='TRUE' method='get'><Say loop='1'>a</Say></Gather>",
        "<Say><p><s>a <emphasis level='strong'>b</emphasis></s></p></Say>",
        "<Enqueue workflowSid='WW1'/>",
        "<Dial><Sip><Uri any='thing'>sip:a@b.c</Uri></Sip></Dial>",
        "<Gather timeout='0'/><Gather timeout='3600'/>",
        f"<Say>{'x' * 4096}</Say>",
    ],
)
def test_what_a_document_may_hold(start: Start, document: str) -> None:
    """Nothing is said of it, but of what the emulator does not carry out."""
    emulator, _ = start({"/voice": document})
    emulator.receive_call(PERSON, OWN)
    own = "line 1: the emulator does not carry out Pay"
    assert [words for _, words in problems(emulator)] in ([], [own])


ANSWERS: list[tuple[Any, str, str]] = [
    (("500 Oops", "text/plain", "no"), "11200", "it was answered with HTTP 500"),
    (("304 Same", "text/plain", ""), "11216", "it was answered with HTTP 304"),
    (("200 OK", "image/png", ""), "12300", "the answer says it is image/png, which is not read"),
    (("200 OK", "", "x"), "12300", "the answer says it is nothing, which is not read"),
    (("200 OK", "text/xml", " \n"), "12100", "the document is empty"),
    (("200 OK", "text/xml", "<!DOCTYPE x><Response/>"), "12100", "the document has a document type, which is never read"),
    (("200 OK", "text/xml", f"<Response>{' ' * 65536}</Response>"), "11750", "the document is longer than 65536 bytes"),
    (("200 OK", "text/xml", "<Answer/>"), "12102", "line 1: the root is Answer, not Response"),
    (("200 OK", "text/xml", f"<{'A' * 81}/>"), "12102", f"line 1: the root is {'A' * 77}..., not Response"),
    (("200 OK", "text/xml", "\n<Response><Say></Response>"), "12100", "line 2: the document is not well formed: "),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "code", "words"), ANSWERS, ids=range(len(ANSWERS)))
def test_what_is_wrong_with_an_answer_is_said(
    start: Start, answer: Any, code: str, words: str
) -> None:
    """And the caller, for whom there is nothing else, is hung up on; so it is with messages."""
    emulator, _ = start({"/voice": lambda said: answer, "/sms": lambda said: answer})
    call = emulator.receive_call(PERSON, OWN)
    emulator.receive_message(PERSON, OWN, "Hello")
    assert (call.status, call.verbs) == ("completed", [])
    found = problems(emulator)
    assert [one for one, _ in found] == [code, code]
    if words.endswith(": "):
        found = [(one, said[: len(words)]) for one, said in found]
    assert found == [(code, words)] * 2
    assert call.timeline[-1]["text"].startswith(words)


@pytest.mark.parametrize(
    ("failure", "code"),
    [
        (CannotResolve, "11210"),
        (CannotConnect, "11202"),
        (ConnectTimeout, "11201"),
        (ReadTimeout, "11201"),
        (TlsError, "11220"),
        (ConnectionDropped, "11205"),
        (OperationError, "11205"),
    ],
)
def test_why_no_answer_came_is_said(failure: type[OperationError], code: str) -> None:
    """With the service's code of it."""
    from emulator_client import Client

    from twilio_ops_emulator import Clock

    def send(request: Any) -> Any:
        raise failure("no")

    with Emulator(clock=Clock(frozen=True), send=send) as emulator:
        url = "http://localhost/voice#rc=0"
        Client(emulator).made("IncomingPhoneNumbers.json", PhoneNumber=OWN, VoiceUrl=url)
        call = emulator.receive_call(PERSON, OWN)
        assert problems(emulator) == [(code, f"no answer came: {failure.__name__}")]
        (told,) = emulator.records("Notification")
        assert (told["response_body"], told["response_headers"]) == ("", "")
        assert call.status == "completed"


@pytest.mark.parametrize(
    ("answer", "body", "headers", "status", "log"),
    [
        ("<Say>a</Say>\n<Foo/>", "", "", "", "1"),
        (("500 Oops", "text/plain", "no"), "no", "content-type=text%2Fplain", "500", "0"),
    ],
)
def test_a_notification_says_all_of_it(
    start: Start, answer: Any, body: str, headers: str, status: str, log: str
) -> None:
    """What was asked, with what it was answered, what is wrong and where one reads more."""
    emulator, _ = start({"/voice": lambda said: answer}, VoiceMethod="GET")
    call = emulator.receive_call(PERSON, OWN)
    (found,) = emulator.records("Notification")
    code = "12200" if log == "1" else "11200"
    words = "line 2: there is no verb Foo" if log == "1" else "it was answered with HTTP 500"
    at = "Sun, 01 Nov 2026 10:00:00 +0000"
    assert dict(parse_qsl(found["message_text"], keep_blank_values=True)) == {
        "EmailNotification": "false",
        "LogLevel": "WARN" if log == "1" else "ERROR",
        "sourceComponent": "12000",
        "Msg": words,
        "httpResponse": status,
        "ErrorCode": code,
        "url": "http://localhost/voice",
    }
    text, sid = found["message_text"], found["sid"]
    assert found == {
        "account_sid": emulator.account_sid,
        "api_version": "2010-04-01",
        "call_sid": call.sid,
        **dict.fromkeys(("date_created", "date_updated", "message_date"), at),
        "error_code": code,
        "log": log,
        "message_text": text,
        "more_info": f"https://www.twilio.com/docs/errors/{code}",
        "request_method": "get",
        "request_url": "http://localhost/voice",
        "request_variables": "",
        "response_body": body,
        "response_headers": headers,
        "sid": sid,
        "uri": f"/2010-04-01/Accounts/{emulator.account_sid}/Notifications/{sid}.json",
    }


@pytest.mark.parametrize(
    ("document", "code", "words"),
    [
        ("<Redirect>http://</Redirect>", "11100", "line 1: Redirect names no address"),
        ("\n<Say>a</Say>", "14110", "line 2: Say is no verb of messages"),
        ("<Foo/>", "12200", "line 1: there is no verb Foo"),
        ("<Message>a</Message>" * 11, "14109", "line 1: too many replies to one message"),
        ("<Redirect/>", "14106", "the message asks for too many documents"),
    ],
)
def test_what_is_wrong_with_an_answer_to_a_message_is_said(
    start: Start, document: str, code: str, words: str
) -> None:
    """It is of no call."""
    emulator, _ = start({"/sms": document})
    message = emulator.receive_message(PERSON, OWN, "Hello")
    assert problems(emulator) == [(code, words)]
    (found,) = emulator.records("Notification")
    assert (found["call_sid"], found["request_url"]) == (None, "http://localhost/sms")
    assert len(message.replies) == (10 if code == "14109" else 0)


def test_a_document_that_came_with_a_call_names_whole_addresses(start: Start) -> None:
    """There is nothing before another one; the call ends."""
    from emulator_client import Client

    emulator, application = start({})
    form = {"To": PERSON, "From": OWN, "Twiml": "<Response><Redirect>/x</Redirect></Response>"}
    call = emulator.call(Client(emulator).made("Calls.json", form)["sid"])
    emulator.advance(10)
    words = "an address is not whole, and there is nothing before it"
    assert [(one["what"], one["text"]) for one in call.timeline] == [
        ("Redirect", "/x"),
        ("problem", words),
    ]
    assert (problems(emulator), call.status) == ([("11100", words)], "completed")
    assert application.asked == []


def test_a_call_that_asks_without_end_is_stopped(start: Start) -> None:
    """What it stops at is said on the timeline."""
    emulator, _ = start({"/voice": "<Redirect/>"})
    call = emulator.receive_call(PERSON, OWN)
    last = call.timeline[-1]
    assert (last["what"], last["text"]) == ("stopped", "the call has asked for 250 documents")


def test_a_long_timeline_keeps_its_end(start: Start) -> None:
    """A thousand entries."""
    verbs = "".join(f"<Pause length='{number}'/>" for number in range(1, 1002))
    emulator, _ = start({"/voice": verbs})
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(1000 * 1000)
    timeline = call.timeline
    assert (len(timeline), timeline[0]["attributes"]) == (1000, {"length": "2"})


def test_what_is_no_text_is_not_said(start: Start) -> None:
    """Comments and instructions; blanks and line ends are one blank each, and entities letters."""
    document = "<Say>\n one<!-- x --><?page y?> <s>two</s>\n\t&amp;\n&#52; </Say>"
    emulator, _ = start({"/voice": document})
    call = emulator.receive_call(PERSON, OWN)
    assert [one["text"] for one in call.timeline if one["what"] == "Say"] == ["one two & 4"]
    assert problems(emulator) == []
