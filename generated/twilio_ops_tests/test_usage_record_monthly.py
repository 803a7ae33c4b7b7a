"""UsageRecordMonthly: every action through both doors, on sample documents."""

from __future__ import annotations

from twilio_ops.api.usage_record_monthly import (
    QueryUsageRecordMonthly,
    UsageRecordMonthly,
)

from .harness import check


def test_query_usage_record_monthly() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Usage/Records/Monthly."""
    records = check(
        QueryUsageRecordMonthly,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Usage/Records/Monthly",
    )
    assert [UsageRecordMonthly] == [type(record) for record in records]
