"""JSON on the wire: decoded by msgspec into shapes of just the fields asked for, then into records.

The quickest way takes each value as the catalog says it comes, and all of them to be there; the
next one lets values be absent. An answer that neither takes is read value by value: that either
succeeds (a number written as text, say) or names the place that is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import UNSET

from twilio_ops_runtime.errors import ProfileError
from twilio_ops_runtime.formats.base import DecodeError, ErrorFacts, check_parts, error_code
from twilio_ops_runtime.formats.decoder import TOKENS, Way, builder, shape_of
from twilio_ops_runtime.formats.projection import Page, Projection
from twilio_ops_runtime.records.drafts import draft_of, finish
from twilio_ops_runtime.records.record import problem_of
from twilio_ops_runtime.records.specs import FieldSpec, OperationSpec, RecordSpec, ServiceSpec
from twilio_ops_runtime.types.base import is_list, is_object
from twilio_ops_runtime.types.text import quick_decimal

if TYPE_CHECKING:
    from twilio_ops_runtime.documents.document import Document


_WRONG = (ValueError, TypeError)
"""What readers raise; the latter for a list or an object where the shape takes anything."""

BATCH = 64
"""How many records are made at once."""

MARKS = b"{[,"
"""Each value in JSON has one of these before or behind it."""

MOST_PARTS = 1 << 20
"""A page of 1000 large records has 40,000, and its texts may be lists with a thousand commas each."""

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
        self._fields = cls.spec.fields if fields is None else fields
        self._unknown = unknown
        self._way = self._assembled(whole=True)

    def one(self, body: bytes) -> Any:
        """The record of an answer that is one.

        Raises:
            DecodeError: It is no such record; the message names the place.
        """
        if self._unknown:
            return self._slowly(loads(body), "$")
        try:
            way, shape = self._decoded(body, lambda way: way.one)
            return way.build((shape,))[0]
        except (msgspec.ValidationError, *_WRONG, RecursionError):
            return self._slowly(loads(body), "$")

    def page(self, body: bytes, paging: str, key: str | None) -> Page:
        """The records of a list answer.

        Args:
            body: The answer.
            paging: How lists of this operation go on.
            key: The key of the list; None = the answer itself is the list.

        Raises:
            DecodeError: It is no such list; the message names the place.
        """
        if self._unknown:
            return self._page_slowly(loads(body), paging, key)
        try:
            way, page = self._decoded(body, lambda way: way.page(paging, key))
        except (msgspec.ValidationError, ValueError, RecursionError):
            return self._page_slowly(loads(body), paging, key)
        if key is None:
            return Page(self._batches(way.build, page, "$"), len(page))
        items = page.items
        if items is UNSET or items is None:
            return self._page_slowly(loads(body), paging, key)
        next_uri, next_token = None, None
        if paging == "uris":
            next_uri = page.next_page_uri
        elif paging == "meta":
            next_uri = page.meta.next_page_url if page.meta else None
        elif paging == "token":
            next_token = next(
                ((name, value) for name in TOKENS if (value := getattr(page, name))), None
            )
        batches = self._batches(way.build, items, f"$.{key}")
        return Page(batches, len(items), next_uri or None, next_token)

    def _batches(
        self, build: Callable[[Sequence[Any]], list[Any]], shapes: list[Any], place: str
    ) -> Iterator[list[Any]]:
        for start in range(0, len(shapes), BATCH):
            batch = shapes[start : start + BATCH]
            try:
                made = build(batch)
            except (*_WRONG, RecursionError):  # one of them cannot be made: the others still come
                for number, shape in enumerate(batch, start):
                    yield self._tried(_plain(shape), f"{place}[{number}]")
            else:
                yield made

    def _decoded(
        self, body: bytes, decoder: Callable[[Way], msgspec.json.Decoder[Any]]
    ) -> tuple[Way, Any]:
        """What an answer holds, and the way that took it.

        Where the service leaves fields out of one answer it does so again, so the way that can do
        without them is kept.
        """
        way = self._way
        if not way.whole or len(body) > LONG:
            check_parts(body, MARKS, MOST_PARTS)
        try:
            return way, decoder(way).decode(body)
        except msgspec.ValidationError:
            if not way.whole:
                raise
        way = self._assembled(whole=False)
        check_parts(body, MARKS, MOST_PARTS)
        found = decoder(way).decode(body)
        self._way = way
        return way, found

    def _assembled(self, whole: bool) -> Way:
        build = builder(self._cls, self._fields, whole)
        return Way(shape_of(self._cls, self._fields, whole), build, whole)

    def _slowly(self, value: Any, place: str) -> Any:
        """Return the record of a decoded JSON value; a field that cannot be read is its problem."""
        if not is_object(value):
            raise DecodeError(f"{place} is not an object")
        draft = draft_of(self._cls)()
        problems: dict[str, str] = {}
        for field in self._fields:
            name = field.json_name
            if name not in value:
                continue
            try:
                setattr(draft, field.name, field.kind.from_json(value[name]))
            except ValueError as error:
                problems[field.name] = str(error)
            except RecursionError:
                problems[field.name] = "it is nested too deep"
        if problems:
            draft._problems = problems
        if self._unknown:
            known = {field.json_name for field in self._cls.spec.fields}
            unknown = {name: item for name, item in value.items() if name not in known}
            draft._unknown = unknown
        record: Any = finish(draft, self._cls)
        return record

    def _by_another_key(self, value: dict[str, Any], key: str) -> list[Any]:
        """Return the list of an older release, known by its records: each has fields of ours.

        Raises:
            DecodeError: There is no such list, or more than one list.
        """
        lists = [item for item in value.values() if is_list(item)]
        known = {field.json_name for field in self._cls.spec.fields}

        def is_ours(item: object) -> bool:
            return is_object(item) and bool(known & item.keys())

        paged = "page_size" in value or "meta" in value
        # An empty list says nothing of its records.
        if len(lists) == 1 and (lists[0] or paged) and all(map(is_ours, lists[0])):
            return lists[0]
        raise DecodeError(f"$ has no list {key!r}")

    def _tried(self, value: Any, place: str) -> list[Any]:
        try:
            return [self._slowly(value, place)]
        except DecodeError as problem:
            return [problem]

    def _page_slowly(self, value: Any, paging: str, key: str | None) -> Page:
        place = "$" if key is None else f"$.{key}"
        items = value
        if key is not None:
            if not is_object(value):
                raise DecodeError("$ is not an object")
            items = value[key] if key in value else self._by_another_key(value, key)
        if not is_list(items):
            raise DecodeError(f"{place} is not a list")
        records = (self._tried(item, f"{place}[{n}]") for n, item in enumerate(items))
        uri = None
        token = None
        if paging == "uris":
            uri = value.get("next_page_uri")
        elif paging == "meta" and isinstance(value.get("meta"), dict):
            uri = value["meta"].get("next_page_url")
        elif paging == "token":
            token = next(((name, str(value[name])) for name in TOKENS if value.get(name)), None)
        if uri is not None and not isinstance(uri, str):
            raise DecodeError("the address of the next page is not text")
        return Page(records, len(items), uri or None, token)


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


def _plain(shape: Any) -> Any:
    """The JSON value that a shape was decoded from."""
    return loads(msgspec.json.encode(shape))


def loads(body: bytes) -> Any:
    """The plain value of JSON text, its fractions as decimals.

    Raises:
        DecodeError: It is not JSON, or has too many parts; the message says where.
    """
    check_parts(body, MARKS, MOST_PARTS)
    try:
        return msgspec.json.Decoder(float_hook=quick_decimal).decode(body)
    except RecursionError:
        raise DecodeError("it is nested too deep") from None
    except msgspec.ValidationError as error:  # a number that is out of range
        raise DecodeError(str(error)) from None
    except (msgspec.DecodeError, ValueError) as error:
        raise DecodeError(_explained(body, str(error))) from None


def _explained(body: bytes, said: str) -> str:
    start = body.lstrip()[:64].lower()
    if not start:
        return "it is empty"
    if start.startswith(b"<"):
        web = start.startswith((b"<html", b"<!doctype html"))
        return "it is a web page, not JSON" if web else "it is XML, not JSON"
    return f"it is not well formed JSON: {said}"


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
    return body


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
    if isinstance(record, DecodeError):
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
        # Not `isinstance`: it would ask a record for its class, which is made when it is asked for.
        if issubclass(type(record), DecodeError):
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
