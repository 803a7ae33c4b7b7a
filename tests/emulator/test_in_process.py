"""What goes to applications and comes from Twilio's library within this process, field by field."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from typing import Any
from unittest.mock import Mock
from wsgiref.validate import validator

import pytest

from twilio_ops_emulator import Emulator, EmulatorError, asgi, wsgi
from twilio_ops_emulator.helper_library import client
from twilio_ops_runtime.http.messages import Request, Response, Timeout

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


def carried(**more: Any) -> Request:
    """What becomes of a request of Twilio's library."""
    pytest.importorskip("twilio")
    emulator = Mock()
    emulator.handle.return_value = Response(299, {"X-Name": "value"}, "caf\u00e9".encode())
    library = client(emulator, "AC1", "token")
    answer = library.http_client.request("post", "https://host/path", **more)
    assert (answer.status_code, answer.text, answer.headers) == (
        299,
        "caf\u00e9",
        {"x-name": "value"},
    )
    (request,) = emulator.handle.call_args.args
    assert (library.username, library.password, request.method) == ("AC1", "token", "POST")
    found: Request = request
    return found


FORM = {"Content-Type": "application/x-www-form-urlencoded"}
JSON = {"Content-Type": "application/json"}
BODIES: list[tuple[dict[str, str], Any, dict[str, str], bytes | None]] = [
    ({}, None, {}, None),
    ({}, {"A": "x y", "B": ["1", 2], "C": None, "D": True, "E": (False,)}, FORM, b"A=x%20y&B=1&B=2&D=true&E=false"),
    ({}, {}, FORM, b""),
    (JSON, {"a": [None, True]}, JSON, b'{"a": [null, true]}'),
    (FORM, "caf\u00e9", FORM, "caf\u00e9".encode()),
    ({}, b"\xff", {}, b"\xff"),
]  # fmt: skip


@pytest.mark.parametrize(("headers", "data", "expected", "body"), BODIES)
def test_a_body_of_the_library(
    headers: dict[str, str], data: Any, expected: dict[str, str], body: bytes | None
) -> None:
    """A form, or JSON where that is said; texts and bytes go as they are; the headers stay the caller's."""
    given = dict(headers)
    request = carried(data=data, headers=given)
    assert (request.url, dict(request.headers), request.body, request.timeout, given) == (
        "https://host/path",
        expected,
        body,
        None,
        headers,
    )


def test_the_query_the_credentials_and_the_patience_of_the_library() -> None:
    """Behind what the address has already; an empty query adds nothing."""
    request = carried(params={"A": "x y", "B": None}, auth=("AC1", "caf\u00e9"), timeout=3.5)
    assert request.url == "https://host/path?A=x%20y"
    assert request.headers == {"Authorization": "Basic QUMxOmNhZsOp"}
    assert request.timeout == Timeout(3.5, 3.5)
    assert carried(params={"A": None}).url == "https://host/path"


def test_the_next_page_of_the_library_has_a_query_already() -> None:
    """What is asked besides goes behind it."""
    pytest.importorskip("twilio")
    emulator = Mock()
    emulator.handle.return_value = Response(200, {}, b"")
    client(emulator, "AC1", "t").http_client.request("GET", "https://h/p?a=1", params={"b": 2})
    assert emulator.handle.call_args.args[0].url == "https://h/p?a=1&b=2"


def test_without_the_library_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """And what to install."""
    monkeypatch.setitem(sys.modules, "twilio.http", None)
    with pytest.raises(EmulatorError, match=r"^Twilio's library is not installed: pip install twilio$"):  # fmt: skip
        Emulator().client()
