"""Report: every action through both doors, on sample documents."""

from __future__ import annotations

import acme_notes.api.report as api

from .harness import check


def test_get_report() -> None:
    """GET /v2/Reports/{Sid}."""
    check(
        api.GetReport,
        "GET",
        "/v2/Reports/RP0123456789abcdef0123456789abcdef",
        address="RP0123456789abcdef0123456789abcdef",
        record=api.Report,
    )


def test_query_report() -> None:
    """GET /v2/Reports."""
    check(
        api.QueryReport,
        "GET",
        "/v2/Reports",
        facts={"paging": "meta"},
    )


def test_create_report() -> None:
    """POST /v2/Reports."""
    check(
        api.CreateReport,
        "POST",
        "/v2/Reports",
        arguments={
            "text": "text & more",
        },
        content={"text": "text & more"},
        facts={"status": (202,), "encoding": "json", "required": ("text",)},
    )
