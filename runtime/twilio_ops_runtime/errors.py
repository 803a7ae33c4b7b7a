"""Every error an operation can raise, one family a cause.

::

    OperationError
    ├── ConfigurationError            the connection's settings cannot work
    ├── RequestError (ValueError)     bad input, found before anything was sent
    │   ├── SidError
    │   ├── FilterError
    │   ├── ParameterError
    │   └── RefusedOperation          the API does not take this operation (any more)
    ├── ProfileError (ValueError)     a document against its profile, or not well formed
    ├── ServiceError                  the service answered with an error
    │   ├── RequestRejected           400 and every 4xx that is not below
    │   ├── AuthenticationError       401
    │   │   ├── PermissionDenied      403
    │   │   └── AccountInactive       the account is suspended or closed
    │   ├── NotFoundError             404, 410
    │   ├── RateLimitError            429, after the permitted repetitions
    │   └── ServerError               5xx
    │       └── UnconfirmedServerError    5xx to what must not be repeated (also OutcomeUnknown)
    ├── TransportError                no answer, or none that can be used
    │   ├── ConnectError              nothing was sent
    │   │   ├── CannotResolve
    │   │   ├── CannotConnect
    │   │   └── ConnectTimeout
    │   ├── TlsError
    │   ├── ReadTimeout
    │   ├── ConnectionDropped
    │   └── AnswerError               an answer came and is refused
    │       ├── AnswerTooLarge
    │       ├── MalformedAnswer
    │       ├── RedirectRefused
    │       └── ForeignAddress        an address outside the connection's own host
    ├── OutcomeUnknown                it may have been carried out, and was not repeated
    ├── PostProcessingError           the outcome is known; archiving, caching or tracking failed
    └── FieldNotPresent (AttributeError)

Errors carry facts as attributes, survive pickling and never hold a credential. A ``path`` is given
without its query.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import define, field

if TYPE_CHECKING:
    from datetime import datetime

__all__ = [
    "AccountInactive",
    "AnswerError",
    "AnswerTooLarge",
    "AuthenticationError",
    "CannotConnect",
    "CannotResolve",
    "ConfigurationError",
    "ConnectError",
    "ConnectTimeout",
    "ConnectionDropped",
    "FieldNotPresent",
    "FilterError",
    "ForeignAddress",
    "MalformedAnswer",
    "NotFoundError",
    "OperationError",
    "OutcomeUnknown",
    "ParameterError",
    "PermissionDenied",
    "PostProcessingError",
    "ProfileError",
    "RateLimitError",
    "ReadTimeout",
    "RedirectRefused",
    "RefusedOperation",
    "RequestError",
    "RequestRejected",
    "ServerError",
    "ServiceError",
    "SidError",
    "TlsError",
    "TransportError",
    "UnconfirmedServerError",
]


def _restore(kind: type[OperationError], args: tuple[Any, ...]) -> OperationError:
    error = kind.__new__(kind)
    error.args = args
    return error


class OperationError(Exception):
    """The root of all errors of this package."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by attributes: the constructors take keywords, which exceptions do not keep."""
        return _restore, (type(self), self.args), self.__dict__


class ConfigurationError(OperationError):
    """The connection's settings are missing, contradict each other or cannot work."""


class RequestError(OperationError, ValueError):
    """The input is not what the operation takes; nothing was sent."""


class SidError(RequestError):
    """A Sid, or a composed Sid, that is not of the expected form."""


class FilterError(RequestError):
    """A filter's value or operator that the API does not take."""


class ParameterError(RequestError):
    """A parameter that is missing, not permitted or of the wrong form."""


class RefusedOperation(RequestError):
    """The operation exists by name, and the API does not take it (any more)."""


@define(slots=False, repr=False)
class ProfileError(OperationError, ValueError):
    """A document that is not well formed or not valid against its profile.

    Attributes:
        message: What is wrong, in one line.
        problems: What is wrong, a line each.
        record: The record that cannot be written as a document, if that is what is wrong.
    """

    message: str
    problems: tuple[str, ...] = field(default=(), converter=tuple[str, ...], kw_only=True)
    record: Any = field(default=None, kw_only=True)


@define(slots=False, repr=False, kw_only=True)
class ServiceError(OperationError):
    """The service, or what stands before it, answered with an error status.

    Attributes:
        status: The HTTP status.
        code: The service's error code, if the answer had one.
        message: The service's words.
        more_info: The address of the code's explanation.
        detail: Further words, which authentication errors have.
        request_id: The service's name for the request, for its support.
        method: The HTTP method sent.
        path: The path it was sent to.
        retry_after: The seconds the service asked to wait before another try.
        answer: The body of the answer as it came.
    """

    status: int
    method: str
    path: str
    code: int | None = None
    message: str = ""
    more_info: str | None = None
    detail: str | None = None
    request_id: str | None = None
    retry_after: float | None = None
    answer: bytes = b""

    def __str__(self) -> str:
        text = f"{self.method} {self.path} was answered {self.status}"
        if self.code is not None:
            text += f", code {self.code}"
        if self.message:
            text += f": {self.message}"
        if self.detail:
            text += f" ({self.detail})"
        facts = [fact for fact in (self.more_info, self.request_id) if fact]
        return f"{text} [{', '.join(facts)}]" if facts else text


class RequestRejected(ServiceError):
    """The service does not take the request as it is."""


class AuthenticationError(ServiceError):
    """The service refused the credentials."""


class PermissionDenied(AuthenticationError):
    """The credentials are known and may not do this."""


class AccountInactive(AuthenticationError):
    """The account is suspended or closed."""


class NotFoundError(ServiceError):
    """There is no such record."""


class RateLimitError(ServiceError):
    """Too many requests at once; the request was not processed."""


class ServerError(ServiceError):
    """The service failed."""


@define(slots=False, repr=False)
class TransportError(OperationError):
    """No answer came, or none that can be used.

    Attributes:
        reason: What happened, without addresses or credentials.
        method: The HTTP method.
        path: The path, without its query.
        sent: Whether bytes of the whole request may have arrived.
        attempts: How often it was tried.
    """

    reason: str
    method: str = field(default="", kw_only=True)
    path: str = field(default="", kw_only=True)
    sent: bool = field(default=True, kw_only=True)
    attempts: int = field(default=1, init=False)

    def __str__(self) -> str:
        text = f"{self.method} {self.path}: {self.reason}" if self.path else self.reason
        return f"{text} (tried {self.attempts} times)" if self.attempts > 1 else text


@define(slots=False, repr=False)
class ConnectError(TransportError):
    """No connection could be made: nothing was sent."""

    sent: bool = field(default=False, init=False)


class CannotResolve(ConnectError):
    """The host's name has no address."""


class CannotConnect(ConnectError):
    """The host, or the proxy before it, did not accept a connection."""


class ConnectTimeout(ConnectError):
    """The host did not accept a connection in time."""


class TlsError(TransportError):
    """The host could not prove who it is, or speaks no TLS that is accepted."""


class ReadTimeout(TransportError):
    """The answer did not come in time."""


class ConnectionDropped(TransportError):
    """The connection was lost before the whole answer had come."""


class AnswerError(TransportError):
    """An answer came that is refused.

    Attributes:
        answer: Its body as it came, as far as it did; secrets are masked.
        sid: The Sid in it, if there is one.
        request_id: The service's name for the request.
    """

    answer: bytes = b""
    sid: str | None = None
    request_id: str | None = None


class AnswerTooLarge(AnswerError):
    """The answer is larger than the limit; it was not read to its end."""


class MalformedAnswer(AnswerError):
    """The answer is not what the service answers: truncated, of another format or hostile."""


class RedirectRefused(AnswerError):
    """The answer points elsewhere; redirects are never followed."""


class ForeignAddress(AnswerError):
    """An address outside the connection's own host, where credentials are never sent."""


@define(slots=False, repr=False)
class OutcomeUnknown(OperationError):
    """The request may have been carried out, and was not repeated.

    The service has no key that makes a repetition harmless, so a request that creates or changes
    something is sent once. To know, look: ask for the records of ``path`` from ``sent_at`` on, and
    compare them with ``parameters``.

    Attributes:
        reason: Why the answer is not known.
        method: The HTTP method sent.
        path: The path it was sent to.
        parameters: The names and values sent; secret values are masked.
        sent_at: When it was sent.
        status: The status that was answered, if that much is known.
        answer: The body of the answer, if one came; secrets are masked.
        sid: The Sid in it: of what was created, most likely.
        request_id: The service's name for the request.
    """

    reason: str
    method: str = field(kw_only=True)
    path: str = field(kw_only=True)
    parameters: tuple[tuple[str, str], ...] = field(default=(), kw_only=True)
    sent_at: datetime | None = field(default=None, kw_only=True)
    status: int | None = field(default=None, kw_only=True)
    answer: bytes = field(default=b"", init=False)
    sid: str | None = field(default=None, init=False)
    request_id: str | None = field(default=None, init=False)

    def __str__(self) -> str:
        return f"{self.method} {self.path}: {self.reason}. {_how_to_look(self)}"


@define(slots=False, repr=False, kw_only=True)
class UnconfirmedServerError(ServerError, OutcomeUnknown):
    """The service failed at a request that must not be repeated: it may have been carried out."""

    # What may be None of an outcome that is not known is known here.
    status: int  # pyright: ignore[reportIncompatibleVariableOverride]
    reason: str = field(default="", init=False)

    def __attrs_post_init__(self) -> None:
        self.reason = f"answered {self.status}"

    def __str__(self) -> str:
        return f"{super().__str__()}. {_how_to_look(self)}"


@define(slots=False, repr=False)
class PostProcessingError(OperationError):
    """The outcome of an operation is known, and what follows failed: archiving, caching or tracking.

    What the service created, changed or answered is not lost: it is in ``result``. The error's
    cause is what failed.

    Attributes:
        message: What failed, and why.
        result: What came of the operation: the record, the document or the ``Result``.
    """

    message: str
    result: Any = field(default=None, kw_only=True)


class FieldNotPresent(OperationError, AttributeError):
    """A field that the answer did not carry, or that was not asked for."""


def _how_to_look(error: OutcomeUnknown) -> str:
    text = "It may have been carried out and was not repeated"
    if error.sent_at is not None:
        text += f"; sent at {error.sent_at:%Y-%m-%d %H:%M:%S} UTC"
    if error.parameters:
        text += " with " + ", ".join(f"{name}={value!r}" for name, value in error.parameters)
    return f"{text}. Before sending it again, look at the records of that path since then"
