"""IncomingPhoneNumberAssignedAddOnExtension: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.incoming_phone_number_assigned_add_on_extension as api

from .harness import check


def test_get_incoming_phone_number_assigned_add_on_extension() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{ResourceSid}/AssignedAddOns/{AssignedAddOnSid}/Extensions/{Sid}."""
    check(
        api.GetIncomingPhoneNumberAssignedAddOnExtension,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/IncomingPhoneNumbers/PN0123456789abcdef0123456789abcdef/AssignedAddOns/XE0123456789abcdef0123456789abcdef/Extensions/XF0123456789abcdef0123456789abcdef",
        address="PN0123456789abcdef0123456789abcdef:XE0123456789abcdef0123456789abcdef:XF0123456789abcdef0123456789abcdef",
        record=api.IncomingPhoneNumberAssignedAddOnExtension,
    )


def test_query_incoming_phone_number_assigned_add_on_extension() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{ResourceSid}/AssignedAddOns/{AssignedAddOnSid}/Extensions."""
    check(
        api.QueryIncomingPhoneNumberAssignedAddOnExtension,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/IncomingPhoneNumbers/PN0123456789abcdef0123456789abcdef/AssignedAddOns/XE0123456789abcdef0123456789abcdef/Extensions",
        address="PN0123456789abcdef0123456789abcdef:XE0123456789abcdef0123456789abcdef",
        record=api.IncomingPhoneNumberAssignedAddOnExtension,
        facts={"paging": "uris", "max_page_size": 1000},
    )
