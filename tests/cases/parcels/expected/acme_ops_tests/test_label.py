"""Label: every action through both doors, on sample documents."""

from __future__ import annotations

import acme_ops.api.label as api

from .harness import check


def test_get_label() -> None:
    """GET /v1/Offices/{OfficeSid}/Parcels/{ParcelSid}/Label."""
    check(
        api.GetLabel,
        "GET",
        "/v1/Offices/AC0123456789abcdef0123456789abcdef/Parcels/PC0123456789abcdef0123456789abcdef/Label",
        address="PC0123456789abcdef0123456789abcdef",
        record=api.Label,
        facts={"status": (307,), "redirect": "picture"},
    )
