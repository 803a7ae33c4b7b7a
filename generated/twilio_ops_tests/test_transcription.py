"""Transcription: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.transcription as api

from .harness import check


def test_get_transcription() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Transcriptions/{Sid}."""
    check(
        api.GetTranscription,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Transcriptions/TR0123456789abcdef0123456789abcdef",
        address="TR0123456789abcdef0123456789abcdef",
        record=api.Transcription,
    )


def test_query_transcription() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Transcriptions."""
    check(
        api.QueryTranscription,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Transcriptions",
        record=api.Transcription,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_delete_transcription() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/Transcriptions/{Sid}."""
    check(
        api.DeleteTranscription,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Transcriptions/TR0123456789abcdef0123456789abcdef",
        address="TR0123456789abcdef0123456789abcdef",
        facts={"status": (204,)},
    )
