"""A receiver of status callbacks that carry the key of a journal's entry.

The service calls the address that a request named, and signs the call. A call that is signed and
carries the key of an entry proves that the entry was carried out.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, quote, urlsplit

from twilio_ops_components.journal.states import pairs_of, with_values
from twilio_ops_runtime import Request, is_sid
from twilio_ops_runtime.webhooks import is_signed

__all__ = ["Receiver", "with_callback"]

KEY = "entry"
LONGEST = 1 << 16
"""The longest call that is taken, in bytes."""


def with_callback(request: Request, key: str, url: str, parameter: str) -> Request:
    """Return a request whose status callback carries a key.

    Args:
        request: A request with a form.
        key: The key.
        url: Where the service is to call, if the request names no address of its own.
        parameter: The parameter that names the address.
    """
    own = next((value for name, value in pairs_of(request) if name == parameter and value), url)
    address, hash_, fragment = own.partition("#")
    address += f"{'&' if '?' in address else '?'}{KEY}={quote(key, safe='')}{hash_}{fragment}"
    return with_values(request, {parameter: address})


class Receiver(AbstractContextManager["Receiver"]):
    """Takes status callbacks over HTTP, in threads of its own, until it is closed.

    Args:
        url: The address as the service calls it, without the key; behind a proxy, the public one.
        auth_token: The account's token, which signs.
        object_name: The object that is told of: ``Message`` is told of by its ``MessageSid``.
        confirm: Is called with the key and the Sid of each call that is signed, one at a time.
        host: Where to listen.
        port: The port; 0 = a free one.

    Attributes:
        port: The port that it listens on.

    Raises:
        OSError: It cannot listen there.
    """

    def __init__(
        self,
        url: str,
        auth_token: str,
        object_name: str,
        confirm: Callable[[str, str], object],
        *,
        host: str = "127.0.0.1",
        port: int = 0,
    ) -> None:
        base = url.partition("?")[0]
        lock = threading.Lock()

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            timeout = 30

            def do_POST(self) -> None:
                length = self.headers.get("Content-Length", "")
                if not length.isdecimal() or int(length) > LONGEST:
                    self._answer(413)
                    return
                body = self.rfile.read(int(length)).decode("utf-8", "replace")
                form = parse_qsl(body, keep_blank_values=True)
                query = urlsplit(self.path).query
                called = f"{base}?{query}" if query else base
                if not is_signed(auth_token, self.headers.get("X-Twilio-Signature"), called, form):
                    self._answer(403)
                    return
                key = dict(parse_qsl(query)).get(KEY)
                sid = dict(form).get(f"{object_name}Sid", "")
                if key is not None and is_sid(sid):
                    with lock:
                        confirm(key, sid)
                self._answer(204)

            def _answer(self, status: int) -> None:
                if status != 204:
                    self.close_connection = True
                self.send_response(status)
                if status != 204:
                    self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, format: str, *args: Any) -> None:
                """Say nothing: what is called holds keys and numbers."""

        self._server = ThreadingHTTPServer((host, port), Handler)
        self._server.daemon_threads = True
        self.port: int = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.1,), daemon=True)
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Take no more calls."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
