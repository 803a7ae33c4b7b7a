"""Values that are times: now, n units before or after, the last runs.

All are in UTC. A mask says how one is written, in the letters of date masks (``yyyy-MM-dd
HH:mm:ss``) or, where it holds a ``%``, as ``strftime`` takes it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, datetime, timedelta
from typing import ClassVar

from attrs import frozen

from twilio_ops_components.errors import ValueUnavailable
from twilio_ops_components.values.base import ComponentContext, Value, option

__all__ = ["MASK", "CurrentDate", "LastRun", "LastSuccessfulRun", "RelativeDate", "masked"]

MASK = "yyyy-MM-dd HH:mm:ss"
"""The usual mask: what filters take."""
FIRST = "1970-01-01 00:00:00"
"""What stands for the last run before there was one."""
UNITS = ("years", "months", "weeks", "days", "hours", "minutes", "seconds")
_LETTERS = {
    "yyyy": "%Y",
    "yy": "%y",
    "MM": "%m",
    "dd": "%d",
    "HH": "%H",
    "hh": "%I",
    "mm": "%M",
    "ss": "%S",
    "DDD": "%j",
    "Z": "%z",
}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PIECE = re.compile(r"'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+")


def masked(moment: datetime, mask: str) -> str:
    """Return a time as a mask says.

    Args:
        moment: The time.
        mask: The mask.

    Raises:
        ValueError: A letter of the mask is not known.
    """
    if "%" in mask:
        return moment.strftime(mask)
    said: list[str] = []
    end = 0
    for match in _PIECE.finditer(mask):
        if match.start() != end:
            break
        end = match.end()
        said.append(_piece(moment, match))
    if end != len(mask):
        raise ValueError(f"mask {mask!r}: a quote is not closed")
    return "".join(said)


def _piece(moment: datetime, match: re.Match[str]) -> str:
    piece = match[0]
    if piece.startswith("'"):
        return match[1].replace("''", "'") or "'"
    if match[2] is None:
        return piece
    more = _more(moment)
    if piece in more:
        return more[piece]
    if piece not in _LETTERS:
        known = ", ".join([*_LETTERS, *more])
        raise ValueError(
            f"mask: {piece!r} is not known; expected {known}, other text in '...', or strftime's %"
        )
    return moment.strftime(_LETTERS[piece])


def _more(moment: datetime) -> dict[str, str]:
    """What ``strftime`` has not; names are English whatever the locale of the program is."""
    offset = moment.strftime("%z")
    month, day = _MONTHS[moment.month - 1], _DAYS[moment.weekday()]
    return {
        "XXX": f"{offset[:3]}:{offset[3:5]}",
        "MMMM": month,
        "MMM": month[:3],
        "EEEE": day,
        "EEE": day[:3],
        "a": "AM" if moment.hour < 12 else "PM",
        "SSS": f"{moment.microsecond // 1000:03}",
    }


def checked_mask(_: object, __: object, mask: str) -> None:
    """Validate an attrs field that is a mask."""
    text = masked(datetime(2000, 1, 1, tzinfo=UTC), mask)
    if not text:
        raise ValueError("mask: is empty")


def checked_moment(_: object, __: object, text: str) -> None:
    """Validate an attrs field that is a time."""
    moment_of(text)


def moment_of(text: str) -> datetime:
    """Return the time, in UTC, of ``YYYY-MM-DD HH:MM:SS`` or ``YYYY-MM-DD``.

    Raises:
        ValueError: It is neither.
    """
    for form in ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d"):
        try:
            return datetime.strptime(text, form).replace(tzinfo=UTC)
        except ValueError:
            continue
    raise ValueError(f"{text!r:.60} is neither YYYY-MM-DD HH:MM:SS nor YYYY-MM-DD")


_mask_says = f"How the time is written; {MASK} unless given."


@frozen
class CurrentDate(Value):
    """The time when the input's turn comes.

    Args:
        mask: How it is written.
    """

    key: ClassVar[str] = "current_date"
    varies: ClassVar[bool] = True
    main: ClassVar[str | None] = "mask"
    mask: str = option("text", _mask_says, default=MASK, validator=checked_mask)

    def find(self, context: ComponentContext) -> str | None:
        """Return the time."""
        return masked(context.now(), self.mask)


@frozen(kw_only=True)
class RelativeDate(Value):
    """The time of so many units before or after the one when the input's turn comes.

    Args:
        before: How many units before.
        after: How many units after; one of the two is given.
        unit: ``years``, ``months``, ``weeks``, ``days``, ``hours``, ``minutes`` or ``seconds``.
        mask: How it is written.

    Raises:
        ValueError: Not exactly one of ``before`` and ``after`` is given.
    """

    key: ClassVar[str] = "relative_date"
    varies: ClassVar[bool] = True
    before: int | None = option("integer", "So many units before now.", default=None)
    after: int | None = option("integer", "So many units after now.", default=None)
    unit: str = option("choice", "The unit.", choices=UNITS)
    mask: str = option("text", _mask_says, default=MASK, validator=checked_mask)

    def __attrs_post_init__(self) -> None:
        if (self.before is None) == (self.after is None):
            raise ValueError("expected either before or after")
        if self.unit not in UNITS:
            raise ValueError(f"unit: expected one of {', '.join(UNITS)}")

    @property
    def what(self) -> str:
        """What it is called in messages."""
        count, way = (self.after, "after") if self.before is None else (self.before, "before")
        return f"relative_date of {count} {self.unit} {way}"

    def find(self, context: ComponentContext) -> str | None:
        """Return the time."""
        count = self.after if self.before is None else -self.before
        assert count is not None  # one of the two is given
        try:
            return masked(_moved(context.now(), count, self.unit), self.mask)
        except (OverflowError, ValueError):
            raise ValueUnavailable("the calendar has no such time") from None


def _moved(moment: datetime, count: int, unit: str) -> datetime:
    if unit not in {"years", "months"}:
        return moment + timedelta(**{unit: count})
    months = moment.year * 12 + moment.month - 1 + count * (12 if unit == "years" else 1)
    year, month = divmod(months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError
    # A month may be shorter: a month after January 31 is the last of February.
    day = min(moment.day, monthrange(year, month + 1)[1])
    return moment.replace(year=year, month=month + 1, day=day)


@frozen(kw_only=True)
class LastRun(Value):
    """The time when the run before this one began, however it ended.

    Args:
        mask: How it is written.
        first: What stands for it in the first run: a time.
    """

    key: ClassVar[str] = "last_run"
    varies: ClassVar[bool] = True
    mask: str = option("text", _mask_says, default=MASK, validator=checked_mask)
    first: str = option(
        "text",
        f"The time in the first run; {FIRST} unless given.",
        default=FIRST,
        validator=checked_moment,
    )

    def find(self, context: ComponentContext) -> str | None:
        """Return the time."""
        if context.state is None:
            raise ValueUnavailable("only the run of a component file keeps it")
        return masked(context.state.times.get(self.key) or moment_of(self.first), self.mask)


@frozen(kw_only=True)
class LastSuccessfulRun(LastRun):
    """The time when the last run began of which every input was done.

    Args:
        mask: How it is written.
        first: What stands for it until there was one: a time.
    """

    key: ClassVar[str] = "last_successful_run"
