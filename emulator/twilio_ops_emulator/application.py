"""Applications in this process: what the emulator asks goes to a WSGI application, without a socket."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from twilio_ops_runtime.http.messages import Request, Response, Send

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication


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
            "PATH_INFO": unquote(where.path, "latin-1"),
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
