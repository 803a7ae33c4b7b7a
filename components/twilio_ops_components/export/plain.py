"""Plain values of a column: text, numbers, times, lists and dictionaries, from what JSON has."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import Any, Literal, cast

import msgspec
from msgspec import Raw

from twilio_ops_components.export.arrays import maps_of
from twilio_ops_runtime.records.record import Record, problem_of
from twilio_ops_runtime.types.base import Remembered, Type, is_list, is_object
from twilio_ops_runtime.types.nested import ListType, MapType, StructType, UriMapType
from twilio_ops_runtime.types.scalar import DecimalType, EnumType, InstantType, SidType
from twilio_ops_runtime.types.text import decimal

__all__ = ["Form", "decoded", "microseconds", "reader_of", "time_reader", "whole"]

Form = Literal["text", "arrow"]
Read = Callable[[Sequence[Any], bool], Sequence[Any]]
_WRONG = (ValueError, TypeError, RecursionError)
_addresses = msgspec.json.Decoder(list[dict[str, str] | None])
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_MOST_PARTS = 1024


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
    if isinstance(kind, UriMapType):
        return _uri_maps(kind, form)
    quick, plain = _quick(kind, form), _plain(kind)
    if isinstance(kind, InstantType):
        plain = _iso if form == "text" else microseconds
    elif isinstance(kind, DecimalType) and form == "text":
        plain = _digits

    def slowly(value: Any) -> Any:
        try:
            found = kind.from_json(value)
            return found if found is None or plain is None else plain(found)
        except RecursionError:
            raise ValueError("it is nested too deep") from None

    def read(values: Sequence[Any], odd: bool) -> Sequence[Any]:
        if quick is not None and not odd:
            try:
                return quick(values)
            except _WRONG:
                pass  # one of them at least; what is wrong with it, if anything, is found out below
        return list(map(slowly, values))

    return read


@cache
def time_reader(kind: Type) -> Read:
    """Return what gives the microseconds since 1970 of times, or of the midnights that days begin with."""
    read = reader_of(kind, "arrow")
    if isinstance(kind, InstantType):
        return read

    def midnights(values: Sequence[Any], odd: bool) -> Sequence[Any]:
        days = read(values, odd)
        return [
            (
                None
                if day is None
                else microseconds(datetime(day.year, day.month, day.day, tzinfo=UTC))
            )
            for day in days
        ]

    return midnights


def _quick(kind: Type, form: Form) -> Callable[[Sequence[Any]], Sequence[Any]] | None:
    """Return what reads values of the type that msgspec has checked; None = there is no quick way."""
    if isinstance(kind, SidType | EnumType):
        return lambda values: [value or None for value in values] if "" in values else values
    if kind.is_nested:
        return None
    if kind.is_plain:
        return _same
    if isinstance(kind, InstantType):
        return _instants(kind.reader(), form)
    read = kind.reader()
    if isinstance(kind, DecimalType) and form == "text":
        return lambda values: list(map(_decimal_texts.__getitem__, values))
    return lambda values: list(map(read, values))


def _uri_maps(kind: UriMapType, form: Form) -> Read:
    """Return what gives maps of addresses: as the JSON that they are, or as Arrow has them."""

    slowly = kind.from_json

    def read(values: Sequence[Any], odd: bool) -> Sequence[Any]:
        if any(isinstance(one, Raw) for one in values):
            if None not in values:
                found = _one_line_each(values) if form == "text" else maps_of(values)
                if found is not None:
                    return found
            values, odd = decoded(values)
        return list(map(slowly, values)) if odd else values

    return read


def decoded(texts: Sequence[Any]) -> tuple[Sequence[Any], bool]:
    """Return what JSON texts say, and whether anything of it is no map of addresses.

    Args:
        texts: The texts, and None.
    """
    text = b"[%s]" % b",".join(b"null" if one is None else one for one in texts)
    try:
        return _addresses.decode(text), False
    except msgspec.ValidationError:
        return msgspec.json.decode(text), True


def _one_line_each(texts: Sequence[Any]) -> Sequence[Any] | None:
    """Return JSON texts if all are objects, each on one line; else None."""
    text = b"\n".join(texts)
    lines = len(texts) - 1
    is_plain = text.count(b"\n") == lines == text.count(b"\n{") and text[:1] == b"{"
    return texts if is_plain else None


def _decimal_text(value: Any) -> str | None:
    found = decimal(value)
    return None if found is None else _digits(found)


_decimal_texts = Remembered(_decimal_text)


class _Parts(dict[str, Any]):
    """What a part of a time stands for, as far as it was seen.

    Args:
        read: Reads the time that it makes.
        end: What it ends with.
        before: What makes it a time with it.
        behind: What makes it a time with it.
    """

    def __init__(
        self, read: Callable[[str], Any], end: str, before: str = "", behind: str = ""
    ) -> None:
        super().__init__()
        self._read, self._end, self._before, self._behind = read, end, before, behind

    def __missing__(self, part: str) -> Any:
        if not part.endswith(self._end):
            raise ValueError(part)
        if len(self) >= _MOST_PARTS:
            self.clear()
        found = self[part] = self._read(f"{self._before}{part}{self._behind}")
        return found


@cache
def _instants(read: Callable[[Any], Any], form: Form) -> Callable[[Sequence[Any]], Sequence[Any]]:
    """Return what reads times of the usual shape, ``Wed, 18 Aug 2010 20:20:06 +0000``.

    There are few hours, and sixty minutes and seconds, so what each stands for is kept, and a time
    is the sum of three. ``ValueError`` says that there is another shape.
    """

    def reading(place: slice) -> Callable[[str], Any]:
        if form == "text":
            return lambda text: _iso(read(text))[place]
        return lambda text: microseconds(read(text))

    day = "Thu, 01 Jan 1970 00:"
    hours = _Parts(reading(slice(-6)), ":", behind="00:00 +0000")
    minutes = _Parts(reading(slice(-6, -3)), ":", before=day, behind="00 +0000")
    seconds = _Parts(reading(slice(-3, None)), " +0000", before=f"{day}00:")

    def instants(values: Sequence[Any]) -> Sequence[Any]:
        return [
            None if one is None else hours[one[:20]] + minutes[one[20:23]] + seconds[one[23:]]
            for one in values
        ]

    return instants


def _iso(value: datetime) -> str:
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def microseconds(value: datetime) -> int:
    """Return how many there are from 1970 to a time."""
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


def whole(value: Any) -> Any:
    """Return a plain value with the mark of Unicode for what cannot be told in the place of half a character."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if is_object(value):
        return {whole(name): whole(one) for name, one in value.items()}
    return list(map(whole, value)) if is_list(value) else value
