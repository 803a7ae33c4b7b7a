"""How applications are asked: what a fragment says, what is asked again, where redirects lead, and cookies."""

from __future__ import annotations

from typing import Any

import pytest
from emulator_application import OWN, PERSON, Start
from emulator_client import Client
from hypothesis import given
from hypothesis import strategies as st

from twilio_ops_emulator import Clock, Emulator
from twilio_ops_emulator.state.callbacks import Answer, Callback, Overrides, Sent
from twilio_ops_emulator.state.sender import LONGEST
from twilio_ops_runtime.errors import CannotConnect, ReadTimeout
from twilio_ops_runtime.http.messages import Response, Timeout

XML = {"Content-Type": "text/xml"}

# -- overrides ------------------------------------------------------------------------------------

LIMITS = {
    "ct": ("connect", 100, 10000, 5000),
    "rt": ("read", 100, 15000, 15000),
    "tt": ("total", 100, 15000, 15000),
    "rc": ("retries", 0, 5, 1),
}
"""A word -> what it sets, from and to, and what holds without it.

source: https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
"""


def test_without_a_fragment_the_usual_holds() -> None:
    """Five seconds for a connection, fifteen in all, once more where none was made."""
    assert Overrides.of("http://localhost/x?rc=3") == Overrides(
        connect=5000, read=15000, total=15000, retries=1, reasons=frozenset({"ct"})
    )
    assert Overrides() == Overrides.of("")


@given(
    st.sampled_from(sorted(LIMITS)),
    st.one_of(st.integers(-10, 20000), st.sampled_from([99, 100, 101, 5, 6, 10000, 10001])),
)
def test_a_number_of_the_fragment_counts_within_its_limits(word: str, number: int) -> None:
    """Outside of them it is as if it were not there."""
    name, least, most, usual = LIMITS[word]
    found = Overrides.of(f"http://localhost/#{word}={number}")
    assert getattr(found, name) == (number if least <= number <= most else usual)
    others = {other for other, *_ in LIMITS.values()} - {name}
    assert all(getattr(found, other) == getattr(Overrides(), other) for other in others)


@pytest.mark.parametrize("text", ["", "x", "1e3", "٣", "3 ", "+3", "0000000003"])
def test_what_is_no_number_counts_for_nothing(text: str) -> None:
    """Nor what has more digits than any time."""
    assert Overrides.of(f"http://localhost/#ct={text}&rc={text}") == Overrides()


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("4xx", {"4xx"}),
        ("5xx,rt", {"5xx", "rt"}),
        ("all", {"all"}),
        ("ct", {"ct"}),
        ("4xx,never", {"ct"}),
        ("", {"ct"}),
    ],
)
def test_what_is_asked_again_is_said_in_words(text: str, reasons: set[str]) -> None:
    """One that is none makes the usual hold."""
    assert Overrides.of(f"http://localhost/#rp={text}").reasons == reasons


def test_the_times_of_a_fragment_are_those_of_its_request() -> None:
    """In seconds; a callback has the usual ones, and what comes behind # goes nowhere."""
    asked: list[Any] = []

    def send(request: Any) -> Response:
        asked.append(request)
        return Response(204, {}, b"")

    with Emulator(clock=Clock(frozen=True), send=send) as emulator:
        client = Client(emulator)
        url = "http://localhost/sms#ct=1500&rt=2500&tt=3500"
        client.made("IncomingPhoneNumbers.json", PhoneNumber=OWN, SmsUrl=url)
        emulator.receive_message(PERSON, OWN, "Hello")
        client.made("Messages.json", To=PERSON, From=OWN, Body="x", StatusCallback=url)
        emulator.advance(1)
    assert {request.url for request in asked} == {"http://localhost/sms"}
    assert asked[0].timeout == Timeout(1.5, 2.5, 3.5)
    assert asked[1].timeout is None


def sent(status: int | None, failure: str | None, **values: Any) -> Sent:
    """What became of an attempt to ask."""
    of_callback = {"attempt": values.pop("attempt", 0)}
    callback = Callback(account="AC", url="u", method="GET", parameters=(), about=("a", "b"), **of_callback)  # fmt: skip
    answer = Answer(url="u", method="GET", status=status, failure=failure)
    return Sent(at=0, callback=callback, status=status, **{"answer": answer, **values})


@pytest.mark.parametrize(
    ("result", "reason"),
    [
        (sent(400, None), "4xx"),
        (sent(404, None), "4xx"),
        (sent(500, None), "5xx"),
        (sent(None, "ReadTimeout"), "rt"),
        (sent(None, "CannotConnect"), "ct"),
        (sent(399, None), None),
        (sent(200, None), None),
        (sent(None, None), None),
        (sent(500, None, attempt=2), None),
        (sent(500, None, refused=True), None),
        (sent(500, None, answer=None), None),
    ],
)
def test_what_is_asked_again(result: Sent, reason: str | None) -> None:
    """For the reason that is named, or for all; as often as is said, and never what was not sent."""
    for named in ("4xx", "5xx", "rt", "ct", "all"):
        overrides = Overrides(retries=2, reasons=frozenset({named}))
        assert overrides.repeats(result) == (reason is not None and named in (reason, "all"))


@pytest.mark.parametrize(
    ("failure", "fragment", "times"),
    [
        (CannotConnect, "", 2),
        (ReadTimeout, "", 1),
        (ReadTimeout, "#rp=rt&rc=3", 4),
        (CannotConnect, "#rp=rt", 1),
    ],
)
def test_a_request_is_repeated_as_its_fragment_says(
    failure: Any, fragment: str, times: int
) -> None:
    """At once; each attempt has the same token."""
    asked: list[Any] = []

    def send(request: Any) -> Any:
        asked.append(request)
        raise failure("no")

    with Emulator(clock=Clock(frozen=True), send=send) as emulator:
        url = f"http://localhost/sms{fragment}"
        Client(emulator).made("IncomingPhoneNumbers.json", PhoneNumber=OWN, SmsUrl=url)
        emulator.receive_message(PERSON, OWN, "Hello")
        emulator.advance(0)
    assert len(asked) == times
    assert len({request.headers["I-Twilio-Idempotency-Token"] for request in asked}) == 1


# -- answers --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/plain", "Grüße".encode()),
        ("text/plain; charset=latin-1", "Grüße".encode("latin-1")),
        ('Text/Plain; charset="iso-8859-15"', "Grüße".encode("latin-1")),
        ("text/plain; charset='utf-16-le' ", "Grüße".encode("utf-16-le")),
        ("text/plain;format=flowed", "Grüße".encode()),
        ("text/plain; charset=nothing", "Grüße".encode()),
    ],
)
def test_an_answer_is_read_in_its_encoding(kind: str, body: bytes) -> None:
    """In UTF-8, where it names none that there is."""
    with Emulator(
        clock=Clock(frozen=True), send=lambda request: Response(200, {"content-TYPE": kind}, body)
    ) as emulator:
        Client(emulator).made("IncomingPhoneNumbers.json", PhoneNumber=OWN, SmsUrl="http://localhost/")  # fmt: skip
        message = emulator.receive_message(PERSON, OWN, "Hello")
        assert [reply["body"] for reply in message.replies] == ["Grüße"]


@pytest.mark.parametrize("more", [0, 1])
def test_a_long_answer_is_read_to_a_limit(more: int) -> None:
    """A megabyte; it is too long for a document either way."""
    document = b"<Response/>".ljust(LONGEST + more)
    with Emulator(
        clock=Clock(frozen=True), send=lambda request: Response(200, XML, document)
    ) as emulator:
        url = "http://localhost/#rc=0"
        Client(emulator).made("IncomingPhoneNumbers.json", PhoneNumber=OWN, SmsUrl=url)
        emulator.receive_message(PERSON, OWN, "Hello")
        (found,) = emulator.records("Notification")
        assert (found["error_code"], bool(found["response_body"])) == ("11750", not more)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_redirect_is_followed_as_a_browser_does(status: int, method: str) -> None:
    """307 and 308 ask the same again; the others ask by GET, and say nothing but the new address."""
    asked: list[Any] = []

    def send(request: Any) -> Response:
        asked.append(request)
        if len(asked) == 1:
            return Response(status, {"LOCATION": "../moved?a=b"}, b"")
        return Response(
            200, XML, b"<Response><Redirect>next</Redirect></Response>" * (len(asked) == 2)
        )

    with Emulator(clock=Clock(frozen=True), send=send) as emulator:
        Client(emulator).made(
            "IncomingPhoneNumbers.json",
            PhoneNumber=OWN,
            SmsUrl="http://localhost/x/sms#rc=0",
            SmsMethod=method,
        )
        emulator.receive_message(PERSON, OWN, "Hello")
    kept = status in (307, 308)
    second = asked[1]
    assert second.method == (method if kept else "GET")
    assert second.url.startswith("http://localhost/moved?a=b")
    said = f"{second.url} {(second.body or b'').decode()}"
    assert ("Body=Hello" in said) == kept
    assert asked[2].url == "http://localhost/next", "addresses are beside the last that was asked"


@pytest.mark.parametrize(
    ("status", "location"), [(302, None), (300, "/x"), (304, "/x"), (201, "/x")]
)
def test_what_is_no_redirect_is_the_answer(status: int, location: str | None) -> None:
    """Another status, or no address."""
    asked: list[Any] = []

    def send(request: Any) -> Response:
        asked.append(request)
        return Response(status, {} if location is None else {"Location": location}, b"")

    with Emulator(clock=Clock(frozen=True), send=send) as emulator:
        Client(emulator).made("IncomingPhoneNumbers.json", PhoneNumber=OWN, SmsUrl="http://localhost/")  # fmt: skip
        emulator.receive_message(PERSON, OWN, "Hello")
    assert len(asked) == 1


# -- cookies --------------------------------------------------------------------------------------


def test_cookies_of_a_call_come_together() -> None:
    """Each answer may add one or set one anew, whatever it is; what is no cookie is left out."""
    asked: list[Any] = []
    given = iter(["a=1; Path=/", "b=2; HttpOnly", None, "a=3", "\x00=;;"])

    def send(request: Any) -> Response:
        asked.append(request)
        cookie = next(given, None)
        headers = XML if cookie is None else {**XML, "set-cookie": cookie}
        return Response(200, headers, b"<Response><Pause/><Redirect/></Response>")

    with Emulator(clock=Clock(frozen=True), send=send) as emulator:
        Client(emulator).made("IncomingPhoneNumbers.json", PhoneNumber=OWN, VoiceUrl="http://localhost/")  # fmt: skip
        emulator.receive_call(PERSON, OWN)
        emulator.advance(5)
    cookies = [request.headers.get("Cookie") for request in asked]
    assert cookies == [None, "a=1", "a=1; b=2", "a=1; b=2", "a=3; b=2", "a=3; b=2"]


def test_cookies_of_messages_come_together() -> None:
    """While less than four hours are between two messages."""
    asked: list[Any] = []
    given = iter(["a=1", "b=2", None])

    def send(request: Any) -> Response:
        asked.append(request)
        cookie = next(given, None)
        return Response(204, {} if cookie is None else {"Set-Cookie": cookie}, b"")

    with Emulator(clock=Clock(frozen=True), send=send) as emulator:
        Client(emulator).made("IncomingPhoneNumbers.json", PhoneNumber=OWN, SmsUrl="http://localhost/")  # fmt: skip
        for _ in range(4):
            emulator.receive_message(PERSON, OWN, "Hello")
            emulator.advance(10000)
    cookies = [request.headers.get("Cookie") for request in asked]
    assert cookies == [None, "a=1", "a=1; b=2", None]


# -- what is not asked ----------------------------------------------------------------------------


def test_what_is_not_on_this_machine_is_not_asked(start: Start) -> None:
    """The call goes on as if it talked; the timeline says why, and nothing is logged."""
    emulator, application = start({"/voice": "<Redirect>http://example.com/next</Redirect>"})
    call = emulator.receive_call(PERSON, OWN)
    last = call.timeline[-1]
    assert (last["what"], last["attributes"], last["text"]) == (
        "unasked",
        {"url": "http://example.com/next"},
        "callbacks do not leave this machine",
    )
    assert (call.status, application.paths()) == ("in-progress", ["/voice"])
    emulator.advance(3600)
    assert call.status == "in-progress", "until someone ends it: nothing is known of how long"
    assert emulator.records("Notification") == []


def test_an_answer_that_comes_too_late_counts_for_nothing(start: Start) -> None:
    """The call was sent elsewhere meanwhile."""

    def page(said: dict[str, str]) -> str:
        if not moved:
            moved.append(1)
            Client(emulator).made(f"Calls/{said['CallSid']}.json", Url="http://localhost/new")
        return "<Say>Late</Say>"

    moved: list[int] = []
    pages = {
        "/voice": "<Say>x</Say><Redirect>/slow</Redirect>",
        "/slow": page,
        "/new": "<Say>New</Say>",
    }
    emulator, application = start(pages)
    call = emulator.receive_call(PERSON, OWN)
    emulator.advance(20)
    assert application.paths() == ["/voice", "/slow", "/new"]
    assert [one["text"] for one in call.timeline if one["what"] == "Say"] == ["x", "New"]


# -- headers --------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_request_has_the_headers_of_the_service(method: str) -> None:
    """A form has its kind, and all have a signature and a token."""
    asked: list[Any] = []

    def send(request: Any) -> Response:
        asked.append(request)
        return Response(204, {}, b"")

    with Emulator(clock=Clock(frozen=True), send=send) as emulator:
        url = "http://localhost/sms?a=b"
        Client(emulator).made("IncomingPhoneNumbers.json", PhoneNumber=OWN, SmsUrl=url, SmsMethod=method)  # fmt: skip
        emulator.receive_message(PERSON, OWN, "Hello")
    (request,) = asked
    headers = dict(request.headers)
    assert len(headers.pop("X-Twilio-Signature")) == 28
    assert len(headers.pop("I-Twilio-Idempotency-Token")) == 32
    form = {"Content-Type": "application/x-www-form-urlencoded; charset=UTF-8"}
    assert headers == {"User-Agent": "TwilioProxy/1.1", "Accept": "*/*", **(form if method == "POST" else {})}  # fmt: skip
    assert request.method == method
    if method == "GET":
        assert request.url.startswith("http://localhost/sms?a=b&MessageSid=SM")
    else:
        assert (request.url, request.body[:13]) == (url, b"MessageSid=SM")
