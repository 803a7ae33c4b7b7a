"""Balance: every action through both doors, on sample documents."""

from __future__ import annotations

import acme_ledger.api.balance as api

from .harness import check


def test_get_balance() -> None:
    """GET /v3/Clients/{ClientSid}/Balances/{Currency}."""
    check(
        api.GetBalance,
        "GET",
        "/v3/Clients/AC0123456789abcdef0123456789abcdef/Balances/EUR",
        address="EUR",
        arguments={
            "until": "2012-09-17",
        },
        sent=[
            ("Until", "2012-09-17"),
        ],
        record=api.Balance,
        facts={"paging": "uris", "required": ("Until",), "elsewhere": (("Until", "query"),)},
    )
