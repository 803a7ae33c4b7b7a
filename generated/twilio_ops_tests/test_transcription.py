"""Transcription: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.transcription as api

from .harness import check


def test_get_transcription() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Transcriptions/{Sid}."""
    records = check(
        api.GetTranscription,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Transcriptions/TR0123456789abcdef0123456789abcdef",
        address="TR0123456789abcdef0123456789abcdef",
    )
    assert [api.Transcription] == [type(record) for record in records]


def test_query_transcription() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Transcriptions."""
    records = check(
        api.QueryTranscription,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Transcriptions",
    )
    assert [api.Transcription] == [type(record) for record in records]


def test_delete_transcription() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/Transcriptions/{Sid}."""
    check(
        api.DeleteTranscription,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Transcriptions/TR0123456789abcdef0123456789abcdef",
        address="TR0123456789abcdef0123456789abcdef",
    )
