"""CallNotification: every action through both doors, on sample documents."""

from __future__ import annotations

from twilio_ops.api.call_notification import (
    CallNotification,
    GetCallNotification,
    QueryCallNotification,
)

from .harness import check


def test_get_call_notification() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Notifications/{Sid}."""
    records = check(
        GetCallNotification,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls/CA0123456789abcdef0123456789abcdef/Notifications/NO0123456789abcdef0123456789abcdef",
        address="CA0123456789abcdef0123456789abcdef:NO0123456789abcdef0123456789abcdef",
    )
    assert [CallNotification] == [type(record) for record in records]


def test_query_call_notification() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Notifications."""
    records = check(
        QueryCallNotification,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls/CA0123456789abcdef0123456789abcdef/Notifications",
        address="CA0123456789abcdef0123456789abcdef",
    )
    assert [CallNotification] == [type(record) for record in records]
