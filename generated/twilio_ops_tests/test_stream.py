"""Stream: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.stream as api

from .harness import check


def test_create_stream() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Streams."""
    check(
        api.CreateStream,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls/CA0123456789abcdef0123456789abcdef/Streams",
        address="CA0123456789abcdef0123456789abcdef",
        arguments={
            "url": "https://example.com/resource",
            "name": "text & more",
            "track": "inbound_track",
            "status_callback": "https://example.com/resource",
            "status_callback_method": "POST",
            "parameter": {"name": "value"},
        },
        sent=[
            ("Url", "https://example.com/resource"),
            ("Name", "text & more"),
            ("Track", "inbound_track"),
            ("StatusCallback", "https://example.com/resource"),
            ("StatusCallbackMethod", "POST"),
            ("Parameter1.Name", "name"),
            ("Parameter1.Value", "value"),
        ],
        record=api.Stream,
        facts={"encoding": "form", "required": ("Url",)},
    )


def test_update_stream() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Streams/{Sid}."""
    check(
        api.UpdateStream,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls/CA0123456789abcdef0123456789abcdef/Streams/MZ0123456789abcdef0123456789abcdef",
        address="CA0123456789abcdef0123456789abcdef:MZ0123456789abcdef0123456789abcdef",
        arguments={
            "status": "stopped",
        },
        sent=[
            ("Status", "stopped"),
        ],
        record=api.Stream,
        facts={"encoding": "form", "required": ("Status",)},
    )
