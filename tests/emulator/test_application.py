"""Applications in this process are asked as servers ask them, field by field."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from typing import Any
from wsgiref.validate import validator

import pytest

from twilio_ops_emulator import asgi, wsgi
from twilio_ops_runtime.http.messages import Request

ADDRESSES = [
    ("http://localhost/a%20b?c=d%20e", "localhost", 80, "/a b", "/a%20b", "c=d%20e"),
    ("https://localhost:8443", "localhost:8443", 8443, "/", "/", ""),
    ("https://localhost/%C3%A9", "localhost", 443, "/\u00e9", "/%C3%A9", ""),
]


@pytest.mark.parametrize(("url", "host", "port", "path", "raw", "query"), ADDRESSES)
def test_what_an_asgi_application_is_asked(
    url: str, host: str, port: int, path: str, raw: str, query: str
) -> None:
    """A scope as ASGI 3 has it, one message with the body, and then that nothing more comes."""
    heard: list[Any] = []

    async def application(scope: Any, receive: Any, send: Any) -> None:
        heard.extend((scope, await receive(), await receive()))
        headers = [(b"X-Name", b"caf\xe9")]
        await send({"type": "http.response.start", "status": 201, "headers": headers})
        await send({"type": "http.response.body", "body": b"one ", "more_body": True})
        await send({"type": "http.response.body"})
        await send({"type": "http.response.debug", "body": b"no"})

    sent = Request("POST", url, {"X-Twilio-Signature": "caf\u00e9"}, b"To=1")
    answer = asgi(application)(sent)
    assert (answer.status, dict(answer.headers), answer.read()) == (
        201,
        {"x-name": "caf\u00e9"},
        b"one ",
    )
    assert heard[1:] == [
        {"type": "http.request", "body": b"To=1", "more_body": False},
        {"type": "http.disconnect"},
    ]
    assert heard[0] == {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": url.partition(":")[0],
        "path": path,
        "raw_path": raw.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [
            (b"host", host.encode()),
            (b"x-twilio-signature", b"caf\xe9"),
            (b"content-length", b"4"),
        ],
        "client": ("127.0.0.1", 0),
        "server": ("localhost", port),
    }


def test_an_asgi_application_that_does_not_answer() -> None:
    """Is a mistake, and no empty answer; a length that is said is left as it is."""
    seen: list[Any] = []

    async def application(scope: Any, receive: Any, send: Any) -> None:
        seen.append(dict(scope["headers"])[b"content-length"])

    with pytest.raises(RuntimeError, match=r"^the application has not answered$"):
        asgi(application)(Request("GET", "http://localhost/", {"Content-Length": "00"}))
    assert seen == [b"00"]


@pytest.mark.parametrize(("url", "host", "port", "path", "raw", "query"), ADDRESSES)
def test_what_a_wsgi_application_is_asked(
    url: str, host: str, port: int, path: str, raw: str, query: str
) -> None:
    """An environment as WSGI has it; what is written comes before what is returned, which is closed."""
    heard: dict[str, Any] = {}
    closed: list[bool] = []

    class Body:
        def __iter__(self) -> Iterator[bytes]:
            yield b"two "
            yield b"three"

        def close(self) -> None:
            closed.append(True)

    def application(environ: Any, start_response: Any) -> Any:
        heard.update(environ, read=environ["wsgi.input"].read())
        start_response("500 Oops", [])
        start_response("202 All Right", [("X-Name", "caf\u00e9")], None)(b"one ")
        return Body()

    headers = {"Content-Type": "text/plain", "X-Twilio-Signature": "s"}
    answer = wsgi(application)(Request("POST", url, headers, b"To=1"))
    assert (answer.status, dict(answer.headers), answer.read()) == (
        202,
        {"x-name": "caf\u00e9"},
        b"one two three",
    )
    assert closed == [True]
    assert isinstance(heard.pop("wsgi.input"), io.BytesIO)
    assert heard == {
        "REQUEST_METHOD": "POST",
        "SCRIPT_NAME": "",
        "PATH_INFO": path.encode().decode("latin-1"),
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": str(port),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": host,
        "CONTENT_LENGTH": "4",
        "CONTENT_TYPE": "text/plain",
        "HTTP_X_TWILIO_SIGNATURE": "s",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": url.partition(":")[0],
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
        "read": b"To=1",
    }


def test_a_wsgi_application_finds_all_that_the_standard_asks_for() -> None:
    """The checker of the standard library has nothing to say, with a body and without."""

    def application(environ: Any, start_response: Any) -> list[bytes]:
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"])) or b"none"]

    send = wsgi(validator(application))
    assert send(Request("POST", "http://localhost/x", {}, b"body")).read() == b"body"
    assert send(Request("GET", "http://localhost")).read() == b"none"
