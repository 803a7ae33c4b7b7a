"""Time as it is shown, written and read, and what is to happen in it."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import format_datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twilio_ops_emulator.state import clock

INSTANTS = st.integers(clock.EARLIEST, clock.LATEST)


@settings(max_examples=40)
@given(INSTANTS)
def test_instants_are_written_as_pythons_own_library_does(at: int) -> None:
    """In all three forms, and as days; each is read back, in whole seconds."""
    known = datetime(1970, 1, 1, tzinfo=UTC).fromtimestamp(at, UTC)
    assert clock.rfc2822(at) == format_datetime(known)
    assert clock.iso8601(at) == known.isoformat()
    assert clock.iso8601_utc(at) == known.isoformat().replace("+00:00", "Z")
    assert clock.day_of(at) == clock.day_of(at + 0.9) == known.date().isoformat()
    for text in (clock.rfc2822(at), clock.iso8601(at), clock.iso8601_utc(at)):
        if known.year >= 1900:  # what the library reads years as is its own affair before
            assert clock.instant(text) == at
    assert clock.midnight(clock.day_of(at)) == at // clock.DAY * clock.DAY


@pytest.mark.parametrize("month", range(1, 13))
def test_months_are_called_as_the_service_calls_them(month: int) -> None:
    """By three letters."""
    at = int(datetime(2026, month, 9, tzinfo=UTC).timestamp())
    names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    assert clock.rfc2822(at).split()[1:4] == ["09", names[month - 1], "2026"]


@given(st.floats(clock.EARLIEST, clock.LATEST))
@settings(max_examples=20)
def test_seconds_are_an_instant(at: float) -> None:
    """With their fraction."""
    assert clock.instant(at) == at


def test_a_clock_shows_what_it_was_set_to() -> None:
    """In any form that an instant has, or what the machine's shows."""
    assert clock.Clock("2012-09-17T01:13:42Z", frozen=True).now() == 1347844422
    assert clock.Clock(datetime(2012, 9, 17, 1, 13, 42), frozen=True).now() == 1347844422
    still = clock.Clock(frozen=True)
    assert still.frozen and still.now() == still.now() == still.base
    runs = clock.Clock()
    assert abs(runs.now() - still.now()) < 60
    still.set(10.5)
    still.advance(0.25)
    assert still.now() == 10.75
    with pytest.raises(ValueError, match=r"^a clock only moves forward$"):
        still.advance(-0.001)
    assert still.now() == 10.75
    with pytest.raises(
        ValueError,
        match=r"^'never' is not a time in ISO 8601 or RFC 2822, of the years 1 to 9999$",
    ):
        clock.Clock("never")


@settings(max_examples=40)
@given(st.lists(st.integers(0, 5), max_size=12), st.integers(0, 5))
def test_events_come_in_order_of_time_and_then_as_they_were_put(times: list[int], now: int) -> None:
    """Those alone whose time has come, also after all were kept and put back."""
    events = clock.EventQueue()
    for number, at in enumerate(times):
        events.put(float(at), "Call", str(number), {"number": number})
    expected = sorted(range(len(times)), key=lambda number: times[number])
    assert [event.name for event in events.soonest(99)] == [str(n) for n in expected]
    assert events.next_at() == (min(times) if times else None)
    other = clock.EventQueue()
    other.put(9.0, "Call", "gone", {})
    other.load(events.dump())
    other.put(float(now), "Call", "last", {})
    for queue, more in ((events, []), (other, ["last"])):
        due = []
        while (event := queue.due(now)) is not None:
            due.append(event.name)
        assert due == [*(str(n) for n in expected if times[n] <= now), *more]
        assert len(queue) == sum(at > now for at in times)
