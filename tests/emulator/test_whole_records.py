"""Whole records: what is in one when it is made, and what has become of it later; all the rest is null."""

from __future__ import annotations

from typing import Any

import pytest
from emulator_client import Client

ADDRESS = {"CustomerName": "a", "Street": "s", "City": "c", "Region": "r", "PostalCode": "1", "IsoCountry": "DE"}  # fmt: skip
CALL = {"To": "+13115556789", "From": "+13115550000", "Twiml": "<Response><Pause length='600'/></Response>"}  # fmt: skip
MESSAGE = {"To": "+13115556789", "From": "+13115550000", "Body": "Hello"}
ELSEWHERE = {"sid", "uri", "subresource_uris", "auth_token", "call_sid", "conference_sid"}
"""What differs each time, and what other tests look at."""


def at(time: str) -> str:
    """An instant of the hour, as the service writes it."""
    return f"Sun, 01 Nov 2026 10:0{time} +0000"


RECORDS: list[tuple[str, dict[str, Any], int, dict[str, Any]]] = [
    ('Messages.json', MESSAGE, 0, {'body': 'Hello', 'num_segments': '1', 'direction': 'outbound-api', 'from': '+13115550000', 'to': '+13115556789', 'num_media': '0', 'status': 'queued', 'price_unit': 'USD'}),
    ('Messages.json', MESSAGE, 60, {'body': 'Hello', 'num_segments': '1', 'direction': 'outbound-api', 'from': '+13115550000', 'to': '+13115556789', 'date_updated': at("0:04"), 'price': '-0.00750', 'num_media': '0', 'status': 'delivered', 'date_sent': at("0:02"), 'price_unit': 'USD'}),
    ('Messages.json', {**MESSAGE, "MediaUrl": "http://localhost/a.png"}, 60, {'body': 'Hello', 'num_segments': '1', 'direction': 'outbound-api', 'from': '+13115550000', 'to': '+13115556789', 'date_updated': at("0:04"), 'price': '-0.02000', 'num_media': '1', 'status': 'delivered', 'date_sent': at("0:02"), 'price_unit': 'USD'}),
    ('Calls.json', CALL, 0, {'to': '+13115556789', 'to_formatted': '(311) 555-6789', 'from': '+13115550000', 'from_formatted': '(311) 555-0000', 'status': 'queued', 'price_unit': 'USD', 'direction': 'outbound-api', 'queue_time': '0'}),
    ('Calls.json', CALL, 5, {'date_updated': at("0:03"), 'to': '+13115556789', 'to_formatted': '(311) 555-6789', 'from': '+13115550000', 'from_formatted': '(311) 555-0000', 'status': 'in-progress', 'start_time': at("0:03"), 'price_unit': 'USD', 'direction': 'outbound-api', 'queue_time': '0'}),
    ('Calls.json', {**CALL, "Twiml": "<Response><Pause length='61'/></Response>", "MachineDetection": "Enable"}, 100, {'date_updated': at("1:04"), 'to': '+13115556789', 'to_formatted': '(311) 555-6789', 'from': '+13115550000', 'from_formatted': '(311) 555-0000', 'status': 'completed', 'start_time': at("0:03"), 'end_time': at("1:04"), 'duration': '61', 'price': '-0.02600', 'price_unit': 'USD', 'direction': 'outbound-api', 'answered_by': 'human', 'queue_time': '0'}),
    ('Queues.json', {'FriendlyName': 'q'}, 0, {'current_size': 0, 'friendly_name': 'q', 'average_wait_time': 0, 'max_size': 1000}),
    ('IncomingPhoneNumbers.json', {'PhoneNumber': '+14155550123'}, 0, {'address_requirements': 'none', 'beta': False, 'capabilities': {'voice': True, 'sms': True, 'mms': True, 'fax': False}, 'friendly_name': '(415) 555-0123', 'phone_number': '+14155550123', 'origin': 'twilio', 'sms_fallback_method': 'POST', 'sms_method': 'POST', 'status_callback_method': 'POST', 'voice_receive_mode': 'voice', 'voice_caller_id_lookup': False, 'voice_fallback_method': 'POST', 'voice_method': 'POST', 'emergency_status': 'Inactive', 'emergency_address_status': 'unregistered', 'status': 'in-use', 'type': 'local'}),
    ('Applications.json', {'FriendlyName': 'a'}, 0, {'friendly_name': 'a', 'sms_fallback_method': 'POST', 'sms_method': 'POST', 'status_callback_method': 'POST', 'voice_caller_id_lookup': False, 'voice_fallback_method': 'POST', 'voice_method': 'POST', 'public_application_connect_enabled': False}),
    ('Addresses.json', ADDRESS, 0, {'city': 'c', 'customer_name': 'a', 'iso_country': 'DE', 'postal_code': '1', 'region': 'r', 'street': 's', 'emergency_enabled': False, 'validated': False, 'verified': False}),
    ('SIP/Domains.json', {'DomainName': 'own.sip.twilio.com'}, 0, {'auth_type': '', 'domain_name': 'own.sip.twilio.com', 'friendly_name': 'own.sip.twilio.com', 'voice_fallback_method': 'POST', 'voice_method': 'POST', 'voice_status_callback_method': 'POST', 'sip_registration': False, 'emergency_calling_enabled': False, 'secure': False}),
    ('SIP/CredentialLists.json', {'FriendlyName': 'l'}, 0, {'friendly_name': 'l'}),
    ('SIP/IpAccessControlLists.json', {'FriendlyName': 'l'}, 0, {'friendly_name': 'l'}),
    ('Usage/Triggers.json', {'UsageCategory': 'sms', 'TriggerValue': '+5', 'CallbackUrl': 'http://localhost/'}, 0, {'callback_method': 'POST', 'callback_url': 'http://localhost/', 'current_value': '0', 'trigger_by': 'usage', 'trigger_value': '5', 'usage_category': 'sms', 'usage_record_uri': '/2010-04-01/Accounts/{account}/Usage/Records.json?Category=sms'}),
    ('/2010-04-01/Accounts.json', {}, 0, {'friendly_name': 'Account made on Sun, 01 Nov 2026 10:00:00 +0000', 'owner_account_sid': '{account}', 'status': 'active', 'type': 'Full'}),
    ('Conferences/Room/Participants.json', {'To': '+13115556789', 'From': '+13115550000', 'Label': 'x'}, 5, {'label': 'x', 'coaching': False, 'date_updated': at("0:03"), 'end_conference_on_exit': False, 'muted': False, 'hold': False, 'start_conference_on_enter': True, 'status': 'connected', 'queue_time': '0'}),
]  # fmt: skip
"""A list, what is sent to it, the seconds that pass, and what is in the record then."""


@pytest.mark.parametrize(
    ("path", "form", "seconds", "expected"),
    RECORDS,
    ids=[f"{row[0]}-{row[2]}" for row in RECORDS],
)
def test_a_record_is_as_the_service_has_it(
    client: Client, path: str, form: dict[str, Any], seconds: int, expected: dict[str, Any]
) -> None:
    """Every value of it."""
    uri = client.made(path, form)["uri"]
    client.emulator.advance(seconds)
    record = client.get(uri).json
    always = {"date_created": at("0:00"), "date_updated": at("0:00"), "account_sid": client.account}
    always["api_version"] = "2010-04-01"
    found = {name: value for name, value in record.items() if name not in ELSEWHERE}
    known = {name: value for name, value in always.items() if name in record}
    named = {name: value.format(account=client.account) if isinstance(value, str) else value for name, value in expected.items()}  # fmt: skip
    assert {name: value for name, value in found.items() if value is not None} == {**known, **named}
