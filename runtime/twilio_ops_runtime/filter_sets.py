"""The conditions of one Query, put together: what is sent, and what is left to do on this side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from twilio_ops_runtime.documents.values import RunTimeValue
from twilio_ops_runtime.errors import FilterError
from twilio_ops_runtime.filters import Condition, Filter, Range, TimeFilter


class FilterSet(NamedTuple):
    """The conditions of one Query, put together.

    Attributes:
        sent: The names and values that are sent.
        spans: The Python field names and what their values have to be in.
        awaited: The filters whose value comes with an input.
    """

    sent: tuple[tuple[str, str], ...]
    spans: tuple[tuple[str, Range], ...]
    awaited: tuple[str, ...] = ()

    @property
    def fields(self) -> frozenset[str]:
        """The fields this side has to see to decide."""
        return frozenset(name for name, _ in self.spans)

    def accepts(self, value_of: Callable[[str], Any]) -> bool:
        """Whether a record is in the answer; ``value_of`` gives a field's value by its name."""
        return all(span.holds(value_of(name)) for name, span in self.spans)


NO_FILTERS = FilterSet((), ())


def combine(conditions: Iterable[object], known: Sequence[Filter]) -> FilterSet:
    """Put the conditions of one Query together.

    Args:
        conditions: What was asked: a ``Condition`` each, or it is refused.
        known: The filters that the Query has.

    Raises:
        FilterError: One is of another object, is given twice, or a required one is missing.
    """
    sent: dict[str, list[str]] = {}
    spans: list[tuple[str, Range]] = []
    given: set[str] = set()
    awaited: list[str] = []
    for condition in conditions:
        if not isinstance(condition, Condition):
            raise FilterError(f"{condition!r} is not a filter with an operator and a value")
        used = condition.filter
        if used not in known:
            names = ", ".join(sorted(one.api for one in known)) or "none"
            raise FilterError(f"filter {used.api} is not of this object; it has {names}")
        given.add(used.api)
        if isinstance(condition.value, RunTimeValue):
            awaited.append(used.api)
        for name, value in condition.sent:
            _add(sent.setdefault(name, []), name, value, used)
        if condition.span is not None and condition.field is not None:
            spans.append((condition.field, condition.span))
    if missing := [one.api for one in known if one.required and one.api not in given]:
        raise FilterError(f"filter {', '.join(missing)} is required")
    pairs = tuple((name, value) for name, found in sent.items() for value in found)
    return FilterSet(pairs, tuple(spans), tuple(awaited))


def _add(found: list[str], name: str, value: str, used: Filter) -> None:
    if not found or used.repeated:
        found.append(value)
    elif isinstance(used, TimeFilter) and name.endswith((">", "<")):
        # Two bounds on the same side: the narrower holds; texts of one form sort like times.
        found[0] = max(found[0], value) if name.endswith(">") else min(found[0], value)
    elif isinstance(used, TimeFilter) and used.field is not None:
        pass  # two days: none of the records of one is of the other, as this side will find
    elif found[0] != value:
        raise FilterError(f"filter {used.api} is given twice, with different values")
