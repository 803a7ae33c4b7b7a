"""What is to be read: windows of time, half-open, and the plan of an export; plain data, digested."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

from attrs import asdict, field, frozen
from attrs.validators import matches_re, optional

from twilio_ops import ConfigurationError
from twilio_ops_components.export.tables import Table, canonical

__all__ = ["FORMAT", "Plan", "Window", "cut", "instant", "split"]

FORMAT = 1
_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)
_TIME = optional(matches_re(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z"))
_MARK = "%Y%m%dT%H%M%SZ"


@frozen(kw_only=True)
class Window:
    """A piece of one list: the records from ``start`` on, until before ``end``.

    Attributes:
        object: The object.
        account: The account; empty where the list is no account's.
        start: Its first instant, as ISO 8601 text in UTC; None = the list is read as a whole.
        end: The first instant behind it.
    """

    object: str = field(validator=matches_re(r"[A-Za-z]\w*"))
    account: str = field(validator=matches_re(r"([A-Z]{2}[0-9a-fA-F]{32})?"))
    start: str | None = field(default=None, validator=_TIME)
    end: str | None = field(default=None, validator=_TIME)

    @property
    def name(self) -> str:
        """The name of its files."""
        account = self.account or "all"
        if self.start is None or self.end is None:
            return f"{self.object}.{account}.whole"
        return f"{self.object}.{account}.{_mark(self.start)}-{_mark(self.end)}"

    @property
    def span(self) -> tuple[datetime, datetime] | None:
        """From when until when; None = the list is read as a whole."""
        if self.start is None or self.end is None:
            return None
        return instant(self.start), instant(self.end)


@frozen(kw_only=True)
class Plan:
    """The windows of one export, in order.

    Attributes:
        catalog: The digest of the catalog that it was made with.
        asked: What was asked for: an export that is asked for the same goes on with an unfinished plan.
        made_at: When it was made; where nobody said until when, this is the end.
        windows: What is to be read.
    """

    catalog: str
    asked: Mapping[str, Any]
    made_at: str
    windows: tuple[Window, ...]

    @property
    def digest(self) -> str:
        """The digest of all of it."""
        return hashlib.sha256(canonical(self.as_json()).encode()).hexdigest()[:32]

    def as_json(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {"format": FORMAT, **asdict(self)}

    @classmethod
    def from_json(cls, found: Mapping[str, Any], place: str) -> Plan:
        """Return the plan that plain data says.

        Args:
            found: The data.
            place: Where it stands, for messages.

        Raises:
            ConfigurationError: It is of another format.
        """
        if found.get("format") != FORMAT:
            raise ConfigurationError(
                f"{place}: is of format {found.get('format')!r}; this release takes {FORMAT}"
            )
        try:
            windows = tuple(Window(**one) for one in found["windows"])
            return cls(
                catalog=found["catalog"],
                asked=found["asked"],
                made_at=found["made_at"],
                windows=windows,
            )
        except (KeyError, TypeError, ValueError):
            raise ConfigurationError(f"{place}: is not what an export writes") from None


def text_of(moment: datetime) -> str:
    """Return an instant as windows say it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def instant(text: str) -> datetime:
    """Return the instant of such a text."""
    return datetime.fromisoformat(text)


def cut(
    table: Table,
    account: str,
    since: datetime | None,
    until: datetime,
    done: Iterable[tuple[Window, datetime]],
    *,
    days: int,
    look_back: int | None = None,
) -> list[Window]:
    """Cut a list into the windows that are still to be read.

    What was read before stays, unless it may have changed since; that is read again in the same
    pieces. A bound that the filter does not know is moved outwards to the next one that it does.

    Args:
        table: The list.
        account: Whose.
        since: From when on; needed where a filter cuts the list.
        until: Until before when.
        done: The windows of this list and account that were read, and when.
        days: How long a window is at most.
        look_back: The days after which a record counts as final; None = as the catalog says.

    Raises:
        ConfigurationError: ``since`` is missing or not before ``until``.
    """
    if table.window is None:
        return [Window(object=table.object, account=account)]
    if since is None:
        raise ConfigurationError(
            f"since is missing: {table.object} is read by {table.window}, from when on?"
        )
    first, last = _floor(since, table.whole_days), _ceiling(until, table.whole_days)
    if first >= last:
        raise ConfigurationError(f"since {text_of(since)} is not before until {text_of(until)}")
    settles = timedelta(days=table.settles if look_back is None else look_back)
    found: list[tuple[datetime, datetime]] = []
    at = first
    for (start, end), read_at in sorted(_spans(done)):
        if end <= first or start >= last:
            continue
        if start > at:
            found.extend(_pieces(at, start, days))
        if read_at < end + settles:
            found.append((start, end))
        at = max(at, end)
    if at < last:
        found.extend(_pieces(at, last, days))
    return [
        Window(object=table.object, account=account, start=text_of(start), end=text_of(end))
        for start, end in found
    ]


def split(window: Window, parts: int, whole_days: bool) -> list[Window]:
    """Split a window; the parts cover it, each instant once.

    Args:
        window: It.
        parts: Into how many; fewer where the filter cannot tell so many apart.
        whole_days: Whether the filter knows days only.

    Returns:
        The parts; the window itself where nothing can be split.
    """
    span = window.span
    if span is None:
        return [window]
    start, end = span
    step = _DAY if whole_days else _SECOND
    steps = -((start - end) // step)  # rounded up
    parts = max(1, min(parts, steps))
    bounds = [start + step * (steps * number // parts) for number in range(parts)] + [end]
    return [
        Window(
            object=window.object, account=window.account, start=text_of(first), end=text_of(last)
        )
        for first, last in pairwise(bounds)
    ]


def _spans(
    done: Iterable[tuple[Window, datetime]],
) -> list[tuple[tuple[datetime, datetime], datetime]]:
    return [(window.span, read_at) for window, read_at in done if window.span is not None]


def _pieces(start: datetime, end: datetime, days: int) -> Sequence[tuple[datetime, datetime]]:
    """Cut at midnights, so that pieces of later plans meet."""
    bounds = [start]
    following = _floor(start, True) + days * _DAY
    while following < end:
        bounds.append(following)
        following += days * _DAY
    return list(zip(bounds, [*bounds[1:], end], strict=True))


def _floor(moment: datetime, whole_days: bool) -> datetime:
    moment = moment.astimezone(UTC).replace(microsecond=0)
    return moment.replace(hour=0, minute=0, second=0) if whole_days else moment


def _ceiling(moment: datetime, whole_days: bool) -> datetime:
    floor = _floor(moment, whole_days)
    return floor if floor == moment else floor + (_DAY if whole_days else _SECOND)


def _mark(text: str) -> str:
    return instant(text).strftime(_MARK)
