"""Files that are there whole or not at all, and the folder of a run."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path

__all__ = ["Folder", "beside_emulator", "stem_of", "to_disk", "write_files"]

LONGEST = 80
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9._-]+")
_BINARY = getattr(os, "O_BINARY", 0)


def to_disk(handle: int) -> None:
    """Bring a file's content to disk; the time of its last change may be lost."""
    getattr(os, "fdatasync", os.fsync)(handle)


def beside_emulator(path: Path) -> Path:
    """Return where runs at an emulator keep what runs at an account keep at a path.

    Args:
        path: A file or folder: of ``calls.db`` it is ``calls.emulator.db``.
    """
    return path.with_name(f"{path.stem}.emulator{path.suffix}")


def stem_of(name: str) -> str:
    """Return what of an input's name can be in a file's name; it never leads elsewhere.

    Args:
        name: A path, or ``-`` for standard input; anything else, too.
    """
    if name == "-":
        return "stdin"
    stem = _NOT_IN_NAMES.sub("-", os.path.splitext(os.path.basename(name))[0])
    return stem.lstrip(".")[:LONGEST]


def write_files(texts: Mapping[Path, str], mode: int = 0o644) -> None:
    """Write files: all are made under other names before the first takes its own.

    Args:
        texts: What each is to hold.
        mode: Who may use a file that was not there; one that was stays as it is.

    Raises:
        OSError: One cannot be written.
    """
    staged: list[tuple[str, Path]] = []
    try:
        for path, text in texts.items():
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
            staged.append((name, path))
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(name, path.stat().st_mode & 0o777 if path.exists() else mode)
        for name, path in staged:
            os.replace(name, path)
    finally:
        for name, _ in staged:
            Path(name).unlink(missing_ok=True)


class Folder(AbstractContextManager["Folder"]):
    """A folder that files are written to.

    A file is whole when it has its name.

    Args:
        root: The folder.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._paths: dict[str, str] = {}
        self._handles: dict[str, int] = {}

    def clean(self) -> None:
        """Remove what is left of files whose writing was cut short."""
        for folder in (self._root, self._root / "errors", self._root / "inputs"):
            for part in folder.glob(".*.part"):
                part.unlink(missing_ok=True)

    def write(self, name: str, content: bytes, *, durable: bool = True) -> str:
        """Write a file, or another in the place of one, and give its name.

        Args:
            name: Its path in the folder.
            content: What it is to hold.
            durable: Return only when it is on disk under its name.

        Raises:
            OSError: It cannot be written; what was there is as it was.
        """
        where, _, last = name.rpartition("/")
        folder = self._opened(where)
        path = f"{self._paths[where]}/{last}"
        part = f"{self._paths[where]}/.{last}.part"
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o600)
        try:
            try:
                written = 0
                while written < len(content):
                    written += os.write(handle, content[written:])
                if durable:
                    to_disk(handle)
            finally:
                os.close(handle)
            os.replace(part, path)
        except BaseException:
            Path(part).unlink(missing_ok=True)
            raise
        if durable and folder is not None:
            os.fsync(folder)
        return name

    def restore(self, name: str, content: bytes) -> None:
        """Write a file that a loss of power has taken, or taken a part of."""
        try:
            if (self._root / name).read_bytes() == content:
                return
        except FileNotFoundError:
            pass
        self.write(name, content)

    def _opened(self, where: str) -> int | None:
        """The handle of a folder, which brings names to disk; None where there is no such thing."""
        if where not in self._paths:
            folder = self._root / where
            folder.mkdir(mode=0o700, exist_ok=True)
            self._paths[where] = str(folder)
            if os.name == "posix":
                self._handles[where] = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        return self._handles.get(where)

    def __exit__(self, *_: object) -> None:
        for handle in self._handles.values():
            os.close(handle)
        self._handles.clear()
