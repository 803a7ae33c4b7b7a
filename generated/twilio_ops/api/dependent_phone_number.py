"""DependentPhoneNumber: Query."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "DependentPhoneNumber",
    "DependentPhoneNumberAddressRequirement",
    "DependentPhoneNumberCapabilities",
    "DependentPhoneNumberEmergencyStatus",
    "QueryDependentPhoneNumber",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "AddressSid": g.Key(("AD",)),
}


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


@g.record
class DependentPhoneNumberCapabilities(g.Record):
    """A value nested in DependentPhoneNumber: capabilities."""

    voice: bool | None = g.field("Voice", g.BOOLEAN, json="Voice")
    sms: bool | None = g.field("SMS", g.BOOLEAN, json="SMS")
    mms: bool | None = g.field("MMS", g.BOOLEAN, json="MMS")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="DependentPhoneNumberCapabilities",
        service=SERVICE,
        item="Capabilities",
    )


@g.record
class DependentPhoneNumber(g.Record):
    """One DependentPhoneNumber."""

    sid: Sid | None = g.field("Sid", g.SID)
    account_sid: Sid | None = g.field("AccountSid", g.SID)
    friendly_name: str | None = g.field("FriendlyName")
    phone_number: str | None = g.field("PhoneNumber")
    voice_url: str | None = g.field("VoiceUrl")
    voice_method: str | None = g.field("VoiceMethod")
    voice_fallback_method: str | None = g.field("VoiceFallbackMethod")
    voice_fallback_url: str | None = g.field("VoiceFallbackUrl")
    voice_caller_id_lookup: bool | None = g.field("VoiceCallerIdLookup", g.BOOLEAN)
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    sms_fallback_method: str | None = g.field("SmsFallbackMethod")
    sms_fallback_url: str | None = g.field("SmsFallbackUrl")
    sms_method: str | None = g.field("SmsMethod")
    sms_url: str | None = g.field("SmsUrl")
    address_requirements: DependentPhoneNumberAddressRequirement | None = g.field(
        "AddressRequirements", g.EnumType(DependentPhoneNumberAddressRequirement)
    )
    capabilities: DependentPhoneNumberCapabilities | None = g.field("Capabilities", g.StructType(DependentPhoneNumberCapabilities))
    status_callback: str | None = g.field("StatusCallback")
    status_callback_method: str | None = g.field("StatusCallbackMethod")
    api_version: str | None = g.field("ApiVersion")
    sms_application_sid: Sid | None = g.field("SmsApplicationSid", g.SID)
    voice_application_sid: Sid | None = g.field("VoiceApplicationSid", g.SID)
    trunk_sid: Sid | None = g.field("TrunkSid", g.SID)
    emergency_status: DependentPhoneNumberEmergencyStatus | None = g.field(
        "EmergencyStatus", g.EnumType(DependentPhoneNumberEmergencyStatus)
    )
    emergency_address_sid: Sid | None = g.field("EmergencyAddressSid", g.SID)
    uri: str | None = g.field("Uri")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="DependentPhoneNumber",
        service=SERVICE,
        item="DependentPhoneNumber",
        list="DependentPhoneNumbers",
    )


class QueryDependentPhoneNumber(g.Query[DependentPhoneNumber]):
    """Query DependentPhoneNumber: ``GET /2010-04-01/Accounts/{AccountSid}/Addresses/{AddressSid}/DependentPhoneNumbers``.

    Takes ``[AccountSid:]AddressSid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="DependentPhoneNumber",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Addresses/{AddressSid}/DependentPhoneNumbers",),
        keys=_KEYS,
        record=DependentPhoneNumber,
        root="DependentPhoneNumber",
        cardinality="many",
        json_list="dependent_phone_numbers",
        paging="uris",
        response_profile="profiles/DependentPhoneNumber/QueryDependentPhoneNumber.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[DependentPhoneNumber]:
        """The records, page by page as they are used."""
        return self.run(parent)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "DependentPhoneNumber", ("Query",))
