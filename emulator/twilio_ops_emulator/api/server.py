"""The emulator over HTTP, on aiohttp, whose connections faults can close.

The work is done in one event loop: an answer takes a fraction of a millisecond. Control, which may
send callbacks and wait for them, is done beside it.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import threading
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from aiohttp import web
from attrs import evolve, frozen

from twilio_ops_emulator.api import dispatcher as desk
from twilio_ops_emulator.api.errors import EmulatorError
from twilio_ops_emulator.api.messages import Request, Response
from twilio_ops_emulator.api.proxy import ProxyProtocol
from twilio_ops_emulator.control import control, guard
from twilio_ops_emulator.emulator import Emulator
from twilio_ops_runtime.http.addresses import is_loopback

if TYPE_CHECKING:
    from twilio_ops_emulator.api.certificates import Authority

LOOK = 0.2
"""How often changes are looked for, in seconds: what happens between is told at once."""
KEEP_ALIVE = 25.0
"""After how many seconds a listener is told that there is nothing new, and noticed when it is gone."""
GRACE = 1.0
"""How many seconds a server that stops waits for what is under way."""

_log = logging.getLogger("twilio_ops_emulator")


@frozen(kw_only=True)
class Reach:
    """How other programs reach an emulator.

    Attributes:
        tls: The port on which it speaks TLS, as every host of the service; 0 = one that is free,
            None = on none.
        proxy: The port on which it is an HTTP proxy that leads to those hosts; likewise.
        certificates: The folder of the certificate authority; None = the user's own.
    """

    tls: int | None = None
    proxy: int | None = None
    certificates: Path | None = None


class Server:
    """An emulator that listens on this machine, in a thread of its own.

    ``with Server(emulator) as server: server.url``. Stopping it does not close the emulator.

    Args:
        emulator: What answers.
        host: The address to listen on.
        port: The port; 0 = one that is free.
        reach: Whether it is reached by TLS and as a proxy, too.

    Raises:
        EmulatorError: A port is not one, there is no address, or the certificates cannot be used.

    Attributes:
        tls_url: Where it speaks TLS, or None.
        proxy_url: Where it is a proxy, or None.
        authority: The certificate authority, or None.
        token: What control asks for where the host is not this machine alone, or None.
    """

    def __init__(
        self, emulator: Emulator, host: str = "127.0.0.1", port: int = 0, reach: Reach | None = None
    ) -> None:
        self._reach = reach or Reach()
        ports = {"port": port, "tls": self._reach.tls, "proxy": self._reach.proxy}
        for name, number in ports.items():
            if number is not None and not 0 <= number <= 65535:
                raise EmulatorError(f"{name}: {number} is not a number from 0 to 65535")
        if not host:
            raise EmulatorError("host: expected an address or a name to listen on")
        self._emulator = emulator
        self._host = host
        self._port = port
        self.tls_url: str | None = None
        self.proxy_url: str | None = None
        self.authority: Authority | None = None
        if self._reach.tls is not None or self._reach.proxy is not None:
            self.authority = _authority(self._reach.certificates, emulator)
        self.token = None if is_loopback(host) else secrets.token_urlsafe(24)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._stop: asyncio.Event | None = None
        self._ready = threading.Event()
        self._failure: Exception | None = None

    @property
    def url(self) -> str:
        """Where it listens."""
        return self._url("http", self._port)

    def _url(self, scheme: str, port: int) -> str:
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"{scheme}://{host}:{port}"

    @property
    def addresses(self) -> dict[str, str]:
        """Where it is reached, and the files that have its certificate."""
        known: dict[str, object] = {"url": self.url, "tls": self.tls_url, "proxy": self.proxy_url}
        if self.authority is not None:
            known["certificate"] = self.authority.certificate
            known["bundle"] = self.authority.bundle
            known["truststore"] = self.authority.truststore
        return {name: str(value) for name, value in known.items() if value is not None}

    def start(self) -> Self:
        """Listen.

        Raises:
            EmulatorError: A port is taken, or the address is not this machine's.
        """
        self._emulator.start(background=True)
        self._thread = threading.Thread(target=self._run, name="emulator-http", daemon=True)
        self._thread.start()
        self._ready.wait()
        if self._failure is not None:
            self._thread.join()
            self._thread = None
            raise EmulatorError(f"cannot listen on {self.url}: {self._failure}")
        self._emulator.addresses = self.addresses
        return self

    def stop(self) -> None:
        """Stop listening, and wait until it has."""
        thread, self._thread = self._thread, None
        if thread is not None and self._loop is not None and self._stop is not None:
            self._loop.call_soon_threadsafe(self._stop.set)
            thread.join()
            self._emulator.addresses = {}

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def _run(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._stop = asyncio.Event()
        server = web.Server(self._handle, access_log=None, auto_decompress=False)
        runner = web.ServerRunner(server, shutdown_timeout=GRACE)
        await runner.setup()
        proxy: asyncio.Server | None = None
        try:
            await web.TCPSite(runner, self._host, self._port).start()
            self._port = runner.addresses[0][1]
            proxy = await self._reachable(runner, server)
        except Exception as failure:  # a port that is taken, a name that is none
            self._failure = failure
            self._stop.set()
        finally:
            self._ready.set()
        await self._stop.wait()
        if proxy is not None:
            proxy.close()
        await runner.cleanup()

    async def _reachable(
        self, runner: web.ServerRunner, server: web.Server
    ) -> asyncio.Server | None:
        """Listen on the further ports; return what listens for the proxy."""
        authority = self.authority
        if authority is None:
            return None
        context = authority.context()
        if self._reach.tls is not None:
            await web.TCPSite(runner, self._host, self._reach.tls, ssl_context=context).start()
            self.tls_url = self._url("https", runner.addresses[-1][1])
        if self._reach.proxy is None:
            return None
        proxy = await asyncio.get_running_loop().create_server(
            lambda: ProxyProtocol(server, authority, context), self._host, self._reach.proxy
        )
        self.proxy_url = self._url("http", proxy.sockets[0].getsockname()[1])
        return proxy

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        path, _, query = request.raw_path.partition("?")
        if path == "/" and request.method in ("GET", "HEAD"):
            return web.Response(status=302, headers={"Location": f"{control.PREFIX}/"})
        try:
            if self._emulator.controls(path):
                return await self._controlled(request, path, query)
            return await self._answered(request, path, query)
        except ConnectionError:  # the sender went away: nobody is left to be answered
            return _drop(request)
        except Exception:
            _log.exception("%s %s could not be answered", request.method, path)
            return _response(self._emulator.failed(path))

    async def _controlled(
        self, request: web.BaseRequest, path: str, query: str
    ) -> web.StreamResponse:
        received = Request(request.method, path, query, request.headers)
        if (stranger := guard.foreign(received.headers, self._host)) is not None:
            return _response(stranger)
        if self.token is not None and (gate := guard.gate(received, self.token)) is not None:
            return _response(gate)
        if request.method == "GET" and path == f"{control.PREFIX}/events":
            return await self._events(request)
        received = evolve(received, body=await _body(request, control.LONGEST))
        loop = asyncio.get_running_loop()
        return _response(await loop.run_in_executor(None, self._emulator.exchange, received))

    async def _events(self, request: web.BaseRequest) -> web.StreamResponse:
        """Tell a page whenever something has changed, for as long as it listens."""
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await response.prepare(request)
        assert self._stop is not None
        loop, told, at = asyncio.get_running_loop(), None, 0.0
        while not self._stop.is_set():
            known = self._emulator.revision
            if known != told:
                told, at = known, loop.time()
                await response.write(b"event: change\ndata: {}\n\n")
            elif loop.time() - at > KEEP_ALIVE:
                at = loop.time()
                await response.write(b": nothing new\n\n")
            await asyncio.sleep(LOOK)
        return response

    async def _answered(
        self, request: web.BaseRequest, path: str, query: str
    ) -> web.StreamResponse:
        emulator = self._emulator
        headers = request.headers
        host = headers.get("Host", "")
        matched = emulator.match(request.method, path, host)
        try:
            if emulator.under_way_for:  # those that come meanwhile are under way as well
                await asyncio.sleep(emulator.under_way_for)
            body = b"" if matched.dropped else await _body(request, desk.LONGEST)
        except BaseException:  # the sender went away, or the server stops
            emulator.forget(matched)
            raise
        received = Request(request.method, path, query, headers, body, None, host)
        response = emulator.exchange(received, matched)
        try:
            if response.delay:
                await asyncio.sleep(response.delay)
            if response.fate == "drop":
                return _drop(request)
            if response.fate == "cut":
                return await _cut(request, response)
            return _response(response)
        finally:
            emulator.release(response)


def _authority(folder: Path | None, emulator: Emulator) -> Authority:
    """Make what has the certificates of the service's hosts.

    Raises:
        EmulatorError: It cannot be used, or what makes certificates is not installed.
    """
    try:
        from twilio_ops_emulator.api.certificates import Authority
    except ModuleNotFoundError as missing:
        raise EmulatorError(
            f"TLS needs {missing.name}: pip install 'twilio-ops[emulator]'"
        ) from missing
    domains = {host.partition(".")[2] for host in emulator.hosts}
    return Authority(folder, sorted(domains))


async def _body(request: web.BaseRequest, limit: int) -> bytes:
    """The body of a request, or the beginning of one that is longer than a limit: more than the limit.

    Raises:
        ConnectionError: The sender went away before it was whole.
    """
    if not request.can_read_body:
        return b""
    body = bytearray()
    try:
        while len(body) <= limit and (part := await request.content.readany()):
            body += part
    except web.RequestPayloadError as incomplete:
        raise ConnectionResetError("the body did not come whole") from incomplete
    return bytes(body)


def _response(response: Response) -> web.Response:
    return web.Response(status=response.status, headers=response.headers, body=response.body)


def _drop(request: web.BaseRequest) -> web.StreamResponse:
    """Close the connection without an answer."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def _cut(request: web.BaseRequest, whole: Response) -> web.StreamResponse:
    """Send a part of the answer and close the connection."""
    response = web.StreamResponse(status=whole.status, headers=whole.headers)
    response.content_length = len(whole.body)
    await response.prepare(request)
    await response.write(whole.body[: whole.sent])
    if request.transport is not None:
        request.transport.close()
    return response
