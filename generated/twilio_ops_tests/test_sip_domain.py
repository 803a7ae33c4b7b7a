"""SipDomain: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.sip_domain as api

from .harness import check


def test_get_sip_domain() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{Sid}."""
    check(
        api.GetSipDomain,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/Domains/SD0123456789abcdef0123456789abcdef",
        address="SD0123456789abcdef0123456789abcdef",
        record=api.SipDomain,
    )


def test_query_sip_domain() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/SIP/Domains."""
    check(
        api.QuerySipDomain,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/Domains",
        record=api.SipDomain,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_create_sip_domain() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/SIP/Domains."""
    check(
        api.CreateSipDomain,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/Domains",
        arguments={
            "domain_name": "text & more",
            "friendly_name": "text & more",
            "voice_url": "https://example.com/resource",
            "voice_method": "POST",
            "voice_fallback_url": "https://example.com/resource",
            "voice_fallback_method": "POST",
            "voice_status_callback_url": "https://example.com/resource",
            "voice_status_callback_method": "POST",
            "sip_registration": True,
            "emergency_calling_enabled": True,
            "secure": True,
            "byoc_trunk_sid": "BY0123456789abcdef0123456789abcdef",
            "emergency_caller_sid": "PN0123456789abcdef0123456789abcdef",
        },
        sent=[
            ("DomainName", "text & more"),
            ("FriendlyName", "text & more"),
            ("VoiceUrl", "https://example.com/resource"),
            ("VoiceMethod", "POST"),
            ("VoiceFallbackUrl", "https://example.com/resource"),
            ("VoiceFallbackMethod", "POST"),
            ("VoiceStatusCallbackUrl", "https://example.com/resource"),
            ("VoiceStatusCallbackMethod", "POST"),
            ("SipRegistration", "true"),
            ("EmergencyCallingEnabled", "true"),
            ("Secure", "true"),
            ("ByocTrunkSid", "BY0123456789abcdef0123456789abcdef"),
            ("EmergencyCallerSid", "PN0123456789abcdef0123456789abcdef"),
        ],
        record=api.SipDomain,
        facts={"status": (201,), "encoding": "form", "required": ("DomainName",)},
    )


def test_update_sip_domain() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{Sid}."""
    check(
        api.UpdateSipDomain,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/Domains/SD0123456789abcdef0123456789abcdef",
        address="SD0123456789abcdef0123456789abcdef",
        arguments={
            "friendly_name": "text & more",
            "voice_fallback_method": "POST",
            "voice_fallback_url": "https://example.com/resource",
            "voice_method": "POST",
            "voice_status_callback_method": "POST",
            "voice_status_callback_url": "https://example.com/resource",
            "voice_url": "https://example.com/resource",
            "sip_registration": True,
            "domain_name": "text & more",
            "emergency_calling_enabled": True,
            "secure": True,
            "byoc_trunk_sid": "BY0123456789abcdef0123456789abcdef",
            "emergency_caller_sid": "PN0123456789abcdef0123456789abcdef",
        },
        sent=[
            ("FriendlyName", "text & more"),
            ("VoiceFallbackMethod", "POST"),
            ("VoiceFallbackUrl", "https://example.com/resource"),
            ("VoiceMethod", "POST"),
            ("VoiceStatusCallbackMethod", "POST"),
            ("VoiceStatusCallbackUrl", "https://example.com/resource"),
            ("VoiceUrl", "https://example.com/resource"),
            ("SipRegistration", "true"),
            ("DomainName", "text & more"),
            ("EmergencyCallingEnabled", "true"),
            ("Secure", "true"),
            ("ByocTrunkSid", "BY0123456789abcdef0123456789abcdef"),
            ("EmergencyCallerSid", "PN0123456789abcdef0123456789abcdef"),
        ],
        record=api.SipDomain,
        facts={"encoding": "form"},
    )


def test_delete_sip_domain() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{Sid}."""
    check(
        api.DeleteSipDomain,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/Domains/SD0123456789abcdef0123456789abcdef",
        address="SD0123456789abcdef0123456789abcdef",
        facts={"status": (204,)},
    )
