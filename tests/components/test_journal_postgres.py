"""A journal in Postgres: what a file does not have, such as a server that goes away."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import pytest

from twilio_ops.api.message import CreateMessage
from twilio_ops_components.inputs import Input
from twilio_ops_components.journal import Journal, JournalError, Pace
from twilio_ops_components.journal.database import Database
from twilio_ops_emulator import Emulator
from twilio_ops_runtime import ConfigurationError, Connection, Document

SECRET = "s3cr3t-w0rd"


@pytest.fixture
def address(postgres: str, request: pytest.FixtureRequest) -> str:
    """The address of a journal that nobody has opened yet."""
    return f"{postgres}#p{abs(hash(request.node.name))}"


def inputs(messages: int) -> Iterator[Input]:
    for number in range(messages):
        text = f"<Message><To>+1311555{number:04}</To><From>+13115559999</From><Body>{number}</Body></Message>"
        yield Input(source=Document(text), index=number + 1)


def bodies(emulator: Emulator) -> Counter[str]:
    return Counter(record["body"] for record in emulator.records("Message"))


def session(journal: Journal) -> Any:
    database: Any = journal._store._db
    return database._db


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://ops:{SECRET}@127.0.0.1:1/bulk",
        f"postgresql://ops:a@{SECRET}@127.0.0.1:1/bulk",
        f"postgresql://ops:a/{SECRET}@127.0.0.1:1/bulk",
        f"postgresql://ops:a?{SECRET}@127.0.0.1:1/bulk",
        f"postgresql://ops:a#{SECRET}@127.0.0.1:1/bulk",
        f"postgresql://ops:a%{SECRET}@127.0.0.1:1/bulk",
        f"postgresql://127.0.0.1:1/bulk?password={SECRET}",
        f"postgresql://127.0.0.1:1/bulk?pass={SECRET}",
        f"postgresql://ops:{SECRET}@127.0.0.1:1/bulk#Wrong",
        f"postgres://ops:{SECRET}@127.0.0.1:port/bulk",
    ],
)
def test_no_error_holds_a_password(url: str) -> None:
    """Whichever way the address is wrong, or its server not there."""
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    with pytest.raises(ConfigurationError) as caught:
        Journal(url)
    error: BaseException | None = caught.value
    assert SECRET not in str(error)
    assert "postgresql://" in str(error) or "behind the #" in str(error)


def test_a_journal_is_a_schema_of_its_own(
    address: str, emulator: Emulator, connection: Connection
) -> None:
    """Two in one database know nothing of each other; a schema of something else is none."""
    with Journal(f"{address}a") as one, Journal(f"{address}b") as other:
        assert one.take(CreateMessage(connection), inputs(2)).new == 2
        assert other.counts() == {}
        assert one.send(connection) == {"sent": 2}
        session(one).execute("CREATE SCHEMA other; CREATE TABLE other.mine (x int)")
        session(one).execute("UPDATE meta SET value = '99' WHERE name = 'format'")
    with pytest.raises(ConfigurationError, match="is a schema, and no journal"):
        Journal(address.partition("#")[0] + "#other")
    with pytest.raises(ConfigurationError, match="is of format 99"):
        Journal(f"{address}a")


def test_a_claim_is_on_the_disk_before_a_byte_goes_out(
    address: str, emulator: Emulator, connection: Connection
) -> None:
    """Also where the server's own setting is not to wait for the disk, as that of the tests is."""
    with Journal(address) as journal:
        [setting] = session(journal).execute("SHOW synchronous_commit").fetchone()
        [default] = (
            session(journal)
            .execute("SELECT reset_val FROM pg_settings WHERE name = 'synchronous_commit'")
            .fetchone()
        )
    assert (setting, default) == ("on", "off")


def test_two_workers_are_given_different_entries(
    address: str, emulator: Emulator, connection: Connection
) -> None:
    """While one has claimed and not yet committed, the other is given others at once."""
    with Journal(address) as one, Journal(address) as two:
        one.take(CreateMessage(connection), inputs(4))
        one._store.start()
        two._store.start()
        with one._store.transaction():
            first = one._store.ready(2)
            with two._store.transaction():
                second = two._store.ready(4)
                two._store.claim(second)
            one._store.claim(first)
        keys = [entry.key for entry in first + second]
        assert len(keys) == len(set(keys)) == 4
        assert one.counts() == {"sending": 4}
        assert two._store.start() == 2  # its own: nothing of them is under way any more
        assert one.counts() == {"sending": 2, "unknown": 2}
    with Journal(address) as three:
        assert three._store.start() == 2
        assert three.counts() == {"unknown": 4}


@pytest.mark.slow
@pytest.mark.parametrize("after", [False, True])
def test_a_server_that_goes_away_at_any_statement_stops_the_sending(
    address: str,
    emulator: Emulator,
    connection: Connection,
    after: bool,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Clearly, and nothing arrives twice or is lost: what the session was at is unknown later.

    The session is ended before or after each statement in turn, commits included.
    """
    with Journal(address) as admin:
        for number in count(1):
            place = f"{address}n{number}"
            with Journal(place) as journal:
                create = CreateMessage(connection)
                journal.take(create, inputs(3))
                begun = bodies(emulator).total()
                _cut(journal, admin, number, after, monkeypatch)
                try:
                    journal.send(connection, Pace(concurrency=2, rate=1000))
                    ended = False
                except JournalError as error:
                    ended = True
                    assert "cannot be read or written" in str(error)
            with Journal(place) as journal:
                journal.send(connection)
                unknown = journal.counts().get("unknown", 0)
                assert ended or not unknown
                journal.resolve(connection, settled=0)
                journal.resend(states=["absent"])
                assert set(journal.send(connection)) <= {"sent", "matched"}
            assert bodies(emulator).total() == begun + 3
            if not ended:
                break  # all statements that there are have been tried
            emulator.reset()
    assert number > 30
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


def _cut(
    journal: Journal, admin: Journal, number: int, after: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """End the session of a journal at its n-th statement from now on."""
    db = session(journal)
    process = db.info.backend_pid
    done = 0

    def ended() -> None:
        session(admin).execute("SELECT pg_terminate_backend(%s, 5000)", (process,))

    def counted(method: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **keywords: Any) -> Any:
            nonlocal done
            done += 1
            mine = done
            if mine == number and not after:
                ended()
            found = method(*args, **keywords)
            if mine == number and after:
                ended()
            return found

        return call

    database: Database = journal._store._db
    for name in ("execute", "execute_many"):
        monkeypatch.setattr(database, name, counted(getattr(database, name)))
    monkeypatch.setattr(db, "wait", counted(db.wait))
