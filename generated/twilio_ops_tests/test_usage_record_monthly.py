"""UsageRecordMonthly: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.usage_record_monthly as api

from .harness import check


def test_query_usage_record_monthly() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Usage/Records/Monthly."""
    check(
        api.QueryUsageRecordMonthly,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Usage/Records/Monthly",
        record=api.UsageRecordMonthly,
        facts={"paging": "uris", "max_page_size": 1000},
    )
