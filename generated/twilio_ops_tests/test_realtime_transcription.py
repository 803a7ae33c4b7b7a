"""RealtimeTranscription: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.realtime_transcription as api

from .harness import check


def test_create_realtime_transcription() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Transcriptions."""
    check(
        api.CreateRealtimeTranscription,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls/CA0123456789abcdef0123456789abcdef/Transcriptions",
        address="CA0123456789abcdef0123456789abcdef",
        arguments={
            "name": "text & more",
            "track": "inbound_track",
            "status_callback_url": "https://example.com/resource",
            "status_callback_method": "POST",
            "inbound_track_label": "text & more",
            "outbound_track_label": "text & more",
            "partial_results": True,
            "language_code": "text & more",
            "transcription_engine": "text & more",
            "profanity_filter": True,
            "speech_model": "text & more",
            "hints": "text & more",
            "enable_automatic_punctuation": True,
            "intelligence_service": "text & more",
            "conversation_configuration": "text & more",
            "conversation_id": "text & more",
            "configuration_id": "text & more",
            "enable_provider_data": True,
        },
        sent=[
            ("Name", "text & more"),
            ("Track", "inbound_track"),
            ("StatusCallbackUrl", "https://example.com/resource"),
            ("StatusCallbackMethod", "POST"),
            ("InboundTrackLabel", "text & more"),
            ("OutboundTrackLabel", "text & more"),
            ("PartialResults", "true"),
            ("LanguageCode", "text & more"),
            ("TranscriptionEngine", "text & more"),
            ("ProfanityFilter", "true"),
            ("SpeechModel", "text & more"),
            ("Hints", "text & more"),
            ("EnableAutomaticPunctuation", "true"),
            ("IntelligenceService", "text & more"),
            ("ConversationConfiguration", "text & more"),
            ("ConversationId", "text & more"),
            ("ConfigurationId", "text & more"),
            ("EnableProviderData", "true"),
        ],
        record=api.RealtimeTranscription,
        facts={"encoding": "form"},
    )


def test_update_realtime_transcription() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Transcriptions/{Sid}."""
    check(
        api.UpdateRealtimeTranscription,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls/CA0123456789abcdef0123456789abcdef/Transcriptions/GT0123456789abcdef0123456789abcdef",
        address="CA0123456789abcdef0123456789abcdef:GT0123456789abcdef0123456789abcdef",
        arguments={
            "status": "stopped",
        },
        sent=[
            ("Status", "stopped"),
        ],
        record=api.RealtimeTranscription,
        facts={"encoding": "form", "required": ("Status",)},
    )
