"""What is told of attempts and of a connection's test, to the last word."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest
from in_memory import ACCOUNT, TOKEN

from twilio_ops_runtime import (
    Attempt,
    Connection,
    HealthCheck,
    OutcomeUnknown,
    ReadTimeout,
    Request,
    Response,
    Retry,
    RetryClock,
    Status,
)

PROBE = HealthCheck("api.acme.example", "/x", "status", "active")
STRANGER = "that is not the service's; look for a proxy or a wrong base_url"
LATER = "the service cannot say now: try again later"
CHECK = "check the Sid and the token; an account that is suspended or closed is refused too"
KEY = "a standard or restricted API key may not read its account: test it with a probe it may read"


@pytest.mark.parametrize(
    ("attempt", "said"),
    [
        (Attempt(1, "GET", "/p", 0.5, 200), "GET /p: answered 200 in 0.500 s; attempt 1"),
        (
            Attempt(2, "GET", "/p", 1.25, 429, "RQ1", wait=2.06),
            "GET /p: answered 429 in 1.250 s [RQ1]; attempt 2, again in 2.1 s",
        ),
        (
            Attempt(3, "POST", "/p", 0, failure="no answer came in time", wait=0.0),
            "POST /p: no answer came in time in 0.000 s; attempt 3, again in 0.0 s",
        ),
        (
            Attempt(1, "GET", "/p", 0, 200, failure="the connection was lost"),
            "GET /p: the connection was lost in 0.000 s; attempt 1",
        ),
    ],
)
def test_an_attempt_reads_as_a_line(attempt: Attempt, said: str):
    """What came of it, how long it took, which one it was and when the next one comes."""
    assert str(attempt) == said


def test_attempts_are_told_in_turn(caplog: pytest.LogCaptureFixture):
    """To the log, at INFO where another follows, and to whoever asked; who fails at that harms nothing."""
    times = iter([0.0, 10.0, 10.5, 20.0, 20.25, 30.0, 31.0])
    clock = RetryClock(lambda: next(times), lambda: 0.0, lambda seconds: None, lambda: 0.5)
    answers = iter([ReadTimeout(f"late {TOKEN}"), Response(503), Response(200, {"Id": "x"})])
    told: list[Attempt] = []

    def send(request: Request) -> Response:
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def note(attempt: Attempt) -> None:
        told.append(attempt)
        raise ValueError("not mine")

    connection = Connection(ACCOUNT, TOKEN, send=send, clock=clock, on_attempt=note)
    request = Request("GET", connection.url_for("api.acme.example", "/p?To=secret"))
    with caplog.at_level(logging.DEBUG, logger="twilio_ops"):
        response = connection.send(request)
    assert (response.status, response.attempts, response.after_unknown) == (200, 3, True)
    assert told == [
        Attempt(1, "GET", "/p", 0.5, None, None, "late ***", 0.25),
        Attempt(2, "GET", "/p", 0.25, 503, None, None, 0.5),
        Attempt(3, "GET", "/p", 1.0, 200, None, None, None),
    ]
    records = [one for one in caplog.records if one.message != "on_attempt failed"]
    levels = [logging.INFO, logging.INFO, logging.DEBUG]
    assert [(one.name, one.levelno, one.message) for one in records] == [
        ("twilio_ops", level, str(attempt)) for level, attempt in zip(levels, told, strict=True)
    ]
    assert len(caplog.records) == 6 and TOKEN not in caplog.text


@pytest.mark.parametrize(
    ("status", "content", "verdict", "said"),
    [
        (200, {"status": "active"}, Status.FINE, "answered 200"),
        (200, {"status": "closed"}, Status.ACCOUNT_INACTIVE, "answered 200; the account is closed"),
        (200, {"status": 5}, Status.UNEXPECTED_ANSWER, f"answered 200; {STRANGER}"),
        (200, {}, Status.UNEXPECTED_ANSWER, f"answered 200; {STRANGER}"),
        (201, {"status": "active"}, Status.UNEXPECTED_ANSWER, f"answered 201; {STRANGER}"),
        (401, {"code": "20003"}, Status.UNEXPECTED_ANSWER, f"answered 401; {STRANGER}"),
        (401, {"code": 1}, Status.CREDENTIALS_REFUSED, f"answered 401, code 1; {CHECK}"),
        (
            403,
            {"code": 1, "message": f"No {TOKEN}"},
            Status.CREDENTIALS_REFUSED,
            f"answered 403, code 1: No ***; {CHECK}",
        ),
        (
            404,
            {"code": 1, "message": 5},
            Status.CREDENTIALS_REFUSED,
            f"answered 404, code 1; {CHECK}",
        ),
        (
            400,
            {"code": 1},
            Status.UNEXPECTED_ANSWER,
            "answered 400, code 1; the probe does not suit the service",
        ),
        (429, {"code": 1}, Status.UNAVAILABLE, f"answered 429, code 1; {LATER}"),
        (500, [], Status.UNAVAILABLE, f"answered 500; {LATER}"),
        (499, [], Status.UNEXPECTED_ANSWER, f"answered 499; {STRANGER}"),
    ],
)
def test_a_test_says_what_to_do(status: int, content: Any, verdict: Status, said: str):
    """The answer's own words, without secrets, and an advice."""
    answer = Response(status, {}, json.dumps(content).encode())
    asked: list[Request] = []

    def send(request: Request) -> Response:
        asked.append(request)
        return answer

    diagnosis = Connection(ACCOUNT, TOKEN, send=send).test(PROBE)
    (request,) = asked
    assert (request.method, request.url) == ("GET", "https://api.acme.example/x")
    assert request.headers["Accept"] == "application/json"
    code = content.get("code") if isinstance(content, dict) else None
    assert diagnosis == (verdict, said, status, code if isinstance(code, int) else None, None)


def test_a_key_that_may_not_read_its_account_is_told_so():
    """Such keys are refused there, whatever else they may do."""
    answer = Response(401, {}, b'{"code": 1}')
    connection = Connection(
        ACCOUNT, api_key="SK" + "0" * 32, api_secret=TOKEN, send=lambda _: answer
    )
    assert connection.test(PROBE).message == f"answered 401, code 1; {KEY}"
    nobody = connection.test()
    assert nobody.verdict is Status.MISCONFIGURED and nobody.message.startswith("nobody says which")


@pytest.mark.parametrize(("late", "attempts"), [(9.5, 2), (9.75, 1)])
def test_a_wait_that_would_be_too_long_is_not_begun(late: float, attempts: int):
    """The end of the wait counts: to the second of the time that there is, and no later."""
    times = iter([0.0, 0.0, late, late, late, late])
    slept: list[float] = []
    clock = RetryClock(lambda: next(times), lambda: 0.0, slept.append, lambda: 1.0)
    retry = Retry(max_attempts=2, max_seconds=10.0, base=0.5)
    connection = Connection(ACCOUNT, TOKEN, send=lambda _: Response(503), clock=clock, retry=retry)
    request = Request("GET", connection.url_for("api.acme.example", "/p"))
    assert connection.send(request).attempts == attempts
    assert slept == [0.5] * (attempts - 1)


@pytest.mark.parametrize(
    ("method", "status", "unknown"),
    [("POST", 200, True), ("POST", 201, True), ("POST", 500, True), ("POST", 303, True)]
    + [("POST", status, False) for status in (301, 307, 308, 400, 404, 499, 501)]
    + [("GET", 200, False), ("DELETE", 500, False)],
)
def test_a_body_that_breaks_off_leaves_known_what_the_status_says(
    method: str, status: int, unknown: bool
):
    """What was refused was not done; what was not is not repeated, and its outcome is not known."""

    class Broken:
        def read(self, limit: int | None) -> bytes:
            raise ReadTimeout("late")

    connection = Connection(
        ACCOUNT,
        TOKEN,
        send=lambda _: Response(status, {}, Broken()),
        retry=Retry(max_attempts=1),
    )
    request = Request(method, connection.url_for("api.acme.example", "/p"))
    with pytest.raises(OutcomeUnknown if unknown else ReadTimeout) as caught:
        connection.send(request)
    if unknown:
        assert caught.value.status == status  # type: ignore[attr-defined]
    else:
        assert (caught.value.method, caught.value.path) == (method, "/p")  # type: ignore[attr-defined]
