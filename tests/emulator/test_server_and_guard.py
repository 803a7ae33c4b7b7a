"""The server by itself: where it listens, whom it lets control it, and what it tells while it runs."""

from __future__ import annotations

import http.client
import json
import re
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from emulator_client import Client

from twilio_ops_emulator import Emulator, EmulatorError
from twilio_ops_emulator.api.messages import Request
from twilio_ops_emulator.api.server import Reach, Server
from twilio_ops_emulator.control import guard

TOKEN = "the-token"
ELSEWHERE = (
    "Control is not asked for by the name {}: use an address or localhost, or start the emulator with "
    "that name as its host."
)
OTHER = "Another site's page may not control the emulator."
NEEDED = (
    "Control of this emulator, which others reach, needs the token that it printed when it started: "
    "Authorization: Bearer TOKEN, or ?token=TOKEN for the page."
)


@pytest.fixture
def server(emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """An emulator with a socket; what is still under way when it stops is not waited for."""
    monkeypatch.setattr("twilio_ops_emulator.api.server.GRACE", 0.01)
    with Server(emulator) as server:
        yield server


def asked(server: Server, method: str, path: str, **headers: str) -> tuple[int, Any, bytes]:
    """The status, the header fields and the body of an answer; no redirect is followed."""
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=30)
    try:
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()
    finally:
        connection.close()


def test_the_root_leads_to_the_page(server: Server) -> None:
    """Whoever reads it, and nothing else does."""
    for method in ("GET", "HEAD"):
        status, headers, _ = asked(server, method, "/?a=b")
        assert (status, headers["Location"]) == (302, "/_emulator/")
    status, headers, _ = asked(server, "POST", "/")
    assert (status, headers["Location"]) == (404, None)
    status, _, _ = asked(server, "GET", "/nothing")
    assert status == 404


@pytest.mark.parametrize(
    ("asks", "origin", "host", "said"),
    [
        ("localhost:80", None, "127.0.0.1", None),
        ("127.0.0.1", "http://127.0.0.1", "127.0.0.1", None),
        ("[::1]:80", "https://[::1]:80", "127.0.0.1", None),
        ("10.1.2.3:80", None, "0.0.0.0", None),
        ("Own.Name:80", None, "OWN.name", None),
        (None, None, "127.0.0.1", None),
        ("own.name", None, "127.0.0.1", ELSEWHERE.format("own.name")),
        ("[::", None, "127.0.0.1", ELSEWHERE.format("[::")),
        ("", None, "127.0.0.1", ELSEWHERE.format("")),
        ("localhost", "http://localhost:1", "127.0.0.1", OTHER),
        ("localhost", "null", "127.0.0.1", OTHER),
        (None, "http://localhost", "127.0.0.1", OTHER),
    ],
)
def test_whom_a_browser_lets_control_it(
    asks: str | None, origin: str | None, host: str, said: str | None
) -> None:
    """Its own page, by a name that is its own or by an address."""
    given = {"host": asks, "origin": origin}
    answer = guard.foreign(
        {name: value for name, value in given.items() if value is not None}, host
    )
    if said is None:
        assert answer is None
    else:
        assert answer is not None and answer.status == 403
        assert json.loads(answer.body) == {"message": said}


@pytest.mark.parametrize(
    ("method", "query", "headers", "status"),
    [
        ("GET", "", {"authorization": f"Bearer {TOKEN}"}, None),
        ("POST", "", {"authorization": f"bEARER  {TOKEN} "}, None),
        ("POST", "", {"cookie": f"a=b; twilio_ops_emulator={TOKEN}"}, None),
        ("GET", f"a=b&token={TOKEN}", {}, 303),
        ("POST", f"token={TOKEN}", {}, 401),
        ("GET", "token=", {}, 401),
        ("GET", "", {}, 401),
        ("GET", "", {"authorization": f"Basic {TOKEN}"}, 401),
        ("GET", "", {"authorization": "Bearer caf\u00e9"}, 401),
        ("GET", "", {"cookie": f"other={TOKEN}"}, 401),
        ("GET", "", {"cookie": f"twilio_ops_emulator=x{TOKEN}"}, 401),
        ("GET", "", {"cookie": "\x00=;;;"}, 401),
    ],
)
def test_who_has_the_token(
    method: str, query: str, headers: dict[str, str], status: int | None
) -> None:
    """In a header, in a cookie, or once in the page's address."""
    answer = guard.gate(Request(method, "/_emulator/", query, headers), TOKEN)
    assert (None if answer is None else answer.status) == status
    if answer is not None and status == 303:
        kept = f"twilio_ops_emulator={TOKEN}; Path=/_emulator; HttpOnly; SameSite=Strict"
        assert answer.headers == {"Location": "/_emulator/", "Set-Cookie": kept}
    elif answer is not None:
        assert json.loads(answer.body) == {"message": NEEDED}


def test_a_token_is_needed_where_others_reach_it(emulator: Emulator) -> None:
    """And is another one each time."""
    assert [Server(emulator, host).token for host in ("127.0.0.1", "localhost", "::1")] == [
        None
    ] * 3
    tokens = {Server(emulator, host).token for host in ("0.0.0.0", "::", "10.0.0.1", "my.host")}
    assert len(tokens) == 4 and all(len(str(token)) == 32 for token in tokens)


@pytest.mark.parametrize(
    ("host", "port", "reach", "said"),
    [
        ("127.0.0.1", 65536, None, "port: 65536 is not a number from 0 to 65535"),
        ("127.0.0.1", -1, None, "port: -1 is not a number from 0 to 65535"),
        ("127.0.0.1", 0, Reach(tls=-1), "tls: -1 is not a number from 0 to 65535"),
        ("127.0.0.1", 0, Reach(proxy=65536), "proxy: 65536 is not a number from 0 to 65535"),
        ("", 0, None, "host: expected an address or a name to listen on"),
    ],
)
def test_where_nothing_can_listen(
    emulator: Emulator, host: str, port: int, reach: Reach | None, said: str
) -> None:
    """It is said before anything is begun."""
    with pytest.raises(EmulatorError) as wrong:
        Server(emulator, host, port, reach)
    assert str(wrong.value) == said


def test_where_it_is_reached_is_known_while_it_listens(emulator: Emulator, tmp_path: Path) -> None:
    """By every way it is asked for, with the files of its certificate; afterwards nowhere."""
    assert emulator.addresses == {}
    with Server(emulator, reach=Reach(tls=0, proxy=0, certificates=tmp_path)) as server:
        assert (
            emulator.addresses
            == server.addresses
            == {
                "url": server.url,
                "tls": server.tls_url,
                "proxy": server.proxy_url,
                "certificate": str(tmp_path / "ca.pem"),
                "bundle": str(tmp_path / "bundle.pem"),
                "truststore": str(tmp_path / "truststore.p12"),
            }
        )
        ways = (server.url, str(server.tls_url), str(server.proxy_url))
        assert [way.partition(":")[0] for way in ways] == ["http", "https", "http"]
        ports = {urlsplit(way).port for way in ways}
        assert len(ports) == 3 and 0 not in ports
        assert {urlsplit(way).hostname for way in ways} == {"127.0.0.1"}
        with socket.create_connection(("127.0.0.1", urlsplit(ways[2]).port or 0)) as line:
            line.sendall(b"GET / HTTP/1.1\r\n\r\n")
            assert line.recv(12) == b"HTTP/1.1 403"
    assert emulator.addresses == {}
    with Server(emulator, reach=Reach(proxy=0, certificates=tmp_path)) as server:
        assert (server.tls_url, "tls" in server.addresses) == (None, False)
    with Server(emulator, reach=Reach(tls=0, certificates=tmp_path)) as server:
        assert (server.proxy_url, "proxy" in server.addresses) == (None, False)
    assert Server(emulator).authority is None


def test_what_is_due_happens_by_itself_while_it_listens(emulator: Emulator) -> None:
    """Also where the clock stands still: whoever moves it asks for nothing else."""
    with Server(emulator):
        client = Client(emulator)
        sid = client.made("Messages.json", To="+13115556789", From="+13115550000", Body="x")["sid"]
        row = emulator.state.table("Message").anywhere(sid)
        assert row is not None
        emulator.clock.advance(60)
        deadline = time.monotonic() + 20
        while row["status"] != "delivered":
            assert time.monotonic() < deadline
            time.sleep(0.002)


def test_a_port_that_is_taken_is_said(server: Server, tmp_path: Path) -> None:
    """Whichever it is; the others listen no more then."""
    taken = urlsplit(server.url).port or 0
    with Emulator() as other:
        for reach in (
            Reach(tls=taken, certificates=tmp_path),
            Reach(proxy=taken, certificates=tmp_path),
        ):
            one = Server(other, reach=reach)
            with pytest.raises(
                EmulatorError, match=r"^cannot listen on http://127.0.0.1:\d+: .*in use"
            ):
                one.start()
            with pytest.raises(ConnectionRefusedError):
                socket.create_connection(("127.0.0.1", urlsplit(one.url).port or 0))
            one.stop()
            assert other.addresses == {}


def test_without_the_library_of_certificates_it_is_said(
    emulator: Emulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what to install."""
    monkeypatch.delitem(sys.modules, "twilio_ops_emulator.api.certificates", False)
    monkeypatch.setitem(sys.modules, "trustme", None)
    with pytest.raises(EmulatorError) as wrong:
        Server(emulator, reach=Reach(tls=0))
    assert str(wrong.value) == "TLS needs trustme: pip install 'twilio-ops[emulator]'"


def test_a_listener_is_told_that_there_is_nothing_new(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a while, so that one that is gone is noticed; what it hears is a stream of events."""
    monkeypatch.setattr("twilio_ops_emulator.api.server.LOOK", 0.001)
    monkeypatch.setattr("twilio_ops_emulator.api.server.KEEP_ALIVE", 0.005)
    where = urlsplit(server.url)
    with socket.create_connection((where.hostname, where.port), timeout=10) as line:
        line.sendall(b"GET /_emulator/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        heard = b""
        while heard.count(b": nothing new\n\n") < 2:
            heard += line.recv(4096)
    head, _, body = heard.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 OK")
    assert b"Content-Type: text/event-stream" in head and b"Cache-Control: no-store" in head
    said = re.sub(rb"\r\n[0-9a-f]+\r\n|^[0-9a-f]+\r\n|\r\n$", b"", body)
    assert said.startswith(b"event: change\ndata: {}\n\n: nothing new\n\n")
    assert said.count(b"event: change") == 1


def test_a_listener_hears_that_it_ends(
    emulator: Emulator, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """When the server stops; nothing is logged as a mistake."""
    monkeypatch.setattr("twilio_ops_emulator.api.server.LOOK", 0.001)
    server = Server(emulator).start()
    where = urlsplit(server.url)
    with socket.create_connection((where.hostname, where.port), timeout=10) as line:
        line.sendall(b"GET /_emulator/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        heard = b""
        while b"event: change" not in heard:
            heard += line.recv(4096)
        server.stop()
        while part := line.recv(4096):
            heard += part
    assert heard.endswith(b"\r\n0\r\n\r\n")
    assert caplog.text == ""


def test_events_in_process_are_none(emulator: Emulator) -> None:
    """A server tells them."""
    answer = emulator.exchange(Request("GET", "/_emulator/events"))
    said = "events: a server tells them over HTTP, as they come"
    assert (answer.status, json.loads(answer.body)) == (400, {"message": said})
