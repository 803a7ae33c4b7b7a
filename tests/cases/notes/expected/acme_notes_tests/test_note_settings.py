"""NoteSettings: every action through both doors, on sample documents."""

from __future__ import annotations

from acme_notes.api.note_settings import (
    GetNoteSettings,
    NoteSettings,
)

from .harness import check


def test_get_note_settings() -> None:
    """GET /v2/Settings."""
    records = check(
        GetNoteSettings,
        "GET",
        "/v2/Settings",
    )
    assert [NoteSettings] == [type(record) for record in records]
