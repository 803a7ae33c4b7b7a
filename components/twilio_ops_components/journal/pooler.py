"""Whether a pooler stands before a Postgres that gives its sessions now to one, now to another.

A journal's workers hold locks of their sessions, so each needs one of its own. PgBouncer and its
like can pool by transaction or statement; nothing in the protocol says so, but it can be seen.
"""

from __future__ import annotations

from contextlib import suppress
from threading import Thread
from typing import Any

import psycopg

__all__ = ["shares_sessions"]

LONGEST = 10.0
"""How many seconds a second session is waited for."""


def shares_sessions(db: psycopg.Connection[Any], address: str) -> bool:
    """Return whether the session of a connection is given to others meanwhile.

    A pooler makes up the number of the process that it tells at login. Where that is so, a second
    connection is opened: with a session for each, they never come to the same process, nor does
    either come to another one. A pool of statements does not let a transaction begin at all.

    Args:
        db: The connection, on which no transaction is under way.
        address: Its parameters.

    Raises:
        psycopg.Error: The server cannot be asked.
    """
    if db.info.backend_pid == _process(db):
        return False
    other = psycopg.connect(address, autocommit=True)
    if not _is_answered(other):
        return False  # its pool has no second session: those of shared ones do not let wait
    with other:
        return _are_mixed(db, other)


def _is_answered(db: psycopg.Connection[Any]) -> bool:
    """Whether a connection gets a session, of a pool that may have none left."""
    found: list[int] = []

    def ask() -> None:
        with suppress(psycopg.Error):
            found.append(_process(db))

    thread = Thread(target=ask, daemon=True)
    thread.start()
    thread.join(LONGEST)
    if thread.is_alive():
        with suppress(psycopg.Error):
            db.cancel_safe(timeout=LONGEST)
    return bool(found)


def _are_mixed(db: psycopg.Connection[Any], other: psycopg.Connection[Any]) -> bool:
    """Let both begin and end transactions in every order, and compare the processes."""
    seen = {_process(db)}, {_process(other)}
    for last in (db, other):
        first = other if last is db else db
        if seen[0] & seen[1]:
            return True
        db.execute("BEGIN")
        other.execute("BEGIN")
        seen[0].add(_process(db))
        seen[1].add(_process(other))
        first.execute("COMMIT")
        last.execute("COMMIT")
        seen[0].add(_process(db))
        seen[1].add(_process(other))
    return bool(seen[0] & seen[1]) or any(len(processes) > 1 for processes in seen)


def _process(db: psycopg.Connection[Any]) -> int:
    """The process that carries out a statement."""
    row: Any = db.execute("SELECT pg_backend_pid()").fetchone()
    return int(row[0])
