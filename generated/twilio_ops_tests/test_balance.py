"""Balance: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.balance as api

from .harness import check


def test_get_balance() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Balance."""
    check(
        api.GetBalance,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Balance",
        record=api.Balance,
    )
