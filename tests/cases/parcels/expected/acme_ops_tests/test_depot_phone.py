"""DepotPhone: every action through both doors, on sample documents."""

from __future__ import annotations

from acme_ops.api.depot_phone import (
    GetDepotPhone,
)

from .harness import check


def test_get_depot_phone() -> None:
    """POST /v1/Offices/{OfficeSid}/DepotPhones."""
    check(
        GetDepotPhone,
        "POST",
        "/v1/Offices/AC0123456789abcdef0123456789abcdef/DepotPhones",
        address="+13115556789",
        arguments={
            "label": "text & more",
        },
        sent=[
            ("PhoneNumber", "+13115556789"),
            ("Label", "text & more"),
        ],
    )
