"""UsageRecordDaily: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.usage_record_daily as api

from .harness import check


def test_query_usage_record_daily() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Usage/Records/Daily."""
    check(
        api.QueryUsageRecordDaily,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Usage/Records/Daily",
        record=api.UsageRecordDaily,
        facts={"paging": "uris", "max_page_size": 1000},
    )
