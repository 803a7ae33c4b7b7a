"""Document caches: the documents that operations returned, found again by keys in them.

A cache has indexes; an index is a name and one or more element paths. A document is found by the
values that it has at the paths of an index; white space around them, and around the keys asked
for, counts for nothing.
"""

from __future__ import annotations

import json
import os
import threading
import weakref
from collections.abc import Generator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from twilio_ops_runtime.documents.document import Document
from twilio_ops_runtime.errors import ConfigurationError
from twilio_ops_runtime.types.base import is_mapping
from twilio_ops_runtime.validators import check, some

if TYPE_CHECKING:
    import sqlite3


Indexes = Mapping[str, Sequence[str]]
"""Names of indexes, and the element paths (``Call/Sid``) of the keys of each."""


_MEMORY = ":memory:"


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
        name: some(
            f"the index {name!r}",
            "a list of element paths",
            lambda path: isinstance(path, str) and path != "",
            paths,
        )
        for name, paths in indexes.items()
    }


_TABLES = """
PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS document (id INTEGER PRIMARY KEY, content BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS entry (
  name TEXT NOT NULL, keys TEXT NOT NULL, document INTEGER NOT NULL REFERENCES document (id));
CREATE INDEX IF NOT EXISTS entry_by_keys ON entry (name, keys, document);
CREATE TABLE IF NOT EXISTS paths_of (name TEXT PRIMARY KEY, paths TEXT NOT NULL);
"""


def _opened(path: str) -> sqlite3.Connection:
    """The database in a file, or in memory, with the tables of a cache.

    Raises:
        ConfigurationError: It cannot be opened or made.
    """
    import sqlite3

    try:
        if path != _MEMORY:
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        base = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        try:
            base.executescript(_TABLES)
        except sqlite3.Error:
            base.close()
            raise
    except (OSError, sqlite3.Error) as error:
        raise ConfigurationError(f"{path} cannot be used as a cache: {error}") from None
    return base


def _stored(cursor: sqlite3.Cursor) -> dict[str, tuple[str, ...]]:
    """The indexes that a file has."""
    found = cursor.execute("SELECT name, paths FROM paths_of").fetchall()
    return {name: tuple(json.loads(paths)) for name, paths in found}


def _enter(
    cursor: sqlite3.Cursor, name: str, paths: Sequence[str], document: Document, number: int | None
) -> None:
    """Let an index find a document, unless that lacks one of the index's keys."""
    values = [document.text_at(path) for path in paths]
    if None not in values:
        cursor.execute("INSERT INTO entry VALUES (?, ?, ?)", (name, json.dumps(values), number))


def indexes_of(path: str | os.PathLike[str]) -> dict[str, tuple[str, ...]]:
    """Return the indexes of a cache's file, and leave the file as it is.

    Args:
        path: The file.

    Returns:
        The element paths of the keys of each index, by its name.

    Raises:
        ConfigurationError: There is no such file, or it is none of a cache.
    """
    import sqlite3

    name = os.fspath(path)
    if not os.path.isfile(path):
        raise ConfigurationError(f"{name}: there is no such cache")
    try:
        address = f"{Path(path).absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as base, closing(base.cursor()) as cursor:
            return _stored(cursor)
    except sqlite3.Error as error:
        raise ConfigurationError(f"{name} cannot be used as a cache: {error}") from None


class _Cache:
    """Documents in a database, found by indexes; safe to share between threads."""

    def __init__(self, path: str, indexes: Indexes) -> None:
        self._indexes = _checked(indexes)
        self._base = _opened(path)
        self._lock = threading.Lock()
        # One that nobody closes is closed when it is let go of, at the latest with the process.
        self._close = weakref.finalize(self, self._base.close)
        try:
            self._add_indexes(path)
        except BaseException:
            self._close()
            raise

    def _add_indexes(self, path: str) -> None:
        """Note the indexes in the database, and find by the new ones what it holds already."""
        with self._transaction() as cursor:
            stored = _stored(cursor)
            for name, paths in self._indexes.items():
                if stored.get(name, paths) != paths:
                    raise ConfigurationError(
                        f"the index {name!r} of {path} is over {', '.join(stored[name])}, not "
                        f"{', '.join(paths)}: give the new one another name, or take a new file"
                    )
                if name not in stored:
                    cursor.execute("INSERT INTO paths_of VALUES (?, ?)", (name, json.dumps(paths)))
                    cursor.execute("DELETE FROM entry WHERE name = ?", (name,))
                    with closing(self._base.cursor()) as documents:
                        for number, content in documents.execute("SELECT * FROM document"):
                            _enter(cursor, name, paths, Document(content), number)

    @contextmanager
    def _transaction(self) -> Generator[sqlite3.Cursor, None, None]:
        with self._lock, closing(self._base.cursor()) as cursor:
            cursor.execute("BEGIN IMMEDIATE")
            try:
                yield cursor
                cursor.execute("COMMIT")
            except BaseException:
                cursor.execute("ROLLBACK")
                raise

    def add(self, document: Document, /) -> None:
        """Keep one document under all indexes whose keys it has."""
        with self._transaction() as cursor:
            cursor.execute("INSERT INTO document (content) VALUES (?)", (bytes(document),))
            number = cursor.lastrowid
            for name, paths in _stored(cursor).items():
                _enter(cursor, name, paths, document, number)

    def find(self, index: str, /, *keys: str) -> list[Document]:
        """The documents with these keys, in the order they were added.

        Raises:
            LookupError: There is no such index, or it has another number of keys.
        """
        if index not in self._indexes:
            names = ", ".join(self._indexes)
            raise LookupError(f"the cache has no index {index!r}; it has {names}")
        if len(keys) != (count := len(self._indexes[index])):
            raise LookupError(f"the index {index!r} has {count} keys, not {len(keys)}")
        if wrong := [kind.__name__ for kind in map(type, keys) if not issubclass(kind, str)]:
            raise LookupError(f"the keys of an index are text, not {wrong[0]}")
        with self._lock:
            rows = self._base.execute(
                "SELECT content FROM entry JOIN document ON document.id = entry.document"
                " WHERE name = ? AND keys = ? ORDER BY document.id",
                (index, json.dumps([key.strip() for key in keys])),
            ).fetchall()
        return [Document(content) for (content,) in rows]

    def clear(self) -> None:
        """Forget all documents."""
        with self._lock:
            self._base.executescript("BEGIN; DELETE FROM entry; DELETE FROM document; COMMIT;")

    def __len__(self) -> int:
        with self._lock:
            count: int = self._base.execute("SELECT count(*) FROM document").fetchone()[0]
        return count


class MemoryCache(_Cache):
    """A cache in memory, gone with the process; safe to share between threads.

    Args:
        indexes: Names, and the element paths of the keys of each.

    Raises:
        ConfigurationError: There is no index, or one without a path.
    """

    def __init__(self, indexes: Indexes) -> None:
        super().__init__(_MEMORY, indexes)


class SqliteCache(_Cache):
    """A cache in a file, shared between processes and threads; readable by its owner only.

    Close it, or use it in a ``with`` statement; one that is forgotten closes its file in the end.
    The documents that a file holds are found by an index that is new to it, too; those added here
    are found by every index that the file ever had.

    Args:
        path: The file; it is made if there is none.
        indexes: Names, and the element paths of the keys of each.

    Raises:
        ConfigurationError: There is no index, one without a path, the file is none of a cache, or
            has an index of that name over other paths.
    """

    def __init__(self, path: str | os.PathLike[str], indexes: Indexes) -> None:
        # Of a file, the path is absolute: one called as the memory is would not be a file.
        super().__init__(os.path.abspath(path), indexes)

    @classmethod
    def existing(cls, path: str | os.PathLike[str]) -> SqliteCache:
        """Open a cache that is there, with the indexes that it has.

        Raises:
            ConfigurationError: There is no such file, or it is none of a cache.
        """
        return cls(path, indexes_of(path))

    def close(self) -> None:
        """Close the file. The cache cannot be used afterwards."""
        with self._lock:
            self._close()

    def __enter__(self) -> SqliteCache:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
