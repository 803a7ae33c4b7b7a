"""Application: every action through both doors, on sample documents."""

# What is deprecated is tried like the rest.
# mypy: disable-error-code="deprecated"
# pyright: reportDeprecated=false

from __future__ import annotations

import twilio_ops.api.application as api

from .harness import check


def test_get_application() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Applications/{Sid}."""
    check(
        api.GetApplication,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Applications/AP0123456789abcdef0123456789abcdef",
        address="AP0123456789abcdef0123456789abcdef",
        record=api.Application,
    )


def test_query_application() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Applications."""
    check(
        api.QueryApplication,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Applications",
        record=api.Application,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_create_application() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Applications."""
    check(
        api.CreateApplication,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Applications",
        arguments={
            "api_version": "text & more",
            "voice_url": "https://example.com/resource",
            "voice_method": "POST",
            "voice_fallback_url": "https://example.com/resource",
            "voice_fallback_method": "POST",
            "status_callback": "https://example.com/resource",
            "status_callback_method": "POST",
            "voice_caller_id_lookup": True,
            "sms_url": "https://example.com/resource",
            "sms_method": "POST",
            "sms_fallback_url": "https://example.com/resource",
            "sms_fallback_method": "POST",
            "sms_status_callback": "https://example.com/resource",
            "message_status_callback": "https://example.com/resource",
            "friendly_name": "text & more",
            "public_application_connect_enabled": True,
        },
        sent=[
            ("ApiVersion", "text & more"),
            ("VoiceUrl", "https://example.com/resource"),
            ("VoiceMethod", "POST"),
            ("VoiceFallbackUrl", "https://example.com/resource"),
            ("VoiceFallbackMethod", "POST"),
            ("StatusCallback", "https://example.com/resource"),
            ("StatusCallbackMethod", "POST"),
            ("VoiceCallerIdLookup", "true"),
            ("SmsUrl", "https://example.com/resource"),
            ("SmsMethod", "POST"),
            ("SmsFallbackUrl", "https://example.com/resource"),
            ("SmsFallbackMethod", "POST"),
            ("SmsStatusCallback", "https://example.com/resource"),
            ("MessageStatusCallback", "https://example.com/resource"),
            ("FriendlyName", "text & more"),
            ("PublicApplicationConnectEnabled", "true"),
        ],
        record=api.Application,
        facts={"status": (201,), "encoding": "form"},
    )


def test_update_application() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Applications/{Sid}."""
    check(
        api.UpdateApplication,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Applications/AP0123456789abcdef0123456789abcdef",
        address="AP0123456789abcdef0123456789abcdef",
        arguments={
            "friendly_name": "text & more",
            "api_version": "text & more",
            "voice_url": "https://example.com/resource",
            "voice_method": "POST",
            "voice_fallback_url": "https://example.com/resource",
            "voice_fallback_method": "POST",
            "status_callback": "https://example.com/resource",
            "status_callback_method": "POST",
            "voice_caller_id_lookup": True,
            "sms_url": "https://example.com/resource",
            "sms_method": "POST",
            "sms_fallback_url": "https://example.com/resource",
            "sms_fallback_method": "POST",
            "sms_status_callback": "https://example.com/resource",
            "message_status_callback": "https://example.com/resource",
            "public_application_connect_enabled": True,
        },
        sent=[
            ("FriendlyName", "text & more"),
            ("ApiVersion", "text & more"),
            ("VoiceUrl", "https://example.com/resource"),
            ("VoiceMethod", "POST"),
            ("VoiceFallbackUrl", "https://example.com/resource"),
            ("VoiceFallbackMethod", "POST"),
            ("StatusCallback", "https://example.com/resource"),
            ("StatusCallbackMethod", "POST"),
            ("VoiceCallerIdLookup", "true"),
            ("SmsUrl", "https://example.com/resource"),
            ("SmsMethod", "POST"),
            ("SmsFallbackUrl", "https://example.com/resource"),
            ("SmsFallbackMethod", "POST"),
            ("SmsStatusCallback", "https://example.com/resource"),
            ("MessageStatusCallback", "https://example.com/resource"),
            ("PublicApplicationConnectEnabled", "true"),
        ],
        record=api.Application,
        facts={"encoding": "form"},
    )


def test_delete_application() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/Applications/{Sid}."""
    check(
        api.DeleteApplication,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Applications/AP0123456789abcdef0123456789abcdef",
        address="AP0123456789abcdef0123456789abcdef",
        facts={"status": (204,)},
    )
