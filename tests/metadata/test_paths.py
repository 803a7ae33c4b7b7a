"""Where each object is, and what its records are called in answers, by hand.

Nothing here is read from the catalog. The addresses are those of the reference,
https://www.twilio.com/docs/usage/api, and of the document,
https://github.com/twilio/twilio-oai/blob/main/spec/json/twilio_api_v2010.json.
"""

from __future__ import annotations

import re

from twilio_ops_codegen.catalog.model import Catalog

ACCOUNT = "/2010-04-01/Accounts/{AccountSid}"
PATHS = """
Account /2010-04-01/Accounts
Address ~/Addresses
Application ~/Applications
AuthorizedConnectApp ~/AuthorizedConnectApps
AvailablePhoneNumberCountry ~/AvailablePhoneNumbers
AvailablePhoneNumberMachineToMachine ~/AvailablePhoneNumbers/{CountryCode}/MachineToMachine
AvailablePhoneNumberMobile ~/AvailablePhoneNumbers/{CountryCode}/Mobile
AvailablePhoneNumberNational ~/AvailablePhoneNumbers/{CountryCode}/National
AvailablePhoneNumberSharedCost ~/AvailablePhoneNumbers/{CountryCode}/SharedCost
AvailablePhoneNumberVoip ~/AvailablePhoneNumbers/{CountryCode}/Voip
Balance ~/Balance
Call ~/Calls
CallEvent ~/Calls/{CallSid}/Events
CallFeedback ~/Calls/{CallSid}/Feedback
CallFeedbackSummary ~/Calls/FeedbackSummary
CallNotification ~/Calls/{CallSid}/Notifications
CallRecording ~/Calls/{CallSid}/Recordings
CallerIdValidation ~/OutgoingCallerIds
Conference ~/Conferences
ConferenceParticipant ~/Conferences/{ConferenceSid}/Participants
ConferenceRecording ~/Conferences/{ConferenceSid}/Recordings
ConnectApp ~/ConnectApps
DependentPhoneNumber ~/Addresses/{AddressSid}/DependentPhoneNumbers
IncomingPhoneNumber ~/IncomingPhoneNumbers
IncomingPhoneNumberAssignedAddOn ~/IncomingPhoneNumbers/{ResourceSid}/AssignedAddOns
IncomingPhoneNumberAssignedAddOnExtension ~/IncomingPhoneNumbers/{ResourceSid}/AssignedAddOns/{AssignedAddOnSid}/Extensions
IncomingPhoneNumberMobile ~/IncomingPhoneNumbers/Mobile
Key ~/Keys
LocalIncomingPhoneNumber ~/IncomingPhoneNumbers/Local
LocalPhoneNumber ~/AvailablePhoneNumbers/{CountryCode}/Local
Media ~/Messages/{MessageSid}/Media
Member ~/Queues/{QueueSid}/Members
Message ~/Messages
MessageFeedback ~/Messages/{MessageSid}/Feedback
Notification ~/Notifications
OutgoingCallerId ~/OutgoingCallerIds
Payments ~/Calls/{CallSid}/Payments
Queue ~/Queues
RealtimeTranscription ~/Calls/{CallSid}/Transcriptions
Recording ~/Recordings
RecordingAddOnResult ~/Recordings/{ReferenceSid}/AddOnResults
RecordingAddOnResultPayload ~/Recordings/{ReferenceSid}/AddOnResults/{AddOnResultSid}/Payloads
RecordingAddOnResultPayloadData ~/Recordings/{ReferenceSid}/AddOnResults/{AddOnResultSid}/Payloads/{PayloadSid}/Data
RecordingTranscription ~/Recordings/{RecordingSid}/Transcriptions
SMSMessage ~/SMS/Messages
ShortCode ~/SMS/ShortCodes
SigningKey ~/SigningKeys
SipAuthCallsCredentialListMapping ~/SIP/Domains/{DomainSid}/Auth/Calls/CredentialListMappings
SipAuthCallsIpAccessControlListMapping ~/SIP/Domains/{DomainSid}/Auth/Calls/IpAccessControlListMappings
SipAuthRegistrationsCredentialListMapping ~/SIP/Domains/{DomainSid}/Auth/Registrations/CredentialListMappings
SipCredential ~/SIP/CredentialLists/{CredentialListSid}/Credentials
SipCredentialList ~/SIP/CredentialLists
SipCredentialListMapping ~/SIP/Domains/{DomainSid}/CredentialListMappings
SipDomain ~/SIP/Domains
SipIpAccessControlList ~/SIP/IpAccessControlLists
SipIpAccessControlListMapping ~/SIP/Domains/{DomainSid}/IpAccessControlListMappings
SipIpAddress ~/SIP/IpAccessControlLists/{IpAccessControlListSid}/IpAddresses
Siprec ~/Calls/{CallSid}/Siprec
Stream ~/Calls/{CallSid}/Streams
Token ~/Tokens
TollFreeIncomingPhoneNumber ~/IncomingPhoneNumbers/TollFree
TollFreePhoneNumber ~/AvailablePhoneNumbers/{CountryCode}/TollFree
Transcription ~/Transcriptions
UsageRecord ~/Usage/Records
UsageRecordAllTime ~/Usage/Records/AllTime
UsageRecordDaily ~/Usage/Records/Daily
UsageRecordLastMonth ~/Usage/Records/LastMonth
UsageRecordMonthly ~/Usage/Records/Monthly
UsageRecordThisMonth ~/Usage/Records/ThisMonth
UsageRecordToday ~/Usage/Records/Today
UsageRecordYearly ~/Usage/Records/Yearly
UsageRecordYesterday ~/Usage/Records/Yesterday
UsageTrigger ~/Usage/Triggers
UserDefinedMessage ~/Calls/{CallSid}/UserDefinedMessages
UserDefinedMessageSubscription ~/Calls/{CallSid}/UserDefinedMessageSubscriptions
"""
"""Where an object's list is, or its one record; ~ is the account."""

ELSEWHERE = {
    ("LocalIncomingPhoneNumber", "Get"): "~/IncomingPhoneNumbers/{Sid}",
    ("TollFreeIncomingPhoneNumber", "Get"): "~/IncomingPhoneNumbers/{Sid}",
}
"""Actions of an object that are not where its list is."""

LISTED = {
    "AvailablePhoneNumberCountry": "Countries",
    **dict.fromkeys(
        (
            "AvailablePhoneNumberMachineToMachine",
            "AvailablePhoneNumberMobile",
            "AvailablePhoneNumberNational",
            "AvailablePhoneNumberSharedCost",
            "AvailablePhoneNumberVoip",
            "LocalPhoneNumber",
            "TollFreePhoneNumber",
        ),
        "AvailablePhoneNumbers",
    ),
    **dict.fromkeys(
        ("IncomingPhoneNumberMobile", "LocalIncomingPhoneNumber", "TollFreeIncomingPhoneNumber"),
        "IncomingPhoneNumbers",
    ),
    "Media": "MediaList",
    "Member": "QueueMembers",
    "SMSMessage": "SMSMessages",
    **dict.fromkeys(
        (
            "SipAuthCallsCredentialListMapping",
            "SipAuthCallsIpAccessControlListMapping",
            "SipAuthRegistrationsCredentialListMapping",
        ),
        "Contents",
    ),
    "SipDomain": "SipDomains",
    **dict.fromkeys(
        (
            "UsageRecord",
            "UsageRecordAllTime",
            "UsageRecordDaily",
            "UsageRecordLastMonth",
            "UsageRecordMonthly",
            "UsageRecordThisMonth",
            "UsageRecordToday",
            "UsageRecordYearly",
            "UsageRecordYesterday",
        ),
        "UsageRecords",
    ),
    "UsageTrigger": "UsageTriggers",
}
"""Elements around the records of a page that are not called like the last part of the address."""

JSON_LISTED = {"SipDomain": "domains"}
"""Keys of the records of a page that are not called like the element."""

ONE = {
    "CallFeedback": "Feedback",
    "CallFeedbackSummary": "FeedbackSummary",
    "CallerIdValidation": "ValidationRequest",
    "Media": "Media",
    "MessageFeedback": "Feedback",
}
"""Elements of records that are not the singular of the list's, or without a list the object's name."""


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()


def _one(many: str) -> str:
    return (
        re.sub(r"ies$", "y", many) if many.endswith("ies") else re.sub(r"(?<=ss)es$|s$", "", many)
    )


def test_paths(catalog: Catalog) -> None:
    """Every action is at its object's address, those on a record at one more placeholder."""
    stated = dict(row.split(" ") for row in PATHS.strip().splitlines())
    assert stated.keys() == catalog.objects.keys()
    for name, value in catalog.objects.items():
        for action, row in value.actions.items():
            place = ELSEWHERE.get((name, str(action)), stated[name]).replace("~", ACCOUNT)
            found = row.path
            if action not in ("Query", "Create") and (name, action) not in ELSEWHERE:
                found = found if found == place else re.sub(r"/\{\w+\}$", "", found)
            assert place == found, (name, action)


def test_elements_and_keys_of_lists_and_records(catalog: Catalog) -> None:
    """A page's list is called like the end of its address, and a record like one of the list."""
    stated = dict(row.split(" ") for row in PATHS.strip().splitlines())
    for name, value in catalog.objects.items():
        listed = LISTED.get(name, stated[name].rpartition("/")[2])
        if "Query" in value.actions or name in LISTED:
            assert listed == value.xml.list, name
            assert JSON_LISTED.get(name, _snake(listed)) == value.json.list, name
            assert ONE.get(name, _one(listed)) == value.xml.item, name
        else:
            assert (None, None) == (value.xml.list, value.json.list), name
            assert ONE.get(name, name) == value.xml.item, name


def test_second_addresses(catalog: Catalog) -> None:
    """What can be deleted at two addresses, as the connector does it, and an answer that is elsewhere."""
    second = {
        (name, str(action), path)
        for name, value in catalog.objects.items()
        for action, row in value.actions.items()
        for path in row.alternatives
    }
    calls = f"{ACCOUNT}/Calls/{{CallSid}}"
    assert second == {
        ("Notification", "Delete", f"{calls}/Notifications/{{Sid}}"),
        ("Recording", "Delete", f"{calls}/Recordings/{{Sid}}"),
    }
    assert {("RecordingAddOnResultPayloadData", "Get")} == {
        (name, str(action))
        for name, value in catalog.objects.items()
        for action, row in value.actions.items()
        if row.redirect
    }


def test_other_names_of_objects(catalog: Catalog) -> None:
    """The names of the document beside those of the connector, and no others."""
    assert {
        ("CallerIdValidation", "ValidationRequest"),
        ("ConferenceParticipant", "Participant"),
        ("LocalIncomingPhoneNumber", "IncomingPhoneNumberLocal"),
        ("LocalPhoneNumber", "AvailablePhoneNumberLocal"),
        ("TollFreeIncomingPhoneNumber", "IncomingPhoneNumberTollFree"),
        ("TollFreePhoneNumber", "AvailablePhoneNumberTollFree"),
    } == {(name, other) for name, value in catalog.objects.items() for other in value.aliases}


def test_what_is_deprecated(catalog: Catalog) -> None:
    """Objects that the service replaced or dropped, and none of the actions of others."""
    found = {name for name, value in catalog.objects.items() if value.deprecated}
    assert {"CallFeedback", "CallFeedbackSummary", "Notification", "SMSMessage"} == found
    others = [value for name, value in catalog.objects.items() if name not in found]
    assert not [row.path for value in others for row in value.actions.values() if row.deprecated]


def test_what_an_action_always_sends(catalog: Catalog) -> None:
    """Closing an account is an Update, https://www.twilio.com/docs/iam/api/account; no other has any."""
    assert {("Account", "Delete", "Status", "closed")} == {
        (name, str(action), key, sent)
        for name, value in catalog.objects.items()
        for action, row in value.actions.items()
        for key, sent in row.fixed.items()
    }
