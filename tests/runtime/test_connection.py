"""A connection: its settings, its addresses, its secrets, and the requests it sends."""

from __future__ import annotations

import base64
import copy
import html
import io
import json
import logging
import pickle
import socket
import ssl
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote, unquote

import pytest
import trustme
from acme_ops.api.parcel import CreateParcel, DeleteParcel, GetParcel, QueryParcel
from in_memory import ACCOUNT, PARCEL, Service

from tests.runtime.faulty_server import (
    Exchange,
    FaultyServer,
    Step,
    answer,
    close_after_reading,
    close_before_reading,
    drip,
    flood,
    greet,
    hang,
    http,
    reset_after_reading,
    say,
)
from twilio_ops import Connection
from twilio_ops_runtime import Diagnosis, HealthCheck, Status
from twilio_ops_runtime.errors import (
    AccountInactive,
    AuthenticationError,
    CannotConnect,
    CannotResolve,
    ConfigurationError,
    ConnectionDropped,
    ConnectTimeout,
    ForeignAddress,
    MalformedAnswer,
    NotFoundError,
    OperationError,
    OutcomeUnknown,
    RateLimitError,
    ReadTimeout,
    RedirectRefused,
    TlsError,
    TransportError,
    UnconfirmedServerError,
)
from twilio_ops_runtime.http.messages import Request, Response, Send, Timeout
from twilio_ops_runtime.http.redact import Secret
from twilio_ops_runtime.retry import Retry, RetryClock
from twilio_ops_runtime.version import __version__

SID = "AC" + "0123456789abcdef" * 2
KEY = "SK" + "0123456789abcdef" * 2
TOKEN = "planted-token-5a7c"
PROXY_PASSWORD = "planted-proxy-91d2"
BASIC = base64.b64encode(f"{SID}:{TOKEN}".encode()).decode()
API = "https://api.twilio.com"
QUICK = Timeout(connect=2, read=0.1, total=0.15)
FORM = {"Content-Type": "application/x-www-form-urlencoded"}

Fake = Callable[[Request], Response]


class Waits:
    """A clock that records instead of waiting."""

    def __init__(self, then: Callable[[], object] = lambda: None) -> None:
        self.seconds: list[float] = []
        self.then = then
        self.clock = RetryClock(sleep=self.sleep, random=lambda: 0.0)

    def sleep(self, seconds: float) -> None:
        self.seconds.append(seconds)
        self.then()


def faked(send: Fake, **settings: Any) -> Connection:
    return Connection(SID, TOKEN, send=send, **settings)


def to(server: FaultyServer, **settings: Any) -> Connection:
    settings = {"clock": Waits().clock, "base_url": server.url, **settings}
    return Connection(SID, TOKEN, **settings)


def hurried(attempts: int) -> Callable[[Send], Send]:
    """Let the first attempts wait for an answer for no more than a moment."""
    left = attempts

    def wrap(send: Send) -> Send:
        def attempt(request: Request, /) -> Response:
            nonlocal left
            left -= 1
            return send(request if left < 0 else request._replace(timeout=QUICK))

        return attempt

    return wrap


def get(connection: Connection, path: str = "/Things.json?Phone=1") -> Request:
    return Request("GET", connection.url_for(API, path))


def post(connection: Connection, body: bytes = b"To=%2B1&Password=hush") -> Request:
    return Request("POST", connection.url_for(API, "/Things.json"), FORM, body)


# Settings


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"account_sid": "AC123"}, "account_sid is AC and 32 hexadecimal digits; 5 characters"),
        ({"account_sid": KEY}, "account_sid is AC"),
        ({"account_sid": TOKEN}, "account_sid is AC"),
        ({"auth_token": ""}, "is empty"),
        ({"auth_token": f" {TOKEN}"}, "spaces around it"),
        ({"auth_token": f"{TOKEN}\r\nX-Evil: 1"}, "spaces around it"),
        ({"auth_token": None}, "give an auth_token, or an api_key with its api_secret"),
        ({"api_key": KEY, "api_secret": "x"}, "not both"),
        ({"auth_token": None, "api_key": KEY}, "give an auth_token"),
        ({"auth_token": None, "api_secret": TOKEN}, "give an auth_token"),
        ({"auth_token": None, "api_key": SID, "api_secret": TOKEN}, "api_key is SK"),
        ({"auth_token": None, "api_key": TOKEN, "api_secret": TOKEN}, "api_key is SK"),
        ({"region": "US1"}, "region is one lower-case word"),
        ({"region": "us1/evil"}, "region is one lower-case word"),
        ({"edge": "evil.com"}, "edge is one lower-case word"),
        ({"edge": ""}, "edge is one lower-case word"),
        ({"base_url": "ftp://127.0.0.1"}, "http or https"),
        ({"base_url": "127.0.0.1:80"}, "http or https"),
        ({"base_url": "http://[1"}, "http or https"),
        ({"base_url": "http://127.0.0.1:x"}, "http or https"),
        ({"base_url": "https://example.com/?a=b"}, "without query"),
        ({"base_url": "https://example.com/#a"}, "without query or fragment"),
        ({"base_url": "https://:443"}, "http or https"),
        ({"base_url": f"https://user:{TOKEN}@example.com"}, "no credentials in it"),
        ({"base_url": "http://example.com"}, "in the clear to example.com"),
        ({"base_url": "http://127.0.0.1.example.com"}, "in the clear"),
        ({"max_answer": 0}, r"at least 1\b"),
        ({"pool_size": 0}, r"at least 1\b"),
        ({"pool_size": 0, "proxies": {"https": f"http://u:{PROXY_PASSWORD}@h"}}, r"at least 1\b"),
        ({"account_sid": None}, "account_sid is text, not None"),
        ({"auth_token": TOKEN.encode()}, "auth_token is text, not bytes"),
        ({"auth_token": [TOKEN]}, "auth_token is text, not list"),
        ({"auth_token": None, "api_key": KEY.encode(), "api_secret": TOKEN}, "api_key is text"),
        ({"auth_token": None, "api_key": KEY, "api_secret": 5}, "api_secret is text, not int"),
        ({"region": 1}, "region is text, not int"),
        ({"base_url": 5}, "base_url is text, not int"),
        ({"proxies": f"http://u:{PROXY_PASSWORD}@h"}, "proxies are addresses by scheme"),
        ({"proxies": {"https": 5}}, "an address of proxies is text, not int"),
        ({"timeout": 5}, "timeout takes a Timeout, not 5"),
        ({"retry": 3}, "retry takes a Retry, not 3"),
        ({"clock": None}, "clock takes a RetryClock, not None"),
        ({"send": "requests"}, "send takes what can be called, or None, not str"),
        ({"max_answer": "5"}, "max_answer takes a whole number of at least 1, not str"),
        ({"pool_size": True}, "pool_size takes a whole number of at least 1, not True"),
        (
            {"ca_bundle": "/missing.pem", "proxies": {"https": f"http://u:{PROXY_PASSWORD}@h"}},
            "no certificate bundle",
        ),
    ],
)
def test_settings_that_cannot_work_are_refused(settings: dict[str, Any], words: str) -> None:
    """At once, with a reason, and without showing what may be a secret in the wrong place."""
    with pytest.raises(ConfigurationError, match=words) as caught:
        Connection(**{"account_sid": SID, "auth_token": TOKEN, **settings})

    assert_no_secret(caught.value, skip_frames=1)


@pytest.mark.parametrize(
    "base_url", ["http://127.0.0.1:1", "http://localhost", "http://[::1]:1", "https://example.com"]
)
def test_plain_http_is_for_this_machine(base_url: str) -> None:
    connection = Connection(SID, TOKEN, base_url=base_url + "/")

    assert connection.url_for(API, "/x") == f"{base_url}/x"


def test_plain_http_elsewhere_must_be_asked_for() -> None:
    connection = Connection(SID, TOKEN, base_url="http://gate.example.com/t", allow_insecure=True)

    assert connection.url_for(API, "/x") == "http://gate.example.com/t/x"


@pytest.mark.parametrize(
    ("region", "edge", "host", "expected"),
    [
        (None, None, API, "https://api.twilio.com"),
        (None, None, "api.twilio.com", "https://api.twilio.com"),
        ("ie1", "dublin", API, "https://api.dublin.ie1.twilio.com"),
        ("ie1", "dublin", "verify.twilio.com", "https://verify.dublin.ie1.twilio.com"),
        ("ie1", None, API, "https://api.ie1.twilio.com"),
        (None, "dublin", API, "https://api.dublin.us1.twilio.com"),
        (None, None, "api.ie1.twilio.com", "https://api.ie1.twilio.com"),
        (None, "dublin", "api.ie1.twilio.com", "https://api.dublin.ie1.twilio.com"),
        ("au1", None, "api.dublin.ie1.twilio.com", "https://api.dublin.au1.twilio.com"),
    ],
)
def test_region_and_edge_make_the_host(
    region: str | None, edge: str | None, host: str, expected: str
) -> None:
    connection = Connection(SID, TOKEN, region=region, edge=edge)

    assert connection.url_for(host, "/2010/x.json?A=1") == f"{expected}/2010/x.json?A=1"


@pytest.mark.parametrize(
    ("host", "path"),
    [
        (API, "x"),
        (API, ""),
        (API, "@evil.com/"),
        ("evil", "/"),
        ("evil.com/", "x"),
        ("api.twilio.com@evil.com", "/"),
        ("api.twilio.com:1", "/"),
        ("http://api.twilio.com", "/"),
        ("", "/"),
    ],
)
def test_no_address_is_made_of_what_is_none(host: str, path: str) -> None:
    with pytest.raises(ConfigurationError):
        Connection(SID, TOKEN).url_for(host, path)


@pytest.mark.parametrize(
    ("environment", "by", "host"),
    [
        ({"TWILIO_AUTH_TOKEN": TOKEN}, f"{SID}:{TOKEN}", "api.twilio.com"),
        ({"TWILIO_API_KEY": KEY, "TWILIO_API_SECRET": "s"}, f"{KEY}:s", "api.twilio.com"),
        (
            {"TWILIO_API_KEY": KEY, "TWILIO_API_SECRET": "s", "TWILIO_AUTH_TOKEN": TOKEN},
            f"{KEY}:s",
            "api.twilio.com",
        ),
        (
            {"TWILIO_AUTH_TOKEN": TOKEN, "TWILIO_REGION": "ie1", "TWILIO_EDGE": "dublin"},
            f"{SID}:{TOKEN}",
            "api.dublin.ie1.twilio.com",
        ),
        (
            {"TWILIO_AUTH_TOKEN": TOKEN, "TWILIO_API_KEY": "", "TWILIO_REGION": ""},
            f"{SID}:{TOKEN}",
            "api.twilio.com",
        ),
    ],
)
def test_the_environment_describes_a_connection(
    environment: dict[str, str], by: str, host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_environment(monkeypatch, TWILIO_ACCOUNT_SID=SID, **environment)
    seen: list[Request] = []

    def send(request: Request) -> Response:
        seen.append(request)
        return Response(200)

    connection = Connection.from_env(send=send)
    connection.send(get(connection))

    assert connection.account_sid == SID
    assert seen[0].url == f"https://{host}/Things.json?Phone=1"
    scheme, _, credentials = seen[0].headers["Authorization"].partition(" ")
    assert (scheme, base64.b64decode(credentials).decode()) == ("Basic", by)


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({}, "TWILIO_ACCOUNT_SID is not set"),
        ({"TWILIO_AUTH_TOKEN": TOKEN}, "TWILIO_ACCOUNT_SID is not set"),
        ({"TWILIO_ACCOUNT_SID": SID}, "neither TWILIO_AUTH_TOKEN nor TWILIO_API_KEY"),
        (
            {"TWILIO_ACCOUNT_SID": SID, "TWILIO_AUTH_TOKEN": TOKEN, "TWILIO_API_KEY": KEY},
            "belong together",
        ),
        (
            {"TWILIO_ACCOUNT_SID": SID, "TWILIO_API_SECRET": TOKEN},
            "belong together",
        ),
        ({"TWILIO_ACCOUNT_SID": TOKEN, "TWILIO_AUTH_TOKEN": TOKEN}, "account_sid is AC"),
    ],
)
def test_an_environment_that_cannot_work_is_refused(
    environment: dict[str, str], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_environment(monkeypatch, **environment)
    with pytest.raises(ConfigurationError, match=words) as caught:
        Connection.from_env()

    assert_no_secret(caught.value, skip_frames=1)


def test_arguments_beside_the_environment_are_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    set_environment(monkeypatch, TWILIO_ACCOUNT_SID=SID, TWILIO_AUTH_TOKEN=TOKEN)
    with pytest.raises(ConfigurationError) as caught:
        Connection.from_env(pool_size=0, proxies={"https": f"http://u:{PROXY_PASSWORD}@h"})

    assert_no_secret(caught.value)


def test_arguments_go_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    set_environment(
        monkeypatch, TWILIO_ACCOUNT_SID=SID, TWILIO_AUTH_TOKEN=TOKEN, TWILIO_REGION="ie1"
    )

    assert Connection.from_env(region="au1").url_for(API, "/") == "https://api.au1.twilio.com/"


def set_environment(monkeypatch: pytest.MonkeyPatch, **variables: str) -> None:
    names = ("ACCOUNT_SID", "AUTH_TOKEN", "API_KEY", "API_SECRET", "REGION", "EDGE")
    for name in names:
        monkeypatch.delenv(f"TWILIO_{name}", raising=False)
    for variable, value in variables.items():
        monkeypatch.setenv(variable, value)


# Addresses that answers give


@pytest.mark.parametrize(
    ("settings", "uri", "expected"),
    [
        ({}, "/2010/x.json?Page=1", "https://api.twilio.com/2010/x.json?Page=1"),
        ({}, "https://api.twilio.com/v1?Page=1", "https://api.twilio.com/v1?Page=1"),
        (
            {"region": "ie1", "edge": "dublin"},
            "https://api.twilio.com/v1?Page=1",
            "https://api.dublin.ie1.twilio.com/v1?Page=1",
        ),
        (
            {"region": "ie1", "edge": "dublin"},
            "https://api.dublin.ie1.twilio.com/v1",
            "https://api.dublin.ie1.twilio.com/v1",
        ),
        ({"base_url": "http://127.0.0.1:8/t"}, "/v1", "http://127.0.0.1:8/t/v1"),
        (
            {"base_url": "http://127.0.0.1:8/t"},
            "http://127.0.0.1:8/t/v1",
            "http://127.0.0.1:8/t/v1",
        ),
        ({"base_url": "http://127.0.0.1:8"}, "https://api.twilio.com/v1", "http://127.0.0.1:8/v1"),
    ],
)
def test_a_next_page_is_of_the_connection(
    settings: dict[str, Any], uri: str, expected: str
) -> None:
    connection = Connection(SID, TOKEN, **settings)

    assert connection.next_url(uri, API) == expected


@pytest.mark.parametrize(
    "uri",
    [
        "",
        "//evil.com/x",
        "/\\evil.com/x",
        "x.json",
        "?Page=1",
        "https://evil.com/x",
        "https://api.twilio.com",
        "https://api.twilio.com.evil.com/x",
        "https://api.twilio.com@evil.com/x",
        "https://api.twilio.com:8443/x",
        "http://api.twilio.com/x",
        "https://conversations.twilio.com/x",
        "ftp://api.twilio.com/x",
        "file:///etc/passwd",
        "/x\r\nX-Evil: 1",
        "/x y",
        "/x\u202e",
        " https://api.twilio.com/x",
    ],
)
def test_an_address_elsewhere_is_refused(uri: str) -> None:
    connection = Connection(SID, TOKEN)

    with pytest.raises(ForeignAddress, match=r"not of api\.twilio\.com"):
        connection.next_url(uri, API)


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.com/",
        "https://api.twilio.com.evil.com/",
        "https://api.twilio.com@evil.com/",
        "http://api.twilio.com/",
        "https://verify.twilio.com/",
        "https://api.twilio.com",
        "/x",
    ],
)
def test_credentials_go_only_where_the_connection_leads(url: str) -> None:
    """The last line of defence, whatever is above."""
    seen: list[Request] = []

    def send(request: Request) -> Response:
        seen.append(request)
        return Response(200)

    connection = faked(send)
    connection.url_for(API, "/")
    with pytest.raises(ForeignAddress):
        connection.send(Request("GET", url))

    assert seen == []


def test_a_redirect_is_refused_and_goes_nowhere() -> None:
    with (
        FaultyServer() as elsewhere,
        FaultyServer(answer(307, headers=[("Location", f"{elsewhere.url}/x")])) as server,
        to(server) as connection,
    ):
        with pytest.raises(RedirectRefused, match="redirects are not followed"):
            connection.send(post(connection))

        assert (len(server.arrived), elsewhere.connections) == (1, 0)


def test_a_redirect_that_means_success_is_an_answer_and_goes_nowhere() -> None:
    """The service says where something is; who asked is told, and decides."""
    with (
        FaultyServer() as elsewhere,
        FaultyServer(answer(307, headers=[("Location", f"{elsewhere.url}/x")])) as server,
        to(server) as connection,
    ):
        reply = connection.send(post(connection), (307,))

        assert (reply.status, reply.headers["Location"]) == (307, f"{elsewhere.url}/x")
        assert (len(server.arrived), elsewhere.connections) == (1, 0)


# Requests


def test_credentials_travel_as_basic_authentication() -> None:
    with FaultyServer() as server, to(server) as connection:
        reply = connection.send(post(connection))

        assert (reply.status, reply.read(), reply.attempts) == (200, b"{}", 1)
        [arrived] = server.arrived
        assert arrived.headers["authorization"] == f"Basic {BASIC}"
        assert arrived.headers["user-agent"] == f"twilio-ops/{__version__}"
        assert arrived.body == b"To=%2B1&Password=hush"


def test_any_status_is_an_answer() -> None:
    with FaultyServer(answer(404, b'{"code": 20404}')) as server, to(server) as connection:
        assert connection.send(get(connection)).status == 404


def test_an_answer_beyond_the_limit_is_refused() -> None:
    with FaultyServer(flood(200)) as server, to(server, max_answer=1 << 20) as connection:
        with pytest.raises(TransportError, match="longer than 1048576 bytes"):
            connection.send(get(connection))

        assert server.flooded < 50
        assert len(server.arrived) == 1


def test_a_closed_connection_says_so() -> None:
    with FaultyServer() as server:
        with to(server) as connection:
            connection.send(get(connection))
        connection.close()
        with pytest.raises(ConfigurationError, match="is closed"):
            connection.send(get(connection))

        assert connection.test().verdict is Status.MISCONFIGURED
    without_sockets = faked(lambda _: Response(200))
    without_sockets.close()
    with pytest.raises(ConfigurationError, match="is closed"):
        without_sockets.send(get(without_sockets))


def test_attempts_pass_through_what_is_put_before_them(service: Service) -> None:
    """Each attempt passes, and the connection that it was made of is as it was."""
    service.connection = Connection(
        ACCOUNT, TOKEN, send=service, clock=RetryClock(sleep=lambda seconds: None)
    )
    service.json({"code": 20429}, 429).json({"sid": PARCEL})
    seen: list[int] = []

    def wrap(send: Send) -> Send:
        def attempt(request: Request, /) -> Response:
            reply = send(request)
            seen.append(reply.status)
            return reply

        return attempt

    watched = service.connection.through(wrap)
    assert watched.account_sid == ACCOUNT
    assert GetParcel(watched)(PARCEL).sid == PARCEL
    assert seen == [429, 200]
    GetParcel(service.connection)(PARCEL)
    assert seen == [429, 200]
    assert len(service.requests) == 3


def test_threads_share_a_connection() -> None:
    def echo(exchange: Exchange) -> bool:
        assert exchange.request is not None
        exchange.socket.sendall(http(body=exchange.request.target.encode()))
        return True

    with FaultyServer(echo) as server, to(server) as connection:
        wrong: list[str] = []

        def work(name: int) -> None:
            for turn in range(15):
                path = f"/{name}/{turn}"
                if connection.send(get(connection, path)).read() != path.encode():
                    wrong.append(path)

        threads = [threading.Thread(target=work, args=(name,)) for name in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert wrong == []
        assert len(server.arrived) == 180
        assert server.connections <= 12


# Repetition, counted by the server


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_a_refused_connection_is_tried_again(method: str) -> None:
    """A server that begins to listen during the second wait."""
    server = FaultyServer(listen=False)

    def start() -> None:
        if len(waits.seconds) == 2:
            server.start_listening()

    waits = Waits(start)
    with server, to(server, clock=waits.clock) as connection:
        reply = connection.send(Request(method, connection.url_for(API, "/x"), FORM, b"A=b"))

        assert (reply.attempts, len(server.arrived)) == (3, 1)


@pytest.mark.parametrize("headers", [[], [("Retry-After", "7")]])
@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_429_is_tried_again(method: str, headers: list[tuple[str, str]]) -> None:
    waits = Waits()
    busy = answer(429, headers=headers)
    with (
        FaultyServer(busy, busy, busy, answer(201)) as server,
        to(server, clock=waits.clock) as connection,
    ):
        reply = connection.send(Request(method, connection.url_for(API, "/x"), FORM, b"A=b"))

        assert (reply.status, reply.attempts, len(server.arrived)) == (201, 4, 4)
        assert [arrived.body for arrived in server.arrived] == [b"A=b"] * 4
    assert waits.seconds == [7.0 if headers else 0.0] * 3


LOSSES = {
    "closes after reading": close_after_reading,
    "resets after reading": reset_after_reading,
    "says nothing": hang,
    "answers half": say(http(body=b'{"half', length=100)),
    "is not HTTP": say(b"SSH-2.0\r\n\r\n"),
    "drips": drip(http(body=b"", length=1000), b"x"),
    "floods": flood(4),
}


@pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH"])
def test_what_may_have_arrived_is_sent_once(method: str, loss: Step) -> None:
    with (
        FaultyServer(loss, answer(201)) as server,
        to(server, max_answer=1 << 20, timeout=QUICK) as connection,
    ):
        request = post(connection)._replace(method=method)
        with pytest.raises(OutcomeUnknown) as caught:
            connection.send(request)

        assert len(server.arrived) == 1
    error = caught.value
    assert (error.method, error.path) == (method, "/Things.json")
    assert error.parameters == (("To", "+1"), ("Password", "***"))
    assert error.sent_at is not None
    assert "It may have been carried out and was not repeated" in str(error)
    assert "To='+1', Password='***'" in str(error)
    assert "hush" not in str(error)


@pytest.mark.parametrize("loss", list(LOSSES.values())[:4], ids=list(LOSSES)[:4])
@pytest.mark.parametrize("method", ["GET", "DELETE"])
def test_what_is_harmless_twice_is_sent_again(method: str, loss: Step) -> None:
    with FaultyServer(loss, loss, answer(200)) as server, to(server) as connection:
        request = Request(method, connection.url_for(API, "/x"))
        reply = connection.through(hurried(2)).send(request)

        assert (reply.status, reply.attempts, len(server.arrived)) == (200, 3, 3)
        assert reply.after_unknown


def test_a_post_lost_before_anything_was_read_arrives_at_most_once() -> None:
    """Whether its body had left is the wind's to say; it is never there twice."""
    for _ in range(20):
        with FaultyServer(close_before_reading, answer(201)) as server, to(server) as connection:
            try:
                connection.send(post(connection))
            except OutcomeUnknown:
                assert server.arrived == []
            else:
                assert len(server.arrived) == 1


@pytest.mark.parametrize("committed", [False, True], ids=["before commit", "after commit"])
@pytest.mark.parametrize("status", [500, 503])
def test_a_post_that_fails_at_the_service_is_sent_once(status: int, committed: bool) -> None:
    """It looks the same before and after the work was done, so it must not be repeated."""
    done: list[bytes] = []

    def fail(exchange: Exchange) -> bool:
        if committed and exchange.request is not None:
            done.append(exchange.request.body)
        exchange.socket.sendall(http(status, b'{"code": 20500}'))
        return True

    with FaultyServer(fail) as server, to(server) as connection:
        request = post(connection)
        reply = connection.send(request)
        error = connection.error(request, reply, code=20500, message="Internal")

        assert len(server.arrived) == 1
        assert len(done) == committed
    assert isinstance(error, UnconfirmedServerError)
    assert error.parameters == (("To", "+1"), ("Password", "***"))


@pytest.mark.parametrize("method", ["GET", "DELETE"])
def test_what_is_harmless_twice_is_sent_again_after_a_failure(method: str) -> None:
    with FaultyServer(answer(500), answer(503), answer(200)) as server, to(server) as connection:
        reply = connection.send(Request(method, connection.url_for(API, "/x")))

        assert (reply.status, len(server.arrived), reply.after_unknown) == (200, 3, True)


def test_a_post_after_the_server_closed_the_kept_connection_is_fine() -> None:
    with FaultyServer() as server, to(server) as connection:
        connection.send(get(connection))
        server.close_idle()
        wait_until_closed(connection)

        assert connection.send(post(connection)).status == 200
        assert len(server.arrived) == 2


def wait_until_closed(connection: Connection) -> None:
    """The other side's goodbye takes a moment even on one machine."""
    threading.Event().wait(0.05)


# Errors


def test_an_error_carries_what_the_answer_says() -> None:
    reply = Response(
        404, {"Twilio-Request-Id": "RQ1", "Retry-After": "3"}, b'{"code": 20404, "message": "gone"}'
    )
    connection = faked(lambda _: reply)
    request = get(connection)
    error = connection.error(
        request, connection.send(request), code=20404, message="gone", more_info="m", detail="d"
    )

    assert type(error) is NotFoundError
    assert (error.status, error.code, error.message) == (404, 20404, "gone")
    assert (error.more_info, error.detail, error.request_id) == ("m", "d", "RQ1")
    assert (error.method, error.path, error.retry_after) == ("GET", "/Things.json", 3.0)
    assert error.answer == reply.read()
    assert "Phone" not in str(error)


@pytest.mark.parametrize(
    ("status", "code", "expected"),
    [
        (401, 20003, AuthenticationError),
        (403, 20005, AccountInactive),
        (429, 20429, RateLimitError),
    ],
)
def test_an_error_is_of_its_class(status: int, code: int, expected: type[OperationError]) -> None:
    connection = faked(lambda _: Response(status), retry=Retry(max_attempts=1))
    request = post(connection)

    assert type(connection.error(request, connection.send(request), code=code)) is expected


def test_a_refusal_that_is_none_of_the_services_is_no_unknown_outcome() -> None:
    connection = faked(lambda _: Response(404, {"Content-Type": "text/html"}, b"<html>"))
    request = post(connection)

    assert isinstance(
        connection.unusable(request, connection.send(request), "no JSON"), MalformedAnswer
    )


def test_an_answer_that_is_none_of_the_services() -> None:
    page = Response(200, {"Content-Type": "text/html"}, b"<html>Sign in</html>")
    connection = faked(lambda _: page)
    read, create = get(connection), post(connection)
    malformed = connection.unusable(read, connection.send(read), "no JSON")
    unknown = connection.unusable(create, connection.send(create), "no JSON")

    assert isinstance(malformed, MalformedAnswer)
    assert malformed.reason == "no JSON; 20 bytes of text/html with status 200"
    assert isinstance(unknown, OutcomeUnknown)
    assert (unknown.status, unknown.parameters[0]) == (200, ("To", "+1"))


@pytest.mark.parametrize(
    ("headers", "body", "expected"),
    [
        (FORM, b"A=1&A=2&B=", (("A", "1"), ("A", "2"), ("B", ""))),
        (FORM, b"Body=" + b"x" * 500, (("Body", "x" * 120 + "…"),)),
        (FORM, b"Url=https://u:p@h/x", (("Url", "https://***@h/x"),)),
        (FORM, b"Pin=1234&AuthToken=t", (("Pin", "***"), ("AuthToken", "***"))),
        (FORM, f"Note={TOKEN}".encode(), (("Note", "***"),)),
        (FORM, b"\xff=%ff", (("\ufffd", "\ufffd"),)),
        (
            {"content-type": "application/json"},
            b'{"a": 1, "b": "x", "c": {"d": 1}, "token": "t"}',
            (("a", "1"), ("b", "x"), ("c", "…"), ("token", "***")),
        ),
        ({"content-type": "application/json"}, b"[1]", ()),
    ],
)
def test_an_unknown_outcome_names_what_was_sent(
    headers: dict[str, str], body: bytes, expected: tuple[tuple[str, str], ...]
) -> None:
    def send(request: Request) -> Response:
        raise ReadTimeout("late")

    connection = faked(send)
    request = Request("POST", connection.url_for(API, "/x?Q=1"), headers, body)
    with pytest.raises(OutcomeUnknown) as caught:
        connection.send(request._replace(secret=frozenset({"Pin"})))

    assert caught.value.parameters == (("Q", "1"), *expected)


# Test Connection


def answered(status: int, content: object = None, **headers: str) -> Response:
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    return Response(status, headers, body)


@pytest.mark.parametrize(
    ("outcome", "verdict", "words"),
    [
        (answered(200, {"status": "active"}), Status.FINE, "answered 200"),
        (answered(200, {"status": "suspended"}), Status.ACCOUNT_INACTIVE, "is suspended"),
        (answered(200, {"status": "closed"}), Status.ACCOUNT_INACTIVE, "is closed"),
        (answered(200, {"hello": 1}), Status.UNEXPECTED_ANSWER, "not the service's"),
        (answered(200, {"status": 1}), Status.UNEXPECTED_ANSWER, "not the service's"),
        (answered(200, b"<html>Sign in</html>"), Status.UNEXPECTED_ANSWER, "a proxy"),
        (answered(200, b"[" * 100_000), Status.UNEXPECTED_ANSWER, "a proxy"),
        (answered(200, b"\xff\xfe"), Status.UNEXPECTED_ANSWER, "a proxy"),
        (answered(200, []), Status.UNEXPECTED_ANSWER, "a proxy"),
        (
            answered(401, {"code": 20003, "message": "Authenticate"}),
            Status.CREDENTIALS_REFUSED,
            "answered 401, code 20003: Authenticate; check the Sid and the token",
        ),
        (answered(403, {"code": 20003}), Status.CREDENTIALS_REFUSED, "check"),
        (answered(404, {"code": 20404}), Status.CREDENTIALS_REFUSED, "check"),
        (answered(403, {"code": 20005}), Status.ACCOUNT_INACTIVE, "suspended or closed"),
        (answered(401, b"<html>"), Status.UNEXPECTED_ANSWER, "a proxy"),
        (answered(302, b""), Status.UNEXPECTED_ANSWER, "a proxy"),
        (answered(400, {"code": 20001}), Status.UNEXPECTED_ANSWER, "the probe"),
        (answered(429, {"code": 20429}), Status.UNAVAILABLE, "try again later"),
        (answered(503, b""), Status.UNAVAILABLE, "try again later"),
        (CannotResolve("x"), Status.CANNOT_RESOLVE, "x"),
        (CannotConnect("x"), Status.CANNOT_CONNECT, "x"),
        (ConnectTimeout("x"), Status.CANNOT_CONNECT, "x"),
        (ReadTimeout("x"), Status.CANNOT_CONNECT, "x"),
        (ConnectionDropped("x"), Status.CANNOT_CONNECT, "x"),
        (TlsError("x"), Status.TLS_FAILURE, "x"),
        (MalformedAnswer("x"), Status.UNEXPECTED_ANSWER, "x"),
        (ConfigurationError("x"), Status.MISCONFIGURED, "x"),
    ],
)
def test_the_test_tells_apart_what_is_wrong(
    outcome: Response | OperationError, verdict: Status, words: str
) -> None:
    seen: list[Request] = []

    def send(request: Request) -> Response:
        seen.append(request)
        if isinstance(outcome, OperationError):
            raise outcome
        return outcome

    diagnosis = faked(send).test()

    assert diagnosis.verdict is verdict
    assert words in diagnosis.message
    assert bool(diagnosis) is (verdict is Status.FINE)
    [request] = seen  # which is not repeated
    assert request.url == f"https://api.twilio.com/2010-04-01/Accounts/{SID}.json"


def test_the_test_reports_status_code_and_request() -> None:
    reply = answered(401, {"code": 20003}, **{"Twilio-Request-Id": "RQ1"})

    diagnosis = faked(lambda _: reply).test()

    assert (diagnosis.status, diagnosis.code, diagnosis.request_id) == (401, 20003, "RQ1")


def test_the_test_takes_another_probe() -> None:
    """For an API key that may not read its account."""
    seen: list[str] = []

    def send(request: Request) -> Response:
        seen.append(request.url)
        return answered(200, {"things": []})

    connection = Connection(SID, api_key=KEY, api_secret=TOKEN, send=send)
    probe = HealthCheck("verify.twilio.com", "/v2/{AccountSid}/Things")

    assert connection.test(probe)
    assert seen == [f"https://verify.twilio.com/v2/{SID}/Things"]


def test_a_refused_api_key_is_told_of_its_kind() -> None:
    connection = Connection(
        SID, api_key=KEY, api_secret=TOKEN, send=lambda _: answered(401, {"code": 20003})
    )

    assert "standard or restricted API key" in connection.test().message


def test_the_test_shows_nothing_of_the_account() -> None:
    """The account's record holds its token."""
    reply = answered(200, {"status": "active", "auth_token": "planted-other"})

    assert "planted-other" not in repr(faked(lambda _: reply).test())


def test_the_test_over_the_wire() -> None:
    with FaultyServer(answer(body=b'{"status": "active"}')) as server, to(server) as connection:
        assert connection.test() == Diagnosis(Status.FINE, "answered 200", 200)
    with FaultyServer(listen=False) as server, to(server) as connection:
        assert connection.test().verdict is Status.CANNOT_CONNECT
    with FaultyServer(close_after_reading) as server, to(server) as connection:
        assert connection.test().verdict is Status.CANNOT_CONNECT
    with FaultyServer(flood(4)) as server, to(server, max_answer=1 << 20) as connection:
        assert connection.test().verdict is Status.UNEXPECTED_ANSWER
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    with FaultyServer(context=context) as server, to(server) as connection:
        assert connection.test().verdict is Status.TLS_FAILURE
    with (
        FaultyServer(greet(b"HTTP/1.1 400 Bad\r\n\r\n")) as server,
        to(server, base_url=f"https://{server.host}") as connection,
    ):
        assert connection.test().verdict is Status.TLS_FAILURE


def test_the_test_of_a_name_without_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> object:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with Connection(SID, TOKEN, proxies={}) as connection:
        assert connection.test().verdict is Status.CANNOT_RESOLVE


# Secrets


def forms() -> tuple[str, ...]:
    """Every form that a planted secret could leave in."""
    proxy = base64.b64encode(f"user:{PROXY_PASSWORD}".encode()).decode()
    return TOKEN, BASIC, PROXY_PASSWORD, proxy


def assert_no_secret(error: BaseException, skip_frames: int = 0) -> None:
    """Search all that can be made of an error: text, attributes, pickle, tracebacks with locals.

    Args:
        error: The error.
        skip_frames: How many of the outermost frames are the test's own, which knows the secrets.
    """
    out = io.StringIO()
    waiting: list[BaseException | None] = [error]
    seen: list[BaseException] = []
    while waiting:
        item = waiting.pop()
        if item is None or item in seen:
            continue
        seen.append(item)
        waiting += [item.__cause__, item.__context__]
        print(str(item), repr(item), item.args, vars(item), file=out)
        print(getattr(item, "__notes__", None), file=out)
        if isinstance(item, OperationError):
            print(pickle.dumps(item, 0), pickle.dumps(item), copy.copy(item), file=out)
        trace = item.__traceback__
        for _ in range(skip_frames if item is error else 0):
            trace = trace.tb_next if trace is not None else None
        shown = traceback.TracebackException(type(item), item, trace, capture_locals=True)
        print("".join(shown.format()), file=out)
    assert len(seen) >= 1
    found = out.getvalue()
    for secret in forms():
        assert secret not in found


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """All that anything logs."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.removeHandler(handler)
    root.setLevel(level)


def test_the_search_would_find_a_secret() -> None:
    """The searcher is not blind."""

    def leak(token: str) -> None:
        raise ValueError("nothing to see")

    with pytest.raises(ValueError, match="nothing") as caught:
        leak(TOKEN)
    with pytest.raises(AssertionError):
        assert_no_secret(caught.value)


@pytest.mark.parametrize(
    "step",
    [*LOSSES.values(), close_before_reading, answer(302, headers=[("Location", "http://x/")])],
    ids=[*LOSSES, "closes before reading", "redirects"],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_no_failure_shows_a_secret(method: str, step: Step, log: io.StringIO) -> None:
    with (
        FaultyServer(step) as server,
        to(server, max_answer=1 << 20, timeout=QUICK, retry=Retry(max_attempts=2)) as connection,
    ):
        with pytest.raises(OperationError) as caught:
            connection.send(post(connection)._replace(method=method))

        assert_no_secret(caught.value)
    assert log.getvalue()
    for secret in forms():
        assert secret not in log.getvalue()


@pytest.mark.parametrize("base_url", [None, "http://far.example.com"], ids=["tunnel", "forward"])
@pytest.mark.parametrize("step", [answer(407), close_after_reading], ids=["407", "closes"])
def test_no_failure_at_a_proxy_shows_its_password(
    base_url: str | None, step: Step, log: io.StringIO
) -> None:
    with FaultyServer(step) as proxy:
        address = f"http://user:{PROXY_PASSWORD}@{proxy.host}"
        connection = Connection(
            SID,
            TOKEN,
            base_url=base_url,
            allow_insecure=True,
            proxies={"http": address, "https": address},
            retry=Retry(max_attempts=1),
        )
        del address
        request = post(connection)
        if base_url and step is not close_after_reading:
            error: OperationError = connection.error(request, connection.send(request))
        else:
            with pytest.raises(OperationError) as caught:
                connection.send(request)
            error = caught.value
        connection.close()

        assert proxy.arrived[0].headers["proxy-authorization"].startswith("Basic ")
    assert_no_secret(error)
    for secret in forms():
        assert secret not in log.getvalue()


def test_no_proxy_that_cannot_be_used_is_shown() -> None:
    address = "http://user:%s@[broken"
    with pytest.raises(ConfigurationError, match="an address of proxies is") as caught:
        Connection(SID, TOKEN, proxies={"https": address % PROXY_PASSWORD})

    assert_no_secret(caught.value)


@pytest.mark.parametrize(
    "place", ["urllib3.connection.HTTPConnection.send", "urllib3.response.HTTPResponse.read1"]
)
@pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError])
def test_no_interruption_shows_a_secret(
    error: type[BaseException], place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is not a failure of the wire passes through with the frames below emptied."""

    def interrupt(*_: object, **__: object) -> None:
        raise error("now")

    with FaultyServer() as server, to(server) as connection:
        monkeypatch.setattr(place, interrupt)
        with pytest.raises(error) as caught:
            connection.send(post(connection))

        assert_no_secret(caught.value)


def test_no_error_of_another_transport_shows_a_secret() -> None:
    def send(request: Request) -> Response:
        headers = dict(request.headers)
        raise RuntimeError(f"cannot send {headers} of {request}")

    connection = faked(send)
    with pytest.raises(RuntimeError) as caught:
        connection.send(post(connection))

    assert_no_secret(caught.value)


def test_no_answer_that_echoes_a_secret_gets_it_into_an_error() -> None:
    echo = f"you sent {TOKEN} as Basic {BASIC}"
    reply = Response(400, {"Content-Type": echo, "Twilio-Request-Id": echo}, echo.encode())
    connection = faked(lambda _: reply)
    request = post(connection)
    got = connection.send(request)

    assert_no_secret(
        connection.error(request, got, code=1, message=echo, more_info=echo, detail=echo)
    )
    assert_no_secret(connection.unusable(request, got, echo))
    assert_no_secret(connection.unusable(get(connection), got, echo))
    told = {"code": 20003, "message": echo}
    echoing = faked(lambda _: answered(401, told, **{"Twilio-Request-Id": echo}))
    for secret in forms():
        assert secret not in repr(echoing.test())


def in_json(text: str) -> str:
    return json.dumps(text)[1:-1].replace("/", "\\/")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (in_json, lambda said: json.loads(f'"{said}"')),
        (html.escape, html.unescape),
        (lambda text: quote(text, safe=""), unquote),
    ],
    ids=["JSON", "XML", "address"],
)
def test_an_echo_in_another_spelling_is_none_either(
    written: Callable[[str], str], read: Callable[[str], str]
) -> None:
    token = "?>&<\"'/\\~?>?~"  # whose pair with the account has a slash in base64
    pair = base64.b64encode(f"{SID}:{token}".encode()).decode()
    assert "/" in pair
    answer = Response(400, {}, written(f"{token} or {pair}").encode())
    connection = Connection(SID, token, send=lambda _: answer)
    request = get(connection)

    said = read(connection.error(request, connection.send(request)).answer.decode())
    assert said == "*** or ***"


UNREADABLE = json.dumps([{"to": TOKEN, "pieces": "many"}])
NOT_WHOLE = f"<PostAnswer><Parcel><To>{TOKEN}</To></Parcel>"
DOORS: dict[str, tuple[str, Callable[[Connection], object]]] = {
    "get": (UNREADABLE, lambda connection: GetParcel(connection)(PARCEL)),
    "create": (
        UNREADABLE,
        lambda connection: CreateParcel(connection)(to="+13115556789", depot_sid="DE" + "0" * 32),
    ),
    "query": (f'{{"parcels": [{UNREADABLE}]}}', lambda connection: [*QueryParcel(connection)()]),
    "query, not whole": (
        f'{{"parcels": [{UNREADABLE}]',
        lambda connection: [*QueryParcel(connection)()],
    ),
    "delete": (UNREADABLE, lambda connection: DeleteParcel(connection)(PARCEL)),
    "document": (NOT_WHOLE, lambda connection: GetParcel(connection).document(PARCEL)),
    "documents": (NOT_WHOLE, lambda connection: [*QueryParcel(connection).documents()]),
}


@pytest.mark.parametrize("name", DOORS)
def test_no_answer_that_cannot_be_used_is_in_the_frames_of_its_error(name: str) -> None:
    """That of an account holds its token."""
    body, door = DOORS[name]
    connection = faked(lambda _: Response(200, {}, body.encode()))
    with pytest.raises(OperationError) as caught:
        door(connection)

    assert_no_secret(caught.value, skip_frames=1)


def test_no_connection_shows_a_secret() -> None:
    address = f"http://user:{PROXY_PASSWORD}@127.0.0.1:9"
    connection = Connection(SID, TOKEN, edge="dublin", proxies={"https": address})
    shown = f"{connection} {connection!r} {vars(connection)} {connection.__dict__}"

    assert repr(connection) == f"<Connection {SID} by auth token at dublin>"
    for secret in forms():
        assert secret not in shown
    by_key = Connection(SID, api_key=KEY, api_secret=TOKEN)
    assert repr(by_key) == f"<Connection {SID} by API key>"


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_a_connection_is_not_pickled(protocol: int) -> None:
    with pytest.raises(TypeError, match="make one in each process"):
        pickle.dumps(Connection(SID, TOKEN), protocol)


def test_a_copy_of_a_connection_is_the_connection() -> None:
    connection = Connection(SID, TOKEN)

    assert copy.copy(connection) is connection
    assert copy.deepcopy([connection])[0] is connection


def test_a_secret_is_text_that_is_not_shown() -> None:
    secret = Secret(Secret(TOKEN))

    assert secret == TOKEN
    assert secret.encode() == TOKEN.encode()
    assert (secret.reveal(), type(secret.reveal())) == (TOKEN, str)
    assert f"{secret} {secret!r} {secret!s:>5} %s {[secret]}" % secret == (
        "*** '***'   *** *** ['***']"
    )
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        with pytest.raises(TypeError):
            pickle.dumps({"a": secret}, protocol)


# Weight


def test_nothing_heavy_is_imported_before_something_is_sent() -> None:
    script = f"""
import sys
from twilio_ops import Connection
connection = Connection({SID!r}, "t", base_url="https://127.0.0.1:1")
connection.url_for("https://api.twilio.com", "/x")
heavy = {{"requests", "urllib3", "lxml", "msgspec", "json", "logging", "email", "http", "ssl"}}
found = heavy & {{name.partition(".")[0] for name in sys.modules}}
assert not found, found
connection.test()
assert "requests" in sys.modules
"""
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)
