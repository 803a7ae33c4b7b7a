"""Applications in this process: what the emulator asks goes to a WSGI or an ASGI application, without a socket."""

from __future__ import annotations

import asyncio
import io
import sys
import threading
from collections.abc import Awaitable, Callable, Coroutine, Iterable, MutableMapping
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from twilio_ops_runtime.http.messages import Request, Response, Send

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication


Message = MutableMapping[str, Any]
"""What an ASGI application and its server say to each other."""
ASGIApplication = Callable[
    [Message, Callable[[], Awaitable[Message]], Callable[[Message], Awaitable[None]]],
    Awaitable[None],
]
"""An application as ASGI 3 has it."""


def asgi(application: ASGIApplication) -> Send:
    """Return what carries requests to an ASGI application, for ``Emulator(send=…)``.

    The application runs in an event loop of its own, in a thread that all such applications share; it
    is told nothing of a beginning and an end (``lifespan``).

    Args:
        application: The application; FastAPI, Starlette and Quart make such ones. Every address of
            this machine, such as ``http://localhost/voice``, leads to it.
    """

    def send(request: Request, /) -> Response:
        where = urlsplit(request.url)
        fields = {"host": where.netloc, **{k.lower(): v for k, v in request.headers.items()}}
        body = request.body or b""
        fields.setdefault("content-length", str(len(body)))
        scope: Message = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "method": request.method,
            "scheme": where.scheme,
            "path": unquote(where.path) or "/",
            "raw_path": where.path.encode("latin-1") or b"/",
            "query_string": where.query.encode("latin-1"),
            "root_path": "",
            "headers": [(k.encode("latin-1"), v.encode("latin-1")) for k, v in fields.items()],
            "client": ("127.0.0.1", 0),
            "server": (where.hostname, where.port or (443 if where.scheme == "https" else 80)),
        }
        return asyncio.run_coroutine_threadsafe(
            _exchange(application, scope, body), _loop()
        ).result()

    return send


def _exchange(
    application: ASGIApplication, scope: Message, body: bytes
) -> Coroutine[Any, Any, Response]:
    said: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]
    heard: list[Message] = []

    async def receive() -> Message:
        return said.pop() if said else {"type": "http.disconnect"}

    async def answer(message: Message) -> None:
        heard.append(message)

    async def exchange() -> Response:
        await application(scope, receive, answer)
        starts = [message for message in heard if message["type"] == "http.response.start"]
        if not starts:
            raise RuntimeError("the application has not answered")
        headers = [(k.decode("latin-1"), v.decode("latin-1")) for k, v in starts[0]["headers"]]
        parts = (m.get("body", b"") for m in heard if m["type"] == "http.response.body")
        return Response(int(starts[0]["status"]), headers, b"".join(parts))

    return exchange()


@cache
def _loop() -> asyncio.AbstractEventLoop:
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="emulator-asgi", daemon=True).start()
    return loop


def wsgi(application: WSGIApplication) -> Send:
    """Return what carries requests to a WSGI application, for ``Emulator(send=…)``.

    Args:
        application: The application; Flask, Django and Bottle make such ones. Every address of
            this machine, such as ``http://localhost/voice``, leads to it.
    """

    def send(request: Request, /) -> Response:
        where = urlsplit(request.url)
        body = request.body or b""
        environ: dict[str, Any] = {
            "REQUEST_METHOD": request.method,
            "SCRIPT_NAME": "",
            "PATH_INFO": unquote(where.path, "latin-1") or "/",
            "QUERY_STRING": where.query,
            "SERVER_NAME": where.hostname or "localhost",
            "SERVER_PORT": str(where.port or (443 if where.scheme == "https" else 80)),
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": where.netloc,
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": where.scheme,
            "wsgi.input": io.BytesIO(body),
            "wsgi.errors": sys.stderr,
            "wsgi.multithread": True,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }
        for name, value in request.headers.items():
            key = name.upper().replace("-", "_")
            environ[key if key == "CONTENT_TYPE" else f"HTTP_{key}"] = value
        said: list[tuple[str, list[tuple[str, str]]]] = []
        written = io.BytesIO()

        def start_response(
            status: str, headers: list[tuple[str, str]], exc_info: object = None, /
        ) -> Callable[[bytes], object]:
            said.append((status, headers))
            return written.write

        chunks: Iterable[bytes] = application(environ, start_response)
        try:
            for chunk in chunks:
                written.write(chunk)
        finally:
            close = getattr(chunks, "close", None)
            if close is not None:
                close()
        status, headers = said[-1]
        return Response(int(status.split(" ", 1)[0]), headers, written.getvalue())

    return send
