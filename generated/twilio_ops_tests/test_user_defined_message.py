"""UserDefinedMessage: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.user_defined_message as api

from .harness import check


def test_create_user_defined_message() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/UserDefinedMessages."""
    check(
        api.CreateUserDefinedMessage,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls/CA0123456789abcdef0123456789abcdef/UserDefinedMessages",
        address="CA0123456789abcdef0123456789abcdef",
        arguments={
            "content": "text & more",
            "idempotency_key": "text & more",
        },
        sent=[
            ("Content", "text & more"),
            ("IdempotencyKey", "text & more"),
        ],
        record=api.UserDefinedMessage,
        facts={"status": (201,), "encoding": "form", "required": ("Content",)},
    )
