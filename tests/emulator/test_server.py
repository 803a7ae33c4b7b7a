"""The emulator over HTTP: whatever arrives is answered in the service's form, and by its own page only."""

from __future__ import annotations

import base64
import http.client
import json
import logging
import socket
import threading
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from emulator_client import Client

from twilio_ops_emulator import Clock, Emulator, EmulatorError
from twilio_ops_emulator.api.dispatcher import LONGEST
from twilio_ops_emulator.api.server import Server
from twilio_ops_emulator.control.control import PREFIX, SHOWN, SNAPSHOTS_KEPT

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture
def server(emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """An emulator with a socket; what is still under way when it stops is not waited for."""
    monkeypatch.setattr("twilio_ops_emulator.api.server.GRACE", 0.01)
    with Server(emulator) as server:
        yield server


class Asker:
    """Requests over one server's socket, with any header field."""

    def __init__(self, server: Server, emulator: Emulator) -> None:
        self.host = urlsplit(server.url).netloc
        pair = base64.b64encode(f"{emulator.account_sid}:{emulator.auth_token}".encode()).decode()
        self.credentials = {"Authorization": f"Basic {pair}"}
        self.queues = f"/2010-04-01/Accounts/{emulator.account_sid}/Queues.json"

    def ask(
        self, method: str, path: str, body: bytes | None = None, **headers: str
    ) -> tuple[int, http.client.HTTPMessage, Any]:
        """The status, header fields and JSON of the answer."""
        connection = http.client.HTTPConnection(self.host, timeout=60)
        try:
            fields = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body, {**self.credentials, **fields})
            answer = connection.getresponse()
            return answer.status, answer.headers, json.loads(answer.read())
        finally:
            connection.close()


@pytest.fixture
def asker(server: Server, emulator: Emulator) -> Asker:
    """Asks the server, as the main account."""
    return Asker(server, emulator)


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "[::"]
)
def test_a_name_that_another_site_points_here_controls_nothing(asker: Asker, host: str) -> None:
    """A browser asks by it, and takes the page of that site for one of the emulator's own."""
    for headers in ({"Host": host}, {"Host": host, "Origin": f"http://{host}"}):
        for method, path in (("GET", "state"), ("POST", "reset"), ("POST", "advance")):
            status, _, said = asker.ask(method, f"/_emulator/{path}", **headers)
            assert 403 == status
            assert host in said["message"] or "Another site" in said["message"]
            assert "auth_token" not in said
    assert 200 == asker.ask("GET", asker.queues, Host=host)[0]


@pytest.mark.parametrize("host", ["localhost:1", "127.0.0.1", "[::1]:5", "10.0.0.7"])
def test_own_names_and_addresses_control(asker: Asker, host: str) -> None:
    """Which no other site can have."""
    for headers in ({"Host": host}, {"Host": host, "Origin": f"http://{host}"}):
        assert 200 == asker.ask("GET", "/_emulator/state", **headers)[0]


def test_the_name_it_listens_on_controls(emulator: Emulator) -> None:
    """Whoever starts it may give it one; here any that this machine has."""
    with Server(emulator, host="localhost") as server:
        assert 200 == Asker(server, emulator).ask("GET", "/_emulator/state", Host="LOCALHOST")[0]


def test_bodies_that_are_packed_are_refused(
    asker: Asker, emulator: Emulator, caplog: pytest.LogCaptureFixture
) -> None:
    """In the service's form, whether they can be unpacked or not; nothing is logged as a mistake."""
    for coding in ("gzip", "deflate", "br", "nonsense"):
        headers = {**FORM, "Content-Encoding": coding}
        status, fields, said = asker.ask("POST", asker.queues, b"FriendlyName=x", **headers)
        assert (400, 20001) == (status, said["code"])
        assert coding in said["message"]
        assert fields["Content-Type"].startswith("application/json")
    assert "" == caplog.text
    assert {} == emulator.under_way


def test_forms_that_are_too_long_are_refused(asker: Asker, emulator: Emulator) -> None:
    """In the service's form; the longest one is taken."""
    start = b"FriendlyName="
    for length, expected in ((LONGEST, 201), (LONGEST + 1, 413), (3 * LONGEST, 413)):
        body = start + b"x" * (length - len(start))
        status, _, said = asker.ask("POST", asker.queues, body, **FORM)
        assert expected == status
        if status == 413:
            assert (413, f"The body is longer than {LONGEST} bytes.") == (
                said["status"],
                said["message"],
            )
    assert {} == emulator.under_way


def test_seeds_may_be_long(asker: Asker, emulator: Emulator) -> None:
    """Longer than forms."""
    row = {"object": "ShortCode", "values": {"friendly_name": "x" * 1000}}
    body = json.dumps({"records": [row] * 3000}).encode()
    assert len(body) > LONGEST
    assert 200 == asker.ask("POST", "/_emulator/seed", body)[0]
    assert 3000 == emulator.state.counts()["ShortCode"]
    status, _, rows = asker.ask("GET", "/_emulator/records/ShortCode")
    assert (200, SHOWN) == (status, len(rows))


def test_a_sender_that_leaves_is_no_mistake(
    asker: Asker, emulator: Emulator, caplog: pytest.LogCaptureFixture
) -> None:
    """Nothing is logged, and nothing stays counted as under way."""
    left = threading.Event()
    forget = emulator.forget

    def forgotten(matched: Any) -> None:
        forget(matched)
        left.set()

    emulator.forget = forgotten  # type: ignore[method-assign]
    caplog.set_level(logging.WARNING)
    where = urlsplit(f"//{asker.host}")
    with socket.create_connection((where.hostname, where.port), timeout=60) as connection:
        head = f"POST {asker.queues} HTTP/1.1\r\nHost: {asker.host}\r\nContent-Length: 100\r\n\r\n"
        connection.sendall(head.encode() + b"abc")
        while not emulator.under_way:
            pass
    assert left.wait(60)
    assert 200 == asker.ask("GET", asker.queues)[0]
    assert {} == emulator.under_way
    assert "" == caplog.text


def test_a_method_that_is_none_of_a_path_is_told_which_are(asker: Asker) -> None:
    """As HTTP has it."""
    status, fields, _ = asker.ask("DELETE", asker.queues)
    assert (405, {"GET", "POST"}) == (status, set(fields["Allow"].split(", ")))


def test_a_mistake_in_control_is_answered_in_json(
    asker: Asker, emulator: Emulator, caplog: pytest.LogCaptureFixture
) -> None:
    """And in the log; what was due and could not happen is one."""
    emulator.state.later(1, "Queue", "explode")
    status, _, said = asker.ask("POST", "/_emulator/advance", b'{"seconds": 5}')
    assert (500, "The emulator failed; its log says how.") == (status, said["message"])
    assert "could not be answered" in caplog.text
    assert "Queue has no event explode" in caplog.text
    _, _, state = asker.ask("GET", "/_emulator/state")
    assert ["Queue.explode"] == [failure["what"] for failure in state["failures"]]


def test_snapshots_are_kept_while_there_is_room(asker: Asker) -> None:
    """The newest ones, which outlive a reset; their numbers are not used again."""
    for number in range(1, SNAPSHOTS_KEPT + 3):
        assert {"snapshot": number} == asker.ask("POST", "/_emulator/snapshot")[2]
    asker.ask("POST", "/_emulator/reset")
    status, _, said = asker.ask("POST", "/_emulator/restore", b'{"snapshot": 2}')
    assert (400, "snapshot: there is no 2; there are: 3, 4, ") == (status, said["message"][:42])
    assert 200 == asker.ask("POST", "/_emulator/restore", b'{"snapshot": 3}')[0]


def test_requests_and_callbacks_have_numbers(emulator: Emulator, asker: Asker) -> None:
    """That stay theirs, however many come after them: a page can tell them apart."""
    client = Client(emulator)
    hook = {"StatusCallback": "http://example.com/"}
    client.made("Messages.json", To="+15005550009", From="+15005550006", Body="x", **hook)
    emulator.advance(60)
    for _ in range(1001):
        client.get("Queues.json")
    requests = asker.ask("GET", "/_emulator/requests")[2]
    assert [*range(3, 1003)] == [entry["number"] for entry in requests]
    assert [1, 2, 3] == [sent["number"] for sent in asker.ask("GET", "/_emulator/callbacks")[2]]


def test_the_newest_records_of_all_accounts(client: Client, branch: Client) -> None:
    """Newest first, and no more than are asked for."""
    sids = [
        who.made("Queues.json", FriendlyName=str(n))["sid"]
        for n in range(3)
        for who in (client, branch)
    ]
    newest = [record["sid"] for record in client.emulator.records("Queue")]
    assert sids[::-1] == newest
    assert newest[:4] == [row["sid"] for row in client.emulator.records("Queue", limit=4)]
    odd = client.emulator.records("Queue", lambda row: row["friendly_name"] == "1", limit=1)
    assert [sids[3]] == [row["sid"] for row in odd]


def test_a_snapshot_is_of_this_emulator(client: Client) -> None:
    """Anything else is refused before anything changes: another one's accounts lock everyone out."""
    emulator = client.emulator
    before = emulator.clock.now()
    with pytest.raises(EmulatorError, match="what snapshot\\(\\) has given"):
        emulator.restore({"time": 0})  # type: ignore[arg-type]
    other = Emulator(clock=Clock(0, frozen=True), account_sid=f"AC{1:032x}")
    with pytest.raises(EmulatorError, match=f"main account is {other.account_sid}"):
        emulator.restore(other.snapshot())
    assert before == emulator.clock.now()
    assert 200 == client.get("Calls.json").status
    twin = Emulator(clock=Clock(0, frozen=True), seed=7)
    emulator.restore(twin.snapshot())
    assert 200 == client.get("Calls.json").status
    assert client.secret not in repr(emulator.snapshot())


@pytest.mark.parametrize(("host", "port"), [("127.0.0.1", 65536), ("127.0.0.1", -1), ("", 0)])
def test_where_nothing_can_listen(emulator: Emulator, host: str, port: int) -> None:
    """It is said at once."""
    with pytest.raises(EmulatorError, match=r"^(host|port): "):
        Server(emulator, host, port)


@pytest.mark.parametrize("host", ["256.1.1.1", "a" * 70, "x..y"])
def test_names_that_are_none(emulator: Emulator, host: str) -> None:
    """Nothing hangs, nor seems to listen."""
    server = Server(emulator, host)
    with pytest.raises(EmulatorError, match="cannot listen on http://"):
        server.start()
    server.stop()


def test_a_server_may_be_stopped_twice(emulator: Emulator) -> None:
    """The second time nothing is left to do."""
    with Server(emulator) as server:
        server.stop()


@pytest.mark.parametrize("concurrency", [0, -3])
def test_an_account_may_have_one_request_under_way_at_least(concurrency: int) -> None:
    """None at all is no emulator."""
    with pytest.raises(EmulatorError, match=r"concurrency: .* is not a number from 1"):
        Emulator(concurrency=concurrency)


@pytest.mark.parametrize(
    "path, body, said",
    [
        ("advance", b"{", "the body is not JSON"),
        ("seed", b"records: []", "the body is not JSON"),
        ("faults", b"[" * 100_000, "the body is not JSON"),
        ("seed", b'{"records": "\xff"}', "the body is not JSON"),
        ("seed", b'{"records": ' + b"9" * 5000 + b"}", "the body is not JSON"),
        ("script", b"[]", "expected"),
        ("receive-message", b'{"to": 1}', "to"),
    ],
)
def test_a_control_body_that_is_none(asker: Asker, path: str, body: bytes, said: str) -> None:
    """It is refused with what is wrong with it, and changes nothing."""
    before = asker.ask("GET", f"{PREFIX}/state")[2]["records"]
    status, _, answer = asker.ask("POST", f"{PREFIX}/{path}", body)
    assert (400, True) == (status, said in answer["message"]), answer
    assert before == asker.ask("GET", f"{PREFIX}/state")[2]["records"]


def test_a_control_body_that_is_too_long(asker: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more of it is read than the longest there may be; the answer says how long that is."""
    monkeypatch.setattr("twilio_ops_emulator.control.control.LONGEST", 1000)
    body = b'{"records": []}' + b" " * 2000
    status, _, answer = asker.ask("POST", f"{PREFIX}/seed", body)
    assert (400, "the body is longer than 1000 bytes") == (status, answer["message"])
