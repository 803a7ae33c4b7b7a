"""MessageFeedback: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.message_feedback as api

from .harness import check


def test_create_message_feedback() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Messages/{MessageSid}/Feedback."""
    check(
        api.CreateMessageFeedback,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Messages/SM0123456789abcdef0123456789abcdef/Feedback",
        address="SM0123456789abcdef0123456789abcdef",
        arguments={
            "outcome": "confirmed",
        },
        sent=[
            ("Outcome", "confirmed"),
        ],
        record=api.MessageFeedback,
        facts={"encoding": "form"},
    )
