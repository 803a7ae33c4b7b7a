"""The emulator's time, and what is to happen in it.

Instants are whole seconds since 1970 in UTC where they are data, seconds with a fraction where they
are time that passes. Nothing here sleeps.
"""

from __future__ import annotations

import heapq
import time
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Any, NamedTuple

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAY = 86_400
EARLIEST, LATEST = -62_135_596_800, 253_402_300_799
"""The first and the last second of the years 1 to 9999, which are all that dates can be written for."""


class Clock:
    """A clock that runs with the machine's, or stands still until it is moved.

    Args:
        at: The time it shows now, in seconds or as an aware or ISO 8601 time; None = the
            machine's.
        frozen: Whether it stands still between calls of ``advance``.

    Attributes:
        base: What it shows while it stands still; the seconds it is ahead of the machine's while it
            runs. It changes only when the clock is moved.
    """

    def __init__(self, at: float | str | datetime | None = None, *, frozen: bool = False) -> None:
        start = time.time() if at is None else instant(at)
        self.frozen = frozen
        self.base = start if frozen else start - time.time()

    def now(self) -> float:
        """The time it shows."""
        return self.base if self.frozen else time.time() + self.base

    def advance(self, seconds: float) -> None:
        """Move it forward.

        Raises:
            ValueError: The number is negative.
        """
        if seconds < 0:
            raise ValueError("a clock only moves forward")
        self.base += seconds

    def set(self, at: float) -> None:
        """Show another time from now on."""
        self.base = at if self.frozen else at - time.time()


class Event(NamedTuple):
    """Something that is to happen: behaviour of an object, called by name, with plain data."""

    at: float
    serial: int
    object: str
    name: str
    data: dict[str, Any]


class EventQueue:
    """What is to happen, soonest first; at the same time, in the order it was put down."""

    def __init__(self) -> None:
        self._events: list[Event] = []
        self._serial = 0

    def __len__(self) -> int:
        return len(self._events)

    def put(self, at: float, kind: str, name: str, data: dict[str, Any]) -> None:
        """Put something down."""
        self._serial += 1
        heapq.heappush(self._events, Event(at, self._serial, kind, name, data))

    def due(self, now: float) -> Event | None:
        """The next event if its time has come, taken off the agenda."""
        if self._events and self._events[0].at <= now:
            return heapq.heappop(self._events)
        return None

    def next_at(self) -> float | None:
        """When the next event is due."""
        return self._events[0].at if self._events else None

    def soonest(self, count: int) -> list[Event]:
        """Return the next events, soonest first."""
        return heapq.nsmallest(count, self._events)

    def dump(self) -> list[Event]:
        """All events, as plain values."""
        return [event._replace(data=dict(event.data)) for event in self._events]

    def load(self, events: list[Event]) -> None:
        """Replace all events."""
        self._events = [event._replace(data=dict(event.data)) for event in events]
        heapq.heapify(self._events)
        self._serial = max((event.serial for event in events), default=0)


@lru_cache(maxsize=1 << 16)
def rfc2822(at: int) -> str:
    """An instant as the service writes it: ``Mon, 17 Sep 2012 01:13:42 +0000``."""
    year, month, day, hour, minute, second, weekday, _, _ = time.gmtime(at)
    return (
        f"{_DAYS[weekday]}, {day:02} {_MONTHS[month - 1]} {year:04} "
        f"{hour:02}:{minute:02}:{second:02} +0000"
    )


def iso8601(at: int) -> str:
    """An instant in ISO 8601, with its offset."""
    return datetime.fromtimestamp(at, UTC).isoformat()


def iso8601_utc(at: int) -> str:
    """An instant in ISO 8601, as newer products write it: ``2012-09-17T01:13:42Z``."""
    return f"{datetime.fromtimestamp(at, UTC).replace(tzinfo=None).isoformat()}Z"


@lru_cache(maxsize=1 << 12)
def day_of(at: float) -> str:
    """The day of an instant, as ``YYYY-MM-DD``."""
    return datetime.fromtimestamp(at // 1, UTC).date().isoformat()


def midnight(day: str) -> int:
    """The instant a day begins.

    Raises:
        ValueError: It is not a day.
    """
    return int(datetime.strptime(day, "%Y-%m-%d").replace(tzinfo=UTC).timestamp())


def instant(value: float | str | datetime) -> float:
    """A time given as seconds, as a datetime, in ISO 8601 or in RFC 2822.

    A time without an offset is UTC.

    Raises:
        ValueError: It is none of these.
    """
    with suppress(ValueError, TypeError, IndexError, OverflowError):  # what the parsers raise
        at = _timestamp(value)
        if EARLIEST <= at <= LATEST:
            return at
    raise ValueError(f"{value!r} is not a time in ISO 8601 or RFC 2822, of the years 1 to 9999")


def _timestamp(value: float | str | datetime) -> float:
    if isinstance(value, int | float):
        return float(value)
    if isinstance(value, str):
        if value[:3] in _DAYS:
            value = parsedate_to_datetime(value)
        else:
            value = datetime.fromisoformat(value)
    if value.tzinfo is None:
        value = value.replace(tzinfo=UTC)
    return value.timestamp()
