"""The transport that speaks HTTP through requests."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING

from twilio_ops_runtime.errors import AnswerTooLarge, ConfigurationError, OperationError
from twilio_ops_runtime.http.addresses import is_loopback
from twilio_ops_runtime.http.messages import DEFAULT_TIMEOUT, Request, Response, Timeout
from twilio_ops_runtime.http.redact import Secret

if TYPE_CHECKING:
    from requests import PreparedRequest
    from requests import Response as HttpResponse
    from requests.adapters import HTTPAdapter

CHUNK = 1 << 16
"""How many bytes of an answer are taken at once."""

_ROUND = (1 << 20) - 1  # pages of about one length take the room of each other


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
        from twilio_ops_runtime.http.pool import asking  # only now: it imports requests

        timeout = request.timeout or self._timeout
        asking.deadline = time.monotonic() + timeout.total
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
        except BaseException as caught:
            failure = _failure(caught, body is None or body.started)
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
                from twilio_ops_runtime.http.pool import PoolingAdapter

                self._adapter = PoolingAdapter(self._pool_size, self._idle)
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
        raw = self._response.raw
        body = BytesIO()  # in one piece: chunks that are joined take twice the room
        if limit is not None and CHUNK < (length := raw.length_remaining or 0) <= limit:
            body.seek(length | _ROUND)  # the room at once: growing leaves gaps that fit nothing
            body.write(b"\0")
            body.seek(0)
        whole = False
        failure: OperationError
        try:
            while chunk := raw.read1(CHUNK, decode_content=True):
                body.write(chunk)
                if limit is not None and body.tell() > limit:
                    raise AnswerTooLarge(f"the answer is longer than {limit} bytes")
            whole = True
            body.truncate()
            return body.getvalue()
        except AnswerTooLarge:
            raise
        except BaseException as caught:
            failure = _failure(caught, True)
        finally:
            if not whole:
                raw.close()
        raise failure


def _failure(caught: BaseException, sent: bool) -> OperationError:
    """Return our error for one of requests or urllib3; raise any other again, its frames emptied."""
    from requests import RequestException
    from urllib3.exceptions import HTTPError

    from twilio_ops_runtime.http.failures import clear_tracebacks, failure_of

    if isinstance(caught, RequestException | HTTPError | OSError):
        return failure_of(caught, sent=sent)
    clear_tracebacks(caught)
    raise caught
