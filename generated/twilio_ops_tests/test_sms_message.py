"""SMSMessage: every action through both doors, on sample documents."""

# What is deprecated is tried like the rest.
# mypy: disable-error-code="deprecated"
# pyright: reportDeprecated=false

from __future__ import annotations

import twilio_ops.api.sms_message as api

from .harness import check


def test_get_sms_message() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/SMS/Messages/{Sid}."""
    check(
        api.GetSMSMessage,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SMS/Messages/SM0123456789abcdef0123456789abcdef",
        address="SM0123456789abcdef0123456789abcdef",
        record=api.SMSMessage,
    )


def test_query_sms_message() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/SMS/Messages."""
    check(
        api.QuerySMSMessage,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SMS/Messages",
        record=api.SMSMessage,
        facts={"paging": "uris"},
    )


def test_create_sms_message() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/SMS/Messages."""
    check(
        api.CreateSMSMessage,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SMS/Messages",
        arguments={
            "to": "+13115556789",
            "from_": "+13115556789",
            "body": "text & more",
            "status_callback": "https://example.com/resource",
            "application_sid": "AP0123456789abcdef0123456789abcdef",
        },
        sent=[
            ("To", "+13115556789"),
            ("From", "+13115556789"),
            ("Body", "text & more"),
            ("StatusCallback", "https://example.com/resource"),
            ("ApplicationSid", "AP0123456789abcdef0123456789abcdef"),
        ],
        record=api.SMSMessage,
        facts={"status": (201,), "encoding": "form", "required": ("Body", "From", "To")},
    )


def test_update_sms_message() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/SMS/Messages/{Sid}."""
    check(
        api.UpdateSMSMessage,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SMS/Messages/SM0123456789abcdef0123456789abcdef",
        address="SM0123456789abcdef0123456789abcdef",
        arguments={
            "body": "text & more",
            "status": "canceled",
        },
        sent=[
            ("Body", "text & more"),
            ("Status", "canceled"),
        ],
        record=api.SMSMessage,
        facts={"encoding": "form"},
    )
