"""The folder of a run: files that are there whole or not at all."""

from __future__ import annotations

import os
import re
from contextlib import AbstractContextManager
from pathlib import Path

__all__ = ["Folder", "stem_of"]

LONGEST = 80
_PART = re.compile(r"\.\w.*\.part")


def stem_of(name: str) -> str:
    """Return what of an input's name can be in a file's name; it never leads elsewhere.

    Args:
        name: A path, or ``-`` for standard input; anything else, too.
    """
    if name == "-":
        return "stdin"
    stem = re.sub(r"[^A-Za-z0-9._-]+", "-", Path(name).stem)
    return stem.lstrip(".")[:LONGEST]


class Folder(AbstractContextManager["Folder"]):
    """A folder that files are written to.

    A file is on disk, whole and under its name, when ``write`` returns; what is left of one whose
    writing was cut short is removed when the folder is next used.

    Args:
        root: The folder.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._handles: dict[Path, int] = {}
        for folder in (root, root / "errors", root / "inputs"):
            for part in folder.glob(".*.part"):
                part.unlink(missing_ok=True)

    def write(self, name: str, content: bytes) -> str:
        """Write a file, or another in the place of one, and give its name.

        Args:
            name: Its path in the folder.
            content: What it is to hold.

        Raises:
            OSError: It cannot be written; what was there is as it was.
        """
        path = self._root / name
        folder = self._opened(path.parent)
        part = path.parent / f".{path.name}.part"
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o600)
        try:
            with os.fdopen(handle, "wb", buffering=0) as file:
                rest = memoryview(content)
                while rest:
                    rest = rest[file.write(rest) :]
                os.fsync(handle)
            os.replace(part, path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        if folder is not None:
            os.fsync(folder)
        return name

    def has(self, name: str) -> bool:
        """Return whether there is a file of a name."""
        return (self._root / name).exists()

    def _opened(self, folder: Path) -> int | None:
        """The folder's handle, which brings names to disk; None where there is no such thing."""
        if os.name != "posix":
            return None
        if folder not in self._handles:
            folder.mkdir(mode=0o700, exist_ok=True)
            self._handles[folder] = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        return self._handles[folder]

    def __exit__(self, *_: object) -> None:
        for handle in self._handles.values():
            os.close(handle)
        self._handles.clear()


_BINARY = getattr(os, "O_BINARY", 0)
