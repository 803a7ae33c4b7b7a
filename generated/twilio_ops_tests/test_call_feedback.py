"""CallFeedback: every action through both doors, on sample documents."""

# What is deprecated is tried like the rest.
# mypy: disable-error-code="deprecated"
# pyright: reportDeprecated=false

from __future__ import annotations

import twilio_ops.api.call_feedback as api

from .harness import check


def test_get_call_feedback() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Feedback."""
    check(
        api.GetCallFeedback,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls/CA0123456789abcdef0123456789abcdef/Feedback",
        address="CA0123456789abcdef0123456789abcdef",
        record=api.CallFeedback,
    )


def test_update_call_feedback() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Feedback."""
    check(
        api.UpdateCallFeedback,
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
        record=api.CallFeedback,
        facts={"status": (200, 201), "encoding": "form"},
    )
