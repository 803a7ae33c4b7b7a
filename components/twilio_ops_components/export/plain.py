"""Plain values of a column: text, numbers, times, lists and dictionaries, from what JSON has."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import Any, Literal, cast

from twilio_ops_runtime.records.record import Record, problem_of
from twilio_ops_runtime.types.base import Remembered, Type
from twilio_ops_runtime.types.nested import ListType, MapType, StructType, UriMapType
from twilio_ops_runtime.types.scalar import DecimalType, EnumType, InstantType, SidType
from twilio_ops_runtime.types.text import decimal

__all__ = ["Form", "reader_of"]

Form = Literal["text", "arrow"]
Read = Callable[[Sequence[Any], bool], Sequence[Any]]
_WRONG = (ValueError, TypeError, RecursionError)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_MOST_PARTS = 4096


def reader_of(kind: Type, form: Form) -> Read:
    """Return what gives the plain values of JSON values, as a file wants them.

    It is told whether they may be of other types than the catalog says; if not, most types have a
    quick way. It raises ``ValueError`` for a value that cannot be read.

    Args:
        kind: Their type.
        form: ``text``: numbers with a fraction are text of plain digits, so that nothing is
            rounded, and times ISO 8601 in UTC; ``arrow``: they are decimals, and microseconds
            since 1970.
    """
    quick, plain = _quick(kind, form), _plain(kind)
    if isinstance(kind, InstantType):
        plain = _iso if form == "text" else _microseconds
    elif isinstance(kind, DecimalType) and form == "text":
        plain = _digits

    def slowly(value: Any) -> Any:
        try:
            found = kind.from_json(value)
        except RecursionError:
            raise ValueError("it is nested too deep") from None
        return found if found is None or plain is None else plain(found)

    def read(values: Sequence[Any], odd: bool) -> Sequence[Any]:
        if quick is not None and not odd:
            try:
                return quick(values)
            except _WRONG:
                pass  # one of them at least; what is wrong with it, if anything, is found out below
        return list(map(slowly, values))

    return read


def _quick(kind: Type, form: Form) -> Callable[[Sequence[Any]], Sequence[Any]] | None:
    """Return what reads values of the type that msgspec has checked; None = there is no quick way."""
    if isinstance(kind, SidType | EnumType):
        return lambda values: [value or None for value in values] if "" in values else values
    if isinstance(kind, UriMapType) or (kind.is_plain and not kind.is_nested):
        return _same
    if kind.is_nested:
        return None
    if isinstance(kind, InstantType):
        return _instants(kind.reader(), form)
    read = kind.reader()
    if isinstance(kind, DecimalType) and form == "text":
        return lambda values: list(map(_decimal_texts.__getitem__, values))
    return lambda values: list(map(read, values))


def _decimal_text(value: Any) -> str | None:
    found = decimal(value)
    return None if found is None else _digits(found)


_decimal_texts = Remembered(_decimal_text)


class _Parts(dict[str, Any]):
    """What the first or the second part of a time stands for, as far as they were seen."""

    def __init__(self, read: Callable[[str], Any]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, part: str) -> Any:
        if len(self) >= _MOST_PARTS:
            self.clear()
        found = self[part] = self._read(part)
        return found


@cache
def _instants(read: Callable[[Any], Any], form: Form) -> Callable[[Sequence[Any]], Sequence[Any]]:
    """Return what reads times of the usual shape, ``Wed, 18 Aug 2010 20:20:06 +0000``.

    There are few hours, and 3600 ways for a time to go on behind one, so what each stands for is
    kept, and a time is the sum of two. ``ValueError`` says that there is another shape.
    """

    def hour_of(part: str) -> Any:
        if not part.endswith(":"):
            raise ValueError(part)
        moment = read(f"{part}00:00 +0000")
        return _iso(moment)[:-6] if form == "text" else _microseconds(moment)

    def rest_of(part: str) -> Any:
        if not part.endswith(" +0000"):
            raise ValueError(part)
        moment = read(f"Thu, 01 Jan 1970 00:{part}")
        return _iso(moment)[-6:] if form == "text" else _microseconds(moment)

    hours, rests = _Parts(hour_of), _Parts(rest_of)

    def instants(values: Sequence[Any]) -> Sequence[Any]:
        return [None if one is None else hours[one[:20]] + rests[one[20:]] for one in values]

    return instants


def _iso(value: datetime) -> str:
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _microseconds(value: datetime) -> int:
    return (value - _EPOCH) // _MICROSECOND


def _same(value: Any) -> Any:
    return value


def _plain(kind: Type) -> Callable[[Any], Any] | None:
    """Return what makes a plain value of the type's own; None = it is one already."""
    if isinstance(kind, StructType):
        parts = [
            (field.json_name, field.name, _plain(field.type) or _same)
            for field in kind.record.spec.fields
        ]
        return lambda value: {
            name: None if (part := _part(value, field)) is None else plain(part)
            for name, field, plain in parts
        }
    if isinstance(kind, ListType):
        item = _plain(kind.type) or _same
        return lambda value: [None if one is None else item(one) for one in value]
    if isinstance(kind, MapType):
        item = _plain(kind.type) or _same
        return lambda value: {k: None if one is None else item(one) for k, one in value.items()}
    if isinstance(kind, UriMapType):
        return dict
    if kind.is_nested:
        return _json_text
    return str if isinstance(kind, EnumType) else None


def _part(record: Any, name: str) -> Any:
    """A field of one nested value; None where there was none."""
    if problem_of(record, name) is not None:
        of = cast("type[Record]", type(record))
        raise ValueError(f"{of.spec.name}: {name}: {problem_of(record, name)}")
    return getattr(record, name, None)


def _json_text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=_digits)


def _digits(value: Decimal) -> str:
    return format(value, "f")
