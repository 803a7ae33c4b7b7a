"""An HTTP proxy that ends TLS for the hosts of the service, and passes nothing on to anybody else."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twilio_ops_emulator.api.certificates import Authority

LONGEST = 1 << 14
"""The longest head of a request that is read, in bytes."""
PATIENCE = 30.0
"""Seconds that a client has for the head of its request, and again for TLS."""


class _Early(asyncio.Protocol):
    """Keeps what comes between the end of the handshake and the protocol that it is for."""

    def __init__(self) -> None:
        self.data = b""
        self.lost = False

    def data_received(self, data: bytes) -> None:
        self.data += data

    def connection_lost(self, exc: Exception | None) -> None:
        self.lost = True


class ProxyProtocol(asyncio.Protocol):
    """One connection to the proxy.

    ``CONNECT`` to a host of the service is answered by what ``make`` makes, within TLS; any other
    request is refused with 403 and a text that says why.

    Args:
        make: Makes the protocol that speaks HTTP within a tunnel.
        authority: What has the certificates, and says which hosts are the service's.
        context: What a tunnel shows.
    """

    def __init__(
        self,
        make: Callable[[], asyncio.BaseProtocol],
        authority: Authority,
        context: ssl.SSLContext,
    ) -> None:
        self._make = make
        self._authority = authority
        self._context = context
        self._head = b""
        self._transport: asyncio.Transport | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._tunnel: asyncio.Task[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Wait for a request, but not for ever."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._timer = asyncio.get_running_loop().call_later(PATIENCE, transport.abort)

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        self._transport = None
        if self._timer is not None:
            self._timer.cancel()

    def data_received(self, data: bytes) -> None:
        """Read the head of a request, and open the tunnel that it asks for."""
        self._head += data
        head, end, rest = self._head.partition(b"\r\n\r\n")
        if not end:
            if len(self._head) > LONGEST:
                self._refuse("431 Request Header Fields Too Large", "The request is too long.")
            return
        if self._timer is not None:
            self._timer.cancel()
        method, _, more = head.partition(b"\r\n")[0].decode("latin-1").partition(" ")
        target = more.partition(" ")[0]
        name, _, port = target.rpartition(":")
        if method != "CONNECT":
            self._refuse("403 Forbidden", f"This proxy only opens tunnels; {method} is none.")
        elif port != "443" or not self._authority.covers(name):
            self._refuse(
                "403 Forbidden",
                "This is the proxy of an emulator: it leads to the hosts of the service on port 443, "
                f"and not to {target[:200]}. NO_PROXY names hosts that are reached without it.",
            )
        elif rest or self._transport is None:
            self._refuse("400 Bad Request", "Something was sent before the tunnel was open.")
        else:
            self._transport.pause_reading()
            self._transport.write(b"HTTP/1.1 200 Connection Established\r\n\r\n")
            self._tunnel = asyncio.get_running_loop().create_task(self._open(self._transport))

    async def _open(self, transport: asyncio.Transport) -> None:
        loop = asyncio.get_running_loop()
        early = _Early()
        try:
            inner = await loop.start_tls(
                transport,
                early,
                self._context,
                server_side=True,
                ssl_handshake_timeout=PATIENCE,
            )
        except (TimeoutError, OSError):  # a client that does not trust the certificate
            transport.abort()
            return
        if inner is None or early.lost:
            return
        protocol = self._make()
        inner.set_protocol(protocol)
        protocol.connection_made(inner)
        if early.data and isinstance(protocol, asyncio.Protocol):
            protocol.data_received(early.data)

    def _refuse(self, status: str, text: str) -> None:
        body = f"{text}\n".encode("utf-8", "replace")
        head = (
            f"HTTP/1.1 {status}\r\nContent-Type: text/plain; charset=utf-8\r\n"
            f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        )
        if self._transport is not None:
            self._transport.write(head.encode() + body)
            self._transport.close()
