"""One connection to the proxy, byte by byte: what is refused, and what a tunnel hands on."""

from __future__ import annotations

import asyncio
from typing import Any
from unittest.mock import Mock

import pytest

from twilio_ops_emulator.api import proxy

CONNECT = b"CONNECT api.twilio.com:443 HTTP/1.1\r\nHost: api.twilio.com\r\n\r\n"
LONGEST = 16_384
"""The longest head that is read."""


class Line(asyncio.Transport):
    """The other end of a connection: what was written to it and done with it."""

    def __init__(self) -> None:
        super().__init__()
        self.wrote = b""
        self.done: list[str] = []

    def write(self, data: Any) -> None:
        self.wrote += data

    def close(self) -> None:
        self.done.append("closed")

    def abort(self) -> None:
        self.done.append("aborted")

    def pause_reading(self) -> None:
        self.done.append("paused")


class Inner(asyncio.Protocol):
    """What speaks HTTP within a tunnel."""

    def __init__(self) -> None:
        self.transport: Any = None
        self.heard = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.heard += data


Handshake = Any


def connected(*parts: bytes, handshake: Handshake = None) -> tuple[Line, Inner, list[Any]]:
    """Say something to the proxy, in parts; ``handshake`` stands for TLS."""
    line, inner, shaken = Line(), Inner(), list[Any]()
    authority = Mock()
    authority.covers = lambda name: name == "api.twilio.com"

    async def talk() -> None:
        loop = asyncio.get_running_loop()

        async def start_tls(transport: Any, early: Any, context: Any, **more: Any) -> Any:
            shaken.append((transport, context, more))
            return handshake(early)

        loop.start_tls = start_tls  # type: ignore[method-assign]
        one = proxy.ProxyProtocol(lambda: inner, authority, "the context")  # type: ignore[arg-type]
        one.connection_made(line)
        for part in parts:
            one.data_received(part)
        waiting = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        await asyncio.gather(*waiting)

    asyncio.run(talk())
    return line, inner, shaken


def refusal(status: str, text: str) -> bytes:
    """What the proxy writes that refuses."""
    body = text.encode() + b"\n"
    head = f"HTTP/1.1 {status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {len(body)}"
    return f"{head}\r\nConnection: close\r\n\r\n".encode() + body


ELSEWHERE = (
    "This is the proxy of an emulator: it leads to the hosts of the service on port 443, "
    "and not to {}. NO_PROXY names hosts that are reached without it."
)


@pytest.mark.parametrize(
    ("sent", "status", "text"),
    [
        (b"GET http://x/ HTTP/1.1\r\n\r\n", "403 Forbidden", "This proxy only opens tunnels; GET is none."),
        (b"CONNECT x:443 HTTP/1.1\r\n\r\n", "403 Forbidden", ELSEWHERE.format("x:443")),
        (b"CONNECT api.twilio.com:80 HTTP/1.1\r\n\r\n", "403 Forbidden", ELSEWHERE.format("api.twilio.com:80")),
        (b"CONNECT " + b"x" * 300 + b" HTTP/1.1\r\n\r\n", "403 Forbidden", ELSEWHERE.format("x" * 200)),
        (CONNECT + b"!", "400 Bad Request", "Something was sent before the tunnel was open."),
        (b"\r\n\r\n", "403 Forbidden", "This proxy only opens tunnels;  is none."),
        (b"x" * (LONGEST + 1), "431 Request Header Fields Too Large", "The request is too long."),
    ],
)  # fmt: skip
def test_what_is_refused_is_said_in_words(sent: bytes, status: str, text: str) -> None:
    """As a plain text, and the connection is closed; no tunnel is begun."""
    line, inner, shaken = connected(sent)
    assert (line.wrote, line.done, shaken) == (refusal(status, text), ["closed"], [])
    assert inner.transport is None


def test_a_request_may_come_in_parts() -> None:
    """It is answered when its head is whole, however long that is within the limit."""
    for parts in ([b"x" * LONGEST], [CONNECT[:9], CONNECT[9:-1]]):
        assert connected(*parts)[0].wrote == b""
    long = b"GET / HTTP/1.1\r\nX: " + b"x" * LONGEST + b"\r\n\r\n"
    assert b"403 Forbidden" in connected(long)[0].wrote


@pytest.mark.parametrize("early", [b"", b"GET /"])
def test_a_tunnel_hands_on_what_comes(early: bytes) -> None:
    """Also what came before there was somebody to take it; nothing is read until TLS has begun."""
    safe = Mock()

    def handshake(keeper: Any) -> Any:
        for at in range(len(early)):
            keeper.data_received(early[at : at + 1])
        return safe

    line, inner, shaken = connected(CONNECT[:20], CONNECT[20:], handshake=handshake)
    assert line.wrote == b"HTTP/1.1 200 Connection Established\r\n\r\n"
    assert line.done == ["paused"]
    assert inner.transport is safe and inner.heard == early
    safe.set_protocol.assert_called_once_with(inner)
    more = {"server_side": True, "ssl_handshake_timeout": 30.0}
    assert shaken == [(line, "the context", more)]


def test_a_tunnel_that_fails_or_is_left_has_nobody_within() -> None:
    """A client that does not trust the certificate is let go."""

    def left(keeper: Any) -> Any:
        keeper.connection_lost(None)
        return Mock()

    def fails(_: Any) -> Any:
        raise TimeoutError

    line, inner, _ = connected(CONNECT, handshake=left)
    assert (inner.transport, line.done) == (None, ["paused"])
    line, inner, _ = connected(CONNECT, handshake=lambda _: None)
    assert (inner.transport, line.done) == (None, ["paused"])
    line, inner, _ = connected(CONNECT, handshake=fails)
    assert (inner.transport, line.done) == (None, ["paused", "aborted"])


def test_a_connection_that_is_lost_is_not_answered() -> None:
    """Nor is a tunnel begun in it."""
    line = Line()

    async def talk() -> None:
        one = proxy.ProxyProtocol(Inner, Mock(), Mock())
        one.connection_made(line)
        one.connection_lost(None)
        one.data_received(CONNECT)
        assert len(asyncio.all_tasks()) == 1

    asyncio.run(talk())
    assert line.wrote == b""
