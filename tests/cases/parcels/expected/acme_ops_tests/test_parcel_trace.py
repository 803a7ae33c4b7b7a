"""ParcelTrace: every action through both doors, on sample documents."""

from __future__ import annotations

import acme_ops.api.parcel_trace as api

from .harness import check


def test_query_parcel_trace() -> None:
    """GET /v1/Offices/{OfficeSid}/Parcels/{ParcelSid}/Traces."""
    check(
        api.QueryParcelTrace,
        "GET",
        "/v1/Offices/AC0123456789abcdef0123456789abcdef/Parcels/PC0123456789abcdef0123456789abcdef/Traces",
        address="PC0123456789abcdef0123456789abcdef",
        record=api.ParcelTrace,
    )


def test_create_parcel_trace() -> None:
    """POST /v1/Offices/{OfficeSid}/Parcels/{ParcelSid}/Traces."""
    check(
        api.CreateParcelTrace,
        "POST",
        "/v1/Offices/AC0123456789abcdef0123456789abcdef/Parcels/PC0123456789abcdef0123456789abcdef/Traces",
        address="PC0123456789abcdef0123456789abcdef",
        arguments={
            "place": "text & more",
            "stop": 1,
        },
        sent=[
            ("Place", "text & more"),
            ("Stop", "1"),
        ],
        record=api.ParcelTrace,
        facts={"status": (201,), "encoding": "form", "required": ("Place",)},
    )
