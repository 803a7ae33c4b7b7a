"""DepotPhone: every action through both doors, on sample documents."""

from __future__ import annotations

import acme_ops.api.depot_phone as api

from .harness import check


def test_get_depot_phone() -> None:
    """POST /v1/Offices/{OfficeSid}/DepotPhones."""
    check(
        api.GetDepotPhone,
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
        facts={"encoding": "form", "required": ("PhoneNumber",)},
    )
