"""What errors of requests and urllib3 mean, by what they wrap: class, words, and whether it was sent."""

from __future__ import annotations

import http.client
import socket
import ssl
from typing import Any

import pytest
import requests.exceptions as outer
import urllib3.exceptions as inner

from twilio_ops_runtime.errors import OperationError
from twilio_ops_runtime.http.failures import clear_tracebacks, failure_of
from twilio_ops_runtime.http.pool import TotalTimeout

NO_POOL: Any = None
UNUSABLE = "the address of the service, or of the proxy, cannot be used"
SOCKS = "a SOCKS proxy needs the extra that requests calls socks"


def untrusted() -> ssl.SSLError:
    error = ssl.SSLCertVerificationError("x")
    error.verify_message = "Self_Signed certificate"
    return error


def refused_tls(reason: Any) -> ssl.SSLError:
    error = ssl.SSLError(1, "x")
    error.reason = reason
    return error


def lost(by: BaseException) -> OSError:
    return outer.ConnectionError(inner.ProtocolError("x", by))


def caused(error: BaseException, by: BaseException) -> BaseException:
    error.__cause__ = by
    return error


@pytest.mark.parametrize(
    ("error", "kind", "reason", "known"),
    [
        (outer.InvalidSchema("x"), "ConfigurationError", SOCKS, None),
        (outer.InvalidURL("x"), "ConfigurationError", UNUSABLE, None),
        (inner.LocationValueError("x"), "ConfigurationError", UNUSABLE, None),
        *(
            (error, "ConnectionDropped", "the secured connection was lost", ...)
            for error in (
                outer.SSLError(inner.SSLError(ssl.SSLEOFError("x"))),
                ssl.SSLZeroReturnError("x"),
                ssl.SSLSyscallError("x"),
            )
        ),
        (
            outer.SSLError(untrusted()),
            "TlsError",
            "the certificate of the host is refused: self signed certificate",
            False,
        ),
        (
            outer.ProxyError(inner.ProxyError("x", untrusted())),
            "TlsError",
            "the certificate of the proxy is refused: self signed certificate",
            False,
        ),
        (
            outer.SSLError(refused_tls("WRONG_VERSION_NUMBER")),
            "TlsError",
            "no secured connection with the host: wrong version number",
            ...,
        ),
        (
            outer.SSLError(refused_tls(None)),
            "TlsError",
            "no secured connection with the host: SSLError",
            ...,
        ),
        (inner.SSLError("x"), "TlsError", "no secured connection with the host: SSLError", ...),
        (
            caused(inner.NewConnectionError(NO_POOL, "x"), socket.gaierror(8, "secret.example")),
            "CannotResolve",
            "the name of the host has no address",
            False,
        ),
        (
            outer.ConnectTimeout(inner.ConnectTimeoutError(NO_POOL, "x")),
            "ConnectTimeout",
            "the host did not accept a connection in time",
            False,
        ),
        (
            caused(inner.NewConnectionError(NO_POOL, "x"), OSError(111, "Connection refused")),
            "CannotConnect",
            "the host did not accept a connection (Connection refused)",
            False,
        ),
        (
            inner.NewConnectionError(NO_POOL, "x"),
            "CannotConnect",
            "the host did not accept a connection",
            False,
        ),
        (
            outer.ProxyError(
                inner.ProxyError("x", OSError("Tunnel connection failed: 407 Authenticate"))
            ),
            "CannotConnect",
            "the proxy did not accept a connection (it answered 407)",
            False,
        ),
        (
            outer.ProxyError(inner.ProxyError("x", OSError(111, "Connection refused"))),
            "CannotConnect",
            "the proxy did not accept a connection (Connection refused)",
            False,
        ),
        (lost(TotalTimeout()), "ReadTimeout", "the answer took too long to come whole", True),
        (lost(TimeoutError("x")), "ReadTimeout", "no answer came in time", True),
        (
            outer.ContentDecodingError(inner.DecodeError("x")),
            "MalformedAnswer",
            "the answer is not compressed as it says",
            True,
        ),
        (
            lost(http.client.RemoteDisconnected("x")),
            "ConnectionDropped",
            "the connection was closed without an answer",
            ...,
        ),
        (
            lost(http.client.IncompleteRead(b"")),
            "ConnectionDropped",
            "the connection was lost within the answer",
            True,
        ),
        (lost(http.client.BadStatusLine("x")), "MalformedAnswer", "the answer is not HTTP", True),
        (inner.InvalidHeader("x"), "MalformedAnswer", "the answer is not HTTP", True),
        (
            lost(ConnectionResetError(104, "Connection reset by peer")),
            "ConnectionDropped",
            "the connection was lost (Connection reset by peer)",
            ...,
        ),
        (outer.ConnectionError("x"), "ConnectionDropped", "the connection was lost", ...),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
@pytest.mark.parametrize("sent", [True, False])
def test_the_innermost_cause_says_what_happened(
    error: BaseException, kind: str, reason: str, known: Any, sent: bool
):
    """Whether it was sent is what the transport saw, where the cause does not know better."""
    found = failure_of(error, sent=sent)
    assert (type(found).__name__, getattr(found, "reason", str(found))) == (kind, reason)
    if known is not None:
        assert getattr(found, "sent", None) is (sent if known is ... else known)
    assert found.__cause__ is None and found.__context__ is None


@pytest.mark.parametrize(("sent", "kind"), [(True, "ReadTimeout"), (False, "ConnectTimeout")])
def test_silence_before_the_request_went_out_is_of_connecting(sent: bool, kind: str):
    """A proxy, or a host that is being greeted, that does not answer."""
    silence = outer.ReadTimeout(inner.ReadTimeoutError(NO_POOL, "x", "y"))
    found = failure_of(silence, sent=sent)
    said = "no answer came in time" if sent else "the host did not finish connecting in time"
    assert (type(found).__name__, str(found), found.sent) == (kind, said, sent)  # type: ignore[attr-defined]


def test_errors_that_lead_to_each_other_come_to_an_end():
    """One that wraps itself is looked at once; emptied, no frame of any of them holds a value."""

    def fail(secret: str) -> None:
        try:
            raise OSError(111, "first")
        except OSError as first:
            raise outer.ConnectionError(first) from first

    with pytest.raises(OSError) as caught:
        fail("planted")
    first = caught.value.__cause__
    assert first is not None
    first.__cause__ = caught.value
    found = failure_of(caught.value, sent=True)
    assert isinstance(found, OperationError) and str(found) == "the connection was lost (first)"
    clear_tracebacks(caught.value)
    for error in (caught.value, first):
        frame = error.__traceback__
        while frame is not None:
            assert "planted" not in map(str, frame.tb_frame.f_locals.values()) or (
                frame.tb_frame.f_code.co_name != "fail"
            )
            frame = frame.tb_next
