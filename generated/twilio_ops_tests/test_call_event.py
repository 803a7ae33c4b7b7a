"""CallEvent: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.call_event as api

from .harness import check


def test_query_call_event() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Events."""
    check(
        api.QueryCallEvent,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls/CA0123456789abcdef0123456789abcdef/Events",
        address="CA0123456789abcdef0123456789abcdef",
        record=api.CallEvent,
        facts={"paging": "uris", "max_page_size": 1000},
    )
