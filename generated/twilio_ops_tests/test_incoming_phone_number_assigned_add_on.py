"""IncomingPhoneNumberAssignedAddOn: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.incoming_phone_number_assigned_add_on as api

from .harness import check


def test_get_incoming_phone_number_assigned_add_on() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{ResourceSid}/AssignedAddOns/{Sid}."""
    check(
        api.GetIncomingPhoneNumberAssignedAddOn,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/IncomingPhoneNumbers/PN0123456789abcdef0123456789abcdef/AssignedAddOns/XE0123456789abcdef0123456789abcdef",
        address="PN0123456789abcdef0123456789abcdef:XE0123456789abcdef0123456789abcdef",
        record=api.IncomingPhoneNumberAssignedAddOn,
    )


def test_query_incoming_phone_number_assigned_add_on() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{ResourceSid}/AssignedAddOns."""
    check(
        api.QueryIncomingPhoneNumberAssignedAddOn,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/IncomingPhoneNumbers/PN0123456789abcdef0123456789abcdef/AssignedAddOns",
        address="PN0123456789abcdef0123456789abcdef",
        record=api.IncomingPhoneNumberAssignedAddOn,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_create_incoming_phone_number_assigned_add_on() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{ResourceSid}/AssignedAddOns."""
    check(
        api.CreateIncomingPhoneNumberAssignedAddOn,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/IncomingPhoneNumbers/PN0123456789abcdef0123456789abcdef/AssignedAddOns",
        address="PN0123456789abcdef0123456789abcdef",
        arguments={
            "installed_add_on_sid": "XE0123456789abcdef0123456789abcdef",
        },
        sent=[
            ("InstalledAddOnSid", "XE0123456789abcdef0123456789abcdef"),
        ],
        record=api.IncomingPhoneNumberAssignedAddOn,
        facts={"status": (201,), "encoding": "form", "required": ("InstalledAddOnSid",)},
    )


def test_delete_incoming_phone_number_assigned_add_on() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{ResourceSid}/AssignedAddOns/{Sid}."""
    check(
        api.DeleteIncomingPhoneNumberAssignedAddOn,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/IncomingPhoneNumbers/PN0123456789abcdef0123456789abcdef/AssignedAddOns/XE0123456789abcdef0123456789abcdef",
        address="PN0123456789abcdef0123456789abcdef:XE0123456789abcdef0123456789abcdef",
        facts={"status": (204,)},
    )
