"""Address: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.address as api

from .harness import check


def test_get_address() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Addresses/{Sid}."""
    check(
        api.GetAddress,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Addresses/AD0123456789abcdef0123456789abcdef",
        address="AD0123456789abcdef0123456789abcdef",
        record=api.Address,
    )


def test_query_address() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Addresses."""
    check(
        api.QueryAddress,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Addresses",
        record=api.Address,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_create_address() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Addresses."""
    check(
        api.CreateAddress,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Addresses",
        arguments={
            "customer_name": "text & more",
            "street": "text & more",
            "city": "text & more",
            "region": "text & more",
            "postal_code": "text & more",
            "iso_country": "US",
            "friendly_name": "text & more",
            "emergency_enabled": True,
            "auto_correct_address": True,
            "street_secondary": "text & more",
        },
        sent=[
            ("CustomerName", "text & more"),
            ("Street", "text & more"),
            ("City", "text & more"),
            ("Region", "text & more"),
            ("PostalCode", "text & more"),
            ("IsoCountry", "US"),
            ("FriendlyName", "text & more"),
            ("EmergencyEnabled", "true"),
            ("AutoCorrectAddress", "true"),
            ("StreetSecondary", "text & more"),
        ],
        record=api.Address,
        facts={
            "status": (201,),
            "encoding": "form",
            "required": ("City", "CustomerName", "IsoCountry", "PostalCode", "Region", "Street"),
        },
    )


def test_update_address() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/Addresses/{Sid}."""
    check(
        api.UpdateAddress,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Addresses/AD0123456789abcdef0123456789abcdef",
        address="AD0123456789abcdef0123456789abcdef",
        arguments={
            "friendly_name": "text & more",
            "customer_name": "text & more",
            "street": "text & more",
            "city": "text & more",
            "region": "text & more",
            "postal_code": "text & more",
            "emergency_enabled": True,
            "auto_correct_address": True,
            "street_secondary": "text & more",
        },
        sent=[
            ("FriendlyName", "text & more"),
            ("CustomerName", "text & more"),
            ("Street", "text & more"),
            ("City", "text & more"),
            ("Region", "text & more"),
            ("PostalCode", "text & more"),
            ("EmergencyEnabled", "true"),
            ("AutoCorrectAddress", "true"),
            ("StreetSecondary", "text & more"),
        ],
        record=api.Address,
        facts={"encoding": "form"},
    )


def test_delete_address() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/Addresses/{Sid}."""
    check(
        api.DeleteAddress,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Addresses/AD0123456789abcdef0123456789abcdef",
        address="AD0123456789abcdef0123456789abcdef",
        facts={"status": (204,)},
    )
