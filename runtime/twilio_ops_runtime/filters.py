"""Filters of a Query: what was asked, what is sent, and what is left to do on this side.

A filter that takes times has four operators, and they mean the same for every object:

* ``before(x)``: strictly before the instant; before the start of a day, if ``x`` is a day.
* ``on(x)``: within the day ``x``, in UTC, which its midnight stands for, too; within the second
  ``x``, if it is another time.
* ``equals(x)``: the same as ``on`` of a day; of an instant, that one, as the API compares it.
* ``after(x)``: strictly after the instant; after the end of a day, if ``x`` is a day.

The API is coarser: some filters know whole days only, others whole seconds, and its own bounds
may or may not include the bound itself. So the widest bound that can be meant is sent, and the
records that come are compared with what was asked: the answer is exact, at the price of at most
two days' records too many on the wire. A record without the time in question is in no answer of
such a filter. Where this side cannot tell (the record has no such field), a value that the API
cannot hold is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, Generic, NamedTuple, TypeVar

from twilio_ops_runtime.documents.values import RunTimeContext, RunTimeValue
from twilio_ops_runtime.errors import FilterError
from twilio_ops_runtime.types import text as values
from twilio_ops_runtime.types.base import Type, sendable
from twilio_ops_runtime.types.scalar import TEXT

T = TypeVar("T")

Moment = datetime | date | str
"""An aware datetime, a day, or text: ``YYYY-MM-DD HH:MM:SS`` (UTC), ``YYYY-MM-DD``."""

_DAY, _SECOND = timedelta(days=1), timedelta(seconds=1)


class Filter:
    """One filter of a Query, by the name the API has for it.

    Args:
        api: The name.
        required: Whether a Query without it is refused.
        repeated: Whether it may be given more than once.
    """

    __slots__ = ("api", "repeated", "required")

    def __init__(self, api: str, *, required: bool, repeated: bool) -> None:
        self.api: str = api
        self.required: bool = required
        self.repeated: bool = repeated

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.api!r})"

    def condition(self, operator: str, value: Any) -> Condition:
        """Return the condition of an operator and a value; what the operators' methods call.

        Raises:
            FilterError: The API does not take it.
        """
        try:
            if isinstance(value, RunTimeValue):
                return Condition(self, operator, value, ())
            return self._condition(operator, value)
        except ValueError as error:
            raise FilterError(f"filter {self.api}: {error}") from None

    def _condition(self, operator: str, value: Any) -> Condition:
        raise NotImplementedError

    def from_text(self, text: str) -> Any:
        """Return what the filter's methods take for a text that a value at run time gave.

        Raises:
            ValueError: It is of the wrong form.
        """
        return text


class Range(NamedTuple):
    """From ``start`` until before ``end``, or open: what a record's time has to be in.

    ``after`` excludes the start itself.
    """

    start: datetime | None = None
    end: datetime | None = None
    after: bool = False

    def holds(self, value: datetime | date | None) -> bool:
        """Whether the time is within; None never is."""
        if value is None:
            return False
        moment = value if isinstance(value, datetime) else _midnight(value)
        if self.start is not None and (moment <= self.start if self.after else moment < self.start):
            return False
        return self.end is None or moment < self.end

    @property
    def is_day(self) -> bool:
        """Whether it is a whole day."""
        return self.start is not None and self.end == self.start + _DAY


class Condition(NamedTuple):
    """A filter, an operator and a value: what ``filters=`` of a Query takes.

    Attributes:
        filter: The filter.
        operator: ``equals``, ``before``, ``on`` or ``after``.
        value: The value, as given.
        sent: The names and values that are sent.
        span: What this side compares the record's field with; None = nothing.
        field: The Python name of that field.
    """

    filter: Filter
    operator: str
    value: Any
    sent: tuple[tuple[str, str], ...]
    span: Range | None = None
    field: str | None = None

    def resolved(self, context: RunTimeContext) -> Condition:
        """Return the condition with the value that it has for an input.

        Raises:
            RequestError: The value is missing, or the filter does not take it.
        """
        if not isinstance(self.value, RunTimeValue):
            return self
        text = self.value.resolve(context)
        try:
            value = self.filter.from_text(text)
        except ValueError as error:
            raise FilterError(f"filter {self.filter.api}: {error}") from None
        return self.filter.condition(self.operator, value)


class EqualsFilter(Filter, Generic[T]):
    """A filter that compares a value.

    Args:
        api: The name.
        type: The value's type.
    """

    __slots__ = ("type",)

    def __init__(
        self, api: str, type_: Type = TEXT, *, required: bool = False, repeated: bool = False
    ) -> None:
        super().__init__(api, required=required, repeated=repeated)
        self.type: Type = type_

    def from_text(self, text: str) -> Any:
        """Return the value that a text stands for, as in documents."""
        return self.type.from_text(text)

    def equals(self, value: T | RunTimeValue) -> Condition:
        """The records whose value this is.

        Raises:
            FilterError: The API does not take this value.
        """
        return self.condition("equals", value)

    def _condition(self, operator: str, value: Any) -> Condition:
        return Condition(self, operator, value, ((self.api, sendable(self.type.sent(value))),))


class TimeFilter(Filter):
    __slots__ = ("field", "operators")
    whole_days = False

    def __init__(
        self,
        api: str,
        field: str | None,
        operators: Sequence[str] = ("equals", "before", "after"),
        *,
        required: bool = False,
    ) -> None:
        super().__init__(api, required=required, repeated=False)
        self.field: str | None = field
        self.operators: tuple[str, ...] = tuple(operators)

    def equals(self, value: Moment | RunTimeValue) -> Condition:
        """The records whose time this is: the instant, or the day as ``on`` takes it.

        Raises:
            FilterError: It is not a time, or the API does not take this value.
        """
        return self.condition("equals", value)

    def before(self, value: Moment | RunTimeValue) -> Condition:
        """The records from strictly before an instant, or from before a day.

        Raises:
            FilterError: It is not a time, or has no time zone, or cannot be compared exactly.
        """
        return self.condition("before", value)

    def after(self, value: Moment | RunTimeValue) -> Condition:
        """The records from strictly after an instant, or from after a day's end.

        Raises:
            FilterError: It is not a time, or has no time zone, or cannot be compared exactly.
        """
        return self.condition("after", value)

    def on(self, value: Moment | RunTimeValue) -> Condition:
        """Return the condition for the records of one day, in UTC, or of one second.

        Args:
            value: The day, or its midnight; or another time: the API is asked for the whole day,
                and of its records those of that second are kept.

        Raises:
            FilterError: It is neither, or a time where the record has no field to compare.
        """
        return self.condition("on", value)

    def condition(self, operator: str, value: Any) -> Condition:
        """Return the condition of an operator and a value, which may come with an input."""
        if operator in {"before", "after"} and operator not in self.operators:
            raise FilterError(f"filter {self.api}: the API has no {operator} for it")
        return super().condition(operator, value)

    def _condition(self, operator: str, value: Any) -> Condition:
        moment = self._moment(value)
        if operator in {"before", "after"}:
            span = self._bound(operator, moment)
            self._ensure_told(value, self._is_exact(span), self.whole_days)
            sent = [self._lower(span) if operator == "after" else self._upper(span)]
        elif operator == "equals" and isinstance(moment, datetime) and not self.whole_days:
            if "equals" not in self.operators:
                raise ValueError("the API has no equals for it")
            return Condition(self, operator, value, ((self.api, self._text(moment)),))
        else:
            operator, span = "on", self._day_or_second(moment)
            self._ensure_told(value, span.is_day, True)
            sent = self._sent_on(span)
        held = span if self.field else None
        return Condition(self, operator, value, tuple(sent), held, self.field)

    def _bound(self, operator: str, moment: datetime | date) -> Range:
        if operator == "before":
            return Range(end=moment if isinstance(moment, datetime) else _midnight(moment))
        if isinstance(moment, datetime):
            return Range(start=moment, after=True)
        return Range(start=_midnight(moment) + _DAY)

    def _day_or_second(self, moment: datetime | date) -> Range:
        if isinstance(moment, datetime) and moment != _midnight(moment):
            second = moment.replace(microsecond=0)
            return Range(second, second + _SECOND)
        return Range(_midnight(moment), _midnight(moment) + _DAY)

    def _sent_on(self, span: Range) -> list[tuple[str, str]]:
        assert span.start is not None
        if "equals" in self.operators:
            return [(self.api, span.start.date().isoformat())]
        bounds = {"after": self._lower(span), "before": self._upper(span)}
        sent = [bound for operator, bound in bounds.items() if operator in self.operators]
        if self.field is None and len(sent) < len(bounds):
            raise ValueError("the API has no equals for it")
        return sent

    def _ensure_told(self, value: Moment, is_exact: bool, whole_days: bool) -> None:
        """Refuse what neither the API nor the record's field can tell from what is near it."""
        if self.field is None and not is_exact:
            raise ValueError(
                f"the API takes whole {'days' if whole_days else 'seconds'} only, and the record "
                f"has no field to compare {value!s} with"
            )

    def _is_exact(self, span: Range) -> bool:
        if span.after and self.whole_days:
            return False  # a day is held with its first instant, or not at all
        return all(self._whole(bound) == bound for bound in (span.start, span.end) if bound)

    def _lower(self, span: Range) -> tuple[str, str]:
        # The API's bound holds the bound itself, as far as is known; should it not, one step
        # earlier costs little. A whole second that is excluded anyway may be read either way; a
        # day holds more than its first instant.
        assert span.start is not None
        start = self._whole(span.start)
        either = span.after and start == span.start and not self.whole_days
        return f"{self.api}>", self._text(start if either else start - self._step)

    def _upper(self, span: Range) -> tuple[str, str]:
        # The first whole step that nothing asked for can reach, whether it is held or not.
        assert span.end is not None
        end = self._whole(span.end)
        return f"{self.api}<", self._text(end if end == span.end else end + self._step)

    @property
    def _step(self) -> timedelta:
        return _DAY if self.whole_days else _SECOND

    def _whole(self, moment: datetime) -> datetime:
        return _midnight(moment) if self.whole_days else moment.replace(microsecond=0)

    def _text(self, moment: datetime) -> str:
        return moment.date().isoformat() if self.whole_days else values.iso8601_text(moment)

    def _moment(self, value: object) -> datetime | date:
        """The day, or the instant in UTC: times of one zone are compared by what its clocks show,
        and where these are put back two instants show the same.
        """
        if isinstance(value, str):
            shown, value = value, _read(value)
            if value is None:
                raise ValueError(f"{shown!r} is neither YYYY-MM-DD HH:MM:SS nor YYYY-MM-DD")
        if not isinstance(value, date):
            raise ValueError(f"{value!r} is neither a time nor a day")
        if isinstance(value, datetime) and value.utcoffset() is None:
            raise ValueError(f"{value!s} has no time zone; give one, or text, which is read in UTC")
        if not 1 < value.year < 9999:  # room for a time zone and a step to either side
            raise ValueError(f"the year of {value!s} is out of range")
        return value.astimezone(UTC) if isinstance(value, datetime) else value


class InstantFilter(TimeFilter):
    """A filter on a time, which the API takes to the second; see the module for its meaning."""

    __slots__ = ()


class DayFilter(TimeFilter):
    """A filter on a time, of which the API takes the day only; see the module for its meaning."""

    __slots__ = ()
    whole_days = True


def _midnight(value: date) -> datetime:
    return datetime(value.year, value.month, value.day, tzinfo=UTC)


def _read(text: str) -> datetime | date | None:
    try:
        return values.day(text) if len(text.strip()) == 10 else values.instant(text)
    except ValueError:
        return None
