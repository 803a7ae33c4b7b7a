"""TollFreeIncomingPhoneNumber: Get, Query, Create."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "CreateTollFreeIncomingPhoneNumber",
    "CreateTollFreeIncomingPhoneNumberRequest",
    "GetTollFreeIncomingPhoneNumber",
    "QueryTollFreeIncomingPhoneNumber",
    "TollFreeIncomingPhoneNumber",
    "TollFreeIncomingPhoneNumberAddressRequirement",
    "TollFreeIncomingPhoneNumberCapabilities",
    "TollFreeIncomingPhoneNumberEmergencyAddressStatus",
    "TollFreeIncomingPhoneNumberEmergencyStatus",
    "TollFreeIncomingPhoneNumberVoiceReceiveMode",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "Sid": g.Key(("PN",)),
}


class TollFreeIncomingPhoneNumberAddressRequirement(g.OpenEnum):
    """The values known; others are kept as they come."""

    NONE = "none"
    ANY = "any"
    LOCAL = "local"
    FOREIGN = "foreign"


class TollFreeIncomingPhoneNumberVoiceReceiveMode(g.OpenEnum):
    """The values known; others are kept as they come."""

    VOICE = "voice"
    FAX = "fax"


class TollFreeIncomingPhoneNumberEmergencyStatus(g.OpenEnum):
    """The values known; others are kept as they come."""

    ACTIVE = "Active"
    INACTIVE = "Inactive"


class TollFreeIncomingPhoneNumberEmergencyAddressStatus(g.OpenEnum):
    """The values known; others are kept as they come."""

    REGISTERED = "registered"
    UNREGISTERED = "unregistered"
    PENDING_REGISTRATION = "pending-registration"
    REGISTRATION_FAILURE = "registration-failure"
    PENDING_UNREGISTRATION = "pending-unregistration"
    UNREGISTRATION_FAILURE = "unregistration-failure"


@g.record
class TollFreeIncomingPhoneNumberCapabilities(g.Record):
    """A value nested in TollFreeIncomingPhoneNumber: capabilities."""

    mms: bool | None = g.field("MMS", g.BOOLEAN)
    sms: bool | None = g.field("SMS", g.BOOLEAN)
    voice: bool | None = g.field("Voice", g.BOOLEAN)
    fax: bool | None = g.field("Fax", g.BOOLEAN)
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="TollFreeIncomingPhoneNumberCapabilities",
        service=SERVICE,
        item="Capabilities",
    )


@g.record
class TollFreeIncomingPhoneNumber(g.Record):
    """One TollFreeIncomingPhoneNumber; the service calls it IncomingPhoneNumberTollFree."""

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    address_sid: Sid | None = g.field("AddressSid", g.SID)
    address_requirements: TollFreeIncomingPhoneNumberAddressRequirement | None = g.field(
        "AddressRequirements", g.EnumType(TollFreeIncomingPhoneNumberAddressRequirement)
    )
    api_version: str | None = g.field("ApiVersion")
    beta: bool | None = g.field("Beta", g.BOOLEAN)
    capabilities: TollFreeIncomingPhoneNumberCapabilities | None = g.field(
        "Capabilities", g.StructType(TollFreeIncomingPhoneNumberCapabilities)
    )
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    friendly_name: str | None = g.field("FriendlyName")
    identity_sid: Sid | None = g.field("IdentitySid", g.SID)
    phone_number: str | None = g.field("PhoneNumber")
    origin: str | None = g.field("Origin")
    sid: Sid | None = g.field("Sid", g.SID)
    sms_application_sid: Sid | None = g.field("SmsApplicationSid", g.SID)
    sms_fallback_method: str | None = g.field("SmsFallbackMethod")
    sms_fallback_url: str | None = g.field("SmsFallbackUrl")
    sms_method: str | None = g.field("SmsMethod")
    sms_url: str | None = g.field("SmsUrl")
    status_callback: str | None = g.field("StatusCallback")
    status_callback_method: str | None = g.field("StatusCallbackMethod")
    trunk_sid: Sid | None = g.field("TrunkSid", g.SID)
    uri: str | None = g.field("Uri")
    voice_receive_mode: TollFreeIncomingPhoneNumberVoiceReceiveMode | None = g.field(
        "VoiceReceiveMode", g.EnumType(TollFreeIncomingPhoneNumberVoiceReceiveMode)
    )
    voice_application_sid: Sid | None = g.field("VoiceApplicationSid", g.SID)
    voice_caller_id_lookup: bool | None = g.field("VoiceCallerIdLookup", g.BOOLEAN)
    voice_fallback_method: str | None = g.field("VoiceFallbackMethod")
    voice_fallback_url: str | None = g.field("VoiceFallbackUrl")
    voice_method: str | None = g.field("VoiceMethod")
    voice_url: str | None = g.field("VoiceUrl")
    emergency_status: TollFreeIncomingPhoneNumberEmergencyStatus | None = g.field(
        "EmergencyStatus", g.EnumType(TollFreeIncomingPhoneNumberEmergencyStatus)
    )
    emergency_address_sid: Sid | None = g.field("EmergencyAddressSid", g.SID)
    emergency_address_status: TollFreeIncomingPhoneNumberEmergencyAddressStatus | None = g.field(
        "EmergencyAddressStatus", g.EnumType(TollFreeIncomingPhoneNumberEmergencyAddressStatus)
    )
    bundle_sid: Sid | None = g.field("BundleSid", g.SID)
    status: str | None = g.field("Status")
    type: str | None = g.field("Type")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="TollFreeIncomingPhoneNumber",
        service=SERVICE,
        item="IncomingPhoneNumber",
        list="IncomingPhoneNumbers",
    )


class GetTollFreeIncomingPhoneNumber(g.Get[TollFreeIncomingPhoneNumber]):
    """Get TollFreeIncomingPhoneNumber: ``GET /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="TollFreeIncomingPhoneNumber",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{Sid}",),
        keys=_KEYS,
        record=TollFreeIncomingPhoneNumber,
        root="IncomingPhoneNumber",
        response_profile="profiles/TollFreeIncomingPhoneNumber/GetTollFreeIncomingPhoneNumber.response.xsd",
    )

    def __call__(self, sid: str, /) -> TollFreeIncomingPhoneNumber:
        """The one record of a Sid."""
        return self.run(sid)


class QueryTollFreeIncomingPhoneNumber(g.Query[TollFreeIncomingPhoneNumber]):
    """Query TollFreeIncomingPhoneNumber: ``GET /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/TollFree``."""

    beta: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("Beta", g.BOOLEAN)
    friendly_name: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("FriendlyName")
    phone_number: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("PhoneNumber")
    origin: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("Origin")
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="TollFreeIncomingPhoneNumber",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/TollFree",),
        keys=_KEYS,
        record=TollFreeIncomingPhoneNumber,
        root="IncomingPhoneNumber",
        cardinality="many",
        json_list="incoming_phone_numbers",
        paging="uris",
        response_profile="profiles/TollFreeIncomingPhoneNumber/QueryTollFreeIncomingPhoneNumber.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[TollFreeIncomingPhoneNumber]:
        """The records, page by page as they are used."""
        return self.run(parent)


@g.request
class CreateTollFreeIncomingPhoneNumberRequest(g.Parameters):
    """What Create of TollFreeIncomingPhoneNumber takes; None is not sent, an empty text is."""

    phone_number: str = g.required("PhoneNumber", g.PHONE)
    api_version: str | None = g.optional("ApiVersion")
    friendly_name: str | None = g.optional("FriendlyName")
    sms_application_sid: str | None = g.optional("SmsApplicationSid", g.SidType("AP"))
    sms_fallback_method: str | None = g.optional("SmsFallbackMethod")
    sms_fallback_url: str | None = g.optional("SmsFallbackUrl")
    sms_method: str | None = g.optional("SmsMethod")
    sms_url: str | None = g.optional("SmsUrl")
    status_callback: str | None = g.optional("StatusCallback")
    status_callback_method: str | None = g.optional("StatusCallbackMethod")
    voice_application_sid: str | None = g.optional("VoiceApplicationSid", g.SidType("AP"))
    voice_caller_id_lookup: bool | None = g.optional("VoiceCallerIdLookup", g.BOOLEAN)
    voice_fallback_method: str | None = g.optional("VoiceFallbackMethod")
    voice_fallback_url: str | None = g.optional("VoiceFallbackUrl")
    voice_method: str | None = g.optional("VoiceMethod")
    voice_url: str | None = g.optional("VoiceUrl")
    identity_sid: str | None = g.optional("IdentitySid", g.SidType("RI"))
    address_sid: str | None = g.optional("AddressSid", g.SidType("AD"))
    emergency_status: TollFreeIncomingPhoneNumberEmergencyStatus | str | None = g.optional(
        "EmergencyStatus", g.EnumType(TollFreeIncomingPhoneNumberEmergencyStatus)
    )
    emergency_address_sid: str | None = g.optional("EmergencyAddressSid", g.SidType("AD"))
    trunk_sid: str | None = g.optional("TrunkSid", g.SidType("TK"))
    voice_receive_mode: TollFreeIncomingPhoneNumberVoiceReceiveMode | str | None = g.optional(
        "VoiceReceiveMode", g.EnumType(TollFreeIncomingPhoneNumberVoiceReceiveMode)
    )
    bundle_sid: str | None = g.optional("BundleSid", g.SidType("BU"))
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="TollFreeIncomingPhoneNumber",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/TollFree",),
        keys=_KEYS,
        record=TollFreeIncomingPhoneNumber,
        root="IncomingPhoneNumber",
        status=(201,),
        encoding="form",
        request_profile="profiles/TollFreeIncomingPhoneNumber/CreateTollFreeIncomingPhoneNumber.request.xsd",
        response_profile="profiles/TollFreeIncomingPhoneNumber/CreateTollFreeIncomingPhoneNumber.response.xsd",
    )


class CreateTollFreeIncomingPhoneNumber(g.Create[CreateTollFreeIncomingPhoneNumberRequest, TollFreeIncomingPhoneNumber]):
    """Create TollFreeIncomingPhoneNumber: ``POST /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/TollFree``."""

    spec: ClassVar[g.OperationSpec] = CreateTollFreeIncomingPhoneNumberRequest.spec
    request: ClassVar[type[g.Parameters]] = CreateTollFreeIncomingPhoneNumberRequest

    def __call__(
        self,
        *,
        phone_number: str,
        api_version: str | None = None,
        friendly_name: str | None = None,
        sms_application_sid: str | None = None,
        sms_fallback_method: str | None = None,
        sms_fallback_url: str | None = None,
        sms_method: str | None = None,
        sms_url: str | None = None,
        status_callback: str | None = None,
        status_callback_method: str | None = None,
        voice_application_sid: str | None = None,
        voice_caller_id_lookup: bool | None = None,
        voice_fallback_method: str | None = None,
        voice_fallback_url: str | None = None,
        voice_method: str | None = None,
        voice_url: str | None = None,
        identity_sid: str | None = None,
        address_sid: str | None = None,
        emergency_status: TollFreeIncomingPhoneNumberEmergencyStatus | str | None = None,
        emergency_address_sid: str | None = None,
        trunk_sid: str | None = None,
        voice_receive_mode: TollFreeIncomingPhoneNumberVoiceReceiveMode | str | None = None,
        bundle_sid: str | None = None,
        parent: str | None = None,
    ) -> TollFreeIncomingPhoneNumber:
        """Create one; ``parent`` is ``AccountSid``."""
        return self.run(
            CreateTollFreeIncomingPhoneNumberRequest(
                phone_number=phone_number,
                api_version=api_version,
                friendly_name=friendly_name,
                sms_application_sid=sms_application_sid,
                sms_fallback_method=sms_fallback_method,
                sms_fallback_url=sms_fallback_url,
                sms_method=sms_method,
                sms_url=sms_url,
                status_callback=status_callback,
                status_callback_method=status_callback_method,
                voice_application_sid=voice_application_sid,
                voice_caller_id_lookup=voice_caller_id_lookup,
                voice_fallback_method=voice_fallback_method,
                voice_fallback_url=voice_fallback_url,
                voice_method=voice_method,
                voice_url=voice_url,
                identity_sid=identity_sid,
                address_sid=address_sid,
                emergency_status=emergency_status,
                emergency_address_sid=emergency_address_sid,
                trunk_sid=trunk_sid,
                voice_receive_mode=voice_receive_mode,
                bundle_sid=bundle_sid,
            ),
            parent,
        )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(
        __name__, "TollFreeIncomingPhoneNumber", ("Get", "Query", "Create"), ("IncomingPhoneNumberTollFree",)
    )
