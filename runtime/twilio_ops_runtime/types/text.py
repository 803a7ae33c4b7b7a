"""Values as the wire writes them: dates in four shapes, decimals, whole numbers, booleans, numbers to call.

Each reader takes text and gives a Python value, or raises :class:`ValueError` that says what was
expected: a value that cannot be read is never passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from twilio_ops_runtime.types.base import Remembered

if TYPE_CHECKING:
    from decimal import Decimal


_MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

_MOST_HOURS = 4096
# Times with the offset +0000 in two parts, as far as they were seen: ``Wed, 18 Aug 2010 20:`` and
# ``20:06 +0000``. Of the second there are 3600.
_hours: dict[str, datetime] = {}
_rests: dict[str, timedelta] = {}
# Made once: a slice that is written out is made anew each time.
_HOUR_PART, _REST_PART = slice(20), slice(20, None)

# Text, compiled when it is first used and then kept by ``re``: importing an operation uses none.
_RFC2822 = (
    r"(?:[A-Za-z]{3}, *)?([0-9]{1,2}) +([A-Za-z]{3}) +([0-9]{4})"
    r" +([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?"
    r" *([+-])?(?(7)([0-9]{2})([0-9]{2})|(?:GMT|UTC|UT|Z))"
)
_USUAL = r"[A-Za-z]{3}, [0-9]{2} [A-Za-z]{3} [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} \+0000"
_ISO8601 = (
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?"
    r"(Z|[+-][0-9]{2}:?[0-9]{2})?"
)
_MOST_DIGITS = 4000  # Python itself refuses to read some more
_INTEGER = rf"([+-]?[0-9]{{1,{_MOST_DIGITS}}})(?:\.0{{1,20}})?"
_DECIMAL = r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?"
_E164 = r"\+[1-9][0-9]{1,14}"
_WHITE = " \t\r\n"
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"

_from_iso = datetime.fromisoformat


def rfc2822(text: str | None) -> datetime | None:
    """The aware time of ``Wed, 18 Aug 2010 20:20:06 +0000``, its offset honoured.

    The other shapes that the service was seen to use are read as :func:`instant` reads them. The
    weekday is not checked: published answers have impossible ones.
    """
    # Many times are of the same few hours, and an addition costs a half of the quickest reading.
    try:
        return _hours[text[_HOUR_PART]] + _rests[text[_REST_PART]]  # type: ignore[index, no-any-return]
    except (KeyError, TypeError):
        return None if text is None else _new_rfc2822(text)


def _new_rfc2822(text: str) -> datetime | None:
    value = instant(text)
    if value is not None and re.fullmatch(_USUAL, text) is not None:
        if len(_hours) >= _MOST_HOURS:
            _hours.clear()
        _hours[text[_HOUR_PART]] = value.replace(minute=0, second=0)
        _rests[text[_REST_PART]] = timedelta(minutes=value.minute, seconds=value.second)
    return value


def iso8601(text: str | None) -> datetime | None:
    """The aware time of ``2015-05-14T23:44:32Z``; other shapes as :func:`instant` reads them."""
    if text is None:
        return None
    if len(text) == 20 and text[19] == "Z" and text[4:11:3] == "--T":
        try:
            return _from_iso(text)
        except ValueError:
            raise _not_a_date(text) from None
    return instant(text)


def instant(text: str) -> datetime | None:
    """The aware time of any of the shapes seen; empty text is None.

    ``Wed, 18 Aug 2010 20:20:06 +0000``, ``... -0000``, ``2012-02-04 15:44:15`` (in UTC) and
    ``2015-05-14T23:44:32Z``.

    Raises:
        ValueError: It is none of them.
    """
    text = text.strip()
    if not text:
        return None
    try:
        if (match := re.fullmatch(_ISO8601, text)) is not None:
            value = _from_iso(text)
            return value if match[1] else value.replace(tzinfo=UTC)
        if (match := re.fullmatch(_RFC2822, text)) is not None:
            return _from_rfc2822(match)
    except ValueError:
        raise _not_a_date(text) from None
    raise _not_a_date(text)


def _from_rfc2822(match: re.Match[str]) -> datetime:
    number, name, year, hour, minute, second, sign, zone_hour, zone_minute = match.groups()
    month = _MONTH_NAMES.index(name.capitalize()) + 1
    zone: timezone = UTC
    if sign:
        if int(zone_minute) > 59:
            raise ValueError(zone_minute)
        offset = timedelta(hours=int(zone_hour), minutes=int(zone_minute))
        zone = timezone(-offset if sign == "-" else offset) if offset else UTC
    return datetime(
        int(year), month, int(number), int(hour), int(minute), int(second or 0), tzinfo=zone
    )


def _not_a_date(text: str) -> ValueError:
    return ValueError(f"{_shown(text)} is not a date and time")


def rfc2822_text(value: datetime) -> str:
    """``Wed, 18 Aug 2010 20:20:06 +0000``: in English whatever the locale is."""
    return (
        f"{_DAY_NAMES[value.weekday()]}, {value.day:02} {_MONTH_NAMES[value.month - 1]} "
        f"{value.year:04} {value.hour:02}:{value.minute:02}:{value.second:02} {_zone(value)}"
    )


def _zone(value: datetime) -> str:
    if value.tzinfo is UTC:
        return "+0000"
    offset = round((_aware(value).utcoffset() or timedelta()).total_seconds() / 60)
    return f"{'-' if offset < 0 else '+'}{abs(offset) // 60:02}{abs(offset) % 60:02}"


def iso8601_text(value: datetime) -> str:
    """``2015-05-14T23:44:32Z``: in UTC, with a fraction only if there is one."""
    return _aware(value).astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def _aware(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise ValueError("a date and time needs a time zone; this one has none")
    return value


def day(text: str | None) -> date | None:
    """The day of ``2012-09-01``; empty text is None."""
    if text is None or not (text := text.strip()):
        return None
    if re.fullmatch(_DAY, text) is not None:
        with suppress(ValueError):  # reported below, like any other text that is not a day
            return date.fromisoformat(text)
    raise ValueError(f"{_shown(text)} is not a day (YYYY-MM-DD)")


def decimal(value: object) -> Decimal | None:
    """The decimal of text or of a JSON number; empty text is None."""
    from decimal import Decimal, InvalidOperation  # it takes time to load, and many use none

    if value is None or isinstance(value, Decimal):
        return value
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError(f"{_shown(value)} is not a decimal number")
    text = value.strip() if isinstance(value, str) else str(value)
    if not text:
        return None
    if re.fullmatch(_DECIMAL, text) is None:
        raise ValueError(f"{_shown(value)} is not a decimal number")
    try:
        return Decimal(text)
    except InvalidOperation:
        raise ValueError(f"{_shown(value)} is not a decimal number") from None


quick_decimal: Callable[[Any], Decimal | None] = Remembered(decimal).__getitem__


def integer(value: str | int | None) -> int | None:
    """The whole number of text or of a JSON number; empty text is None."""
    if value is None or type(value) is int:
        return value
    if not isinstance(value, str) and not isinstance(value, bool) and _is_whole(value):
        return int(value)
    if isinstance(value, str):
        if value.isascii() and value.isdecimal() and len(value) < _MOST_DIGITS:
            return int(value)
        text = value.strip()
        if not text:
            return None
        if (match := re.fullmatch(_INTEGER, text)) is not None:
            return int(match[1])
    raise ValueError(f"{_shown(value)} is not a whole number")


def _is_whole(value: Any) -> bool:
    """Whether a number of JSON that has a fraction has one of nothing: ``1.0``."""
    from decimal import Decimal

    if not isinstance(value, Decimal | float):
        return False
    return -(2**63) < value < 2**63 and value == int(value)


quick_integer: Callable[[Any], int | None] = Remembered(integer).__getitem__


def boolean(value: object) -> bool | None:
    """The truth of ``true``, ``True`` or ``1`` and their opposites, as text or JSON; empty is None."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        text = value.strip()
        if not text:
            return None
        if text in {"true", "True", "1"}:
            return True
        if text in {"false", "False", "0"}:
            return False
    raise ValueError(f"{_shown(value)} is neither true nor false")


def unpadded(text: str) -> str:
    """Free text of an element, without what may stand around it to make a document look good.

    That is white space with a line end, before and behind: text on lines of its own, or nothing
    but white space. Any other white space was written by somebody, and JSON has it, too.
    """
    found = text.strip(_WHITE)
    if len(found) == len(text):
        return text
    if found.startswith(("/", "http://", "https://")) and len(found.split()) == 1:
        return found  # published addresses are padded behind only
    before, _, behind = text.partition(found) if found else (text, "", text)
    return found if "\n" in before and "\n" in behind else text


def e164(text: str) -> str:
    """The text, if it is a number in E.164: a plus sign and up to 15 digits.

    A number behind the name of a channel (``channel:+13115556789``) is one, too.
    """
    channel, colon, number = text.rpartition(":")
    if re.fullmatch(_E164, number) is None or (colon and not channel.isalpha()):
        raise ValueError(f"{_shown(text)} is not a phone number in E.164 (+13115556789)")
    return text


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 80 else text[:77] + "..."
