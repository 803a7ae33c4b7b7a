"""Faults over real sockets, with the runtime as client: what it raises, and what was done."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from emulator_client import Client

from twilio_ops import Connection
from twilio_ops.api.queue import CreateQueue, QueryQueue
from twilio_ops_emulator import Clock, Emulator
from twilio_ops_emulator.api.server import Server
from twilio_ops_runtime.errors import MalformedAnswer, OutcomeUnknown, UnconfirmedServerError
from twilio_ops_runtime.http.messages import Timeout
from twilio_ops_runtime.retry import Retry

QUEUES = "Queues.json"


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    """An emulator whose accounts may have two requests under way."""
    with Emulator(clock=Clock("2026-11-01", frozen=True), seed=2, concurrency=2) as emulator:
        yield emulator


@pytest.fixture
def server(emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """The same with a socket; what is still under way when it stops is not waited for."""
    monkeypatch.setattr("twilio_ops_emulator.api.server.GRACE", 0.01)
    with Server(emulator) as server:
        yield server


@pytest.fixture
def connection(server: Server, emulator: Emulator) -> Iterator[Connection]:
    """A connection over that socket, which waits for nothing between attempts."""
    with Connection(
        emulator.account_sid,
        emulator.auth_token,
        base_url=server.url,
        retry=Retry(max_attempts=3, base=0),
    ) as connection:
        yield connection


def queues(emulator: Emulator) -> int:
    """How many queues there are."""
    return len(emulator.state.table("Queue"))


@pytest.mark.parametrize(
    ("fault", "raised", "made"),
    [
        ({"kind": "status", "status": 503}, UnconfirmedServerError, 0),
        ({"kind": "status", "status": 500, "when": "after"}, UnconfirmedServerError, 1),
        ({"kind": "drop"}, OutcomeUnknown, 0),
        ({"kind": "drop", "when": "after"}, OutcomeUnknown, 1),
        ({"kind": "cut", "bytes": 30}, OutcomeUnknown, 1),
        ({"kind": "truncate", "bytes": 30}, OutcomeUnknown, 1),
    ],
    ids=lambda value: "-".join(map(str, value.values())) if isinstance(value, dict) else None,
)
def test_a_create_that_is_struck_is_sent_once(
    emulator: Emulator,
    connection: Connection,
    fault: dict[str, Any],
    raised: type[Exception],
    made: int,
) -> None:
    """Whoever sent it cannot know, and the emulator does."""
    emulator.fault(**fault, times=1)
    with pytest.raises(raised):
        CreateQueue(connection)(friendly_name="A")
    assert made == queues(emulator)
    assert 1 == emulator.request_log.count
    assert "B" == CreateQueue(connection)(friendly_name="B").friendly_name


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "status", "status": 503},
        {"kind": "status", "status": 429, "code": 20429, "retry_after": 0},
        {"kind": "drop"},
        {"kind": "drop", "when": "after"},
        {"kind": "cut", "bytes": 3},
    ],
    ids=lambda value: "-".join(map(str, value.values())),
)
def test_a_reading_that_is_struck_is_repeated(
    emulator: Emulator, connection: Connection, fault: dict[str, Any]
) -> None:
    """The second attempt is answered."""
    emulator.fault(**fault, nth=1)
    assert [] == list(QueryQueue(connection)())
    assert 2 == emulator.request_log.count


def test_a_truncated_list_is_no_list(emulator: Emulator, connection: Connection) -> None:
    """It claims to be whole, and is not."""
    emulator.fault("truncate", bytes=25)
    with pytest.raises(MalformedAnswer):
        list(QueryQueue(connection)())


def test_a_late_answer(emulator: Emulator, server: Server) -> None:
    """The request that waits less gives up; what was to be done is done."""
    emulator.fault("latency", seconds=30, times=1)
    with (
        Connection(
            emulator.account_sid,
            emulator.auth_token,
            base_url=server.url,
            timeout=Timeout(connect=30, read=0.2),
        ) as connection,
        pytest.raises(OutcomeUnknown),
    ):
        CreateQueue(connection)(friendly_name="A")
    assert 1 == queues(emulator)
    emulator.fault("latency", seconds=0.01, times=1)
    with Connection(emulator.account_sid, emulator.auth_token, base_url=server.url) as connection:
        assert "B" == CreateQueue(connection)(friendly_name="B").friendly_name


def test_too_many_at_once(emulator: Emulator, server: Server) -> None:
    """Two requests whose bodies are still on their way are all that an account may have."""
    client = Client(emulator)
    branch = client.made("/2010-04-01/Accounts.json")
    other = Client(emulator, branch["sid"], branch["auth_token"])
    where = urlsplit(server.url)
    path = f"/2010-04-01/Accounts/{client.account}/{QUEUES}"
    head = f"POST {path} HTTP/1.1\r\nHost: {where.netloc}\r\nContent-Length: 1\r\n\r\n"
    held = [socket.create_connection((where.hostname, where.port), timeout=60) for _ in range(2)]
    try:
        for number, connection in enumerate(held, start=1):
            connection.sendall(head.encode())
            while emulator.under_way.get(client.account, 0) < number:
                time.sleep(0.001)
        refused = client.get(QUEUES)
        assert (429, 20429) == (refused.status, refused.code)
        assert "3" == refused.headers["Twilio-Concurrent-Requests"]
        assert 200 == other.get(QUEUES).status
        for connection in held:
            connection.sendall(b"x")
            assert connection.recv(12).startswith(b"HTTP/1.1 401")
    finally:
        for connection in held:
            connection.close()
    while emulator.under_way:
        time.sleep(0.001)
    assert 200 == client.get(QUEUES).status
