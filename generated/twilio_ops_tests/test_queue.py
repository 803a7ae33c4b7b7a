"""Queue: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.queue as api

from .harness import check


def test_get_queue() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Queues/{Sid}."""
    check(
        api.GetQueue,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Queues/QU0123456789abcdef0123456789abcdef",
        address="QU0123456789abcdef0123456789abcdef",
        record=api.Queue,
    )


def test_query_queue() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Queues."""
    check(
        api.QueryQueue,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Queues",
        record=api.Queue,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_create_queue() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Queues."""
    check(
        api.CreateQueue,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Queues",
        arguments={
            "friendly_name": "text & more",
            "max_size": 1,
        },
        sent=[
            ("FriendlyName", "text & more"),
            ("MaxSize", "1"),
        ],
        record=api.Queue,
        facts={"status": (201,), "encoding": "form", "required": ("FriendlyName",)},
    )


def test_update_queue() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Queues/{Sid}."""
    check(
        api.UpdateQueue,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Queues/QU0123456789abcdef0123456789abcdef",
        address="QU0123456789abcdef0123456789abcdef",
        arguments={
            "friendly_name": "text & more",
            "max_size": 1,
        },
        sent=[
            ("FriendlyName", "text & more"),
            ("MaxSize", "1"),
        ],
        record=api.Queue,
        facts={"encoding": "form"},
    )


def test_delete_queue() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/Queues/{Sid}."""
    check(
        api.DeleteQueue,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Queues/QU0123456789abcdef0123456789abcdef",
        address="QU0123456789abcdef0123456789abcdef",
        facts={"status": (204,)},
    )
