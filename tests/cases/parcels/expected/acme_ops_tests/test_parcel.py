"""Parcel: every action through both doors, on sample documents."""

from __future__ import annotations

from acme_ops.api.parcel import (
    CreateParcel,
    DeleteParcel,
    GetParcel,
    Parcel,
    QueryParcel,
    UpdateParcel,
)

from .harness import check, refuses


def test_get_parcel() -> None:
    """GET /v1/Offices/{OfficeSid}/Parcels/{Sid}."""
    records = check(
        GetParcel,
        "GET",
        "/v1/Offices/AC0123456789abcdef0123456789abcdef/Parcels/PA0123456789abcdef0123456789abcdef",
        address="PA0123456789abcdef0123456789abcdef",
    )
    assert [Parcel] == [type(record) for record in records]


def test_query_parcel() -> None:
    """GET /v1/Offices/{OfficeSid}/Parcels."""
    records = check(
        QueryParcel,
        "GET",
        "/v1/Offices/AC0123456789abcdef0123456789abcdef/Parcels",
    )
    assert [Parcel] == [type(record) for record in records]


def test_create_parcel() -> None:
    """POST /v1/Offices/{OfficeSid}/Parcels."""
    records = check(
        CreateParcel,
        "POST",
        "/v1/Offices/AC0123456789abcdef0123456789abcdef/Parcels",
        arguments={
            "to": "text & more",
            "street": "text & more",
            "box": 1,
            "label": ["text & more"],
            "phone": "+13115556789",
            "extra": {"name": "value"},
        },
        sent=[
            ("To", "text & more"),
            ("Street", "text & more"),
            ("Box", "1"),
            ("Label", "text & more"),
            ("Phone", "+13115556789"),
            ("Extra1.Name", "name"),
            ("Extra1.Value", "value"),
        ],
    )
    assert [Parcel] == [type(record) for record in records]


def test_update_parcel() -> None:
    """POST /v1/Offices/{OfficeSid}/Parcels/{Sid}."""
    records = check(
        UpdateParcel,
        "POST",
        "/v1/Offices/AC0123456789abcdef0123456789abcdef/Parcels/PA0123456789abcdef0123456789abcdef",
        address="PA0123456789abcdef0123456789abcdef",
        arguments={
            "state": "waiting",
        },
        sent=[
            ("State", "waiting"),
        ],
    )
    assert [Parcel] == [type(record) for record in records]


def test_delete_parcel() -> None:
    """DELETE /v1/Offices/{OfficeSid}/Parcels/{Sid}."""
    refuses(
        DeleteParcel,
        address="PA0123456789abcdef0123456789abcdef",
    )
