"""Batch: every action through both doors, on sample documents."""

from __future__ import annotations

from decimal import Decimal

import acme_notes.api.batch as api

from .harness import check


def test_get_batch() -> None:
    """GET /v2/Batches/{Sid}."""
    check(
        api.GetBatch,
        "GET",
        "/v2/Batches/name",
        address="name",
        arguments={
            "add_ons_data": {"name": {"key": "value"}},
        },
        sent=[
            ("AddOns.name.key", "value"),
        ],
        record=api.Batch,
        facts={"security": "none", "elsewhere": (("AddOnsData", "query"),)},
    )


def test_query_batch() -> None:
    """GET /v2/Batches."""
    check(
        api.QueryBatch,
        "GET",
        "/v2/Batches",
        record=api.Batch,
        facts={"paging": "meta", "max_page_size": 5},
    )


def test_create_batch() -> None:
    """POST /v2/Batches."""
    check(
        api.CreateBatch,
        "POST",
        "/v2/Batches",
        arguments={
            "body": [
                {
                    "text": "text & more",
                    "weight": Decimal("1.5"),
                    "kind": "plain",
                    "mark": {
                        "sign": "text & more",
                        "size": Decimal("1.5"),
                        "x-rank": 1,
                        "x-group": "text & more",
                        "parts": [{"sign": "text & more", "size": Decimal("1.5"), "x-rank": 1, "x-group": "text & more"}],
                    },
                }
            ],
        },
        content=[
            {
                "text": "text & more",
                "weight": 1.5,
                "kind": "plain",
                "mark": {
                    "sign": "text & more",
                    "size": 1.5,
                    "x-rank": 1,
                    "x-group": "text & more",
                    "parts": [{"sign": "text & more", "size": 1.5, "x-rank": 1, "x-group": "text & more"}],
                },
            }
        ],
        record=api.Batch,
        facts={"status": (201,), "encoding": "json", "required": ("Body",), "elsewhere": (("Body", "content"),)},
    )
