"""Values on the wire: what is read, what is refused, and that nothing turns into nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twilio_ops_runtime.types import text as values


def at(*parts: int, offset: int = 0) -> datetime:
    zone = UTC if not offset else timezone(timedelta(minutes=offset))
    return datetime(*parts, tzinfo=zone)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wed, 18 Aug 2010 20:20:06 +0000", at(2010, 8, 18, 20, 20, 6)),
        ("Wed, 18 Aug 2010 20:20:06 -0000", at(2010, 8, 18, 20, 20, 6)),
        ("Mon, 18 Aug 2010 20:20:06 +0000", at(2010, 8, 18, 20, 20, 6)),  # no Monday
        ("Wed, 18 Aug 2010 20:20:06 +0200", at(2010, 8, 18, 20, 20, 6, offset=120)),
        ("Wed, 18 Aug 2010 20:20:06 -0730", at(2010, 8, 18, 20, 20, 6, offset=-450)),
        ("Wed, 1 Aug 2012 20:20:06 GMT", at(2012, 8, 1, 20, 20, 6)),
        ("18 aug 2010 20:20 +0000", at(2010, 8, 18, 20, 20)),
        ("2012-02-04 15:44:15", at(2012, 2, 4, 15, 44, 15)),
        ("2015-05-14T23:44:32Z", at(2015, 5, 14, 23, 44, 32)),
        ("2015-05-14T23:44:32+05:30", at(2015, 5, 14, 23, 44, 32, offset=330)),
        ("\n  2015-05-14T23:44:32.250Z ", at(2015, 5, 14, 23, 44, 32, 250000)),
    ],
)
@pytest.mark.parametrize("read", [values.rfc2822, values.iso8601])
def test_every_shape_of_a_time_is_read_with_its_offset(read, text, expected):
    found = read(text)
    assert found == expected
    assert found.utcoffset() == expected.utcoffset()


@pytest.mark.parametrize(
    "text",
    [
        "Wed, 32 Aug 2010 20:20:06 +0000",
        "Wed, 18 Aux 2010 20:20:06 +0000",
        "Wed; 18 Aug 2010 20:20:06 +0000",
        "Wed, 18 Aug 2010 25:20:06 +0000",
        "Wed, 18 Aug 2010 20:20:06 +9900",
        "Wed, 18 Aug 2010 20:20:06 +0099",
        "Wed, 18 Aug 2010 20:20:06 ?0000",
        "Wed, 18 Aug 2010 20.20.06 +0000",
        "Wed, 1\u0668 Aug 2010 20:20:06 +0000",
        "2010-08-18",
        "2010-W33-3T20:20:06Z",
        "soon",
        "2015-13-14T23:44:32Z",
    ],
)
@pytest.mark.parametrize("read", [values.rfc2822, values.iso8601])
def test_a_bad_time_is_an_error_and_never_nothing(read, text):
    with pytest.raises(ValueError, match="is not a date and time"):
        read(text)


@given(
    st.datetimes(
        min_value=datetime(1900, 1, 1),
        max_value=datetime(9000, 1, 1),
        timezones=st.integers(-1439, 1439).map(lambda m: timezone(timedelta(minutes=m))),
    )
)
def test_a_time_is_read_as_the_standard_library_writes_it(moment):
    moment = moment.replace(microsecond=0)
    text = format_datetime(moment)
    assert [values.rfc2822(text) for _ in range(2)] == [moment] * 2  # read, and then remembered
    assert values.rfc2822_text(moment) == text
    assert values.iso8601(values.iso8601_text(moment)) == moment


@given(st.text(max_size=40))
def test_no_text_breaks_a_reader(text):
    for read in (values.rfc2822, values.iso8601, values.instant, values.day, values.decimal):
        try:
            found = read(text)
        except ValueError:
            continue
        assert found is not None or not text.strip()


@given(st.datetimes(timezones=st.just(UTC)), st.characters(), st.integers(0, 30))
def test_the_quick_way_and_the_checked_way_agree(moment, char, place):
    text = values.rfc2822_text(moment.replace(year=2000 + moment.year % 30, day=9, microsecond=0))
    text = text[:place] + char + text[place + 1 :]
    try:
        slow = values.instant(text)
    except ValueError:
        slow = None
    try:
        quick = values.rfc2822(text)
    except ValueError:
        quick = None
    assert quick == slow or place < 3  # the weekday is not looked at


@pytest.mark.parametrize("time", ["20:20.06", "20.20:06", "20:20,06", "20202006", "202006  "])
def test_hours_minutes_and_seconds_have_colons_between(time):
    with pytest.raises(ValueError, match="not a date"):
        values.rfc2822(f"Wed, 18 Aug 2010 {time} +0000")


@given(st.text("0123456789.+-eE_ \u0661\uff11", max_size=12) | st.text(max_size=40))
def test_quick_readers_read_what_the_checked_ones_do(text):
    """However often, and whatever digits the world has: what is sent and documented has these ten."""
    for quick, checked in (
        (values.quick_decimal, values.decimal),
        (values.quick_integer, values.integer),
    ):
        found = []
        for read in (checked, quick, quick):
            try:
                found.append(read(text))
            except ValueError:
                found.append("refused")
        assert found[0] == found[1] == found[2]
        assert found[0] in ("refused", None) or text.isascii()


def test_decimals_that_are_remembered_do_not_fill_the_memory():
    table = values.quick_decimal.__self__
    for number in range(10_000):
        assert values.quick_decimal(f"0.{number}") == Decimal(f"0.{number}")
    assert values.quick_decimal("9" * 1000) == Decimal("9" * 1000) and "9" * 1000 not in table
    assert len(table) < 5000


def test_an_empty_text_is_none():
    assert [read("  ") for read in (values.instant, values.day, values.decimal)] == [None] * 3
    assert [read("") for read in (values.integer, values.boolean)] == [None] * 2


@pytest.mark.parametrize(
    ("read", "value", "expected"),
    [
        (values.decimal, "-0.03000", Decimal("-0.03000")),
        (values.decimal, 1, Decimal(1)),
        (values.decimal, 0.1, Decimal("0.1")),
        (values.decimal, " 37.780000 ", Decimal("37.780000")),
        (values.integer, "50", 50),
        (values.integer, "-7", -7),
        (values.integer, 50, 50),
        (values.boolean, "true", True),
        (values.boolean, "False", False),
        (values.boolean, False, False),
        (values.day, "2012-09-01", date(2012, 9, 1)),
    ],
)
def test_values_are_read(read, value, expected):
    found = read(value)
    assert (found, type(found)) == (expected, type(expected))


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (values.decimal, "0.04%"),
        (values.decimal, "1_000"),
        (values.decimal, "NaN"),
        (values.decimal, "1e99999"),
        (values.decimal, True),
        (values.decimal, []),
        (values.integer, "1_000"),
        (values.integer, "\uff11\uff12"),
        (values.decimal, "\u0661"),
        (values.integer, True),
        (values.integer, "9" * 5000),
        (values.boolean, "yes"),
        (values.boolean, 1),
        (values.day, "2012-9-1"),
        (values.day, "2012-02-30"),
        (values.day, "20120901"),
    ],
)
def test_what_is_no_value_is_an_error(read, value):
    with pytest.raises(ValueError, match=r"is not|is neither"):
        read(value)


@pytest.mark.parametrize("number", ["+13115556789", "+442071838750", "channel:+13115556789"])
def test_numbers_in_e164_are_taken(number):
    assert values.e164(number) == number


@pytest.mark.parametrize(
    "number",
    [
        "13115556789",
        "+03115556789",
        "+1 311 555",
        "+1311555678901234",
        "+",
        ":+1311",
        "a b:+13",
        "+1\n",
    ],
)
def test_other_numbers_are_refused(number):
    with pytest.raises(ValueError, match="is not a phone number"):
        values.e164(number)
