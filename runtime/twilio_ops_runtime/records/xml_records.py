"""Records from and to XML elements.

What a document holds and a record's values do not say is kept beside them: elements that are not
fields, the original of a field that is written in another way than ours (a date in another shape,
say), and the item's name if it is a further one that is accepted. So a record goes back to the
document it came from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from lxml import etree

from twilio_ops_runtime.documents.document import Document, Source
from twilio_ops_runtime.errors import ProfileError
from twilio_ops_runtime.formats.base import DecodeError
from twilio_ops_runtime.formats.xml import only_item
from twilio_ops_runtime.records.record import Record, draft_of, finish, put, raw_xml_of
from twilio_ops_runtime.records.specs import FieldSpec

if TYPE_CHECKING:
    from twilio_ops_runtime.formats.xml_types import Element

__all__ = ["fill_record", "from_document", "record_from_element", "to_document"]

R = TypeVar("R", bound=Record)

_UNKNOWN = "?"
"""How the names of what is kept begin, if it is no field: no element's name begins so."""
_ITEM = "."
"""Where the item's own name is kept, if it is not the usual one; no element is called so."""


_by_class: dict[type[Record], tuple[type[Any], dict[str, FieldSpec]]] = {}


def _parts(cls: type[Record]) -> tuple[type[Any], dict[str, FieldSpec]]:
    """What a record of a class is made of: its draft, and its fields by element name."""
    parts = _by_class.get(cls)
    if parts is None:
        fields = {field.xml: field for field in cls.spec.fields}
        parts = _by_class[cls] = (draft_of(cls), fields)
    return parts


def from_document(cls: type[R], source: Source) -> R:
    """The record in a document of the response profile; see ``Record.from_document``."""
    root = Document.of(source).element
    try:
        item = only_item(root, cls.spec)
    except DecodeError as problem:
        raise ProfileError(f"it is no document of {cls.spec.name}: {problem}") from None
    record = record_from_item(cls, item)
    if problems := [f"{item.tag}/{problem}" for problem in _located_problems(record)]:
        raise ProfileError("; ".join(problems), problems=problems)
    return record


def _located_problems(record: Record) -> Iterator[str]:
    """Give what is wrong with fields, each with the path of its element."""
    own: Mapping[str, str] = getattr(record, "_problems", {})
    for field in record.spec.fields:
        if field.name in own:
            problem = own[field.name]
            yield f"{field.xml}{_joint(problem)}{problem}"
        elif record.is_set(field.name):
            value = getattr(record, field.name)
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, Record):
                    yield from (f"{field.xml}/{problem}" for problem in _located_problems(one))


def record_from_item(cls: type[R], item: Element) -> R:
    """Return the record of its element; a field that cannot be read is its problem."""
    record = record_from_element(cls, item)
    if item.tag != cls.spec.item:
        put(record, "_raw_xml", {**raw_xml_of(record), _ITEM: str(item.tag).encode()})
    return record


def record_from_element(cls: type[R], element: Element) -> R:
    """Return the record whose fields are the direct children of an element."""
    draft, fields = _parts(cls)
    record = draft()
    kept: dict[str, bytes] = {}
    problems: dict[str, str] = {}
    seen: set[str] = set()
    for child in element.iterchildren("*"):
        tag = str(child.tag)
        field = fields.get(tag)
        if field is None or tag in seen:
            kept[f"{_UNKNOWN}{len(kept)}"] = etree.tostring(child, with_tail=False)
            continue
        seen.add(tag)
        try:
            value = field.kind.from_element(child)
        except ValueError as error:
            problems[field.name] = str(error)
            kept[tag] = etree.tostring(child, with_tail=False)
            continue
        setattr(record, field.name, value)
        if not field.kind.round_trips(child, value):
            kept[tag] = etree.tostring(child, with_tail=False)
    if kept:
        record._raw_xml = kept
    if problems:
        record._problems = problems
    made: R = finish(record, cls)
    return made


def _joint(message: str) -> str:
    first = message.split(" ", 1)[0]
    return "/" if first.endswith(":") else ": "


def to_document(record: Record) -> Document:
    """The document of a record; see ``Record.to_document``."""
    spec = record.spec
    root = etree.Element(spec.service.root)
    name = raw_xml_of(record).get(_ITEM)
    try:
        fill_record(etree.SubElement(root, name.decode() if name else spec.item), record)
    except ProfileError as error:
        error.record = record  # it may be the only trace of what was created
        raise
    return Document(root)


def unknown_in(record: Record) -> dict[str, Any]:
    """Return what an element held beyond the catalog's fields, by JSON name."""
    from twilio_ops_runtime.types.known import ANY
    from twilio_ops_runtime.types.uris import snake

    elements = [
        etree.fromstring(original)
        for name, original in raw_xml_of(record).items()
        if name.startswith(_UNKNOWN)
    ]
    return {snake(str(element.tag)): ANY.from_element(element) for element in elements}


def fill_record(element: Element, record: Record) -> None:
    """Write the fields that are set, and what was kept, as children of an element.

    Raises:
        ProfileError: A text holds characters that XML cannot carry; the message names the field.
    """
    kept = raw_xml_of(record)
    for field in record.spec.fields:
        if field.xml in kept:
            element.append(etree.fromstring(kept[field.xml]))
            continue
        if not record.is_set(field.name):
            continue
        try:
            field.kind.fill(etree.SubElement(element, field.xml), getattr(record, field.name))
        except ValueError as error:
            raise ProfileError(f"{element.tag}/{field.xml}: {error}") from None
    for name, original in kept.items():
        if name.startswith(_UNKNOWN):
            element.append(etree.fromstring(original))
