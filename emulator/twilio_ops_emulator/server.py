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

from twilio_ops_emulator.emulator import Emulator
from twilio_ops_emulator.errors import EmulatorError
from twilio_ops_emulator.wire import Incoming, Outgoing

_log = logging.getLogger("twilio_ops_emulator")


class Server:
    """An emulator that listens on this machine, in a thread of its own.

    ``with Server(emulator) as server: server.url``. Stopping it does not close the emulator.

    Args:
        emulator: What answers.
        host: The address to listen on.
        port: The port; 0 = one that is free.
    """

    def __init__(self, emulator: Emulator, host: str = "127.0.0.1", port: int = 0) -> None:
        self._emulator = emulator
        self._host = host
        self._port = port
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._stop: asyncio.Event | None = None
        self._ready = threading.Event()
        self._failure: OSError | None = None

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
            raise EmulatorError(f"cannot listen on {self.url}: {self._failure}")
        return self

    def stop(self) -> None:
        """Stop listening, and wait until it has."""
        if self._loop is not None and self._stop is not None:
            self._loop.call_soon_threadsafe(self._stop.set)
        if self._thread is not None:
            self._thread.join()

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
            web.Server(self._handle, access_log=None), handle_signals=False, shutdown_timeout=1.0
        )
        await runner.setup()
        try:
            await web.TCPSite(runner, self._host, self._port).start()
        except OSError as failure:
            self._failure = failure
            self._stop.set()
        else:
            self._port = runner.addresses[0][1]
        finally:
            self._ready.set()
        await self._stop.wait()
        await runner.cleanup()

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        emulator = self._emulator
        path, _, query = request.raw_path.partition("?")
        if emulator.controls(path):
            incoming = await _incoming(request, path, query)
            loop = asyncio.get_running_loop()
            return _response(await loop.run_in_executor(None, emulator.exchange, incoming))
        foreseen = emulator.foresee(request.method, path)
        if foreseen.dropped:
            emulator.release(emulator.exchange(Incoming(request.method, path, query), foreseen))
            return _drop(request)
        try:
            incoming = await _incoming(request, path, query)
        except BaseException:  # too large, or the sender went away
            emulator.forget(foreseen)
            raise
        try:
            outgoing = emulator.exchange(incoming, foreseen)
        except Exception:
            _log.exception("%s %s could not be answered", request.method, path)
            return _response(emulator.failed(foreseen))
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


async def _incoming(request: web.BaseRequest, path: str, query: str) -> Incoming:
    body = await request.read() if request.can_read_body else b""
    headers = {name.lower(): value for name, value in request.headers.items()}
    return Incoming(request.method, path, query, headers, body)


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
