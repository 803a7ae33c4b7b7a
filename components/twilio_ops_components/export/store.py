"""Where an export lies: a folder, or what fsspec reaches; a file is there whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from twilio_ops import ConfigurationError
from twilio_ops_components.files import to_disk

__all__ = ["STAGED", "LocalStore", "RemoteStore", "Store", "alone", "store_of"]

STAGED = "_staged"
"""The folder of files that are written, or were, and are not among the data."""


class Store(Protocol):
    """Files by their names, which may have one folder: ``call/2026.parquet``."""

    place: str

    def read(self, name: str) -> bytes | None:
        """Return what a file holds; None = there is none."""
        ...

    def write(self, name: str, content: bytes) -> None:
        """Write a file, or another in the place of one; it is durable when this returns."""
        ...

    def staged(self, name: str) -> Any:
        """Return a context that gives a local path to write to; without an error, it takes the name."""
        ...

    def move(self, name: str, to: str) -> None:
        """Give a file another name, in place of what has it; that is durable when this returns."""
        ...

    def names(self, folder: str) -> list[str]:
        """Return the names of the files of a folder, sorted."""
        ...

    def read_all(self, names: Sequence[str]) -> list[bytes]:
        """Return what files hold."""
        ...

    def local(self, name: str) -> Any:
        """Return a context that gives a local path to read a file from."""
        ...

    def remove(self, name: str) -> None:
        """Remove a file, if it is there."""
        ...


@contextmanager
def placed(path: Path) -> Generator[None]:
    """Say what the disk does not take or give by its place.

    Raises:
        ConfigurationError: It is full, or cannot be written or read.
    """
    try:
        yield
    except OSError as error:
        problem = f"{error.filename or path}: {error.strerror or error}"
    else:
        return
    raise ConfigurationError(problem)


def folder_to_disk(folder: Path) -> None:
    """Have the names of a folder's files on the disk, where a system offers that."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class LocalStore:
    """A folder of this machine, or one that all who work on the export have mounted.

    Args:
        root: The folder; it is made where it is not.
    """

    def __init__(self, root: Path) -> None:
        self.place = str(root)
        self._root = root

    def read(self, name: str) -> bytes | None:
        with placed(self._root / name):
            try:
                return (self._root / name).read_bytes()
            except FileNotFoundError:
                return None

    def write(self, name: str, content: bytes) -> None:
        with self.staged(name) as path:
            path.write_bytes(content)

    @contextmanager
    def staged(self, name: str) -> Generator[Path]:
        path = self._root / name
        with placed(path), self._staged(path) as part:
            yield part

    @contextmanager
    def _staged(self, path: Path) -> Generator[Path]:
        for folder in (path.parent, self._root / STAGED):
            folder.mkdir(parents=True, exist_ok=True)
        # Two that write the same file do not write into each other's.
        handle, made = tempfile.mkstemp(prefix=".", suffix=".part", dir=self._root / STAGED)
        os.close(handle)
        part = Path(made)
        try:
            yield part
            with part.open("rb+") as file:
                to_disk(file.fileno())
            part.chmod(0o644)
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        folder_to_disk(path.parent)

    def move(self, name: str, to: str) -> None:
        path = self._root / to
        with placed(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            (self._root / name).replace(path)
            folder_to_disk(path.parent)

    def names(self, folder: str) -> list[str]:
        with placed(self._root / folder):
            try:
                return sorted(one.name for one in (self._root / folder).iterdir() if one.is_file())
            except FileNotFoundError:
                return []

    def read_all(self, names: Sequence[str]) -> list[bytes]:
        with placed(self._root):
            return [(self._root / name).read_bytes() for name in names]

    @contextmanager
    def local(self, name: str) -> Generator[Path]:
        yield self._root / name

    def remove(self, name: str) -> None:
        with placed(self._root / name):
            (self._root / name).unlink(missing_ok=True)


class RemoteStore:
    """What fsspec reaches by a URL: an object of it is there when all of it is.

    Args:
        url: Such as ``s3://bucket/folder``.

    Raises:
        ConfigurationError: fsspec knows no such scheme, lacks what it needs for it, or is not let
            in.
    """

    def __init__(self, url: str) -> None:
        core: Any = import_module("fsspec.core")

        self.place = url
        self._files: Any
        self._root: str
        try:
            self._files, self._root = core.url_to_fs(url)
        except (ImportError, ValueError) as error:
            raise ConfigurationError(f"{url}: {error}") from None

    @contextmanager
    def _reaching(self, name: str, missing: bool = False) -> Generator[None]:
        """Say what does not go well by its place; that nothing is there is no fault if it may be."""
        try:
            yield
        except Exception as error:  # each file system has errors of its own
            if missing and isinstance(error, FileNotFoundError):
                return
            problem = f"{self.place}/{name}: {type(error).__name__}: {error}"
        else:
            return
        raise ConfigurationError(problem)

    def read(self, name: str) -> bytes | None:
        found: bytes | None = None
        with self._reaching(name, missing=True):
            found = self._files.cat_file(f"{self._root}/{name}")
        return found

    def write(self, name: str, content: bytes) -> None:
        with self._reaching(name):
            self._files.pipe_file(f"{self._root}/{name}", content)

    @contextmanager
    def staged(self, name: str) -> Generator[Path]:
        with tempfile.TemporaryDirectory() as scratch:
            path = Path(scratch) / "part"
            path.touch()
            yield path
            with self._reaching(name):
                self._files.put_file(str(path), f"{self._root}/{name}")

    def move(self, name: str, to: str) -> None:
        with self._reaching(to):
            self._files.cp_file(f"{self._root}/{name}", f"{self._root}/{to}")
        self.remove(name)

    def names(self, folder: str) -> list[str]:
        found: list[Any] = []
        with self._reaching(folder, missing=True):
            found = self._files.ls(f"{self._root}/{folder}", detail=True, refresh=True)
        return sorted(one["name"].rpartition("/")[2] for one in found if one["type"] == "file")

    def read_all(self, names: Sequence[str]) -> list[bytes]:
        if not names:
            return []
        paths = [f"{self._root}/{name}" for name in names]
        with self._reaching(names[0]):
            found: dict[str, bytes] | bytes = self._files.cat(paths)  # many at once
        if isinstance(found, bytes):
            return [found]
        by_end = {path.rpartition("/")[2]: content for path, content in found.items()}
        return [by_end[path.rpartition("/")[2]] for path in paths]

    @contextmanager
    def local(self, name: str) -> Generator[Path]:
        with tempfile.TemporaryDirectory() as scratch:
            path = Path(scratch) / name.rpartition("/")[2]
            with self._reaching(name):
                self._files.get_file(f"{self._root}/{name}", str(path))
            yield path

    def remove(self, name: str) -> None:
        with self._reaching(name, missing=True):
            self._files.rm_file(f"{self._root}/{name}")


@cache
def store_of(out: str) -> Store:
    """Return the store of a folder's path or of a URL."""
    return RemoteStore(out) if "://" in out else LocalStore(Path(out))


@contextmanager
def alone(store: Store) -> Generator[None, None, None]:
    """Hold a folder, so that no two exports write into it at once."""
    if not isinstance(store, LocalStore) or os.name != "posix":
        yield
        return
    import fcntl

    root = Path(store.place)
    with placed(root):
        root.mkdir(parents=True, exist_ok=True)
        handle = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ConfigurationError(f"{root}: another export is writing here") from None
        yield
    finally:
        os.close(handle)
