"""What a body in JSON holds for types that are no single values: each part is read by its own type."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from twilio_ops_emulator.api.errors import Invalid
from twilio_ops_emulator.model import FieldModel, NestedModel

MOST_DEPTH = 64
"""So deep may values lie in one another; a struct may hold itself."""

_SHAPES: dict[str, type[Any]] = {"struct": dict, "list": list, "map": dict}
NESTED = ("any", *_SHAPES)
"""The types that are no single values."""

Read = Callable[[NestedModel, Any], Any]
"""Reads a single value; it raises ``Invalid``."""


def read_nested(
    model: NestedModel, value: Any, read: Read, *, strict: bool, place: tuple[str, ...] = ()
) -> Any:
    """A value, and all that lies in it, as the catalog's types say.

    Args:
        model: Its type.
        value: What a body in JSON has for it; in a form, it is JSON text, and empty text stands
            for nothing.
        read: What reads single values.
        strict: Whether a field that a struct does not have is refused.
        place: The steps that lead to it within the parameter.

    Raises:
        Invalid: A part is not of its type; it says where.
    """
    if len(place) > MOST_DEPTH:
        raise Invalid(f"is nested deeper than {MOST_DEPTH} values")
    if model.type == "any" or (value is None and place and place[-1][0] == "."):
        return value  # a field may be null, an item of a list may not
    shape = _SHAPES.get(model.type)
    if shape is None:
        try:
            return read(model, value)
        except Invalid as wrong:
            raise Invalid(f"{_at(place)}{wrong}") from None
    if isinstance(value, str) and not place:
        if not value:
            return None
        value = _decoded(value)
    if not isinstance(value, shape):
        raise Invalid(f"{_at(place)}is no {model.type}")
    held: Any = value
    if model.type == "list":
        return [
            _inner(model.items, item, f"[{number}]", read, strict, place)
            for number, item in enumerate(held)
        ]
    fields = model.struct
    found: dict[str, Any] = {}
    for name, item in held.items():
        field = model.items if fields is None else fields.get(name)
        if fields is not None and field is None:
            if strict:
                raise Invalid(f"{_at(place)}has no field {name[:100]!r}")
            continue
        found[name] = _inner(field, item, f".{name}", read, strict, place)
    return found


def as_text(value: Any) -> str:
    """What a form has for a single value.

    Raises:
        Invalid: It is none.
    """
    if value is None or isinstance(value, dict | list):
        raise Invalid("is not a single value")
    return str(value).lower() if isinstance(value, bool) else str(value)


def _decoded(text: str) -> Any:
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError, UnicodeEncodeError):
        return None  # which is of no shape


def _inner(
    model: FieldModel | None,
    value: Any,
    step: str,
    read: Read,
    strict: bool,
    place: tuple[str, ...],
) -> Any:
    if model is None:  # the catalog does not say what lies there
        return value
    return read_nested(model, value, read, strict=strict, place=(*place, step))


def _at(place: tuple[str, ...]) -> str:
    return f"at {''.join(place)[:200]} " if place else ""
