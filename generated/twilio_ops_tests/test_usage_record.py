"""UsageRecord: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.usage_record as api

from .harness import check


def test_query_usage_record() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Usage/Records."""
    check(
        api.QueryUsageRecord,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Usage/Records",
        record=api.UsageRecord,
        facts={"paging": "uris", "max_page_size": 1000},
    )
