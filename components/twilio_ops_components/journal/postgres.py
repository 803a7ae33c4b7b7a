"""A journal in Postgres, for workers on several machines.

A journal is a schema of the database: ``postgresql://ops@db.example.com/bulk#orders`` is the one
named ``orders``. A worker is at work as long as its session is: it holds an advisory lock, which
the server takes back when the session ends, however it ends.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from twilio_ops_components.journal.database import (
    BUSY,
    FORMAT,
    NoJournal,
    check_format,
    tables,
    translated,
)
from twilio_ops_components.journal.pooler import shares_sessions
from twilio_ops_runtime import ConfigurationError

__all__ = ["Postgres"]

SCHEMA = "twilio_ops_journal"
"""The schema of an address that names none."""
WANTED = "postgresql://USER@HOST:PORT/DATABASE#JOURNAL"
# A link that is dead is seen in a minute at either end, not after hours.
_LINK = {
    "connect_timeout": 10,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 60_000,
    "application_name": "twilio-ops",
}
_SESSION = (
    "SET tcp_keepalives_idle = 30",
    "SET tcp_keepalives_interval = 10",
    "SET tcp_keepalives_count = 3",
    f"SET lock_timeout = {int(BUSY * 1000)}",
)


class Postgres:
    """A journal in a schema of a Postgres database, open.

    Args:
        url: The address; what it does not say, libpq takes from the environment and
            ``~/.pgpass``.
        create: Whether the schema is made if there is none.

    Raises:
        NoJournal: There is none, and none is to be made.
        ConfigurationError: It is no address, cannot be reached, or the schema is no journal. No
            message holds a password.
    """

    locking = " FOR UPDATE SKIP LOCKED"

    def __init__(self, url: str, *, create: bool = True) -> None:
        values, self._schema = _parsed(url)
        self.name = _named(values, self._schema)
        self._create = create
        self._address = make_conninfo("", **{**_LINK, **values})
        self._db: psycopg.Connection[Any]
        try:
            self._db = psycopg.connect(self._address, autocommit=True)
        except psycopg.Error as error:
            text = " ".join(str(error).split())
            raise ConfigurationError(f"{self.name}: the journal cannot be opened: {text}") from None
        try:
            with translated(self.name, psycopg.Error):
                self._open()
        except BaseException:
            self._db.close()
            raise

    def _open(self) -> None:
        execute = self._db.execute
        if shares_sessions(self._db, self._address):
            raise ConfigurationError(
                f"{self.name}: a pooler in between gives a session to others after each transaction,"
                " and a journal needs one of its own: connect to the server itself, or set the"
                " pooler to session pooling (PgBouncer: pool_mode = session)"
            )
        self._db.isolation_level = psycopg.IsolationLevel.READ_COMMITTED
        for statement in _SESSION:
            execute(statement.encode())
        if self._one("SHOW fsync") != "on":
            raise ConfigurationError(
                f"{self.name}: its server runs with fsync = off: what it commits is not on disk"
            )
        if self._one("SHOW synchronous_commit") in ("off", "local"):
            execute("SET synchronous_commit = on")
        with self._db.transaction():
            # Two that open one for the first time: one of them makes it.
            execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", (self._schema,))
            there = self._one(
                "SELECT count(*) FROM pg_tables WHERE schemaname = %s", (self._schema,)
            )
            if not there and not self._create:
                raise NoJournal(self.name)
            if not there:
                execute(f'CREATE SCHEMA IF NOT EXISTS "{self._schema}"'.encode())
            execute("SELECT set_config('search_path', %s, false)", (self._schema,))
            if not there:
                identity = "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"
                for statement in tables(identity, "BYTEA", "DOUBLE PRECISION"):
                    execute(statement.encode())
                execute("INSERT INTO meta VALUES ('format', %s)", (str(FORMAT),))
        if self._one("SELECT to_regclass('meta') IS NULL OR to_regclass('entry') IS NULL"):
            raise ConfigurationError(f"{self.name}: is a schema, and no journal")
        version = self._one("SELECT value FROM meta WHERE name = 'format'")
        check_format(self.name, int(version or 0))
        # Locks are of a database: those of another journal have other numbers.
        self._place = int(self._one("SELECT 'entry'::regclass::oid::bigint << 32"))

    def _one(self, statement: str, values: Sequence[Any] = ()) -> Any:
        row: Any = self._db.execute(statement.encode(), values).fetchone()
        return None if row is None else row[0]

    def execute(self, statement: str, values: Sequence[Any] = ()) -> psycopg.Cursor[Any]:
        """Carry out a statement."""
        with translated(self.name, psycopg.Error):
            return self._db.execute(_marked(statement), values)

    def execute_many(self, statement: str, values: Sequence[Sequence[Any]]) -> None:
        """Carry out a statement with each of some values, without waiting for each."""
        with translated(self.name, psycopg.Error), self._db.cursor() as cursor:
            cursor.executemany(_marked(statement), values)

    def stream(self, statement: str) -> Iterator[Any]:
        """Return the rows of a query one after the other."""
        with (
            translated(self.name, psycopg.Error),
            self._db.transaction(),
            self._db.cursor("stream") as cursor,
        ):
            cursor.itersize = 1000
            yield from cursor.execute(_marked(statement))

    @contextmanager
    def transaction(self, *, alone: bool = False) -> Generator[None]:
        """Do several things at once; all are on the server's disk at its end, or none is done."""
        with translated(self.name, psycopg.Error), self._db.transaction():
            if alone:
                self._db.execute("SELECT pg_advisory_xact_lock(%s)", (self._place,))
            yield

    def work(self, worker: int) -> None:
        """Say that a worker is at work, by a lock of this session."""
        self.execute("SELECT pg_advisory_lock(?)", (self._place + worker,))

    def is_at_work(self, worker: int) -> bool:
        """Return whether another worker's session holds its lock."""
        place = (self._place + worker,)
        with translated(self.name, psycopg.Error):
            if not self._one("SELECT pg_try_advisory_lock(%s)", place):
                return True
            self._one("SELECT pg_advisory_unlock(%s)", place)
        return False

    def forget(self, worker: int) -> None:
        """Nothing is left of a session that has ended."""

    def close(self) -> None:
        """End the session, and with it its locks."""
        self._db.close()


def _marked(statement: str) -> bytes:
    """A statement with psycopg's marks for values; as bytes, for it is put together here."""
    return statement.replace("?", "%s").encode()


def _parsed(url: str) -> tuple[dict[str, Any], str]:
    """The parameters of an address, and the schema.

    A password that is not percent-encoded may look like another part, and would be shown as such:
    an address that can be read in two ways is refused, and nothing of it is said.
    """
    address, _, schema = url.partition("#")
    authority, _, rest = address.partition("://")[2].partition("/")
    known, _, asked = authority.partition("?")
    if "@" in rest + schema + asked or known.count("@") > 1:
        raise ConfigurationError(
            f"the address of the journal cannot be read: {WANTED} was expected, where @, /, ? and"
            " # of a password are percent-encoded"
        )
    schema = schema or SCHEMA
    if not re.fullmatch(r"[a-z_][a-z0-9_]{0,62}", schema) or schema.startswith("pg_"):
        raise ConfigurationError(
            "the name of the journal, behind the # of its address, is made of a-z, 0-9 and _, and"
            " does not begin with a digit or pg_"
        )
    try:
        return dict(conninfo_to_dict(address)), schema
    except psycopg.Error:  # its text may show a part of the password
        raise ConfigurationError(
            f"the address of the journal cannot be read: {WANTED} was expected"
        ) from None


def _named(values: dict[str, Any], schema: str) -> str:
    host, port = values.get("host") or "", values.get("port")
    place = f"{host}:{port}" if port else host
    return f"postgresql://{place}/{values.get('dbname') or ''}#{schema}"
