"""Siprec: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.siprec as api

from .harness import check


def test_create_siprec() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Siprec."""
    check(
        api.CreateSiprec,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls/CA0123456789abcdef0123456789abcdef/Siprec",
        address="CA0123456789abcdef0123456789abcdef",
        arguments={
            "name": "text & more",
            "connector_name": "text & more",
            "track": "inbound_track",
            "status_callback": "https://example.com/resource",
            "status_callback_method": "POST",
            "parameter": {"name": "value"},
        },
        sent=[
            ("Name", "text & more"),
            ("ConnectorName", "text & more"),
            ("Track", "inbound_track"),
            ("StatusCallback", "https://example.com/resource"),
            ("StatusCallbackMethod", "POST"),
            ("Parameter1.Name", "name"),
            ("Parameter1.Value", "value"),
        ],
        record=api.Siprec,
        facts={"encoding": "form"},
    )


def test_update_siprec() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Siprec/{Sid}."""
    check(
        api.UpdateSiprec,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls/CA0123456789abcdef0123456789abcdef/Siprec/SR0123456789abcdef0123456789abcdef",
        address="CA0123456789abcdef0123456789abcdef:SR0123456789abcdef0123456789abcdef",
        arguments={
            "status": "stopped",
        },
        sent=[
            ("Status", "stopped"),
        ],
        record=api.Siprec,
        facts={"encoding": "form", "required": ("Status",)},
    )
