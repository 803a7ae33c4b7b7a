"""Facts of the API, written down, each beside the public page that states it.

Nothing here is read from the catalog while the tests run: a row of it that is lost, or says something
else, fails. ``test_tables.py`` compares what the document states with the document.
"""

from __future__ import annotations

import re

import pytest

from twilio_ops_codegen.catalog.model import Action, Catalog

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
    (
        "CallFeedbackSummary",
        "Create",
        "StartDate EndDate",
        f"{SNIPPETS}/tree/master/rest/call-feedback",
    ),
    ("CallRecording", "Update", "Status", f"{DOCS}/voice/api/recording"),
    ("CallerIdValidation", "Create", "PhoneNumber", f"{OAI} (CreateValidationRequest)"),
    ("CallerIdValidation", "Get", "PhoneNumber", f"{OAI} (CreateValidationRequest)"),
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
    ("SMSMessage", "Create", "To From Body", f"{SNIPPETS}/tree/master/rest/sms"),
    (
        "SipAuthCallsCredentialListMapping",
        "Create",
        "CredentialListSid",
        f"{OAI} (CreateSipAuthCallsCredentialListMapping)",
    ),
    (
        "SipAuthCallsIpAccessControlListMapping",
        "Create",
        "IpAccessControlListSid",
        f"{OAI} (CreateSipAuthCallsIpAccessControlListMapping)",
    ),
    (
        "SipAuthRegistrationsCredentialListMapping",
        "Create",
        "CredentialListSid",
        f"{OAI} (CreateSipAuthRegistrationsCredentialListMapping)",
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
    ("CallFeedback", "Update", "Issue", f"{SNIPPETS}/tree/master/rest/call-feedback"),
    ("CallRecording", "Create", "RecordingStatusCallbackEvent", f"{OAI} (CreateCallRecording)"),
    (
        "ConferenceParticipant",
        "Create",
        "StatusCallbackEvent ConferenceStatusCallbackEvent RecordingStatusCallbackEvent"
        " ConferenceRecordingStatusCallbackEvent",
        f"{OAI} (CreateParticipant)",
    ),
    ("ConnectApp", "Create", "Permissions", f"{OAI} (UpdateConnectApp)"),  # the same values
    ("ConnectApp", "Update", "Permissions", f"{OAI} (UpdateConnectApp)"),
    ("Message", "Create", "MediaUrl PersistentAction", f"{OAI} (CreateMessage)"),
]

SIDS = {
    "Account": "AC",
    "Address": "AD",
    "Application": "AP",
    "Call": "CA",
    "CallFeedbackSummary": "FS",
    "CallNotification": "NO",
    "CallRecording": "RE",
    "Conference": "CF",
    "ConferenceRecording": "RE",
    "ConnectApp": "CN",
    "IncomingPhoneNumber": "PN",
    "IncomingPhoneNumberAssignedAddOn": "XE",
    "IncomingPhoneNumberAssignedAddOnExtension": "XF",
    "Key": "SK",
    "LocalIncomingPhoneNumber": "PN",
    "Media": "ME",
    "Message": "MM SM",
    "Notification": "NO",
    "OutgoingCallerId": "PN",
    "Payments": "PK",
    "Queue": "QU",
    "RealtimeTranscription": "GT",
    "Recording": "RE",
    "RecordingAddOnResult": "XR",
    "RecordingAddOnResultPayload": "XH",
    "RecordingTranscription": "TR",
    "SMSMessage": "SM",
    "ShortCode": "SC",
    "SigningKey": "SK",
    "SipAuthCallsCredentialListMapping": "CL",
    "SipAuthCallsIpAccessControlListMapping": "AL",
    "SipAuthRegistrationsCredentialListMapping": "CL",
    "SipCredential": "CR",
    "SipCredentialList": "CL",
    "SipCredentialListMapping": "CL",
    "SipDomain": "SD",
    "SipIpAccessControlList": "AL",
    "SipIpAccessControlListMapping": "AL",
    "SipIpAddress": "IP",
    "Siprec": "SR",
    "Stream": "MZ",
    "TollFreeIncomingPhoneNumber": "PN",
    "Transcription": "TR",
    "UsageTrigger": "UT",
    "UserDefinedMessageSubscription": "ZY",
}
"""The prefixes of Sids, as https://www.twilio.com/docs/glossary/what-is-a-sid and the document list them."""

ABOVE = {
    "AccountSid": "AC",
    "AddOnResultSid": "XR",
    "AddressSid": "AD",
    "AssignedAddOnSid": "XE",
    "CallSid": "CA",
    "ConferenceSid": "CF",
    "ConnectAppSid": "CN",
    "CredentialListSid": "CL",
    "DomainSid": "SD",
    "IpAccessControlListSid": "AL",
    "MessageSid": "MM SM",
    "PayloadSid": "XH",
    "QueueSid": "QU",
    "RecordingSid": "RE",
    "ReferenceSid": "RE",
    "ResourceSid": "PN",
}
"""The prefixes of the other Sids of paths, from the same sources."""

NO_SIDS = {"CountryCode", "PhoneNumber"}
"""Keys of paths that are no Sid: ISO 3166-1 and E.164, as the references of numbers say."""

DEPRECATED = [
    ("Application", "Create", "SmsStatusCallback", f"{OAI} (CreateApplication)"),
    ("Application", "Update", "SmsStatusCallback", f"{OAI} (UpdateApplication)"),
    ("Application", "", "sms_status_callback", f"{OAI} (CreateApplication)"),
    ("Call", "", "annotation", f"{OAI} (api.v2010.account.call has it no longer)"),
    ("Call", "", "formatted_from", f"{OAI} (api.v2010.account.call has it not)"),
    ("Call", "", "formatted_to", f"{OAI} (api.v2010.account.call has it not)"),
    ("CallFeedback", "", "", f"{OAI} (no CallFeedback)"),
    ("CallFeedbackSummary", "", "", f"{OAI} (no CallFeedbackSummary)"),
    ("Message", "Create", "MaxPrice", f"{OAI} (CreateMessage)"),
    ("Notification", "", "", f"{OAI} (Notifications)"),
    ("Queue", "", "avg_wait_time", f"{SNIPPETS}/tree/master/rest/queue"),
    ("SMSMessage", "", "", f"{DOCS}/messaging/api/message-resource"),
    ("SMSMessage", "", "flags", f"{SNIPPETS}/tree/master/rest/sms"),
    ("Token", "", "registrars", f"{OAI} (api.v2010.account.token has it not)"),
    ("UsageTrigger", "", "current_usage_value", f"{OAI} (usage_trigger has current_value)"),
]
"""What is not to be used any more: an object, a parameter of an action, or a field."""

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
    ("Call", "StartTime", "datetime", "ListCall"),
    ("Call", "EndTime", "datetime", "ListCall"),
    ("CallNotification", "MessageDate", "date", "ListCallNotification"),
    ("CallRecording", "DateCreated", "date", "ListCallRecording"),
    ("Conference", "DateCreated", "date", "ListConference"),
    ("Conference", "DateUpdated", "date", "ListConference"),
    ("ConferenceRecording", "DateCreated", "date", "ListConferenceRecording"),
    ("Media", "DateCreated", "datetime", "ListMedia"),
    ("Message", "DateSent", "datetime", "ListMessage"),
    ("Notification", "MessageDate", "date", "ListNotification"),
    ("Recording", "DateCreated", "datetime", "ListRecording"),
    ("SMSMessage", "DateSent", "date", f"{SNIPPETS}/tree/master/rest/sms"),
]
"""Filters with a form for before and one for after, what they take, and the operation whose parameters say so."""

METHODS = {"Get": "GET", "Query": "GET", "Create": "POST", "Update": "POST", "Delete": "DELETE"}
OTHER_METHODS = [
    ("Account", "Delete", "POST", f"{DOCS}/iam/api/account"),  # an Update to the status closed
    ("CallerIdValidation", "Get", "POST", f"{OAI} (CreateValidationRequest)"),
]

CARDINALITY = {"Get": "one", "Query": "many", "Create": "one", "Update": "one", "Delete": "none"}
SEARCHES = [
    (
        "LocalPhoneNumber",
        "Get",
        "many",
        f"{DOCS}/phone-numbers/api/availablephonenumberlocal-resource",
    ),
    (
        "TollFreePhoneNumber",
        "Get",
        "many",
        f"{DOCS}/phone-numbers/api/availablephonenumber-tollfree-resource",
    ),
]

_AVAILABLE = f"{OAI} (ListAvailablePhoneNumber*: PageSize, and no address of a next page)"
PAGES = [
    ("AvailablePhoneNumberCountry", "none", None, f"{OAI} (ListAvailablePhoneNumberCountry)"),
    ("AvailablePhoneNumberMachineToMachine", "none", 1000, _AVAILABLE),
    ("AvailablePhoneNumberMobile", "none", 1000, _AVAILABLE),
    ("AvailablePhoneNumberNational", "none", 1000, _AVAILABLE),
    ("AvailablePhoneNumberSharedCost", "none", 1000, _AVAILABLE),
    ("AvailablePhoneNumberVoip", "none", 1000, _AVAILABLE),
    ("LocalPhoneNumber", "none", 1000, _AVAILABLE),
    ("TollFreePhoneNumber", "none", 1000, _AVAILABLE),
    ("SMSMessage", "uris", None, f"{SNIPPETS}/tree/master/rest/sms"),  # nobody states its limit
]
"""Lists that are not paged by addresses, at most 1000 records a page, as ``maximum`` of PageSize says."""

BOUNDS = [
    ("CallFeedback", "Update", "QualityScore", 1, 5, f"{SNIPPETS}/tree/master/rest/call-feedback"),
    ("ConferenceParticipant", "Create", "MaxParticipants", 2, 250, f"{OAI} (CreateParticipant)"),
    ("Queue", "Create", "MaxSize", 1, 5000, f"{DOCS}/voice/api/queue-resource"),
    ("Queue", "Update", "MaxSize", 1, 5000, f"{DOCS}/voice/api/queue-resource"),
]

ONLY = [
    ("CallNotification", "request_variables", "Get", f"{OAI} (call.notification-instance)"),
    ("CallNotification", "response_body", "Get", f"{OAI} (call.notification-instance)"),
    ("CallNotification", "response_headers", "Get", f"{OAI} (call.notification-instance)"),
    ("Key", "secret", "Create", f"{DOCS}/iam/api-keys/key-resource-v2010"),
    (
        "LocalIncomingPhoneNumber",
        "type",
        "Get",
        f"{DOCS}/phone-numbers/api/incomingphonenumber-resource",
    ),
    ("Notification", "request_variables", "Get", f"{OAI} (notification-instance)"),
    ("Notification", "response_body", "Get", f"{OAI} (notification-instance)"),
    ("Notification", "response_headers", "Get", f"{OAI} (notification-instance)"),
    ("SigningKey", "secret", "Create", f"{DOCS}/iam/access-tokens"),
    (
        "TollFreeIncomingPhoneNumber",
        "type",
        "Get",
        f"{DOCS}/phone-numbers/api/incomingphonenumber-resource",
    ),
]
"""Fields that one action's answers have, and the others' lack."""

IN_THE_QUERY = [("Recording", "Get", "IncludeSoftDeleted", f"{DOCS}/voice/api/recording")]
"""Parameters that stand in the address; all others are sent as a form."""

REFUSED = [
    ("ConnectApp", "Create", f"{OAI} (no CreateConnectApp)"),
    ("Notification", "Delete", f"{OAI} (no DeleteNotification)"),
    ("ShortCode", "Delete", f"{OAI} (no DeleteShortCode)"),
]
"""Operations that the connector lists and the API refuses."""

FIXED_WORDS = [
    ("CallRecording", "Sid", "Twilio.CURRENT", f"{DOCS}/voice/api/recording"),
    ("ConferenceRecording", "Sid", "Twilio.CURRENT", f"{DOCS}/voice/api/recording"),
    ("Member", "CallSid", "Front", f"{DOCS}/voice/api/member-resource"),
]
"""Words that a path takes in place of a Sid."""


def operations(catalog: Catalog) -> dict[tuple[str, str], Action]:
    """The operations by object and action."""
    return {
        (name, str(action)): row
        for name, value in catalog.objects.items()
        for action, row in value.actions.items()
    }


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


def test_everything_else_can_be_left_out(catalog: Catalog) -> None:
    """No other operation needs a parameter, no Query a filter, and no answer a field."""
    stated = {(name, action) for name, action, _, _ in REQUIRED}
    for place, row in operations(catalog).items():
        assert place in stated or not any(each.required for each in row.parameters.values())
        assert not any(each.required for each in row.filters.values())
    for value in catalog.objects.values():
        structs = [field for row in value.structs.values() for field in row.fields.values()]
        assert not any(field.required for field in (*value.fields.values(), *structs))


def test_repeated_parameters(catalog: Catalog) -> None:
    """What is sent once a value, and nothing else is."""
    found = {
        (*place, key)
        for place, row in operations(catalog).items()
        for key, each in row.parameters.items()
        if each.repeated
    }
    assert found == {(*place, key) for *place, keys, _ in REPEATED for key in keys.split()}


def test_methods_and_how_many_records_come_back(catalog: Catalog) -> None:
    """Each action has its method and cardinality, but for those that a source says otherwise of."""
    methods = {(name, action): method for name, action, method, _ in OTHER_METHODS}
    many = {(name, action): cardinality for name, action, cardinality, _ in SEARCHES}
    for place, row in operations(catalog).items():
        assert row.method == methods.get(place, METHODS[place[1]]), place
        assert row.cardinality == many.get(place, CARDINALITY[place[1]]), place
        assert row.encoding == ("form" if row.method == "POST" else "none"), place


def test_pages(catalog: Catalog) -> None:
    """Lists are paged by addresses, and a page has at most 1000 records, but for those stated."""
    stated = {name: (paging, most) for name, paging, most, _ in PAGES}
    for (name, action), row in operations(catalog).items():
        expected = stated.get(name, ("uris", 1000)) if action == "Query" else ("none", None)
        assert (row.paging, row.max_page_size) == expected, (name, action)


def test_bounds_of_parameters(catalog: Catalog) -> None:
    """The ranges that a source states, and no others."""
    found = {
        (*place, key, each.minimum, each.maximum)
        for place, row in operations(catalog).items()
        for key, each in row.parameters.items()
        if (each.minimum, each.maximum) != (None, None)
    }
    assert found == {row[:-1] for row in BOUNDS}


def test_fields_that_one_action_answers(catalog: Catalog) -> None:
    """What only some answers have, and no field within a nested value."""
    found = {
        (name, key, " ".join(field.only))
        for name, value in catalog.objects.items()
        for key, field in value.fields.items()
        if field.only
    }
    assert found == {row[:-1] for row in ONLY}
    structs = [row for value in catalog.objects.values() for row in value.structs.values()]
    assert not any(field.only for row in structs for field in row.fields.values())


def test_where_parameters_are_sent(catalog: Catalog) -> None:
    """In the form, but for those that a source has in the address."""
    found = {
        (*place, key)
        for place, row in operations(catalog).items()
        for key, each in row.parameters.items()
        if each.location != "body"
    }
    assert found == {row[:-1] for row in IN_THE_QUERY}


def test_operations_that_are_refused(catalog: Catalog) -> None:
    """Those that the API does not have, and no others."""
    found = {place for place, row in operations(catalog).items() if row.refused}
    assert found == {row[:-1] for row in REFUSED}


def test_words_in_place_of_sids(catalog: Catalog) -> None:
    """The words that a path takes, and no others."""
    found = {
        (name, key, word)
        for name, value in catalog.objects.items()
        for key, row in value.keys.items()
        for word in row.literals
    }
    assert found == {row[:-1] for row in FIXED_WORDS}


def test_keys_of_paths(catalog: Catalog) -> None:
    """An object has a key for each placeholder of its paths; each takes the Sids of its kind."""
    for name, value in catalog.objects.items():
        placed = {row.key_parameter for row in value.actions.values() if row.key_parameter}
        for action in value.actions.values():
            for path in (action.path, *action.alternatives):
                placed.update(re.findall(r"{(\w+)}", path))
        assert placed == set(value.keys), name
        expected = ABOVE | {"Sid": SIDS.get(name, "")} | dict.fromkeys(NO_SIDS, "")
        for key, row in value.keys.items():
            assert set(row.prefixes) == set(expected[key].split()), (name, key)
            assert row.prefixes or row.pattern, (name, key)


def test_sids_of_records(catalog: Catalog) -> None:
    """A record's own Sid is of the same kind as the one in its path."""
    assert {name for name, value in catalog.objects.items() if "Sid" in value.keys} == set(SIDS)
    elsewhere = {"SipCredential": "CR SC"}  # SC: published samples
    for name, prefixes in (SIDS | elsewhere).items():
        assert set(catalog.objects[name].fields["sid"].prefixes) == set(prefixes.split()), name


def test_what_is_deprecated(catalog: Catalog) -> None:
    """That which a source says is not to be used any more, and nothing else."""
    found: set[tuple[str, str, str]] = set()
    for name, value in catalog.objects.items():
        found |= {(name, "", "")} if value.deprecated else set()
        found |= {(name, "", key) for key, row in value.fields.items() if row.deprecated}
        for action, operation in value.actions.items():
            assert not operation.deprecated
            assert not any(row.deprecated for row in operation.filters.values())
            rows = operation.parameters.items()
            found |= {(name, str(action), key) for key, row in rows if row.deprecated}
    assert found == {row[:3] for row in DEPRECATED}


@pytest.mark.parametrize(("name", "listed", "item", "source"), ELEMENTS)
def test_elements(catalog: Catalog, name: str, listed: str | None, item: str, source: str) -> None:
    """The elements of published samples."""
    xml = catalog.objects[name].xml
    assert xml.item == item, source
    assert listed is None or xml.list == listed, source


def test_filters_that_compare_times(catalog: Catalog) -> None:
    """They are equal, before and after; the API takes days or instants. All other filters are equal."""
    compared = {(name, filtered): kind for name, filtered, kind, _ in COMPARED}
    found = {
        (place[0], key): each
        for place, row in operations(catalog).items()
        for key, each in row.filters.items()
    }
    assert compared.keys() <= found.keys()
    for place, row in found.items():
        expected = {"equals", "before", "after"} if place in compared else {"equals"}
        assert set(row.operators) == expected, place
        assert row.type == compared.get(place, row.type), place
