"""NoteSettings: every action through both doors, on sample documents."""

from __future__ import annotations

import acme_notes.api.note_settings as api

from .harness import check


def test_get_note_settings() -> None:
    """GET /v2/Settings."""
    check(
        api.GetNoteSettings,
        "GET",
        "/v2/Settings",
        record=api.NoteSettings,
    )


def test_delete_note_settings() -> None:
    """DELETE /v2/Settings."""
    check(
        api.DeleteNoteSettings,
        "DELETE",
        "/v2/Settings",
        facts={"status": (204,)},
    )
