"""Tables and their lists: whatever is put there, changed, moved and taken away, they agree with a plain list."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twilio_ops_emulator.state import index as lists
from twilio_ops_emulator.state.index import EVERYTHING, Index, Layout, Row, Selection
from twilio_ops_emulator.state.tables import Table

LAYOUT = Layout(("sid", "account", "kind", "at"))
SID, ACCOUNT, KIND, AT = range(4)
VIEW = ("account", "kind")
STEPS = st.lists(
    st.tuples(
        st.sampled_from("iiiidumm"),
        st.integers(0, 30),
        st.sampled_from("AB"),
        st.sampled_from(["x", "y", None]),
        st.none() | st.integers(0, 9),
    ),
    max_size=60,
)


def make(order: int, account: str = "A", kind: Any = "x", at: int | None = None) -> Row:
    """A record of some order."""
    return Row(LAYOUT, [f"S{order}", account, kind, at], order, (account,))


@contextmanager
def chunks_of(size: int) -> Iterator[None]:
    """Chunks small enough to split often."""
    before, lists.CHUNK = lists.CHUNK, size
    try:
        yield
    finally:
        lists.CHUNK = before


def carried_out(steps: list[Any]) -> tuple[Table, dict[int, Row], int]:
    """A table after some steps, the records that are on it, and how often one changed."""
    table = Table(LAYOUT, "sid", dated=("at",), views=(VIEW,))
    known: dict[int, Row] = {}
    changes = 0
    for what, order, account, kind, at in steps:
        row = known.get(order)
        if row is None:
            if what == "i":
                known[order] = make(order, account, kind, at)
                table.insert(known[order])
                changes += 1
        elif what == "d":
            table.delete(known.pop(order))
            changes += 1
        elif what == "u":
            changes += (row["kind"], row["at"]) != (kind, at)
            table.update(row, {"kind": kind, "at": at})
        elif what == "m":
            table.move(row, (account,), {"account": account})
            changes += 2
        if what == "i":  # whoever asks makes an index, which is kept from then on
            table.having("kind", "x")
            table.view(VIEW, ("A", "x")).having(AT, 3)
    return table, known, changes


@settings(max_examples=60, deadline=None)
@given(STEPS, st.integers(0, 31), st.integers(1, 4), st.sampled_from([1, 2, 1000]))
def test_tables_agree_with_a_plain_list(
    steps: list[Any], edge: int, count: int, chunk: int
) -> None:
    """By list, by key, by value, by view, by date and by place, newest and oldest first."""
    with chunks_of(chunk):
        table, known, changes = carried_out(steps)
        rows = [known[order] for order in sorted(known)]
        assert (len(table), table.changes) == (len(rows), changes)
        assert sorted(table, key=lambda row: row.order) == rows
        assert list(table.newest()) == rows[::-1]
        assert table.below(()) == list(table)
        for order in range(31):
            row = known.get(order)
            assert table.anywhere(f"S{order}") is row
            assert table.find(("A",), f"S{order}") is (row if row and row.scope == ("A",) else None)
        for account in "AB":
            mine = [row for row in rows if row["account"] == account]
            listing = table.listing((account,))
            assert (list(listing), list(reversed(listing))) == (mine, mine[::-1])
            assert (len(listing), table.below((account,))) == (len(mine), mine)
            for kind in "xyz":
                fits = [row for row in mine if row["kind"] == kind]
                assert list(table.view(VIEW, (account, kind))) == fits
                assert table.having("kind", kind, (account,)) is (fits[0] if fits else None)
                assert list(listing.having(KIND, kind)) == fits
                check(listing, fits, Selection([is_(KIND, kind)], (), [(KIND, kind)]), edge, count)
                both = [row for row in fits if row["at"] == 3]
                equal = [(KIND, kind), (AT, 3)]
                tests = [is_(KIND, kind), is_(AT, 3)]
                check(listing, both, Selection(tests, [(AT, 3, 3)], equal), edge, count)
                view = table.view(VIEW, (account, kind))
                check(view, both, Selection([is_(AT, 3)], [(AT, 3, 3)]), edge, count)
            check(listing, mine, EVERYTHING, edge, count)
            for low, high in ((3, 6), (None, 4), (5, None)):
                fits = [row for row in mine if between(row["at"], low, high)]
                dated = Selection([lambda row, a=low, b=high: between(row["at"], a, b)], [(AT, low, high)])  # fmt: skip
                check(listing, fits, dated, edge, count)
                older = [row for row in fits if row.order < edge]
                check(listing, older, dated.older(edge), edge + 5, count)


def is_(place: int, value: Any) -> Callable[[Row], bool]:
    """Whether a record has a value."""
    return lambda row: bool(row.values[place] == value)


def between(at: int | None, low: int | None, high: int | None) -> bool:
    """Whether a value is within bounds."""
    return at is not None and (low is None or at >= low) and (high is None or at <= high)


def check(listing: Index, fits: list[Row], asked: Selection, edge: int, count: int) -> None:
    """See that a list agrees, from any place and for any number."""
    below = [row for row in fits if row.order < edge][::-1]
    above = [row for row in fits if row.order > edge]
    assert listing.newest(asked, edge, count) == below[:count]
    assert listing.newest(asked, None, count) == fits[::-1][:count]
    assert listing.oldest(asked, edge, count) == above[:count]
    assert listing.oldest(asked, -1, 1000) == fits
    assert all(asked.admits(row) for row in fits)


@settings(max_examples=30, deadline=None)
@given(STEPS)
def test_tables_come_back_as_they_were(steps: list[Any]) -> None:
    """What is kept shares nothing with what is there."""
    table, known, _ = carried_out(steps)
    for row in known.values():
        row.remember(words=["a"])
    kept = table.dump()
    before = copy.deepcopy(kept)
    other = Table(LAYOUT, "sid", dated=("at",), views=(VIEW,))
    other.insert(make(99))
    other.load(kept)
    for row in known.values():
        row.recall("words").append("b")
        table.update(row, {"kind": "changed"})
    for row in other:
        row.recall("words").append("c")
    assert kept == before
    assert [row.order for row in other.newest()] == sorted(known, reverse=True)
    assert other.view(VIEW, ("A", "x")).rows == {}
    expected = [entry[1] for entry in before if entry[0][ACCOUNT] == "A" and entry[0][KIND] == "x"]
    assert [row.order for row in other.view(VIEW, ("A", "x"))] == expected


def test_a_list_has_one_record_of_a_key() -> None:
    """Another list may have one, too."""
    table = Table(LAYOUT, "sid")
    table.insert(make(1))
    with pytest.raises(ValueError, match=r"^there is a record S1 already$"):
        table.insert(make(1))
    table.insert(make(1, "B"))
    assert (len(table), table.changes) == (2, 2)


def test_a_list_of_nothing() -> None:
    """It has no length, no records, and nothing to be found in it."""
    table = Table(LAYOUT, "sid", dated=("at",), views=(VIEW,))
    assert (len(table), list(table), list(table.newest()), table.changes) == (0, [], [], 0)
    assert (table.find(("A",), "S1"), table.anywhere("S1"), table.having("kind", "x")) == (
        None,
    ) * 3
    for listing in (table.listing(("A",)), table.view(VIEW, ("A", "x"))):
        assert (len(listing), list(listing), listing.newest(EVERYTHING, None, 5)) == (0, [], [])
        assert listing.oldest(EVERYTHING, 0, 5) == []


def test_what_is_no_change_is_none() -> None:
    """Neither counted nor moved."""
    table = Table(LAYOUT, "sid", dated=("at",), views=(VIEW,))
    row = make(1, at=5)
    table.insert(row)
    table.update(row, {"kind": "x", "at": 5})
    table.update(row, {})
    assert table.changes == 1
    table.update(row, {"kind": None})
    assert (table.changes, list(table.view(VIEW, ("A", "x")))) == (2, [])
    table.update(row, {"kind": "y", "at": 6})
    assert (table.changes, list(table.view(VIEW, ("A", "y")))) == (3, [row])


def test_a_record_that_is_not_on_a_list_is_not_taken_from_it() -> None:
    """Nor is another one in its place."""
    listing = Index()
    listing.add(make(1))
    listing.add(make(3))
    for order in (1, 3):
        with pytest.raises(LookupError, match=r"^the record is not where it belongs$"):
            listing.discard(make(order))
    assert len(listing) == 2


def test_a_record_and_what_is_remembered_of_it() -> None:
    """A field that there is not has no value, and what was not remembered is nothing."""
    row = make(1, at=5)
    assert (row["at"], row.get("at"), row.get("colour"), row.recall("x"), row.hidden) == (5, 5, None, None, None)  # fmt: skip
    row.remember(x=1, y=2)
    row.remember(x=3)
    assert (row.recall("x"), row.recall("y"), row.recall("z")) == (3, 2, None)
    with pytest.raises(KeyError):
        row["colour"]


def test_lists_that_are_long_are_split_where_they_are_full() -> None:
    """Those that grow at their end stay full; what is asked for by date passes over whole chunks."""
    with chunks_of(2):
        listing = Index([AT])
        looked: list[int] = []
        for order in range(12):
            listing.add(make(order * 10, at=order))

        def seen(row: Row) -> bool:
            looked.append(row.order)
            return between(row["at"], 9, 10)

        asked = Selection([seen], [(AT, 9, 10)])
        assert [row.order for row in listing.newest(asked, None, 9)] == [100, 90]
        assert len(looked) == 3
        looked.clear()
        assert [row.order for row in listing.oldest(asked, -1, 9)] == [90, 100]
        assert len(looked) == 3
        for order in (5, 15, 25, 45, 55):
            listing.add(make(order, at=1))
        assert [row.order for row in listing] == sorted([*range(0, 120, 10), 5, 15, 25, 45, 55])
        looked.clear()
        listing.newest(asked, None, 9)
        assert len(looked) == 3, "what is split is judged by what is in it"
