"""Account: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.account as api

from .harness import check


def test_get_account() -> None:
    """GET /2010-04-01/Accounts/{Sid}."""
    check(
        api.GetAccount,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef",
        address="AC0123456789abcdef0123456789abcdef",
        record=api.Account,
    )


def test_query_account() -> None:
    """GET /2010-04-01/Accounts."""
    check(
        api.QueryAccount,
        "GET",
        "/2010-04-01/Accounts",
        record=api.Account,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_create_account() -> None:
    """POST /2010-04-01/Accounts."""
    check(
        api.CreateAccount,
        "POST",
        "/2010-04-01/Accounts",
        arguments={
            "friendly_name": "text & more",
        },
        sent=[
            ("FriendlyName", "text & more"),
        ],
        record=api.Account,
        facts={"status": (201,), "encoding": "form"},
    )


def test_update_account() -> None:
    """POST /2010-04-01/Accounts/{Sid}."""
    check(
        api.UpdateAccount,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef",
        address="AC0123456789abcdef0123456789abcdef",
        arguments={
            "friendly_name": "text & more",
            "status": "active",
        },
        sent=[
            ("FriendlyName", "text & more"),
            ("Status", "active"),
        ],
        record=api.Account,
        facts={"encoding": "form"},
    )


def test_delete_account() -> None:
    """POST /2010-04-01/Accounts/{Sid}."""
    check(
        api.DeleteAccount,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef",
        address="AC0123456789abcdef0123456789abcdef",
        sent=[
            ("Status", "closed"),
        ],
        facts={"encoding": "form"},
    )
