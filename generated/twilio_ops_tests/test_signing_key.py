"""SigningKey: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.signing_key as api

from .harness import check


def test_get_signing_key() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/SigningKeys/{Sid}."""
    check(
        api.GetSigningKey,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SigningKeys/SK0123456789abcdef0123456789abcdef",
        address="SK0123456789abcdef0123456789abcdef",
        record=api.SigningKey,
    )


def test_query_signing_key() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/SigningKeys."""
    check(
        api.QuerySigningKey,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SigningKeys",
        record=api.SigningKey,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_create_signing_key() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/SigningKeys."""
    check(
        api.CreateSigningKey,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SigningKeys",
        arguments={
            "friendly_name": "text & more",
        },
        sent=[
            ("FriendlyName", "text & more"),
        ],
        record=api.SigningKey,
        facts={"status": (201,), "encoding": "form"},
    )


def test_update_signing_key() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/SigningKeys/{Sid}."""
    check(
        api.UpdateSigningKey,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SigningKeys/SK0123456789abcdef0123456789abcdef",
        address="SK0123456789abcdef0123456789abcdef",
        arguments={
            "friendly_name": "text & more",
        },
        sent=[
            ("FriendlyName", "text & more"),
        ],
        record=api.SigningKey,
        facts={"encoding": "form"},
    )


def test_delete_signing_key() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/SigningKeys/{Sid}."""
    check(
        api.DeleteSigningKey,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SigningKeys/SK0123456789abcdef0123456789abcdef",
        address="SK0123456789abcdef0123456789abcdef",
        facts={"status": (204,)},
    )
