"""Archiving: every document that passes an operation is written to a folder."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Collection, Generator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from twilio_ops_runtime.documents.document import Document
from twilio_ops_runtime.errors import ConfigurationError, ProfileError
from twilio_ops_runtime.http.redact import MASK
from twilio_ops_runtime.validators import check

try:
    import fcntl
except ImportError:  # not on Windows, where a file that is open cannot be removed anyway
    fcntl = None  # type: ignore[assignment]


def _now() -> datetime:
    return datetime.now(UTC)


class Archiving:
    """A folder that documents are written to, each into a file of its own.

    A file is named ``<date_time><document index><operation name>_<unique number>.dat``, is
    complete and on disk as soon as it has that name, and is readable by its owner only: documents
    hold what people said and to whom. What a crash left half-written is removed when the folder is
    next used for archiving.

    Args:
        directory: The folder; if there is none, one is made that only its owner can open.
        secrets: Keep passwords and tokens (an Account's ``AuthToken``) in the clear; without, they
            are masked.
        now: Where the time comes from, for tests.

    Raises:
        ConfigurationError: There is something else of that name, or it cannot be made.
    """

    def __init__(
        self,
        directory: str | os.PathLike[str],
        *,
        secrets: bool = False,
        now: Callable[[], datetime] = _now,
    ) -> None:
        fits = isinstance(secrets, bool)  # pyright: ignore[reportUnnecessaryIsInstance]
        check("Archiving.secrets", "True or False", fits, secrets)
        self._secrets = secrets
        self.directory: Path = Path(directory)
        self._now = now
        self._number = count(1)
        try:
            # A folder that is there keeps the rights its owner gave it.
            if not self.directory.is_dir():
                self.directory.parent.mkdir(parents=True, exist_ok=True)
                self.directory.mkdir(mode=0o700)
            self._clean()
        except OSError as error:
            raise ConfigurationError(
                f"the archive folder {self.directory} cannot be used: {error.strerror}"
            ) from None

    def write(
        self, document: Document, index: int, operation: str, *, secrets: Collection[str] = ()
    ) -> Path:
        """Write one document and give its file.

        Args:
            document: The document.
            index: The position of the input it belongs to.
            operation: The operation's name.
            secrets: The elements whose text is masked.

        Raises:
            OSError: It cannot be written.
        """
        stem = f"{self._now():%Y%m%d_%H%M%S}{index}{operation}"
        content = bytes(document)
        if not self._secrets:
            content = _masked(content, secrets)
        with self._locked(exclusive=False) as folder:
            handle, name = tempfile.mkstemp(dir=self.directory, prefix=".", suffix=".part")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(content)
                    file.flush()
                    os.fsync(file.fileno())
                path = self._named(name, stem)
            finally:
                with suppress(FileNotFoundError):
                    os.unlink(name)
            if folder is not None:
                os.fsync(folder)  # the name, too, outlives a loss of power
        return path

    def _clean(self) -> None:
        """Remove what writers left that did not come to their end, unless one is at work."""
        with suppress(BlockingIOError), self._locked(exclusive=True):
            for part in self.directory.glob(".*.part"):
                with suppress(PermissionError):  # on Windows: it is open
                    part.unlink(missing_ok=True)

    @contextmanager
    def _locked(self, *, exclusive: bool) -> Generator[int | None, None, None]:
        """Lock the folder, for one that cleans or for any number that write; give its handle."""
        if fcntl is None:
            yield None
            return
        folder = os.open(self.directory, os.O_RDONLY)
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB if exclusive else fcntl.LOCK_SH)
            yield folder
        finally:
            os.close(folder)

    def _named(self, part: str, stem: str) -> Path:
        # A link fails where the name is taken, by another process for instance: nothing that
        # was archived is ever written over.
        while True:
            name = f"{stem}_{next(self._number)}.dat"
            try:
                os.link(part, os.path.join(self.directory, name))
            except FileExistsError:
                continue
            return self.directory / name  # made last: a path keeps the text that it was asked for

    def __repr__(self) -> str:
        return f"Archiving({str(self.directory)!r})"


def _masked(content: bytes, names: Collection[str]) -> bytes:
    """The content with the text of elements of these names masked; as it is without any."""
    wide = b"\0" in content  # not ASCII with more: names cannot be looked for in its bytes
    if not wide and not any(name.encode() in content for name in names):
        return content
    try:
        root = Document(content).element
    except ProfileError:
        if names and wide:
            return b"<!-- not archived: not well formed, and it may hold secrets -->"
        either = "|".join(map(re.escape, names)).encode()
        within = rb"(<(?:[\w.-]+:)?(?:%s)(?:\s[^>]*)?>).*?(?=</|\Z)" % either
        return re.sub(within, rb"\g<1>" + MASK.encode(), content, flags=re.DOTALL)
    found = [one for one in root.iter("*") if one.tag in names]
    for element in found:
        del element[:]
        element.text = MASK
    from twilio_ops_runtime.formats.tree import serialize

    return serialize(root) if found else content
