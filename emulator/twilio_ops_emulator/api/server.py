"""The emulator over HTTP, on aiohttp, whose connections faults can close.

The work is done in one event loop: an answer takes a fraction of a millisecond. Control, which may
send callbacks and wait for them, is done beside it.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from types import TracebackType
from typing import Self

from aiohttp import web
from attrs import evolve

from twilio_ops_emulator.api import dispatcher as desk
from twilio_ops_emulator.api.errors import EmulatorError
from twilio_ops_emulator.api.messages import Incoming, Outgoing
from twilio_ops_emulator.control import control
from twilio_ops_emulator.emulator import Emulator

_log = logging.getLogger("twilio_ops_emulator")


class Server:
    """An emulator that listens on this machine, in a thread of its own.

    ``with Server(emulator) as server: server.url``. Stopping it does not close the emulator.

    Args:
        emulator: What answers.
        host: The address to listen on.
        port: The port; 0 = one that is free.

    Raises:
        EmulatorError: The port is not one, or there is no address.
    """

    def __init__(self, emulator: Emulator, host: str = "127.0.0.1", port: int = 0) -> None:
        if not 0 <= port <= 65535:
            raise EmulatorError(f"port: {port} is not a number from 0 to 65535")
        if not host:
            raise EmulatorError("host: expected an address or a name to listen on")
        self._emulator = emulator
        self._host = host
        self._port = port
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._stop: asyncio.Event | None = None
        self._ready = threading.Event()
        self._failure: Exception | None = None

    @property
    def url(self) -> str:
        """Where it listens."""
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"http://{host}:{self._port}"

    def start(self) -> Self:
        """Listen.

        Raises:
            EmulatorError: The port is taken, or the address is not this machine's.
        """
        self._emulator.start(background=True)
        self._thread = threading.Thread(target=self._run, name="emulator-http", daemon=True)
        self._thread.start()
        self._ready.wait()
        if self._failure is not None:
            self._thread.join()
            self._thread = None
            raise EmulatorError(f"cannot listen on {self.url}: {self._failure}")
        return self

    def stop(self) -> None:
        """Stop listening, and wait until it has."""
        thread, self._thread = self._thread, None
        if thread is not None and self._loop is not None and self._stop is not None:
            self._loop.call_soon_threadsafe(self._stop.set)
            thread.join()

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
        runner = web.ServerRunner(
            web.Server(self._handle, access_log=None, auto_decompress=False),
            handle_signals=False,
            shutdown_timeout=1.0,
        )
        await runner.setup()
        try:
            await web.TCPSite(runner, self._host, self._port).start()
        except Exception as failure:  # a port that is taken, a name that is none
            self._failure = failure
            self._stop.set()
        else:
            self._port = runner.addresses[0][1]
        finally:
            self._ready.set()
        await self._stop.wait()
        await runner.cleanup()

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        path, _, query = request.raw_path.partition("?")
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
        incoming = Incoming(request.method, path, query, _headers(request))
        if (stranger := control.foreign(incoming.headers, self._host)) is not None:
            return _response(stranger)
        incoming = evolve(incoming, body=await _body(request, control.LONGEST))
        loop = asyncio.get_running_loop()
        return _response(await loop.run_in_executor(None, self._emulator.exchange, incoming))

    async def _answered(
        self, request: web.BaseRequest, path: str, query: str
    ) -> web.StreamResponse:
        emulator = self._emulator
        foreseen = emulator.match(request.method, path)
        try:
            body = b"" if foreseen.dropped else await _body(request, desk.LONGEST)
        except BaseException:  # the sender went away, or the server stops
            emulator.forget(foreseen)
            raise
        incoming = Incoming(request.method, path, query, _headers(request), body)
        outgoing = emulator.exchange(incoming, foreseen)
        try:
            if outgoing.delay:
                await asyncio.sleep(outgoing.delay)
            if outgoing.fate == "drop":
                return _drop(request)
            if outgoing.fate == "cut":
                return await _cut(request, outgoing)
            return _response(outgoing)
        finally:
            emulator.release(outgoing)


def _headers(request: web.BaseRequest) -> dict[str, str]:
    return {name.lower(): value for name, value in request.headers.items()}


async def _body(request: web.BaseRequest, limit: int) -> bytes:
    """The body of a request, or the beginning of one that is longer than a limit.

    Raises:
        ConnectionError: The sender went away before it was whole.
    """
    body = bytearray()
    try:
        while len(body) <= limit and (part := await request.content.readany()):
            body += part
    except web.RequestPayloadError as incomplete:
        raise ConnectionResetError("the body did not come whole") from incomplete
    return bytes(body[: limit + 1])


def _response(outgoing: Outgoing) -> web.Response:
    return web.Response(status=outgoing.status, headers=outgoing.headers, body=outgoing.body)


def _drop(request: web.BaseRequest) -> web.StreamResponse:
    """Close the connection without an answer."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)


async def _cut(request: web.BaseRequest, outgoing: Outgoing) -> web.StreamResponse:
    """Send a part of the answer and close the connection."""
    response = web.StreamResponse(status=outgoing.status, headers=outgoing.headers)
    response.content_length = len(outgoing.body)
    await response.prepare(request)
    await response.write(outgoing.body[: outgoing.sent])
    if request.transport is not None:
        request.transport.close()
    return response
