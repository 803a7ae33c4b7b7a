"""Document caches: the documents that operations returned, found again by keys in them.

A cache has indexes; an index is a name and one or more element paths. A document is found by the
values that it has at the paths of an index.
"""

from __future__ import annotations

import json
import os
import threading
import weakref
from collections.abc import Mapping, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Protocol

from twilio_ops_runtime.documents.document import Document
from twilio_ops_runtime.errors import ConfigurationError
from twilio_ops_runtime.types.base import is_mapping
from twilio_ops_runtime.validators import check, some

if TYPE_CHECKING:
    import sqlite3

__all__ = ["DocumentCache", "MemoryCache", "SqliteCache"]

Indexes = Mapping[str, Sequence[str]]
"""Names of indexes, and the element paths (``Call/Sid``) of the keys of each."""


class DocumentCache(Protocol):
    """What an operation adds its documents to."""

    def add(self, document: Document, /) -> None:
        """Keep one document."""

    def find(self, index: str, /, *keys: str) -> list[Document]:
        """The documents with these keys, in the order they were added."""
        ...


def _checked(indexes: Indexes) -> dict[str, tuple[str, ...]]:
    check("a document cache", "element paths by index", is_mapping(indexes), indexes)
    check("a document cache", "at least one index", bool(indexes), indexes)
    return {
        name: some("the index " + repr(name), "a list of element paths", _is_path, paths)
        for name, paths in indexes.items()
    }


def _is_path(path: object) -> bool:
    return isinstance(path, str) and path != ""


def _keys(document: Document, paths: tuple[str, ...]) -> tuple[str, ...] | None:
    """The values at the paths; None if one is not there, so that the index leaves it out."""
    values = [document.text_at(path) for path in paths]
    return None if None in values else tuple(value or "" for value in values)


def _wanted(indexes: Mapping[str, tuple[str, ...]], index: str, keys: tuple[str, ...]) -> None:
    if index not in indexes:
        raise LookupError(f"the cache has no index {index!r}; it has {', '.join(indexes)}")
    if len(keys) != len(indexes[index]):
        raise LookupError(f"the index {index!r} has {len(indexes[index])} keys, not {len(keys)}")


class MemoryCache:
    """A cache in memory, gone with the process; safe to share between threads.

    Args:
        indexes: Names, and the element paths of the keys of each.

    Raises:
        ConfigurationError: There is no index, or one without a path.
    """

    def __init__(self, indexes: Indexes) -> None:
        self._indexes = _checked(indexes)
        self._found: dict[tuple[str, tuple[str, ...]], list[bytes]] = {}
        self._lock = threading.Lock()
        self._count = 0

    def add(self, document: Document, /) -> None:
        """Keep one document under all indexes whose keys it has."""
        content = bytes(document)
        with self._lock:
            self._count += 1
            for name, paths in self._indexes.items():
                if (keys := _keys(document, paths)) is not None:
                    self._found.setdefault((name, keys), []).append(content)

    def find(self, index: str, /, *keys: str) -> list[Document]:
        """The documents with these keys, in the order they were added.

        Raises:
            LookupError: There is no such index, or it has another number of keys.
        """
        _wanted(self._indexes, index, keys)
        with self._lock:
            return [Document(content) for content in self._found.get((index, keys), ())]

    def clear(self) -> None:
        """Forget all documents."""
        with self._lock:
            self._found.clear()
            self._count = 0

    def __len__(self) -> int:
        return self._count


def _opened(path: str) -> sqlite3.Connection:
    """The database in a file, with the tables of a cache.

    Raises:
        ConfigurationError: It cannot be opened or made.
    """
    import sqlite3

    try:
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        base = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        try:
            base.executescript(
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
                "CREATE TABLE IF NOT EXISTS document (id INTEGER PRIMARY KEY, content BLOB NOT NULL);"
                "CREATE TABLE IF NOT EXISTS entry (name TEXT NOT NULL, keys TEXT NOT NULL,"
                " document INTEGER NOT NULL REFERENCES document (id));"
                "CREATE INDEX IF NOT EXISTS entry_by_keys ON entry (name, keys, document);"
            )
        except sqlite3.Error:
            base.close()
            raise
    except (OSError, sqlite3.Error) as error:
        raise ConfigurationError(f"{path} cannot be used as a cache: {error}") from None
    return base


class SqliteCache:
    """A cache in a file, shared between processes and threads; readable by its owner only.

    Close it, or use it in a ``with`` statement; one that is forgotten closes its file in the end.

    Args:
        path: The file; it is made if there is none.
        indexes: Names, and the element paths of the keys of each.

    Raises:
        ConfigurationError: There is no index, one without a path, or the file is none of a cache.
    """

    def __init__(self, path: str | os.PathLike[str], indexes: Indexes) -> None:
        self._indexes = _checked(indexes)
        self._base = _opened(os.fspath(path))
        self._lock = threading.Lock()
        # One that nobody closes is closed when it is let go of, at the latest with the process.
        self._close = weakref.finalize(self, self._base.close)

    def add(self, document: Document, /) -> None:
        """Keep one document under all indexes whose keys it has."""
        entries = [
            (name, json.dumps(keys))
            for name, paths in self._indexes.items()
            if (keys := _keys(document, paths)) is not None
        ]
        with self._lock, closing(self._base.cursor()) as cursor:
            cursor.execute("BEGIN IMMEDIATE")
            try:
                cursor.execute("INSERT INTO document (content) VALUES (?)", (bytes(document),))
                rows = [(name, keys, cursor.lastrowid) for name, keys in entries]
                cursor.executemany("INSERT INTO entry VALUES (?, ?, ?)", rows)
                cursor.execute("COMMIT")
            except BaseException:
                cursor.execute("ROLLBACK")
                raise

    def find(self, index: str, /, *keys: str) -> list[Document]:
        """The documents with these keys, in the order they were added.

        Raises:
            LookupError: There is no such index, or it has another number of keys.
        """
        _wanted(self._indexes, index, keys)
        with self._lock:
            rows = self._base.execute(
                "SELECT content FROM entry JOIN document ON document.id = entry.document"
                " WHERE name = ? AND keys = ? ORDER BY document.id",
                (index, json.dumps(keys)),
            ).fetchall()
        return [Document(content) for (content,) in rows]

    def clear(self) -> None:
        """Forget all documents."""
        with self._lock:
            self._base.executescript("BEGIN; DELETE FROM entry; DELETE FROM document; COMMIT;")

    def close(self) -> None:
        """Close the file. The cache cannot be used afterwards."""
        with self._lock:
            self._close()

    def __len__(self) -> int:
        with self._lock:
            count: int = self._base.execute("SELECT count(*) FROM document").fetchone()[0]
        return count

    def __enter__(self) -> SqliteCache:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
