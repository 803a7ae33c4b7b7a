"""Answers in XML: records and documents of them, one or a page.

Usually a record's document is the very bytes of the page between its tags: nothing is built and
written again. The page is then looked at in two steps. The shell around the records is parsed
first and says where the next page is; the records are parsed and checked a few at a time, when
it is their turn, so that a long page takes little memory. What makes that uncertain (the item's
name inside a record, tags written in another way, comments, another encoding) shows in a shell or
in a count that does not fit, and then the whole page is parsed and the documents are made from its
elements.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from twilio_ops_runtime.documents.document import Document
from twilio_ops_runtime.errors import ProfileError
from twilio_ops_runtime.formats import tree
from twilio_ops_runtime.formats.base import DecodeError, ErrorFacts
from twilio_ops_runtime.formats.elements import read, read_item, unknown_in
from twilio_ops_runtime.formats.projection import Page, Projection
from twilio_ops_runtime.records.drafts import put
from twilio_ops_runtime.records.specs import FieldSpec, OperationSpec, RecordSpec, ServiceSpec

if TYPE_CHECKING:
    from twilio_ops_runtime.formats.xml_types import Element

CHUNK = 64
"""How many records are parsed at once."""

MOST_SLICES = 1 << 16
"""Of a page with more, which is none of the service's, not even the places of all are kept."""

_PLAIN = frozenset({None, "UTF-8", "utf-8", "US-ASCII", "ASCII", "ascii"})

Checked = tuple[Document, ProfileError | DecodeError | None]


def check(body: bytes, service: ServiceSpec) -> None:
    """Check that an answer is the service's own.

    Raises:
        DecodeError: It is not.
    """
    tree.body_of(tree.parse(body), service)


def read_error(body: bytes, service: ServiceSpec) -> ErrorFacts | None:
    """Return what an error answer says; None if it is no error of the service's form."""
    try:
        return tree.error_facts(tree.parse(body), service)
    except DecodeError:
        return None


def load(body: bytes) -> Element:
    """Return the root of an answer.

    Raises:
        DecodeError: It is not well formed, or not acceptable.
    """
    return tree.parse(body)


def read_key(root: Element, field: FieldSpec, record: RecordSpec) -> str | None:
    """Return the text of a field of the record that an answer is; None if it has none."""
    child = tree.only_item(root, record).find(field.xml)
    return None if child is None else (child.text or "").strip()


def read_record(root: Element, wanted: Projection) -> Any:
    """Return the record of an answer that is one.

    Raises:
        DecodeError: It is none.
    """
    return _record(tree.only_item(root, wanted.record.spec), wanted)


def read_document(root: Element, wanted: Projection) -> Checked:
    """Return the document of an answer that is one record, and what is wrong with it, if anything is.

    Raises:
        DecodeError: It is no record.
    """
    return _document(tree.only_item(root, wanted.record.spec), wanted)


def read_page(body: bytes, wanted: Projection, spec: OperationSpec, documents: bool) -> Page:
    """Return the records of a list answer, or their documents, each with what is wrong with it.

    Raises:
        DecodeError: It is no list of such records.
    """
    if documents and not wanted.filters.spans and wanted.fields is None:
        quick = _sliced(body, wanted)
        if quick is not None:
            return quick
    around, items = tree.items_of(tree.parse(body), wanted.record.spec)
    made = _documents(items, wanted) if documents else _records(items, wanted)
    return Page(made, tree.next_page_uri(around))


def _record(item: Element, wanted: Projection) -> Any:
    _trim(item, wanted)
    record = read_item(wanted.record, item)
    if wanted.unknown:
        put(record, "_unknown", unknown_in(wanted.record, item))
    return record


def _records(items: list[Element], wanted: Projection) -> Iterator[list[Any]]:
    for item in items:
        try:
            if _accepts(item, wanted):
                yield [_record(item, wanted)]
        except DecodeError as problem:
            yield [problem]


def _document(item: Element, wanted: Projection) -> Checked:
    _trim(item, wanted)
    root = tree.cut(item, wanted.record.spec.service.root)
    profile = wanted.profile
    wrong = profile is not None and not profile.is_valid(root)
    return Document(tree.serialize(root)), profile.error(root) if profile and wrong else None


def _documents(items: list[Element], wanted: Projection) -> Iterator[list[Checked]]:
    """Give the documents of the elements, each made and checked when it is its turn."""
    items.reverse()  # each element is let go of as soon as its document is made
    while items:
        item = items.pop()
        undecided: DecodeError | None = None
        try:
            if not _accepts(item, wanted):
                continue
        except DecodeError as caught:
            undecided = caught
        document, problem = _document(item, wanted)
        yield [(document, undecided or problem)]


def _trim(item: Element, wanted: Projection) -> None:
    """Take the fields that are not handed out from a record's element."""
    if wanted.fields is not None:
        kept = {field.xml for field in wanted.fields}
        known = {field.xml for field in wanted.record.spec.fields}
        for child in list(item):
            if child.tag not in kept and not (wanted.unknown and child.tag not in known):
                item.remove(child)


def _accepts(item: Element, wanted: Projection) -> bool:
    """Return whether the record of an element is in the answer."""
    if not wanted.filters.spans:
        return True
    fields = {field.name: field for field in wanted.record.spec.fields}

    def value_of(name: str) -> Any:
        field = fields[name]
        child = next((one for one in item.iterchildren("*") if one.tag == field.xml), None)
        try:
            return None if child is None else read(field.type, child)
        except ValueError as error:
            raise DecodeError(f"{item.tag}/{field.xml}: {error}") from None

    return wanted.filters.accepts(value_of)


def _sliced(body: bytes, wanted: Projection) -> Page | None:
    """The page in slices of its bytes; None if it is not of the usual form."""
    record = wanted.record.spec
    spans = _spans(body, record.item.encode())
    if not spans:
        return None
    try:
        shell = tree.parse(body[: spans[0][0]] + b"<_/>" + body[spans[-1][1] :])
        around = tree.body_of(shell, record.service)
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
    return Page(_in_chunks(body, spans, wanted), tree.next_page_uri(around))


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
    body: bytes, spans: list[tuple[int, int]], wanted: Projection
) -> Iterator[list[Checked]]:
    root = wanted.record.spec.service.root
    before, behind = f"<{root}>".encode(), f"</{root}>".encode()
    for first in range(0, len(spans), CHUNK):
        chunk = spans[first : first + CHUNK]
        content = before + body[chunk[0][0] : chunk[-1][1]] + behind
        if not _are_records(content, len(chunk), wanted):
            items = tree.items_of(tree.parse(body), wanted.record.spec)[1]
            yield from _documents(items[first:], wanted)
            return
        yield [
            (Document(b"".join((before, body[start:end], behind))), None) for start, end in chunk
        ]


def _are_records(content: bytes, count: int, wanted: Projection) -> bool:
    """Whether a chunk, as children of a root, is exactly as many records, all of them valid.

    Each slice then is a record. At its beginning, outside of all records, it opens one; that is
    closed by the closing tag at an end of a slice, as there is no other. Were one of those tags no
    tag, because it is in a comment, say, fewer records would be closed than there are slices.
    """
    try:
        root = tree.parse(content)
    except DecodeError:
        return False
    if len(root) != count or any(child.tag != wanted.record.spec.item for child in root):
        return False
    return wanted.profile is None or wanted.profile.are_valid(root)
