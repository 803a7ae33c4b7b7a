"""A server on loopback that does what servers should not, and counts what arrived.

It follows a script: each request (or each connection, for what happens before anything is read)
takes the next step, and the last step stays. It speaks HTTP by hand, so that it can break it
anywhere.
"""

from __future__ import annotations

import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import BinaryIO

JSON = "application/json"


@dataclass
class Arrived:
    """One request as it was read from the wire."""

    method: str
    target: str
    headers: dict[str, str] = field(repr=False)  # which hold what no log should
    body: bytes


@dataclass
class Exchange:
    """One connection, as a step sees it."""

    socket: socket.socket
    server: FaultyServer
    request: Arrived | None = None


Step = Callable[[Exchange], bool]
"""What happens to a request; true when the connection may go on."""


def http(
    status: int = 200,
    body: bytes = b"{}",
    *,
    kind: str = JSON,
    headers: Iterable[tuple[str, str]] = (),
    length: int | None = None,
) -> bytes:
    """An answer's bytes; ``length`` is what it says its length is, if not the truth."""
    fields = [
        ("Content-Type", kind),
        ("Content-Length", str(len(body) if length is None else length)),
        *headers,
    ]
    head = "".join(f"{name}: {value}\r\n" for name, value in fields)
    return f"HTTP/1.1 {status} Said\r\n{head}\r\n".encode() + body


def answer(status: int = 200, body: bytes = b"{}", **more: object) -> Step:
    """ParsedResponse, and keep the connection."""
    content = http(status, body, **more)  # type: ignore[arg-type]

    def step(exchange: Exchange) -> bool:
        exchange.socket.sendall(content)
        return True

    return step


def say(content: bytes, *, keep: bool = False) -> Step:
    """Send any bytes."""

    def step(exchange: Exchange) -> bool:
        exchange.socket.sendall(content)
        return keep

    return step


def close_after_reading(exchange: Exchange) -> bool:
    """Read the request, and close without a word."""
    return False


def reset_after_reading(exchange: Exchange) -> bool:
    """Read the request, and reset the connection."""
    exchange.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    return False


@dataclass(frozen=True)
class Early:
    """A step of a connection rather than a request: it comes before anything is read."""

    step: Step

    def __call__(self, exchange: Exchange) -> bool:
        return self.step(exchange)


close_before_reading = Early(lambda exchange: False)
"""Close as soon as the connection is made."""


def greet(content: bytes) -> Early:
    """Speak first, then listen to what comes until the other side has enough."""

    def step(exchange: Exchange) -> bool:
        exchange.socket.sendall(content)
        while exchange.socket.recv(4096):
            pass
        return False

    return Early(step)


def hang(exchange: Exchange) -> bool:
    """Read the request, and say nothing until the server stops."""
    exchange.server.stopped.wait(30)
    return False


def drip(beginning: bytes, drop: bytes, pause: float = 0.02, drops: int = 500) -> Step:
    """Say a beginning at once, then one drop after the other."""

    def step(exchange: Exchange) -> bool:
        exchange.socket.sendall(beginning)
        for _ in range(drops):
            if exchange.server.stopped.wait(pause):
                break
            exchange.socket.sendall(drop)
        return False

    return step


def flood(megabytes: int, *, length: bool = True) -> Step:
    """ParsedResponse so many megabytes, counted as they leave; in chunks without a length."""
    block = b"x" * (1 << 20)

    def step(exchange: Exchange) -> bool:
        framing = f"Content-Length: {megabytes << 20}" if length else "Transfer-Encoding: chunked"
        exchange.socket.sendall(f"HTTP/1.1 200 Said\r\n{framing}\r\n\r\n".encode())
        for _ in range(megabytes):
            exchange.socket.sendall(block if length else b"100000\r\n" + block + b"\r\n")
            exchange.server.flooded += 1
        return False

    return step


def _read(reader: BinaryIO) -> Arrived | None:
    line = reader.readline()
    if not line:
        return None
    headers: dict[str, str] = {}
    while (field_line := reader.readline().decode().strip()) != "":
        name, _, value = field_line.partition(":")
        headers[name.lower()] = value.strip()
    method, target, _ = line.decode().split(" ", 2)
    return Arrived(method, target, headers, reader.read(int(headers.get("content-length", 0))))


class FaultyServer:
    """The server; a ``with`` statement starts and stops it.

    Args:
        *script: The steps, in order; the last one stays.
        context: TLS, if it is to speak that.
        listen: False = connections are refused until ``start_listening``.

    Attributes:
        arrived: The requests read, in order.
        connections: How many were accepted.
        flooded: Megabytes that ``flood`` could send.
        stopped: Set when the server stops.
    """

    def __init__(
        self, *script: Step, context: ssl.SSLContext | None = None, listen: bool = True
    ) -> None:
        self.arrived: list[Arrived] = []
        self.connections = 0
        self.flooded = 0
        self.stopped = threading.Event()
        self._script = list(script) or [answer()]
        self._context = context
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []
        self._open: set[socket.socket] = set()
        self._socket = socket.socket()
        self._socket.bind(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self.host = f"127.0.0.1:{self.port}"
        self.url = f"{'https' if context else 'http'}://{self.host}"
        if listen:
            self.start_listening()

    def start_listening(self) -> None:
        """Accept connections from now on."""
        self._socket.listen(64)
        self._run(self._accept)

    def __enter__(self) -> FaultyServer:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stopped.set()
        with self._lock:
            for each in (self._socket, *self._open):
                with suppress(OSError):  # it was not connected, or is no longer
                    each.shutdown(socket.SHUT_RDWR)  # which wakes what waits for it
        for thread in self._threads:
            thread.join(10)
        self._socket.close()

    def close_idle(self) -> None:
        """Close every connection that is open now."""
        with self._lock:
            for each in self._open:
                each.shutdown(socket.SHUT_RDWR)

    def _run(self, target: Callable[..., None], *args: object) -> None:
        thread = threading.Thread(target=target, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self.stopped.is_set():
            try:
                accepted, _ = self._socket.accept()
            except OSError:
                return  # stopped
            self.connections += 1
            self._run(self._serve, accepted)

    def _serve(self, accepted: socket.socket) -> None:
        try:
            with accepted:
                if self._context is None:
                    self._talk(accepted)
                else:
                    with self._context.wrap_socket(accepted, server_side=True) as secured:
                        self._talk(secured)
        except OSError:
            pass  # the client is gone, which tests provoke

    def _talk(self, connected: socket.socket) -> None:
        with self._lock:
            self._open.add(connected)
        try:
            exchange = Exchange(connected, self)
            with connected.makefile("rb") as reader:
                going = True
                while going:
                    if not isinstance(self._peek(), Early):
                        exchange.request = _read(reader)
                        if exchange.request is None:
                            return
                        with self._lock:
                            self.arrived.append(exchange.request)
                    going = self._next()(exchange)
        finally:
            with self._lock:
                self._open.discard(connected)

    def _peek(self) -> Step:
        with self._lock:
            return self._script[0]

    def _next(self) -> Step:
        with self._lock:
            return self._script.pop(0) if len(self._script) > 1 else self._script[0]
