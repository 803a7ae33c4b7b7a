"""Notification: every action through both doors, on sample documents."""

# What is deprecated is tried like the rest.
# mypy: disable-error-code="deprecated"
# pyright: reportDeprecated=false

from __future__ import annotations

import twilio_ops.api.notification as api

from .harness import check, refuses


def test_get_notification() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Notifications/{Sid}."""
    check(
        api.GetNotification,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Notifications/NO0123456789abcdef0123456789abcdef",
        address="NO0123456789abcdef0123456789abcdef",
        record=api.Notification,
    )


def test_query_notification() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Notifications."""
    check(
        api.QueryNotification,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Notifications",
        record=api.Notification,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_delete_notification() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/Notifications/{Sid}."""
    refuses(
        api.DeleteNotification,
        address="NO0123456789abcdef0123456789abcdef",
    )
