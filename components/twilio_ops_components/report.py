"""The report of a run: a line before each document is sent, and a line for what became of it.

``report.jsonl`` is written ahead: the line that says a document is ``begun`` is on disk before the
first byte of its request goes out. Whatever ends a run, even a loss of power, the next one knows
what was done, what never began, and what may have been carried out: begun, and nothing after it.

A line of a report, after the first, which says of which operation it is:

* ``{"index": 7, "status": "begun", "input": "a.xml", "digest": "…", "begun": "…"}``
* ``{"index": 7, "status": "done", …}``: a result, with every column of :class:`Row`; of several
  lines of one index the last counts.
* ``{"index": 7, "status": "complete", …}``: of a Get or Query, that all its records are there.
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, Literal

import msgspec

from twilio_ops_components.files import Folder, to_disk
from twilio_ops_components.inputs import split_documents
from twilio_ops_runtime import ConfigurationError

try:
    import fcntl
except ImportError:  # not on Windows
    fcntl = None  # type: ignore[assignment]

__all__ = [
    "FILE",
    "Header",
    "Report",
    "Row",
    "Rows",
    "Status",
    "document_of",
    "read_report",
    "said_of",
    "summary",
]

FILE = "report.jsonl"
FORMAT = 1
Status = Literal["begun", "done", "application error", "failed", "unknown", "complete"]
LOST = "the run ended before the answer came: it may have been carried out, and was not repeated"


class Header(msgspec.Struct, kw_only=True, frozen=True):
    """The first line of a report.

    Attributes:
        report: The format's number.
        operation: The operation's name, such as ``CreateMessage``.
        component: The component's file, if it is of one.
        account: The account that was asked, if it matters.
        direction: Which documents the report is about.
        started: When the first run began, in UTC.
    """

    report: int
    operation: str
    component: str | None = None
    account: str | None = None
    direction: str = "output"
    started: str = ""


class Row(msgspec.Struct, kw_only=True, frozen=True):
    """What became of a document.

    Attributes:
        index: The input's position, from 1 on.
        record: Of a Query, which of the input's records it is, from 1 on.
        input: What the input came from: a path, or ``-``.
        line: The line it begins on, if it is not the first document there.
        status: ``done``; ``application error``: the service refused it; ``failed``: it was not
            carried out, or its answer is not valid; ``unknown``: it may have been carried out.
        http_status: The HTTP status of an error answer.
        code: The service's error code.
        message: What went wrong.
        sid: The record's Sid.
        tracked: The tracked fields, by label.
        request_id: The service's name for the request.
        attempts: How often a request was sent for it.
        document: The document that the tracking direction names: a path, in the report's folder
            unless it is absolute or the input's own.
        outputs: The files written for it, in the report's folder.
        archived: The files of the archive.
        begun: When it was sent, in UTC.
        ended: When the answer was there.
        digest: The SHA-256 of the input.
        copy: Of what changes something, what was answered, so that with this line it is on disk,
            too; a file that a loss of power takes is made of it anew.
    """

    index: int
    record: int | None = None
    input: str = ""
    line: int | None = None
    status: Status = "begun"
    http_status: int | None = None
    code: int | None = None
    message: str | None = None
    sid: str | None = None
    tracked: dict[str, str] = {}
    request_id: str | None = None
    attempts: int = 0
    document: str | None = None
    outputs: list[str] = []
    archived: list[str] = []
    begun: str | None = None
    ended: str | None = None
    digest: str | None = None
    copy: str | None = None


class Rows:
    """What a report says, with what was begun and has no result as ``unknown``."""

    def __init__(self, header: Header, path: Path) -> None:
        self.header = header
        self.path = path
        self._found: dict[int, list[Row]] = {}
        self._open: dict[int, Row] = {}
        self.last = 0
        """The highest index that was begun or has a result."""

    def add(self, row: Row) -> None:
        """Take in the next line."""
        self.last = max(self.last, row.index)
        if row.status == "begun":
            self._found.pop(row.index, None)
            self._open[row.index] = row
        elif row.status == "complete":
            self._open.pop(row.index, None)
            self._found.setdefault(row.index, [])
        elif row.record is None:
            self._open.pop(row.index, None)
            self._found[row.index] = [row]
        else:
            self._found.setdefault(row.index, []).append(row)

    def __contains__(self, index: int) -> bool:
        return index in self._found or index in self._open

    def __iter__(self) -> Iterator[Row]:
        for index in sorted({*self._found, *self._open}):
            yield from self.of(index)

    def of(self, index: int) -> list[Row]:
        """Return the rows of an input; one that is begun and has none is ``unknown``."""
        found = self._found.get(index, [])
        begun = self._open.get(index)
        if begun is None:
            return found
        if self.reads:
            return [*found, msgspec.structs.replace(begun, status="failed", message=_ENDED)]
        return [msgspec.structs.replace(begun, status="unknown", message=LOST)]

    @property
    def reads(self) -> bool:
        """Whether the operation only reads, so that it may be repeated."""
        return self.header.operation.startswith(("Get", "Query"))

    def is_open(self, index: int) -> bool:
        """Return whether an input was begun and is not at its end."""
        return index in self._open

    def digest(self, index: int) -> str | None:
        """Return the digest of an input, if the report has it."""
        begun = self._open.get(index)
        rows = [begun] if begun is not None else self._found.get(index, [])
        return next((row.digest for row in rows), None)


_ENDED = "the run ended before all its records were there"


def summary(rows: Iterable[Row]) -> str:
    """Say how many documents came to which end: ``12 done, 1 unknown (not repeated)``."""
    return said_of(Counter(row.status for row in rows))


def said_of(counts: Mapping[Any, int]) -> str:
    """Say how many documents came to which end.

    Args:
        counts: How many there are, by status.
    """
    said = [
        f"{counts[status]} {status}{' (not repeated)' if status == 'unknown' else ''}"
        for status in ("done", "application error", "failed", "unknown")
        if counts.get(status)
    ]
    return ", ".join(said) or "no documents"


def document_of(row: Row, header: Header, folder: Path) -> bytes | None:
    """Return the document that the tracking direction names; None if there is none.

    Args:
        row: The row of a report.
        header: The report's first line.
        folder: Where the report is.

    Raises:
        OSError: It is not there any more.
        ValueError: What is there now is another document.
    """
    if row.document is None:
        return None
    if header.direction == "output" or row.document.startswith("inputs/"):
        return (folder / row.document).read_bytes()
    with open(row.document, "rb") as file:
        for _, content in split_documents(file, row.document):
            if row.digest in (None, hashlib.sha256(content).hexdigest()):
                return content
    raise ValueError(f"{row.document} does not hold any more what was sent")


def now() -> str:
    """Return the time, in UTC, as reports write it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")[:-6] + "Z"


def read_report(folder: str | os.PathLike[str]) -> Rows:
    """Read the report of a folder, also while a run writes it.

    Args:
        folder: The folder that a run wrote to.

    Raises:
        ConfigurationError: There is none, it is of a newer format, or a line is none of a report.
    """
    path = Path(folder) / FILE
    try:
        with path.open("rb") as file:
            return _read(file, path)
    except FileNotFoundError:
        raise ConfigurationError(f"{folder}: holds no {FILE}; expected a folder of a run") from None
    except NotADirectoryError:
        raise ConfigurationError(f"{folder}: is no folder; expected one of a run") from None


def _read(
    file: IO[bytes], path: Path, restore: Callable[[str, bytes], object] | None = None
) -> Rows:
    header = _header(file.readline(), path)
    rows = Rows(header, path)
    decode = msgspec.json.Decoder(Row).decode
    for number, line in enumerate(file, 2):
        if not line.endswith(b"\n"):
            break  # cut short by what ended the run, or still being written
        try:
            row = decode(line)
        except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
            raise ConfigurationError(f"{path}:{number}: is no line of a report: {error}") from None
        if row.copy is not None:
            if restore is not None and row.outputs:
                restore(row.outputs[0], row.copy.encode())
            row = msgspec.structs.replace(row, copy=None)  # held once, on disk
        rows.add(row)
    return rows


def _header(line: bytes, path: Path) -> Header:
    try:
        if not line.endswith(b"\n"):
            raise msgspec.DecodeError("it is cut short, so nothing was sent")
        header = msgspec.json.decode(line, type=Header)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path}:1: is not the first line of a report: {error}") from None
    if header.report > FORMAT:
        raise ConfigurationError(
            f"{path}:1: is of format {header.report}, and this version reads up to {FORMAT}:"
            " pip install --upgrade twilio-ops"
        )
    return header


class Report:
    """A report that is being written; one run at a time.

    Args:
        folder: Where it is, or is to be.
        header: Of which operation it is.
        files: Where outputs are; what a loss of power took of them is restored.
        resume: Go on with the one that is there.

    Raises:
        ConfigurationError: There is one and ``resume`` is not given, or there is none and it is;
            it is of another operation or account; or another run writes it.
    """

    def __init__(self, folder: Path, header: Header, files: Folder, *, resume: bool) -> None:
        path = folder / FILE
        there = path.exists()
        if there and not resume:
            raise ConfigurationError(
                f"{folder}: holds the report of a run: give --resume to go on with it,"
                " or another folder"
            )
        if resume and not there:
            raise ConfigurationError(f"{folder}: holds no {FILE}, so there is nothing to resume")
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
        self._handle = os.open(path, flags, 0o600)
        self._encode = msgspec.json.Encoder().encode
        try:
            self._lock(folder)
            if not _is_begun(path):
                os.ftruncate(self._handle, 0)
                self.rows = Rows(header, path)
                self._write(header)
                os.fsync(self._handle)
            else:
                self.rows = self._known(path, files)
                _compare(self.rows.header, header, folder)
        except BaseException:
            os.close(self._handle)
            raise

    def _lock(self, folder: Path) -> None:
        if fcntl is None:
            return
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ConfigurationError(f"{folder}: another run is writing its report") from None

    def _known(self, path: Path, files: Folder) -> Rows:
        """What is there, without the last line if that is not whole."""
        with path.open("rb") as file:
            rows = _read(file, path, files.restore)
            whole = file.seek(0, os.SEEK_END)
            while os.pread(self._handle, 1, whole - 1) != b"\n":  # the first line is whole
                whole -= 1
        os.ftruncate(self._handle, whole)
        return rows

    def _write(self, line: Any) -> None:
        content = self._encode(line) + b"\n"
        written = 0
        try:
            while written < len(content):  # a disk that fills up takes a part
                written += os.write(self._handle, content[written:])
        except OSError:
            if written:
                os.ftruncate(self._handle, os.fstat(self._handle).st_size - written)
            raise

    def begin(self, row: Row, *, durable: bool) -> None:
        """Write that a document is about to be sent.

        Args:
            row: Its index, input and digest.
            durable: Return only when it is on disk, and all before it.

        Raises:
            OSError: It cannot be written: the document must not be sent.
        """
        ahead = {"index": row.index, "status": "begun", "input": row.input, "line": row.line}
        self._write({**ahead, "digest": row.digest, "begun": row.begun})
        if durable:
            to_disk(self._handle)

    def finish(self, row: Row) -> None:
        """Write what became of a document; it is on disk before the next is begun."""
        self._write(row)

    def complete(self, index: int) -> None:
        """Write that all records of an input are there."""
        self._write({"index": index, "status": "complete"})

    def close(self) -> None:
        """Bring everything to disk, and let another run go on."""
        try:
            to_disk(self._handle)
        finally:
            os.close(self._handle)


def _is_begun(path: Path) -> bool:
    """Whether the first line is whole; nothing is sent before it is."""
    with path.open("rb") as file:
        return file.readline().endswith(b"\n")


def _compare(there: Header, header: Header, folder: Path) -> None:
    for name in ("operation", "account"):
        old, new = getattr(there, name), getattr(header, name)
        if old is not None and new is not None and old != new:
            raise ConfigurationError(f"{folder}: its report is of {name} {old}, not of {new}")
