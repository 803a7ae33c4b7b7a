"""DependentPhoneNumber: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.dependent_phone_number as api

from .harness import check


def test_query_dependent_phone_number() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/Addresses/{AddressSid}/DependentPhoneNumbers."""
    check(
        api.QueryDependentPhoneNumber,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Addresses/AD0123456789abcdef0123456789abcdef/DependentPhoneNumbers",
        address="AD0123456789abcdef0123456789abcdef",
        record=api.DependentPhoneNumber,
        facts={"paging": "uris", "max_page_size": 1000},
    )
