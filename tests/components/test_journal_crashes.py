"""The journal against a service over HTTP: killed, shared by workers, at a disk that is full."""

from __future__ import annotations

import os
import resource
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import requests

from bench.soak_journal import Trial
from tests.components.crashing_journal import LAG
from twilio_ops.api.message import CreateMessage, DeleteMessage
from twilio_ops_components.inputs import Input
from twilio_ops_components.journal import Journal, JournalError, Pace, Receiver
from twilio_ops_emulator import Clock, Emulator, Fault
from twilio_ops_emulator.api.server import Server
from twilio_ops_runtime import ConfigurationError, Connection, Document
from twilio_ops_runtime.webhooks import sign

pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes are killed")


class Served(NamedTuple):
    """An emulator and its address."""

    emulator: Emulator
    url: str


@pytest.fixture
def server() -> Iterator[Served]:
    with Emulator() as emulator, Server(emulator) as server:
        yield Served(emulator, server.url)


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


def connected(server: Served) -> Connection:
    emulator = server.emulator
    return Connection(emulator.account_sid, emulator.auth_token, base_url=server.url)


def taken(journal: Journal, connection: Connection, count: int) -> None:
    documents = (
        Document(
            f"<Message><To>+1311555{number % 50:04}</To><From>+13115550099</From>"
            f"<Body>{number}</Body></Message>"
        )
        for number in range(count)
    )
    inputs = (Input(source=one, index=index) for index, one in enumerate(documents, 1))
    assert journal.take(CreateMessage(connection), inputs).new == count


def bodies(server: Served) -> Counter[str]:
    return Counter(record["body"] for record in server.emulator.records("Message"))


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["send", "decide", "tell", "schedule"])
def test_killed_at_any_commit_nothing_arrives_twice_and_nothing_is_lost(
    tmp_path: Path, place: str, kind: str
) -> None:
    """Whatever step a process dies at, while it sends, resolves, is told, decides, schedules or
    cancels: in the end each message is there once."""
    program = Path(__file__).with_name("crashing_journal.py")
    with Emulator(clock=Clock(frozen=True)) as emulator, Server(emulator) as server:
        if kind == "schedule":
            emulator.faults.add(Fault(kind="lag", object="Message", seconds=LAG))
        ended = subprocess.run(
            [
                *(sys.executable, program, server.url, emulator.account_sid, emulator.auth_token),
                *(tmp_path, place, kind),
            ],
            env=environment(),
            capture_output=True,
            text=True,
        )
    assert ended.returncode == 0, ended.stderr
    steps = int(ended.stdout)
    assert steps > {"send": 15, "decide": 15, "tell": 5, "schedule": 20}[kind]
    found = Counter(
        record["body"] for record in emulator.records("Message") if record["status"] != "canceled"
    )
    assert found == {f"{number}-{n}": 1 for number in range(1, steps + 1) for n in (1, 2, 3)}
    if kind == "schedule":
        assert any(record["status"] == "canceled" for record in emulator.records("Message"))


@pytest.mark.slow
def test_two_workers_killed_again_and_again_send_each_message_once(place: str) -> None:
    """With answers that are lost, refusals of the pace and lists that lag; every doubt is resolved
    by the list or decided. ``python bench/soak_journal.py`` does it with 20,000 messages."""
    with Emulator() as emulator:
        trial = Trial(emulator, place, 300, 5)
        trial.run()
        assert trial.arrived() == {str(number): 1 for number in range(300)}
    assert trial.killed > 1
    assert trial.doubts == sum(trial.resolved.values()) > 0
    assert set(trial.resolved) == {"matched", "absent"}
    assert trial.decided == trial.resolved["absent"]
    assert set(trial.states) == {"sent", "matched"}


def test_a_disk_that_is_full_stops_the_sending(server: Served, tmp_path: Path) -> None:
    """Nothing goes out that is not on disk as being sent, and nothing twice when there is room."""
    connection = connected(server)
    path = tmp_path / "send.journal"
    with Journal(path) as journal:
        taken(journal, connection, 40)
        sizes = [one.stat().st_size for one in tmp_path.iterdir()]
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (max(sizes) + 60_000, hard))
        try:
            with pytest.raises(JournalError, match=r"send.journal: cannot be .*(full|I/O)"):
                journal.send(connection, Pace(concurrency=4))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        before = bodies(server)
        assert 0 < len(before) < 40
    with Journal(path) as journal:
        journal.send(connection)
        journal.resolve(connection, settled=0)
        journal.resend(states=["absent"])
        assert set(journal.send(connection)) <= {"sent", "matched"}
    assert bodies(server) == {str(number): 1 for number in range(40)}


def test_callbacks_that_carry_the_key_resolve_what_is_in_doubt(
    server: Served, tmp_path: Path
) -> None:
    """The service calls the address of the request; calls that it did not sign say nothing."""
    emulator = server.emulator
    connection = connected(server)
    documents = [
        Input(
            source=Document(
                f"<Message><To>+13115550001</To><From>+13115550000</From><Body>{body}</Body>"
                "</Message>"
            ),
            index=index,
        )
        for index, body in enumerate(("a", "b &amp; c"), 1)
    ]
    emulator.faults.add(Fault(kind="drop", when="after", object="Message", action="Create"))
    path = tmp_path / "send.journal"
    with Journal(path) as journal, Journal(path) as told:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        url = f"http://127.0.0.1:{port}/told?by=service"
        with Receiver(url, emulator.auth_token, "Message", told.confirm, port=port):
            taken = journal.take(CreateMessage(connection), documents, key="Body", callback=url)
            assert (taken.new, taken.refused) == (2, [])
            forged = requests.post(f"{url}&entry=a", {"MessageSid": "SM" + "0" * 32}, timeout=5)
            assert forged.status_code == 403
            assert requests.post(url, data=b"x" * 100_000, timeout=5).status_code == 413
            for token, key, status in (
                ("f" * 32, "a", 403),  # another account's
                (emulator.auth_token, "nobody's", 204),
                (emulator.auth_token, "a", 204),  # before anything was sent: somebody makes it up
            ):
                address, form = f"{url}&entry={key}", {"MessageSid": "SM" + "0" * 32}
                headers = {"X-Twilio-Signature": sign(token, address, form)}
                for _ in range(2):
                    answer = requests.post(address, form, headers=headers, timeout=5)
                    assert answer.status_code == status
            assert journal.counts() == {"ready": 2}
            found = journal.send(connection)
            emulator.advance(60)
            for _ in range(100):
                found = journal.counts()
                if found == {"matched": 2}:
                    break
                time.sleep(0.05)
        assert found == {"matched": 2}
        sids = {row["key"]: row["sid"] for row in journal.rows()}
    messages = {record["body"]: record["sid"] for record in emulator.records("Message")}
    assert sids == messages == {"a": sids["a"], "b & c": sids["b & c"]}
    with pytest.raises(
        ConfigurationError, match="DeleteMessage takes no address that says what became of it"
    ):
        Journal(tmp_path / "other.journal").take(DeleteMessage(connection), [], callback=url)
