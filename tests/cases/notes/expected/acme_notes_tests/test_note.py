"""Note: every action through both doors, on sample documents."""

from __future__ import annotations

from decimal import Decimal

from acme_notes.api.note import (
    CreateNote,
    DeleteNote,
    GetNote,
    Note,
    QueryNote,
    UpdateNote,
)

from .harness import check


def test_get_note() -> None:
    """GET /v2/Notes/{Sid}."""
    records = check(
        GetNote,
        "GET",
        "/v2/Notes/NT0123456789abcdef0123456789abcdef",
        address="NT0123456789abcdef0123456789abcdef",
    )
    assert [Note] == [type(record) for record in records]


def test_query_note() -> None:
    """GET /v2/Notes."""
    records = check(
        QueryNote,
        "GET",
        "/v2/Notes",
    )
    assert [Note] == [type(record) for record in records]


def test_create_note() -> None:
    """POST /v2/Notes."""
    records = check(
        CreateNote,
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
        },
        content={
            "text": "text & more",
            "parts": [{"title": "text & more", "weight": 1.5}],
            "counts": {"related": 1},
            "weight": 1.5,
            "urgent": True,
            "tags": ["text & more"],
            "more": "any value",
        },
    )
    assert [Note] == [type(record) for record in records]


def test_update_note() -> None:
    """PUT /v2/Notes/{Sid}."""
    check(
        UpdateNote,
        "PUT",
        "/v2/Notes/NT0123456789abcdef0123456789abcdef",
        address="NT0123456789abcdef0123456789abcdef",
        arguments={
            "text": "text & more",
        },
        content={"text": "text & more"},
    )


def test_delete_note() -> None:
    """DELETE /v2/Notes/{Sid}."""
    check(
        DeleteNote,
        "DELETE",
        "/v2/Notes/NT0123456789abcdef0123456789abcdef",
        address="NT0123456789abcdef0123456789abcdef",
    )
