"""Facts of the API by hand, each beside the public page that states it.

Nothing here is read from the catalog: a row of it that is lost, or says something else, fails.
"""

from __future__ import annotations

import pytest

from twilio_ops_codegen.catalog.model import Catalog

DOCS = "https://www.twilio.com/docs"
OAI = "https://github.com/twilio/twilio-oai/blob/main/spec/json/twilio_api_v2010.json"
SNIPPETS = "https://github.com/TwilioDevEd/api-snippets"

USUAL = {"Get": {200}, "Query": {200}, "Create": {201}, "Update": {200}, "Delete": {204}}
"""What an action answers with unless a source says otherwise."""

STATUSES = [
    ("Account", "Delete", {200}, f"{DOCS}/iam/api/account"),  # an Update to the status closed
    ("CallFeedback", "Update", {200, 201}, f"{SNIPPETS}/tree/master/rest/call-feedback"),
    ("CallRecording", "Create", {200, 201}, f"{OAI} (CreateCallRecording)"),
    ("CallerIdValidation", "Create", {200}, f"{OAI} (CreateValidationRequest)"),
    ("OutgoingCallerId", "Create", {200}, f"{OAI} (CreateValidationRequest)"),
    ("MessageFeedback", "Create", {200}, f"{OAI} (CreateMessageFeedback)"),
    ("Payments", "Update", {202}, f"{OAI} (UpdatePayments)"),
    ("RealtimeTranscription", "Create", {200}, f"{OAI} (CreateRealtimeTranscription)"),
    (
        "RecordingAddOnResultPayloadData",
        "Get",
        {307},
        f"{OAI} (FetchRecordingAddOnResultPayloadData)",
    ),
    ("Siprec", "Create", {200}, f"{OAI} (CreateSiprec)"),
    ("Stream", "Create", {200}, f"{OAI} (CreateStream)"),
]

SECRETS = [
    ("Account", "", "auth_token", f"{DOCS}/iam/api/account"),
    ("Key", "", "secret", f"{DOCS}/iam/api-keys/key-resource-v2010"),
    ("SigningKey", "", "secret", f"{DOCS}/iam/access-tokens"),
    ("Token", "", "password", f"{DOCS}/stun-turn/api"),
    ("Token", "", "ice_server.credential", f"{DOCS}/stun-turn/api"),
    ("Call", "Create", "SipAuthPassword", f"{DOCS}/voice/api/call-resource"),
    ("Call", "Create", "CallToken", f"{DOCS}/voice/api/call-resource"),
    (
        "ConferenceParticipant",
        "Create",
        "SipAuthPassword",
        f"{DOCS}/voice/api/conference-participant-resource",
    ),
    (
        "ConferenceParticipant",
        "Create",
        "CallToken",
        f"{DOCS}/voice/api/conference-participant-resource",
    ),
    ("SipCredential", "Create", "Password", f"{DOCS}/voice/sip/api/sip-credential-resource"),
    ("SipCredential", "Update", "Password", f"{DOCS}/voice/sip/api/sip-credential-resource"),
]

REQUIRED = [
    (
        "Address",
        "Create",
        "CustomerName Street City Region PostalCode IsoCountry",
        f"{DOCS}/usage/api/address",
    ),
    ("Call", "Create", "To From", f"{DOCS}/voice/api/call-resource"),
    ("CallRecording", "Update", "Status", f"{DOCS}/voice/api/recording"),
    (
        "ConferenceParticipant",
        "Create",
        "From To",
        f"{DOCS}/voice/api/conference-participant-resource",
    ),
    ("ConferenceRecording", "Update", "Status", f"{DOCS}/voice/api/recording"),
    (
        "IncomingPhoneNumberAssignedAddOn",
        "Create",
        "InstalledAddOnSid",
        f"{OAI} (CreateIncomingPhoneNumberAssignedAddOn)",
    ),
    (
        "IncomingPhoneNumberMobile",
        "Create",
        "PhoneNumber",
        f"{DOCS}/phone-numbers/api/incomingphonenumber-mobile-resource",
    ),
    (
        "LocalIncomingPhoneNumber",
        "Create",
        "PhoneNumber",
        f"{DOCS}/phone-numbers/api/incomingphonenumber-local-resource",
    ),
    (
        "TollFreeIncomingPhoneNumber",
        "Create",
        "PhoneNumber",
        f"{DOCS}/phone-numbers/api/incomingphonenumber-tollfree-resource",
    ),
    ("Member", "Update", "Url", f"{DOCS}/voice/api/member-resource"),
    ("Message", "Create", "To", f"{DOCS}/messaging/api/message-resource"),
    ("OutgoingCallerId", "Create", "PhoneNumber", f"{DOCS}/voice/api/outgoing-caller-ids"),
    ("Payments", "Create", "IdempotencyKey StatusCallback", f"{DOCS}/voice/api/payment-resource"),
    ("Payments", "Update", "IdempotencyKey StatusCallback", f"{DOCS}/voice/api/payment-resource"),
    ("Queue", "Create", "FriendlyName", f"{DOCS}/voice/api/queue-resource"),
    (
        "RealtimeTranscription",
        "Update",
        "Status",
        f"{DOCS}/voice/api/realtime-transcription-resource",
    ),
    (
        "SipCredential",
        "Create",
        "Username Password",
        f"{DOCS}/voice/sip/api/sip-credential-resource",
    ),
    (
        "SipCredentialList",
        "Create",
        "FriendlyName",
        f"{DOCS}/voice/sip/api/sip-credentiallist-resource",
    ),
    (
        "SipCredentialList",
        "Update",
        "FriendlyName",
        f"{DOCS}/voice/sip/api/sip-credentiallist-resource",
    ),
    (
        "SipCredentialListMapping",
        "Create",
        "CredentialListSid",
        f"{OAI} (CreateSipCredentialListMapping)",
    ),
    ("SipDomain", "Create", "DomainName", f"{DOCS}/voice/sip/api/sip-domain-resource"),
    (
        "SipIpAccessControlList",
        "Create",
        "FriendlyName",
        f"{DOCS}/voice/sip/api/sip-ipaccesscontrollist-resource",
    ),
    (
        "SipIpAccessControlList",
        "Update",
        "FriendlyName",
        f"{DOCS}/voice/sip/api/sip-ipaccesscontrollist-resource",
    ),
    (
        "SipIpAccessControlListMapping",
        "Create",
        "IpAccessControlListSid",
        f"{OAI} (CreateSipIpAccessControlListMapping)",
    ),
    (
        "SipIpAddress",
        "Create",
        "FriendlyName IpAddress",
        f"{DOCS}/voice/sip/api/sip-ipaddress-resource",
    ),
    ("Siprec", "Update", "Status", f"{DOCS}/voice/api/siprec"),
    ("Stream", "Create", "Url", f"{DOCS}/voice/api/stream-resource"),
    ("Stream", "Update", "Status", f"{DOCS}/voice/api/stream-resource"),
    (
        "UsageTrigger",
        "Create",
        "CallbackUrl TriggerValue UsageCategory",
        f"{DOCS}/usage/api/usage-trigger",
    ),
    ("UserDefinedMessage", "Create", "Content", f"{DOCS}/voice/api/userdefinedmessage-resource"),
    (
        "UserDefinedMessageSubscription",
        "Create",
        "Callback",
        f"{DOCS}/voice/api/userdefinedmessagesubscription-resource",
    ),
]

EITHER = [
    ("Call", "Create", "Url Twiml ApplicationSid", f"{OAI} (x-twilio.conditional)"),
    ("IncomingPhoneNumber", "Create", "PhoneNumber AreaCode", f"{OAI} (x-twilio.conditional)"),
    ("Message", "Create", "From MessagingServiceSid", f"{OAI} (x-twilio.conditional)"),
    ("Message", "Create", "Body MediaUrl ContentSid", f"{OAI} (x-twilio.conditional)"),
]

REPEATED = [
    ("Call", "Create", "StatusCallbackEvent RecordingStatusCallbackEvent", f"{OAI} (CreateCall)"),
    ("CallRecording", "Create", "RecordingStatusCallbackEvent", f"{OAI} (CreateCallRecording)"),
    (
        "ConferenceParticipant",
        "Create",
        "StatusCallbackEvent ConferenceStatusCallbackEvent RecordingStatusCallbackEvent"
        " ConferenceRecordingStatusCallbackEvent",
        f"{OAI} (CreateParticipant)",
    ),
    ("ConnectApp", "Update", "Permissions", f"{OAI} (UpdateConnectApp)"),
    ("Message", "Create", "MediaUrl PersistentAction", f"{OAI} (CreateMessage)"),
]

PREFIXES = [
    ("Account", "AC"),
    ("Address", "AD"),
    ("Application", "AP"),
    ("Call", "CA"),
    ("CallRecording", "RE"),
    ("Conference", "CF"),
    ("IncomingPhoneNumber", "PN"),
    ("Key", "SK"),
    ("Message", "MM SM"),
    ("Notification", "NO"),
    ("OutgoingCallerId", "PN"),
    ("Queue", "QU"),
    ("ShortCode", "SC"),
    ("SipCredentialList", "CL"),
    ("SipDomain", "SD"),
    ("SipIpAccessControlList", "AL"),
    ("SipIpAddress", "IP"),
    ("Transcription", "TR"),
    ("UsageTrigger", "UT"),
]
"""The prefixes of Sids, as https://www.twilio.com/docs/glossary/what-is-a-sid and the document list them."""

ELEMENTS = [
    ("Message", "Messages", "Message", f"{SNIPPETS}/tree/master/rest/message"),
    ("Member", "QueueMembers", "QueueMember", f"{SNIPPETS}/tree/master/rest/member"),
    ("SipDomain", "SipDomains", "SipDomain", f"{SNIPPETS}/tree/master/rest/sip-in"),
    ("SipCredential", "Credentials", "Credential", f"{SNIPPETS}/tree/master/rest/sip-in"),
    ("SMSMessage", "SMSMessages", "SMSMessage", f"{SNIPPETS}/tree/master/rest/sms"),
    (
        "CallerIdValidation",
        None,
        "ValidationRequest",
        f"{SNIPPETS}/tree/master/rest/outgoing-caller-ids",
    ),
    ("MessageFeedback", None, "Feedback", f"{SNIPPETS}/tree/master/rest/messages"),
    ("UsageRecord", "UsageRecords", "UsageRecord", f"{SNIPPETS}/tree/master/rest/usage-records"),
]

COMPARED = [
    ("Call", "StartTime", "datetime"),
    ("Call", "EndTime", "datetime"),
    ("Message", "DateSent", "datetime"),
    ("Recording", "DateCreated", "datetime"),
    ("Conference", "DateCreated", "date"),
    ("Conference", "DateUpdated", "date"),
    ("Notification", "MessageDate", "date"),
    ("CallRecording", "DateCreated", "date"),
]
"""Filters with a form for before and one for after, and what they take, in the parameters of the document."""


def test_statuses(catalog: Catalog) -> None:
    """Every operation's statuses of success: those that a source states, and the usual ones for the rest."""
    stated = {(name, action): statuses for name, action, statuses, _ in STATUSES}
    found = {
        (name, str(action)): set(row.status)
        for name, value in catalog.objects.items()
        for action, row in value.actions.items()
    }
    assert stated.keys() <= found.keys()
    assert found == {pair: stated.get(pair, USUAL[pair[1]]) for pair in found}


def test_secrets(catalog: Catalog) -> None:
    """Every value that no repr, error or log may show, and nothing else."""
    found: set[tuple[str, str, str]] = set()
    for name, value in catalog.objects.items():
        rows = {("", key): row for key, row in value.fields.items()}
        for struct, inner in value.structs.items():
            rows |= {("", f"{struct}.{key}"): row for key, row in inner.fields.items()}
        found |= {(name, *place) for place, row in rows.items() if row.format == "password"}
        for action, operation in value.actions.items():
            found |= {
                (name, str(action), key)
                for key, row in operation.parameters.items()
                if row.format == "password"
            }
    assert found == {row[:3] for row in SECRETS}


@pytest.mark.parametrize(("name", "action", "needed", "source"), REQUIRED)
def test_required_parameters(
    catalog: Catalog, name: str, action: str, needed: str, source: str
) -> None:
    """What an operation needs, by the page about it; no more and no less."""
    parameters = catalog.objects[name].actions[action].parameters  # type: ignore[index]
    found = {key for key, row in parameters.items() if row.required}
    assert found == set(needed.split()), source


def test_either_groups(catalog: Catalog) -> None:
    """The groups of which a request needs one, and no others."""
    found = {
        (name, str(action), group)
        for name, value in catalog.objects.items()
        for action, row in value.actions.items()
        for group in map(frozenset, row.either)
    }
    assert found == {(name, action, frozenset(group.split())) for name, action, group, _ in EITHER}


@pytest.mark.parametrize(("name", "action", "several", "source"), REPEATED)
def test_repeated_parameters(
    catalog: Catalog, name: str, action: str, several: str, source: str
) -> None:
    """What is sent once a value."""
    parameters = catalog.objects[name].actions[action].parameters  # type: ignore[index]
    found = {key for key, row in parameters.items() if row.repeated}
    assert found == set(several.split()), source


@pytest.mark.parametrize(("name", "prefixes"), PREFIXES)
def test_prefixes_of_sids(catalog: Catalog, name: str, prefixes: str) -> None:
    """A record's own Sid, in its field and in the path of a Get."""
    value = catalog.objects[name]
    assert set(value.fields["sid"].prefixes) == set(prefixes.split())
    assert set(value.keys["Sid"].prefixes) == set(prefixes.split())


@pytest.mark.parametrize(("name", "listed", "item", "source"), ELEMENTS)
def test_elements(catalog: Catalog, name: str, listed: str | None, item: str, source: str) -> None:
    """The elements of published samples."""
    xml = catalog.objects[name].xml
    assert xml.item == item, source
    assert listed is None or xml.list == listed, source


@pytest.mark.parametrize(("name", "filtered", "kind"), COMPARED)
def test_filters_that_compare_times(catalog: Catalog, name: str, filtered: str, kind: str) -> None:
    """They are equal, before and after; the API takes days or instants."""
    row = catalog.objects[name].actions["Query"].filters[filtered]
    assert set(row.operators) == {"equals", "before", "after"}
    assert row.type == kind
