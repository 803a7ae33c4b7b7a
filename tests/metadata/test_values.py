"""The values that the API lists, written down, and the objects that have them.

They were written when the catalog had them, and compared with the document (``test_tables.py``). They are the enums of
https://github.com/twilio/twilio-oai/blob/main/spec/json/twilio_api_v2010.json, and for the feedback of
calls, which it no longer has, those of https://github.com/TwilioDevEd/api-snippets.
"""

from __future__ import annotations

from twilio_ops_codegen.catalog.model import Catalog

ENUMS = [
    (
        "address_requirement",
        "none any local foreign",
        "DependentPhoneNumber IncomingPhoneNumber IncomingPhoneNumberMobile "
        "LocalIncomingPhoneNumber TollFreeIncomingPhoneNumber",
    ),
    ("address_retention", "retain obfuscate", "Message"),
    ("bank_account_type", "consumer-checking consumer-savings commercial-checking", "Payments"),
    (
        "capture",
        "payment-card-number expiration-date security-code postal-code bank-routing-"
        "number bank-account-number payment-card-number-matcher expiration-date-matcher "
        "security-code-matcher postal-code-matcher",
        "Payments",
    ),
    (
        "conference_record",
        "true false record-from-start do-not-record",
        "ConferenceParticipant",
    ),
    ("confirmation", "true false", "Payments"),
    ("content_retention", "retain discard", "Message"),
    ("direction", "inbound outbound-api outbound-call outbound-reply", "Message SMSMessage"),
    (
        "direction",
        "inbound outbound-api outbound-dial trunking-terminating trunking-originating",
        "Call",
    ),
    (
        "emergency_address_status",
        "registered unregistered pending-registration registration-failure pending-"
        "unregistration unregistration-failure",
        "IncomingPhoneNumber IncomingPhoneNumberMobile LocalIncomingPhoneNumber "
        "TollFreeIncomingPhoneNumber",
    ),
    (
        "emergency_status",
        "Active Inactive",
        "DependentPhoneNumber IncomingPhoneNumber IncomingPhoneNumberMobile "
        "LocalIncomingPhoneNumber TollFreeIncomingPhoneNumber",
    ),
    (
        "issues",
        "audio-latency digits-not-captured dropped-call dtmf-not-captured imperfect-audio "
        "incorrect-caller-id one-way-audio post-dial-delay unsolicited-call",
        "CallFeedback",
    ),
    ("outcome", "confirmed unconfirmed", "MessageFeedback"),
    ("pause_behavior", "silence skip", "CallRecording ConferenceRecording"),
    ("payment_method", "credit-card ach-debit", "Payments"),
    ("permission", "get-all post-all", "AuthorizedConnectApp ConnectApp"),
    (
        "reason_conference_ended",
        "conference-ended-via-api participant-with-end-conference-on-exit-left "
        "participant-with-end-conference-on-exit-kicked last-participant-kicked last-"
        "participant-left",
        "Conference",
    ),
    ("recording_channels", "mono dual", "Call CallRecording ConferenceParticipant"),
    ("recurring", "daily monthly yearly alltime", "UsageTrigger"),
    ("risk_check", "enable disable", "Message"),
    ("schedule_type", "fixed", "Message"),
    (
        "source",
        "DialVerb Conference OutboundAPI Trunking RecordVerb StartCallRecordingAPI "
        "StartConferenceRecordingAPI",
        "CallRecording ConferenceRecording Recording",
    ),
    ("status", "active suspended closed", "Account"),
    (
        "status",
        "canceled completed deleted failed in-progress init processing queued",
        "RecordingAddOnResult",
    ),
    ("status", "complete cancel", "Payments"),
    ("status", "in-progress completed failed", "RecordingTranscription Transcription"),
    (
        "status",
        "in-progress paused stopped processing completed absent",
        "CallRecording ConferenceRecording",
    ),
    ("status", "in-progress paused stopped processing completed absent deleted", "Recording"),
    ("status", "in-progress stopped", "RealtimeTranscription Siprec Stream"),
    ("status", "init in-progress completed", "Conference"),
    ("status", "queued connecting ringing connected complete failed", "ConferenceParticipant"),
    ("status", "queued in-progress completed failed", "CallFeedbackSummary"),
    ("status", "queued ringing in-progress completed busy failed no-answer canceled", "Call"),
    (
        "status",
        "queued sending sent failed delivered undelivered receiving received accepted "
        "scheduled read partially_delivered canceled",
        "Message SMSMessage",
    ),
    ("token_type", "one-time reusable payment-method", "Payments"),
    ("track", "inbound outbound both", "CallRecording"),
    (
        "track",
        "inbound_track outbound_track both_tracks",
        "RealtimeTranscription Siprec Stream",
    ),
    ("traffic_type", "free", "Message"),
    ("trigger_field", "count usage price", "UsageTrigger"),
    ("type", "Trial Full", "Account"),
    ("update_status", "canceled", "Message SMSMessage"),
    ("update_status", "canceled completed", "Call"),
    ("update_status", "completed", "Conference"),
    ("update_status", "stopped", "RealtimeTranscription Siprec Stream"),
    (
        "voice_receive_mode",
        "voice fax",
        "IncomingPhoneNumber IncomingPhoneNumberMobile LocalIncomingPhoneNumber "
        "TollFreeIncomingPhoneNumber",
    ),
]
"""The name of an enum, its values, and the objects that have it with these."""


def test_values(catalog: Catalog) -> None:
    """Every enum of every object lists these values and no others, in whatever order."""
    found = {
        (name, enum, frozenset(values))
        for name, value in catalog.objects.items()
        for enum, values in value.enums.items()
    }
    stated = [(name, enum, values) for enum, values, names in ENUMS for name in names.split()]
    assert found == {(name, enum, frozenset(values.split())) for name, enum, values in stated}
    assert len(found) == len(stated)


def test_no_parameter_has_a_default(catalog: Catalog) -> None:
    """The document states none: what is left out is the service's to decide."""
    for value in catalog.objects.values():
        for row in value.actions.values():
            assert not [key for key, each in row.parameters.items() if each.default is not None]
