"""Draft: every action through both doors, on sample documents."""

from __future__ import annotations

from acme_notes.api.draft import (
    Draft,
    QueryDraft,
)

from .harness import check


def test_query_draft() -> None:
    """GET /v2/Drafts."""
    records = check(
        QueryDraft,
        "GET",
        "/v2/Drafts",
    )
    assert [Draft] == [type(record) for record in records]
