"""Receipt: every action through both doors, on sample documents."""

from __future__ import annotations

import acme_ledger.api.receipt as api

from .harness import check


def test_get_receipt() -> None:
    """GET /v3/Clients/{ClientSid}/Entries/{EntrySid}/Receipts/{Number}."""
    check(
        api.GetReceipt,
        "GET",
        "/v3/Clients/AC0123456789abcdef0123456789abcdef/Entries/EN0123456789abcdef0123456789abcdef/Receipts/0042",
        address="EN0123456789abcdef0123456789abcdef:0042",
        record=api.Receipt,
    )


def test_query_receipt() -> None:
    """GET /v3/Clients/{ClientSid}/Entries/{EntrySid}/Receipts."""
    check(
        api.QueryReceipt,
        "GET",
        "/v3/Clients/AC0123456789abcdef0123456789abcdef/Entries/EN0123456789abcdef0123456789abcdef/Receipts",
        address="EN0123456789abcdef0123456789abcdef",
        record=api.Receipt,
        facts={"paging": "uris"},
    )


def test_create_receipt() -> None:
    """POST /v3/Clients/{ClientSid}/Entries/{EntrySid}/Receipts."""
    check(
        api.CreateReceipt,
        "POST",
        "/v3/Clients/AC0123456789abcdef0123456789abcdef/Entries/EN0123456789abcdef0123456789abcdef/Receipts",
        address="EN0123456789abcdef0123456789abcdef",
        arguments={
            "number": "text & more",
        },
        sent=[
            ("Number", "text & more"),
        ],
        record=api.Receipt,
        facts={"status": (201,), "encoding": "form", "required": ("Number",)},
    )
