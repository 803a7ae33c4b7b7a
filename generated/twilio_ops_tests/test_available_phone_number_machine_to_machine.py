"""AvailablePhoneNumberMachineToMachine: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.available_phone_number_machine_to_machine as api

from .harness import check


def test_query_available_phone_number_machine_to_machine() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}/MachineToMachine."""
    check(
        api.QueryAvailablePhoneNumberMachineToMachine,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/AvailablePhoneNumbers/US/MachineToMachine",
        address="US",
        record=api.AvailablePhoneNumberMachineToMachine,
        facts={"max_page_size": 1000},
    )
