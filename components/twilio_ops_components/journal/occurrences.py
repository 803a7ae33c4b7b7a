"""How often the same was there, of more than memory is to hold."""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager

__all__ = ["Occurrences"]


class Occurrences(AbstractContextManager["Occurrences"]):
    """Counts digests, in a file of its own that is gone when it is closed."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("", isolation_level=None)  # "": a file that has no name
        self._db.execute("CREATE TABLE seen (digest BLOB PRIMARY KEY, times INT) WITHOUT ROWID")

    def __exit__(self, *_: object) -> None:
        self._db.close()

    def count(self, digest: str) -> int:
        """Count an occurrence of a digest in hexadecimal; return which it is, from 1 on."""
        key = bytes.fromhex(digest)
        self._db.execute(
            "INSERT INTO seen VALUES (?, 1) ON CONFLICT (digest) DO UPDATE SET times = times + 1",
            (key,),
        )
        found = self._db.execute("SELECT times FROM seen WHERE digest = ?", (key,))
        return int(found.fetchone()[0])
