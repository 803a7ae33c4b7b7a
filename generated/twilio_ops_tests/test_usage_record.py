"""UsageRecord: every action through both doors, on sample documents."""

from __future__ import annotations

from twilio_ops.api.usage_record import (
    QueryUsageRecord,
    UsageRecord,
)

from .harness import check


def test_query_usage_record() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Usage/Records."""
    records = check(
        QueryUsageRecord,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Usage/Records",
    )
    assert [UsageRecord] == [type(record) for record in records]
