"""Entry: every action through both doors, on sample documents."""

from __future__ import annotations

from decimal import Decimal

import acme_ledger.api.entry as api

from .harness import check


def test_get_entry() -> None:
    """GET /v3/Clients/{ClientSid}/Entries/{Sid}."""
    check(
        api.GetEntry,
        "GET",
        "/v3/Clients/AC0123456789abcdef0123456789abcdef/Entries/EN0123456789abcdef0123456789abcdef",
        address="EN0123456789abcdef0123456789abcdef",
        arguments={
            "book": "text & more",
            "as_of": "2012-09-17",
        },
        sent=[
            ("Book", "text & more"),
            ("AsOf", "2012-09-17"),
        ],
        record=api.Entry,
        facts={"required": ("Book",), "elsewhere": (("AsOf", "query"), ("Book", "query"))},
    )


def test_query_entry() -> None:
    """GET /v3/Clients/{ClientSid}/Entries."""
    check(
        api.QueryEntry,
        "GET",
        "/v3/Clients/AC0123456789abcdef0123456789abcdef/Entries",
        filters=[
            api.QueryEntry.book.equals("text & more"),
            api.QueryEntry.booked.after("2012-09-01"),
        ],
        sent=[
            ("Book", "text & more"),
            ("Booked>", "2012-09-01"),
        ],
        record=api.Entry,
        facts={"paging": "uris", "max_page_size": 100},
    )


def test_create_entry() -> None:
    """POST /v3/Clients/{ClientSid}/Entries."""
    check(
        api.CreateEntry,
        "POST",
        "/v3/Clients/AC0123456789abcdef0123456789abcdef/Entries",
        arguments={
            "book": "text & more",
            "x_teller": "text & more",
            "debit": Decimal("1.5"),
            "credit": Decimal("1.5"),
            "text": "text & more",
            "pin": "text & more",
            "tag": ["text & more"],
            "booked": "2012-09-17",
        },
        sent=[
            ("Book", "text & more"),
            ("X-Teller", "text & more"),
            ("Debit", "1.5"),
            ("Credit", "1.5"),
            ("Text", "text & more"),
            ("Pin", "text & more"),
            ("Tag", "text & more"),
            ("Booked", "2012-09-17"),
        ],
        record=api.Entry,
        facts={
            "status": (201,),
            "encoding": "form",
            "either": (("Debit", "Credit"),),
            "required": ("Book", "X-Teller"),
            "secret": ("Pin",),
            "elsewhere": (("Book", "query"), ("X-Teller", "header")),
        },
    )


def test_update_entry() -> None:
    """POST /v3/Clients/{ClientSid}/Entries/{Sid}."""
    check(
        api.UpdateEntry,
        "POST",
        "/v3/Clients/AC0123456789abcdef0123456789abcdef/Entries/EN0123456789abcdef0123456789abcdef",
        address="EN0123456789abcdef0123456789abcdef",
        arguments={
            "text": "text & more",
            "cleared": True,
        },
        sent=[
            ("Text", "text & more"),
            ("Cleared", "true"),
        ],
        record=api.Entry,
        facts={"encoding": "form", "required": ("Text",)},
    )


def test_delete_entry() -> None:
    """DELETE /v3/Clients/{ClientSid}/Entries/{Sid}."""
    check(
        api.DeleteEntry,
        "DELETE",
        "/v3/Clients/AC0123456789abcdef0123456789abcdef/Entries/EN0123456789abcdef0123456789abcdef",
        address="EN0123456789abcdef0123456789abcdef",
        facts={"status": (204,)},
    )
