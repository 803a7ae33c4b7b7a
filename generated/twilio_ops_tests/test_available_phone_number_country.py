"""AvailablePhoneNumberCountry: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.available_phone_number_country as api

from .harness import check


def test_get_available_phone_number_country() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}."""
    check(
        api.GetAvailablePhoneNumberCountry,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/AvailablePhoneNumbers/US",
        address="US",
        record=api.AvailablePhoneNumberCountry,
    )


def test_query_available_phone_number_country() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers."""
    check(
        api.QueryAvailablePhoneNumberCountry,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/AvailablePhoneNumbers",
        record=api.AvailablePhoneNumberCountry,
    )
