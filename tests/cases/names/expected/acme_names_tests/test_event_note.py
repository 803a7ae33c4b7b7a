"""EventNote: every action through both doors, on sample documents."""

from __future__ import annotations

import acme_names.api.event_note as api

from .harness import check


def test_get_event_note() -> None:
    """GET /v1/EventNotes/{Sid}."""
    check(
        api.GetEventNote,
        "GET",
        "/v1/EventNotes/EN0123456789abcdef0123456789abcdef",
        address="EN0123456789abcdef0123456789abcdef",
        record=api.EventNote,
    )
