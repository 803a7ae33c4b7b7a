"""UserDefinedMessageSubscription: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.user_defined_message_subscription as api

from .harness import check


def test_create_user_defined_message_subscription() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/UserDefinedMessageSubscriptions."""
    check(
        api.CreateUserDefinedMessageSubscription,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls/CA0123456789abcdef0123456789abcdef/UserDefinedMessageSubscriptions",
        address="CA0123456789abcdef0123456789abcdef",
        arguments={
            "callback": "https://example.com/resource",
            "idempotency_key": "text & more",
            "method": "POST",
        },
        sent=[
            ("Callback", "https://example.com/resource"),
            ("IdempotencyKey", "text & more"),
            ("Method", "POST"),
        ],
        record=api.UserDefinedMessageSubscription,
        facts={"status": (201,), "encoding": "form", "required": ("Callback",)},
    )


def test_delete_user_defined_message_subscription() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/UserDefinedMessageSubscriptions/{Sid}."""
    check(
        api.DeleteUserDefinedMessageSubscription,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls/CA0123456789abcdef0123456789abcdef/UserDefinedMessageSubscriptions/ZY0123456789abcdef0123456789abcdef",
        address="CA0123456789abcdef0123456789abcdef:ZY0123456789abcdef0123456789abcdef",
        facts={"status": (204,)},
    )
