"""AvailablePhoneNumberVoip: every action through both doors, on sample documents."""

from __future__ import annotations

from twilio_ops.api.available_phone_number_voip import (
    AvailablePhoneNumberVoip,
    QueryAvailablePhoneNumberVoip,
)

from .harness import check


def test_query_available_phone_number_voip() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}/Voip."""
    records = check(
        QueryAvailablePhoneNumberVoip,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/AvailablePhoneNumbers/US/Voip",
        address="US",
    )
    assert [AvailablePhoneNumberVoip] == [type(record) for record in records]
