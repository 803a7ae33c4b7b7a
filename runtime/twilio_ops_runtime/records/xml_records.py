"""Records from and to XML elements.

What a document holds and a record's values do not say is kept beside them: elements that are not
fields, the original of a field that is written in another way than ours (a date in another shape,
say), and the item's name if it is a further one that is accepted. So a record goes back to the
document it came from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from lxml import etree

from twilio_ops_runtime.documents.document import Document, Source
from twilio_ops_runtime.errors import ProfileError
from twilio_ops_runtime.formats.base import DecodeError
from twilio_ops_runtime.formats.xml import only_item
from twilio_ops_runtime.records.record import Record, draft_of, kept_of, put
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
    return record_from_item(cls, item)


def record_from_item(cls: type[R], item: Element) -> R:
    """The record of its element.

    Raises:
        ProfileError: A value in it cannot be read; the message names the element.
    """
    try:
        record = record_from_element(cls, item)
    except ValueError as error:
        problem = f"{item.tag}/{error}"
        raise ProfileError(problem, problems=[problem]) from None
    if item.tag != cls.spec.item:
        put(record, "_kept", {**kept_of(record), _ITEM: str(item.tag).encode()})
    return record


def record_from_element(cls: type[R], element: Element) -> R:
    """The record whose fields are the direct children of an element.

    Raises:
        ValueError: A value in it cannot be read; the message begins with the element's path.
    """
    draft, fields = _parts(cls)
    record = draft()
    kept: dict[str, bytes] = {}
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
            # An error of a nested value begins with the path below this element.
            raise ValueError(f"{tag}{_joint(str(error))}{error}") from None
        setattr(record, field.name, value)
        if not field.kind.round_trips(child, value):
            kept[tag] = etree.tostring(child, with_tail=False)
    if kept:
        record._kept = kept
    record.__class__ = cls
    made: R = record
    return made


def _joint(message: str) -> str:
    first = message.split(" ", 1)[0]
    return "/" if first.endswith(":") else ": "


def to_document(record: Record) -> Document:
    """The document of a record; see ``Record.to_document``."""
    spec = record.spec
    root = etree.Element(spec.service.root)
    name = kept_of(record).get(_ITEM)
    try:
        fill_record(etree.SubElement(root, name.decode() if name else spec.item), record)
    except ProfileError as error:
        error.record = record  # it may be the only trace of what was created
        raise
    return Document(root)


def fill_record(element: Element, record: Record) -> None:
    """Write the fields that are set, and what was kept, as children of an element.

    Raises:
        ProfileError: A text holds characters that XML cannot carry; the message names the field.
    """
    kept = kept_of(record)
    by_name = {field.name: field for field in record.spec.fields}
    for name, value in record.items():
        field = by_name[name]
        if field.xml in kept:
            element.append(etree.fromstring(kept[field.xml]))
            continue
        try:
            field.kind.fill(etree.SubElement(element, field.xml), value)
        except ValueError as error:
            raise ProfileError(f"{element.tag}/{field.xml}: {error}") from None
    for name, original in kept.items():
        if name.startswith(_UNKNOWN):
            element.append(etree.fromstring(original))
