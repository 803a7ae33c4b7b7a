"""A page of XML cut into one document a record.

Usually a record's document is the very bytes of the page between its tags: nothing is built and
written again. What makes that uncertain (the item's name inside a record, comments, namespaces, a
choice of fields) is noticed, and then the documents are made from the parsed elements.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from lxml import etree

from twilio_ops_runtime.documents import Document
from twilio_ops_runtime.xml_wire import cut, serialize

if TYPE_CHECKING:
    from twilio_ops_runtime.profiles import Profile

__all__ = ["cut_bytes", "cut_elements"]

_PLAIN = frozenset({None, "UTF-8", "utf-8", "US-ASCII", "ASCII", "ascii"})


def cut_bytes(
    body: bytes, around: etree._Element, items: Sequence[etree._Element], root: str
) -> Iterator[Document] | None:
    """The documents of the items, as slices of the page; None if slices would not be certain.

    Args:
        body: The page, which has been parsed.
        around: The list element.
        items: The elements of its records.
        root: The root element of the documents.
    """
    docinfo: Any = around.getroottree().docinfo
    if not items or docinfo.encoding not in _PLAIN or around.nsmap:
        return None
    name = str(items[0].tag)
    spans = _spans(body, f"<{name}>".encode(), f"</{name}>".encode())
    if spans is None or len(spans) != len(items):
        return None
    before, behind = f"<{root}>".encode(), f"</{root}>".encode()
    return (Document(before + body[start:end] + behind) for start, end in spans)


def _spans(body: bytes, opening: bytes, closing: bytes) -> list[tuple[int, int]] | None:
    """Where the items begin and end; None if an end of theirs may be another's.

    A span reaches to the first end after its beginning. If that is not the item's own, because an
    element or a comment inside has its name, the item's own end lies outside all spans: behind
    the span, before the next one or after the last. So nothing may be there.
    """
    spans: list[tuple[int, int]] = []
    start = body.find(opening)
    while start >= 0:
        end = body.find(closing, start)
        if end < 0:
            return None
        end += len(closing)
        spans.append((start, end))
        if body.startswith(opening, end):
            start = end
            continue
        start = body.find(opening, end)
        if start >= 0 and body[end:start].strip():
            return None
    return None if spans and body.find(closing, spans[-1][1]) >= 0 else spans


def cut_elements(
    items: list[etree._Element],
    root: str,
    accepts: Callable[[etree._Element], bool],
    trim: Callable[[etree._Element], None],
    profile: Profile | None,
) -> Iterator[Document]:
    """The documents of the items, each made and checked when it is its turn.

    Args:
        items: The elements of the records; the list is used up.
        root: The root element of the documents.
        accepts: Whether a record is wanted at all.
        trim: Takes from a record what is not wanted of it.
        profile: What each document is checked against.

    Raises:
        ProfileError: A document is not valid.
    """
    items.reverse()  # each element is let go of as soon as its document is made
    while items:
        item = items.pop()
        if not accepts(item):
            continue
        trim(item)
        top = cut(item, root)
        if profile is not None and not profile.is_valid(top):
            raise profile.error(top)
        yield Document(serialize(top))
