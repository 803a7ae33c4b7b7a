"""Account: every action through both doors, on sample documents."""

from __future__ import annotations

from twilio_ops.api.account import (
    Account,
    CreateAccount,
    DeleteAccount,
    GetAccount,
    QueryAccount,
    UpdateAccount,
)

from .harness import check


def test_get_account() -> None:
    """GET /2010-04-01/Accounts/{Sid}."""
    records = check(
        GetAccount,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef",
        address="AC0123456789abcdef0123456789abcdef",
    )
    assert [Account] == [type(record) for record in records]


def test_query_account() -> None:
    """GET /2010-04-01/Accounts."""
    records = check(
        QueryAccount,
        "GET",
        "/2010-04-01/Accounts",
    )
    assert [Account] == [type(record) for record in records]


def test_create_account() -> None:
    """POST /2010-04-01/Accounts."""
    records = check(
        CreateAccount,
        "POST",
        "/2010-04-01/Accounts",
        arguments={
            "friendly_name": "text & more",
        },
        sent=[
            ("FriendlyName", "text & more"),
        ],
    )
    assert [Account] == [type(record) for record in records]


def test_update_account() -> None:
    """POST /2010-04-01/Accounts/{Sid}."""
    records = check(
        UpdateAccount,
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
    )
    assert [Account] == [type(record) for record in records]


def test_delete_account() -> None:
    """POST /2010-04-01/Accounts/{Sid}."""
    check(
        DeleteAccount,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef",
        address="AC0123456789abcdef0123456789abcdef",
        sent=[
            ("Status", "closed"),
        ],
    )
