"""What went wrong below the seam: the errors of requests and urllib3, told by their causes.

Loaded when something fails. None of those errors is ever chained to ours: their frames and
attributes hold the credentials.
"""

from __future__ import annotations

import re

from twilio_ops_runtime.errors import (
    CannotConnect,
    CannotResolve,
    ConfigurationError,
    ConnectError,
    ConnectionDropped,
    ConnectTimeout,
    MalformedAnswer,
    OperationError,
    ReadTimeout,
    TlsError,
    TransportError,
)
from twilio_ops_runtime.http.pool import TotalTimeout

_TUNNEL_REFUSED = re.compile(r"Tunnel connection failed: (\d{3})")


def failure_of(error: BaseException, *, sent: bool) -> OperationError:
    """What an error of requests or urllib3 means, in words that hold no address.

    The order matters: these errors wrap each other, and the innermost says most.
    """
    import requests.exceptions as outer
    import urllib3.exceptions as inner

    chain = _chain(error)
    peer = "the proxy" if _among(chain, inner.ProxyError) else "the host"
    if _among(chain, outer.InvalidSchema):
        return ConfigurationError("a SOCKS proxy needs the extra that requests calls socks")
    if _among(chain, outer.InvalidURL, inner.LocationValueError):
        return ConfigurationError("the address of the service, or of the proxy, cannot be used")
    if failure := _tls_failure(chain, peer, sent=sent) or _connect_failure(chain, peer, sent=sent):
        return failure
    return _read_failure(chain, sent=sent)


def _tls_failure(chain: list[BaseException], peer: str, *, sent: bool) -> TransportError | None:
    import ssl

    from urllib3.exceptions import SSLError

    if _among(chain, ssl.SSLEOFError, ssl.SSLZeroReturnError, ssl.SSLSyscallError):
        return ConnectionDropped("the secured connection was lost", sent=sent)
    if untrusted := _among(chain, ssl.SSLCertVerificationError):
        said = _said(untrusted, "verify_message")
        return TlsError(f"the certificate of {peer} is refused: {said}", sent=False)
    if failed := _among(chain, ssl.SSLError) or _among(chain, SSLError):
        said = _said(failed, "reason")
        return TlsError(f"no secured connection with {peer}: {said}", sent=sent)
    return None


def _connect_failure(chain: list[BaseException], peer: str, *, sent: bool) -> ConnectError | None:
    import socket

    from urllib3.exceptions import (
        ConnectTimeoutError,
        NewConnectionError,
        ProxyError,
        ReadTimeoutError,
    )

    if _among(chain, socket.gaierror):
        return CannotResolve(f"the name of {peer} has no address")
    timed_out = _among(chain, ConnectTimeoutError)
    if timed_out and not _among(chain, NewConnectionError):
        return ConnectTimeout(f"{peer} did not accept a connection in time")
    if timed_out or _among(chain, ProxyError):
        return CannotConnect(f"{peer} did not accept a connection{_system_words(chain)}")
    if not sent and _among(chain, ReadTimeoutError):
        return ConnectTimeout(f"{peer} did not finish connecting in time")
    return None


def _read_failure(chain: list[BaseException], *, sent: bool) -> TransportError:
    import http.client

    from urllib3.exceptions import DecodeError, InvalidHeader, ReadTimeoutError

    if _among(chain, TotalTimeout):
        return ReadTimeout("the answer took too long to come whole")
    if _among(chain, ReadTimeoutError, TimeoutError):
        return ReadTimeout("no answer came in time")
    if _among(chain, DecodeError):
        return MalformedAnswer("the answer is not compressed as it says")
    if _among(chain, http.client.RemoteDisconnected):
        return ConnectionDropped("the connection was closed without an answer", sent=sent)
    if _among(chain, http.client.IncompleteRead):
        return ConnectionDropped("the connection was lost within the answer")
    if _among(chain, http.client.HTTPException, InvalidHeader):
        return MalformedAnswer("the answer is not HTTP")
    return ConnectionDropped(f"the connection was lost{_system_words(chain)}", sent=sent)


def _among(chain: list[BaseException], *kinds: type[BaseException]) -> BaseException | None:
    return next((error for error in chain if isinstance(error, kinds)), None)


def _said(error: BaseException, attribute: str) -> str:
    words = getattr(error, attribute, None)
    return words.replace("_", " ").lower() if isinstance(words, str) else type(error).__name__


def _system_words(chain: list[BaseException]) -> str:
    """What the operating system, or the proxy's status, says of a failure; in parentheses."""
    for error in chain:
        if isinstance(error, OSError):
            if refused := _TUNNEL_REFUSED.match(str(error)):
                return f" (it answered {refused[1]})"
            if error.strerror:
                return f" ({error.strerror})"
    return ""


def _chain(error: BaseException) -> list[BaseException]:
    """An error of requests or urllib3 with everything it wraps, outermost first."""
    found: list[BaseException] = []
    waiting: list[object] = [error]
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, BaseException) and item not in found:
            found.append(item)
            waiting += [*item.args, getattr(item, "reason", None), item.__cause__]
    return found


def clear_tracebacks(error: BaseException) -> None:
    """Empty the frames below: what a debugger or log would print of them holds the credentials."""
    from traceback import clear_frames

    waiting: list[BaseException | None] = [error]
    seen: set[int] = set()
    while waiting:
        item = waiting.pop()
        if item is not None and id(item) not in seen:
            seen.add(id(item))
            clear_frames(item.__traceback__)
            waiting += [item.__cause__, item.__context__]
