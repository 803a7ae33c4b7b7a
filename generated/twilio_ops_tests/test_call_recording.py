"""CallRecording: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.call_recording as api

from .harness import check


def test_get_call_recording() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings/{Sid}."""
    check(
        api.GetCallRecording,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls/CA0123456789abcdef0123456789abcdef/Recordings/RE0123456789abcdef0123456789abcdef",
        address="CA0123456789abcdef0123456789abcdef:RE0123456789abcdef0123456789abcdef",
        record=api.CallRecording,
    )


def test_query_call_recording() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings."""
    check(
        api.QueryCallRecording,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls/CA0123456789abcdef0123456789abcdef/Recordings",
        address="CA0123456789abcdef0123456789abcdef",
        record=api.CallRecording,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_create_call_recording() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings."""
    check(
        api.CreateCallRecording,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls/CA0123456789abcdef0123456789abcdef/Recordings",
        address="CA0123456789abcdef0123456789abcdef",
        arguments={
            "recording_status_callback_event": ["text & more"],
            "recording_status_callback": "https://example.com/resource",
            "recording_status_callback_method": "POST",
            "trim": "text & more",
            "recording_channels": "mono",
            "recording_track": "text & more",
        },
        sent=[
            ("RecordingStatusCallbackEvent", "text & more"),
            ("RecordingStatusCallback", "https://example.com/resource"),
            ("RecordingStatusCallbackMethod", "POST"),
            ("Trim", "text & more"),
            ("RecordingChannels", "mono"),
            ("RecordingTrack", "text & more"),
        ],
        record=api.CallRecording,
        facts={"status": (200, 201), "encoding": "form"},
    )


def test_update_call_recording() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings/{Sid}."""
    check(
        api.UpdateCallRecording,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls/CA0123456789abcdef0123456789abcdef/Recordings/RE0123456789abcdef0123456789abcdef",
        address="CA0123456789abcdef0123456789abcdef:RE0123456789abcdef0123456789abcdef",
        arguments={
            "status": "in-progress",
            "pause_behavior": "silence",
        },
        sent=[
            ("Status", "in-progress"),
            ("PauseBehavior", "silence"),
        ],
        record=api.CallRecording,
        facts={"encoding": "form", "required": ("Status",)},
    )


def test_delete_call_recording() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings/{Sid}."""
    check(
        api.DeleteCallRecording,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls/CA0123456789abcdef0123456789abcdef/Recordings/RE0123456789abcdef0123456789abcdef",
        address="CA0123456789abcdef0123456789abcdef:RE0123456789abcdef0123456789abcdef",
        facts={"status": (204,)},
    )
