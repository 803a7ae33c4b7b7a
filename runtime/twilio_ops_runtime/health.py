"""Test Connection: what is asked for, and what the answer, or that there is none, says."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from twilio_ops_runtime.errors import AnswerError, CannotResolve, TlsError, TransportError
from twilio_ops_runtime.http.outcomes import Scrub

if TYPE_CHECKING:
    from twilio_ops_runtime.http.messages import Response


class HealthCheck(NamedTuple):
    """What ``Connection.test`` asks for: a record that any sound account may read.

    Attributes:
        host: The host; None = the service's own.
        path: The path, with the service's name for the account in braces (``{AccountSid}``) where
            that stands; None = that of the account itself.
        state: The member of the answered object that says whether the account works; None = that of
            the service's accounts where one is asked for, and elsewhere none is looked at.
        active: The value it then has.
    """

    host: str | None = None
    path: str | None = None
    state: str | None = None
    active: str | None = None


ACCOUNT = HealthCheck()


class Status(Enum):
    """What a test of a connection found."""

    FINE = "fine"
    MISCONFIGURED = "misconfigured"
    CANNOT_RESOLVE = "cannot resolve"
    CANNOT_CONNECT = "cannot connect"
    TLS_FAILURE = "TLS failure"
    CREDENTIALS_REFUSED = "credentials refused"
    ACCOUNT_INACTIVE = "account inactive"
    UNAVAILABLE = "unavailable"
    UNEXPECTED_ANSWER = "unexpected answer"


class Diagnosis(NamedTuple):
    """The outcome of ``Connection.test``; true when all is fine.

    Attributes:
        verdict: What was found.
        message: The same for people, with what to do.
        status: The HTTP status answered.
        code: The service's error code.
        request_id: The service's name for the request.
    """

    verdict: Status
    message: str
    status: int | None = None
    code: int | None = None
    request_id: str | None = None

    def __bool__(self) -> bool:
        return self.verdict is Status.FINE


def diagnosis_of(
    reply: Response, probe: HealthCheck, inactive: int | None, by_key: bool, scrub: Scrub
) -> Diagnosis:
    """What the answer to a probe says; the answer is never shown, it may hold a token.

    Args:
        reply: The answer.
        probe: What was asked for.
        inactive: The error code of an account that is suspended or closed.
        by_key: Whether it was asked for with an API key.
        scrub: Masks secrets.
    """
    content = _json_object(reply)
    code, said = content.get("code"), content.get("message")
    verdict, advice = _verdict(probe, reply.status, content, inactive, by_key)
    text = f"answered {reply.status}"
    if isinstance(code, int):
        text += f", code {code}"
    if isinstance(said, str):
        text += f": {said}"
    return Diagnosis(
        verdict,
        scrub(f"{text}; {advice}" if advice else text),
        status=reply.status,
        code=code if isinstance(code, int) else None,
        request_id=reply.request_id and scrub(reply.request_id),
    )


def diagnosis_of_failure(error: TransportError, scrub: Scrub) -> Diagnosis:
    """What it says that there was no answer."""
    verdict = next(verdict for kind, verdict in _VERDICTS if isinstance(error, kind))
    return Diagnosis(verdict, scrub(error.reason))


def _verdict(
    probe: HealthCheck, status: int, content: dict[str, Any], inactive: int | None, by_key: bool
) -> tuple[Status, str]:
    stranger = "that is not the service's; look for a proxy or a wrong base_url"
    if status == 429 or status >= 500:
        return Status.UNAVAILABLE, "the service cannot say now: try again later"
    if status == 200:
        if not content:
            return Status.UNEXPECTED_ANSWER, stranger
        if probe.state is None or content.get(probe.state) == probe.active:
            return Status.FINE, ""
        if not isinstance(content.get(probe.state), str):
            return Status.UNEXPECTED_ANSWER, stranger
        return Status.ACCOUNT_INACTIVE, f"the account is {content[probe.state]}"
    if not isinstance(content.get("code"), int):
        return Status.UNEXPECTED_ANSWER, stranger
    if content["code"] == inactive:
        return Status.ACCOUNT_INACTIVE, "the account is suspended or closed"
    if status not in (401, 403, 404):
        return Status.UNEXPECTED_ANSWER, "the probe does not suit the service"
    if by_key:
        return Status.CREDENTIALS_REFUSED, (
            "a standard or restricted API key may not read its account: "
            "test it with a probe it may read"
        )
    return Status.CREDENTIALS_REFUSED, (
        "check the Sid and the token; an account that is suspended or closed is refused too"
    )


def _json_object(reply: Response) -> dict[str, Any]:
    """The object that an answer holds; empty when it holds none."""
    import json

    try:
        content = json.loads(reply.read())
    except (ValueError, RecursionError):
        return {}
    return cast("dict[str, Any]", content) if isinstance(content, dict) else {}


_VERDICTS: tuple[tuple[type[TransportError], Status], ...] = (
    (CannotResolve, Status.CANNOT_RESOLVE),
    (TlsError, Status.TLS_FAILURE),
    (AnswerError, Status.UNEXPECTED_ANSWER),
    (TransportError, Status.CANNOT_CONNECT),
)
