"""ConferenceParticipant: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.conference_participant as api

from .harness import check


def test_get_conference_participant() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants/{CallSid}."""
    check(
        api.GetConferenceParticipant,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Conferences/CF0123456789abcdef0123456789abcdef/Participants/CA0123456789abcdef0123456789abcdef",
        address="CF0123456789abcdef0123456789abcdef:CA0123456789abcdef0123456789abcdef",
        record=api.ConferenceParticipant,
    )


def test_query_conference_participant() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants."""
    check(
        api.QueryConferenceParticipant,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Conferences/CF0123456789abcdef0123456789abcdef/Participants",
        address="CF0123456789abcdef0123456789abcdef",
        record=api.ConferenceParticipant,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_create_conference_participant() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants."""
    check(
        api.CreateConferenceParticipant,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Conferences/CF0123456789abcdef0123456789abcdef/Participants",
        address="CF0123456789abcdef0123456789abcdef",
        arguments={
            "from_": "+13115556789",
            "to": "+13115556789",
            "status_callback": "https://example.com/resource",
            "status_callback_method": "POST",
            "status_callback_event": ["text & more"],
            "label": "text & more",
            "timeout": 1,
            "record": True,
            "muted": True,
            "beep": "text & more",
            "start_conference_on_enter": True,
            "end_conference_on_exit": True,
            "wait_url": "https://example.com/resource",
            "wait_method": "POST",
            "early_media": True,
            "max_participants": 2,
            "conference_record": "true",
            "conference_trim": "text & more",
            "conference_status_callback": "https://example.com/resource",
            "conference_status_callback_method": "POST",
            "conference_status_callback_event": ["text & more"],
            "recording_channels": "mono",
            "recording_status_callback": "https://example.com/resource",
            "recording_status_callback_method": "POST",
            "sip_auth_username": "text & more",
            "sip_auth_password": "text & more",
            "region": "text & more",
            "conference_recording_status_callback": "https://example.com/resource",
            "conference_recording_status_callback_method": "POST",
            "recording_status_callback_event": ["text & more"],
            "conference_recording_status_callback_event": ["text & more"],
            "coaching": True,
            "call_sid_to_coach": "CA0123456789abcdef0123456789abcdef",
            "jitter_buffer_size": "text & more",
            "byoc": "BY0123456789abcdef0123456789abcdef",
            "caller_id": "text & more",
            "call_reason": "text & more",
            "recording_track": "text & more",
            "time_limit": 1,
            "machine_detection": "text & more",
            "machine_detection_timeout": 1,
            "machine_detection_speech_threshold": 1,
            "machine_detection_speech_end_threshold": 1,
            "machine_detection_silence_timeout": 1,
            "amd_status_callback": "https://example.com/resource",
            "amd_status_callback_method": "POST",
            "trim": "text & more",
            "call_token": "text & more",
            "client_notification_url": "https://example.com/resource",
            "caller_display_name": "text & more",
        },
        sent=[
            ("From", "+13115556789"),
            ("To", "+13115556789"),
            ("StatusCallback", "https://example.com/resource"),
            ("StatusCallbackMethod", "POST"),
            ("StatusCallbackEvent", "text & more"),
            ("Label", "text & more"),
            ("Timeout", "1"),
            ("Record", "true"),
            ("Muted", "true"),
            ("Beep", "text & more"),
            ("StartConferenceOnEnter", "true"),
            ("EndConferenceOnExit", "true"),
            ("WaitUrl", "https://example.com/resource"),
            ("WaitMethod", "POST"),
            ("EarlyMedia", "true"),
            ("MaxParticipants", "2"),
            ("ConferenceRecord", "true"),
            ("ConferenceTrim", "text & more"),
            ("ConferenceStatusCallback", "https://example.com/resource"),
            ("ConferenceStatusCallbackMethod", "POST"),
            ("ConferenceStatusCallbackEvent", "text & more"),
            ("RecordingChannels", "mono"),
            ("RecordingStatusCallback", "https://example.com/resource"),
            ("RecordingStatusCallbackMethod", "POST"),
            ("SipAuthUsername", "text & more"),
            ("SipAuthPassword", "text & more"),
            ("Region", "text & more"),
            ("ConferenceRecordingStatusCallback", "https://example.com/resource"),
            ("ConferenceRecordingStatusCallbackMethod", "POST"),
            ("RecordingStatusCallbackEvent", "text & more"),
            ("ConferenceRecordingStatusCallbackEvent", "text & more"),
            ("Coaching", "true"),
            ("CallSidToCoach", "CA0123456789abcdef0123456789abcdef"),
            ("JitterBufferSize", "text & more"),
            ("Byoc", "BY0123456789abcdef0123456789abcdef"),
            ("CallerId", "text & more"),
            ("CallReason", "text & more"),
            ("RecordingTrack", "text & more"),
            ("TimeLimit", "1"),
            ("MachineDetection", "text & more"),
            ("MachineDetectionTimeout", "1"),
            ("MachineDetectionSpeechThreshold", "1"),
            ("MachineDetectionSpeechEndThreshold", "1"),
            ("MachineDetectionSilenceTimeout", "1"),
            ("AmdStatusCallback", "https://example.com/resource"),
            ("AmdStatusCallbackMethod", "POST"),
            ("Trim", "text & more"),
            ("CallToken", "text & more"),
            ("ClientNotificationUrl", "https://example.com/resource"),
            ("CallerDisplayName", "text & more"),
        ],
        record=api.ConferenceParticipant,
        facts={"status": (201,), "encoding": "form", "required": ("From", "To"), "secret": ("CallToken", "SipAuthPassword")},
    )


def test_update_conference_participant() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants/{CallSid}."""
    check(
        api.UpdateConferenceParticipant,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Conferences/CF0123456789abcdef0123456789abcdef/Participants/CA0123456789abcdef0123456789abcdef",
        address="CF0123456789abcdef0123456789abcdef:CA0123456789abcdef0123456789abcdef",
        arguments={
            "muted": True,
            "hold": True,
            "hold_url": "https://example.com/resource",
            "hold_method": "POST",
            "announce_url": "https://example.com/resource",
            "announce_method": "POST",
            "wait_url": "https://example.com/resource",
            "wait_method": "POST",
            "beep_on_exit": True,
            "end_conference_on_exit": True,
            "coaching": True,
            "call_sid_to_coach": "CA0123456789abcdef0123456789abcdef",
        },
        sent=[
            ("Muted", "true"),
            ("Hold", "true"),
            ("HoldUrl", "https://example.com/resource"),
            ("HoldMethod", "POST"),
            ("AnnounceUrl", "https://example.com/resource"),
            ("AnnounceMethod", "POST"),
            ("WaitUrl", "https://example.com/resource"),
            ("WaitMethod", "POST"),
            ("BeepOnExit", "true"),
            ("EndConferenceOnExit", "true"),
            ("Coaching", "true"),
            ("CallSidToCoach", "CA0123456789abcdef0123456789abcdef"),
        ],
        record=api.ConferenceParticipant,
        facts={"encoding": "form"},
    )


def test_delete_conference_participant() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants/{CallSid}."""
    check(
        api.DeleteConferenceParticipant,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Conferences/CF0123456789abcdef0123456789abcdef/Participants/CA0123456789abcdef0123456789abcdef",
        address="CF0123456789abcdef0123456789abcdef:CA0123456789abcdef0123456789abcdef",
        facts={"status": (204,)},
    )
