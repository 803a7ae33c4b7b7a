"""Values at run time, row by row: each letter of a mask, each unit, each message in full."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twilio_ops import Connection, Document, Origin, SqliteCache
from twilio_ops_components import (
    CacheLookup,
    Counter,
    CrossReference,
    CurrentDate,
    CurrentDocument,
    DocumentProperty,
    Element,
    Environment,
    Joined,
    LastRun,
    LastSuccessfulRun,
    OperationValue,
    RelativeDate,
    RunProperty,
    Static,
    UniqueValue,
    ValueUnavailable,
)
from twilio_ops_components.state import State
from twilio_ops_components.values import VALUES
from twilio_ops_components.values.base import ComponentContext
from twilio_ops_components.values.dates import MASK, masked, moment_of
from twilio_ops_components.values.lookups import read_table
from twilio_ops_components.values.plain import OutputElement

NOW = datetime(2026, 2, 3, 16, 5, 6, 78900, tzinfo=UTC)
AWAY = NOW.astimezone(timezone(-timedelta(hours=7, minutes=30)))
DOCUMENT = Document("<A><B>1</B></A>")


def context(**more: Any) -> ComponentContext:
    """A context with a connection that is not used."""
    connection = Connection("AC" + "0" * 32, "token")
    return ComponentContext(connection=connection, now=lambda: NOW, **more)


def failure(value: Any, where: ComponentContext | None = None) -> str:
    """What is said when a value has nothing."""
    with pytest.raises(ValueUnavailable) as caught:
        value.resolve(where or context())
    return str(caught.value)


def refused(make: Callable[[], object]) -> str:
    """What is said when a value cannot be made."""
    with pytest.raises(ValueError) as caught:
        make()
    return str(caught.value)


@pytest.mark.parametrize(
    ("mask", "text", "away"),
    [
        ("yyyy", "2026", "2026"), ("yy", "26", "26"), ("MM", "02", "02"), ("dd", "03", "03"),
        ("HH", "16", "08"), ("hh", "04", "08"), ("mm", "05", "35"), ("ss", "06", "06"),
        ("SSS", "078", "078"), ("DDD", "034", "034"), ("Z", "+0000", "-0730"),
        ("XXX", "+00:00", "-07:30"), ("MMMM", "February", "February"), ("MMM", "Feb", "Feb"),
        ("EEEE", "Tuesday", "Tuesday"), ("EEE", "Tue", "Tue"), ("a", "PM", "AM"),
        ("''", "'", "'"), ("'a''b'", "a'b", "a'b"), ("12/: ", "12/: ", "12/: "),
        ("yyyyMMdd", "20260203", "20260203"), ("'at'HH", "at16", "at08"), ("%%H%H", "%H16", "%H08"),
    ],
)  # fmt: skip
def test_each_letter_of_a_mask(mask: str, text: str, away: str) -> None:
    """In whatever zone the time is."""
    assert (masked(NOW, mask), masked(AWAY, mask)) == (text, away)


def test_every_month_and_day_has_its_name() -> None:
    """In English, in full and in three letters."""
    names = [masked(datetime(2026, month, 1), "MMMM MMM") for month in range(1, 13)]
    assert names == [f"{name} {name[:3]}" for name in calendar.month_name[1:]]
    days = [masked(datetime(2026, 6, day), "EEEE EEE") for day in range(1, 8)]
    assert days == [f"{name} {name[:3]}" for name in calendar.day_name]


def test_a_mask_that_is_none_is_told_with_what_there_is() -> None:
    """When the value is made."""
    known = "yyyy, yy, MM, dd, HH, hh, mm, ss, DDD, Z, XXX, MMMM, MMM, EEEE, EEE, a, SSS"
    assert refused(lambda: CurrentDate("yyyyy")) == (
        f"mask: 'yyyyy' is not known; expected {known}, other text in '...', or strftime's %"
    )
    for mask in ("HH'", "'a", "'a''"):
        assert refused(lambda mask=mask: CurrentDate(mask)) == f"mask {mask!r}: a quote is not closed"  # type: ignore[misc]  # fmt: skip
    assert refused(lambda: CurrentDate("")) == "mask: is empty"
    assert refused(lambda: RelativeDate(before=1, unit="days", mask="")) == "mask: is empty"
    assert refused(lambda: LastRun(mask="")) == "mask: is empty"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-02-03", datetime(2026, 2, 3, tzinfo=UTC)),
        ("2026-02-03 04:05:06", datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)),
    ],
)
def test_a_time_is_a_day_or_a_second(text: str, moment: datetime) -> None:
    """In UTC; nothing else is taken, and a long text is cut in the message."""
    assert moment_of(text) == moment
    assert LastRun(first=text).first == text
    end = " is neither YYYY-MM-DD HH:MM:SS nor YYYY-MM-DD"
    assert refused(lambda: moment_of(text + "x")) == f"{text + 'x'!r}{end}"
    assert refused(lambda: moment_of("x" * 99)) == "'" + "x" * 59 + end


@pytest.mark.parametrize(
    ("unit", "before", "after"),
    [
        ("years", "2024-02-28 16:05:06", "2028-02-28 16:05:06"),
        ("months", "2025-12-28 16:05:06", "2026-04-28 16:05:06"),
        ("weeks", "2026-02-14 16:05:06", "2026-03-14 16:05:06"),
        ("days", "2026-02-26 16:05:06", "2026-03-02 16:05:06"),
        ("hours", "2026-02-28 14:05:06", "2026-02-28 18:05:06"),
        ("minutes", "2026-02-28 16:03:06", "2026-02-28 16:07:06"),
        ("seconds", "2026-02-28 16:05:04", "2026-02-28 16:05:08"),
    ],
)
def test_two_of_each_unit(unit: str, before: str, after: str) -> None:
    """Before and after, across the end of a month."""
    moment = NOW.replace(day=28)
    here = attrs.evolve(context(), now=lambda: moment)
    assert RelativeDate(before=2, unit=unit).resolve(here) == before
    assert RelativeDate(after=2, unit=unit).resolve(here) == after
    assert RelativeDate(after=0, unit=unit).resolve(here) == masked(moment, MASK)
    assert RelativeDate(before=0, unit=unit).resolve(here) == masked(moment, MASK)


@settings(max_examples=50, deadline=None)
@given(
    st.datetimes(datetime(1800, 1, 1), datetime(8000, 1, 1), timezones=st.just(UTC)),
    st.integers(-9000, 9000),
)
def test_months_are_those_of_the_calendar(moment: datetime, count: int) -> None:
    """So many months on it is the same day, or the last of a shorter month; a year is twelve."""
    here = attrs.evolve(context(), now=lambda: moment)
    way = {"before": -count} if count < 0 else {"after": count}
    text = RelativeDate(unit="months", **way).resolve(here)  # type: ignore[arg-type]
    found = datetime.strptime(text, "%Y-%m-%d %H:%M:%S")
    assert (found.year - moment.year) * 12 + found.month - moment.month == count
    assert found.day == min(moment.day, calendar.monthrange(found.year, found.month)[1])
    assert found.time() == moment.time().replace(microsecond=0)
    years = {name: number // 12 for name, number in way.items()}
    months = {name: number * 12 for name, number in years.items()}
    one, other = RelativeDate(unit="years", **years), RelativeDate(unit="months", **months)  # type: ignore[arg-type]
    assert one.resolve(here) == other.resolve(here)


def test_the_calendar_has_its_ends() -> None:
    """The last year that it has is given, and the next is refused by its name."""
    for way, last in (("after", 9999 - 2026), ("before", 2026 - 1)):
        there = RelativeDate(**{way: last}, unit="years", mask="yyyy").resolve(context())  # type: ignore[arg-type]
        assert int(there) == {"after": 9999, "before": 1}[way]
        beyond = RelativeDate(**{way: last + 1}, unit="years")  # type: ignore[arg-type]
        assert failure(beyond) == (
            f"relative_date of {last + 1} years {way}: the calendar has no such time"
        )
    assert failure(RelativeDate(after=10**12, unit="seconds")).endswith("has no such time")
    assert refused(lambda: RelativeDate(unit="days")) == "expected either before or after"
    both = {"before": 1, "after": 1, "unit": "days"}
    assert refused(lambda: RelativeDate(**both)) == "expected either before or after"  # type: ignore[arg-type]
    assert refused(lambda: RelativeDate(after=1, unit="day")) == (
        "unit: expected one of years, months, weeks, days, hours, minutes, seconds"
    )


def test_the_last_runs_are_those_of_a_component(tmp_path: Path) -> None:
    """Elsewhere nothing keeps them."""
    said = "only the run of a component file keeps it"
    assert failure(LastRun()) == f"last_run: {said}"
    assert failure(LastSuccessfulRun()) == f"last_successful_run: {said}"
    assert failure(Counter(name="n")) == f"counter n: {said}"
    (tmp_path / "lock").touch()
    state = State(tmp_path / "s.json", tmp_path / "lock", "AC1")
    state.begin(NOW)
    state.succeed(NOW - timedelta(days=1))
    here = context(state=State(tmp_path / "s.json", tmp_path / "lock", "AC1"))
    assert LastRun().resolve(here) == "2026-02-03 16:05:06"
    assert LastSuccessfulRun(mask="dd").resolve(here) == "02"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is not JSON"),
        (b"\xff", "it is not JSON"),
        (b"[]", "expected an object of format 1"),
        (b'{"format": 2}', "expected an object of format 1"),
        (b"{}", "expected an object of format 1"),
        (b'{"format": 1, "runs": 7}', "expected times by account at runs"),
        (b'{"format": 1, "runs": {"AC1": 7}}', "expected times by account at runs"),
        (
            b'{"format": 1, "runs": {"AC1": {"last_run": "2026-01-01T00:00:00"}}}',
            "expected a time with its zone at last_run",
        ),
        (
            b'{"format": 1, "runs": {"AC1": {"last_successful_run": 7}}}',
            "expected a time with its zone at last_successful_run",
        ),
        (b'{"format": 1, "counters": 7}', "expected whole numbers by name at counters"),
        (b'{"format": 1, "counters": {"a": 1, "b": "1"}}', "expected whole numbers by name at counters"),
    ],
)  # fmt: skip
def test_a_state_that_is_none_is_told_with_what_was_expected(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    """And is left as it is, for whoever mends it."""
    from twilio_ops import ConfigurationError

    path, lock = tmp_path / "s.json", tmp_path / "lock"
    lock.touch()
    path.write_bytes(content)
    for keep in (True, False):
        with pytest.raises(ConfigurationError) as caught:
            State(path, lock, "AC1").next_number("a", 1, keep=keep)
        assert str(caught.value) == (
            f"{path} is no state of a component: {reason}; mend it, or remove it to begin anew"
        )
    assert path.read_bytes() == content


def test_a_state_is_a_file_that_people_can_read(tmp_path: Path) -> None:
    """For its owner alone; what a crash left of it is removed, and nothing else is."""
    path, lock = tmp_path / "s[1].json", tmp_path / "lock"
    lock.touch()
    state = State(path, lock, "AC1")
    assert state.next_number("n", 7) == 7
    state.next_number("m", 1)
    assert path.read_text(encoding="utf-8") == (
        '{\n  "format": 1,\n  "counters": {\n    "n": 8,\n    "m": 2\n  }\n}\n'
    )
    assert path.stat().st_mode & 0o777 == 0o600
    for name in (".s[1].json.x", ".s1.json.x", "s[1].json.x"):
        (tmp_path / name).touch()
    state.begin(AWAY)
    assert {one.name for one in tmp_path.iterdir()} == {"lock", "s[1].json", ".s1.json.x", "s[1].json.x"}  # fmt: skip
    assert '"last_run": "2026-02-03T16:05:06.078900+00:00"' in path.read_text(encoding="utf-8")
    state.succeed(AWAY)
    assert '"last_successful_run": "2026-02-03T16:05:06.078900+00:00"' in path.read_text(encoding="utf-8")  # fmt: skip


def test_a_look_goes_through_numbers_and_keeps_none(tmp_path: Path) -> None:
    """From what is kept on, or from the first."""
    path, lock = tmp_path / "s.json", tmp_path / "lock"
    lock.touch()
    state = State(path, lock, "AC1")
    assert [state.next_number("n", 3, keep=False) for _ in range(3)] == [3, 4, 5]
    assert not path.exists()
    assert state.next_number("n", 3) == 3
    assert State(path, lock, "AC1").next_number("n", 9, keep=False) == 4
    here = context(state=state)
    assert [Counter(name="w", width=3).resolve(here) for _ in range(2)] == ["001", "002"]
    assert Counter(name="x", width=0, start=0).resolve(here) == "0"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (None, {"size": "15"}),
        (Origin("a.xml"), {"path": "a.xml", "file_name": "a.xml", "folder": ".", "size": "15"}),
        (
            Origin("in/a.xml", 3),
            {"path": "in/a.xml", "file_name": "a.xml", "folder": "in", "line": "3", "size": "15"},
        ),
    ],
)
def test_what_a_document_has_by_itself(source: Origin | None, found: dict[str, str]) -> None:
    """Only what is known of where it came from; what it was handed in with goes first."""
    here = context(document=Document(bytes(DOCUMENT), source=source), index=4)
    for name in ("path", "file_name", "folder", "line", "size", "odd"):
        value = DocumentProperty(name, default="none")
        assert value.resolve(here) == found.get(name, "none")
        assert value.resolve(attrs.evolve(here, document_properties={name: "own"})) == "own"
    assert DocumentProperty("index").resolve(attrs.evolve(here, document=None)) == "5"
    assert failure(DocumentProperty("size")) == "document_property size: there is no input document"


@pytest.mark.parametrize(
    ("value", "what"),
    [
        (Static("x"), "static x"), (Element("A/B"), "element A/B"), (OutputElement("A"), "output A"),
        (CurrentDocument(), "document"), (CurrentDate("dd"), "current_date dd"),
        (RelativeDate(after=3, unit="days"), "relative_date of 3 days after"),
        (RelativeDate(before=0, unit="days"), "relative_date of 0 days before"),
        (LastRun(), "last_run"), (LastSuccessfulRun(), "last_successful_run"),
        (DocumentProperty("n"), "document_property n"), (RunProperty("n"), "property n"),
        (Environment("N"), "environment N"), (Counter(name="n"), "counter n"), (UniqueValue(), "unique"),
        (CacheLookup(file=Path("a/c.db"), index="i", keys=(), element="A"), "cache c.db, index i"),
        (OperationValue(file=Path("a/o.yaml"), element="A"), "operation o.yaml"),
        (CrossReference(file=Path("a/t.csv"), match={}, column="c"), "table t.csv"),
    ],
)  # fmt: skip
def test_what_a_value_is_called(value: Any, what: str) -> None:
    """In messages; and the word that stands for it is its own."""
    assert value.what == what
    assert VALUES[value.key] is type(value)


def test_which_values_may_be_others_for_the_same_document() -> None:
    """Those of the time, of the run, and what is looked up anew."""
    assert {word for word, kind in VALUES.items() if kind.varies} == {
        "current_date", "relative_date", "last_run", "last_successful_run", "document_property",
        "cache", "operation", "counter", "unique",
    }  # fmt: skip
    assert [*VALUES] == [
        "static", "element", "output", "document", "current_date", "relative_date", "last_run",
        "last_successful_run", "document_property", "property", "environment", "cache",
        "operation", "counter", "unique", "table",
    ]  # fmt: skip


def test_what_comes_out_is_not_there_before() -> None:
    """Only a tracked field may say it, whoever makes the value."""
    said = "only a tracked field can take a value of what comes out"
    assert failure(OutputElement("A/B")) == f"output A/B: {said}"
    for kind in (Element, OutputElement):
        assert refused(lambda kind=kind: kind("A//B")).startswith("expected element names joined")  # type: ignore[misc]
        assert kind("A").default is None
    assert Static("").default is None and UniqueValue().default is None


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("B", "1"), ("A/B", "1"), ("/A/B", "1"), ("*", "1"), ("/*/B", "1"), ("C/D", "x"), ("C[2]/D", "y"),
        ("C/D[2]", "z"), ("C[1]/D", "x"), ("/A/C[2]/@n", "2"), ("C/@n", "2"), ("C/@m", None), ("@k", "v"), ("/@k", None),
        ("A/@k", "v"), ("B/@n", None), ("C[3]/D", None), ("A", "1 xyz"), ("/A", "1 xyz"), ("/B", None), ("A/A", None),
        ("E", ""), ("C/E", None),
    ],
)  # fmt: skip
def test_each_form_of_a_path(path: str, text: str | None) -> None:
    """The first that there is, whichever parent has it; comments are nothing."""
    document = Document(
        "<A xmlns:x='u' x:k='v'><!-- c --><B> 1 </B><C><x:D>x</x:D></C>"
        "<C n='2'><D>y</D><D>z</D></C><E/></A>"
    )
    here = context(document=document)
    if text is None:
        assert failure(Element(path), here) == f"element {path}: there is none"
    elif text == "":
        assert failure(Element(path), here) == f"element {path}: is empty"
    else:
        assert Element(path).resolve(here) == text


def joined(text: str) -> Joined:
    """A text, as a value."""
    return Joined((Static(text),))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "t.csv:1: has no column 'a'; it has "),
        (b"a,c\n", "t.csv:1: has no column 'b'; it has a, c"),
        (b"a,a,b\n", "t.csv:1: has 'a' 2 times; it has a, a, b"),
        (b"a,b\n1,2\n1\n", "t.csv:3: has 1 cells; expected 2, as in line 1"),
        (b'a,b\n"1\n",2\n1,2,3\n', "t.csv:4: has 3 cells; expected 2, as in line 1"),
        (b'a,b\n1,2\n"x', "t.csv:2: is not CSV: unexpected end of data"),
        (b'a,b\n"1"x,2\n', "t.csv:1: is not CSV: ',' expected after '\"'"),
        (b"a,b\n\xff,1\n", "is not UTF-8 text"),
        (None, "cannot be read: no such file or directory"),
    ],
)
def test_a_table_that_is_none_is_told_with_its_line(
    tmp_path: Path, content: bytes | None, said: str
) -> None:
    """By whoever asks it, and under its name."""
    path = tmp_path / "t.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ValueUnavailable) as caught:
        read_table(path, ("a",), "b")
    assert str(caught.value) == said
    value = CrossReference(file=path, match={"a": joined("1")}, column="b", default="d")
    assert failure(value) == f"table t.csv: {said}"


def test_a_table_is_read_once_a_run_and_its_first_row_counts(tmp_path: Path) -> None:
    """Cells are trimmed, empty lines left out; a long text is cut in the message."""
    path = tmp_path / "t.csv"
    path.write_bytes(b"\xef\xbb\xbfa,x,b\r\n\r\n 1 , 2 , 3 \r\n1,2,4\r\n1,3,\r\n")
    assert read_table(path, ("a", "x"), "b") == {("1", "2"): "3", ("1", "3"): ""}
    here = context()
    match = {"x": joined("2"), "a": joined("1")}
    assert CrossReference(file=path, match=match, column="b").resolve(here) == "3"
    path.unlink()
    assert CrossReference(file=path, match=match, column="b").resolve(here) == "3"
    other = CrossReference(file=path, match={"x": joined("9" * 50), "a": joined("1")}, column="b")
    assert failure(other, here) == f"table t.csv: no row has x = '{'9' * 39}, a = '1'"
    assert attrs.evolve(other, default="").resolve(here) == ""
    empty = CrossReference(file=path, match={"x": joined("3"), "a": joined("1")}, column="b")
    assert failure(empty, here) == "table t.csv: is empty"
    assert attrs.evolve(empty, default="d").resolve(here) == "d"
    fresh = CrossReference(file=path, match={"a": joined("1")}, column="b")
    assert failure(fresh, here).startswith("table t.csv: cannot be read: ")


def test_a_cache_says_what_it_has_not(tmp_path: Path) -> None:
    """It is opened once a run; at an emulator it is the one beside."""
    path = tmp_path / "c.db"
    with SqliteCache(path, {"i": ["R/K"], "two": ["R/K", "R/V"]}) as cache:
        cache.add(Document("<T><R><K>1</K><V>v</V></R></T>"))
        cache.add(Document("<T><R><K>1</K><V>w</V></R></T>"))
    here = context()

    def look(index: str, *keys: str, **more: Any) -> CacheLookup:
        return CacheLookup(file=path, index=index, keys=tuple(map(joined, keys)), element="R/V", **more)  # fmt: skip

    assert look("i", "1").resolve(here) == "v"
    assert [*here.shared] == [("cache", path)]
    assert look("two", "1", "w").resolve(here) == "w"
    assert len(here.shared) == 1
    assert failure(look("i", "2"), here) == "cache c.db, index i: there is no document of '2'"
    assert failure(look("two", "1", "2"), here) == "cache c.db, index two: there is no document of '1', '2'"  # fmt: skip
    assert look("i", "2", default="").resolve(here) == ""
    assert failure(look("x", "1"), here) == "cache c.db, index x: the cache has no index 'x'; it has i, two"  # fmt: skip
    assert failure(look("i", "1", "2"), here) == "cache c.db, index i: the index 'i' has 1 keys, not 2"  # fmt: skip
    emulated = attrs.evolve(here, emulated=True)
    beside = tmp_path / "c.emulator.db"
    assert failure(look("i", "1"), emulated) == f"cache c.db, index i: {beside}: there is no such cache"  # fmt: skip
    here.shared["cache", path].close()


def test_a_joined_value_says_its_place() -> None:
    """Where there is one to say."""
    parts = (Static("a"), Element("B/C"))
    there = Joined(parts, "sid")
    assert failure(there, context(document=DOCUMENT)) == "sid: element B/C: there is none"
    assert failure(Joined(parts), context(document=DOCUMENT)) == "element B/C: there is none"
    assert Joined((Static("a"), Element("B"))).resolve(context(document=DOCUMENT)) == "a1"
