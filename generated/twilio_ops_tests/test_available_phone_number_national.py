"""AvailablePhoneNumberNational: every action through both doors, on sample documents."""

from __future__ import annotations

from twilio_ops.api.available_phone_number_national import (
    AvailablePhoneNumberNational,
    QueryAvailablePhoneNumberNational,
)

from .harness import check


def test_query_available_phone_number_national() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}/National."""
    records = check(
        QueryAvailablePhoneNumberNational,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/AvailablePhoneNumbers/US/National",
        address="US",
    )
    assert [AvailablePhoneNumberNational] == [type(record) for record in records]
