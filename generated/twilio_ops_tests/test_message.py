"""Message: every action through both doors, on sample documents."""

# What is deprecated is tried like the rest.
# mypy: disable-error-code="deprecated"
# pyright: reportDeprecated=false

from __future__ import annotations

from decimal import Decimal

import twilio_ops.api.message as api

from .harness import check


def test_get_message() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Messages/{Sid}."""
    check(
        api.GetMessage,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Messages/SM0123456789abcdef0123456789abcdef",
        address="SM0123456789abcdef0123456789abcdef",
        record=api.Message,
    )


def test_query_message() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Messages."""
    check(
        api.QueryMessage,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Messages",
        record=api.Message,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_create_message() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Messages."""
    check(
        api.CreateMessage,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Messages",
        arguments={
            "to": "+13115556789",
            "status_callback": "https://example.com/resource",
            "application_sid": "AP0123456789abcdef0123456789abcdef",
            "max_price": Decimal("1.5"),
            "provide_feedback": True,
            "attempt": 1,
            "validity_period": 1,
            "force_delivery": True,
            "content_retention": "retain",
            "address_retention": "retain",
            "smart_encoded": True,
            "persistent_action": ["text & more"],
            "traffic_type": "free",
            "shorten_urls": True,
            "schedule_type": "fixed",
            "send_at": "2012-09-17T01:13:42Z",
            "send_as_mms": True,
            "content_variables": "text & more",
            "risk_check": "enable",
            "from_": "+13115556789",
            "fallback_from": "+13115556789",
            "messaging_service_sid": "MG0123456789abcdef0123456789abcdef",
            "body": "text & more",
            "media_url": ["https://example.com/resource"],
            "content_sid": "HX0123456789abcdef0123456789abcdef",
        },
        sent=[
            ("To", "+13115556789"),
            ("StatusCallback", "https://example.com/resource"),
            ("ApplicationSid", "AP0123456789abcdef0123456789abcdef"),
            ("MaxPrice", "1.5"),
            ("ProvideFeedback", "true"),
            ("Attempt", "1"),
            ("ValidityPeriod", "1"),
            ("ForceDelivery", "true"),
            ("ContentRetention", "retain"),
            ("AddressRetention", "retain"),
            ("SmartEncoded", "true"),
            ("PersistentAction", "text & more"),
            ("TrafficType", "free"),
            ("ShortenUrls", "true"),
            ("ScheduleType", "fixed"),
            ("SendAt", "2012-09-17T01:13:42Z"),
            ("SendAsMms", "true"),
            ("ContentVariables", "text & more"),
            ("RiskCheck", "enable"),
            ("From", "+13115556789"),
            ("FallbackFrom", "+13115556789"),
            ("MessagingServiceSid", "MG0123456789abcdef0123456789abcdef"),
            ("Body", "text & more"),
            ("MediaUrl", "https://example.com/resource"),
            ("ContentSid", "HX0123456789abcdef0123456789abcdef"),
        ],
        record=api.Message,
        facts={
            "status": (201,),
            "encoding": "form",
            "either": (("From", "MessagingServiceSid"), ("Body", "MediaUrl", "ContentSid")),
            "required": ("To",),
        },
    )


def test_update_message() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Messages/{Sid}."""
    check(
        api.UpdateMessage,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Messages/SM0123456789abcdef0123456789abcdef",
        address="SM0123456789abcdef0123456789abcdef",
        arguments={
            "body": "text & more",
            "status": "canceled",
        },
        sent=[
            ("Body", "text & more"),
            ("Status", "canceled"),
        ],
        record=api.Message,
        facts={"encoding": "form"},
    )


def test_delete_message() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/Messages/{Sid}."""
    check(
        api.DeleteMessage,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Messages/SM0123456789abcdef0123456789abcdef",
        address="SM0123456789abcdef0123456789abcdef",
        facts={"status": (204,)},
    )
