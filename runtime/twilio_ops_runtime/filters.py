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

_DAY = timedelta(days=1)


class Filter:
    """One filter of a Query, by the name the API has for it.

    Args:
        api: The name.
        required: Whether a Query without it is refused.
        repeated: Whether it may be given more than once.
    """

    __slots__ = ("api", "repeated", "required")

    def __init__(self, api: str, *, required: bool = False, repeated: bool = False) -> None:
        self.api: str = api
        self.required: bool = required
        self.repeated: bool = repeated

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.api!r})"

    def _at_run_time(self, operator: str, value: RunTimeValue) -> Condition:
        """The condition whose value comes with an input."""
        return Condition(self, operator, value, ())

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
        if self.start is not None and moment < self.start:
            return False
        if self.after and moment == self.start:
            return False
        return self.end is None or moment < self.end


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
        condition: Condition = getattr(self.filter, self.operator)(value)
        return condition


class EqualsFilter(Filter, Generic[T]):
    """A filter that compares a value.

    Args:
        api: The name.
        kind: The value's type.
    """

    __slots__ = ("kind",)

    def __init__(
        self, api: str, kind: Type = TEXT, *, required: bool = False, repeated: bool = False
    ) -> None:
        super().__init__(api, required=required, repeated=repeated)
        self.kind: Type = kind

    def from_text(self, text: str) -> Any:
        """Return the value that a text stands for, as in documents."""
        return self.kind.from_text(text)

    def equals(self, value: T | RunTimeValue) -> Condition:
        """The records whose value this is.

        Raises:
            FilterError: The API does not take this value.
        """
        if isinstance(value, RunTimeValue):
            return self._at_run_time("equals", value)
        try:
            sent = sendable(self.kind.sent(value))
        except ValueError as error:
            raise FilterError(f"filter {self.api}: {error}") from None
        return Condition(self, "equals", value, ((self.api, sent),))


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
        super().__init__(api, required=required)
        self.field: str | None = field
        self.operators: tuple[str, ...] = tuple(operators)

    def equals(self, value: Moment | RunTimeValue) -> Condition:
        """The records whose time this is: the instant, or the day as ``on`` takes it.

        Raises:
            FilterError: It is not a time, or the API does not take this value.
        """
        if isinstance(value, RunTimeValue):
            return self._at_run_time("equals", value)
        moment = self._moment(value)
        if self.whole_days or not isinstance(moment, datetime):
            return self.on(value)
        if "equals" not in self.operators:
            raise FilterError(f"filter {self.api}: the API has no equals for it")
        return Condition(self, "equals", value, ((self.api, self._text(moment)),))

    def before(self, value: Moment | RunTimeValue) -> Condition:
        """The records from strictly before an instant, or from before a day.

        Raises:
            FilterError: It is not a time, or has no time zone, or cannot be compared exactly.
        """
        if isinstance(value, RunTimeValue):
            return self._at_run_time("before", value)
        moment = self._moment(value)
        end = moment if isinstance(moment, datetime) else _midnight(moment)
        return self._bound("before", value, Range(end=end))

    def after(self, value: Moment | RunTimeValue) -> Condition:
        """The records from strictly after an instant, or from after a day's end.

        Raises:
            FilterError: It is not a time, or has no time zone, or cannot be compared exactly.
        """
        if isinstance(value, RunTimeValue):
            return self._at_run_time("after", value)
        moment = self._moment(value)
        if isinstance(moment, datetime):
            return self._bound("after", value, Range(start=moment, after=True))
        return self._bound("after", value, Range(start=_next_day(moment)))

    def on(self, value: Moment | RunTimeValue) -> Condition:
        """Return the condition for the records of one day, in UTC, or of one second.

        Args:
            value: The day, or its midnight; or another time: the API is asked for the whole day, and of its records
                those of that second are kept.

        Raises:
            FilterError: It is neither, or a time where the record has no field to compare.
        """
        if isinstance(value, RunTimeValue):
            return self._at_run_time("on", value)
        moment = self._moment(value)
        if isinstance(moment, datetime) and moment == _midnight(moment.date()):
            moment = moment.date()
        if isinstance(moment, datetime):
            second = moment.replace(microsecond=0)
            span = Range(second, second + timedelta(seconds=1))
            moment = second.date()
            if self.field is None:
                raise FilterError(
                    f"filter {self.api}: the API takes whole days only, and the record has no "
                    f"field to compare {value!s} with"
                )
        else:
            span = Range(_midnight(moment), _next_day(moment))
        sent: tuple[tuple[str, str], ...] = ((self.api, moment.isoformat()),)
        if "equals" not in self.operators:
            bounds = {"after": self._lower(span), "before": self._upper(span)}
            sent = tuple(bounds[name] for name in bounds if name in self.operators)
            if self.field is None and len(sent) < len(bounds):
                raise FilterError(f"filter {self.api}: the API has no equals for it")
        return Condition(self, "on", value, sent, span if self.field else None, self.field)

    def _at_run_time(self, operator: str, value: RunTimeValue) -> Condition:
        if operator in {"before", "after"}:
            self._ensure_has(operator)
        return super()._at_run_time(operator, value)

    def _ensure_has(self, operator: str) -> None:
        if operator not in self.operators:
            raise FilterError(f"filter {self.api}: the API has no {operator} for it")

    def _bound(self, operator: str, value: Moment, span: Range) -> Condition:
        self._ensure_has(operator)
        if self.field is None and not self._is_exact(span):
            raise FilterError(
                f"filter {self.api}: the API takes whole {'days' if self.whole_days else 'seconds'}"
                f" only, and the record has no field to compare {value!s} with"
            )
        sent = self._lower(span) if operator == "after" else self._upper(span)
        return Condition(self, operator, value, (sent,), span if self.field else None, self.field)

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
        return _DAY if self.whole_days else timedelta(seconds=1)

    def _whole(self, moment: datetime) -> datetime:
        return _midnight(moment.date()) if self.whole_days else moment.replace(microsecond=0)

    def _text(self, moment: datetime) -> str:
        return moment.date().isoformat() if self.whole_days else values.iso8601_text(moment)

    def _moment(self, value: object) -> datetime | date:
        """The day, or the instant in UTC: times of one zone are compared by what its clocks show,
        and where these are put back two instants show the same.
        """
        if isinstance(value, datetime):
            if value.utcoffset() is None:
                raise FilterError(
                    f"filter {self.api}: {value!s} has no time zone; give one, or text, "
                    "which is read in UTC"
                )
            return self._within_range(value).astimezone(UTC)
        if isinstance(value, date):
            self._within_range(_midnight(value))
            return value
        if not isinstance(value, str):
            raise FilterError(f"filter {self.api}: {value!r} is neither a time nor a day")
        try:
            found = values.day(value) if len(value.strip()) == 10 else values.instant(value)
        except ValueError:
            found = None
        if found is None:
            raise FilterError(
                f"filter {self.api}: {value!r} is neither YYYY-MM-DD HH:MM:SS nor YYYY-MM-DD"
            )
        return self._moment(found)

    def _within_range(self, value: datetime) -> datetime:
        if not 1 < value.year < 9999:  # room for a time zone and a step to either side
            raise FilterError(f"filter {self.api}: the year of {value!s} is out of range")
        return value


class InstantFilter(TimeFilter):
    """A filter on a time, which the API takes to the second; see the module for its meaning."""

    __slots__ = ()


class DayFilter(TimeFilter):
    """A filter on a time, of which the API takes the day only; see the module for its meaning."""

    __slots__ = ()
    whole_days = True


def _midnight(value: date) -> datetime:
    return datetime(value.year, value.month, value.day, tzinfo=UTC)


def _next_day(value: date) -> datetime:
    return _midnight(value) + _DAY
