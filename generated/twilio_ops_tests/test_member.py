"""Member: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.member as api

from .harness import check


def test_get_member() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Queues/{QueueSid}/Members/{CallSid}."""
    check(
        api.GetMember,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Queues/QU0123456789abcdef0123456789abcdef/Members/CA0123456789abcdef0123456789abcdef",
        address="QU0123456789abcdef0123456789abcdef:CA0123456789abcdef0123456789abcdef",
        record=api.Member,
    )


def test_query_member() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Queues/{QueueSid}/Members."""
    check(
        api.QueryMember,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Queues/QU0123456789abcdef0123456789abcdef/Members",
        address="QU0123456789abcdef0123456789abcdef",
        record=api.Member,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_update_member() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Queues/{QueueSid}/Members/{CallSid}."""
    check(
        api.UpdateMember,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Queues/QU0123456789abcdef0123456789abcdef/Members/CA0123456789abcdef0123456789abcdef",
        address="QU0123456789abcdef0123456789abcdef:CA0123456789abcdef0123456789abcdef",
        arguments={
            "url": "https://example.com/resource",
            "method": "POST",
        },
        sent=[
            ("Url", "https://example.com/resource"),
            ("Method", "POST"),
        ],
        record=api.Member,
        facts={"encoding": "form", "required": ("Url",)},
    )
