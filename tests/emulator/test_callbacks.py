"""Callbacks: who is told what, signed, tried again, and never off this machine unasked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest
from emulator_client import Client

from twilio_ops_emulator import Clock, Emulator
from twilio_ops_emulator.callbacks import signature
from twilio_ops_runtime.errors import CannotConnect
from twilio_ops_runtime.transport import Reply, Request

HOOK = "http://localhost:9/hook?a=1"
CALL = {"To": "+15005550009", "From": "+15005550006", "Url": "http://localhost/"}


class Receiver:
    """What callbacks are sent to."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.answer: Callable[[Request], int] = lambda request: 204

    def __call__(self, request: Request, /) -> Reply:
        self.requests.append(request)
        status = self.answer(request)
        if not status:
            raise CannotConnect("nobody listens")
        return Reply(status)

    @property
    def said(self) -> list[dict[str, str]]:
        """The forms received."""
        return [dict(parse_qsl((request.body or b"").decode())) for request in self.requests]


@pytest.fixture
def receiver() -> Receiver:
    """A receiver that accepts everything."""
    return Receiver()


@pytest.fixture
def client(receiver: Receiver) -> Iterator[Client]:
    """A client of an emulator that sends to the receiver."""
    with Emulator(clock=Clock("2026-11-01", frozen=True), seed=5, send=receiver) as emulator:
        yield Client(emulator)


def test_a_call_tells_of_its_end(client: Client, receiver: Receiver) -> None:
    """Only of that, unless other events were asked for."""
    made = client.made("Calls.json", {**CALL, "StatusCallback": HOOK})
    client.emulator.advance(100)
    (said,) = receiver.said
    assert ("completed", made["sid"], "15") == (
        said["CallStatus"],
        said["CallSid"],
        said["CallDuration"],
    )
    assert "Sun, 01 Nov 2026 00:00:18 +0000" == said["Timestamp"]


@pytest.mark.parametrize("together", [True, False])
def test_a_call_tells_of_the_events_asked_for(
    client: Client, receiver: Receiver, together: bool
) -> None:
    """Sent as one word each, or all in one text."""
    events = ["initiated", "ringing", "answered", "completed"]
    words: Any = " ".join(events) if together else events
    client.made("Calls.json", {**CALL, "StatusCallback": HOOK, "StatusCallbackEvent": words})
    client.emulator.advance(100)
    assert ["initiated", "ringing", "in-progress", "completed"] == [
        said["CallStatus"] for said in receiver.said
    ]
    assert ["0", "1", "2", "3"] == [said["SequenceNumber"] for said in receiver.said]


def test_a_message_tells_of_each_status_but_the_first(client: Client, receiver: Receiver) -> None:
    """In order."""
    form = {"To": "+15005550009", "From": "+15005550006", "Body": "x", "StatusCallback": HOOK}
    client.made("Messages.json", form)
    client.emulator.advance(100)
    assert ["sending", "sent", "delivered"] == [said["MessageStatus"] for said in receiver.said]


def test_the_owners_token_signs(client: Client, receiver: Receiver) -> None:
    """A secondary account's with its own; the query belongs to the address."""
    record = client.made("/2010-04-01/Accounts.json", FriendlyName="Branch")
    branch = Client(client.emulator, record["sid"], record["auth_token"])
    branch.made("Calls.json", {**CALL, "StatusCallback": HOOK})
    client.emulator.advance(100)
    (request,) = receiver.requests
    expected = signature(record["auth_token"], HOOK, parse_qsl((request.body or b"").decode()))
    assert expected == request.headers["X-Twilio-Signature"]
    assert HOOK == request.url


def test_the_published_example_of_a_signature() -> None:
    """A vector that receivers' libraries are tested with."""
    said = {
        "CallSid": "CA1234567890ABCDE",
        "Caller": "+14158675309",
        "Digits": "1234",
        "From": "+14158675309",
        "To": "+18005551212",
    }
    url = "https://mycompany.com/myapp.php?foo=1&bar=2"
    assert "RSOYDt4T1cUTdK1PDd93/VVr8B8=" == signature("12345", url, said.items())


def test_by_get_everything_is_in_the_address(client: Client, receiver: Receiver) -> None:
    """Which alone is signed."""
    client.made("Calls.json", {**CALL, "StatusCallback": HOOK, "StatusCallbackMethod": "GET"})
    client.emulator.advance(100)
    (request,) = receiver.requests
    assert ("GET", None) == (request.method, request.body)
    assert ["1"] == parse_qs(urlsplit(request.url).query)["a"]
    token = client.emulator.auth_token
    assert signature(token, request.url) == request.headers["X-Twilio-Signature"]


@pytest.mark.parametrize(("answer", "tries"), [(0, 3), (503, 3), (404, 1), (200, 1)])
def test_what_fails_is_tried_again(
    client: Client, receiver: Receiver, answer: int, tries: int
) -> None:
    """No answer and answers of a failing server; each attempt is logged, with one token."""
    receiver.answer = lambda request: answer
    client.made("Calls.json", {**CALL, "StatusCallback": HOOK})
    client.emulator.advance(100)
    assert tries == len(receiver.requests)
    sent = client.emulator.callbacks
    assert [*range(tries)] == [attempt.callback.attempt for attempt in sent]
    assert {answer == 200} == {attempt.delivered for attempt in sent}
    assert 1 == len(
        {request.headers["I-Twilio-Idempotency-Token"] for request in receiver.requests}
    )
    notes = client.listed("Notifications.json", "notifications")
    assert (1 if answer in (404, 503) else 0) == len(notes)


def test_a_later_attempt_may_succeed(client: Client, receiver: Receiver) -> None:
    """Then there is none after it."""
    receiver.answer = lambda request: 500 if len(receiver.requests) == 1 else 200
    client.made("Calls.json", {**CALL, "StatusCallback": HOOK})
    client.emulator.advance(100)
    assert [500, 200] == [sent.status for sent in client.emulator.callbacks]


@pytest.mark.parametrize(
    "url",
    ["http://example.com/hook", "http://10.0.0.1/", "ftp://localhost/", "http:///", "nowhere"],
)
def test_nothing_leaves_this_machine(client: Client, receiver: Receiver, url: str) -> None:
    """Unless told otherwise; the log says so."""
    client.made("Calls.json", {**CALL, "StatusCallback": url})
    client.emulator.advance(100)
    assert [] == receiver.requests
    (sent,) = client.emulator.callbacks
    assert sent.error and sent.status is None


def test_they_may_leave_when_told(receiver: Receiver) -> None:
    """With callbacks_anywhere."""
    with Emulator(clock=Clock(0, frozen=True), send=receiver, callbacks_anywhere=True) as emulator:
        Client(emulator).made("Calls.json", {**CALL, "StatusCallback": "https://example.com/"})
        emulator.advance(100)
    assert ["https://example.com/"] == [request.url for request in receiver.requests]


def test_a_receiver_may_ask_back(client: Client, receiver: Receiver) -> None:
    """While it is being told: what it starts is told, too."""

    def answer(request: Request) -> int:
        if len(receiver.requests) == 1:
            client.made("Messages.json", To="+15005550009", From="+15005550006", Body="Again")
            assert 200 == client.get("Calls.json").status
        return 200

    receiver.answer = answer
    client.made("Calls.json", {**CALL, "StatusCallback": HOOK})
    client.emulator.advance(100)
    assert 1 == len(client.listed("Messages.json", "messages"))


def test_conferences_tell(client: Client, receiver: Receiver) -> None:
    """Of the events asked for, each with its number."""
    form = {
        "From": "+15005550006",
        "To": "+15005550009",
        "ConferenceStatusCallback": HOOK,
        "ConferenceStatusCallbackEvent": ["start", "join", "leave", "mute", "end"],
    }
    made = client.made("Conferences/Room/Participants.json", form)
    client.emulator.advance(10)
    path = f"Conferences/Room/Participants/{made['call_sid']}.json"
    client.made(path, Muted="true")
    client.made(path, Muted="false")
    client.delete(path)
    client.emulator.advance(0)
    assert [
        "conference-start",
        "participant-join",
        "participant-mute",
        "participant-unmute",
        "participant-leave",
        "conference-end",
    ] == [said["StatusCallbackEvent"] for said in receiver.said]
    assert "last-participant-kicked" == receiver.said[-1]["ReasonConferenceEnded"]
    assert made["call_sid"] == receiver.said[1]["CallSid"]


def test_recordings_and_caller_ids_tell(client: Client, receiver: Receiver) -> None:
    """Of their completion and of what came of it."""
    form = {**CALL, "Record": "true", "RecordingStatusCallback": HOOK}
    client.made("Calls.json", form)
    client.post("OutgoingCallerIds.json", PhoneNumber="+13105550001", StatusCallback=HOOK)
    client.emulator.advance(100)
    verified, recorded = receiver.said
    assert ("completed", "15") == (recorded["RecordingStatus"], recorded["RecordingDuration"])
    assert "success" == verified["VerificationStatus"]
    assert verified["OutgoingCallerIdSid"].startswith("PN")


def test_the_requests_made_for_a_call_are_its_events(client: Client) -> None:
    """With what was sent and answered."""
    form = {**CALL, "StatusCallback": HOOK, "StatusCallbackEvent": ["ringing", "completed"]}
    made = client.made("Calls.json", form)
    client.emulator.advance(100)
    events = client.listed(f"Calls/{made['sid']}/Events.json", "events", PageSize="1")
    assert ["completed", "ringing"] == [
        event["request"]["parameters"]["CallStatus"] for event in events
    ]
    assert 204 == events[0]["response"]["response_code"]


def test_a_method_and_an_address_can_be_changed(client: Client, receiver: Receiver) -> None:
    """While the call goes on."""
    made = client.made("Calls.json", CALL)
    client.emulator.advance(4)
    client.made(f"Calls/{made['sid']}.json", StatusCallback=HOOK)
    client.emulator.advance(100)
    assert ["completed"] == [said["CallStatus"] for said in receiver.said]


def test_an_application_says_where(client: Client, receiver: Receiver) -> None:
    """Where the request does not."""
    application = client.made(
        "Applications.json",
        FriendlyName="A",
        StatusCallback="http://localhost/call",
        MessageStatusCallback="http://localhost/message",
    )["sid"]
    ends = {"To": "+15005550009", "From": "+15005550006"}
    client.made("Calls.json", {**ends, "ApplicationSid": application})
    client.made("Messages.json", {**ends, "Body": "x", "ApplicationSid": application})
    client.emulator.advance(100)
    assert {"http://localhost/call", "http://localhost/message"} == {
        request.url for request in receiver.requests
    }
