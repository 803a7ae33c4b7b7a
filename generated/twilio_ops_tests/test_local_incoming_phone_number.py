"""LocalIncomingPhoneNumber: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.local_incoming_phone_number as api

from .harness import check


def test_get_local_incoming_phone_number() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{Sid}."""
    check(
        api.GetLocalIncomingPhoneNumber,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/IncomingPhoneNumbers/PN0123456789abcdef0123456789abcdef",
        address="PN0123456789abcdef0123456789abcdef",
        record=api.LocalIncomingPhoneNumber,
    )


def test_query_local_incoming_phone_number() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/Local."""
    check(
        api.QueryLocalIncomingPhoneNumber,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/IncomingPhoneNumbers/Local",
        record=api.LocalIncomingPhoneNumber,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_create_local_incoming_phone_number() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/Local."""
    check(
        api.CreateLocalIncomingPhoneNumber,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/IncomingPhoneNumbers/Local",
        arguments={
            "phone_number": "+13115556789",
            "api_version": "text & more",
            "friendly_name": "text & more",
            "sms_application_sid": "AP0123456789abcdef0123456789abcdef",
            "sms_fallback_method": "POST",
            "sms_fallback_url": "https://example.com/resource",
            "sms_method": "POST",
            "sms_url": "https://example.com/resource",
            "status_callback": "https://example.com/resource",
            "status_callback_method": "POST",
            "voice_application_sid": "AP0123456789abcdef0123456789abcdef",
            "voice_caller_id_lookup": True,
            "voice_fallback_method": "POST",
            "voice_fallback_url": "https://example.com/resource",
            "voice_method": "POST",
            "voice_url": "https://example.com/resource",
            "identity_sid": "RI0123456789abcdef0123456789abcdef",
            "address_sid": "AD0123456789abcdef0123456789abcdef",
            "emergency_status": "Active",
            "emergency_address_sid": "AD0123456789abcdef0123456789abcdef",
            "trunk_sid": "TK0123456789abcdef0123456789abcdef",
            "voice_receive_mode": "voice",
            "bundle_sid": "BU0123456789abcdef0123456789abcdef",
        },
        sent=[
            ("PhoneNumber", "+13115556789"),
            ("ApiVersion", "text & more"),
            ("FriendlyName", "text & more"),
            ("SmsApplicationSid", "AP0123456789abcdef0123456789abcdef"),
            ("SmsFallbackMethod", "POST"),
            ("SmsFallbackUrl", "https://example.com/resource"),
            ("SmsMethod", "POST"),
            ("SmsUrl", "https://example.com/resource"),
            ("StatusCallback", "https://example.com/resource"),
            ("StatusCallbackMethod", "POST"),
            ("VoiceApplicationSid", "AP0123456789abcdef0123456789abcdef"),
            ("VoiceCallerIdLookup", "true"),
            ("VoiceFallbackMethod", "POST"),
            ("VoiceFallbackUrl", "https://example.com/resource"),
            ("VoiceMethod", "POST"),
            ("VoiceUrl", "https://example.com/resource"),
            ("IdentitySid", "RI0123456789abcdef0123456789abcdef"),
            ("AddressSid", "AD0123456789abcdef0123456789abcdef"),
            ("EmergencyStatus", "Active"),
            ("EmergencyAddressSid", "AD0123456789abcdef0123456789abcdef"),
            ("TrunkSid", "TK0123456789abcdef0123456789abcdef"),
            ("VoiceReceiveMode", "voice"),
            ("BundleSid", "BU0123456789abcdef0123456789abcdef"),
        ],
        record=api.LocalIncomingPhoneNumber,
        facts={"status": (201,), "encoding": "form", "required": ("PhoneNumber",)},
    )
