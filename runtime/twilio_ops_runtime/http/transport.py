"""The seam between the runtime and the wire, and the transport that speaks HTTP through requests.

``Send`` is any callable that takes a ``Request`` and gives a ``Response`` or raises a
``TransportError``. Everything above it neither knows nor cares whether a socket is behind it.
"""

from __future__ import annotations

import io
import os
import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast

from attrs import frozen

from twilio_ops_runtime.errors import (
    AnswerTooLarge,
    ConfigurationError,
    OperationError,
)
from twilio_ops_runtime.http.redact import Secret

if TYPE_CHECKING:
    import socket
    from datetime import datetime

    from _typeshed import WriteableBuffer
    from requests import PreparedRequest
    from requests import Response as HttpResponse
    from requests.adapters import HTTPAdapter

__all__ = ["Headers", "Request", "RequestsTransport", "Response", "Send", "Timeout", "is_loopback"]

MOST_INTERIM = 100
"""How many interim answers (1xx) may come before the one that counts."""
CHUNK = 1 << 18
"""How many bytes of an answer are taken at once."""


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
    """

    method: str
    url: str
    headers: Mapping[str, str] = _NO_HEADERS
    body: bytes | None = None
    timeout: Timeout | None = None
    secret: frozenset[str] = frozenset()
    signed: bool = True

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
    """

    __slots__ = ("_body", "after_unknown", "attempts", "headers", "sent_at", "status")

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


def is_loopback(host: str) -> bool:
    """Return whether a host is this machine itself, by its address or by what its name resolves to.

    Only ``localhost`` and names under it are asked of the resolver.
    """
    import ipaddress
    import socket

    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        if host != "localhost" and not host.endswith(".localhost"):
            return False
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return False
    return all(ipaddress.ip_address(one[4][0]).is_loopback for one in found)


class RequestsTransport:
    """HTTP through requests: pooled, streaming, certificates always checked, redirects never
    followed.

    Requests is imported when the first request is sent. Safe to share between threads, and across
    ``fork``: a child process makes connections of its own.

    Args:
        timeout: For requests that bring none of their own.
        proxies: Proxy addresses by scheme, as requests takes them; None = the environment's.
            Plain HTTP to this machine never takes a proxy.
        ca_bundle: A file or folder of certificates to trust; None = the environment's, or the
            usual ones.
        pool_size: How many connections are kept for as many threads.
        idle: The seconds after which a kept connection is not used again. A server that closes one
            just as a request goes out leaves its outcome unknown, so old ones are not risked.

    Raises:
        ConfigurationError: There is no such bundle.
    """

    def __init__(
        self,
        *,
        timeout: Timeout = DEFAULT_TIMEOUT,
        proxies: Mapping[str, str] | None = None,
        ca_bundle: str | os.PathLike[str] | None = None,
        pool_size: int = 32,
        idle: float = 20.0,
    ) -> None:
        self._timeout = timeout
        self._proxies = None if proxies is None else _masked(proxies)
        self._ca_bundle = None if ca_bundle is None else _existing(os.fspath(ca_bundle))
        self._pool_size = pool_size
        self._idle = idle
        self._lock = threading.Lock()
        self._adapter: HTTPAdapter | None = None
        self._process = 0
        self._asking = threading.local()  # until when the answer each thread asks for may come
        self._routes: dict[str, tuple[dict[str, str], bool | str]] = {}

    def __call__(self, request: Request, /) -> Response:
        """The answer, its body still on its way.

        Raises:
            TransportError: There is none; its ``sent`` says whether the request may have arrived.
            ConfigurationError: The proxy's address cannot be used, or the certificates to trust are
                no longer there.
        """
        adapter = self._adapter
        if adapter is None or self._process != os.getpid():
            adapter = self._open()
        # Only now: requests takes longer to import than all else together.
        from requests import RequestException
        from urllib3.exceptions import HTTPError

        timeout = request.timeout or self._timeout
        self._asking.deadline = time.monotonic() + timeout.total
        body = _SentBody(request.body) if request.body else None
        prepared = _prepared(request, body)
        proxies, verify = self._route(request.url)
        try:
            response = adapter.send(
                prepared,
                stream=True,
                timeout=(timeout.connect, timeout.read),
                verify=verify,
                proxies=proxies,
            )
            return Response(response.status_code, response.headers, _Incoming(response))
        except (RequestException, HTTPError, OSError) as caught:
            from twilio_ops_runtime.http.failures import failure_of

            failure = failure_of(caught, sent=body is None or body.started)
        except BaseException as caught:
            from twilio_ops_runtime.http.failures import clear_tracebacks

            clear_tracebacks(caught)
            raise
        raise failure

    def close(self) -> None:
        """Close the connections that are kept."""
        with self._lock:
            adapter, self._adapter = self._adapter, None
        if adapter is not None:
            adapter.close()

    def _open(self) -> HTTPAdapter:
        with self._lock:
            if self._adapter is None or self._process != os.getpid():
                self._adapter = _pooling_adapter(self._pool_size, self._idle, self._asking)
                self._process = os.getpid()
            return self._adapter

    def _route(self, url: str) -> tuple[dict[str, str], bool | str]:
        """The proxies of an address and what its certificate is checked against."""
        from urllib.parse import urlsplit

        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        route = self._routes.get(origin)
        if route is None:
            from requests.utils import get_environ_proxies

            if parts.scheme == "http" and is_loopback(parts.hostname or ""):
                proxies = {}
            elif self._proxies is not None:
                proxies = self._proxies
            else:
                proxies = _masked(get_environ_proxies(origin, no_proxy=None))
            route = self._routes[origin] = (proxies, self._ca_bundle or _environment_bundle())
        if isinstance(route[1], str):
            _existing(route[1])  # it may have gone since
        return route


def _masked(proxies: Mapping[str, str]) -> dict[str, str]:
    return {scheme: Secret(address) for scheme, address in proxies.items()}


def _environment_bundle() -> bool | str:
    path = os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("CURL_CA_BUNDLE")
    return _existing(path) if path else True


def _existing(path: str) -> str:
    if not os.path.exists(path):
        raise ConfigurationError(f"there is no certificate bundle {path}")
    return path


class _SentBody:
    """A body that knows whether its sending has begun.

    The header of the request goes out before it is first read. As long as it has not been, a server
    cannot have the whole request, whatever went wrong.
    """

    __slots__ = ("_content", "started")

    def __init__(self, content: bytes) -> None:
        self._content = content
        self.started = False

    def __len__(self) -> int:
        return len(self._content)

    def read(self, _size: int = -1, /) -> bytes:
        """All of it at once, whatever the size asked for; nothing after that."""
        self.started = True
        content, self._content = self._content, b""
        return content


def _prepared(request: Request, body: _SentBody | None) -> PreparedRequest:
    """The request in requests' own form, without the session's merging of settings.

    Nothing of the environment, such as a ``.netrc``, can take the place of the credentials.
    """
    from requests import PreparedRequest
    from requests.structures import CaseInsensitiveDict

    prepared = PreparedRequest()
    prepared.method = request.method
    prepared.url = request.url
    prepared.headers = CaseInsensitiveDict(request.headers)
    prepared.headers.setdefault("Accept-Encoding", "gzip")
    if body is not None:
        prepared.headers["Content-Length"] = str(len(body))
        prepared.body = body  # urllib3 reads it
    elif request.method not in ("GET", "HEAD", "DELETE"):
        prepared.headers["Content-Length"] = "0"
    return prepared


class _Incoming:
    """The body of an answer, taken from the wire once, up to a limit."""

    __slots__ = ("_response",)

    def __init__(self, response: HttpResponse) -> None:
        self._response = response

    def read(self, limit: int | None) -> bytes:
        from urllib3.exceptions import HTTPError

        raw = self._response.raw
        chunks: list[bytes] = []
        size = 0
        whole = False
        failure: OperationError | None = None
        try:
            while failure is None:
                chunk = raw.read1(CHUNK, decode_content=True)
                if not chunk:
                    whole = True
                    break
                chunks.append(chunk)
                size += len(chunk)
                if limit is not None and size > limit:
                    failure = AnswerTooLarge(f"the answer is longer than {limit} bytes")
        except (HTTPError, OSError) as caught:
            from twilio_ops_runtime.http.failures import failure_of

            failure = failure_of(caught, sent=True)
        except BaseException as caught:
            from twilio_ops_runtime.http.failures import clear_tracebacks

            clear_tracebacks(caught)
            raise
        finally:
            if not whole:
                raw.close()
        if failure is not None:
            raise failure
        return chunks[0] if len(chunks) == 1 else b"".join(chunks)


class TotalTimeout(TimeoutError):
    """An answer has not come whole by its deadline."""


class DeadlineReader(io.RawIOBase):
    """The bytes that come from a socket until a deadline.

    Below all that reads lines, headers and chunks: a drip of any of them ends here. The socket's
    own time-out holds for each read alone.
    """

    def __init__(self, source: io.RawIOBase, sock: socket.socket, deadline: float) -> None:
        self._source = source
        self._socket = sock
        self._deadline = deadline
        self.ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int | None:
        left = self._deadline - time.monotonic()
        usual = self._socket.gettimeout()
        if usual is not None and usual <= left:
            return self._noted(self._source.readinto(buffer))
        if left <= 0:
            raise TotalTimeout
        self._socket.settimeout(left)
        try:
            return self._noted(self._source.readinto(buffer))
        except TimeoutError:
            raise TotalTimeout from None
        finally:
            self._socket.settimeout(usual)  # for the next request on this connection

    def _noted(self, count: int | None) -> int | None:
        self.ended |= count == 0
        return count

    def close(self) -> None:
        super().close()
        self._source.close()


def _announces_body(headers: Mapping[str, str]) -> bool:
    return headers.get("Content-Length", "0") != "0" or "Transfer-Encoding" in headers


def _pooling_adapter(size: int, idle: float, asking: threading.local) -> HTTPAdapter:
    """Requests' adapter, whose answers have to come by ``asking.deadline`` and whose kept
    connections are not used again after standing idle.

    The classes are made here because their bases are imported when something is first sent.
    """
    from http.client import HTTPException, HTTPResponse, IncompleteRead, parse_headers

    from requests.adapters import HTTPAdapter
    from urllib3.connection import HTTPConnection
    from urllib3.response import BaseHTTPResponse

    class PunctualResponse(HTTPResponse):
        def __init__(self, sock: socket.socket, *args: Any, **settings: Any) -> None:
            super().__init__(sock, *args, **settings)
            self._reader = DeadlineReader(self.fp.detach(), sock, asking.deadline)
            self.fp = io.BufferedReader(self._reader)

        def _read_status(self) -> tuple[str, int, str]:
            # http.client skips 100 only; 102, 103 and what is still to be invented are no answers.
            for _ in range(MOST_INTERIM):
                found: tuple[str, int, str] = super()._read_status()  # type: ignore[misc]
                if not 100 < found[1] < 200 or found[1] == 101:
                    return found
                parse_headers(self.fp)
            raise HTTPException("it has too many interim answers")

        def begin(self) -> None:
            super().begin()
            if self._reader.ended:  # http.client takes the end of the stream for the end of a head
                raise IncompleteRead(b"")

    class Kept(HTTPConnection):
        response_class = PunctualResponse  # a proxy's answer to CONNECT is read by it, too
        used = 0.0

        @property
        def is_connected(self) -> bool:
            return time.monotonic() - self.used < idle and super().is_connected

        def getresponse(self) -> BaseHTTPResponse:  # type: ignore[override]  # as in urllib3
            response = super().getresponse()
            # A body that may not be there is never read, and would be taken for the next answer.
            stray = response.status in (204, 304) and _announces_body(response.headers)
            self.used = float("-inf") if stray else time.monotonic()
            return response

    def keep(manager: Any) -> None:
        """Let a manager's pools, plain, secured or through SOCKS, make such connections."""
        manager.pool_classes_by_scheme = {
            scheme: type(
                pool.__name__,
                (pool,),
                {"ConnectionCls": type("Kept", (Kept, pool.ConnectionCls), {})},
            )
            for scheme, pool in manager.pool_classes_by_scheme.items()
        }

    class Adapter(HTTPAdapter):
        def init_poolmanager(self, *args: Any, **settings: Any) -> None:
            super().init_poolmanager(*args, **settings)
            keep(self.poolmanager)

        def proxy_manager_for(self, proxy: str, **settings: Any) -> Any:
            new = proxy not in self.proxy_manager
            manager = super().proxy_manager_for(proxy, **settings)
            if new:
                keep(manager)
            return manager

    return Adapter(pool_maxsize=size)
