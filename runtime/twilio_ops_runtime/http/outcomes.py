"""The errors that answers make: of the class that a status and a code belong to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from twilio_ops_runtime.errors import (
    AccountInactive,
    AuthenticationError,
    MalformedAnswer,
    NotFoundError,
    OutcomeUnknown,
    PermissionDenied,
    RateLimitError,
    RequestRejected,
    ServerError,
    ServiceError,
    UnconfirmedServerError,
)
from twilio_ops_runtime.formats.base import ErrorFacts
from twilio_ops_runtime.http.redact import sent_parameters
from twilio_ops_runtime.retry import REPEATABLE, not_processed, retry_after
from twilio_ops_runtime.sids import sid_in

if TYPE_CHECKING:
    from twilio_ops_runtime.http.messages import Request, Response

Scrub = Callable[[str], str]
"""Masks the secrets in a text."""


def answered_error(
    request: Request,
    response: Response,
    scrub: Scrub,
    now: float,
    inactive: int | None,
    **document: Any,
) -> ServiceError:
    """Return the error that an answer's status and its error document make.

    A 5xx to a method that must not be repeated is an ``UnconfirmedServerError``, whether the
    service or a gateway before it answered: either may fail after the work was done. Only 501 says
    that nothing was.

    Args:
        request: What was sent.
        response: What was answered.
        scrub: Masks secrets.
        now: The time, in seconds since the epoch.
        inactive: The service's code of an account that is suspended or closed.
        **document: What the error document says, as ``ErrorFacts`` has it.
    """
    said, status = ErrorFacts(**document), response.status
    facts: dict[str, Any] = {
        "status": status,
        "method": request.method,
        "path": request.path,
        "code": said.code,
        "message": scrub(said.message),
        "more_info": said.more_info and scrub(said.more_info),
        "detail": said.detail and scrub(said.detail),
        "request_id": response.request_id and scrub(response.request_id),
        "retry_after": retry_after(response.headers, now),
        "answer": _scrubbed(response, scrub),
    }
    if status >= 500 and status != 501 and request.method not in REPEATABLE:
        sent = sent_parameters(request, scrub)
        return UnconfirmedServerError(parameters=sent, sent_at=response.sent_at, **facts)
    kind = ServerError if status >= 500 else _KINDS.get(status, RequestRejected)
    if said.code is not None and said.code == inactive:
        kind = AccountInactive
    return kind(**facts)


def unusable(
    request: Request, response: Response, scrub: Scrub, reason: str
) -> MalformedAnswer | OutcomeUnknown:
    """Return the error for an answer that is not what the service answers.

    ``OutcomeUnknown`` for what must not be repeated, unless the status says that nothing was done.

    Args:
        request: What was sent.
        response: What was answered.
        scrub: Masks secrets.
        reason: What is wrong with it.
    """
    kind = response.headers.get("Content-Type", "no type")
    size = len(response.read())
    reason = scrub(f"{reason}; {size} bytes of {kind} with status {response.status}")
    error: MalformedAnswer | OutcomeUnknown
    if request.method in REPEATABLE or not_processed(response.status):
        error = MalformedAnswer(reason, method=request.method, path=request.path)
    else:
        error = unknown(request, scrub, reason, response.sent_at, response.status)
    error.answer = _scrubbed(response, scrub)
    error.sid = sid_in(error.answer)
    error.request_id = response.request_id and scrub(response.request_id)
    return error


def unknown(
    request: Request, scrub: Scrub, reason: str, sent_at: datetime | None, status: int | None
) -> OutcomeUnknown:
    """Return the error for a request that may have been carried out."""
    return OutcomeUnknown(
        reason,
        method=request.method,
        path=request.path,
        parameters=sent_parameters(request, scrub),
        sent_at=sent_at,
        status=status,
    )


def _scrubbed(response: Response, scrub: Scrub) -> bytes:
    text = scrub(response.read().decode("utf-8", "surrogateescape"))
    return text.encode("utf-8", "surrogateescape")


_KINDS: dict[int, type[ServiceError]] = {
    401: AuthenticationError,
    403: PermissionDenied,
    404: NotFoundError,
    410: NotFoundError,
    429: RateLimitError,
}
