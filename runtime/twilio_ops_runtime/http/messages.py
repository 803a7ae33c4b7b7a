"""The seam between the runtime and the wire: requests, responses, and what carries them.

``Send`` is any callable that takes a ``Request`` and gives a ``Response`` or raises a
``TransportError``. Everything above it neither knows nor cares whether a socket is behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from attrs import frozen

from twilio_ops_runtime.errors import AnswerTooLarge, ConfigurationError

if TYPE_CHECKING:
    from datetime import datetime

    from twilio_ops_runtime.records.specs import ServiceSpec


@frozen
class Timeout:
    """How long to wait, in seconds; always finite.

    Attributes:
        connect: For the connection to be made.
        read: For the next bytes of the answer.
        total: For the whole answer, counted from the beginning of an attempt, however steadily it
            drips.
    """

    connect: float = 5.0
    read: float = 60.0
    total: float = 300.0

    def __attrs_post_init__(self) -> None:
        if not all(0 < seconds < float("inf") for seconds in (self.connect, self.read, self.total)):
            raise ConfigurationError("a time-out is a finite number of seconds above 0")


DEFAULT_TIMEOUT = Timeout()

_NO_HEADERS: Mapping[str, str] = MappingProxyType({})


class Request(NamedTuple):
    """One HTTP request.

    Attributes:
        method: The HTTP method, in capitals.
        url: The whole address, percent-encoded.
        headers: Header fields.
        body: The body, or None.
        timeout: None = the transport's own.
        secret: Names of parameters whose values no error may show.
        signed: Whether it carries the connection's credentials.
        service: The service that it is for; None = the connection's own.
    """

    method: str
    url: str
    headers: Mapping[str, str] = _NO_HEADERS
    body: bytes | None = None
    timeout: Timeout | None = None
    secret: frozenset[str] = frozenset()
    signed: bool = True
    service: ServiceSpec | None = None

    @property
    def path(self) -> str:
        """The path of the address, without its query."""
        from urllib.parse import urlsplit

        return urlsplit(self.url).path

    def __repr__(self) -> str:
        size = "no body" if self.body is None else f"{len(self.body)} bytes"
        return f"<Request {self.method} {self.path}, {size}>"


class Headers(Mapping[str, str]):
    """Header fields of a reply: names in any case; fields of one name are joined by commas."""

    __slots__ = ("_fields",)

    def __init__(self, fields: Mapping[str, str] | Iterable[tuple[str, str]] = ()) -> None:
        self._fields: dict[str, str] = {}
        if isinstance(fields, Mapping):
            fields = cast("Mapping[str, str]", fields).items()
        for name, value in fields:
            key = name.lower()
            known = self._fields.get(key)
            self._fields[key] = value if known is None else f"{known}, {value}"

    def __getitem__(self, name: str) -> str:
        return self._fields[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def __repr__(self) -> str:
        return f"<Headers {', '.join(self._fields)}>"


class Body(Protocol):
    """A body that is still on its way."""

    def read(self, limit: int | None) -> bytes:
        """All of it, or ``AnswerTooLarge`` when it is longer than the limit."""
        ...


class Response:
    """One HTTP answer.

    Attributes:
        status: The HTTP status.
        headers: Header fields.
        attempts: How often the request was sent to get it.
        after_unknown: Whether an earlier attempt may have been carried out: a Delete that then
            finds nothing has succeeded.
        sent_at: When the request was sent, in UTC; None from a bare transport.
        request_id: The service's name for the request, for its support; None from a bare transport.
    """

    __slots__ = ("_body", "after_unknown", "attempts", "headers", "request_id", "sent_at", "status")

    def __init__(
        self,
        status: int,
        headers: Mapping[str, str] | Iterable[tuple[str, str]] = (),
        body: bytes | Body = b"",
    ) -> None:
        self.status: int = status
        self.headers: Headers = headers if isinstance(headers, Headers) else Headers(headers)
        self.attempts: int = 1
        self.after_unknown: bool = False
        self.sent_at: datetime | None = None
        self.request_id: str | None = None
        self._body = body

    def read(self, limit: int | None = None) -> bytes:
        """The whole body; the first call takes it from the wire.

        Args:
            limit: The longest body to take, in bytes; None = any.

        Raises:
            AnswerTooLarge: It is longer.
            TransportError: It did not come, or not whole.
        """
        if not isinstance(self._body, bytes):
            self._body = self._body.read(limit)
        if limit is not None and len(self._body) > limit:
            raise AnswerTooLarge(f"the answer is longer than {limit} bytes")
        return self._body

    def __repr__(self) -> str:
        return f"<Response {self.status}>"


class Send(Protocol):
    """What carries a request to the service and brings its answer."""

    def __call__(self, request: Request, /) -> Response:
        """The answer, whatever its status; a ``TransportError`` when there is none."""
        ...
