"""Parcel: every action through both doors, on sample documents."""

from __future__ import annotations

from decimal import Decimal

import acme_ops.api.parcel as api

from .harness import check


def test_get_parcel() -> None:
    """GET /v1/Offices/{OfficeSid}/Parcels/{Sid}."""
    check(
        api.GetParcel,
        "GET",
        "/v1/Offices/AC0123456789abcdef0123456789abcdef/Parcels/PC0123456789abcdef0123456789abcdef",
        address="PC0123456789abcdef0123456789abcdef",
        arguments={
            "include_lost": True,
            "x_trace": "text & more",
        },
        sent=[
            ("IncludeLost", "true"),
            ("X-Trace", "text & more"),
        ],
        record=api.Parcel,
        facts={"elsewhere": (("IncludeLost", "query"), ("X-Trace", "header"))},
    )


def test_query_parcel() -> None:
    """GET /v1/Offices/{OfficeSid}/Parcels."""
    check(
        api.QueryParcel,
        "GET",
        "/v1/Offices/AC0123456789abcdef0123456789abcdef/Parcels",
        record=api.Parcel,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_create_parcel() -> None:
    """POST /v1/Offices/{OfficeSid}/Parcels."""
    check(
        api.CreateParcel,
        "POST",
        "/v1/Offices/AC0123456789abcdef0123456789abcdef/Parcels",
        arguments={
            "to": "+13115556789",
            "from_": "text & more",
            "pickup_url": "https://example.com/resource",
            "depot_sid": "DE0123456789abcdef0123456789abcdef",
            "weight": Decimal("1.5"),
            "pieces": 1,
            "insured": True,
            "send_at": "2012-09-17T01:13:42Z",
            "mark": ["text & more"],
            "extra": {"name": "value"},
        },
        sent=[
            ("To", "+13115556789"),
            ("From", "text & more"),
            ("PickupUrl", "https://example.com/resource"),
            ("DepotSid", "DE0123456789abcdef0123456789abcdef"),
            ("Weight", "1.5"),
            ("Pieces", "1"),
            ("Insured", "true"),
            ("SendAt", "2012-09-17T01:13:42Z"),
            ("Mark", "text & more"),
            ("Extra1.Name", "name"),
            ("Extra1.Value", "value"),
        ],
        record=api.Parcel,
        facts={"status": (201,), "encoding": "form", "either": (("PickupUrl", "DepotSid"),), "required": ("To",)},
    )


def test_update_parcel() -> None:
    """POST /v1/Offices/{OfficeSid}/Parcels/{Sid}."""
    check(
        api.UpdateParcel,
        "POST",
        "/v1/Offices/AC0123456789abcdef0123456789abcdef/Parcels/PC0123456789abcdef0123456789abcdef",
        address="PC0123456789abcdef0123456789abcdef",
        arguments={
            "note": "text & more",
            "status": "queued",
        },
        sent=[
            ("Note", "text & more"),
            ("Status", "queued"),
        ],
        record=api.Parcel,
        facts={"encoding": "form"},
    )


def test_delete_parcel() -> None:
    """DELETE /v1/Offices/{OfficeSid}/Parcels/{Sid}."""
    check(
        api.DeleteParcel,
        "DELETE",
        "/v1/Offices/AC0123456789abcdef0123456789abcdef/Parcels/PC0123456789abcdef0123456789abcdef",
        address="PC0123456789abcdef0123456789abcdef",
        facts={"status": (204,), "alternatives": ("/v1/Offices/{OfficeSid}/Depots/{DepotSid}/Parcels/{Sid}",)},
    )
