"""How records are made and what they hold besides their fields: below records themselves.

A record is frozen, and an assignment costs a tenth of what going round a frozen class costs. So one
is made as a *draft*, an instance of a base class with the same slots that may be assigned; when all
is in place, ``draft.__class__ = cls`` makes it the record.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any, cast

from twilio_ops_runtime.types.nested import UriMapType


class _Unset:
    """The mark of a field that was not given; its only instance is :data:`UNSET`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "UNSET"

    def __bool__(self) -> bool:
        return False

    def __reduce__(self) -> str:
        return "UNSET"


UNSET: Any = _Unset()
"""The default of every field: the slot stays empty."""

put = object.__setattr__
"""Fill one slot of a record that is being made; records are frozen otherwise."""

NOTHING: Mapping[str, Any] = {}
BESIDE = ("_raw_xml", "_problems", "_unknown")
"""The slots of a record that are no fields."""


def draft_for(cls: type[Any], names: Iterable[str]) -> type[Any]:
    """Make the draft of a record class: a class with a slot for each name."""
    return type(cls.__name__, cls.__bases__, {"__slots__": tuple(names)})


def draft_of(cls: type[Any]) -> type[Any]:
    """Return the draft that a record of a class is made from."""
    for owner in cls.__mro__:
        if "__attrs_attrs__" in vars(owner) and "spec" in vars(owner):
            draft = owner.__base__
            assert draft is not None
            return draft
    raise TypeError(f"{cls.__name__} was not made by the record decorator")


def finish(draft: Any, cls: type[Any]) -> Any:
    """Return the record that a draft has become; a user's own subclass is called, as it may hold more."""
    owner = next(one for one in cls.__mro__ if one.__base__ is type(draft))
    draft.__class__ = owner
    if owner is cls:
        return draft
    record = cls(**dict(draft.items()))
    for name in BESIDE:
        if (value := getattr(draft, name, None)) is not None:
            put(record, name, value)
    return record


def read_later(cls: type[Any]) -> Any:
    """Return the field of a class that is read from JSON when somebody asks for it; None if none is.

    Addresses take a fifth of a call's decoding, and few look at them.
    """
    return next((field for field in cls.spec.fields if isinstance(field.type, UriMapType)), None)


def settle(record: Any) -> bool:
    """Read what was left until somebody asks for it; whether anything was."""
    try:
        text = object.__getattribute__(record, "_unread")
    except AttributeError:
        return False
    from msgspec.json import decode

    cls = cast(Any, type(record))
    field = read_later(cls)
    try:
        put(record, field.name, field.type.from_json(decode(text)))
    except (ValueError, RecursionError) as error:
        put(record, "_problems", {**getattr(record, "_problems", NOTHING), field.name: str(error)})
    with suppress(AttributeError):  # another thread was as quick
        object.__delattr__(record, "_unread")
    return True
