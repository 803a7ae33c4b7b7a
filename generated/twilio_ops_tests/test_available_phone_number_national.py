"""AvailablePhoneNumberNational: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.available_phone_number_national as api

from .harness import check


def test_query_available_phone_number_national() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}/National."""
    check(
        api.QueryAvailablePhoneNumberNational,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/AvailablePhoneNumbers/US/National",
        address="US",
        record=api.AvailablePhoneNumberNational,
        facts={"max_page_size": 1000},
    )
