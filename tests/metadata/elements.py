"""Holds a response document against the catalog: which elements it does not know, which values do not fit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from email.utils import parsedate_to_datetime

from lxml import etree

from twilio_ops_codegen.catalog.model import Field, Object, Type

ATTRIBUTES = frozenset(
    [
        "page",
        "pagesize",
        "numpages",
        "total",
        "start",
        "end",
        "uri",
        "firstpageuri",
        "previouspageuri",
        "nextpageuri",
        "lastpageuri",
    ]
)


def items(root: etree._Element, value: Object) -> list[etree._Element]:
    """The item elements of an answer, which is one record or a list of them.

    Raises:
        AssertionError: The answer has another shape, or unknown paging attributes.
    """
    assert len(root) == 1, f"{len(root)} elements below the root"
    child = root[0]
    names = (value.xml.item, *value.xml.accepts)
    if child.tag in names:
        return [child]
    assert child.tag == value.xml.list, f"{child.tag} is neither {names} nor {value.xml.list}"
    assert set(child.attrib) <= ATTRIBUTES, set(child.attrib) - ATTRIBUTES
    found = [element for element in child if isinstance(element.tag, str)]
    assert {element.tag for element in found} <= {value.xml.item}
    return found


def unknown(item: etree._Element, value: Object) -> Iterator[str]:
    """The paths of an item's elements that no field of its object answers to."""
    yield from _unknown(item, value.fields, value)


def misfits(item: etree._Element, value: Object) -> Iterator[str]:
    """The elements whose text is not a value of their field's type."""
    yield from _misfits(item, value.fields, value)


def _by_element(fields: dict[str, Field]) -> dict[str, Field]:
    return {row.xml or name: row for name, row in fields.items()}


def _unknown(element: etree._Element, fields: dict[str, Field], value: Object) -> Iterator[str]:
    known = _by_element(fields)
    for child in _children(element):
        row = known.get(child.tag)
        if row is None:
            yield child.tag
        elif row.type == "struct":
            for path in _unknown(child, value.structs[row.struct or ""].fields, value):
                yield f"{child.tag}/{path}"
        elif row.type == "list":
            yield from _unknown_items(child, row, value)
        elif len(child) and row.type not in ("uri_map", "map", "any"):
            yield f"{child.tag}/{child[0].tag}"


def _unknown_items(element: etree._Element, row: Field, value: Object) -> Iterator[str]:
    for item in _children(element):
        if item.tag != row.item_xml:
            yield f"{element.tag}/{item.tag}"
        elif row.items is not None and row.items.type == "struct":
            for path in _unknown(item, value.structs[row.items.struct or ""].fields, value):
                yield f"{element.tag}/{item.tag}/{path}"


def _misfits(element: etree._Element, fields: dict[str, Field], value: Object) -> Iterator[str]:
    known = _by_element(fields)
    for child in _children(element):
        row = known.get(child.tag)
        if row is None:
            continue
        if row.type == "struct":
            yield from _misfits(child, value.structs[row.struct or ""].fields, value)
        elif row.type == "list" and row.items is not None:
            for item in _children(child):
                if row.items.type == "struct":
                    yield from _misfits(item, value.structs[row.items.struct or ""].fields, value)
                elif not fits(row.items, item.text or ""):
                    yield f"{child.tag}/{item.tag}: {item.text!r}"
        elif not fits(row, child.text or ""):
            yield f"{child.tag}: {child.text!r} is no {row.type}"


def _children(element: etree._Element) -> Iterator[etree._Element]:
    return (child for child in element if isinstance(child.tag, str))


def fits(row: Type, raw: str) -> bool:
    """Whether text, as XML carries it, is a value of the type; empty text always is."""
    text = raw.strip()
    if not text:
        return True
    if row.type == "integer":
        return text.removeprefix("-").isdigit()
    if row.type == "decimal":
        return _is_decimal(text)
    if row.type == "boolean":
        return text in ("true", "false")
    if row.type in ("date", "datetime"):
        return _is_time(text, day=row.type == "date")
    if row.type == "sid":
        return text[:2] in row.prefixes
    return True


def _is_decimal(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False


def _is_time(text: str, *, day: bool) -> bool:
    try:
        if day:
            date.fromisoformat(text)
        elif "," in text:
            parsedate_to_datetime(text)
        else:
            datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
