"""Key: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.key as api

from .harness import check


def test_get_key() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Keys/{Sid}."""
    check(
        api.GetKey,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Keys/SK0123456789abcdef0123456789abcdef",
        address="SK0123456789abcdef0123456789abcdef",
        record=api.Key,
    )


def test_query_key() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Keys."""
    check(
        api.QueryKey,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Keys",
        record=api.Key,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_create_key() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Keys."""
    check(
        api.CreateKey,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Keys",
        arguments={
            "friendly_name": "text & more",
        },
        sent=[
            ("FriendlyName", "text & more"),
        ],
        record=api.Key,
        facts={"status": (201,), "encoding": "form"},
    )


def test_update_key() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Keys/{Sid}."""
    check(
        api.UpdateKey,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Keys/SK0123456789abcdef0123456789abcdef",
        address="SK0123456789abcdef0123456789abcdef",
        arguments={
            "friendly_name": "text & more",
        },
        sent=[
            ("FriendlyName", "text & more"),
        ],
        record=api.Key,
        facts={"encoding": "form"},
    )


def test_delete_key() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/Keys/{Sid}."""
    check(
        api.DeleteKey,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Keys/SK0123456789abcdef0123456789abcdef",
        address="SK0123456789abcdef0123456789abcdef",
        facts={"status": (204,)},
    )
