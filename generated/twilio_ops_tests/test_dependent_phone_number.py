"""DependentPhoneNumber: every action through both doors, on sample documents."""

from __future__ import annotations

from twilio_ops.api.dependent_phone_number import (
    DependentPhoneNumber,
    QueryDependentPhoneNumber,
)

from .harness import check


def test_query_dependent_phone_number() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Addresses/{AddressSid}/DependentPhoneNumbers."""
    records = check(
        QueryDependentPhoneNumber,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Addresses/AD0123456789abcdef0123456789abcdef/DependentPhoneNumbers",
        address="AD0123456789abcdef0123456789abcdef",
    )
    assert [DependentPhoneNumber] == [type(record) for record in records]
