"""Conference: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.conference as api

from .harness import check


def test_get_conference() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Conferences/{Sid}."""
    check(
        api.GetConference,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Conferences/CF0123456789abcdef0123456789abcdef",
        address="CF0123456789abcdef0123456789abcdef",
        record=api.Conference,
    )


def test_query_conference() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Conferences."""
    check(
        api.QueryConference,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Conferences",
        record=api.Conference,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_update_conference() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Conferences/{Sid}."""
    check(
        api.UpdateConference,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Conferences/CF0123456789abcdef0123456789abcdef",
        address="CF0123456789abcdef0123456789abcdef",
        arguments={
            "status": "completed",
            "announce_url": "https://example.com/resource",
            "announce_method": "POST",
        },
        sent=[
            ("Status", "completed"),
            ("AnnounceUrl", "https://example.com/resource"),
            ("AnnounceMethod", "POST"),
        ],
        record=api.Conference,
        facts={"encoding": "form"},
    )
