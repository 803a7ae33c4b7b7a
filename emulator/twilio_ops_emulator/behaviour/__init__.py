"""What single objects do beyond the catalog: one small module an object."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from twilio_ops_emulator.behaviour.base import Behaviour

if TYPE_CHECKING:
    from twilio_ops_emulator.model import ObjectModel
    from twilio_ops_emulator.state.state import State

__all__ = ["LISTENERS", "MODULES", "Behaviour", "make"]

MODULES = {
    "Account": "account",
    "Address": "address",
    "AvailablePhoneNumberCountry": "available_number",
    "AvailablePhoneNumberLocal": "available_number",
    "AvailablePhoneNumberMachineToMachine": "available_number",
    "AvailablePhoneNumberMobile": "available_number",
    "AvailablePhoneNumberNational": "available_number",
    "AvailablePhoneNumberSharedCost": "available_number",
    "AvailablePhoneNumberTollFree": "available_number",
    "AvailablePhoneNumberVoip": "available_number",
    "Balance": "balance",
    "Call": "call",
    "CallFeedback": "feedback",
    "CallFeedbackSummary": "feedback",
    "CallEvent": "call_event",
    "CallRecording": "recording",
    "Conference": "conference",
    "ConferenceRecording": "recording",
    "IncomingPhoneNumber": "phone_number",
    "IncomingPhoneNumberAssignedAddOn": "add_on",
    "IncomingPhoneNumberLocal": "phone_number",
    "IncomingPhoneNumberMobile": "phone_number",
    "IncomingPhoneNumberTollFree": "phone_number",
    "Key": "key",
    "Member": "queue",
    "Media": "media",
    "Message": "message",
    "Participant": "participant",
    "Payments": "call_part",
    "Queue": "queue",
    "RealtimeTranscription": "call_part",
    "Recording": "recording",
    "RecordingAddOnResultPayloadData": "add_on",
    "RecordingTranscription": "transcription",
    "SigningKey": "key",
    "SipAuthCallsCredentialListMapping": "sip",
    "SipAuthCallsIpAccessControlListMapping": "sip",
    "SipAuthRegistrationsCredentialListMapping": "sip",
    "SipCredentialList": "sip",
    "SipCredentialListMapping": "sip",
    "SipDomain": "sip",
    "SipIpAccessControlList": "sip",
    "SipIpAccessControlListMapping": "sip",
    "SipIpAddress": "sip",
    "Siprec": "call_part",
    "SMSMessage": "message",
    "Stream": "call_part",
    "Token": "token",
    "Transcription": "transcription",
    "UsageRecord": "usage",
    "UsageRecordAllTime": "usage",
    "UsageRecordDaily": "usage",
    "UsageRecordLastMonth": "usage",
    "UsageRecordMonthly": "usage",
    "UsageRecordThisMonth": "usage",
    "UsageRecordToday": "usage",
    "UsageRecordYearly": "usage",
    "UsageRecordYesterday": "usage",
    "UsageTrigger": "usage",
    "UserDefinedMessage": "call_part",
    "UserDefinedMessageSubscription": "call_part",
    "ValidationRequest": "caller_id",
}
"""The module of each object that behaves in its own way; the others are general."""

PRODUCT_MODULES = {
    "conversations-v1/ConversationMessage": "conversation",
    "conversations-v1/ServiceConversationMessage": "conversation",
    "verify-v2/Service": "verify",
    "verify-v2/Verification": "verify",
    "verify-v2/VerificationCheck": "verify",
    "messaging-v1/AlphaSender": "messaging_service",
    "messaging-v1/PhoneNumber": "messaging_service",
    "messaging-v1/Service": "messaging_service",
    "messaging-v1/ShortCode": "messaging_service",
    "lookups-v2/PhoneNumber": "lookup",
}
"""The same of objects of other products, by the product's and the object's name."""

LISTENERS = {
    "call_changed": (
        "Participant",
        "CallRecording",
        "Siprec",
        "Stream",
        "RealtimeTranscription",
        "ValidationRequest",
        "Call",
    ),
    "call_redirected": ("Participant",),
    "call_waits": ("Call",),
    "call_let_go": ("Call",),
    "leg_accepted": ("Call",),
    "hold_over": ("Call",),
    "announcement_over": ("Participant", "Conference"),
    "used": ("UsageTrigger",),
    "conference_begun": ("Participant",),
    "conference_ended": ("Participant", "ConferenceRecording"),
}
"""The objects that take notice of what happens to others, by the method that takes it, in order."""


def make(state: State, model: ObjectModel) -> Behaviour:
    """The behaviour of an object: its module's, or the general one."""
    if state.name:
        return _of_product(state, model)
    name = MODULES.get(model.key)
    if name is None:
        return Behaviour(state, model)
    module = importlib.import_module(f"twilio_ops_emulator.behaviour.{name}")
    kind: type[Behaviour] = module.BEHAVIOURS[model.key]
    return kind(state, model)


def _of_product(state: State, model: ObjectModel) -> Behaviour:
    name = PRODUCT_MODULES.get(f"{state.name}/{model.key}", "product")
    module = importlib.import_module(f"twilio_ops_emulator.behaviour.{name}")
    kind: type[Behaviour] = module.BEHAVIOURS["*" if name == "product" else model.key]
    return kind(state, model)
