"""IncomingPhoneNumber: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.incoming_phone_number as api

from .harness import check


def test_get_incoming_phone_number() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{Sid}."""
    check(
        api.GetIncomingPhoneNumber,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/IncomingPhoneNumbers/PN0123456789abcdef0123456789abcdef",
        address="PN0123456789abcdef0123456789abcdef",
        record=api.IncomingPhoneNumber,
    )


def test_query_incoming_phone_number() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers."""
    check(
        api.QueryIncomingPhoneNumber,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/IncomingPhoneNumbers",
        record=api.IncomingPhoneNumber,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_create_incoming_phone_number() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers."""
    check(
        api.CreateIncomingPhoneNumber,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/IncomingPhoneNumbers",
        arguments={
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
            "emergency_status": "Active",
            "emergency_address_sid": "AD0123456789abcdef0123456789abcdef",
            "trunk_sid": "TK0123456789abcdef0123456789abcdef",
            "identity_sid": "RI0123456789abcdef0123456789abcdef",
            "address_sid": "AD0123456789abcdef0123456789abcdef",
            "voice_receive_mode": "voice",
            "bundle_sid": "BU0123456789abcdef0123456789abcdef",
            "phone_number": "+13115556789",
            "area_code": "text & more",
        },
        sent=[
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
            ("EmergencyStatus", "Active"),
            ("EmergencyAddressSid", "AD0123456789abcdef0123456789abcdef"),
            ("TrunkSid", "TK0123456789abcdef0123456789abcdef"),
            ("IdentitySid", "RI0123456789abcdef0123456789abcdef"),
            ("AddressSid", "AD0123456789abcdef0123456789abcdef"),
            ("VoiceReceiveMode", "voice"),
            ("BundleSid", "BU0123456789abcdef0123456789abcdef"),
            ("PhoneNumber", "+13115556789"),
            ("AreaCode", "text & more"),
        ],
        record=api.IncomingPhoneNumber,
        facts={"status": (201,), "encoding": "form", "either": (("PhoneNumber", "AreaCode"),)},
    )


def test_update_incoming_phone_number() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{Sid}."""
    check(
        api.UpdateIncomingPhoneNumber,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/IncomingPhoneNumbers/PN0123456789abcdef0123456789abcdef",
        address="PN0123456789abcdef0123456789abcdef",
        arguments={
            "account_sid": "AC0123456789abcdef0123456789abcdef",
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
            "emergency_status": "Active",
            "emergency_address_sid": "AD0123456789abcdef0123456789abcdef",
            "trunk_sid": "TK0123456789abcdef0123456789abcdef",
            "voice_receive_mode": "voice",
            "identity_sid": "RI0123456789abcdef0123456789abcdef",
            "address_sid": "AD0123456789abcdef0123456789abcdef",
            "bundle_sid": "BU0123456789abcdef0123456789abcdef",
        },
        sent=[
            ("AccountSid", "AC0123456789abcdef0123456789abcdef"),
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
            ("EmergencyStatus", "Active"),
            ("EmergencyAddressSid", "AD0123456789abcdef0123456789abcdef"),
            ("TrunkSid", "TK0123456789abcdef0123456789abcdef"),
            ("VoiceReceiveMode", "voice"),
            ("IdentitySid", "RI0123456789abcdef0123456789abcdef"),
            ("AddressSid", "AD0123456789abcdef0123456789abcdef"),
            ("BundleSid", "BU0123456789abcdef0123456789abcdef"),
        ],
        record=api.IncomingPhoneNumber,
        facts={"encoding": "form"},
    )


def test_delete_incoming_phone_number() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{Sid}."""
    check(
        api.DeleteIncomingPhoneNumber,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/IncomingPhoneNumbers/PN0123456789abcdef0123456789abcdef",
        address="PN0123456789abcdef0123456789abcdef",
        facts={"status": (204,)},
    )
