"""The file of a journal: sqlite, every commit on disk before it returns.

One thread of a process uses a store. Any number of processes on one machine may use one file; who
is still at work is known by a lock that ends with its process, so what a dead one was sending is
never taken for unsent.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from twilio_ops_components.journal.states import FOLLOWS, State
from twilio_ops_runtime import ConfigurationError, Request

try:
    import fcntl
except ImportError:  # not on Windows
    fcntl = None  # type: ignore[assignment]

__all__ = ["Entry", "New", "Outcome", "Store"]

FORMAT = 1
LONGEST_WAIT = 3600.0
"""How many seconds an entry is put off at most."""
BUSY = 60.0
"""How many seconds a commit waits for those of other processes."""

_SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    digest TEXT NOT NULL,
    input TEXT NOT NULL,
    line INTEGER,
    method TEXT NOT NULL,
    url TEXT NOT NULL,
    headers TEXT NOT NULL,
    body BLOB,
    sender TEXT,
    state TEXT NOT NULL DEFAULT 'ready',
    due REAL NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0,
    worker INTEGER,
    sending_at REAL,
    ended_at REAL,
    sid TEXT,
    http_status INTEGER,
    code INTEGER,
    message TEXT,
    request_id TEXT
);
CREATE INDEX waiting ON entry (due, id) WHERE state = 'ready';
CREATE INDEX by_state ON entry (state) WHERE state NOT IN ('ready', 'sent');
CREATE INDEX by_sid ON entry (sid) WHERE sid IS NOT NULL;
CREATE TABLE worker (id INTEGER PRIMARY KEY AUTOINCREMENT);
"""


class New(NamedTuple):
    """A request that is to be sent once.

    Attributes:
        key: Its business key.
        digest: The digest of the request as its document makes it.
        input: What its document came from.
        line: The line there.
        request: The request, without credentials.
        sender: Who it is from, for the pace.
    """

    key: str
    digest: str
    input: str
    line: int | None
    request: Request
    sender: str | None = None


class Entry(NamedTuple):
    """A row of the journal that is to be sent or resolved."""

    id: int
    key: str
    request: Request
    sender: str | None
    attempts: int
    sending_at: float | None


class Outcome(NamedTuple):
    """What became of an entry.

    Attributes:
        id: The entry.
        state: Its next state; ``ready`` = once more when it is ``due``.
        due: When it may be sent again, in seconds since the epoch.
        sid: The Sid answered.
        http_status: The HTTP status answered.
        code: The service's error code.
        message: What went wrong.
        request_id: The service's name for the request.
    """

    id: int
    state: State
    due: float = 0.0
    sid: str | None = None
    http_status: int | None = None
    code: int | None = None
    message: str | None = None
    request_id: str | None = None


class Store:
    """A journal's file, open.

    Args:
        path: The file; it is made if there is none, for its owner alone.
        now: The time, in seconds since the epoch.

    Raises:
        ConfigurationError: It is no journal, of a newer format, or cannot be opened.
    """

    def __init__(self, path: str | os.PathLike[str], now: Callable[[], float]) -> None:
        self.path = Path(path)
        self._now = now
        self._lock: int | None = None
        self.worker: int | None = None
        try:
            if not self.path.exists():
                os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))
            self._db = sqlite3.connect(
                self.path, timeout=BUSY, isolation_level=None, check_same_thread=False
            )
            try:
                self._open()
            except BaseException:
                self._db.close()
                raise
        except sqlite3.OperationalError as error:
            raise ConfigurationError(
                f"{self.path}: the journal cannot be opened: {error}"
            ) from None
        except sqlite3.DatabaseError as error:
            raise ConfigurationError(f"{self.path}: is no journal: {error}") from None

    def _open(self) -> None:
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        with self.transaction():
            version = self._db.execute("PRAGMA user_version").fetchone()[0]
            if version > FORMAT:
                raise ConfigurationError(
                    f"{self.path}: is of format {version}, and this version reads up to {FORMAT}:"
                    " pip install --upgrade twilio-ops"
                )
            if version == 0:
                if self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                    raise ConfigurationError(f"{self.path}: is a database, and no journal")
                for statement in _SCHEMA.split(";\n"):
                    self._db.execute(statement)
                self._db.execute(f"PRAGMA user_version = {FORMAT}")

    @contextmanager
    def transaction(self) -> Generator[None, None, None]:
        """Do several things at once; all are on disk at its end, or none is done."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):  # some errors, a full disk's for one, have rolled back
                self._db.execute("ROLLBACK")
            raise

    def close(self) -> None:
        """Close the file; who was at work in it no longer is."""
        self._db.close()
        if self._lock is not None:
            with suppress(OSError):
                self._worker_path(self.worker or 0).unlink()
            os.close(self._lock)
            self._lock = None

    # -- settings -------------------------------------------------------------------------------

    def setting(self, name: str) -> str | None:
        """Return a setting of the journal; None if it is not set."""
        row = self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return None if row is None else row[0]

    def set(self, name: str, value: str | None) -> None:
        """Keep a setting; None removes it."""
        if value is None:
            self._db.execute("DELETE FROM meta WHERE name = ?", (name,))
        else:
            self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    # -- who is at work -------------------------------------------------------------------------

    def _worker_path(self, worker: int) -> Path:
        return self.path.with_name(f"{self.path.name}-worker-{worker}")

    def start(self) -> int:
        """Begin to work; what dead workers were sending becomes unknown. Return how many.

        So does what this one was sending when it last ended: nothing of it is under way any more.
        """
        with self.transaction():
            if self._lock is None:
                self.worker = self._db.execute("INSERT INTO worker DEFAULT VALUES").lastrowid
                assert self.worker is not None  # a row was inserted
                self._lock = os.open(self._worker_path(self.worker), os.O_RDWR | os.O_CREAT, 0o600)
                if fcntl is not None:
                    fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            found = self._db.execute("SELECT DISTINCT worker FROM entry WHERE state = 'sending'")
            dead = [worker for (worker,) in found.fetchall() if not self._is_alive(worker)]
            lost = 0
            for worker in dead:
                lost += self._db.execute(
                    "UPDATE entry SET state = 'unknown', ended_at = ?, message = ?"
                    " WHERE state = 'sending' AND worker = ?",
                    (self._now(), "its worker ended before the answer came", worker),
                ).rowcount
        for worker in dead:
            if worker != self.worker:
                self._worker_path(worker).unlink(missing_ok=True)
        return lost

    def _is_alive(self, worker: int) -> bool:
        if worker == self.worker or fcntl is None:
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

    # -- entries --------------------------------------------------------------------------------

    def add(self, found: Sequence[New]) -> tuple[int, list[New]]:
        """Add what is to be sent, in one transaction.

        Args:
            found: The requests.

        Returns:
            How many are new, and those whose key is there with another request.
        """
        import json

        new = 0
        others: list[New] = []
        with self.transaction():
            for one in found:
                request = one.request
                added = self._db.execute(
                    "INSERT INTO entry (key, digest, input, line, method, url, headers, body,"
                    " sender) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING",
                    (
                        one.key,
                        one.digest,
                        one.input,
                        one.line,
                        request.method,
                        request.url,
                        json.dumps([dict(request.headers), sorted(request.secret)]),
                        request.body,
                        one.sender,
                    ),
                ).rowcount
                new += added
                if not added and self._digest(one.key) != one.digest:
                    others.append(one)
        return new, others

    def _digest(self, key: str) -> str:
        row = self._db.execute("SELECT digest FROM entry WHERE key = ?", (key,)).fetchone()
        return str(row[0])

    def ready(self, most: int) -> list[Entry]:
        """Return entries that may be sent now, those that have waited longest first.

        One that is due later than any wait is long was put off before the clock was set back.
        """
        now = self._now()
        return self._entries(
            "state = 'ready' AND (due <= ? OR due > ?) ORDER BY due, id LIMIT ?",
            (now, now + LONGEST_WAIT + 1, most),
        )

    def claim(self, found: Iterable[Entry]) -> None:
        """Make entries ``sending``: within a transaction that ends before a byte of them is sent."""
        for one in found:
            changed = self._db.execute(
                "UPDATE entry SET state = 'sending', worker = ?, sending_at = ?,"
                " attempts = attempts + 1 WHERE id = ? AND state = 'ready'",
                (self.worker, self._now(), one.id),
            ).rowcount
            assert changed == 1  # read in the same transaction

    def record(self, outcome: Outcome, *, previous: Iterable[State] = ("sending",)) -> bool:
        """Write what became of an entry, and return whether it was in a state that permits it.

        Args:
            outcome: What became of it.
            previous: The states that it may be in.
        """
        allowed = [state for state in previous if outcome.state in FOLLOWS[state]]
        marks = ", ".join("?" * len(allowed))
        changed = self._db.execute(
            "UPDATE entry SET state = ?, due = ?, ended_at = ?, sid = coalesce(?, sid),"
            " http_status = ?, code = ?, message = ?, request_id = coalesce(?, request_id)"
            f" WHERE id = ? AND state IN ({marks})",
            (
                outcome.state,
                outcome.due,
                self._now(),
                outcome.sid,
                outcome.http_status,
                outcome.code,
                outcome.message,
                outcome.request_id,
                outcome.id,
                *allowed,
            ),
        ).rowcount
        return changed == 1

    def in_state(self, *states: State) -> list[Entry]:
        """Return the entries in some states, oldest first."""
        marks = ", ".join("?" * len(states))
        return self._entries(f"state IN ({marks}) ORDER BY id", states)

    def without_sid(self) -> list[Entry]:
        """Return the entries that may have a record, whose Sid is not known and not in doubt."""
        return self._entries(
            "(state = 'sending' OR state = 'sent') AND sid IS NULL ORDER BY id", ()
        )

    def _entries(self, where: str, values: Sequence[Any]) -> list[Entry]:
        import json

        found = self._db.execute(
            "SELECT id, key, method, url, headers, body, sender, attempts, sending_at"
            f" FROM entry WHERE {where}",
            values,
        )
        entries: list[Entry] = []
        for id_, key, method, url, kept, body, sender, attempts, sending_at in found.fetchall():
            headers, secret = json.loads(kept)
            request = Request(method, url, headers, body, None, frozenset(secret))
            entries.append(Entry(id_, key, request, sender, attempts, sending_at))
        return entries

    def next_due(self) -> float | None:
        """Return when the next entry may be sent; None if none waits."""
        row = self._db.execute("SELECT min(due) FROM entry WHERE state = 'ready'").fetchone()
        return None if row[0] is None else float(row[0])

    def counts(self) -> dict[str, int]:
        """Return how many entries are in each state."""
        return dict(self._db.execute("SELECT state, count(*) FROM entry GROUP BY state").fetchall())

    def has_sid(self, sid: str) -> bool:
        """Return whether an entry has a Sid."""
        return self._db.execute("SELECT 1 FROM entry WHERE sid = ?", (sid,)).fetchone() is not None

    def id_of(self, key: str) -> int | None:
        """Return the entry of a business key."""
        row = self._db.execute("SELECT id FROM entry WHERE key = ?", (key,)).fetchone()
        return None if row is None else int(row[0])

    def rows(self) -> Iterator[dict[str, Any]]:
        """Return every entry as plain values, without its request."""
        names = (
            "id", "key", "input", "line", "state", "attempts", "sending_at", "ended_at", "sid",
            "http_status", "code", "message", "request_id",
        )  # fmt: skip
        for row in self._db.execute(f"SELECT {', '.join(names)} FROM entry ORDER BY id"):
            yield dict(zip(names, row, strict=True))
