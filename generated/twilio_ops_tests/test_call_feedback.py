"""CallFeedback: every action through both doors, on sample documents."""

from __future__ import annotations

from twilio_ops.api.call_feedback import (
    CallFeedback,
    GetCallFeedback,
    UpdateCallFeedback,
)

from .harness import check


def test_get_call_feedback() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Feedback."""
    records = check(
        GetCallFeedback,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls/CA0123456789abcdef0123456789abcdef/Feedback",
        address="CA0123456789abcdef0123456789abcdef",
    )
    assert [CallFeedback] == [type(record) for record in records]


def test_update_call_feedback() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Feedback."""
    records = check(
        UpdateCallFeedback,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls/CA0123456789abcdef0123456789abcdef/Feedback",
        address="CA0123456789abcdef0123456789abcdef",
        arguments={
            "quality_score": 1,
            "issue": ["audio-latency"],
        },
        sent=[
            ("QualityScore", "1"),
            ("Issue", "audio-latency"),
        ],
    )
    assert [CallFeedback] == [type(record) for record in records]
