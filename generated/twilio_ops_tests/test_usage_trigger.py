"""UsageTrigger: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.usage_trigger as api

from .harness import check


def test_get_usage_trigger() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Usage/Triggers/{Sid}."""
    check(
        api.GetUsageTrigger,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Usage/Triggers/UT0123456789abcdef0123456789abcdef",
        address="UT0123456789abcdef0123456789abcdef",
        record=api.UsageTrigger,
    )


def test_query_usage_trigger() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Usage/Triggers."""
    check(
        api.QueryUsageTrigger,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Usage/Triggers",
        record=api.UsageTrigger,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_create_usage_trigger() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Usage/Triggers."""
    check(
        api.CreateUsageTrigger,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Usage/Triggers",
        arguments={
            "callback_url": "https://example.com/resource",
            "trigger_value": "text & more",
            "usage_category": "text & more",
            "callback_method": "POST",
            "friendly_name": "text & more",
            "recurring": "daily",
            "trigger_by": "count",
        },
        sent=[
            ("CallbackUrl", "https://example.com/resource"),
            ("TriggerValue", "text & more"),
            ("UsageCategory", "text & more"),
            ("CallbackMethod", "POST"),
            ("FriendlyName", "text & more"),
            ("Recurring", "daily"),
            ("TriggerBy", "count"),
        ],
        record=api.UsageTrigger,
        facts={"status": (201,), "encoding": "form", "required": ("CallbackUrl", "TriggerValue", "UsageCategory")},
    )


def test_update_usage_trigger() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Usage/Triggers/{Sid}."""
    check(
        api.UpdateUsageTrigger,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Usage/Triggers/UT0123456789abcdef0123456789abcdef",
        address="UT0123456789abcdef0123456789abcdef",
        arguments={
            "callback_method": "POST",
            "callback_url": "https://example.com/resource",
            "friendly_name": "text & more",
        },
        sent=[
            ("CallbackMethod", "POST"),
            ("CallbackUrl", "https://example.com/resource"),
            ("FriendlyName", "text & more"),
        ],
        record=api.UsageTrigger,
        facts={"encoding": "form"},
    )


def test_delete_usage_trigger() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/Usage/Triggers/{Sid}."""
    check(
        api.DeleteUsageTrigger,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Usage/Triggers/UT0123456789abcdef0123456789abcdef",
        address="UT0123456789abcdef0123456789abcdef",
        facts={"status": (204,)},
    )
