"""Archiving: every document that passes an operation is written to a folder."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from twilio_ops_runtime.errors import ConfigurationError

if TYPE_CHECKING:
    from twilio_ops_runtime.documents.document import Document

__all__ = ["Archiving"]


def _now() -> datetime:
    return datetime.now(UTC)


class Archiving:
    """A folder that documents are written to, each into a file of its own.

    A file is named ``<date_time><document index><operation name>_<unique number>.dat``, is
    complete as soon as it has that name, and is readable by its owner only: documents hold what
    people said and to whom.

    Args:
        directory: The folder; if there is none, one is made that only its owner can open.
        now: Where the time comes from, for tests.

    Raises:
        ConfigurationError: There is something else of that name, or it cannot be made.
    """

    def __init__(
        self, directory: str | os.PathLike[str], *, now: Callable[[], datetime] = _now
    ) -> None:
        self.directory: Path = Path(directory)
        self._now = now
        self._number = count(1)
        try:
            # A folder that is there keeps the rights its owner gave it.
            if not self.directory.is_dir():
                self.directory.parent.mkdir(parents=True, exist_ok=True)
                self.directory.mkdir(mode=0o700)
        except OSError as error:
            raise ConfigurationError(
                f"the archive folder {self.directory} cannot be used: {error.strerror}"
            ) from None

    def write(self, document: Document, index: int, operation: str) -> Path:
        """Write one document and give its file.

        Args:
            document: The document.
            index: The position of the input it belongs to.
            operation: The operation's name.

        Raises:
            OSError: It cannot be written.
        """
        stem = f"{self._now():%Y%m%d_%H%M%S}{index}{operation}"
        handle, name = tempfile.mkstemp(dir=self.directory, prefix=".", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(bytes(document))
            return self._named(Path(name), stem)
        finally:
            Path(name).unlink(missing_ok=True)

    def _named(self, part: Path, stem: str) -> Path:
        # A link fails where the name is taken, by another process for instance: nothing that
        # was archived is ever written over.
        while True:
            path = self.directory / f"{stem}_{next(self._number)}.dat"
            try:
                os.link(part, path)
            except FileExistsError:
                continue
            return path

    def __repr__(self) -> str:
        return f"Archiving({str(self.directory)!r})"
