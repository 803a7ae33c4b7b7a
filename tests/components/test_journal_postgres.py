"""A journal in Postgres: what a file does not have, such as a server that goes away."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bench.embedded import NotHere, Postgres
from twilio_ops.api.message import CreateMessage
from twilio_ops_cli.__main__ import main
from twilio_ops_components.inputs import Input
from twilio_ops_components.journal import Journal, JournalError, NoJournal, Pace
from twilio_ops_components.journal.database import Database
from twilio_ops_emulator import Emulator
from twilio_ops_runtime import (
    ConfigurationError,
    Connection,
    Document,
    Request,
    Response,
    Send,
)

SECRET = "s3cr3t-w0rd"


PGBOUNCER = shutil.which("pgbouncer") or shutil.which("pgbouncer", path="/usr/sbin")


@contextmanager
def pooled(postgres: str, settings: str) -> Generator[str]:
    """The address of the database behind a PgBouncer."""
    if PGBOUNCER is None:
        pytest.skip("PgBouncer is not installed")
    folder = Path(tempfile.mkdtemp(prefix="pgb"))
    server = postgres.partition("host=")[2]
    file = folder / "pgbouncer.ini"
    file.write_text(
        f"[databases]\npostgres = host={server} user=postgres\n[pgbouncer]\n"
        f"listen_addr =\nlisten_port = 6432\nunix_socket_dir = {folder}\nauth_type = any\n"
        f"ignore_startup_parameters = extra_float_digits\n{settings}\n",
        encoding="utf-8",
    )
    command = [PGBOUNCER, "-q", str(file)]
    if os.geteuid() == 0:  # it refuses to be run by root
        shutil.chown(folder, "nobody")
        command[1:1] = ["-u", "nobody"]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, stderr=log)
    try:
        while not (folder / ".s.PGSQL.6432").exists():
            assert process.poll() is None, (folder / "log").read_text(encoding="utf-8")
            time.sleep(0.02)
        yield f"postgresql://postgres@/postgres?host={folder}&port=6432"
    finally:
        process.terminate()
        process.wait()
        shutil.rmtree(folder)


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


def test_a_mistyped_journal_in_postgres_makes_no_schema(
    postgres: str,
    emulator: Emulator,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """Only `run` makes one, and only for what can be taken in."""
    import psycopg

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Connection, "from_env", emulator.connection)
    component = "format: 1\noperation: {object: Message, action: Create, name: send}\n"
    (tmp_path / "send.yaml").write_text(component, encoding="utf-8")
    [one] = inputs(1)
    (tmp_path / "in.xml").write_bytes(bytes(one.content or b""))
    place = f"{postgres}#mistyped"
    with psycopg.connect(postgres) as db:
        for command in (
            *(
                ["journal", one, place]
                for one in ("status", "pause", "resume", "resolve", "export")
            ),
            ["journal", "resend", place, "--state", "absent"],
            ["journal", "reconcile", place],
            ["run", "send.yaml", "in.xml", "--journal", place, "--key", "Nothing"],
        ):
            assert main(command) == (3 if command[0] == "run" else 2)
            told = capsys.readouterr().err
            assert "#mistyped: there is no such journal" in told or "is not made" in told
        found = "SELECT count(*) FROM information_schema.schemata WHERE schema_name = 'mistyped'"
        assert db.execute(found).fetchone() == (0,)
    assert main(["run", "send.yaml", "in.xml", "--journal", place]) == 0
    assert main(["journal", "status", place]) == 0


@pytest.mark.parametrize(
    ("settings", "refused"),
    [
        ("pool_mode = session", False),
        ("pool_mode = session\ndefault_pool_size = 2", False),
        ("pool_mode = transaction", True),
        ("pool_mode = transaction\ndefault_pool_size = 1", True),
        ("pool_mode = transaction\nserver_round_robin = 1", True),
        ("pool_mode = statement", True),
    ],
)
def test_a_pooler_that_shares_sessions_is_refused(
    address: str, postgres: str, connection: Connection, settings: str, refused: bool
) -> None:
    """Where a worker's lock is of a session that others get, too, nobody knows who is at work;
    also while others use the pool. One that gives each its own is as good as the server."""
    import psycopg

    schema = address.partition("#")[2]
    with pooled(postgres, settings) as place:
        if not refused:
            with Journal(f"{place}#{schema}s") as journal:
                assert journal.take(CreateMessage(connection), inputs(3)).new == 3
                assert journal.send(connection) == {"sent": 3}
            return
        for others in (0, 1, 3):
            if "pool_size = 1" in settings and others:
                break  # they would wait for one another
            connections = [psycopg.connect(place, autocommit=True) for _ in range(others)]
            for one in connections:
                one.execute("SELECT 1")
            with pytest.raises(ConfigurationError, match="gives a session to others"):
                Journal(f"{place}#{schema}")
            for one in connections:
                one.close()
    with pytest.raises(NoJournal):  # the refused ones have made nothing
        Journal(address, create=False)


class Seen:
    """A connection by the processes that carry out its questions; it may get no answer at all."""

    def __init__(self, told: int, *processes: int, answers: bool = True) -> None:
        self.info = SimpleNamespace(backend_pid=told)
        self.canceled = Event()
        self._processes = iter(processes)
        self._answers = answers

    def __enter__(self) -> Any:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def execute(self, statement: str) -> Any:
        import psycopg

        if not self._answers:
            self.canceled.wait()
            raise psycopg.OperationalError("canceled")
        if statement.startswith("SELECT"):
            process = next(self._processes)
            return SimpleNamespace(fetchone=lambda: (process,))
        return None

    def cancel_safe(self, timeout: float) -> None:
        self.canceled.set()


@pytest.mark.parametrize("moment", [*range(5), None])
@pytest.mark.parametrize(("who", "process"), [(0, 2), (0, 3), (1, 1), (1, 3)])
def test_another_process_at_any_moment_shows_a_pooler(
    monkeypatch: pytest.MonkeyPatch, moment: int | None, who: int, process: int
) -> None:
    """Before, within and behind transactions: the other connection's, or a third."""
    psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed")
    from twilio_ops_components.journal.pooler import shares_sessions

    processes = [[1] * 5, [2] * 5]
    if moment is not None:
        processes[who][moment] = process
    db, other = Seen(9, 1, *processes[0]), Seen(9, 2, *processes[1])
    asked: list[Any] = []
    monkeypatch.setattr(psycopg, "connect", lambda *a, **k: asked.append((a, k)) or other)
    assert shares_sessions(cast("Any", db), "host=x") is (moment is not None)
    assert asked == [(("host=x",), {"autocommit": True})]
    assert not other.canceled.is_set()


def test_a_second_session_that_is_not_given_is_not_asked_for_any_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A pool that has one for each client may have none left: its question is taken back."""
    psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed")
    from twilio_ops_components.journal import pooler

    monkeypatch.setattr(pooler, "LONGEST", 0.0)
    other = Seen(9, answers=False)
    monkeypatch.setattr(psycopg, "connect", lambda *_, **__: other)
    assert not pooler.shares_sessions(cast("Any", Seen(9, 1)), "")
    assert other.canceled.is_set()


def test_a_server_that_says_its_process_has_no_pooler(monkeypatch: pytest.MonkeyPatch) -> None:
    """No second connection is opened for that."""
    psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed")
    from twilio_ops_components.journal.pooler import shares_sessions

    monkeypatch.setattr(psycopg, "connect", None)
    assert not shares_sessions(cast("Any", Seen(1, 1)), "")


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
        shown = [
            session(journal).execute(f"SHOW {name}").fetchone()[0]
            for name in ("lock_timeout", "application_name", "transaction_isolation")
        ]
    assert (setting, default) == ("on", "off")
    assert shown == ["1min", "twilio-ops", "read committed"]


def test_a_link_that_is_dead_is_seen_in_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    """At this end, unless the address says otherwise."""
    psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed")
    from psycopg.conninfo import conninfo_to_dict

    asked: list[tuple[dict[str, Any], dict[str, Any]]] = []

    def connect(address: str, **options: Any) -> Any:
        asked.append((conninfo_to_dict(address), options))
        raise psycopg.OperationalError("nobody\n  is there")

    monkeypatch.setattr(psycopg, "connect", connect)
    with pytest.raises(ConfigurationError) as caught:
        Journal("postgresql://ops@h:5/bulk?keepalives_idle=7#orders")
    assert str(caught.value) == (
        "postgresql://h:5/bulk#orders: the journal cannot be opened: nobody is there"
    )
    [(values, options)] = asked
    assert options == {"autocommit": True}
    assert {name: str(value) for name, value in values.items()} == {
        "user": "ops",
        "host": "h",
        "port": "5",
        "dbname": "bulk",
        "connect_timeout": "10",
        "keepalives_idle": "7",
        "keepalives_interval": "10",
        "keepalives_count": "3",
        "tcp_user_timeout": "60000",
        "application_name": "twilio-ops",
    }


class Server:
    """Stands for a session: answers what it is asked for, and keeps what it is told."""

    def __init__(self, **answers: Any) -> None:
        self.info = SimpleNamespace(backend_pid=1)
        self.answers: dict[str, Any] = {"SELECT pg_backend_pid()": 1, "SHOW fsync": "on", **answers}
        self.told: list[str] = []
        self.is_closed = False

    def execute(self, statement: str | bytes, values: Any = ()) -> Any:
        text = statement if isinstance(statement, str) else statement.decode()
        self.told.append(text)
        found = self.answers.get(text)
        return SimpleNamespace(fetchone=lambda: None if found is None else (found,))

    def close(self) -> None:
        self.is_closed = True


@pytest.mark.parametrize(
    ("server", "said"),
    [
        (
            Server(**{"SHOW fsync": "off"}),
            "its server runs with fsync = off: what it commits is not on disk",
        ),
        (
            None,
            "a pooler in between gives a session to others after each transaction, and a journal"
            " needs one of its own: connect to the server itself, or set the pooler to session"
            " pooling (PgBouncer: pool_mode = session)",
        ),
    ],
)
def test_a_server_that_keeps_no_promise_is_refused(
    monkeypatch: pytest.MonkeyPatch, server: Server | None, said: str
) -> None:
    """Before anything is made in it; the session is ended."""
    psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed")
    from twilio_ops_components.journal import postgres as module

    found = server or Server()
    monkeypatch.setattr(psycopg, "connect", lambda *_, **__: found)
    if server is None:
        monkeypatch.setattr(module, "shares_sessions", lambda *_: True)
    with pytest.raises(ConfigurationError) as caught:
        Journal("postgresql://h/bulk#orders")
    assert str(caught.value) == f"postgresql://h/bulk#orders: {said}"
    assert found.is_closed and not any("CREATE" in one for one in found.told)
    if server is not None:
        assert found.told[1:5] == [
            "SET tcp_keepalives_idle = 30",
            "SET tcp_keepalives_interval = 10",
            "SET tcp_keepalives_count = 3",
            "SET lock_timeout = 60000",
        ]


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


@pytest.mark.slow
def test_a_server_that_is_killed_while_messages_go_out_loses_nothing(
    emulator: Emulator, connection: Connection
) -> None:
    """With ``kill -9``, again and again, at no chosen moment: each time the sending stops and says
    so, the server recovers what was committed, and in the end each message has arrived once."""
    messages = 120
    try:
        server = Postgres()
        with server:
            _killed_again_and_again(server, f"{server.address}#killed", connection, messages)
    except NotHere as error:
        pytest.skip(str(error))
    assert bodies(emulator) == {str(number): 1 for number in range(messages)}


def before_each(call: Callable[[Request], object]) -> Callable[[Send], Send]:
    """Call something before each request goes out."""

    def wrap(send: Send) -> Send:
        def attempt(request: Request, /) -> Response:
            call(request)
            return send(request)

        return attempt

    return wrap


def _killed_again_and_again(
    server: Postgres, place: str, connection: Connection, messages: int
) -> None:
    with Journal(place) as journal:
        assert journal.take(CreateMessage(connection), inputs(messages)).new == messages
    for kill_after in (3, 11, 25):

        def killing(at: int, numbers: Iterator[int], request: Request) -> None:
            if next(numbers) == at:
                server.kill()

        with Journal(place) as journal, pytest.raises(JournalError, match="cannot be read"):
            through = before_each(partial(killing, kill_after, count(1)))
            journal.send(connection.through(through), Pace(concurrency=4))
        with pytest.raises(ConfigurationError, match="cannot be opened"):
            Journal(place)
        server.start()
    with Journal(place) as journal:
        journal.send(connection)
        assert journal.counts().get("unknown", 0) > 0
        journal.resolve(connection, settled=0)
        journal.resend(states=["absent"])
        assert set(journal.send(connection)) <= {"sent", "matched"}


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
