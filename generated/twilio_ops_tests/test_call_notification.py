"""CallNotification: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.call_notification as api

from .harness import check


def test_get_call_notification() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Notifications/{Sid}."""
    check(
        api.GetCallNotification,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls/CA0123456789abcdef0123456789abcdef/Notifications/NO0123456789abcdef0123456789abcdef",
        address="CA0123456789abcdef0123456789abcdef:NO0123456789abcdef0123456789abcdef",
        record=api.CallNotification,
    )


def test_query_call_notification() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Notifications."""
    check(
        api.QueryCallNotification,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls/CA0123456789abcdef0123456789abcdef/Notifications",
        address="CA0123456789abcdef0123456789abcdef",
        record=api.CallNotification,
        facts={"paging": "uris", "max_page_size": 1000},
    )
