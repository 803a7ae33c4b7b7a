"""The tree of errors: one class a cause, facts as attributes, pickles that keep them."""

from __future__ import annotations

import inspect
import pickle
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

import pytest

from twilio_ops_runtime import errors
from twilio_ops_runtime.errors import (
    AccountInactive,
    AuthenticationError,
    ConnectError,
    ConnectionDropped,
    FieldNotPresent,
    NotFoundError,
    OperationError,
    OutcomeUnknown,
    PermissionDenied,
    ProfileError,
    RateLimitError,
    RequestError,
    RequestRejected,
    ServerError,
    ServiceError,
    SidError,
    UnconfirmedServerError,
)
from twilio_ops_runtime.http.messages import Request, Response
from twilio_ops_runtime.http.outcomes import answered_error

CLASSES = [
    item
    for item in vars(errors).values()
    if inspect.isclass(item) and issubclass(item, OperationError)
]
SENT = datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC)


def service(
    status: int,
    method: str = "GET",
    *,
    parameters: Sequence[tuple[str, str]] = (),
    request_id: str | None = None,
    retry_after: float | None = None,
    answer: bytes = b"",
    **facts: Any,
) -> ServiceError:
    """The error of an answer, 20005 being the code of an account that is not active."""
    query = f"?{urlencode(parameters)}" if parameters else ""
    request = Request(method, f"https://api.example.com/Things.json{query}")
    headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
    response = Response(status, headers, answer)
    response.request_id, response.sent_at = request_id, SENT
    return answered_error(request, response, str, 0.0, 20005, **facts)


def test_every_class_is_exported_and_in_the_drawing() -> None:
    """The docstring's drawing names each class once, under the class it derives from."""
    names = {kind.__name__ for kind in CLASSES}

    assert names == set(errors.__all__)
    stack: list[tuple[int, str]] = []
    drawn: dict[str, str] = {}
    for line in (errors.__doc__ or "").splitlines():
        found = re.match(r"    ([│├└─ ]*)(\w+)", line)
        if found is None:
            continue
        depth, name = len(found[1]), found[2]
        while stack and stack[-1][0] >= depth:
            stack.pop()
        drawn[name] = stack[-1][1] if stack else "Exception"
        stack.append((depth, name))
    assert drawn == {kind.__name__: kind.__bases__[0].__name__ for kind in CLASSES}


@pytest.mark.parametrize(
    ("status", "code", "expected"),
    [
        (400, 21211, RequestRejected),
        (401, 20003, AuthenticationError),
        (403, 20003, PermissionDenied),
        (403, 20005, AccountInactive),
        (401, 20005, AccountInactive),
        (404, 20404, NotFoundError),
        (410, None, NotFoundError),
        (409, None, RequestRejected),
        (429, 20429, RateLimitError),
        (500, 20500, ServerError),
        (503, None, ServerError),
        (302, None, RequestRejected),
    ],
)
def test_status_and_code_choose_the_class(
    status: int, code: int | None, expected: type[ServiceError]
) -> None:
    assert type(service(status, code=code)) is expected


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH"])
def test_a_failure_of_what_must_not_be_repeated_is_also_an_unknown_outcome(method: str) -> None:
    error = service(502, method, parameters=[("To", "+1")], message="bad gateway")

    assert isinstance(error, UnconfirmedServerError)
    assert isinstance(error, OutcomeUnknown)
    assert isinstance(error, ServerError)
    assert (error.status, error.reason) == (502, "answered 502")
    assert (error.parameters, error.sent_at) == ((("To", "+1"),), SENT)
    assert "bad gateway" in str(error)
    assert "was not repeated; sent at 2030-01-02 03:04:05 UTC with To='+1'" in str(error)


def test_not_implemented_says_that_nothing_was_done() -> None:
    assert type(service(501, "POST")) is ServerError


def test_a_service_error_reads_as_a_sentence() -> None:
    error = service(
        404,
        code=20404,
        message="not found",
        detail="no such thing",
        more_info="https://example.com/20404",
        request_id="RQ1",
    )

    assert str(error) == (
        "GET /Things.json was answered 404, code 20404: not found (no such thing)"
        " [https://example.com/20404, RQ1]"
    )
    assert str(service(500)) == "GET /Things.json was answered 500"


def test_a_transport_error_counts_its_attempts() -> None:
    error = ConnectionDropped("lost", method="GET", path="/Things.json")

    assert str(error) == "GET /Things.json: lost"
    error.attempts = 3
    assert str(error) == "GET /Things.json: lost (tried 3 times)"
    assert str(ConnectionDropped("lost")) == "lost"


def test_connecting_sends_nothing_and_loss_may_have_sent() -> None:
    assert ConnectError("refused").sent is False
    assert ConnectionDropped("lost").sent is True


def test_errors_are_what_python_expects_of_them() -> None:
    assert issubclass(RequestError, ValueError)
    assert issubclass(SidError, ValueError)
    assert issubclass(ProfileError, ValueError)
    assert issubclass(FieldNotPresent, AttributeError)


SAMPLES: list[OperationError] = [
    service(404, code=20404, message="m", answer=b"<x/>", retry_after=2.5),
    service(503, "POST", parameters=[("A", "b")]),
    OutcomeUnknown(
        "lost", method="POST", path="/p", parameters=[("A", "b")], sent_at=SENT, status=201
    ),
    ConnectError("refused", method="GET", path="/p"),
    ProfileError("bad", problems=["line 1", "line 2"]),
    SidError("wrong"),
    FieldNotPresent("sid"),
    *(kind("x") for kind in CLASSES if not issubclass(kind, (ServiceError, OutcomeUnknown))),
]


@pytest.mark.parametrize("error", SAMPLES, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_every_error_survives_pickling(error: OperationError, protocol: int) -> None:
    """A pool of worker processes hands errors back by pickling them."""
    again = pickle.loads(pickle.dumps(error, protocol))

    assert type(again) is type(error)
    assert str(again) == str(error)
    assert again.args == error.args
    assert vars(again) == vars(error)


def test_every_error_shows_its_class_and_sentence() -> None:
    """Nothing of its attributes, of which the answer may be long and is somebody's."""
    for error in SAMPLES:
        assert repr(error) == f"{type(error).__name__}({str(error)!r})"


@pytest.mark.parametrize("cls", [c for c in CLASSES if "__init__" in vars(c)])
def test_facts_of_an_error_are_given_by_name(cls: type[OperationError]) -> None:
    """Only what it says comes without: whoever makes one in a test of theirs survives new facts."""
    first, *facts = inspect.signature(cls).parameters.values()
    assert first.name in ("message", "reason") or first.kind is inspect.Parameter.KEYWORD_ONLY
    assert {fact.kind for fact in facts} == {inspect.Parameter.KEYWORD_ONLY}
