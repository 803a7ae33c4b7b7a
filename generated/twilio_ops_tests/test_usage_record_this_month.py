"""UsageRecordThisMonth: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.usage_record_this_month as api

from .harness import check


def test_query_usage_record_this_month() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Usage/Records/ThisMonth."""
    check(
        api.QueryUsageRecordThisMonth,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Usage/Records/ThisMonth",
        record=api.UsageRecordThisMonth,
        facts={"paging": "uris", "max_page_size": 1000},
    )
