"""AvailablePhoneNumberVoip: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.available_phone_number_voip as api

from .harness import check


def test_query_available_phone_number_voip() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}/Voip."""
    check(
        api.QueryAvailablePhoneNumberVoip,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/AvailablePhoneNumbers/US/Voip",
        address="US",
        record=api.AvailablePhoneNumberVoip,
        facts={"max_page_size": 1000},
    )
