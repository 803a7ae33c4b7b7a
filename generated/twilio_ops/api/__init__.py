"""The objects, a module each; ``OBJECTS`` names them, and a module loads when it is used."""

from __future__ import annotations

from types import ModuleType

__all__ = ["OBJECTS", "load"]

OBJECTS: dict[str, str] = {
    "Account": "account",
    "Address": "address",
    "Application": "application",
    "AuthorizedConnectApp": "authorized_connect_app",
    "AvailablePhoneNumberCountry": "available_phone_number_country",
    "AvailablePhoneNumberMachineToMachine": "available_phone_number_machine_to_machine",
    "AvailablePhoneNumberMobile": "available_phone_number_mobile",
    "AvailablePhoneNumberNational": "available_phone_number_national",
    "AvailablePhoneNumberSharedCost": "available_phone_number_shared_cost",
    "AvailablePhoneNumberVoip": "available_phone_number_voip",
    "Balance": "balance",
    "Call": "call",
    "CallEvent": "call_event",
    "CallFeedback": "call_feedback",
    "CallFeedbackSummary": "call_feedback_summary",
    "CallNotification": "call_notification",
    "CallRecording": "call_recording",
    "CallerIdValidation": "caller_id_validation",
    "ValidationRequest": "caller_id_validation",
    "Conference": "conference",
    "ConferenceParticipant": "conference_participant",
    "Participant": "conference_participant",
    "ConferenceRecording": "conference_recording",
    "ConnectApp": "connect_app",
    "DependentPhoneNumber": "dependent_phone_number",
    "IncomingPhoneNumber": "incoming_phone_number",
    "IncomingPhoneNumberAssignedAddOn": "incoming_phone_number_assigned_add_on",
    "IncomingPhoneNumberAssignedAddOnExtension": "incoming_phone_number_assigned_add_on_extension",
    "IncomingPhoneNumberMobile": "incoming_phone_number_mobile",
    "Key": "key",
    "LocalIncomingPhoneNumber": "local_incoming_phone_number",
    "IncomingPhoneNumberLocal": "local_incoming_phone_number",
    "LocalPhoneNumber": "local_phone_number",
    "AvailablePhoneNumberLocal": "local_phone_number",
    "Media": "media",
    "Member": "member",
    "Message": "message",
    "MessageFeedback": "message_feedback",
    "Notification": "notification",
    "OutgoingCallerId": "outgoing_caller_id",
    "Payments": "payments",
    "Queue": "queue",
    "RealtimeTranscription": "realtime_transcription",
    "Recording": "recording",
    "RecordingAddOnResult": "recording_add_on_result",
    "RecordingAddOnResultPayload": "recording_add_on_result_payload",
    "RecordingAddOnResultPayloadData": "recording_add_on_result_payload_data",
    "RecordingTranscription": "recording_transcription",
    "SMSMessage": "sms_message",
    "ShortCode": "short_code",
    "SigningKey": "signing_key",
    "SipAuthCallsCredentialListMapping": "sip_auth_calls_credential_list_mapping",
    "SipAuthCallsIpAccessControlListMapping": "sip_auth_calls_ip_access_control_list_mapping",
    "SipAuthRegistrationsCredentialListMapping": "sip_auth_registrations_credential_list_mapping",
    "SipCredential": "sip_credential",
    "SipCredentialList": "sip_credential_list",
    "SipCredentialListMapping": "sip_credential_list_mapping",
    "SipDomain": "sip_domain",
    "SipIpAccessControlList": "sip_ip_access_control_list",
    "SipIpAccessControlListMapping": "sip_ip_access_control_list_mapping",
    "SipIpAddress": "sip_ip_address",
    "Siprec": "siprec",
    "Stream": "stream",
    "Token": "token",
    "TollFreeIncomingPhoneNumber": "toll_free_incoming_phone_number",
    "IncomingPhoneNumberTollFree": "toll_free_incoming_phone_number",
    "TollFreePhoneNumber": "toll_free_phone_number",
    "AvailablePhoneNumberTollFree": "toll_free_phone_number",
    "Transcription": "transcription",
    "UsageRecord": "usage_record",
    "UsageRecordAllTime": "usage_record_all_time",
    "UsageRecordDaily": "usage_record_daily",
    "UsageRecordLastMonth": "usage_record_last_month",
    "UsageRecordMonthly": "usage_record_monthly",
    "UsageRecordThisMonth": "usage_record_this_month",
    "UsageRecordToday": "usage_record_today",
    "UsageRecordYearly": "usage_record_yearly",
    "UsageRecordYesterday": "usage_record_yesterday",
    "UsageTrigger": "usage_trigger",
    "UserDefinedMessage": "user_defined_message",
    "UserDefinedMessageSubscription": "user_defined_message_subscription",
}


def load(name: str) -> ModuleType:
    """The module of an object, by the object's name or one of its aliases.

    Raises:
        KeyError: There is no such object.
    """
    import importlib

    return importlib.import_module(f"{__name__}.{OBJECTS[name]}")


def __getattr__(name: str) -> ModuleType:
    import importlib

    if name in OBJECTS.values():
        return importlib.import_module(f"{__name__}.{name}")
    if name in OBJECTS:
        raise AttributeError(f"{__name__} has no module {name!r}: {name} is in {OBJECTS[name]!r}")
    modules = ", ".join(dict.fromkeys(OBJECTS.values()))
    raise AttributeError(f"{__name__} has no module {name!r}; it has {modules}")


def __dir__() -> list[str]:
    return sorted({*__all__, *OBJECTS.values()})
