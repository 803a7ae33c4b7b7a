"""Draft: every action through both doors, on sample documents."""

from __future__ import annotations

import acme_notes.api.draft as api

from .harness import check


def test_query_draft() -> None:
    """GET /v2/Drafts."""
    check(
        api.QueryDraft,
        "GET",
        "/v2/Drafts",
        record=api.Draft,
        facts={"paging": "token"},
    )
