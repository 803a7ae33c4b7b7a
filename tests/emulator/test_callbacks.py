"""Callbacks: who is told what, signed, tried again, and never off this machine unasked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer, ThreadingHTTPServer
from typing import Any, ClassVar
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest
from emulator_client import Client
from twilio.request_validator import RequestValidator

from twilio_ops_emulator import Clock, Emulator, EmulatorError
from twilio_ops_runtime.errors import CannotConnect
from twilio_ops_runtime.http.messages import Request, Response
from twilio_ops_runtime.webhooks import sign as signature

POLL = 0.01  # how often a receiver looks whether it is to stop
HOOK = "http://localhost:9/hook?a=1"
CALL = {"To": "+15005550009", "From": "+15005550006", "Url": "https://example.com/voice"}


class Receiver:
    """What callbacks are sent to."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.answer: Callable[[Request], int] = lambda request: 204

    def __call__(self, request: Request, /) -> Response:
        self.requests.append(request)
        status = self.answer(request)
        if not status:
            raise CannotConnect("nobody listens")
        return Response(status)

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


def test_a_call_tells_of_the_events_asked_for(client: Client, receiver: Receiver) -> None:
    """Each asked for by a parameter of its own."""
    events = ["initiated", "ringing", "answered", "completed"]
    client.made("Calls.json", {**CALL, "StatusCallback": HOOK, "StatusCallbackEvent": events})
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


def test_by_get_a_query_is_added_to(client: Client, receiver: Receiver) -> None:
    """As it was written; an address without one gets one."""
    for url in ("http://localhost:9?a=1", "http://localhost:9"):
        form = {**CALL, "StatusCallback": url, "StatusCallbackMethod": "GET"}
        client.made("Calls.json", form)
    client.emulator.advance(100)
    first, second = (request.url for request in receiver.requests)
    assert first.startswith("http://localhost:9/?a=1&CallSid=CA")
    assert second.startswith("http://localhost:9/?CallSid=CA")


def test_callbacks_come_by_get_or_post(client: Client) -> None:
    """Another method is refused where it is asked for: it would not be what is sent."""
    for method in ("PUT", "HEAD", "DELETE"):
        form = {**CALL, "StatusCallback": HOOK, "StatusCallbackMethod": method}
        assert 400 == client.post("Calls.json", form).status
        application = {"object": "Application", "values": {"status_callback_method": method}}
        with pytest.raises(EmulatorError, match="is none of GET, POST"):
            client.emulator.seed({"records": [application]})


EVIL = [
    "http://[",
    "http://]/",
    "http://[::1",
    "http://[v1.a]/",
    "http://[::1]:x/",
    "http://localhost:99999/",
    "http://localhost:-1/",
    "http://localhost:٣/",
    "http://localhost:0/",
    "http://local host/",
    "http://localhost\n/",
    "http://localhost\x00/",
    "http://localhost℀/",
    "http://a..localhost/",
    f"http://{'a' * 70}.localhost/",
    "http://",
    "http:///",
    "//localhost/",
    "localhost",
    "file:///etc/passwd",
    "http://\ud7ff\uffff/[",
    "http://u:p@[::",
    "http://%",
    "http://?#[",
]
TAKEN = {"http://a..localhost/", f"http://{'a' * 70}.localhost/"}
"""Addresses that could be, of hosts that cannot."""


@pytest.mark.parametrize("url", EVIL)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_no_address_makes_the_emulator_fail(url: str, method: str) -> None:
    """On any version of Python, whatever it is the address of: it is refused when it is sent; where it
    is there already, the log says that nothing was sent."""
    with Emulator(clock=Clock("2026-11-01", frozen=True), seed=5) as emulator:
        client = Client(emulator)
        placed = client.post("Calls.json", {**CALL, "Url": url})
        taken = 201 == placed.status
        assert taken == (url in TAKEN), placed
        assert taken or (400, 21205) == (placed.status, placed.code)
        message = {"To": CALL["To"], "From": CALL["From"], "Body": "x"}
        sent = client.post("Messages.json", {**message, "StatusCallback": url})
        assert taken or (400, 21609) == (sent.status, sent.code)
        number = {"phone_number": CALL["From"], "sms_url": url, "sms_method": method}
        emulator.seed({"records": [{"object": "IncomingPhoneNumber", "values": number}]})
        emulator.receive_message(CALL["To"], CALL["From"], "x")
        emulator.advance(100)
        assert [] == emulator.failures
        assert emulator.documents
        attempts = [*emulator.callbacks, *emulator.documents]
        assert all(sent.error and not sent.delivered for sent in attempts)


def test_media_are_of_the_kind_their_address_says(client: Client) -> None:
    """By the name at its end."""
    urls = [
        "http://localhost/a.png",
        "http://localhost/b.jpeg?x=/c.gif",
        "http://localhost/d.mp4#/e.png",
    ]
    form = {"To": CALL["To"], "From": CALL["From"], "MediaUrl": urls}
    made = client.made("Messages.json", form)
    media = client.listed(f"Messages/{made['sid']}/Media.json", "media_list")
    assert {"image/png", "image/jpeg", "video/mp4"} == {item["content_type"] for item in media}


class _Hook(BaseHTTPRequestHandler):
    """Keeps what a receiver sees of a callback."""

    seen: ClassVar[list[tuple[str, dict[str, str], str]]] = []

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        url = f"http://{self.headers['Host']}{self.path}"
        said = dict(parse_qsl(body, keep_blank_values=True))
        self.seen.append((url, said, self.headers["X-Twilio-Signature"]))
        self.send_response(204)
        self.end_headers()

    do_GET = do_POST

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def hook() -> Iterator[str]:
    """The address of a receiver on this machine."""
    _Hook.seen.clear()
    server = HTTPServer(("127.0.0.1", 0), _Hook)
    thread = threading.Thread(target=server.serve_forever, args=(POLL,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


ADDRESSES = [
    "",
    "/",
    "/hook",
    "?a=1",
    "/hook?a=1&b=",
    "/hook?a=b c",
    "/hook?q=ü",
    "/ü",
    "/hook?x=[1]",
    "/hook?a=%2f",
    "/a/../b/./c",
    "//a//b",
    "/%zz",
    "/hook?a=%zz&b=+",
    "/a;b=c/@:!$'()*,",
    "/hook?a=1#part",
    "/hook?",
    "/hook?a&b=1=2&&c",
]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_what_is_received_is_what_was_signed(hook: str, method: str) -> None:
    """Twilio's own library accepts every callback received over HTTP, however its address was written."""
    with Emulator(clock=Clock("2026-11-01", frozen=True), seed=5) as emulator:
        client = Client(emulator)
        validator = RequestValidator(emulator.auth_token)
        for address in ADDRESSES:
            form = {"StatusCallback": f"{hook}{address}", "StatusCallbackMethod": method}
            client.made("Calls.json", {**CALL, **form})
            emulator.advance(100)
        with_credentials = hook.replace("//", "//user:password@")
        client.made("Calls.json", {**CALL, "StatusCallback": with_credentials})
        emulator.advance(100)
        assert all(sent.delivered for sent in emulator.callbacks)
    assert len(ADDRESSES) + 1 == len(_Hook.seen)
    for url, said, signed in _Hook.seen:
        assert validator.validate(url, said, signed), url
    assert not validator.validate(f"{hook}/other", *_Hook.seen[0][1:])


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
    ["http://example.com/hook", "http://10.0.0.1/", "http://[::2]/", "http://localhost.example/"],
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
    assert ["https://example.com/voice", "https://example.com/"] == [
        request.url for request in receiver.requests
    ]


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
        "ConferenceStatusCallbackEvent": ["start", "join", "leave", "mute", "modify", "end"],
    }
    made = client.made("Conferences/Room/Participants.json", form)
    client.emulator.advance(10)
    other = client.made("Conferences/Room/Participants.json", form)
    client.emulator.advance(10)
    path = f"Conferences/Room/Participants/{made['call_sid']}.json"
    client.made(path, Muted="true")
    client.made(path, Muted="false", EndConferenceOnExit="false")
    client.made(path, Coaching="true", CallSidToCoach=made["call_sid"])
    assert client.get(path).json["coaching"] is True
    client.made(path, Coaching="true")
    coach = {**form, "Coaching": "true", "CallSidToCoach": made["call_sid"]}
    coaches = [
        client.made(
            "Conferences/Other/Participants.json", {"From": form["From"], "To": form["To"], **more}
        )
        for more in (coach, form)
    ]
    assert [True, False] == [one["coaching"] for one in coaches]
    client.delete(path)
    client.delete(f"Conferences/Room/Participants/{other['call_sid']}.json")
    client.emulator.advance(0)
    assert [
        "participant-join",
        "conference-start",
        "participant-join",
        "participant-mute",
        "participant-unmute",
        "participant-modify",
        "participant-leave",
        "participant-leave",
        "conference-end",
    ] == [said["StatusCallbackEvent"] for said in receiver.said]
    assert "last-participant-kicked" == receiver.said[-1]["ReasonConferenceEnded"]
    assert made["call_sid"] == receiver.said[0]["CallSid"]
    left = [said for said in receiver.said if said["StatusCallbackEvent"] == "participant-leave"]
    assert {"participant_updated_via_api"} == {said["ReasonParticipantLeft"] for said in left}
    assert {"in-progress"} == {said["ParticipantCallStatus"] for said in left}


@pytest.mark.parametrize("dialled", [True, False])
def test_a_recorded_conference_tells(client: Client, receiver: Receiver, dialled: bool) -> None:
    """Once for all who take part, from its beginning to its end; by TwiML as by request."""
    ends = {"To": CALL["To"], "From": CALL["From"]}
    events = "in-progress completed"
    if dialled:
        noun = (
            f"<Conference record='record-from-start' recordingStatusCallback='{HOOK}' "
            f"recordingStatusCallbackEvent='{events}'>Room</Conference>"
        )
        client.emulator.script("Call", "open")
        twiml = f"<Response><Dial>{noun}</Dial></Response>"
        made = [client.made("Calls.json", {**ends, "Twiml": twiml})["sid"] for _ in range(2)]
    else:
        form = {
            **ends,
            "ConferenceRecord": "record-from-start",
            "ConferenceRecordingStatusCallback": HOOK,
            "ConferenceRecordingStatusCallbackEvent": events,
        }
        path = "Conferences/Room/Participants.json"
        assert 400 == client.post(path, {**form, "ConferenceRecord": "perhaps"}).status
        made = [client.made(path, form)["call_sid"] for _ in range(2)]
    client.emulator.advance(23)
    (room,) = client.listed("Conferences.json", "conferences")
    for path in (f"Conferences/{room['sid']}/Recordings.json", "Recordings.json"):
        (record,) = client.listed(path, "recordings")
        assert (room["sid"], None) == (record["conference_sid"], record["call_sid"])
        assert ("in-progress", "Conference", 1) == (
            record["status"],
            record["source"],
            record["channels"],
        )
    for sid in made:
        client.made(f"Calls/{sid}.json", Status="completed")
    client.emulator.advance(10)
    assert [("in-progress", None), ("completed", "20")] == [
        (said["RecordingStatus"], said.get("RecordingDuration")) for said in receiver.said
    ]
    assert [room["sid"]] * 2 == [said["ConferenceSid"] for said in receiver.said]


@pytest.mark.parametrize("together", [True, False])
def test_a_recording_tells_of_the_events_asked_for(
    client: Client, receiver: Receiver, together: bool
) -> None:
    """Of a call as of a recording that is started in it; as one word each, or all in one text."""
    events = ["in-progress", "completed"]
    words: Any = " ".join(events) if together else events
    form = {"RecordingStatusCallback": HOOK, "RecordingStatusCallbackEvent": words}
    recorded = client.made("Calls.json", {**CALL, **form, "Record": "true"})["sid"]
    started = client.made("Calls.json", CALL)["sid"]
    client.emulator.advance(5)
    client.made(f"Calls/{started}/Recordings.json", form)
    client.emulator.advance(100)
    for sid in (recorded, started):
        assert events == [
            said["RecordingStatus"] for said in receiver.said if said["CallSid"] == sid
        ]


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


@pytest.mark.parametrize(
    "events",
    [["answered", "hung-up"], ["initiated ringing answered completed"], ["ringing,answered"]],
)
def test_an_event_that_there_is_not(client: Client, receiver: Receiver, events: list[str]) -> None:
    """The call is placed, no callback is sent, and a warning says so."""
    form = [*CALL.items(), ("StatusCallback", HOOK)]
    form += [("StatusCallbackEvent", event) for event in events]
    assert 201 == client.post("Calls.json", form).status
    client.emulator.advance(100)
    assert HOOK not in [request.url for request in receiver.requests]
    (logged,) = client.listed("Notifications.json", "notifications")
    assert ("21626", "1") == (logged["error_code"], logged["log"])


def test_closing_while_a_callback_is_sent() -> None:
    """What waits for an answer over HTTP is given up at once, and nothing goes out any more."""
    heard, go_on = threading.Event(), threading.Event()

    class Slow(BaseHTTPRequestHandler):
        """Answers when it is told to."""

        def do_POST(self) -> None:
            heard.set()
            go_on.wait(30)

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Slow) as server:
        threading.Thread(target=server.serve_forever, args=(POLL,), daemon=True).start()
        emulator = Emulator(clock=Clock(frozen=True))
        ends = {"To": "+15005550009", "From": "+15005550006", "Body": "x"}
        hook = f"http://127.0.0.1:{server.server_port}/hook"
        for _ in range(2):
            Client(emulator).made("Messages.json", {**ends, "StatusCallback": hook})
        mover = threading.Thread(target=emulator.advance, args=(60,))
        mover.start()
        assert heard.wait(30)
        emulator.close()
        mover.join(10)
        assert not mover.is_alive()
        go_on.set()
        server.shutdown()
    sent = emulator.callbacks
    assert len(sent) > 3
    assert {None} == {one.status for one in sent}
    assert "the emulator was closed" in str(sent[0].error)
    assert {"the emulator is closed"} == {one.error for one in sent[1:]}


def test_callbacks_share_a_thread() -> None:
    """One after the other over HTTP, they need no thread each; and none is left when it is closed."""
    known = set(threading.enumerate())
    used: set[str] = set()

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            used.update(
                str(one.ident)
                for one in set(threading.enumerate()) - known
                if one.name == "emulator-callback"
            )
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Hook) as server:
        threading.Thread(target=server.serve_forever, args=(POLL,), daemon=True).start()
        hook = f"http://127.0.0.1:{server.server_port}/"
        with Emulator(clock=Clock("2026-11-01", frozen=True), seed=5) as emulator:
            client = Client(emulator)
            for _ in range(5):
                client.made(
                    "Messages.json", To=CALL["To"], From=CALL["From"], Body="x", StatusCallback=hook
                )
            emulator.advance(60)
            assert len(emulator.callbacks) >= 10
            assert all(sent.delivered for sent in emulator.callbacks)
        server.shutdown()
    assert 1 == len(used)
    for _ in range(100):
        left = [one for one in threading.enumerate() if str(one.ident) in used]
        if not left:
            break
        left[0].join(0.05)
    assert [] == left
