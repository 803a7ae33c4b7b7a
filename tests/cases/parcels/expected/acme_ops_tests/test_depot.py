"""Depot: every action through both doors, on sample documents."""

from __future__ import annotations

import acme_ops.api.depot as api

from .harness import check, refuses


def test_get_depot() -> None:
    """GET /v1/Offices/{OfficeSid}/Depots/{Country}."""
    check(
        api.GetDepot,
        "GET",
        "/v1/Offices/AC0123456789abcdef0123456789abcdef/Depots/AA",
        address="AA",
        arguments={
            "near": "text & more",
        },
        sent=[
            ("Near", "text & more"),
        ],
        record=api.Depot,
        facts={"elsewhere": (("Near", "query"),)},
    )


def test_create_depot() -> None:
    """POST /v1/Offices/{OfficeSid}/Depots."""
    refuses(
        api.CreateDepot,
        arguments={
            "label": "text & more",
        },
    )


def test_delete_depot() -> None:
    """POST /v1/Offices/{OfficeSid}/Depots/{Label}."""
    check(
        api.DeleteDepot,
        "POST",
        "/v1/Offices/AC0123456789abcdef0123456789abcdef/Depots/name",
        address="name",
        sent=[
            ("Status", "closed"),
        ],
        facts={"encoding": "form"},
    )
