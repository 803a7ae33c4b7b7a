"""What each attribute of the catalog's classes looks like, read from the classes themselves.

The comparison walks by these shapes alone, so an attribute added to the model is compared from the
day it exists; one whose type has no shape here stops the program instead of being passed over.
"""

from __future__ import annotations

from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen


class Shape(Enum):
    """How an attribute's value is compared."""

    VALUE = "one value"
    WORDS = "a tuple, compared as a whole set"
    LIST = "a tuple, compared entry by entry"
    ROW = "another class's value"
    TABLE = "named values of another class"
    TEXTS = "named plain values"
    LISTS = "named tuples, compared entry by entry"


ENTRY_BY_ENTRY = frozenset(
    {
        ("Object", "aliases"),
        ("Action", "alternatives"),
        ("Key", "literals"),
        ("Filter", "operators"),
        ("XmlNames", "accepts"),
        ("Service", "wires"),
    }
)
"""Tuples whose entries stand on their own; in the others an entry only has a meaning beside the rest."""


@frozen
class Attribute:
    """One attribute: the class that defines it, its name and its shape.

    ``row`` is the class of rows; ``mixed`` says that plain values of several types are allowed.
    """

    owner: str
    name: str
    shape: Shape
    row: type[Any] | None = None
    mixed: bool = False


_KNOWN: dict[type[Any], tuple[Attribute, ...]] = {}
_MIXED: dict[type[Any], tuple[str, ...]] = {}


def attributes(row: type[Any]) -> tuple[Attribute, ...]:
    """The attributes of an attrs class, in the order of its definition.

    Raises:
        TypeError: An attribute has a type that cannot be compared.
    """
    if row not in _KNOWN:
        hints = get_type_hints(row)
        _KNOWN[row] = tuple(
            _attribute(_definer(row, field.name), field.name, hints[field.name])
            for field in attrs.fields(row)
        )
    return _KNOWN[row]


def is_same(row: type[Any], old: Any, new: Any) -> bool:
    """Whether two values of a class are the same for certain; False means that they must be walked.

    ``==`` alone cannot tell: it takes 1, 1.0 and true, three different texts in a catalog, for the
    same.
    """
    if old is new:
        return True
    return bool(old == new) and all(
        type(getattr(old, name)) is type(getattr(new, name)) is NoneType for name in _mixed(row)
    )


def _mixed(row: type[Any]) -> tuple[str, ...]:
    """The attributes of a class that can hold values which are equal and differ."""
    if row not in _MIXED:
        found = attributes(row)
        _MIXED[row] = tuple(item.name for item in found if item.mixed or item.row is not None)
    return _MIXED[row]


def rows(root: type[Any]) -> tuple[type[Any], ...]:
    """The attrs classes reachable from ``root``, itself first, each once."""
    found: dict[type[Any], None] = {}
    waiting = [root]
    while waiting:
        row = waiting.pop(0)
        if row not in found:
            found[row] = None
            waiting.extend(item.row for item in attributes(row) if item.row is not None)
    return tuple(found)


def _definer(row: type[Any], name: str) -> str:
    for base in reversed(row.__mro__):
        if attrs.has(base) and name in attrs.fields_dict(base):
            return base.__name__
    raise AssertionError(f"{row.__name__}.{name} is defined nowhere")


def _attribute(owner: str, name: str, hint: Any) -> Attribute:
    present = [part for part in _parts(hint) if part is not NoneType]
    if len(present) == 1 and attrs.has(present[0]):
        return Attribute(owner, name, Shape.ROW, present[0])
    if all(_is_plain(part) for part in present):
        return Attribute(owner, name, Shape.VALUE, mixed=len(present) > 1)
    if len(present) == 1:
        origin, arguments = get_origin(present[0]), get_args(present[0])
        if origin is tuple:
            listed = (owner, name) in ENTRY_BY_ENTRY
            return Attribute(owner, name, Shape.LIST if listed else Shape.WORDS)
        if origin is dict:
            value = arguments[1]
            if attrs.has(value):
                return Attribute(owner, name, Shape.TABLE, value)
            if get_origin(value) is tuple:
                return Attribute(owner, name, Shape.LISTS)
            if all(_is_plain(part) for part in _parts(value)):
                return Attribute(owner, name, Shape.TEXTS)
    raise TypeError(f"{owner}.{name} is a {hint}, which the comparison of catalogs cannot compare")


def _parts(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)


def _is_plain(part: Any) -> bool:
    return part in (str, int, float, bool) or get_origin(part) is Literal
