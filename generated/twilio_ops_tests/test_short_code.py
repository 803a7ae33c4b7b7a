"""ShortCode: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.short_code as api

from .harness import check, refuses


def test_get_short_code() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/SMS/ShortCodes/{Sid}."""
    check(
        api.GetShortCode,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SMS/ShortCodes/SC0123456789abcdef0123456789abcdef",
        address="SC0123456789abcdef0123456789abcdef",
        record=api.ShortCode,
    )


def test_query_short_code() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/SMS/ShortCodes."""
    check(
        api.QueryShortCode,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SMS/ShortCodes",
        record=api.ShortCode,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_update_short_code() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/SMS/ShortCodes/{Sid}."""
    check(
        api.UpdateShortCode,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SMS/ShortCodes/SC0123456789abcdef0123456789abcdef",
        address="SC0123456789abcdef0123456789abcdef",
        arguments={
            "friendly_name": "text & more",
            "api_version": "text & more",
            "sms_url": "https://example.com/resource",
            "sms_method": "POST",
            "sms_fallback_url": "https://example.com/resource",
            "sms_fallback_method": "POST",
        },
        sent=[
            ("FriendlyName", "text & more"),
            ("ApiVersion", "text & more"),
            ("SmsUrl", "https://example.com/resource"),
            ("SmsMethod", "POST"),
            ("SmsFallbackUrl", "https://example.com/resource"),
            ("SmsFallbackMethod", "POST"),
        ],
        record=api.ShortCode,
        facts={"encoding": "form"},
    )


def test_delete_short_code() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/SMS/ShortCodes/{Sid}."""
    refuses(
        api.DeleteShortCode,
        address="SC0123456789abcdef0123456789abcdef",
    )
