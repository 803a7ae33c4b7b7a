"""Values and records from and to XML elements.

What a document holds and a record's values do not say is kept beside them: elements that are not
fields, the original of a field that is written in another way than ours (a date in another shape,
say), and the item's name if it is a further one that is accepted. So a record goes back to the
document it came from.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from lxml import etree

from twilio_ops_runtime.errors import ProfileError
from twilio_ops_runtime.formats.base import DecodeError
from twilio_ops_runtime.formats.tree import only_item
from twilio_ops_runtime.records.drafts import draft_of, finish, put, raw_xml_of
from twilio_ops_runtime.types.base import Type, is_list, is_mapping, is_sequence
from twilio_ops_runtime.types.names import snake
from twilio_ops_runtime.types.nested import (
    AnyType,
    CollapsibleMapType,
    ListType,
    MapType,
    PairsType,
    StructType,
    UriMapType,
)
from twilio_ops_runtime.types.text import unpadded

if TYPE_CHECKING:
    from twilio_ops_runtime.formats.xml_types import Element

_UNKNOWN = "?"
"""How the names of what is kept begin, if it is no field: no element's name begins so."""
_ITEM = "."
"""Where the item's own name is kept, if it is not the usual one; no element is called so."""


def read(kind: Type, element: Element) -> Any:
    """Return the value of an answer's element; None of an empty one.

    Raises:
        ValueError: It is not of the type.
    """
    if not kind.is_nested:
        if len(element):
            raise ValueError("it holds elements where a value was expected")
        text = element.text
        return None if text is None else kind.from_text(text)
    if isinstance(kind, AnyType):
        return _any_value(element)
    if not len(element):
        if element.text and element.text.strip():
            raise ValueError("it holds text where elements were expected")
        return None
    match kind:
        case StructType():
            return read_record(kind.record, element)
        case ListType():
            return tuple(_items(kind, element))
        case MapType():
            return dict(_entries(kind, element))
        case UriMapType():
            return dict(_addresses(kind, element))
        case _:
            raise TypeError(f"{type(kind).__name__} is not answered")


def read_request(kind: Type, element: Element) -> Any:
    """Return the value of a request's element.

    Raises:
        ValueError: It is not of the type.
    """
    if not kind.is_nested:
        if len(element):
            raise ValueError("it holds elements where text was expected")
        return kind.from_request(element.text or "")
    match kind:
        case PairsType():
            name, value = element.find("Name"), element.find("Value")
            if name is None or value is None or len(element) != 2:
                raise ValueError("a pair has exactly one Name and one Value")
            return ((name.text or "").strip(), (value.text or "").strip())
        case AnyType() if not len(element):
            text = (element.text or "").strip()
            return text if text[:1] == '"' else _from_json_text(text)
        case _:
            value = read(kind, element)
    if value is not None:
        return value
    if not kind.may_be_empty:
        raise ValueError("it is empty, and this type has no empty value")
    return () if isinstance(kind, ListType) else {} if isinstance(kind, MapType) else ""


def fill(kind: Type, element: Element, value: Any) -> None:
    """Write a value into its element; None leaves it empty."""
    if value is None:
        return
    match kind:
        case StructType():
            fill_record(element, kind.record_of(value))
        case ListType():
            for item in value:
                fill(kind.kind, _child(element, kind.item), item)
        case MapType():
            for name, item in value.items():
                entry = _child(element, "Entry")
                _child(entry, "Key").text = name
                fill(kind.kind, _child(entry, "Value"), item)
        case UriMapType():
            for name, uri in value.items():
                _child(element, kind.element_of(name)).text = uri
        case PairsType():
            for name, text in zip(("Name", "Value"), value, strict=True):
                _child(element, name).text = text
        case CollapsibleMapType():
            element.text = kind.sent(value)
        case AnyType():
            _fill_any(kind, element, value)
        case _:
            element.text = kind.to_text(value)


def round_trips(kind: Type, element: Element, value: Any) -> bool:
    """Return whether writing the value read from an element gives the same element again."""
    if element.attrib:
        return False
    if not kind.is_nested:
        return (element.text or "") == ("" if value is None else kind.to_text(value))
    again = element.makeelement(element.tag)
    fill(kind, again, value)
    return _same(again, element)


def read_record(cls: type[Any], element: Element) -> Any:
    """Return the record whose fields are the direct children of an element.

    A field that cannot be read is its problem.
    """
    fields = {field.xml: field for field in cls.spec.fields}
    record = draft_of(cls)()
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
            value = read(field.kind, child)
        except ValueError as error:
            problems[field.name] = str(error)
            kept[tag] = etree.tostring(child, with_tail=False)
            continue
        setattr(record, field.name, value)
        if not round_trips(field.kind, child, value):
            kept[tag] = etree.tostring(child, with_tail=False)
    if kept:
        record._raw_xml = kept
    if problems:
        record._problems = problems
    return finish(record, cls)


def read_item(cls: type[Any], item: Element) -> Any:
    """Return the record of its own element, which may have a further name that is accepted."""
    record = read_record(cls, item)
    if item.tag != cls.spec.item:
        put(record, "_raw_xml", {**raw_xml_of(record), _ITEM: str(item.tag).encode()})
    return record


def record_of_document(cls: type[Any], root: Element) -> Any:
    """Return the record in a document of the response profile; see ``Record.from_document``."""
    try:
        item = only_item(root, cls.spec)
    except DecodeError as problem:
        raise ProfileError(f"it is no document of {cls.spec.name}: {problem}") from None
    record = read_item(cls, item)
    if problems := [f"{item.tag}/{problem}" for problem in _located_problems(record)]:
        raise ProfileError("; ".join(problems), problems=problems)
    return record


def document_of_record(record: Any) -> Element:
    """Return the root of a record's document; see ``Record.to_document``."""
    spec = record.spec
    root = etree.Element(spec.service.root)
    name = raw_xml_of(record).get(_ITEM)
    try:
        fill_record(etree.SubElement(root, name.decode() if name else spec.item), record)
    except ProfileError as error:
        error.record = record  # it may be the only trace of what was created
        raise
    return root


def fill_record(element: Element, record: Any) -> None:
    """Write the fields that are set, and what was kept, as children of an element.

    Raises:
        ProfileError: A text holds characters that XML cannot carry; the message names the field.
    """
    kept = raw_xml_of(record)
    for field in record.spec.fields:
        if field.xml in kept:
            element.append(etree.fromstring(kept[field.xml]))
        elif record.is_set(field.name):
            try:
                fill(field.kind, _child(element, field.xml), getattr(record, field.name))
            except ValueError as error:
                raise ProfileError(f"{element.tag}/{field.xml}: {error}") from None
    for name, original in kept.items():
        if name.startswith(_UNKNOWN):
            element.append(etree.fromstring(original))


def unknown_in(record: Any) -> dict[str, Any]:
    """Return what an element held beyond the catalog's fields, by JSON name."""
    kept = raw_xml_of(record).items()
    elements = [etree.fromstring(one) for name, one in kept if name.startswith(_UNKNOWN)]
    return {snake(str(element.tag)): _any_value(element) for element in elements}


def _located_problems(record: Any) -> Iterator[str]:
    """Give what is wrong with fields, each with the path of its element."""
    own: Mapping[str, str] = getattr(record, "_problems", {})
    for field in record.spec.fields:
        if field.name in own:
            problem = own[field.name]
            joint = "/" if problem.split(" ", 1)[0].endswith(":") else ": "
            yield f"{field.xml}{joint}{problem}"
        elif record.is_set(field.name):
            value = getattr(record, field.name)
            for one in value if is_sequence(value) else (value,):
                if hasattr(one, "spec"):
                    yield from (f"{field.xml}/{problem}" for problem in _located_problems(one))


def _items(kind: ListType, element: Element) -> Iterator[Any]:
    for child in element.iterchildren("*"):
        if child.tag != kind.item:
            raise ValueError(f"it holds {child.tag} where {kind.item} was expected")
        yield read(kind.kind, child)


def _entries(kind: MapType, element: Element) -> Iterator[tuple[str, Any]]:
    for entry in element.iterchildren("*"):
        key, value = entry.find("Key"), entry.find("Value")
        if entry.tag != "Entry" or key is None or value is None:
            raise ValueError("a map holds Entry elements, each with Key and Value")
        yield unpadded(key.text or ""), read(kind.kind, value)


def _addresses(kind: UriMapType, element: Element) -> Iterator[tuple[str, str]]:
    for child in element.iterchildren("*"):
        if len(child):
            raise ValueError(f"{child.tag} holds elements where an address was expected")
        yield kind.name_of(str(child.tag)), (child.text or "").strip()


def _any_value(element: Element) -> Any:
    if not len(element):
        return _from_json_text(unpadded(element.text or "")) or None
    found: dict[str, Any] = {}
    for child in element.iterchildren("*"):
        name, value = str(child.tag), _any_value(child)
        if name not in found:
            found[name] = value
        elif isinstance(found[name], list):
            found[name].append(value)
        else:
            found[name] = [found[name], value]
    return found


def _fill_any(kind: AnyType, element: Element, value: Any) -> None:
    if is_mapping(value) and value and _is_elements(value):
        for name, item in value.items():
            for one in item if is_list(item) else [item]:
                fill(kind, _child(element, name), one)
    elif isinstance(value, str) and value[:1] in {"{", "[", '"'}:
        element.text = json.dumps(value, ensure_ascii=False)
    else:
        element.text = kind.sent(value)


def _from_json_text(text: str) -> Any:
    """Return the value of text that is JSON in brackets or quotes; the text, if it is none."""
    if text[:1] not in {"{", "[", '"'}:
        return text
    try:
        return json.loads(text, parse_float=Decimal)
    except RecursionError:
        raise ValueError("it is nested too deep") from None
    except ValueError:
        return text  # words that happen to begin so


def _is_elements(value: Mapping[Any, Any]) -> bool:
    """Return whether an object can be written as elements and read again as it was."""

    def fits(item: Any) -> bool:
        if is_mapping(item):
            return bool(item) and _is_elements(item)
        if is_list(item):
            return len(item) > 1 and all(isinstance(one, str) and one for one in item)
        return item is None or (isinstance(item, str) and item != "" and unpadded(item) == item)

    return all(
        isinstance(name, str) and name.isidentifier() and name.isascii() and fits(item)
        for name, item in value.items()
    )


def _same(one: Element, other: Element) -> bool:
    """Return whether elements say the same: white space between elements says nothing."""
    texts = [element.text or "" for element in (one, other)]
    if len(other):
        texts = [text.strip() for text in texts]
    return (
        one.tag == other.tag
        and texts[0] == texts[1]
        and not other.attrib
        and len(one) == len(other)
        and all(map(_same, one, other))
    )


def _child(element: Element, name: str) -> Element:
    child = element.makeelement(name)
    element.append(child)
    return child
