"""The types whose value is one text on the wire."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from twilio_ops_runtime.sids import is_sid
from twilio_ops_runtime.types import text as values
from twilio_ops_runtime.types.base import (
    Remembered,
    Type,
    expect,
    is_list,
    is_object,
    json_name,
    sendable,
)

if TYPE_CHECKING:
    from twilio_ops_runtime.types.enums import OpenEnum

_OFFSET = r"[+-][0-9]{1,5}days"


class _Words(Type):
    """What is text in Python too: the base of the kinds that only check it."""

    __slots__ = ()
    is_plain = True

    def from_json(self, value: Any) -> Any:
        if is_list(value) or is_object(value):
            raise ValueError(f"text was expected, not {json_name(value)}")
        if value is None or isinstance(value, str):
            return value and sendable(value)
        return str(value).lower() if isinstance(value, bool) else str(value)

    def sent(self, value: Any) -> str:
        expect(value, str, "text")
        return str(value)


class TextType(_Words):
    """Free text; its white space belongs to it, in requests wherever it stands."""

    __slots__ = ()

    def from_text(self, text: str) -> Any:
        return values.unpadded(text) or None

    def from_request(self, text: str) -> Any:
        return text


TEXT = TextType()


class _Value(Type):
    """What is read from text by one function, in both formats."""

    __slots__ = ("_read",)

    def __init__(self, read: Callable[[Any], Any]) -> None:
        self._read = read

    def from_json(self, value: Any) -> Any:
        if is_list(value) or is_object(value):
            raise ValueError(f"one value was expected, not {json_name(value)}")
        return self._read(value)

    def reader(self) -> Callable[[Any], Any]:
        return self._read

    def _parsed(self, text: str) -> Any:
        return self._read(text)


class SidType(_Words):
    """A Sid, with one of the prefixes if any are given."""

    __slots__ = ("prefixes",)

    def __init__(self, *prefixes: str) -> None:
        self.prefixes = prefixes

    def from_json(self, value: Any) -> Any:
        return super().from_json(value) or None

    def sent(self, value: Any) -> str:
        text = super().sent(value)
        if text and not is_sid(text, *self.prefixes):
            form = "/".join(f"{prefix}…" for prefix in self.prefixes) or "a Sid"
            raise ValueError(
                f"{text!r} is not {form}: two letters and 32 hexadecimal digits are needed"
            )
        return text


class PhoneType(_Words):
    """A phone number: checked where it is sent; answers may hold whatever the caller showed."""

    __slots__ = ()

    def sent(self, value: Any) -> str:
        text = super().sent(value)
        return values.e164(text) if text else text


class EnumType(_Words):
    """One of an enumeration's values, or one that is not known yet."""

    __slots__ = ("enum",)
    is_plain = False

    def __init__(self, enum: type[OpenEnum]) -> None:
        self.enum = enum

    def reader(self) -> Callable[[Any], Any]:
        return Remembered(self.from_json).__getitem__

    def from_json(self, value: Any) -> Any:
        text = super().from_json(value)
        return self.enum(text) if text else None

    def _parsed(self, text: str) -> Any:
        return self.enum(text)


class IntegerType(_Value):
    """A whole number, within bounds where it is sent."""

    __slots__ = ("maximum", "minimum")
    may_be_empty = False
    json_shape = int | str

    def __init__(self, minimum: float | None = None, maximum: float | None = None) -> None:
        super().__init__(values.integer)
        self.minimum = minimum
        self.maximum = maximum

    def reader(self) -> Callable[[Any], Any]:
        return values.quick_integer  # the shape holds nothing but text, numbers and null

    def sent(self, value: Any) -> str:
        expect(value, int, "a whole number")
        if self.minimum is not None and value < self.minimum:
            raise ValueError(f"{value} is less than {self.minimum}")
        if self.maximum is not None and value > self.maximum:
            raise ValueError(f"{value} is more than {self.maximum}")
        return str(value)

    def to_json(self, value: Any) -> Any:
        return int(self.sent(value))

    def from_request(self, text: str) -> Any:
        # Answers may write 1.0; a request profile takes whole numbers, and so does this.
        if "." in text:
            raise ValueError("it is not a whole number without a fraction")
        return super().from_request(text)


class DecimalType(_Value):
    """A decimal number: text of plain digits in either format, or a number of JSON."""

    __slots__ = ()
    may_be_empty = False
    json_shape = Any  # msgspec's own decimals hold "NaN", "1_000" and digits of all the world

    def reader(self) -> Callable[[Any], Any]:
        return values.quick_decimal

    def to_text(self, value: Any) -> str:
        if not isinstance(value, int) and value.is_finite() and abs(value.adjusted()) < 100:
            return format(value, "f")  # without an exponent, as the service writes it
        return str(value)

    def sent(self, value: Any) -> str:
        from decimal import Decimal

        expect(value, (Decimal, int), "a Decimal")
        if isinstance(value, Decimal) and not value.is_finite():
            raise ValueError(f"{value} is not a number that can be sent")
        return self.to_text(value)

    def to_json(self, value: Any) -> Any:
        from decimal import Decimal

        return Decimal(self.sent(value))


class BooleanType(_Value):
    __slots__ = ()
    is_plain = True
    may_be_empty = False
    json_shape = bool

    def to_text(self, value: Any) -> str:
        return "true" if value else "false"

    def sent(self, value: Any) -> str:
        expect(value, bool, "True or False")
        return self.to_text(value)

    def to_json(self, value: Any) -> Any:
        expect(value, bool, "True or False")
        return value


class _Time(_Value):
    """A day or an instant: text in JSON."""

    __slots__ = ()

    def from_json(self, value: Any) -> Any:
        if value is not None and not isinstance(value, str):
            raise ValueError(f"text was expected, not {json_name(value)}")
        return self._read(value)


class DateType(_Time):
    __slots__ = ()

    def to_text(self, value: Any) -> str:
        return str(value.isoformat())

    def sent(self, value: Any) -> str:
        if isinstance(value, str):
            return value and self.to_text(values.day(value))
        if isinstance(value, datetime):
            raise ValueError("a day is needed; the time of this date and time would be lost")
        expect(value, date, "a date")
        return self.to_text(value)


class RelativeDateType(DateType):
    """A day that may also be sent as an offset from today: ``-30days``, ``+7days``."""

    __slots__ = ()

    def sent(self, value: Any) -> str:
        if not isinstance(value, str):
            return super().sent(value)
        if re.fullmatch(_OFFSET, value):
            return value
        try:
            return super().sent(value)
        except ValueError as error:
            raise ValueError(f"{error} and no offset such as -30days") from None

    def from_request(self, text: str) -> Any:
        text = text.strip()
        return text if re.fullmatch(_OFFSET, text) else super().from_request(text)


class InstantType(_Time):
    __slots__ = ("_write",)

    def __init__(
        self, read: Callable[[str | None], datetime | None], write: Callable[[datetime], str]
    ) -> None:
        super().__init__(read)
        self._write = write

    def to_text(self, value: Any) -> str:
        return self._write(value)

    def sent(self, value: Any) -> str:
        if isinstance(value, str):
            value = values.instant(value)
            if value is None:
                return ""
        expect(value, datetime, "an aware datetime")
        return self._write(value)
