"""What a journal is kept in: a file, or a Postgres that several machines share.

Both hold the same tables and take the same statements, in which ``?`` stands for a value.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Protocol

from twilio_ops_runtime import ConfigurationError, OperationError

__all__ = [
    "BUSY",
    "FORMAT",
    "Database",
    "JournalError",
    "NoJournal",
    "Rows",
    "check_format",
    "is_address",
    "tables",
    "translated",
]

FORMAT = 3
BUSY = 60.0
"""How many seconds a commit waits for those of others."""

_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE entry (
    id {id},
    key TEXT NOT NULL UNIQUE,
    digest TEXT NOT NULL,
    input TEXT NOT NULL,
    line INTEGER,
    method TEXT NOT NULL,
    url TEXT NOT NULL,
    headers TEXT NOT NULL,
    body {bytes},
    sender TEXT NOT NULL DEFAULT '',
    deadline {float},
    state TEXT NOT NULL DEFAULT 'ready',
    due {float} NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0,
    lost INTEGER NOT NULL DEFAULT 0,
    worker BIGINT,
    first_at {float},
    sending_at {float},
    ended_at {float},
    sid TEXT,
    http_status INTEGER,
    code INTEGER,
    message TEXT,
    request_id TEXT
);
CREATE INDEX waiting ON entry (due, id) WHERE state = 'ready';
CREATE INDEX by_sender ON entry (sender, due, id) WHERE state = 'ready' AND sender <> '';
CREATE INDEX stale ON entry (deadline) WHERE state = 'ready' AND deadline IS NOT NULL;
CREATE INDEX by_state ON entry (state) WHERE state NOT IN ('ready', 'sent');
CREATE INDEX by_sid ON entry (sid) WHERE sid IS NOT NULL;
CREATE TABLE worker (id {id});
CREATE TABLE bucket (sender TEXT PRIMARY KEY, level {float} NOT NULL, at {float} NOT NULL)
"""


class JournalError(OperationError):
    """Raised when a journal cannot be read or written any more; nothing goes out then."""


class NoJournal(ConfigurationError):
    """Raised when there is no journal where one was expected."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}: there is no such journal: `run --journal` makes one")


class Rows(Protocol):
    """What a statement found, as PEP 249 has it."""

    @property
    def rowcount(self) -> int: ...
    def fetchone(self) -> Any: ...
    def fetchall(self) -> list[Any]: ...


class Database(Protocol):
    """What a journal is kept in, open.

    Attributes:
        name: How messages call it; no credentials are in it.
        locking: What a query of rows that are to be claimed ends with.
    """

    name: str
    locking: str

    def execute(self, statement: str, values: Sequence[Any] = ()) -> Rows:
        """Carry out a statement.

        Raises:
            JournalError: It cannot be read or written.
        """
        ...

    def execute_many(self, statement: str, values: Sequence[Sequence[Any]]) -> None:
        """Carry out a statement with each of some values."""
        ...

    def stream(self, statement: str) -> Iterator[Any]:
        """Return the rows of a query one after the other, however many there are."""
        ...

    def transaction(self, *, alone: bool = False) -> AbstractContextManager[None]:
        """Do several things at once; all are on disk at its end, or none is done.

        Args:
            alone: Whether no other transaction that asks for it may be under way meanwhile.
        """
        ...

    def work(self, worker: int) -> None:
        """Say that a worker is at work from now on, until this is closed or its process ends."""
        ...

    def is_at_work(self, worker: int) -> bool:
        """Return whether another worker still is."""
        ...

    def forget(self, worker: int) -> None:
        """Remove what is left of a worker that has ended."""
        ...

    def close(self) -> None:
        """Close it; who was at work in it no longer is."""
        ...


def is_address(place: str) -> bool:
    """Return whether a journal's place is the address of one in Postgres; else it is a file."""
    return place.startswith(("postgresql://", "postgres://"))


def tables(id_: str, bytes_: str, float_: str) -> list[str]:
    """Return the statements that make an empty journal, with a database's names of types."""
    text = _TABLES.replace("{id}", id_).replace("{bytes}", bytes_).replace("{float}", float_)
    return text.strip().split(";\n")


def check_format(name: str, found: int) -> None:
    """Raise unless a journal is of this version's format.

    Raises:
        ConfigurationError: It is of another.
    """
    if found != FORMAT:
        newer = ": pip install --upgrade twilio-ops" if found > FORMAT else ""
        raise ConfigurationError(
            f"{name}: is of format {found}, and this version reads format {FORMAT}{newer}"
        )


@contextmanager
def translated(name: str, *errors: type[Exception]) -> Generator[None]:
    """Raise a database's own errors as ``JournalError``."""
    try:
        yield
    except errors as error:
        text = " ".join(str(error).split())
        raise JournalError(f"{name}: cannot be read or written: {text}") from None
