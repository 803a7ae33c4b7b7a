"""The rows of a journal: what is to be sent, and what became of it.

One thread of a process uses a store. Any number of workers may use one journal; what a dead one was
sending is never taken for unsent.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any

from twilio_ops_components.journal.database import Database, is_address
from twilio_ops_components.journal.states import FOLLOWS, Entry, New, Outcome, State
from twilio_ops_runtime import ConfigurationError, Request

__all__ = ["LONGEST_WAIT", "Store"]

LONGEST_WAIT = 3600.0
"""How many seconds an entry is put off at most."""
_ENTRY = "id, key, method, url, headers, body, sender, deadline, state, attempts, lost, first_at, sending_at"
_SENDERS = """
WITH RECURSIVE found (sender) AS (
    SELECT min(sender) FROM entry WHERE state = 'ready' AND sender <> ''
    UNION ALL
    SELECT (SELECT min(sender) FROM entry WHERE state = 'ready' AND sender <> ''
            AND sender > found.sender)
    FROM found WHERE found.sender IS NOT NULL
)
SELECT sender FROM found WHERE sender IS NOT NULL
"""
"""Looks up one sender after the other in the index, however many entries each has."""
_RECORD = """
UPDATE entry SET state = {state}, due = ?, ended_at = ?, sid = coalesce(?, sid), http_status = ?,
    code = ?, message = {message}, request_id = coalesce(?, request_id), lost = lost + ?
WHERE id = ? AND state IN ({states})
"""
_AS_IT_IS = {"state": "?", "message": "?"}
_REFUSED = {
    "state": "CASE WHEN lost > 0 THEN 'unknown' ELSE ? END",
    "message": "CASE WHEN lost > 0 THEN 'an attempt before may have arrived; refused when sent"
    " again: ' ELSE '' END || ?",
}
"""What is refused when it is sent again may have arrived before: it stays in doubt."""


class Store:
    """A journal, open.

    Args:
        place: A file, or the address of a journal in Postgres.
        now: The time, in seconds since the epoch.
        create: Whether it is made if there is none.

    Raises:
        NoJournal: There is none, and none is to be made.
        ConfigurationError: It is no journal, of another format, or cannot be opened.
    """

    def __init__(
        self, place: str | os.PathLike[str], now: Callable[[], float], *, create: bool = True
    ) -> None:
        self._now = now
        self._db = _opened(place, create)
        self.name = self._db.name
        self.worker: int | None = None

    def transaction(self, *, alone: bool = False) -> AbstractContextManager[None]:
        """Do several things at once; all are on disk at its end, or none is done.

        Args:
            alone: Whether no other transaction that asks for it may be under way meanwhile.
        """
        return self._db.transaction(alone=alone)

    def close(self) -> None:
        """Close the journal; who was at work in it no longer is."""
        self._db.close()

    # -- settings -------------------------------------------------------------------------------

    def setting(self, name: str) -> str | None:
        """Return a setting of the journal; None if it is not set."""
        row = self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return None if row is None else row[0]

    def settings(self) -> dict[str, str]:
        """Return all settings of the journal."""
        return dict(self._db.execute("SELECT name, value FROM meta").fetchall())

    def set(self, name: str, value: str | None) -> None:
        """Keep a setting; None removes it."""
        if value is None:
            self._db.execute("DELETE FROM meta WHERE name = ?", (name,))
        else:
            self._db.execute(
                "INSERT INTO meta VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, value),
            )

    def keep(self, name: str, value: str) -> str:
        """Keep a setting unless it is set; return what it is then."""
        self._db.execute(
            "INSERT INTO meta VALUES (?, ?) ON CONFLICT (name) DO NOTHING", (name, value)
        )
        return self.setting(name) or ""

    # -- who is at work -------------------------------------------------------------------------

    def start(self) -> int:
        """Begin to work; what dead workers were sending becomes unknown. Return how many.

        So does what this one was sending when it last ended: nothing of it is under way any more.
        """
        with self.transaction(alone=True):
            if self.worker is None:
                found = self._db.execute("INSERT INTO worker DEFAULT VALUES RETURNING id")
                self.worker = int(found.fetchone()[0])
                self._db.work(self.worker)
            found = self._db.execute("SELECT id FROM worker")
            dead = [worker for (worker,) in found.fetchall() if not self._is_at_work(worker)]
            lost = 0
            for worker in dead:
                lost += self._db.execute(
                    "UPDATE entry SET state = 'unknown', ended_at = ?, message = ?,"
                    " lost = lost + 1 WHERE state = 'sending' AND worker = ?",
                    (self._now(), "its worker ended before the answer came", worker),
                ).rowcount
                if worker != self.worker:
                    self._db.execute("DELETE FROM worker WHERE id = ?", (worker,))
        for worker in dead:
            if worker != self.worker:
                self._db.forget(worker)
        return lost

    def _is_at_work(self, worker: int) -> bool:
        return worker != self.worker and self._db.is_at_work(worker)

    # -- entries --------------------------------------------------------------------------------

    def add(self, found: Sequence[New]) -> tuple[int, list[New]]:
        """Add what is to be sent, in one transaction.

        Args:
            found: The requests; some hundreds.

        Returns:
            How many are new, and those whose key is there with another request.
        """
        if not found:
            return 0, []
        rows: list[Any] = []
        for one in found:
            request = one.request
            headers = json.dumps([dict(request.headers), sorted(request.secret)])
            rows += [
                *(one.key, one.digest, one.input, one.line, request.method, request.url, headers),
                *(request.body, one.sender, one.deadline),
            ]
        places = ", ".join([f"({_marks(10)})"] * len(found))
        with self.transaction(alone=True):
            # In small letters: CPython 3.11 knows what it counts by the locale's, and a Turkish I
            # is none of those of `insert`.
            new = self._db.execute(
                "insert INTO entry (key, digest, input, line, method, url, headers, body, sender,"
                f" deadline) VALUES {places} ON CONFLICT (key) DO NOTHING",
                rows,
            ).rowcount
            digests: dict[str, str] = {}
            if new < len(found):
                keys = sorted({one.key for one in found})
                digests = dict(
                    self._db.execute(
                        f"SELECT key, digest FROM entry WHERE key IN ({_marks(len(keys))})", keys
                    ).fetchall()
                )
        return new, [one for one in found if digests.get(one.key, one.digest) != one.digest]

    def ready(self, most: int, sender: str | None = None) -> list[Entry]:
        """Return entries that may be sent now, those that have waited longest first.

        One that is due later than any wait is long was put off before the clock was set back.
        Within a transaction no other worker is given the same.

        Args:
            most: How many at most.
            sender: Only those of a sender.
        """
        now = self._now()
        only, values = ("", []) if sender is None else (" AND sender = ?", [sender])
        if sender:
            only += " AND sender <> ''"  # names the index
        return self._entries(
            f"state = 'ready'{only} AND (due <= ? OR due > ?)"
            " AND (deadline IS NULL OR deadline > ?)"
            f" ORDER BY due, id LIMIT ?{self._db.locking}",
            (*values, now, now + LONGEST_WAIT + 1, now, most),
        )

    def senders(self) -> list[str]:
        """Return the senders of entries that are ready."""
        return [sender for (sender,) in self._db.execute(_SENDERS).fetchall()]

    def claim(self, found: Sequence[Entry]) -> None:
        """Make entries ``sending``: within a transaction that ends before a byte of them is sent."""
        if not found:
            return
        changed = self._db.execute(
            "UPDATE entry SET state = 'sending', worker = ?, sending_at = ?,"
            " first_at = coalesce(first_at, ?), attempts = attempts + 1"
            f" WHERE id IN ({_marks(len(found))}) AND state = 'ready'",
            (self.worker, now := self._now(), now, *(one.id for one in found)),
        ).rowcount
        assert changed == len(found)  # read in the same transaction

    def record(self, outcome: Outcome, *, previous: Iterable[State] = ("sending",)) -> bool:
        """Write what became of an entry, and return whether it was in a state that permits it.

        Args:
            outcome: What became of it.
            previous: The states that it may be in.
        """
        allowed: list[State] = [state for state in previous if outcome.state in FOLLOWS[state]]
        if not allowed:
            return False
        statement = _record(outcome.state, _marks(len(allowed)))
        return self._db.execute(statement, self._recorded(outcome, allowed)).rowcount == 1

    def record_all(self, outcomes: Collection[Outcome]) -> None:
        """Write what became of entries that were being sent.

        What is refused and may have arrived before is ``unknown`` again.
        """
        for refused in (False, True):
            some = [one for one in outcomes if (one.state == "refused") == refused]
            if some:
                values = [self._recorded(outcome, ("sending",)) for outcome in some]
                self._db.execute_many(_record(some[0].state, "?"), values)

    def _recorded(self, outcome: Outcome, allowed: Sequence[State]) -> tuple[Any, ...]:
        is_lost = outcome.lost or outcome.state == "unknown"
        return (
            *(outcome.state, outcome.due, self._now(), outcome.sid, outcome.http_status),
            *(outcome.code, outcome.message, outcome.request_id, int(is_lost)),
            *(outcome.id, *allowed),
        )

    def expire(self, now: float, *, everything: bool) -> int:
        """Refuse what is ready and whose deadline has passed; return how many.

        What was sent before, and may have arrived then, is unknown again.

        Args:
            now: The time, in seconds since the epoch.
            everything: Whether all that is ready is refused.
        """
        which = "" if everything else " AND deadline IS NOT NULL AND deadline <= ?"
        return self._db.execute(
            "UPDATE entry SET state = CASE WHEN lost > 0 THEN 'unknown' ELSE 'refused' END,"
            f" ended_at = ?, message = 'not sent: the deadline has passed' WHERE state = 'ready'{which}",
            (now,) if everything else (now, now),
        ).rowcount

    def is_late(self, now: float) -> bool:
        """Return whether the deadline of something that is ready has passed."""
        row = self._db.execute(
            "SELECT 1 FROM entry WHERE state = 'ready' AND deadline IS NOT NULL AND deadline <= ?"
            " LIMIT 1",
            (now,),
        ).fetchone()
        return row is not None

    def in_state(self, *states: State) -> list[Entry]:
        """Return the entries in some states, oldest first."""
        return self._entries(f"state IN ({_marks(len(states))}) ORDER BY id", states)

    def lost(self) -> list[Entry]:
        """Return the entries of which an answer was lost, whatever their state is now."""
        return self._entries("lost > 0 ORDER BY id", ())

    def without_sid(self) -> list[Entry]:
        """Return the entries that may have a record, whose Sid is not known and not in doubt."""
        return self._entries(
            "(state = 'sending' OR state = 'sent') AND sid IS NULL ORDER BY id", ()
        )

    def _entries(self, where: str, values: Sequence[Any]) -> list[Entry]:
        entries: list[Entry] = []
        for row in self._db.execute(f"SELECT {_ENTRY} FROM entry WHERE {where}", values).fetchall():
            id_, key, method, url, kept, body, *rest = row
            headers, secret = json.loads(kept)
            request = Request(method, url, headers, body, None, frozenset(secret))
            entries.append(Entry(id_, key, request, *rest))
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

    def entry(self, key: str) -> Entry | None:
        """Return the entry of a business key."""
        return next(iter(self._entries("key = ?", (key,))), None)

    def rows(self) -> Iterator[dict[str, Any]]:
        """Return every entry as plain values, without its request."""
        names = (
            "id", "key", "input", "line", "state", "attempts", "sending_at", "ended_at", "sid",
            "http_status", "code", "message", "request_id",
        )  # fmt: skip
        for row in self._db.stream(f"SELECT {', '.join(names)} FROM entry ORDER BY id"):
            yield dict(zip(names, row, strict=True))

    # -- the pace -------------------------------------------------------------------------------

    def buckets(self) -> dict[str, tuple[float, float]]:
        """Return the token buckets: of each sender, and of the account, whose name is empty, what
        was left and when."""
        found = self._db.execute("SELECT sender, level, at FROM bucket").fetchall()
        return {sender: (level, at) for sender, level, at in found}

    def keep_buckets(self, buckets: Collection[tuple[str, float, float]]) -> None:
        """Keep what is left in some token buckets."""
        if buckets:
            self._db.execute_many(
                "INSERT INTO bucket VALUES (?, ?, ?) ON CONFLICT (sender)"
                " DO UPDATE SET level = excluded.level, at = excluded.at",
                list(buckets),
            )


def _opened(place: str | os.PathLike[str], create: bool) -> Database:
    text = os.fspath(place)
    if is_address(text):
        try:
            from twilio_ops_components.journal.postgres import Postgres
        except ImportError as error:
            raise ConfigurationError(
                f"a journal in Postgres needs psycopg: pip install 'twilio-ops[postgres]' ({error})"
            ) from None
        return Postgres(text, create=create)
    from twilio_ops_components.journal.sqlite_file import SqliteFile

    return SqliteFile(place, create=create)


def _record(state: State, allowed: str) -> str:
    return _RECORD.format(states=allowed, **(_REFUSED if state == "refused" else _AS_IT_IS))


def _marks(count: int) -> str:
    return ", ".join("?" * count)
