"""JSON on the wire: decoded by msgspec into shapes of just the fields asked for, then into records.

The quickest way takes each value as the catalog says it comes, and all of them to be there; the
next one lets values be absent. An answer that neither takes is read value by value: that either
succeeds (a number written as text, say) or names the place that is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import UNSET

from twilio_ops_runtime.errors import ProfileError
from twilio_ops_runtime.formats.base import DecodeError, ErrorFacts, check_parts, error_code
from twilio_ops_runtime.formats.decoder import Following, PageKey, Way, following
from twilio_ops_runtime.formats.json_values import BOM, MARKS, MOST_PARTS, loads
from twilio_ops_runtime.formats.projection import Page, Projection
from twilio_ops_runtime.formats.split import PART, Cut, cut
from twilio_ops_runtime.records.drafts import draft_of, finish
from twilio_ops_runtime.records.record import problem_of
from twilio_ops_runtime.records.specs import FieldSpec, OperationSpec, RecordSpec, ServiceSpec
from twilio_ops_runtime.types.base import is_list, is_object, json_text

if TYPE_CHECKING:
    from twilio_ops_runtime.documents.document import Document


_WRONG = (ValueError, TypeError)
"""What readers raise; the latter for a list or an object where the shape takes anything."""

BATCH = 64
"""How many records are made at once."""

LONG = 4 << 20
"""Usual pages are shorter. Where each record has to have all its fields, there cannot be many in
such a page, and its parts are not counted: that takes as long as reading a field."""


Checked = tuple["Document | None", ProfileError | DecodeError | None]
"""The document of a record and what is wrong with it, if anything is; there is no document of a
record that cannot be read, or written in XML."""


class Reader:
    """Reads one class of records from JSON.

    Args:
        cls: The record class.
        fields: The fields to decode; None = all.
        unknown: Whether what the catalog does not know is kept, which is read value by value.
    """

    def __init__(
        self, cls: type[Any], fields: tuple[FieldSpec, ...] | None = None, unknown: bool = False
    ) -> None:
        self._cls = cls
        self.fields: tuple[FieldSpec, ...] = cls.spec.fields if fields is None else fields
        self._unknown = unknown
        self._known = frozenset(field.json_name for field in cls.spec.fields)
        self._way = Way(cls, self.fields, frozenset(field.name for field in self.fields))

    def one(self, body: bytes) -> Any:
        """Return the record of an answer that is one.

        Raises:
            DecodeError: It is no such record; the message names the place.
        """
        way, found = self.decoded(body, None)
        if way is not None:
            try:
                return way.build((found,))[0]
            except (*_WRONG, RecursionError):
                found = loads(body)
        return self._slowly(found, "$")

    def page(self, body: bytes, paging: str, key: str | None) -> Page:
        """Return the records of a list answer.

        Args:
            body: The answer.
            paging: How lists of this operation go on.
            key: The key of the list; None = the answer itself is the list.

        Raises:
            DecodeError: It is no such list; the message names the place.
        """
        parts, on = self.parts(body, paging, key)
        return Page(self._records(parts, "$" if key is None else f"$.{key}"), *on)

    def parts(
        self, body: bytes, paging: str, key: str | None, size: int = PART
    ) -> tuple[Iterator[tuple[Way | None, list[Any]]], Following]:
        """Return the list of an answer in parts, each decoded when it is its turn, and how it goes on.

        A part is as ``decoded`` gives it: a way and shapes, or None and plain values.

        Args:
            body: The answer.
            paging: How lists of this operation go on.
            key: The key of the list; None = the answer itself is the list.
            size: About how many bytes a part is of.

        Raises:
            DecodeError: It is no such list; the message names the place.
        """
        paging = paging if key is not None else "none"
        # What few fields are decoded to is small anyway.
        many = 2 * len(self.fields) > len(self._known) and size < len(body)
        if many and (pieces := cut(body, key)) is not None:
            with suppress(DecodeError):  # the whole page says better what is wrong
                shell = loads(pieces.shell)
                if (shell if key is None else is_object(shell) and shell.get(key)) == []:
                    return self._by_parts(pieces, body, key, size), following(shell, paging)
        way, page = self.decoded(body, (paging, key))
        found = self.items(page, key) if way is None else page if key is None else page.items
        return iter([(way, found)]), following(page, paging)

    def _by_parts(
        self, pieces: Cut, body: bytes, key: str | None, size: int
    ) -> Iterator[tuple[Way | None, list[Any]]]:
        """Give a list part by part; all that is left at once, if one is no list."""
        first = 0
        for part in pieces.parts(size):
            try:
                way, found = self.decoded(part, ("none", None))
                found = found if way else self.items(found, None)
            except DecodeError:
                yield None, self.items(loads(body), key)[first:]
                return
            first += len(found)
            yield way, found

    def _records(
        self, parts: Iterator[tuple[Way | None, list[Any]]], place: str
    ) -> Iterator[list[Any]]:
        first = 0
        for way, found in parts:
            size = len(found)
            yield from self._made(way, found, place, first)
            first += size

    def _made(
        self, way: Way | None, found: list[Any], place: str, first: int
    ) -> Iterator[list[Any]]:
        """Give the records of a list of shapes, or of plain values; each is let go of in its turn."""
        while found:
            batch = found[:BATCH]
            del found[:BATCH]
            if way is not None:
                try:
                    made = way.build(batch)
                except (*_WRONG, RecursionError):
                    batch = loads(json_text(batch))  # one cannot be made: the others still come
                else:
                    yield made
                    continue
            for item in batch:
                yield self._tried(item, f"{place}[{first}]")
                first += 1

    def decoded(self, body: bytes, page: PageKey | None) -> tuple[Way | None, Any]:
        """Return the way that takes an answer, and what it is in shapes; None, and the plain values.

        Where the service leaves fields out of one answer it does so again, so the way that does
        without those is kept.
        """
        way = self._way
        while not self._unknown:
            if 2 * len(way.needed) < len(self.fields) or len(body) > LONG:
                check_parts(body, MARKS, MOST_PARTS)
            try:
                found = (way.decoders.get(page) or way.decoder(page)).decode(body)
                if page is None or page[1] is None or found.items:
                    return way, found
                break  # no list, or none by this key
            except (ValueError, RecursionError):
                needed = way.needed & self._present(body, page)
                if needed == way.needed:
                    break
                self._way = way = Way(self._cls, self.fields, needed)
        return None, loads(body)

    def _present(self, body: bytes, page: PageKey | None) -> frozenset[str]:
        """Return the names of the fields that all records of an answer have."""
        value = loads(body)
        items = [value] if page is None else self.items(value, page[1])
        records = [item for item in items if is_object(item)]
        return frozenset(
            field.name for field in self.fields if all(field.json_name in one for one in records)
        )

    def _slowly(self, value: Any, place: str) -> Any:
        """Return the record of a decoded JSON value; a field that cannot be read is its problem."""
        if not is_object(value):
            raise DecodeError(f"{place} is not an object")
        draft = draft_of(self._cls)()
        problems: dict[str, str] = {}
        for field in self.fields:
            if field.json_name in value:
                try:
                    setattr(draft, field.name, field.type.from_json(value[field.json_name]))
                except ValueError as error:
                    problems[field.name] = str(error)
                except RecursionError:
                    problems[field.name] = "it is nested too deep"
        if problems:
            draft._problems = problems
        if self._unknown:
            draft._unknown = {name: value[name] for name in value if name not in self._known}
        return finish(draft, self._cls)

    def _tried(self, value: Any, place: str) -> list[Any]:
        try:
            return [self._slowly(value, place)]
        except DecodeError as problem:
            return [problem]

    def items(self, value: Any, key: str | None) -> list[Any]:
        """Return the list of an answer; one of an older release is known by its records.

        Raises:
            DecodeError: There is no such list.
        """
        place, items = "$", value
        if key is not None:
            if not is_object(value):
                raise DecodeError("$ is not an object")
            place = f"$.{key}"
            items = value[key] if key in value else self._by_another_key(value)
            if items is UNSET:
                raise DecodeError(f"$ has no list {key!r}")
        if not is_list(items):
            raise DecodeError(f"{place} is not a list")
        return items

    def _by_another_key(self, value: dict[str, Any]) -> Any:
        """Return the one list of an answer whose records have fields of ours; else UNSET."""
        lists = [item for item in value.values() if is_list(item)]
        paged = "page_size" in value or "meta" in value
        # An empty list says nothing of its records.
        if len(lists) != 1 or not (lists[0] or paged):
            return UNSET
        ours = all(is_object(item) and self._known & item.keys() for item in lists[0])
        return lists[0] if ours else UNSET


_MOST_READERS = 256
_readers: dict[tuple[type[Any], tuple[FieldSpec, ...] | None, bool], Reader] = {}


def reader_for(
    cls: type[Any], fields: tuple[FieldSpec, ...] | None = None, unknown: bool = False
) -> Reader:
    """Return the reader of a record class, made once for each choice of fields."""
    reader = _readers.get((cls, fields, unknown))
    if reader is None:
        if len(_readers) >= _MOST_READERS:
            _readers.clear()
        reader = _readers[cls, fields, unknown] = Reader(cls, fields, unknown)
    return reader


def check(body: bytes, service: ServiceSpec) -> None:
    """Check that an answer is JSON.

    Raises:
        DecodeError: It is not.
    """
    loads(body)


def read_error(body: bytes, service: ServiceSpec) -> ErrorFacts | None:
    """Return what an error answer says; None if it is no error of the service's form."""
    try:
        found = loads(body)
    except DecodeError:
        return None
    if not is_object(found) or not ({"code", "message", "title"} & found.keys()):
        return None
    message = found.get("message") or found.get("title")
    detail = found.get("detail")
    info = found.get("more_info") or found.get("type")
    return ErrorFacts(
        code=error_code(found.get("code")),
        message=message if isinstance(message, str) else "",
        more_info=info if isinstance(info, str) else None,
        detail=detail if isinstance(detail, str) and detail else None,
    )


def load(body: bytes) -> bytes:
    """Return the answer itself: what is read of it decides how it is decoded."""
    return body.removeprefix(BOM)


@cache
def _key_decoder(field: FieldSpec) -> msgspec.json.Decoder[Any]:
    fields: list[tuple[str, Any, Any]] = [("key", Any, None)]
    return msgspec.json.Decoder(msgspec.defstruct("Key", fields, rename={"key": field.json_name}))


def read_key(body: bytes, field: FieldSpec, record: RecordSpec) -> str | None:
    """Return the text of a field of the record that an answer is; None if it has none."""
    try:
        found = _key_decoder(field).decode(body).key
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None  # what is wrong with it shows when it is read
    return found if isinstance(found, str) else None


def read_record(body: bytes, wanted: Projection) -> Any:
    """Return the record of an answer that is one.

    Raises:
        DecodeError: It is none; the message names the place.
    """
    return reader_for(wanted.record, wanted.fields, wanted.unknown).one(body)


def read_document(body: bytes, wanted: Projection) -> Checked:
    """Return the document of an answer that is one record, and what is wrong with it, if anything is.

    Raises:
        DecodeError: It is no record.
    """
    return document_of(read_record(body, wanted), wanted)


def read_page(body: bytes, wanted: Projection, spec: OperationSpec, documents: bool) -> Page:
    """Return the records of a list answer, or their documents, each with what is wrong with it.

    Raises:
        DecodeError: It is no list of such records.
    """
    reader = reader_for(wanted.record, wanted.decoded, wanted.unknown)
    page = reader.page(body, spec.paging, spec.json_list)
    batches = page.batches
    if wanted.filters.spans:
        batches = (_decided(batch, wanted) for batch in page.batches)
    if documents:
        batches = ([document_of(one, wanted)] for batch in batches for one in batch)
    return page._replace(batches=batches)


def document_of(record: Any, wanted: Projection) -> Checked:
    """Return the document of a record, and what is wrong with it; there may be none then."""
    if type(record) is DecodeError:  # isinstance would ask a record for its class
        return None, record
    try:
        document: Document = record.to_document()
    except ProfileError as problem:
        return None, problem
    unread = record.problems
    if unread:
        problems = [f"{wanted.record.spec.item}: {name}: {why}" for name, why in unread.items()]
        return document, ProfileError("; ".join(problems), problems=problems, record=record)
    profile = wanted.profile
    if profile is not None and not profile.is_valid(document.element):
        return document, profile.error(document.element)
    return document, None


def _decided(records: Sequence[Any], wanted: Projection) -> list[Any]:
    """Return the records that are in the answer; an error in the place of one that cannot be told."""
    accepted: list[Any] = []
    fields, dropped = sorted(wanted.filters.fields), wanted.dropped
    for record in records:
        if type(record) is DecodeError:  # isinstance would ask a record for its class
            accepted.append(record)
            continue
        values = {name: getattr(record, name, None) for name in fields}
        undecided = [name for name in fields if problem_of(record, name) is not None]
        if undecided:
            name = undecided[0]
            accepted.append(DecodeError(f"{name} decides, and {problem_of(record, name)}"))
        elif wanted.filters.accepts(values.__getitem__):
            for name in dropped:
                if record.is_set(name):
                    object.__delattr__(record, name)
            accepted.append(record)
    return accepted
