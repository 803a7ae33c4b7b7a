"""When a request is sent again, and when it never is: with a transport that fails as told."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twilio_ops_runtime.errors import (
    AnswerTooLarge,
    CannotConnect,
    CannotResolve,
    ConfigurationError,
    ConnectionDropped,
    ConnectTimeout,
    MalformedAnswer,
    OutcomeUnknown,
    ReadTimeout,
    TlsError,
    TransportError,
)
from twilio_ops_runtime.http.messages import Headers, Request, Response
from twilio_ops_runtime.retry import DEFAULT_RETRY, Retry, RetryClock, retry_after, send_with_retry

SAFE = ("GET", "HEAD", "DELETE")
UNSAFE = ("POST", "PUT", "PATCH")
START = datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC)

Outcome = Response | TransportError | Callable[[], Response]


class Time:
    """Time that passes only by waiting; chance always gives the same."""

    def __init__(self, chance: float = 0.5) -> None:
        self.passed = 0.0
        self.waits: list[float] = []
        self.clock = RetryClock(
            monotonic=lambda: self.passed,
            now=lambda: START.timestamp() + self.passed,
            sleep=self.sleep,
            random=lambda: chance,
        )

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.passed += seconds


class Wire:
    """A transport that does what it is told, in order; the last stays."""

    def __init__(self, *outcomes: Outcome) -> None:
        self.outcomes = list(outcomes)
        self.sent = 0

    def __call__(self, request: Request, /) -> Response:
        self.sent += 1
        outcome = self.outcomes.pop(0) if len(self.outcomes) > 1 else self.outcomes[0]
        if isinstance(outcome, TransportError):
            raise outcome
        return outcome if isinstance(outcome, Response) else outcome()


class Broken:
    """A body that does not come."""

    def __init__(self, failure: TransportError) -> None:
        self.failure = failure

    def read(self, limit: int | None) -> bytes:
        raise self.failure


def unknown(request: Request, reason: str, sent_at: datetime, status: int | None) -> OutcomeUnknown:
    return OutcomeUnknown(
        reason, method=request.method, path=request.path, sent_at=sent_at, status=status
    )


def run(
    wire: Wire,
    method: str = "GET",
    *,
    time: Time | None = None,
    retry: Retry = DEFAULT_RETRY,
    limit: int | None = None,
) -> Response:
    return send_with_retry(
        Request(method, "https://api.example.com/Things.json?Secret=1"),
        wire,
        retry=retry,
        clock=(time or Time()).clock,
        limit=limit,
        unknown=unknown,
    )


def fine() -> Response:
    return Response(200, (), b"{}")


@pytest.mark.parametrize("method", SAFE + UNSAFE)
@pytest.mark.parametrize(
    "nothing_sent",
    [
        CannotConnect("refused"),
        CannotResolve("no address"),
        ConnectTimeout("late"),
        ConnectionDropped("lost before the body", sent=False),
    ],
    ids=lambda failure: type(failure).__name__,
)
def test_what_was_not_sent_is_sent_again(method: str, nothing_sent: TransportError) -> None:
    wire = Wire(nothing_sent, nothing_sent, fine())

    reply = run(wire, method)

    assert (wire.sent, reply.attempts, reply.after_unknown) == (3, 3, False)


@pytest.mark.parametrize("method", SAFE + UNSAFE)
def test_a_429_was_not_processed_and_is_sent_again(method: str) -> None:
    wire = Wire(Response(429), Response(429), fine())

    reply = run(wire, method)

    assert (wire.sent, reply.status, reply.after_unknown) == (3, 200, False)


@pytest.mark.parametrize("method", SAFE)
@pytest.mark.parametrize(
    "trouble",
    [
        Response(500),
        Response(502),
        Response(503),
        Response(504),
        ReadTimeout("late"),
        ConnectionDropped("x"),
    ],
    ids=repr,
)
def test_what_is_harmless_twice_is_sent_again(method: str, trouble: Outcome) -> None:
    """And the answer says that an earlier attempt may have been carried out."""
    wire = Wire(trouble, fine())

    reply = run(wire, method)

    assert (wire.sent, reply.status, reply.after_unknown) == (2, 200, True)


@pytest.mark.parametrize("method", UNSAFE)
@pytest.mark.parametrize(
    "failure",
    [
        ReadTimeout("late"),
        ConnectionDropped("lost"),
        MalformedAnswer("not HTTP"),
        TlsError("lost in the middle"),
        TransportError("something else"),
    ],
    ids=repr,
)
def test_what_may_have_arrived_is_never_sent_again(method: str, failure: TransportError) -> None:
    wire = Wire(failure, fine())

    with pytest.raises(OutcomeUnknown) as caught:
        run(wire, method)

    assert wire.sent == 1
    assert caught.value.reason == failure.reason
    assert (caught.value.method, caught.value.path) == (method, "/Things.json")
    assert (caught.value.sent_at, caught.value.status) == (START, None)
    assert caught.value.__cause__ is failure


@pytest.mark.parametrize("method", UNSAFE)
@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_server_error_to_what_must_not_be_repeated_is_the_answer(
    method: str, status: int
) -> None:
    wire = Wire(Response(status), fine())

    assert run(wire, method).status == status
    assert wire.sent == 1


@pytest.mark.parametrize("method", SAFE + UNSAFE)
@pytest.mark.parametrize("status", [200, 201, 204, 302, 400, 401, 404, 501])
def test_other_statuses_are_the_answer(method: str, status: int) -> None:
    wire = Wire(Response(status), fine())

    assert run(wire, method).status == status
    assert wire.sent == 1


@pytest.mark.parametrize("method", SAFE + UNSAFE)
def test_an_untrusted_host_stays_untrusted(method: str) -> None:
    wire = Wire(TlsError("self-signed", sent=False), fine())

    with pytest.raises(TlsError):
        run(wire, method)

    assert wire.sent == 1


def test_a_body_that_breaks_off_is_fetched_again() -> None:
    wire = Wire(Response(200, (), Broken(ConnectionDropped("half"))), fine())

    assert run(wire).read() == b"{}"
    assert wire.sent == 2


def test_a_created_record_whose_answer_breaks_off_is_unknown_with_its_status() -> None:
    wire = Wire(Response(201, (), Broken(ConnectionDropped("half"))), fine())

    with pytest.raises(OutcomeUnknown) as caught:
        run(wire, "POST")

    assert (wire.sent, caught.value.status) == (1, 201)


@pytest.mark.parametrize("status", [307, 400, 404, 501])
def test_a_refusal_whose_body_breaks_off_is_no_unknown_outcome(status: int) -> None:
    """The status alone says that nothing was done."""
    wire = Wire(Response(status, (), Broken(ConnectionDropped("half"))))

    with pytest.raises(ConnectionDropped):
        run(wire, "POST")

    assert wire.sent == 1


def test_a_429_whose_body_breaks_off_is_sent_again() -> None:
    wire = Wire(Response(429, (), Broken(ConnectionDropped("half"))), fine())

    assert run(wire, "POST").status == 200


def test_an_answer_that_is_too_large_is_not_asked_for_again() -> None:
    wire = Wire(Response(200, (), b"12345"))

    with pytest.raises(AnswerTooLarge):
        run(wire, limit=4)

    assert wire.sent == 1
    assert run(wire, limit=5).read() == b"12345"


def test_the_attempts_are_counted() -> None:
    wire, time = Wire(Response(429)), Time()

    reply = run(wire, time=time, retry=Retry(max_attempts=4))

    assert (reply.status, reply.attempts, wire.sent, len(time.waits)) == (429, 4, 4, 3)


def test_the_last_failure_is_raised_with_its_attempts_and_place() -> None:
    wire = Wire(CannotConnect("refused"))

    with pytest.raises(CannotConnect) as caught:
        run(wire, "POST", retry=Retry(max_attempts=3))

    assert str(caught.value) == "POST /Things.json: refused (tried 3 times)"


def test_what_is_not_repeated_takes_no_chance_and_no_notice_of_when_it_might_be() -> None:
    """Most answers are successes: they are not looked through for what they are not asked."""

    class Silent(Headers):
        def __getitem__(self, name: str) -> str:
            raise AssertionError(name)

    def chance() -> float:
        raise AssertionError("nothing is waited for")

    time = Time()
    for reply in (Response(200, Silent(), b"{}"), Response(404, Silent()), Response(501, Silent())):
        sent = send_with_retry(
            Request("GET", "https://api.example.com/Things.json"),
            Wire(reply),
            retry=DEFAULT_RETRY,
            clock=time.clock._replace(random=chance),
            limit=None,
            unknown=unknown,
        )
        assert sent is reply


def test_waits_double_up_to_the_cap_and_chance_chooses_below() -> None:
    wire, time = Wire(Response(503)), Time(chance=0.5)

    run(wire, time=time, retry=Retry(max_attempts=6, base=1, cap=5))

    assert time.waits == [0.5, 1.0, 2.0, 2.5, 2.5]


@given(attempt=st.integers(1, 10**9), chance=st.floats(0, 1, exclude_max=True))
def test_a_wait_never_passes_its_bound(attempt: int, chance: float) -> None:
    retry = Retry(base=0.5, cap=20)

    wait = retry.wait(attempt, None, lambda: chance)

    assert 0 <= wait <= min(20, 0.5 * 2 ** min(attempt - 1, 40))


def test_no_attempt_begins_after_the_time_is_up_nor_is_it_waited_for() -> None:
    wire, time = Wire(Response(503)), Time(chance=1.0)

    run(wire, time=time, retry=Retry(max_attempts=99, max_seconds=10, base=1, cap=60))

    assert time.waits == [1, 2, 4]  # the next would end at 15


def test_retry_after_is_waited_for_with_some_chance_more() -> None:
    wire, time = Wire(Response(429, {"Retry-After": "7"}), fine()), Time(chance=0.5)

    run(wire, "POST", time=time, retry=Retry(base=1))

    assert time.waits == [7.5]


def test_retry_after_beyond_the_time_is_given_up_at_once() -> None:
    wire, time = Wire(Response(429, {"Retry-After": "3600"}), fine()), Time()

    assert run(wire, time=time).status == 429
    assert (wire.sent, time.waits) == (1, [])


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, None),
        ({"Retry-After": ""}, None),
        ({"Retry-After": "12"}, 12.0),
        ({"Retry-After": " 1.5 "}, 1.5),
        ({"Retry-After": "-5"}, None),
        ({"Retry-After": "9" * 5000}, None),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "Wed, 02 Jan 2030 03:04:35 GMT"}, 30.0),
        ({"Retry-After": "Wed, 02 Jan 2030 03:04:00 GMT"}, 0.0),
        (
            {
                "Retry-After": "Wed, 02 Jan 2030 05:00:10 GMT",
                "Date": "Wed, 02 Jan 2030 05:00:00 GMT",
            },
            10.0,
        ),
        ({"Retry-After": "Wed, 02 Jan 2030 03:04:35 GMT", "Date": "nonsense"}, 30.0),
        ({"Retry-After": "Wed, 99 Jan 99999 03:04:35 GMT"}, None),
    ],
)
def test_retry_after_is_read_as_seconds_or_date(
    headers: dict[str, str], expected: float | None
) -> None:
    assert retry_after(Headers(headers), START.timestamp()) == expected


@given(st.text())
def test_no_retry_after_breaks_anything(text: str) -> None:
    asked = retry_after(Headers({"Retry-After": text}), START.timestamp())

    assert asked is None or asked >= 0


@given(st.datetimes(datetime(2030, 1, 3), datetime(2031, 1, 1)))
def test_a_date_is_as_far_as_it_is(until: datetime) -> None:
    until = until.replace(tzinfo=UTC, microsecond=0)
    headers = Headers({"Retry-After": format_datetime(until, usegmt=True)})

    assert retry_after(headers, START.timestamp()) == (until - START).total_seconds()


@pytest.mark.parametrize(
    "settings",
    [
        {"max_attempts": 0},
        {"max_seconds": -1},
        {"base": -0.1},
        {"cap": -1},
        {"max_seconds": float("nan")},
        {"base": float("nan")},
    ],
)
def test_senseless_settings_are_refused(settings: dict[str, float]) -> None:
    with pytest.raises(ConfigurationError):
        Retry(**settings)  # type: ignore[arg-type]


def test_each_attempt_is_logged_without_the_query(caplog: pytest.LogCaptureFixture) -> None:
    """A repetition at INFO, the last attempt at DEBUG."""
    caplog.set_level(logging.DEBUG)

    run(Wire(Response(429), CannotConnect("refused"), fine()))

    assert caplog.messages == [
        "GET /Things.json: answered 429 in 0.000 s; attempt 1, again in 0.2 s",
        "GET /Things.json: refused in 0.000 s; attempt 2, again in 0.5 s",
        "GET /Things.json: answered 200 in 0.000 s; attempt 3",
    ]
    assert [logging.INFO, logging.INFO, logging.DEBUG] == [r.levelno for r in caplog.records]
