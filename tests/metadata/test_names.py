"""Element names: the exceptions to the naming rule, and which names are guesses."""

from __future__ import annotations

from typing import Any

import pytest

from twilio_ops_codegen.catalog.model import Catalog
from twilio_ops_codegen.catalog.names import pascal

GUESSES = {
    "AvailablePhoneNumberCountry",
    "Balance",
    "CallEvent",
    "IncomingPhoneNumberAssignedAddOn",
    "IncomingPhoneNumberAssignedAddOnExtension",
    "Payments",
    "RealtimeTranscription",
    "RecordingAddOnResult",
    "RecordingAddOnResultPayload",
    "RecordingAddOnResultPayloadData",
    "SipAuthCallsCredentialListMapping",
    "SipAuthCallsIpAccessControlListMapping",
    "SipAuthRegistrationsCredentialListMapping",
    "Siprec",
    "Stream",
    "UserDefinedMessage",
    "UserDefinedMessageSubscription",
}


def test_every_object_says_how_its_names_are_known(rows: list[tuple[str, dict[str, Any]]]) -> None:
    said = [row["object"] for file, row in rows if file == "xml-names.yaml" and "at" not in row]
    assert len(said) == len(set(said)) == 72
    for file, row in rows:
        if file == "xml-names.yaml" and "at" not in row:
            assert "evidence" in row["set"]["xml"], row["object"]


def test_guesses_are_marked(loaded: Catalog, rows: list[tuple[str, dict[str, Any]]]) -> None:
    inferred = {name for name, value in loaded.objects.items() if value.xml.evidence == "inferred"}
    assert inferred == GUESSES
    for file, row in rows:
        if file == "xml-names.yaml" and row["object"] in GUESSES:
            assert row["source"] == "inferred"


@pytest.mark.parametrize(
    ("name", "listed", "item"),
    [
        ("Account", "Accounts", "Account"),
        ("Address", "Addresses", "Address"),
        ("CallFeedback", None, "Feedback"),
        ("CallFeedbackSummary", None, "FeedbackSummary"),
        ("CallNotification", "Notifications", "Notification"),
        ("CallerIdValidation", None, "ValidationRequest"),
        ("ConferenceParticipant", "Participants", "Participant"),
        ("IncomingPhoneNumberMobile", "IncomingPhoneNumbers", "IncomingPhoneNumber"),
        ("Key", "Keys", "Key"),
        ("LocalIncomingPhoneNumber", "IncomingPhoneNumbers", "IncomingPhoneNumber"),
        ("LocalPhoneNumber", "AvailablePhoneNumbers", "AvailablePhoneNumber"),
        ("Media", "MediaList", "Media"),
        ("Member", "QueueMembers", "QueueMember"),
        ("MessageFeedback", None, "Feedback"),
        ("SMSMessage", "SMSMessages", "SMSMessage"),
        ("SigningKey", "SigningKeys", "SigningKey"),
        ("SipCredential", "Credentials", "Credential"),
        ("SipDomain", "SipDomains", "SipDomain"),
        ("SipIpAddress", "IpAddresses", "IpAddress"),
        ("Token", None, "Token"),
        ("TollFreePhoneNumber", "AvailablePhoneNumbers", "AvailablePhoneNumber"),
        ("UsageRecordAllTime", "UsageRecords", "UsageRecord"),
    ],
)
def test_list_and_item(catalog: Catalog, name: str, listed: str | None, item: str) -> None:
    assert (catalog.objects[name].xml.list, catalog.objects[name].xml.item) == (listed, item)


def test_other_item_names_that_are_taken(catalog: Catalog) -> None:
    accepted = {name: v.xml.accepts for name, v in catalog.objects.items() if v.xml.accepts}
    assert accepted == {
        "SipDomain": ("Domain",),
        "SipIpAccessControlListMapping": ("IpAccessControlList",),
    }


def test_capabilities_are_called_the_same_everywhere(catalog: Catalog) -> None:
    found = [
        (name, {row.xml for row in value.structs[field.struct].fields.values()})
        for name, value in catalog.objects.items()
        if (field := value.fields.get("capabilities")) is not None and field.struct is not None
    ]
    assert len(found) == 12
    for name, elements in found:
        assert {"Voice", "SMS", "MMS"} <= elements <= {"Voice", "SMS", "MMS", "Fax"}, name


@pytest.mark.parametrize(
    ("name", "field", "wrapper", "item"),
    [
        ("AuthorizedConnectApp", "permissions", "Permissions", "Permission"),
        ("CallFeedback", "issues", "Issues", "Issue"),
        ("CallFeedbackSummary", "issues", "Issues", "Issue"),
        ("ConnectApp", "permissions", "Permissions", "Permission"),
        ("SMSMessage", "flags", "Flags", "Flag"),
        ("Token", "ice_servers", "IceServers", "IceServer"),
    ],
)
def test_arrays(catalog: Catalog, name: str, field: str, wrapper: str, item: str) -> None:
    row = catalog.objects[name].fields[field]
    assert (row.type, row.xml, row.item_xml) == ("list", wrapper, item)


def test_there_are_no_other_arrays(catalog: Catalog) -> None:
    lists = [
        (name, key)
        for name, value in catalog.objects.items()
        for key, row in value.fields.items()
        if row.type == "list"
    ]
    assert len(lists) == 6


def test_addresses_that_the_rule_would_call_otherwise(catalog: Catalog) -> None:
    found = {
        name: others
        for name, value in catalog.objects.items()
        for row in value.fields.values()
        if (others := {key: xml for key, xml in row.key_xml.items() if xml != pascal(key)})
    }
    assert found == {
        "Account": {"sms_messages": "SMSMessages"},
        "SipIpAccessControlList": {"ip_addresses": "Addresses"},
        "SipIpAccessControlListMapping": {"ip_addresses": "Addresses"},
    }
