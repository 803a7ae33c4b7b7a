"""What a run is given: files, folders, standard input, each of which may hold several documents.

Documents that follow one another in a file or stream are cut apart by their tags alone, without
being parsed: what is not well formed comes out as it came, and fails as one document.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from attrs import frozen

from twilio_ops_runtime import ConfigurationError, Document, Origin

__all__ = ["Input", "check_inputs", "documents_of", "split_documents"]

STDIN = "-"
CHUNK = 1 << 16
LONGEST = 64 << 20
"""The longest document that is taken from a stream, in bytes."""
SUFFIX = ".xml"

_TAG = rb"""(?:[^<>"']++|"[^"]*+"|'[^']*+')*+"""  # an attribute's value may hold a ``>``
_TYPE = rb"""(?!--|\[)(?:[^<>"'\[]++|"[^"]*+"|'[^']*+'|\[[^\]]*+\])*+"""
_CUT = rb"""(?:"[^"]*|'[^']*)?\Z"""
_MARK = re.compile(
    rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|(?P<declared><\?xml\s).*?\?>|<\?.*?\?>"
    rb"|(?P<end></[^<>]*>)|(?P<tag><[^\s<>/!?]" + _TAG + rb">)|<!" + _TYPE + rb">",
    re.DOTALL,
)
_BEGUN = re.compile(rb"</?" + _TAG + _CUT + rb"|<!" + _TYPE + rb"(?:\[[^\]]*)?" + _CUT)
"""A tag that is cut short."""
_FIRST = re.compile(rb"(?:<\?xml\s[^<>?]*\?>\s*)?<(?P<root>[^\s<>/!?]+)\s*>")
"""The first tag of a document, if it has no attributes."""
_OPENED = (b"<!--", b"<![CDATA[", b"<?")
_NOTHING = b" \t\r\n\xef\xbb\xbf"


class Readable(Protocol):
    """A stream of bytes."""

    def read(self, size: int, /) -> Any:
        """Return so many bytes, or fewer; none at the end."""
        ...


@frozen(kw_only=True)
class Input:
    """One document of a run.

    Attributes:
        source: What is handed to the operation: the document; a path that cannot be read; a Sid,
            or None, for a Get or Query.
        index: Its position, from 1 on.
        name: What it came from: a path, ``-``, or nothing.
        line: The line that it begins on, if it is not the first of its file.
        streamed: Whether it cannot be read again, as what comes from standard input.
    """

    source: object
    index: int = 1
    name: str = ""
    line: int | None = None
    streamed: bool = False

    @property
    def content(self) -> bytes | None:
        """Its bytes, as far as there are any."""
        return bytes(self.source) if isinstance(self.source, Document) else None


def check_inputs(names: Iterable[str | os.PathLike[str]]) -> int:
    """Check that all inputs are there; return how many of the files in folders are left out.

    Args:
        names: Paths of files and folders, or ``-``.

    Raises:
        ConfigurationError: One is not there, or a folder has no ``.xml`` file.
    """
    left_out = 0
    for given in names:
        name = os.fspath(given)
        if name == STDIN:
            continue
        path = Path(name)
        if path.is_dir():
            found, others = _files(name)
            if not found:
                raise ConfigurationError(f"{name}: the folder has no {SUFFIX} file")
            left_out += others
        elif not path.exists():
            raise ConfigurationError(f"{name}: there is no such file or folder")
    return left_out


def documents_of(
    names: Iterable[str | os.PathLike[str]], stdin: BinaryIO | None = None
) -> Iterator[Input]:
    """Read the documents of all inputs, each when it is its turn.

    Args:
        names: Paths of files and folders, whose ``.xml`` files come sorted by name; ``-`` is
            ``stdin``.
        stdin: What ``-`` stands for.

    Raises:
        ConfigurationError: ``-`` is there without a ``stdin``, or a document of a stream is too
            long.
    """
    indexes = count(1)
    for given in names:
        name = os.fspath(given)
        if name == STDIN:
            if stdin is None:
                raise ConfigurationError("-: there is no standard input here")
            yield from _of_stream(stdin, name, indexes, streamed=True)
        elif os.path.isdir(name):
            for path in _files(name)[0]:
                yield from _of_file(path, indexes)
        else:
            yield from _of_file(name, indexes)


def _files(folder: str) -> tuple[list[str], int]:
    with os.scandir(folder) as entries:
        names = [one.name for one in entries if one.name[:1] != "." and one.is_file()]
    found = sorted(one for one in names if one.lower().endswith(SUFFIX))
    return [os.path.join(folder, one) for one in found], len(names) - len(found)


def _of_file(path: str, indexes: Iterator[int]) -> Iterator[Input]:
    try:
        with open(path, "rb", buffering=0) as file:
            start = file.read(CHUNK)
            more = file.read(1) if start else b""
            if not more and (content := _alone(start)) is not None:
                document = Document(content, source=Origin(path))
                yield Input(source=document, index=next(indexes), name=path)
            else:
                yield from _of_stream(file, path, indexes, start + more, streamed=False)
    except OSError:
        # The operation says what is wrong, as its result.
        yield Input(source=Path(path), index=next(indexes), name=path)


def _alone(content: bytes) -> bytes | None:
    """The one document of a whole file, if that is plain to see: cutting takes ten times as long.

    The end tag of its root is the last thing there, and the only one of its name.
    """
    first = _FIRST.match(content)
    if first is None:
        return None
    end = b"</%s>" % first["root"]
    found = content.rstrip(b" \t\r\n")
    whole = found.endswith(end) and found.find(end) == len(found) - len(end)
    return found if whole and b"<?xml" not in found[1:] else None


def _of_stream(
    stream: Readable, name: str, indexes: Iterator[int], start: bytes = b"", *, streamed: bool
) -> Iterator[Input]:
    for line, content in split_documents(stream, name, start):
        at = None if line == 1 else line
        document = Document(content, source=Origin(name, at))
        yield Input(source=document, index=next(indexes), name=name, line=at, streamed=streamed)


def split_documents(
    stream: Readable, name: str = "", start: bytes = b""
) -> Iterator[tuple[int, bytes]]:
    """Cut a stream into its documents, each with the line that it begins on.

    A document ends with its root element; an XML declaration always begins another. Blanks,
    comments and processing instructions behind the last document are left out. What is in UTF-16
    or UTF-32 is one document.

    Args:
        stream: Bytes of one or more documents.
        name: What it is called in a message.
        start: What has been read of it already.

    Raises:
        ConfigurationError: A document is longer than 64 MiB.
    """
    cutter = _Cutter(stream, name, start)
    first = True
    while (piece := cutter.next_document(first)) is not None:
        first = False
        yield piece
    if first and (rest := cutter.rest) is not None:
        yield rest


class _Cutter:
    """Goes through a stream mark by mark, and holds no more of it than one document."""

    def __init__(self, stream: Readable, name: str, start: bytes) -> None:
        self._stream = stream
        self._name = name
        self._held = start
        self._ended = False
        self._line = 1
        self.rest: tuple[int, bytes] | None = None
        """What is there if there is no document at all."""

    def _more(self, beyond: int = 0) -> bool:
        """Read on; of a long mark as much again as there is, so that it is not gone over often."""
        held = len(self._held)
        wanted = held + 1 if beyond < CHUNK else held + beyond
        read = getattr(self._stream, "read1", self._stream.read)
        while len(self._held) < wanted and not self._ended:
            chunk = read(max(CHUNK, len(self._held)))
            self._ended = not chunk
            self._held += chunk
            if len(self._held) > LONGEST + CHUNK:
                raise ConfigurationError(
                    f"{self._name}:{self._line}: the document that begins here is longer than"
                    f" {LONGEST >> 20} MiB"
                )
        return len(self._held) > held

    def next_document(self, first: bool) -> tuple[int, bytes] | None:
        """The next document and its line; None at the end."""
        if first:
            while len(self._held) < 4 and self._more():
                pass
            if b"\0" in self._held[:4]:  # as the first tag is in UTF-16 and UTF-32
                return self._all_until_declared(len(self._held), declared=False)
        place, depth = 0, 0
        while True:
            at = self._held.find(b"<", place)
            if at < 0:
                place = len(self._held)
                if not self._more():
                    return self._at_end()
                continue
            mark = _MARK.match(self._held, at)
            if mark is None:
                if _begun(self._held, at) and self._more(len(self._held) - at):
                    continue
                return self._all_until_declared(at + 1)  # a ``<`` that is no markup
            if mark["declared"] and self._held[:at].strip(_NOTHING):
                return self._taken(at)
            place = mark.end()
            if mark["end"]:
                depth -= 1
            elif mark["tag"]:
                depth += 0 if mark["tag"].endswith(b"/>") else 1
            else:
                continue
            if depth <= 0:
                return self._taken(place)

    def _all_until_declared(self, place: int, *, declared: bool = True) -> tuple[int, bytes]:
        """What is not well formed, up to where another document says that it begins."""
        while True:
            at = self._held.find(b"<?xml", place) if declared else -1
            if at >= 0:
                return self._taken(at)
            place = max(place, len(self._held) - 4)
            if not self._more(len(self._held)):
                return self._taken(len(self._held))

    def _at_end(self) -> tuple[int, bytes] | None:
        bare = re.sub(rb"<!--.*?-->|<\?.*?\?>", b"", self._held, flags=re.DOTALL)
        if bare.strip(_NOTHING):
            return self._taken(len(self._held))
        self.rest = (1, self._held)
        return None

    def _taken(self, end: int) -> tuple[int, bytes]:
        content, self._held = self._held[:end], self._held[end:]
        blank = len(content) - len(content.lstrip(b" \t\r\n"))
        line = self._line + content.count(b"\n", 0, blank)
        self._line += content.count(b"\n")
        return line, content[blank:]


def _begun(held: bytes, at: int) -> bool:
    """Whether what begins at a place, and is no whole mark, can become one with more bytes."""
    return held.startswith(_OPENED, at) or _BEGUN.match(held, at) is not None
