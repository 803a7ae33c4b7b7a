"""State as JSON: plain values as they are, everything else under the name of its kind."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, cast

import msgspec
from attrs import fields, has

from twilio_ops_emulator.api.render import Link
from twilio_ops_emulator.state.callbacks import Answer, Callback, Sent
from twilio_ops_emulator.state.clock import Event
from twilio_ops_emulator.state.usage import Amount

KIND = "$"
"""The member that names the kind of a value that JSON has none of."""
RECORDS: Mapping[str, type[Any]] = {
    kind.__name__: kind for kind in (Amount, Answer, Callback, Event, Link, Sent)
}
"""Kinds that are written field by field."""
GREATEST = (1 << 63) - 1
_PLAIN = frozenset((str, bool, type(None)))


class Undecodable(ValueError):
    """A document that is no state; says what is wrong with it."""


def encode(value: Any) -> bytes:
    """Return a value as JSON, for ``decode``."""
    return msgspec.json.encode(_plain(value))


def decode(document: bytes) -> Any:
    """Return the value that a document of ``encode`` says.

    Raises:
        Undecodable: It says none.
    """
    try:
        return _value(msgspec.json.decode(document))
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise Undecodable(f"it is not JSON: {error}") from None


def _plain(value: Any) -> Any:
    kind = value.__class__
    if kind in _PLAIN:
        return value
    if kind is int:
        return value if -GREATEST <= value <= GREATEST else {KIND: "int", "of": str(value)}
    if kind is float:
        return value if math.isfinite(value) else {KIND: "float", "of": repr(value)}
    if kind is list:
        return [_plain(one) for one in cast("list[Any]", value)]
    if kind is dict:
        return _mapping(cast("dict[Any, Any]", value))
    if kind is tuple:
        return {KIND: "tuple", "of": [_plain(one) for one in cast("tuple[Any, ...]", value)]}
    if kind is Decimal:
        return {KIND: "Decimal", "of": str(value)}
    if kind is frozenset or kind is set:
        return {KIND: kind.__name__, "of": [_plain(one) for one in sorted(value)]}
    known = RECORDS.get(kind.__name__)
    if known is not None and known is kind:
        return {KIND: kind.__name__} | {
            name: _plain(getattr(value, name)) for name in _names(known)
        }
    raise TypeError(f"{kind.__name__} is no kind of value that a state has")


def _mapping(value: dict[Any, Any]) -> Any:
    if KIND not in value and all(type(key) is str for key in value):
        return {key: _plain(one) for key, one in value.items()}
    return {KIND: "dict", "of": [[_plain(key), _plain(one)] for key, one in value.items()]}


def _value(value: Any) -> Any:
    kind = value.__class__
    if kind is list:
        return [_value(one) for one in value]
    if kind is not dict:
        return value
    name = value.get(KIND)
    if name is None:
        return {key: _value(one) for key, one in value.items()}
    rest = {key: _value(one) for key, one in value.items() if key != KIND}
    try:
        if name in RECORDS:
            return RECORDS[name](**rest)
        return _READERS[name](rest["of"])
    except (KeyError, TypeError, ValueError, ArithmeticError) as error:
        raise Undecodable(f"it has a value of kind {name!r} that is none: {error!r}") from None


def _names(kind: type[Any]) -> list[str]:
    if has(kind):
        return [field.name for field in fields(kind)]
    return list(kind._fields)


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "int": int,
    "float": float,
    "tuple": tuple,
    "Decimal": Decimal,
    "set": set,
    "frozenset": frozenset,
    "dict": lambda pairs: {key: one for key, one in pairs},
}
