"""OutgoingCallerId: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.outgoing_caller_id as api

from .harness import check


def test_get_outgoing_caller_id() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/OutgoingCallerIds/{Sid}."""
    check(
        api.GetOutgoingCallerId,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/OutgoingCallerIds/PN0123456789abcdef0123456789abcdef",
        address="PN0123456789abcdef0123456789abcdef",
        record=api.OutgoingCallerId,
    )


def test_query_outgoing_caller_id() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/OutgoingCallerIds."""
    check(
        api.QueryOutgoingCallerId,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/OutgoingCallerIds",
        record=api.OutgoingCallerId,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_create_outgoing_caller_id() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/OutgoingCallerIds."""
    check(
        api.CreateOutgoingCallerId,
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
        facts={"encoding": "form", "required": ("PhoneNumber",)},
    )


def test_update_outgoing_caller_id() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/OutgoingCallerIds/{Sid}."""
    check(
        api.UpdateOutgoingCallerId,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/OutgoingCallerIds/PN0123456789abcdef0123456789abcdef",
        address="PN0123456789abcdef0123456789abcdef",
        arguments={
            "friendly_name": "text & more",
        },
        sent=[
            ("FriendlyName", "text & more"),
        ],
        record=api.OutgoingCallerId,
        facts={"encoding": "form"},
    )


def test_delete_outgoing_caller_id() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/OutgoingCallerIds/{Sid}."""
    check(
        api.DeleteOutgoingCallerId,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/OutgoingCallerIds/PN0123456789abcdef0123456789abcdef",
        address="PN0123456789abcdef0123456789abcdef",
        facts={"status": (204,)},
    )
