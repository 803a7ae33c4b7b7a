"""Values and records from and to XML elements.

A record that is read from its element keeps that beside its values, which do not say all of it:
elements that are not fields, a date in another shape, a further name of the item. So it goes back to
the document it came from.
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
from twilio_ops_runtime.records.drafts import draft_of, finish, put
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


def read(type_: Type, element: Element) -> Any:
    """Return the value of an answer's element; None of an empty one.

    Raises:
        ValueError: It is not of the type.
    """
    if not type_.is_nested:
        if len(element):
            raise ValueError("it holds elements where a value was expected")
        text = element.text
        return None if text is None else type_.from_text(text)
    if isinstance(type_, AnyType):
        return _any_value(element)
    if not len(element):
        if element.text and element.text.strip():
            raise ValueError("it holds text where elements were expected")
        return None
    match type_:
        case StructType():
            return read_record(type_.record, element)
        case ListType():
            return tuple(_items(type_, element))
        case MapType():
            return dict(_entries(type_, element))
        case UriMapType():
            return dict(_addresses(type_, element))
        case _:
            raise TypeError(f"{type(type_).__name__} is not answered")


def read_request(type_: Type, element: Element) -> Any:
    """Return the value of a request's element.

    Raises:
        ValueError: It is not of the type.
    """
    if not type_.is_nested:
        if len(element):
            raise ValueError("it holds elements where text was expected")
        return type_.from_request(element.text or "")
    match type_:
        case PairsType():
            name, value = element.find("Name"), element.find("Value")
            if name is None or value is None or len(element) != 2:
                raise ValueError("a pair has exactly one Name and one Value")
            return ((name.text or "").strip(), (value.text or "").strip())
        case AnyType() if not len(element):
            text = (element.text or "").strip()
            return text if text[:1] == '"' else _from_json_text(text)
        case _:
            value = read(type_, element)
    if value is not None:
        return value
    if not type_.may_be_empty:
        raise ValueError("it is empty, and this type has no empty value")
    return () if isinstance(type_, ListType) else {} if isinstance(type_, MapType) else ""


def fill(type_: Type, element: Element, value: Any) -> None:
    """Write a value into its element; None leaves it empty."""
    if value is None:
        return
    match type_:
        case StructType():
            fill_record(element, type_.record_of(value))
        case ListType():
            for item in value:
                fill(type_.type, _child(element, type_.item), item)
        case MapType():
            for name, item in value.items():
                entry = _child(element, "Entry")
                _child(entry, "Key").text = name
                fill(type_.type, _child(entry, "Value"), item)
        case UriMapType():
            for name, uri in value.items():
                _child(element, type_.element_of(name)).text = uri
        case PairsType():
            for name, text in zip(("Name", "Value"), value, strict=True):
                _child(element, name).text = text
        case CollapsibleMapType():
            element.text = type_.sent(value)
        case AnyType():
            _fill_any(type_, element, value)
        case _:
            element.text = type_.to_text(value)


def read_record(cls: type[Any], element: Element) -> Any:
    """Return the record whose fields are the direct children of an element.

    A field that cannot be read is its problem.
    """
    elements = {str(child.tag): child for child in reversed(element.findall("*"))}
    record = draft_of(cls)()
    problems: dict[str, str] = {}
    for field in cls.spec.fields:
        child = elements.get(field.xml)
        if child is not None:
            try:
                setattr(record, field.name, read(field.type, child))
            except ValueError as error:
                problems[field.name] = str(error)
    if problems:
        record._problems = problems
    return finish(record, cls)


def read_item(cls: type[Any], item: Element) -> Any:
    """Return the record of its own element, which it keeps."""
    record = read_record(cls, item)
    put(record, "_raw_xml", etree.tostring(item, with_tail=False))
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
    spec, original = record.spec, getattr(record, "_raw_xml", None)
    root = etree.Element(spec.service.root)
    if original is not None:
        root.append(etree.fromstring(original))
        return root
    try:
        fill_record(etree.SubElement(root, spec.item), record)
    except ProfileError as error:
        error.record = record  # it may be the only trace of what was created
        raise
    return root


def fill_record(element: Element, record: Any) -> None:
    """Write the fields that are set as children of an element.

    Raises:
        ProfileError: A text holds characters that XML cannot carry; the message names the field.
    """
    for field in record.spec.fields:
        if record.is_set(field.name):
            try:
                fill(field.type, _child(element, field.xml), getattr(record, field.name))
            except ValueError as error:
                raise ProfileError(f"{element.tag}/{field.xml}: {error}") from None


def unknown_in(cls: type[Any], item: Element) -> dict[str, Any]:
    """Return what an element holds beyond the catalog's fields, by JSON name."""
    known = {field.xml for field in cls.spec.fields}
    others = [child for child in item.iterchildren("*") if child.tag not in known]
    return {snake(str(child.tag)): _any_value(child) for child in others}


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


def _items(type_: ListType, element: Element) -> Iterator[Any]:
    for child in element.iterchildren("*"):
        if child.tag != type_.item:
            raise ValueError(f"it holds {child.tag} where {type_.item} was expected")
        yield read(type_.type, child)


def _entries(type_: MapType, element: Element) -> Iterator[tuple[str, Any]]:
    for entry in element.iterchildren("*"):
        key, value = entry.find("Key"), entry.find("Value")
        if entry.tag != "Entry" or key is None or value is None:
            raise ValueError("a map holds Entry elements, each with Key and Value")
        yield unpadded(key.text or ""), read(type_.type, value)


def _addresses(type_: UriMapType, element: Element) -> Iterator[tuple[str, str]]:
    for child in element.iterchildren("*"):
        if len(child):
            raise ValueError(f"{child.tag} holds elements where an address was expected")
        yield type_.name_of(str(child.tag)), (child.text or "").strip()


def _any_value(element: Element) -> Any:
    if not len(element):
        text = unpadded(element.text or "")
        return _from_json_text(text) if text else None
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


def _fill_any(type_: AnyType, element: Element, value: Any) -> None:
    if is_mapping(value) and value and _is_elements(value):
        for name, item in value.items():
            for one in item if is_list(item) else [item]:
                fill(type_, _child(element, name), one)
    elif isinstance(value, str) and value[:1] in {"{", "[", '"'}:
        element.text = json.dumps(value, ensure_ascii=False)
    else:
        element.text = type_.sent(value)


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


def _child(element: Element, name: str) -> Element:
    child = element.makeelement(name)
    element.append(child)
    return child
