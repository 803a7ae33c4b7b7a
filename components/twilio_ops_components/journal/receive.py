"""A receiver of status callbacks that carry the key of a journal's entry.

The service calls the address that a request named, and signs the call. A call that is signed and
carries the key of an entry proves that the entry was carried out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from twilio_ops_runtime import Request
from twilio_ops_runtime.webhooks import is_signed

__all__ = ["Receiver", "with_callback"]

PARAMETER = "StatusCallback"
KEY = "entry"
LONGEST = 1 << 16
"""The longest call that is taken, in bytes."""
_SID = re.compile("[A-Z]{2}[0-9a-f]{32}")


def with_callback(request: Request, key: str, url: str) -> Request:
    """Return a request whose status callback carries a key.

    Args:
        request: A request with a form.
        key: The key.
        url: Where the service is to call, if the request names no address of its own.
    """
    pairs = parse_qsl((request.body or b"").decode(), keep_blank_values=True)
    own = next((value for name, value in pairs if name == PARAMETER and value), url)
    address, hash_, fragment = own.partition("#")
    address += f"{'&' if '?' in address else '?'}{KEY}={quote(key, safe='')}{hash_}{fragment}"
    rest = [pair for pair in pairs if pair[0] != PARAMETER]
    body = urlencode([*rest, (PARAMETER, address)], quote_via=quote, safe="").encode()
    return request._replace(body=body)


class Receiver:
    """Takes status callbacks over HTTP; use it in a ``with`` statement or call ``serve``.

    Args:
        url: The address as the service calls it, without the key; behind a proxy, the public one.
        auth_token: The account's token, which signs.
        confirm: Is called with the key and the Sid of each call that is signed.
        host: Where to listen.
        port: The port; 0 = a free one.
    """

    def __init__(
        self,
        url: str,
        auth_token: str,
        confirm: Callable[[str, str], object],
        *,
        host: str = "127.0.0.1",
        port: int = 0,
    ) -> None:
        origin = urlsplit(url)

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            timeout = 30

            def do_POST(self) -> None:
                try:
                    size = int(self.headers.get("Content-Length", ""))
                except ValueError:
                    self._answer(411)
                    return
                if not 0 <= size <= LONGEST:
                    self._answer(413)
                    return
                body = self.rfile.read(size).decode("utf-8", "replace")
                form = parse_qsl(body, keep_blank_values=True)
                query = urlsplit(self.path).query
                called = f"{origin.scheme}://{origin.netloc}{self.path}"
                if not is_signed(auth_token, self.headers.get("X-Twilio-Signature"), called, form):
                    self._answer(403)
                    return
                key = dict(parse_qsl(query)).get(KEY)
                sid = next((v for n, v in form if n in _SIDS and _SID.fullmatch(v)), None)
                if key is not None and sid is not None:
                    confirm(key, sid)
                self._answer(204)

            def _answer(self, status: int) -> None:
                if status != 204:
                    self.close_connection = True
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                """Say nothing: what is called holds keys and numbers."""

        self._server = ThreadingHTTPServer((host, port), Handler)
        self.port: int = self._server.server_address[1]

    def serve(self) -> None:
        """Take calls until ``close``."""
        self._server.serve_forever(0.2)

    def close(self) -> None:
        """Take no more calls."""
        self._server.shutdown()
        self._server.server_close()


_SIDS = ("MessageSid", "CallSid", "SmsSid")
