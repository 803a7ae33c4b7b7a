"""The seam, and the transport through requests against a server that misbehaves."""

from __future__ import annotations

import errno
import gzip
import socket
import ssl
import threading
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
import trustme

from tests.runtime.faulty_server import (
    Early,
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
from twilio_ops_runtime.connection import Connection, Status
from twilio_ops_runtime.errors import (
    AnswerTooLarge,
    CannotConnect,
    CannotResolve,
    ConfigurationError,
    ConnectionDropped,
    ConnectTimeout,
    MalformedAnswer,
    ReadTimeout,
    TlsError,
)
from twilio_ops_runtime.http.addresses import is_loopback
from twilio_ops_runtime.http.messages import Headers, Request, Response, Timeout
from twilio_ops_runtime.http.transport import RequestsTransport

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture
def transport() -> Iterator[RequestsTransport]:
    made = RequestsTransport()
    yield made
    made.close()


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def server_context(authority: trustme.CA, name: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    return context


@pytest.fixture
def bundle(authority: trustme.CA, tmp_path: Path) -> Path:
    path = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(path))
    return path


def get(server: FaultyServer, path: str = "/Things.json?A=1") -> Request:
    return Request("GET", server.url + path)


def post(server: FaultyServer, body: bytes | None = b"To=%2B1") -> Request:
    return Request("POST", f"{server.url}/Things.json", FORM, body)


# The seam


def test_a_request_shows_its_path_and_size_alone() -> None:
    request = Request("POST", "https://h/Things.json?Token=x", {"Authorization": "y"}, b"Body=z")

    assert repr(request) == "<Request POST /Things.json, 6 bytes>"
    assert repr(Request("GET", "https://h/a")) == "<Request GET /a, no body>"


def test_headers_are_found_in_any_case_and_joined() -> None:
    headers = Headers([("A-b", "1"), ("a-B", "2"), ("C", "3")])

    assert headers["A-B"] == headers["a-b"] == "1, 2"
    assert headers.get("x") is None
    assert dict(headers) == {"a-b": "1, 2", "c": "3"}
    assert len(headers) == 2
    assert "3" not in repr(headers)
    assert Headers({"A": "1"}) == {"a": "1"}


def test_a_reply_of_bytes_is_read_up_to_the_limit() -> None:
    reply = Response(200, {"A": "1"}, b"12345")

    assert reply.read() == reply.read(5) == b"12345"
    with pytest.raises(AnswerTooLarge):
        reply.read(4)
    assert repr(reply) == "<Response 200>"


@pytest.mark.parametrize("seconds", [0, -1, float("inf"), float("nan")])
def test_a_time_out_is_always_finite(seconds: float) -> None:
    with pytest.raises(ConfigurationError):
        Timeout(read=seconds)


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("localhost", True),
        ("127.0.0.1", True),
        ("127.8.9.1", True),
        ("::1", True),
        ("10.0.0.1", False),
        ("localhost.example.com", False),
        ("example.com", False),
        ("", False),
    ],
)
def test_loopback_is_this_machine_alone(host: str, expected: bool) -> None:
    assert is_loopback(host) is expected


# What goes out


def test_a_request_goes_out_as_it_is(transport: RequestsTransport) -> None:
    with FaultyServer(answer(201, b'{"sid": 1}', headers=[("X-One", "1")])) as server:
        reply = transport(post(server))

        assert (reply.status, reply.headers["x-ONE"], reply.read()) == (201, "1", b'{"sid": 1}')
        [arrived] = server.arrived
    assert (arrived.method, arrived.target, arrived.body) == ("POST", "/Things.json", b"To=%2B1")
    assert arrived.headers["content-length"] == "7"
    assert arrived.headers["content-type"] == FORM["Content-Type"]
    assert arrived.headers["host"] == server.host
    assert arrived.headers["accept-encoding"] == "gzip"
    assert "authorization" not in arrived.headers


def test_a_post_without_a_body_says_so(transport: RequestsTransport) -> None:
    with FaultyServer() as server:
        transport(post(server, None)).read()

        assert server.arrived[0].headers["content-length"] == "0"


def test_nothing_of_the_environment_joins_in(
    transport: RequestsTransport, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No password file, no proxy for plain HTTP to this machine, no cookie of an earlier answer."""
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login other password other\n", encoding="utf-8")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with FaultyServer(answer(headers=[("Set-Cookie", "a=b")])) as server:
        transport(get(server)).read()
        transport(get(server)).read()

        assert len(server.arrived) == 2
        for arrived in server.arrived:
            assert "authorization" not in arrived.headers
            assert "cookie" not in arrived.headers


def test_redirects_are_answers(transport: RequestsTransport) -> None:
    with (
        FaultyServer() as elsewhere,
        FaultyServer(answer(307, headers=[("Location", f"{elsewhere.url}/x")])) as server,
    ):
        assert transport(post(server)).status == 307
        assert elsewhere.connections == 0


# What comes back


@pytest.mark.parametrize(
    "content",
    [
        http(body=b"abc" * 1000),
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        b"bb8\r\n" + b"abc" * 1000 + b"\r\n0\r\n\r\n",
        http(body=gzip.compress(b"abc" * 1000), headers=[("Content-Encoding", "gzip")]),
        b"HTTP/1.0 200 OK\r\n\r\n" + b"abc" * 1000,
    ],
    ids=["length", "chunked", "gzip", "until closed"],
)
def test_a_body_comes_whole_however_it_is_framed(
    transport: RequestsTransport, content: bytes
) -> None:
    for limit in (3000, 1 << 20, None):
        with FaultyServer(say(content)) as server:
            assert transport(get(server)).read(limit) == b"abc" * 1000
    with FaultyServer(say(content)) as server, pytest.raises(AnswerTooLarge):
        transport(get(server)).read(2999)


@pytest.mark.parametrize("size", [1, 65_535, 65_536, 65_537, 1 << 20, (1 << 20) + 1])
def test_an_answer_of_any_length_comes_as_it_is(transport: RequestsTransport, size: int) -> None:
    """However much room is made for it, nothing is added and nothing lost."""
    content = (b"0123456789abcde\n" * (size // 16 + 1))[:size]
    for headers in ([], [("Content-Encoding", "gzip")]):
        body = gzip.compress(content, 0) if headers else content
        for limit in (size, size + 100, None):
            with FaultyServer(answer(body=body, headers=headers)) as server:
                assert transport(get(server)).read(limit) == content
        sent = answer(body=body, headers=headers)
        with FaultyServer(sent) as server, pytest.raises(AnswerTooLarge):
            transport(get(server)).read(size - 1)


def test_an_answer_without_a_body_is_empty(transport: RequestsTransport) -> None:
    with FaultyServer(say(b"HTTP/1.1 204 No Content\r\n\r\n", keep=True)) as server:
        assert transport(Request("DELETE", f"{server.url}/x")).read() == b""
        assert transport(Request("DELETE", f"{server.url}/x")).read() == b""
        assert server.connections == 1


@pytest.mark.parametrize("length", [True, False], ids=["length", "chunked"])
def test_200_megabytes_are_refused_after_the_first(
    transport: RequestsTransport, length: bool
) -> None:
    with FaultyServer(flood(200, length=length)) as server:
        reply = transport(get(server))
        tracemalloc.start()
        with pytest.raises(AnswerTooLarge, match="longer than 1048576 bytes"):
            reply.read(1 << 20)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()

        assert peak < 8 << 20
    assert server.flooded < 50  # the rest never left the server


def test_a_small_answer_that_unpacks_to_a_large_one_is_refused(
    transport: RequestsTransport,
) -> None:
    packed = gzip.compress(b"\0" * (100 << 20))
    with FaultyServer(answer(body=packed, headers=[("Content-Encoding", "gzip")])) as server:
        reply = transport(get(server))
        tracemalloc.start()
        with pytest.raises(AnswerTooLarge):
            reply.read(1 << 20)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()

    assert peak < 8 << 20


def test_a_refused_answer_does_not_poison_the_next(transport: RequestsTransport) -> None:
    with FaultyServer(answer(body=b"x" * 100), answer()) as server:
        with pytest.raises(AnswerTooLarge):
            transport(get(server)).read(10)

        assert transport(get(server)).read() == b"{}"


@pytest.mark.parametrize(
    "content",
    [
        http(body=b'{"half": ', length=100),
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabcde\r\n",
    ],
    ids=["short of its length", "within a chunk", "between chunks", "no chunk"],
)
def test_half_an_answer_is_none(transport: RequestsTransport, content: bytes) -> None:
    with FaultyServer(say(content)) as server:
        reply = transport(get(server))
        with pytest.raises(ConnectionDropped, match="lost within the answer"):
            reply.read()


def test_what_follows_the_stated_length_is_not_the_next_answer(
    transport: RequestsTransport,
) -> None:
    smuggled = http(body=b"{}") + http(body=b"smuggled")
    with FaultyServer(say(smuggled, keep=True), answer(body=b"next")) as server:
        assert transport(get(server)).read() == b"{}"
        assert transport(get(server)).read() == b"next"


def test_a_body_that_is_not_packed_as_it_says_is_malformed(transport: RequestsTransport) -> None:
    with FaultyServer(answer(body=b"plain", headers=[("Content-Encoding", "gzip")])) as server:
        reply = transport(get(server))
        with pytest.raises(MalformedAnswer, match="not compressed as it says"):
            reply.read()


@pytest.mark.parametrize(
    "content",
    [
        b"SSH-2.0-OpenSSH\r\n\r\n",
        b"HTTP/1.1 two OK\r\n\r\n",
        b"HTTP/1.1 200 " + b"x" * 70_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 500 + b"\r\n",
    ],
    ids=["another protocol", "no status", "endless line", "endless headers"],
)
def test_what_is_not_http_is_malformed(transport: RequestsTransport, content: bytes) -> None:
    with FaultyServer(say(content)) as server, pytest.raises(MalformedAnswer, match="not HTTP"):
        transport(get(server))


# Time


def test_silence_ends_at_the_read_time_out(transport: RequestsTransport) -> None:
    with FaultyServer(hang) as server:
        with pytest.raises(ReadTimeout) as caught:
            transport(post(server)._replace(timeout=Timeout(read=0.1)))

        assert caught.value.sent
        assert len(server.arrived) == 1


def test_a_request_brings_its_own_time_out() -> None:
    """The answer comes within the transport's time, and not within the request's."""

    def late(exchange: Exchange) -> bool:
        exchange.server.stopped.wait(5)
        return answer()(exchange)

    patient = RequestsTransport(timeout=Timeout(read=60, total=60))
    with FaultyServer(late) as server, pytest.raises(ReadTimeout):
        patient(get(server)._replace(timeout=Timeout(read=0.05)))
    patient.close()


CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"

DRIPS = {
    "body": drip(http(body=b"", length=1000), b"x"),
    "status line": drip(b"HTTP/1.1 200 ", b"O"),
    "header line": drip(b"HTTP/1.1 200 OK\r\nA: ", b"b"),
    "header lines": drip(b"HTTP/1.1 200 OK\r\n", b"A: b\r\n", 0.05),
    "continue": drip(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "continue without a pause": drip(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 100, 0, 10**6),
    "size of a chunk": drip(CHUNKED + b"2", b";"),
    "chunks": drip(CHUNKED, b"1\r\nx\r\n"),
    "trailers": drip(CHUNKED + b"0\r\n", b"A: b\r\n"),
    "name in a compressed body": drip(
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + b"\x1f\x8b\x08\x08" + b"\0" * 6, b"n"
    ),
}


@pytest.mark.parametrize("place", DRIPS)
def test_a_drip_ends_at_the_total_time_out(transport: RequestsTransport, place: str) -> None:
    """Each byte comes in time, the answer does not, wherever in it they drip."""
    with (
        FaultyServer(DRIPS[place]) as server,
        pytest.raises(ReadTimeout, match="too long to come whole"),
    ):
        transport(get(server)._replace(timeout=Timeout(read=5, total=0.1))).read()


def test_a_drip_of_a_proxy_ends_at_the_total_time_out() -> None:
    """Before it has made the tunnel, nothing was sent through it."""
    with FaultyServer(DRIPS["header line"]) as proxy:
        transport = RequestsTransport(proxies={"https": proxy.url}, timeout=Timeout(total=0.1))
        with pytest.raises(ConnectTimeout) as caught:
            transport(Request("POST", "https://api.example.com/", FORM, b"A=b"))

    assert not caught.value.sent


def test_no_connection_in_time_is_a_connect_time_out(transport: RequestsTransport) -> None:
    """A listener whose queue is full lets a connection wait."""
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        waiting = [socket.socket() for _ in range(4)]
        for each in waiting:
            each.setblocking(False)
            each.connect_ex(full.getsockname())
        request = Request("GET", f"http://127.0.0.1:{full.getsockname()[1]}/")
        with pytest.raises(ConnectTimeout) as caught:
            transport(request._replace(timeout=Timeout(connect=0.1)))
        for each in waiting:
            each.close()

    assert not caught.value.sent


# Loss


def test_a_refused_connection_sent_nothing(transport: RequestsTransport) -> None:
    with (
        FaultyServer(listen=False) as server,
        pytest.raises(CannotConnect, match="Connection refused") as caught,
    ):
        transport(post(server))

    assert not caught.value.sent


def test_a_name_without_an_address_sent_nothing(
    transport: RequestsTransport, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> object:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(CannotResolve) as caught:
        transport(Request("POST", "https://no-such-host.invalid/", FORM, b"A=b"))

    assert not caught.value.sent


@pytest.mark.parametrize("step", [close_after_reading, reset_after_reading])
def test_loss_after_the_request_may_have_sent_it(transport: RequestsTransport, step: Step) -> None:
    with FaultyServer(step) as server:
        with pytest.raises(ConnectionDropped) as caught:
            transport(post(server))

        assert len(server.arrived) == 1
    assert caught.value.sent


def test_loss_before_anything_is_read_is_a_loss(transport: RequestsTransport) -> None:
    with FaultyServer(close_before_reading) as server:
        with pytest.raises(ConnectionDropped):
            transport(post(server))

        assert server.arrived == []


def test_a_connection_lost_before_the_body_went_out_sent_nothing(
    transport: RequestsTransport, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The header alone is no request, as its length says that a body follows."""
    from urllib3.connection import HTTPConnection

    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.ENETDOWN, "Network is down")

    monkeypatch.setattr(HTTPConnection, "endheaders", fail)
    with FaultyServer(answer()) as server, pytest.raises(ConnectionDropped) as caught:
        transport(post(server))

    assert not caught.value.sent


# Kept connections


def test_connections_are_kept(transport: RequestsTransport) -> None:
    with FaultyServer() as server:
        for _ in range(5):
            transport(get(server)).read()

        assert server.connections == 1


def test_a_connection_closed_by_the_server_is_not_used_again(transport: RequestsTransport) -> None:
    """So that a POST after a pause is not lost on it."""
    with FaultyServer() as server:
        transport(get(server)).read()
        server.close_idle()
        time.sleep(0.05)

        assert transport(post(server)).read() == b"{}"
        assert server.connections == 2


def test_a_connection_that_stood_idle_is_not_used_again() -> None:
    transport = RequestsTransport(idle=0.05)
    with FaultyServer() as server:
        transport(get(server)).read()
        time.sleep(0.1)
        transport(post(server)).read()

        assert server.connections == 2
        transport.close()


def test_another_process_makes_connections_of_its_own(
    transport: RequestsTransport, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two processes on one socket would read each other's answers."""
    with FaultyServer() as server:
        transport(get(server)).read()
        monkeypatch.setattr("os.getpid", lambda: -1)
        transport(get(server)).read()

        assert server.connections == 2


def test_a_closed_transport_can_be_used_again(transport: RequestsTransport) -> None:
    with FaultyServer() as server:
        transport(get(server)).read()
        transport.close()
        transport.close()
        transport(get(server)).read()

        assert server.connections == 2


def test_threads_get_their_own_answers(transport: RequestsTransport) -> None:
    def echo(exchange: Exchange) -> bool:
        assert exchange.request is not None
        exchange.socket.sendall(http(body=exchange.request.target.encode()))
        return True

    wrong: list[str] = []

    def work(name: int) -> None:
        for turn in range(20):
            path = f"/{name}/{turn}"
            if transport(get(server, path)).read() != path.encode():
                wrong.append(path)

    with FaultyServer(echo) as server:
        threads = [threading.Thread(target=work, args=(name,)) for name in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert wrong == []
        assert len(server.arrived) == 320
        assert server.connections <= 16


# TLS


@pytest.mark.parametrize("body", [b"A=b", None])
def test_an_unknown_authority_is_refused(
    transport: RequestsTransport, authority: trustme.CA, body: bytes | None
) -> None:
    with FaultyServer(context=server_context(authority, "127.0.0.1")) as server:
        with pytest.raises(TlsError, match="certificate of the host is refused") as caught:
            transport(post(server, body))

        assert server.arrived == []
    assert not caught.value.sent


def test_a_bundle_of_its_own_is_trusted(authority: trustme.CA, bundle: Path) -> None:
    transport = RequestsTransport(ca_bundle=bundle)
    with FaultyServer(context=server_context(authority, "127.0.0.1")) as server:
        assert transport(post(server)).read() == b"{}"
        transport.close()


def test_the_environments_bundle_is_trusted(
    transport: RequestsTransport,
    authority: trustme.CA,
    bundle: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(bundle))
    with FaultyServer(context=server_context(authority, "127.0.0.1")) as server:
        assert transport(post(server)).read() == b"{}"


def test_a_certificate_of_another_name_is_refused(authority: trustme.CA, bundle: Path) -> None:
    transport = RequestsTransport(ca_bundle=bundle)
    with FaultyServer(context=server_context(authority, "other.example.com")) as server:
        with pytest.raises(TlsError, match="mismatch"):
            transport(post(server))

        assert server.arrived == []


def test_a_host_that_speaks_no_tls_is_a_tls_error(transport: RequestsTransport) -> None:
    with (
        FaultyServer(greet(b"HTTP/1.1 400 Bad\r\n\r\n")) as server,
        pytest.raises(TlsError) as caught,
    ):
        transport(Request("POST", f"https://{server.host}/", FORM, b"A=b"))

    assert not caught.value.sent


@pytest.mark.parametrize("hello_read", [True, False])
def test_a_connection_lost_while_it_is_secured_sent_nothing(
    transport: RequestsTransport, hello_read: bool
) -> None:
    def step(exchange: Exchange) -> bool:
        return hello_read and not exchange.socket.recv(4096)

    with FaultyServer(Early(step)) as server, pytest.raises(ConnectionDropped) as caught:
        transport(Request("POST", f"https://{server.host}/", FORM, b"A=b"))

    assert not caught.value.sent


def test_a_host_that_does_not_answer_the_greeting_sent_nothing(
    transport: RequestsTransport,
) -> None:
    request = Request("POST", "", FORM, b"A=b", Timeout(connect=0.1))
    with FaultyServer(Early(hang)) as server, pytest.raises(ConnectTimeout) as caught:
        transport(request._replace(url=f"https://{server.host}/"))

    assert not caught.value.sent


def test_a_bundle_that_is_not_there_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="no certificate bundle"):
        RequestsTransport(ca_bundle=tmp_path / "missing.pem")


def test_a_bundle_that_has_gone_is_a_matter_of_configuration(tmp_path: Path, bundle: Path) -> None:
    """It is no loss that another attempt could mend."""
    gone = tmp_path / "gone.pem"
    gone.write_bytes(bundle.read_bytes())
    with FaultyServer() as server:
        connection = Connection(
            "AC" + "0" * 32, "t", base_url=f"https://{server.host}", ca_bundle=gone
        )
        gone.unlink()
        request = Request("POST", connection.url_for("api.example.com", "/x"), FORM, b"A=b")
        with pytest.raises(ConfigurationError, match=r"no certificate bundle .*gone\.pem"):
            connection.send(request)
        assert connection.test().verdict is Status.MISCONFIGURED
        assert server.connections == 0


def test_an_environment_bundle_that_is_not_there_is_refused(
    transport: RequestsTransport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/missing.pem")
    with pytest.raises(ConfigurationError, match="no certificate bundle"):
        transport(Request("GET", "https://api.example.com/"))


# Proxies


def test_a_proxy_is_used_with_its_password() -> None:
    with FaultyServer(answer(body=b"through")) as proxy:
        transport = RequestsTransport(proxies={"http": f"http://user:pass@{proxy.host}"})
        reply = transport(Request("GET", "http://far.example.com/Things.json"))

        assert reply.read() == b"through"
        assert proxy.arrived[0].target == "http://far.example.com/Things.json"
        assert proxy.arrived[0].headers["proxy-authorization"] == "Basic dXNlcjpwYXNz"
        transport.close()


def test_the_environments_proxy_is_used(
    transport: RequestsTransport, monkeypatch: pytest.MonkeyPatch
) -> None:
    with FaultyServer(answer(body=b"through")) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)

        assert transport(Request("GET", "http://far.example.com/")).read() == b"through"


def test_a_proxy_that_refuses_the_tunnel_sent_nothing() -> None:
    with FaultyServer(answer(407)) as proxy:
        transport = RequestsTransport(proxies={"https": f"http://user:pass@{proxy.host}"})
        with pytest.raises(CannotConnect, match="it answered 407") as caught:
            transport(Request("POST", "https://api.example.com/", FORM, b"A=b"))

        assert proxy.arrived[0].target == "api.example.com:443"
        assert "authorization" not in proxy.arrived[0].headers
    assert not caught.value.sent


def test_a_proxy_that_is_not_there_sent_nothing() -> None:
    with FaultyServer(listen=False) as proxy:
        transport = RequestsTransport(proxies={"https": proxy.url})
        with pytest.raises(CannotConnect, match="proxy did not accept") as caught:
            transport(Request("POST", "https://api.example.com/", FORM, b"A=b"))

    assert not caught.value.sent


def test_a_socks_proxy_without_its_library_is_a_matter_of_configuration(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(*_: object, **__: object) -> object:
        raise requests.exceptions.InvalidSchema("Missing dependencies for SOCKS support.")

    monkeypatch.setattr("requests.adapters.SOCKSProxyManager", missing)
    transport = RequestsTransport(proxies={"https": "socks5://127.0.0.1:9"})

    with pytest.raises(ConfigurationError, match="SOCKS proxy needs the extra"):
        transport(Request("GET", "https://api.example.com/"))


def test_a_proxy_address_that_cannot_be_used_is_a_matter_of_configuration() -> None:
    transport = RequestsTransport(proxies={"https": "http://[broken"})

    with pytest.raises(ConfigurationError, match="proxy"):
        transport(Request("GET", "https://api.example.com/"))
