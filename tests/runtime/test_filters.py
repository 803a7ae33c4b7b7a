"""Filters: what is sent, what is decided on this side, and that both together are exact."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from email.utils import format_datetime

import pytest
from acme_ops.api.parcel import QueryParcel
from acme_ops.api.parcel_trace import QueryParcelTrace
from acme_ops.api.scan import QueryScan
from hypothesis import example, given
from hypothesis import strategies as st
from in_memory import OTHER, PARCEL, SCAN, Service, parcel_json

from twilio_ops_runtime.errors import FilterError
from twilio_ops_runtime.filter_sets import combine
from twilio_ops_runtime.filters import (
    Condition,
    DayFilter,
    EqualsFilter,
    InstantFilter,
    Range,
)
from twilio_ops_runtime.types.scalar import TEXT

INSTANT = InstantFilter("X", "x")
DAY = DayFilter("X", "x")


@pytest.mark.parametrize(
    ("condition", "sent"),
    [
        (INSTANT.after("2026-11-01 10:30:00"), [("X>", "2026-11-01T10:30:00Z")]),
        (INSTANT.before("2026-11-01 10:30:00"), [("X<", "2026-11-01T10:30:00Z")]),
        (INSTANT.after(date(2026, 11, 1)), [("X>", "2026-11-01T23:59:59Z")]),
        (INSTANT.before("2026-11-01"), [("X<", "2026-11-01T00:00:00Z")]),
        (INSTANT.on(date(2026, 11, 1)), [("X", "2026-11-01")]),
        (INSTANT.on("2026-11-01 00:00:00"), [("X", "2026-11-01")]),
        (
            INSTANT.after(datetime(2026, 11, 1, 1, 0, 0, 5, timezone(timedelta(hours=2)))),
            [("X>", "2026-10-31T22:59:59Z")],
        ),
        (
            INSTANT.before(datetime(2026, 11, 1, 0, 0, 0, 5, UTC)),
            [("X<", "2026-11-01T00:00:01Z")],
        ),
        (DAY.after("2026-11-01 10:30:00"), [("X>", "2026-10-31")]),
        (DAY.after(date(2026, 11, 1)), [("X>", "2026-11-01")]),
        (DAY.before("2026-11-01 10:30:00"), [("X<", "2026-11-02")]),
        (DAY.before("2026-11-01 00:00:00"), [("X<", "2026-11-01")]),
        (DAY.before(date(2026, 11, 1)), [("X<", "2026-11-01")]),
        (DAY.on("2026-11-01"), [("X", "2026-11-01")]),
        (
            DayFilter("X", "x", ("before", "after")).on("2026-11-01"),
            [("X>", "2026-10-31"), ("X<", "2026-11-02")],
        ),
    ],
)
def test_what_is_sent(condition, sent):
    assert list(condition.sent) == sent


@pytest.mark.parametrize("kind", [INSTANT, DAY])
@pytest.mark.parametrize(
    ("value", "said"),
    [
        (datetime(2026, 11, 1), "has no time zone"),
        ("yesterday", "neither YYYY-MM-DD HH:MM:SS nor"),
        ("", "neither"),
        ("2026-02-30", "neither"),
        (7, "neither a time nor a day"),
        (date(9999, 12, 31), "out of range"),
        (datetime(1, 1, 1, tzinfo=UTC), "out of range"),
    ],
)
def test_what_is_no_time_is_refused(kind, value, said):
    for operator in (kind.before, kind.on, kind.after):
        with pytest.raises(FilterError, match=said):
            operator(value)


def test_on_a_time_keeps_that_second():
    """The API is asked for its day, in UTC; the day itself is what midnight stands for."""
    found = DAY.on(datetime(2026, 11, 1, 1, 30, tzinfo=timezone(timedelta(hours=2))))
    second = datetime(2026, 10, 31, 23, 30, tzinfo=UTC)
    assert found.span == Range(second, second + timedelta(seconds=1))
    assert [value for _, value in found.sent] == ["2026-10-31"]
    assert DAY.on("2026-11-01 00:00:00").span == DAY.on("2026-11-01").span


def test_without_a_field_to_compare_only_what_the_api_can_hold_is_taken():
    for within in ("2026-11-01 10:30:00", "2026-11-01 00:00:00"):
        with pytest.raises(FilterError, match="whole days only"):
            QueryScan.hidden.after(within)
    assert QueryScan.hidden.before(date(2026, 11, 1)).sent == (("Hidden<", "2026-11-01"),)
    with pytest.raises(FilterError, match="whole seconds only"):
        InstantFilter("X", None).before(datetime(2026, 11, 1, 0, 0, 0, 5, UTC))
    with pytest.raises(FilterError, match="has no before"):
        InstantFilter("X", "x", ("equals",)).before("2026-11-01")


moments = st.datetimes(
    min_value=datetime(2026, 10, 30), max_value=datetime(2026, 11, 3), timezones=st.just(UTC)
).map(lambda moment: moment.replace(microsecond=0))
days = st.dates(min_value=date(2026, 10, 30), max_value=date(2026, 11, 3))


def served(sent, kind, moment, inclusive):
    """Whether a service whose bounds are inclusive, or not, answers a record of this moment."""
    for name, text in sent:
        if name in {"X", "X>", "X<"} and len(text) == 10:
            bound, value = date.fromisoformat(text), moment.date()
        else:
            bound, value = datetime.fromisoformat(text), moment
        if name == "X" and value != bound:
            return False
        if name == "X>" and not (value >= bound if inclusive else value > bound):
            return False
        if name == "X<" and not (value <= bound if inclusive else value < bound):
            return False
    return True


@given(
    st.sampled_from([INSTANT, DAY]),
    st.sampled_from(["before", "after"]),
    st.one_of(moments, days),
    moments,
    st.booleans(),
)
@example(
    DAY,
    "after",
    datetime(2026, 11, 1, 10, tzinfo=UTC),
    datetime(2026, 11, 1, 11, tzinfo=UTC),
    False,
)
def test_the_answer_is_exactly_what_was_asked(kind, operator, value, moment, inclusive):
    if isinstance(value, datetime):
        wanted = moment < value if operator == "before" else moment > value
    else:
        wanted = moment.date() < value if operator == "before" else moment.date() > value
    found = combine([getattr(kind, operator)(value)], [kind])
    answered = served(found.sent, kind, moment, inclusive)
    assert (answered and found.accepts(lambda name: moment)) == wanted
    assert answered or not wanted


class _SummerTime(tzinfo):
    """Four hours behind UTC from 8 March to 1 November 2026, else five; changed at 2:00."""

    def utcoffset(self, moment: datetime | None) -> timedelta:
        assert moment is not None
        shown = moment.replace(tzinfo=None, fold=0)
        begins = datetime(2026, 3, 8, 2 if moment.fold else 3)
        ends = datetime(2026, 11, 1, 1 if moment.fold else 2)
        return timedelta(hours=-4 if begins <= shown < ends else -5)

    def dst(self, moment: datetime | None) -> timedelta:
        return self.utcoffset(moment) + timedelta(hours=5)


@pytest.mark.parametrize(
    "local",
    [
        datetime(2026, 11, 1, 1, 30, tzinfo=_SummerTime()),  # there twice
        datetime(2026, 11, 1, 1, 30, tzinfo=_SummerTime(), fold=1),
        datetime(2026, 3, 8, 2, 30, tzinfo=_SummerTime()),  # not there at all
    ],
)
@pytest.mark.parametrize("kind", [INSTANT, DAY])
def test_where_clocks_are_changed_a_time_is_the_same_as_in_utc(kind, local):
    """Python's comparison of times calls none of those equal to any in another zone."""
    instant = local.astimezone(UTC)
    second = timedelta(seconds=1)
    for operator, wanted in (
        (kind.after, [False, False, True]),
        (kind.before, [True, False, False]),
    ):
        found = combine([operator(local)], [kind])
        assert found == combine([operator(instant)], [kind])
        around = [instant - second, instant, instant + second]
        assert [found.accepts(lambda name, at=at: at) for at in around] == wanted


def test_a_record_without_the_time_is_in_no_answer():
    found = combine([INSTANT.after("2026-11-01")], [INSTANT])
    assert not found.accepts(lambda name: None)
    assert combine([DAY.after("2026-11-01")], [DAY]).accepts(lambda name: date(2026, 11, 2))


def test_bounds_of_one_family_stand_together():
    found = combine(
        [INSTANT.after("2026-11-01"), INSTANT.before("2026-11-05"), INSTANT.before("2026-11-04")],
        [INSTANT],
    )
    assert found.sent == (("X>", "2026-11-01T23:59:59Z"), ("X<", "2026-11-04T00:00:00Z"))


def test_conditions_are_checked_together():
    other = EqualsFilter("Other", TEXT)
    needed = EqualsFilter("Needed", TEXT, required=True)
    with pytest.raises(FilterError, match="is not of this object"):
        combine([other.equals("x")], [needed])
    with pytest.raises(FilterError, match="Needed is required"):
        combine([], [needed])
    with pytest.raises(FilterError, match="given twice"):
        combine([other.equals("x"), other.equals("y")], [other])
    days = combine([DAY.on("2026-11-01"), DAY.on("2026-11-02")], [DAY])
    assert not days.accepts(lambda _: datetime(2026, 11, 1, 5, tzinfo=UTC))
    with pytest.raises(FilterError, match="not a filter with an operator"):
        combine([other], [other])  # type: ignore[list-item]
    assert combine([other.equals("x"), other.equals("x")], [other]).sent == (("Other", "x"),)


def test_equals_takes_what_the_api_takes():
    assert QueryParcel.status.equals("lost").sent == (("Status", "lost"),)
    assert QueryScan.due.equals(date(2026, 11, 1)).sent == (("Due", "2026-11-01"),)
    with pytest.raises(FilterError, match=r"Due: .*would be lost"):
        QueryScan.due.equals(datetime(2026, 11, 1, 5, tzinfo=UTC))
    with pytest.raises(FilterError, match="Status: text is needed, not int"):
        QueryParcel.status.equals(5)  # type: ignore[arg-type]


def rfc(*parts: int) -> str:
    return format_datetime(datetime(*parts, tzinfo=UTC))  # type: ignore[arg-type]


def test_both_doors_leave_out_what_the_api_answers_too_much(service: Service):
    times = [(2026, 10, 31, 9), (2026, 11, 1, 9), (2026, 11, 1, 11), (2026, 11, 2, 0)]
    scans = [{"sid": SCAN, "scanned_at": rfc(*time), "place": str(time)} for time in times]
    service.json({"scans": [*scans, {"sid": SCAN, "scanned_at": None}], "next_page_uri": None})
    items = "".join(
        f"<Scan><Sid>{SCAN}</Sid><ScannedAt> {rfc(*time)}\n</ScannedAt><Place>{time}</Place></Scan>"
        for time in times
    )
    service.xml(f'<Scans nextpageuri="">{items}<Scan><ScannedAt/></Scan><Scan/></Scans>')
    query = QueryScan(
        service.connection,
        fields=["Place"],
        filters=[
            QueryScan.scanned_at.after("2026-11-01 10:00:00"),
            QueryScan.scanned_at.before("2026-11-02"),
        ],
    )
    records = list(query(PARCEL))
    assert [record.place for record in records] == ["(2026, 11, 1, 11)"]
    assert not records[0].is_set("scanned_at")  # it was read to decide, and was not asked for
    assert service.query == [("ScannedAt>", "2026-10-31"), ("ScannedAt<", "2026-11-02")]
    documents = list(query.documents(f"{OTHER}:{PARCEL}"))
    assert [bytes(document) for document in documents] == [
        b"<PostAnswer><Scan><Place>(2026, 11, 1, 11)</Place></Scan></PostAnswer>"
    ]


def test_a_limit_counts_what_is_left_after_deciding(service: Service):
    page = {"parcels": [parcel_json(sent_at=f"2026-11-0{day}T00:00:01Z") for day in (1, 2, 3, 4)]}
    service.json(page)
    query = QueryParcel(
        service.connection, filters=[QueryParcel.sent_at.after("2026-11-02 12:00:00")], limit=1
    )
    assert [record.sent_at.day for record in query() if record.sent_at] == [3]
    assert service.query == [("SentAt>", "2026-11-02T12:00:00Z")]


@pytest.mark.parametrize(
    ("settings", "sent"),
    [
        ({}, []),
        ({"limit": 49}, []),
        ({"limit": 50}, [("PageSize", "50")]),
        ({"limit": 5000}, [("PageSize", "1000")]),
        ({"limit": 5000, "page_size": 20}, [("PageSize", "20")]),
    ],
)
def test_pages_are_as_large_as_the_limit_needs_where_this_side_decides(
    service: Service, settings, sent
):
    """And never so small that what is left out makes for many requests."""
    service.json({"parcels": []})
    filters = [QueryParcel.sent_at.after("2026-11-01")]
    assert list(QueryParcel(service.connection, filters=filters, **settings)()) == []
    assert service.query == [("SentAt>", "2026-11-01T23:59:59Z"), *sent]


def test_a_repeated_filter_is_sent_once_a_value(service: Service):
    service.json({"parcels": []})
    filters = [QueryParcel.route.equals("a b"), QueryParcel.route.equals("c&d")]
    assert list(QueryParcel(service.connection, filters=filters)()) == []
    assert service.query == [("Route", "a b"), ("Route", "c&d")]
    assert isinstance(filters[0], Condition)


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        (date(2026, 11, 1), "2026-11-01"),
        ("2026-11-01", "2026-11-01"),
        ("-30days", "-30days"),
        ("+7days", "+7days"),
    ],
)
def test_a_relative_date_is_a_day_or_an_offset_from_today(service: Service, value, sent):
    service.json({"traces": []})
    since = QueryParcelTrace.since.equals(value)
    assert list(QueryParcelTrace(service.connection, filters=[since])(PARCEL)) == []
    assert service.query == [("Since", sent)]


@pytest.mark.parametrize("value", ["30days", "-30 days", "-1month", "soon", "+days", "-30days\n"])
def test_what_is_neither_a_day_nor_an_offset_is_refused(value):
    with pytest.raises(FilterError, match=r"filter Since: .* and no offset such as -30days"):
        QueryParcelTrace.since.equals(value)
