"""A page of XML cut into one document a record.

Usually a record's document is the very bytes of the page between its tags: nothing is built and
written again. The page is then looked at in two steps. The shell around the records is parsed
first and says where the next page is; the records are parsed and checked a few at a time, when
it is their turn, so that a long page takes little memory. What makes that uncertain (the item's
name inside a record, tags written in another way, comments, another encoding) shows in a shell or
in a count that does not fit, and then the whole page is parsed and the documents are made from its
elements.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from twilio_ops_runtime.documents.document import Document
from twilio_ops_runtime.errors import ProfileError
from twilio_ops_runtime.formats.base import DecodeError
from twilio_ops_runtime.formats.xml import body_of, cut, items_of, next_page_uri, parse, serialize
from twilio_ops_runtime.records.specs import RecordSpec

if TYPE_CHECKING:
    from twilio_ops_runtime.documents.profiles import Profile
    from twilio_ops_runtime.formats.xml_types import Element

__all__ = ["Cut", "Piece", "Wanted", "cut_page"]

CHUNK = 64
"""How many records are parsed at once."""

MOST_SLICES = 1 << 16
"""Of a page with more, which is none of the service's, not even the places of all are kept."""

_PLAIN = frozenset({None, "UTF-8", "utf-8", "US-ASCII", "ASCII", "ascii"})


Piece = tuple[Document, ProfileError | DecodeError | None]
"""The document of a record, and what is wrong with it, if anything is."""


class Cut(NamedTuple):
    """A page that has been cut.

    Attributes:
        batches: One piece a record, made some at a time when it is their turn.
        size: How many records there seem to be.
        next_uri: The address of the next page, as answered.
    """

    batches: Iterator[list[Piece]]
    size: int
    next_uri: str | None


class Wanted(NamedTuple):
    """What of a record is wanted.

    Attributes:
        accepts: Whether the record of an element is wanted at all; None = each is.
        trim: Takes from an element what is not wanted of it; None = nothing is.
        profile: What each document is checked against.
    """

    accepts: Callable[[Element], bool] | None = None
    trim: Callable[[Element], None] | None = None
    profile: Profile | None = None


def cut_page(body: bytes, record: RecordSpec, wanted: Wanted) -> Cut:
    """The documents of a page.

    Args:
        body: The page.
        record: What its records are.
        wanted: What of them is wanted.

    Raises:
        DecodeError: It is no list of such records.
    """
    if wanted.accepts is None and wanted.trim is None:
        quick = _sliced(body, record, wanted)
        if quick is not None:
            return quick
    around, items = items_of(parse(body), record)
    return Cut(_from_elements(items, record, wanted), len(items), next_page_uri(around))


def _sliced(body: bytes, record: RecordSpec, wanted: Wanted) -> Cut | None:
    """The page in slices of its bytes; None if it is not of the usual form."""
    spans = _spans(body, record.item.encode())
    if not spans:
        return None
    try:
        shell = parse(body[: spans[0][0]] + b"<_/>" + body[spans[-1][1] :])
        around = body_of(shell, record.service)
    except DecodeError:
        return None  # the whole page says better what is wrong
    docinfo: Any = shell.getroottree().docinfo
    if docinfo.encoding not in _PLAIN or around.nsmap:
        return None
    # What stands for the slices is an element of the list, not of a record nor part of a comment.
    if [child.tag for child in around] != ["_"]:
        return None
    if (around.text or "").strip() or (around[0].tail or "").strip():
        return None
    return Cut(_in_chunks(body, spans, record, wanted), len(spans), next_page_uri(around))


def _spans(body: bytes, item: bytes) -> list[tuple[int, int]]:
    """From each opening tag to the first closing tag behind it, as long as nothing is between.

    That these are the records is not certain yet: a record or a comment may hold such tags, too.
    There is no other way to write a closing tag in what is given, so that there are exactly as many
    records as slices only if each slice is one: see ``_are_records``.
    """
    opening, closing = b"<%b>" % item, b"</%b" % item
    spans: list[tuple[int, int]] = []
    start = body.find(opening)
    while start >= 0:
        end = _closed(body, closing, start)
        if end < 0 or len(spans) == MOST_SLICES:
            return []
        spans.append((start, end))
        if body.startswith(opening, end):
            start = end
            continue
        start = body.find(opening, end)
        if start >= 0 and body[end:start].strip():
            return []
    return spans


def _closed(body: bytes, closing: bytes, start: int) -> int:
    """The end of the first closing tag; -1 if there is none, or it has a space in it."""
    place = body.find(closing, start)
    while place >= 0:
        place += len(closing)
        following = body[place : place + 1]
        if following == b">":
            return place + 1
        if not following or following.isspace():
            return -1
        place = body.find(closing, place)  # that was a longer name
    return -1


def _in_chunks(
    body: bytes, spans: list[tuple[int, int]], record: RecordSpec, wanted: Wanted
) -> Iterator[list[Piece]]:
    root = record.service.root
    before, behind = f"<{root}>".encode(), f"</{root}>".encode()
    for first in range(0, len(spans), CHUNK):
        chunk = spans[first : first + CHUNK]
        if not _are_records(
            before + body[chunk[0][0] : chunk[-1][1]] + behind, chunk, record, wanted
        ):
            items = items_of(parse(body), record)[1]
            yield from _from_elements(items[first:], record, wanted)
            return
        yield [
            (Document(b"".join((before, body[start:end], behind))), None) for start, end in chunk
        ]


def _are_records(
    content: bytes, chunk: list[tuple[int, int]], record: RecordSpec, wanted: Wanted
) -> bool:
    """Whether a chunk, as children of a root, is exactly as many records, all of them valid.

    Each slice then is a record. At its beginning, outside of all records, it opens one; that is
    closed by the closing tag at an end of a slice, as there is no other. Were one of those tags no
    tag, because it is in a comment, say, fewer records would be closed than there are slices.
    """
    try:
        root = parse(content)
    except DecodeError:
        return False
    if len(root) != len(chunk) or any(child.tag != record.item for child in root):
        return False
    return wanted.profile is None or wanted.profile.are_valid(root)


def _from_elements(
    items: list[Element], record: RecordSpec, wanted: Wanted
) -> Iterator[list[Piece]]:
    """The documents of the elements, each made and checked when it is its turn."""
    items.reverse()  # each element is let go of as soon as its document is made
    while items:
        item = items.pop()
        problem: ProfileError | DecodeError | None = None
        try:
            if wanted.accepts is not None and not wanted.accepts(item):
                continue
        except DecodeError as caught:
            problem = caught
        if wanted.trim is not None:
            wanted.trim(item)
        root = cut(item, record.service.root)
        if problem is None and wanted.profile is not None and not wanted.profile.is_valid(root):
            problem = wanted.profile.error(root)
        yield [(Document(serialize(root)), problem)]
