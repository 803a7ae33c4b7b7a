"""CallerIdValidation: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.caller_id_validation as api

from .harness import check


def test_get_caller_id_validation() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/OutgoingCallerIds."""
    check(
        api.GetCallerIdValidation,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/OutgoingCallerIds",
        address="+15005550006",
        sent=[
            ("PhoneNumber", "+15005550006"),
        ],
        record=api.CallerIdValidation,
        facts={"encoding": "form", "required": ("PhoneNumber",)},
    )


def test_create_caller_id_validation() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/OutgoingCallerIds."""
    check(
        api.CreateCallerIdValidation,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/OutgoingCallerIds",
        arguments={
            "phone_number": "+13115556789",
            "friendly_name": "text & more",
            "call_delay": 1,
            "extension": "text & more",
            "status_callback": "https://example.com/resource",
            "status_callback_method": "POST",
        },
        sent=[
            ("PhoneNumber", "+13115556789"),
            ("FriendlyName", "text & more"),
            ("CallDelay", "1"),
            ("Extension", "text & more"),
            ("StatusCallback", "https://example.com/resource"),
            ("StatusCallbackMethod", "POST"),
        ],
        record=api.CallerIdValidation,
        facts={"encoding": "form", "required": ("PhoneNumber",)},
    )
