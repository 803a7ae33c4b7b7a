"""MessageFeedback: every action through both doors, on sample documents."""

from __future__ import annotations

from twilio_ops.api.message_feedback import (
    CreateMessageFeedback,
    MessageFeedback,
)

from .harness import check


def test_create_message_feedback() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Messages/{MessageSid}/Feedback."""
    records = check(
        CreateMessageFeedback,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Messages/SM0123456789abcdef0123456789abcdef/Feedback",
        address="SM0123456789abcdef0123456789abcdef",
        arguments={
            "outcome": "confirmed",
        },
        sent=[
            ("Outcome", "confirmed"),
        ],
    )
    assert [MessageFeedback] == [type(record) for record in records]
