"""UsageRecordYesterday: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.usage_record_yesterday as api

from .harness import check


def test_query_usage_record_yesterday() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Usage/Records/Yesterday."""
    check(
        api.QueryUsageRecordYesterday,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Usage/Records/Yesterday",
        record=api.UsageRecordYesterday,
        facts={"paging": "uris", "max_page_size": 1000},
    )
