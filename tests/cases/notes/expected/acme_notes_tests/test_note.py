"""Note: every action through both doors, on sample documents."""

from __future__ import annotations

from decimal import Decimal

import acme_notes.api.note as api

from .harness import check


def test_get_note() -> None:
    """GET /v2/Notes/{Sid}."""
    check(
        api.GetNote,
        "GET",
        "/v2/Notes/NT0123456789abcdef0123456789abcdef",
        address="NT0123456789abcdef0123456789abcdef",
        record=api.Note,
    )


def test_query_note() -> None:
    """GET /v2/Notes."""
    check(
        api.QueryNote,
        "GET",
        "/v2/Notes",
        record=api.Note,
        facts={"paging": "meta"},
    )


def test_create_note() -> None:
    """POST /v2/Notes."""
    check(
        api.CreateNote,
        "POST",
        "/v2/Notes",
        arguments={
            "text": "text & more",
            "parts": [{"title": "text & more", "weight": Decimal("1.5")}],
            "counts": {"related": 1},
            "weight": Decimal("1.5"),
            "urgent": True,
            "tags": ["text & more"],
            "more": "any value",
            "outline": {
                "heading": "text & more",
                "main": {
                    "heading": "text & more",
                    "main": {
                        "heading": "text & more",
                        "main": {"heading": "text & more"},
                        "under_headings": [{"heading": "text & more"}],
                    },
                    "under_headings": [{"heading": "text & more"}],
                },
                "under_headings": [
                    {"heading": "text & more", "main": {"heading": "text & more"}, "under_headings": [{"heading": "text & more"}]}
                ],
            },
            "n2_fa": True,
            "ref": "text & more",
            "labels": ["text & more"],
            "lock": "text & more",
        },
        content={
            "text": "text & more",
            "parts": [{"title": "text & more", "weight": 1.5}],
            "counts": {"related": 1},
            "weight": 1.5,
            "urgent": True,
            "tags": ["text & more"],
            "more": "any value",
            "outline": {
                "heading": "text & more",
                "main": {
                    "heading": "text & more",
                    "main": {
                        "heading": "text & more",
                        "main": {"heading": "text & more"},
                        "under_headings": [{"heading": "text & more"}],
                    },
                    "under_headings": [{"heading": "text & more"}],
                },
                "under_headings": [
                    {"heading": "text & more", "main": {"heading": "text & more"}, "under_headings": [{"heading": "text & more"}]}
                ],
            },
            "2fa": True,
            "$ref": "text & more",
            "labels[]": ["text & more"],
            "lock": "text & more",
        },
        record=api.Note,
        facts={"status": (201,), "encoding": "json", "required": ("text",), "secret": ("lock",)},
    )


def test_update_note() -> None:
    """PUT /v2/Notes/{Sid}."""
    check(
        api.UpdateNote,
        "PUT",
        "/v2/Notes/NT0123456789abcdef0123456789abcdef",
        address="NT0123456789abcdef0123456789abcdef",
        arguments={
            "text": "text & more",
        },
        content={"text": "text & more"},
        facts={"status": (204,), "encoding": "json"},
    )


def test_delete_note() -> None:
    """DELETE /v2/Notes/{Sid}."""
    check(
        api.DeleteNote,
        "DELETE",
        "/v2/Notes/NT0123456789abcdef0123456789abcdef",
        address="NT0123456789abcdef0123456789abcdef",
        facts={"status": (204,)},
    )
