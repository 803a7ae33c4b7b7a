"""Token: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.token as api

from .harness import check


def test_create_token() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Tokens."""
    check(
        api.CreateToken,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Tokens",
        arguments={
            "ttl": 1,
        },
        sent=[
            ("Ttl", "1"),
        ],
        record=api.Token,
        facts={"status": (201,), "encoding": "form"},
    )
