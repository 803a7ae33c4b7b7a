"""Usage by day, month and year, of all time and of single days and months: what falls where."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from emulator_client import Client

from twilio_ops_emulator import Clock, Emulator
from twilio_ops_emulator.state.clock import DAY, instant
from twilio_ops_emulator.state.usage import Amount

DAYS = {
    "2025-12-31": 1,
    "2026-01-01": 2,
    "2026-02-28": 4,
    "2026-03-01": 8,
    "2026-03-30": 16,
    "2026-03-31": 32,
}
"""A day, and how many messages were sent on it."""


@pytest.fixture(scope="module")
def client() -> Client:
    """An account with messages on some days, which it was made before."""
    emulator = Emulator(clock=Clock("2025-12-30T12:00:00", frozen=True), seed=1)
    emulator.advance(instant("2026-03-31T12:00:00") - emulator.clock.now())
    for day, count in DAYS.items():
        amount = Amount(Decimal(count), Decimal(2 * count), Decimal(count) / 4)
        emulator.state.usage.add(emulator.account_sid, instant(day) + DAY - 1, "sms-outbound", amount)  # fmt: skip
    return Client(emulator)


ROWS: list[tuple[str, dict[str, str], list[tuple[str, str, int]]]] = [
    ("", {}, [("2025-12-30", "2026-03-31", 63)]),
    ("", {"StartDate": "2026-01-01", "EndDate": "2026-02-28"}, [("2026-01-01", "2026-02-28", 6)]),
    ("", {"StartDate": "2026-03-31"}, [("2026-03-31", "2026-03-31", 32)]),
    ("", {"EndDate": "2026-01-01"}, [("2025-12-30", "2026-01-01", 3)]),
    ("", {"EndDate": "2025-01-01"}, [("2025-01-01", "2025-01-01", 0)]),
    ("", {"StartDate": "-1days"}, [("2026-03-30", "2026-03-31", 48)]),
    ("", {"StartDate": "-31days", "EndDate": "-30days"}, [("2026-02-28", "2026-03-01", 12)]),
    ("/AllTime", {}, [("2025-12-30", "2026-03-31", 63)]),
    ("/Today", {}, [("2026-03-31", "2026-03-31", 32)]),
    ("/Yesterday", {}, [("2026-03-30", "2026-03-30", 16)]),
    ("/ThisMonth", {}, [("2026-03-01", "2026-03-31", 56)]),
    ("/LastMonth", {}, [("2026-02-01", "2026-02-28", 4)]),
    ("/Daily", {}, [(day, day, count) for day, count in reversed(DAYS.items())]),
    ("/Daily", {"StartDate": "2026-03-01", "EndDate": "2026-03-30"}, [("2026-03-30", "2026-03-30", 16), ("2026-03-01", "2026-03-01", 8)]),
    ("/Monthly", {}, [("2026-03-01", "2026-03-31", 56), ("2026-02-01", "2026-02-28", 4), ("2026-01-01", "2026-01-31", 2), ("2025-12-01", "2025-12-31", 1)]),
    ("/Monthly", {"StartDate": "2026-02-10", "EndDate": "2026-03-15"}, [("2026-03-01", "2026-03-15", 8), ("2026-02-10", "2026-02-28", 4)]),
    ("/Yearly", {}, [("2026-01-01", "2026-03-31", 62), ("2025-01-01", "2025-12-31", 1)]),
    ("/Yearly", {"StartDate": "2025-12-31", "EndDate": "2026-03-31"}, [("2026-01-01", "2026-03-31", 62), ("2025-12-31", "2025-12-31", 1)]),
]  # fmt: skip


@pytest.mark.parametrize(("path", "query", "expected"), ROWS, ids=range(len(ROWS)))
@pytest.mark.parametrize("category", ["sms-outbound", "sms", "totalprice"])
def test_what_was_used_when(
    client: Client,
    path: str,
    query: dict[str, str],
    expected: list[tuple[str, str, int]],
    category: str,
) -> None:
    """Newest first, in the category and in those that it adds up to."""
    rows: list[dict[str, Any]] = client.listed(
        f"Usage/Records{path}.json", "usage_records", Category=category, **query
    )
    assert [(row["start_date"], row["end_date"]) for row in rows] == [row[:2] for row in expected]
    counts = [count for *_, count in expected]
    assert [int(row["count"]) for row in rows] == counts
    assert [Decimal(row["price"]) * 4 for row in rows] == counts
    usage = [Decimal(row["usage"]) for row in rows]
    if category == "totalprice":
        assert [4 * value for value in usage] == counts
    else:
        assert usage == [2 * count for count in counts]


def test_pages_of_usage_go_by_category_and_then_by_day(client: Client) -> None:
    """Each record once, whatever the size of the pages."""
    whole = client.listed("Usage/Records/Daily.json", "usage_records", PageSize="1000")
    keys = [(row["category"], row["start_date"]) for row in whole]
    assert len(set(keys)) == len(keys) == 3 * len(DAYS)
    categories = list(dict.fromkeys(key for key, _ in keys))
    assert keys == [(one, day) for one in categories for day in sorted(DAYS, reverse=True)]
    for size in ("1", "4", "7"):
        assert client.listed("Usage/Records/Daily.json", "usage_records", PageSize=size) == whole


TRIGGERS = [
    ("sms", "count", None, "63"),
    ("sms", "usage", None, "126"),
    ("sms", "price", None, "15.75"),
    ("sms", "count", "daily", "32"),
    ("sms", "count", "monthly", "56"),
    ("sms", "count", "yearly", "62"),
    ("totalprice", "price", "monthly", "14.00"),
]


@pytest.mark.parametrize(("category", "by", "recurring", "value"), TRIGGERS)
def test_what_a_trigger_counts(
    client: Client, category: str, by: str, recurring: str | None, value: str
) -> None:
    """Of all time, or of the period that it is; a value with + counts from there."""
    form = {"UsageCategory": category, "TriggerBy": by, "CallbackUrl": "http://localhost/"}
    if recurring:
        form["Recurring"] = recurring
    made = client.made("Usage/Triggers.json", {**form, "TriggerValue": "+1000"})
    assert Decimal(made["current_value"]) == Decimal(value)
    assert Decimal(made["trigger_value"]) == 1000 + Decimal(value)
    plain = client.made("Usage/Triggers.json", {**form, "TriggerValue": "1000.50"})
    assert (plain["trigger_value"], plain["recurring"]) == ("1000.50", recurring)
    assert (plain["trigger_by"], plain["usage_category"]) == (by, category)
