"""RecordingTranscription: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.recording_transcription as api

from .harness import check


def test_get_recording_transcription() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Recordings/{RecordingSid}/Transcriptions/{Sid}."""
    check(
        api.GetRecordingTranscription,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Recordings/RE0123456789abcdef0123456789abcdef/Transcriptions/TR0123456789abcdef0123456789abcdef",
        address="RE0123456789abcdef0123456789abcdef:TR0123456789abcdef0123456789abcdef",
        record=api.RecordingTranscription,
    )


def test_query_recording_transcription() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Recordings/{RecordingSid}/Transcriptions."""
    check(
        api.QueryRecordingTranscription,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Recordings/RE0123456789abcdef0123456789abcdef/Transcriptions",
        address="RE0123456789abcdef0123456789abcdef",
        record=api.RecordingTranscription,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_delete_recording_transcription() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/Recordings/{RecordingSid}/Transcriptions/{Sid}."""
    check(
        api.DeleteRecordingTranscription,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Recordings/RE0123456789abcdef0123456789abcdef/Transcriptions/TR0123456789abcdef0123456789abcdef",
        address="RE0123456789abcdef0123456789abcdef:TR0123456789abcdef0123456789abcdef",
        facts={"status": (204,)},
    )
