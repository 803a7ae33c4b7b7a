"""DependentPhoneNumber: Query."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops_runtime.generated import Sid

__all__ = [
    "DependentPhoneNumber",
    "DependentPhoneNumberAddressRequirement",
    "DependentPhoneNumberCapabilities",
    "DependentPhoneNumberEmergencyStatus",
    "QueryDependentPhoneNumber",
]


class DependentPhoneNumberAddressRequirement(g.OpenEnum):
    """The values known; others are kept as they come."""

    NONE = "none"
    ANY = "any"
    LOCAL = "local"
    FOREIGN = "foreign"


class DependentPhoneNumberEmergencyStatus(g.OpenEnum):
    """The values known; others are kept as they come."""

    ACTIVE = "Active"
    INACTIVE = "Inactive"


@frozen(kw_only=True, repr=False, eq=False)
class DependentPhoneNumberCapabilities(g.Record):
    """A value nested in DependentPhoneNumber: capabilities."""

    voice: bool | None = g.UNSET
    sms: bool | None = g.UNSET
    mms: bool | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="DependentPhoneNumberCapabilities",
        service=SERVICE,
        item="Capabilities",
        fields=(
            g.FieldSpec("voice", "Voice", g.BOOLEAN, "Voice"),
            g.FieldSpec("sms", "SMS", g.BOOLEAN, "SMS"),
            g.FieldSpec("mms", "MMS", g.BOOLEAN, "MMS"),
        ),
    )


@frozen(kw_only=True, repr=False, eq=False)
class DependentPhoneNumber(g.Record):
    """One DependentPhoneNumber."""

    sid: Sid | None = g.UNSET
    account_sid: Sid | None = g.UNSET
    friendly_name: str | None = g.UNSET
    phone_number: str | None = g.UNSET
    voice_url: str | None = g.UNSET
    voice_method: str | None = g.UNSET
    voice_fallback_method: str | None = g.UNSET
    voice_fallback_url: str | None = g.UNSET
    voice_caller_id_lookup: bool | None = g.UNSET
    date_created: datetime | None = g.UNSET
    date_updated: datetime | None = g.UNSET
    sms_fallback_method: str | None = g.UNSET
    sms_fallback_url: str | None = g.UNSET
    sms_method: str | None = g.UNSET
    sms_url: str | None = g.UNSET
    address_requirements: DependentPhoneNumberAddressRequirement | None = g.UNSET
    capabilities: DependentPhoneNumberCapabilities | None = g.UNSET
    status_callback: str | None = g.UNSET
    status_callback_method: str | None = g.UNSET
    api_version: str | None = g.UNSET
    sms_application_sid: Sid | None = g.UNSET
    voice_application_sid: Sid | None = g.UNSET
    trunk_sid: Sid | None = g.UNSET
    emergency_status: DependentPhoneNumberEmergencyStatus | None = g.UNSET
    emergency_address_sid: Sid | None = g.UNSET
    uri: str | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="DependentPhoneNumber",
        service=SERVICE,
        item="DependentPhoneNumber",
        list="DependentPhoneNumbers",
        json_list="dependent_phone_numbers",
        wire="twilio_ops._wire.dependent_phone_number",
        fields=(
            g.FieldSpec("sid", "Sid", g.SID),
            g.FieldSpec("account_sid", "AccountSid", g.SID),
            g.FieldSpec("friendly_name", "FriendlyName", g.TEXT),
            g.FieldSpec("phone_number", "PhoneNumber", g.TEXT),
            g.FieldSpec("voice_url", "VoiceUrl", g.TEXT),
            g.FieldSpec("voice_method", "VoiceMethod", g.TEXT),
            g.FieldSpec("voice_fallback_method", "VoiceFallbackMethod", g.TEXT),
            g.FieldSpec("voice_fallback_url", "VoiceFallbackUrl", g.TEXT),
            g.FieldSpec("voice_caller_id_lookup", "VoiceCallerIdLookup", g.BOOLEAN),
            g.FieldSpec("date_created", "DateCreated", g.RFC2822),
            g.FieldSpec("date_updated", "DateUpdated", g.RFC2822),
            g.FieldSpec("sms_fallback_method", "SmsFallbackMethod", g.TEXT),
            g.FieldSpec("sms_fallback_url", "SmsFallbackUrl", g.TEXT),
            g.FieldSpec("sms_method", "SmsMethod", g.TEXT),
            g.FieldSpec("sms_url", "SmsUrl", g.TEXT),
            g.FieldSpec("address_requirements", "AddressRequirements", g.EnumKind(DependentPhoneNumberAddressRequirement)),
            g.FieldSpec("capabilities", "Capabilities", g.StructKind(DependentPhoneNumberCapabilities)),
            g.FieldSpec("status_callback", "StatusCallback", g.TEXT),
            g.FieldSpec("status_callback_method", "StatusCallbackMethod", g.TEXT),
            g.FieldSpec("api_version", "ApiVersion", g.TEXT),
            g.FieldSpec("sms_application_sid", "SmsApplicationSid", g.SID),
            g.FieldSpec("voice_application_sid", "VoiceApplicationSid", g.SID),
            g.FieldSpec("trunk_sid", "TrunkSid", g.SID),
            g.FieldSpec("emergency_status", "EmergencyStatus", g.EnumKind(DependentPhoneNumberEmergencyStatus)),
            g.FieldSpec("emergency_address_sid", "EmergencyAddressSid", g.SID),
            g.FieldSpec("uri", "Uri", g.TEXT),
        ),
    )


class QueryDependentPhoneNumber(g.Query[DependentPhoneNumber]):
    """Query DependentPhoneNumber: ``GET /2010-04-01/Accounts/{AccountSid}/Addresses/{AddressSid}/DependentPhoneNumbers``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="DependentPhoneNumber",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Addresses/{AddressSid}/DependentPhoneNumbers",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "AddressSid": g.Key(("AD",)),
        },
        record=DependentPhoneNumber,
        root="DependentPhoneNumber",
        cardinality="many",
        paging="uris",
        response_profile="profiles/DependentPhoneNumber/QueryDependentPhoneNumber.response.xsd",
    )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "DependentPhoneNumber", ("Query",))
