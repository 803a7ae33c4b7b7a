"""A journal in a file: sqlite, every commit on disk before it returns.

Any number of processes on one machine may use one file; who is still at work is known by a lock
that ends with its process, so what a dead one was sending is never taken for unsent.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from twilio_ops_components.journal.database import (
    BUSY,
    FORMAT,
    NoJournal,
    check_format,
    tables,
    translated,
)
from twilio_ops_runtime import ConfigurationError

try:
    import fcntl
except ImportError:  # not on Windows
    fcntl = None  # type: ignore[assignment]

__all__ = ["SqliteFile"]


class SqliteFile:
    """A journal's file, open.

    Args:
        path: The file.
        create: Whether it is made if there is none, for its owner alone.

    Raises:
        NoJournal: There is none, and none is to be made.
        ConfigurationError: It is no journal, of another format, or cannot be opened.
    """

    locking = ""

    def __init__(self, path: str | os.PathLike[str], *, create: bool = True) -> None:
        self._path = Path(path)
        self.name = str(path)
        self._lock: int | None = None
        self._worker = 0
        if not create and not (self._path.exists() and self._path.stat().st_size):
            raise NoJournal(self.name)
        try:
            if not self._path.exists():
                os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600))
            self._db = sqlite3.connect(
                self._path, timeout=BUSY, isolation_level=None, check_same_thread=False
            )
            try:
                self._open()
            except BaseException:
                self._db.close()
                raise
        except (sqlite3.OperationalError, OSError) as error:
            raise ConfigurationError(
                f"{self.name}: the journal cannot be opened: {error}"
            ) from None
        except sqlite3.DatabaseError as error:
            raise ConfigurationError(f"{self.name}: is no journal: {error}") from None

    def _open(self) -> None:
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        with self._transaction():
            version = int(self._db.execute("PRAGMA user_version").fetchone()[0])
            if version == 0:
                if self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                    raise ConfigurationError(f"{self.name}: is a database, and no journal")
                for statement in tables("INTEGER PRIMARY KEY AUTOINCREMENT", "BLOB", "REAL"):
                    self._db.execute(statement)
                self._db.execute(f"PRAGMA user_version = {FORMAT}")
                version = FORMAT
        check_format(self.name, version)

    def execute(self, statement: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        """Carry out a statement."""
        with translated(self.name, sqlite3.Error):
            return self._db.execute(statement, values)

    def execute_many(self, statement: str, values: Sequence[Sequence[Any]]) -> None:
        """Carry out a statement with each of some values."""
        with translated(self.name, sqlite3.Error):
            self._db.executemany(statement, values)

    def stream(self, statement: str) -> Iterator[Any]:
        """Return the rows of a query one after the other."""
        with translated(self.name, sqlite3.Error):
            yield from self._db.execute(statement)

    @contextmanager
    def transaction(self, *, alone: bool = False) -> Generator[None]:
        """Do several things at once; a file has one transaction that writes at a time."""
        with translated(self.name, sqlite3.Error), self._transaction():
            yield

    @contextmanager
    def _transaction(self) -> Generator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):  # some errors, a full disk's for one, have rolled back
                self._db.execute("ROLLBACK")
            raise

    def work(self, worker: int) -> None:
        """Say that a worker is at work, by a lock on a file of its own."""
        self._worker = worker
        self._lock = os.open(self._worker_path(worker), os.O_RDWR | os.O_CREAT, 0o600)
        if fcntl is not None:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def is_at_work(self, worker: int) -> bool:
        """Return whether another worker holds its lock."""
        if fcntl is None:
            return False  # without locks there is one process at a time
        try:
            handle = os.open(self._worker_path(worker), os.O_RDWR)
        except FileNotFoundError:
            return False
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        finally:
            os.close(handle)
        return False

    def forget(self, worker: int) -> None:
        """Remove the file of a worker that has ended."""
        self._worker_path(worker).unlink(missing_ok=True)

    def close(self) -> None:
        """Close the file; who was at work in it no longer is."""
        self._db.close()
        if self._lock is not None:
            with suppress(OSError):
                self.forget(self._worker)
            os.close(self._lock)
            self._lock = None

    def _worker_path(self, worker: int) -> Path:
        return self._path.with_name(f"{self._path.name}-worker-{worker}")
