"""The emulator over HTTP: whatever arrives is answered in the service's form, and by its own page only."""

from __future__ import annotations

import base64
import http.client
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from emulator_client import Client

from twilio_ops_emulator import Clock, Emulator, EmulatorError
from twilio_ops_emulator.control import SNAPSHOTS_KEPT
from twilio_ops_emulator.server import Server

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture
def server(emulator: Emulator) -> Iterator[Server]:
    """An emulator with a socket."""
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
    other = Emulator(clock=Clock(0, frozen=True), seed=8)
    with pytest.raises(EmulatorError, match=f"main account is {other.account_sid}"):
        emulator.restore(other.snapshot())
    assert before == emulator.clock.now()
    assert 200 == client.get("Calls.json").status
    twin = Emulator(clock=Clock(0, frozen=True), seed=7)
    emulator.restore(twin.snapshot())
    assert 200 == client.get("Calls.json").status
    assert client.secret not in repr(emulator.snapshot())
