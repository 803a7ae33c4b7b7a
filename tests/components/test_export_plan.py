"""How lists are cut into windows, and what is read again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twilio_ops import ConfigurationError
from twilio_ops_components.catalog import objects
from twilio_ops_components.export.limits import Limit, Waiting
from twilio_ops_components.export.plan import Plan, Window, cut, split
from twilio_ops_components.export.tables import Table, table_of
from twilio_ops_components.export.task import Result

START = datetime(2026, 10, 1, tzinfo=UTC)
ACCOUNT = "AC" + "0" * 32

seconds = st.integers(0, 40 * 86400)
tables = st.sampled_from([table_of("Call"), table_of("Conference")])


def spans(windows: list[Window]) -> list[tuple[datetime, datetime]]:
    return [one.span for one in windows if one.span is not None]


def ensure_meet(found: list[tuple[datetime, datetime]]) -> None:
    """Each begins where the one before it ends."""
    assert all(start < end for start, end in found)
    assert [end for _, end in found[:-1]] == [start for start, _ in found[1:]]


@given(tables, seconds, seconds, st.integers(1, 40))
def test_windows_cover_what_was_asked_for_each_instant_once(
    table: Table, first: int, length: int, days: int
) -> None:
    """Bounds between those that the filter knows are moved outwards, never inwards."""
    since = START + timedelta(seconds=first)
    until = since + timedelta(seconds=length + 1)
    found = spans(cut(table, ACCOUNT, since, until, (), days=days))
    ensure_meet(found)
    assert found[0][0] <= since and until <= found[-1][1]
    step = timedelta(days=1) if table.whole_days else timedelta(seconds=1)
    assert since - found[0][0] < step and found[-1][1] - until < step
    assert all(end - start <= timedelta(days=days) for start, end in found)
    if table.whole_days:
        assert all(one.hour == one.minute == one.second == 0 for pair in found for one in pair)


@given(tables, seconds, seconds, st.integers(1, 400))
def test_the_parts_of_a_window_cover_it(table: Table, first: int, length: int, parts: int) -> None:
    """There are as many as were asked for, or as the filter can tell apart."""
    since = START + timedelta(seconds=first)
    [*_, window] = cut(table, ACCOUNT, since, since + timedelta(seconds=length + 1), (), days=90)
    found = spans(split(window, parts, table.whole_days))
    ensure_meet(found)
    assert window.span == (found[0][0], found[-1][1])
    step = timedelta(days=1) if table.whole_days else timedelta(seconds=1)
    assert window.span is not None
    assert len(found) == min(parts, (window.span[1] - window.span[0]) // step)


@given(
    st.lists(seconds, min_size=2, max_size=9, unique=True),
    st.lists(st.integers(0, 60 * 86400), min_size=8, max_size=8),
)
def test_a_later_plan_reads_what_is_missing_and_what_may_have_changed(
    bounds: list[int], ages: list[int]
) -> None:
    """What was read and is final is in no window; what was not is in one; nothing is in two."""
    table = table_of("Call")
    marks = [START + timedelta(seconds=one) for one in sorted(bounds)]
    known = [
        window
        for start, end in zip(marks[::2], marks[1::2], strict=False)
        for window in cut(table, ACCOUNT, start, end, (), days=90)
    ]
    read_at = {
        one.name: one.span[1] + timedelta(seconds=age)
        for one, age in zip(known, ages, strict=False)
        if one.span is not None
    }
    since, until = START, START + timedelta(days=45)
    done = [(one, read_at[one.name]) for one in known]
    found = cut(table, ACCOUNT, since, until, done, days=7)
    final = [
        one.span
        for one in known
        if one.span and read_at[one.name] >= one.span[1] + timedelta(days=table.settles)
    ]
    ensure_meet(sorted([*spans(found), *final]))
    assert {one for one in known if one.span not in final} <= set(found)


def test_a_plan_is_plain_data_with_a_digest() -> None:
    """It comes back from JSON the same; another plan has another digest."""
    windows = cut(table_of("Call"), ACCOUNT, START, START + timedelta(days=3), (), days=1)
    plan = Plan(catalog="c", asked={"objects": ["Call"]}, made_at="t", windows=tuple(windows))
    assert Plan.from_json(plan.as_json(), "x") == plan
    other = Plan(catalog="c", asked={"objects": ["Call"]}, made_at="t", windows=plan.windows[1:])
    assert plan.digest != other.digest
    with pytest.raises(ConfigurationError, match=r"x: is of format 9; this release takes 1"):
        Plan.from_json({"format": 9}, "x")


def test_a_list_that_is_cut_by_time_needs_a_beginning() -> None:
    """The message says by which filter; a beginning behind the end is refused."""
    with pytest.raises(ConfigurationError, match="Call is read by StartTime"):
        cut(table_of("Call"), ACCOUNT, None, START, (), days=1)
    with pytest.raises(ConfigurationError, match="is not before until"):
        cut(table_of("Call"), ACCOUNT, START, START, (), days=1)


@pytest.mark.parametrize("name", sorted(objects()))
def test_every_object_that_is_listed_can_be_exported(name: str) -> None:
    """It has a way to its list, and a window where the catalog names one; the others say why not."""
    query = objects()[name].actions.get("Query")
    if query is None:
        with pytest.raises(ConfigurationError, match=f"{name} has no Query"):
            table_of(name)
        return
    table = table_of(name)
    assert table.chain[-1] == name
    assert len(table.keys) == len(table.chain) - 1 and all(table.keys)
    top = objects()[table.chain[0]].actions["Query"]
    assert table.window == top.row.get("window")
    if table.window is not None:
        assert {"before", "after"} <= set(top.filters[table.window])


def test_a_filter_with_bounds_is_a_window() -> None:
    """Whoever adds such a filter to the list of an account says how exports use it."""
    bounded = {
        name
        for name, row in objects().items()
        if (query := row.actions.get("Query")) is not None
        and any({"before", "after"} <= set(one) for one in query.filters.values())
        and len(table_of(name).chain) == 1
    }
    assert bounded == {name for name in bounded if table_of(name).window is not None}


def result(throttled: int = 0, under_way: int | None = None) -> Result:
    window = Window(object="Call", account=ACCOUNT)
    return Result(window=window, read_at="t", throttled=throttled, under_way=under_way)


def test_a_429_lowers_what_an_account_has_under_way_once() -> None:
    """What was begun before it tells nothing new; without one for a while, one more may begin."""
    limit = Limit(16)
    numbers = [limit.begin() for _ in range(16)]
    limit.end(numbers[0], result(throttled=1))
    limit.end(numbers[1], result(throttled=1))
    assert limit.allowed == 8
    for number in numbers[2:]:
        limit.end(number, result())
    assert limit.allowed == 9
    assert limit.under_way == 0


def test_the_service_says_how_many_are_too_many() -> None:
    """With 11 under way it refuses one; four of them are somebody else's, who keeps them."""
    limit = Limit(16)
    numbers = [limit.begin() for _ in range(7)]
    limit.end(numbers[0], result(throttled=1, under_way=11))
    assert limit.allowed == 6
    for number in numbers[1:]:
        limit.end(number, None)
    limit.end(limit.begin(), result(throttled=9, under_way=500))
    assert limit.allowed == 1


@given(st.lists(st.integers(0, 4), max_size=30), st.sets(st.integers(0, 4)), st.integers(0, 30))
def test_accounts_take_turns(owners: list[int], full: set[int], before: int) -> None:
    """Each window comes once, those of an account in their order; no account waits for another,
    and one without room keeps what it has."""
    accounts = [f"AC{one:032}" for one in range(5)]
    windows = [
        Window(object=f"Call{place}", account=accounts[one]) for place, one in enumerate(owners)
    ]
    waiting = Waiting(windows[:before], lambda one: one.account)
    waiting.extend(windows[before:])
    taken: list[Window] = []
    while (window := waiting.next(lambda one: int(one[2:]) not in full)) is not None:
        taken.append(window)
    kept = [one for one in windows if int(one.account[2:]) in full]
    assert len(waiting) == len(kept)
    while (window := waiting.next(lambda _: True)) is not None:
        taken.append(window)
    assert len(waiting) == 0 and len(taken) == len(windows)
    for account in accounts:
        own = [one for one in windows if one.account == account]
        assert [one for one in taken if one.account == account] == own
    free = [account for place, account in enumerate(accounts) if place not in full]
    first = {one.account for one in windows if one.account in free}
    assert {one.account for one in taken[: len(first)]} == first
