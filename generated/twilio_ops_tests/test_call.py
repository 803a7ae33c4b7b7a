"""Call: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.call as api

from .harness import check


def test_get_call() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Calls/{Sid}."""
    check(
        api.GetCall,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls/CA0123456789abcdef0123456789abcdef",
        address="CA0123456789abcdef0123456789abcdef",
        record=api.Call,
    )


def test_query_call() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Calls."""
    check(
        api.QueryCall,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls",
        record=api.Call,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_create_call() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Calls."""
    check(
        api.CreateCall,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls",
        arguments={
            "to": "+13115556789",
            "from_": "+13115556789",
            "method": "POST",
            "fallback_url": "https://example.com/resource",
            "fallback_method": "POST",
            "status_callback": "https://example.com/resource",
            "status_callback_event": ["text & more"],
            "status_callback_method": "POST",
            "send_digits": "text & more",
            "timeout": 1,
            "record": True,
            "recording_channels": "mono",
            "recording_status_callback": "text & more",
            "recording_status_callback_method": "POST",
            "sip_auth_username": "text & more",
            "sip_auth_password": "text & more",
            "machine_detection": "text & more",
            "machine_detection_timeout": 1,
            "recording_status_callback_event": ["text & more"],
            "trim": "text & more",
            "caller_id": "text & more",
            "machine_detection_speech_threshold": 1,
            "machine_detection_speech_end_threshold": 1,
            "machine_detection_silence_timeout": 1,
            "async_amd": "text & more",
            "async_amd_status_callback": "https://example.com/resource",
            "async_amd_status_callback_method": "POST",
            "byoc": "BY0123456789abcdef0123456789abcdef",
            "call_reason": "text & more",
            "call_token": "text & more",
            "recording_track": "text & more",
            "time_limit": 1,
            "client_notification_url": "https://example.com/resource",
            "url": "https://example.com/resource",
            "twiml": "text & more",
            "application_sid": "AP0123456789abcdef0123456789abcdef",
        },
        sent=[
            ("To", "+13115556789"),
            ("From", "+13115556789"),
            ("Method", "POST"),
            ("FallbackUrl", "https://example.com/resource"),
            ("FallbackMethod", "POST"),
            ("StatusCallback", "https://example.com/resource"),
            ("StatusCallbackEvent", "text & more"),
            ("StatusCallbackMethod", "POST"),
            ("SendDigits", "text & more"),
            ("Timeout", "1"),
            ("Record", "true"),
            ("RecordingChannels", "mono"),
            ("RecordingStatusCallback", "text & more"),
            ("RecordingStatusCallbackMethod", "POST"),
            ("SipAuthUsername", "text & more"),
            ("SipAuthPassword", "text & more"),
            ("MachineDetection", "text & more"),
            ("MachineDetectionTimeout", "1"),
            ("RecordingStatusCallbackEvent", "text & more"),
            ("Trim", "text & more"),
            ("CallerId", "text & more"),
            ("MachineDetectionSpeechThreshold", "1"),
            ("MachineDetectionSpeechEndThreshold", "1"),
            ("MachineDetectionSilenceTimeout", "1"),
            ("AsyncAmd", "text & more"),
            ("AsyncAmdStatusCallback", "https://example.com/resource"),
            ("AsyncAmdStatusCallbackMethod", "POST"),
            ("Byoc", "BY0123456789abcdef0123456789abcdef"),
            ("CallReason", "text & more"),
            ("CallToken", "text & more"),
            ("RecordingTrack", "text & more"),
            ("TimeLimit", "1"),
            ("ClientNotificationUrl", "https://example.com/resource"),
            ("Url", "https://example.com/resource"),
            ("Twiml", "text & more"),
            ("ApplicationSid", "AP0123456789abcdef0123456789abcdef"),
        ],
        record=api.Call,
        facts={
            "status": (201,),
            "encoding": "form",
            "either": (("Url", "Twiml", "ApplicationSid"),),
            "required": ("From", "To"),
            "secret": ("CallToken", "SipAuthPassword"),
        },
    )


def test_update_call() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Calls/{Sid}."""
    check(
        api.UpdateCall,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls/CA0123456789abcdef0123456789abcdef",
        address="CA0123456789abcdef0123456789abcdef",
        arguments={
            "url": "https://example.com/resource",
            "method": "POST",
            "status": "canceled",
            "fallback_url": "https://example.com/resource",
            "fallback_method": "POST",
            "status_callback": "https://example.com/resource",
            "status_callback_method": "POST",
            "twiml": "text & more",
            "time_limit": 1,
        },
        sent=[
            ("Url", "https://example.com/resource"),
            ("Method", "POST"),
            ("Status", "canceled"),
            ("FallbackUrl", "https://example.com/resource"),
            ("FallbackMethod", "POST"),
            ("StatusCallback", "https://example.com/resource"),
            ("StatusCallbackMethod", "POST"),
            ("Twiml", "text & more"),
            ("TimeLimit", "1"),
        ],
        record=api.Call,
        facts={"encoding": "form"},
    )


def test_delete_call() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/Calls/{Sid}."""
    check(
        api.DeleteCall,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls/CA0123456789abcdef0123456789abcdef",
        address="CA0123456789abcdef0123456789abcdef",
        facts={"status": (204,)},
    )
