"""IncomingPhoneNumber: Get, Query, Create, Update, Delete."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "CreateIncomingPhoneNumber",
    "CreateIncomingPhoneNumberRequest",
    "DeleteIncomingPhoneNumber",
    "GetIncomingPhoneNumber",
    "IncomingPhoneNumber",
    "IncomingPhoneNumberAddressRequirement",
    "IncomingPhoneNumberCapabilities",
    "IncomingPhoneNumberEmergencyAddressStatus",
    "IncomingPhoneNumberEmergencyStatus",
    "IncomingPhoneNumberVoiceReceiveMode",
    "QueryIncomingPhoneNumber",
    "UpdateIncomingPhoneNumber",
    "UpdateIncomingPhoneNumberRequest",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "Sid": g.Key(("PN",)),
}


class IncomingPhoneNumberAddressRequirement(g.OpenEnum):
    """The values known; others are kept as they come."""

    NONE = "none"
    ANY = "any"
    LOCAL = "local"
    FOREIGN = "foreign"


class IncomingPhoneNumberVoiceReceiveMode(g.OpenEnum):
    """The values known; others are kept as they come."""

    VOICE = "voice"
    FAX = "fax"


class IncomingPhoneNumberEmergencyStatus(g.OpenEnum):
    """The values known; others are kept as they come."""

    ACTIVE = "Active"
    INACTIVE = "Inactive"


class IncomingPhoneNumberEmergencyAddressStatus(g.OpenEnum):
    """The values known; others are kept as they come."""

    REGISTERED = "registered"
    UNREGISTERED = "unregistered"
    PENDING_REGISTRATION = "pending-registration"
    REGISTRATION_FAILURE = "registration-failure"
    PENDING_UNREGISTRATION = "pending-unregistration"
    UNREGISTRATION_FAILURE = "unregistration-failure"


@g.record
class IncomingPhoneNumberCapabilities(g.Record):
    """A value nested in IncomingPhoneNumber: capabilities."""

    mms: bool | None = g.field("MMS", g.BOOLEAN)
    sms: bool | None = g.field("SMS", g.BOOLEAN)
    voice: bool | None = g.field("Voice", g.BOOLEAN)
    fax: bool | None = g.field("Fax", g.BOOLEAN)
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="IncomingPhoneNumberCapabilities",
        service=SERVICE,
        item="Capabilities",
    )


@g.record
class IncomingPhoneNumber(g.Record):
    """One IncomingPhoneNumber."""

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    address_sid: Sid | None = g.field("AddressSid", g.SID)
    address_requirements: IncomingPhoneNumberAddressRequirement | None = g.field(
        "AddressRequirements", g.EnumType(IncomingPhoneNumberAddressRequirement)
    )
    api_version: str | None = g.field("ApiVersion")
    beta: bool | None = g.field("Beta", g.BOOLEAN)
    capabilities: IncomingPhoneNumberCapabilities | None = g.field("Capabilities", g.StructType(IncomingPhoneNumberCapabilities))
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
    voice_receive_mode: IncomingPhoneNumberVoiceReceiveMode | None = g.field(
        "VoiceReceiveMode", g.EnumType(IncomingPhoneNumberVoiceReceiveMode)
    )
    voice_application_sid: Sid | None = g.field("VoiceApplicationSid", g.SID)
    voice_caller_id_lookup: bool | None = g.field("VoiceCallerIdLookup", g.BOOLEAN)
    voice_fallback_method: str | None = g.field("VoiceFallbackMethod")
    voice_fallback_url: str | None = g.field("VoiceFallbackUrl")
    voice_method: str | None = g.field("VoiceMethod")
    voice_url: str | None = g.field("VoiceUrl")
    emergency_status: IncomingPhoneNumberEmergencyStatus | None = g.field(
        "EmergencyStatus", g.EnumType(IncomingPhoneNumberEmergencyStatus)
    )
    emergency_address_sid: Sid | None = g.field("EmergencyAddressSid", g.SID)
    emergency_address_status: IncomingPhoneNumberEmergencyAddressStatus | None = g.field(
        "EmergencyAddressStatus", g.EnumType(IncomingPhoneNumberEmergencyAddressStatus)
    )
    bundle_sid: Sid | None = g.field("BundleSid", g.SID)
    status: str | None = g.field("Status")
    type: str | None = g.field("Type")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="IncomingPhoneNumber",
        service=SERVICE,
        item="IncomingPhoneNumber",
        list="IncomingPhoneNumbers",
    )


class GetIncomingPhoneNumber(g.Get[IncomingPhoneNumber]):
    """Get IncomingPhoneNumber: ``GET /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="IncomingPhoneNumber",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{Sid}",),
        keys=_KEYS,
        record=IncomingPhoneNumber,
        root="IncomingPhoneNumber",
        response_profile="profiles/IncomingPhoneNumber/GetIncomingPhoneNumber.response.xsd",
    )

    def __call__(self, sid: str, /) -> IncomingPhoneNumber:
        """The one record of a Sid."""
        return self.run(sid)


class QueryIncomingPhoneNumber(g.Query[IncomingPhoneNumber]):
    """Query IncomingPhoneNumber: ``GET /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers``."""

    beta: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("Beta", g.BOOLEAN)
    friendly_name: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("FriendlyName")
    phone_number: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("PhoneNumber")
    origin: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("Origin")
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="IncomingPhoneNumber",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers",),
        keys=_KEYS,
        record=IncomingPhoneNumber,
        root="IncomingPhoneNumber",
        cardinality="many",
        json_list="incoming_phone_numbers",
        paging="uris",
        response_profile="profiles/IncomingPhoneNumber/QueryIncomingPhoneNumber.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[IncomingPhoneNumber]:
        """The records, page by page as they are used."""
        return self.run(parent)


@g.request
class CreateIncomingPhoneNumberRequest(g.Parameters):
    """What Create of IncomingPhoneNumber takes; None is not sent, an empty text is."""

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
    emergency_status: IncomingPhoneNumberEmergencyStatus | str | None = g.optional(
        "EmergencyStatus", g.EnumType(IncomingPhoneNumberEmergencyStatus)
    )
    emergency_address_sid: str | None = g.optional("EmergencyAddressSid", g.SidType("AD"))
    trunk_sid: str | None = g.optional("TrunkSid", g.SidType("TK"))
    identity_sid: str | None = g.optional("IdentitySid", g.SidType("RI"))
    address_sid: str | None = g.optional("AddressSid", g.SidType("AD"))
    voice_receive_mode: IncomingPhoneNumberVoiceReceiveMode | str | None = g.optional(
        "VoiceReceiveMode", g.EnumType(IncomingPhoneNumberVoiceReceiveMode)
    )
    bundle_sid: str | None = g.optional("BundleSid", g.SidType("BU"))
    phone_number: str | None = g.optional("PhoneNumber", g.PHONE)
    area_code: str | None = g.optional("AreaCode")
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="IncomingPhoneNumber",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers",),
        keys=_KEYS,
        record=IncomingPhoneNumber,
        root="IncomingPhoneNumber",
        status=(201,),
        encoding="form",
        either=(("PhoneNumber", "AreaCode"),),
        request_profile="profiles/IncomingPhoneNumber/CreateIncomingPhoneNumber.request.xsd",
        response_profile="profiles/IncomingPhoneNumber/CreateIncomingPhoneNumber.response.xsd",
    )


class CreateIncomingPhoneNumber(g.Create[CreateIncomingPhoneNumberRequest, IncomingPhoneNumber]):
    """Create IncomingPhoneNumber: ``POST /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers``.

    Needs at least one of PhoneNumber, AreaCode.
    """

    spec: ClassVar[g.OperationSpec] = CreateIncomingPhoneNumberRequest.spec
    request: ClassVar[type[g.Parameters]] = CreateIncomingPhoneNumberRequest

    def __call__(
        self,
        *,
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
        emergency_status: IncomingPhoneNumberEmergencyStatus | str | None = None,
        emergency_address_sid: str | None = None,
        trunk_sid: str | None = None,
        identity_sid: str | None = None,
        address_sid: str | None = None,
        voice_receive_mode: IncomingPhoneNumberVoiceReceiveMode | str | None = None,
        bundle_sid: str | None = None,
        phone_number: str | None = None,
        area_code: str | None = None,
        parent: str | None = None,
    ) -> IncomingPhoneNumber:
        """Create one; ``parent`` is ``AccountSid``."""
        return self.run(
            CreateIncomingPhoneNumberRequest(
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
                emergency_status=emergency_status,
                emergency_address_sid=emergency_address_sid,
                trunk_sid=trunk_sid,
                identity_sid=identity_sid,
                address_sid=address_sid,
                voice_receive_mode=voice_receive_mode,
                bundle_sid=bundle_sid,
                phone_number=phone_number,
                area_code=area_code,
            ),
            parent,
        )


@g.request
class UpdateIncomingPhoneNumberRequest(g.Parameters):
    """What Update of IncomingPhoneNumber takes; None is not sent, an empty text is."""

    account_sid: str | None = g.optional("AccountSid", g.SidType("AC"))
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
    emergency_status: IncomingPhoneNumberEmergencyStatus | str | None = g.optional(
        "EmergencyStatus", g.EnumType(IncomingPhoneNumberEmergencyStatus)
    )
    emergency_address_sid: str | None = g.optional("EmergencyAddressSid", g.SidType("AD"))
    trunk_sid: str | None = g.optional("TrunkSid", g.SidType("TK"))
    voice_receive_mode: IncomingPhoneNumberVoiceReceiveMode | str | None = g.optional(
        "VoiceReceiveMode", g.EnumType(IncomingPhoneNumberVoiceReceiveMode)
    )
    identity_sid: str | None = g.optional("IdentitySid", g.SidType("RI"))
    address_sid: str | None = g.optional("AddressSid", g.SidType("AD"))
    bundle_sid: str | None = g.optional("BundleSid", g.SidType("BU"))
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="IncomingPhoneNumber",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{Sid}",),
        keys=_KEYS,
        record=IncomingPhoneNumber,
        root="IncomingPhoneNumber",
        encoding="form",
        request_profile="profiles/IncomingPhoneNumber/UpdateIncomingPhoneNumber.request.xsd",
        response_profile="profiles/IncomingPhoneNumber/UpdateIncomingPhoneNumber.response.xsd",
    )


class UpdateIncomingPhoneNumber(g.Update[UpdateIncomingPhoneNumberRequest, IncomingPhoneNumber]):
    """Update IncomingPhoneNumber: ``POST /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateIncomingPhoneNumberRequest.spec
    request: ClassVar[type[g.Parameters]] = UpdateIncomingPhoneNumberRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        account_sid: str | None = None,
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
        emergency_status: IncomingPhoneNumberEmergencyStatus | str | None = None,
        emergency_address_sid: str | None = None,
        trunk_sid: str | None = None,
        voice_receive_mode: IncomingPhoneNumberVoiceReceiveMode | str | None = None,
        identity_sid: str | None = None,
        address_sid: str | None = None,
        bundle_sid: str | None = None,
    ) -> IncomingPhoneNumber:
        """Change one; what is None is not sent."""
        return self.run(
            sid,
            UpdateIncomingPhoneNumberRequest(
                account_sid=account_sid,
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
                emergency_status=emergency_status,
                emergency_address_sid=emergency_address_sid,
                trunk_sid=trunk_sid,
                voice_receive_mode=voice_receive_mode,
                identity_sid=identity_sid,
                address_sid=address_sid,
                bundle_sid=bundle_sid,
            ),
        )


class DeleteIncomingPhoneNumber(g.Delete):
    """Delete IncomingPhoneNumber: ``DELETE /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="IncomingPhoneNumber",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{Sid}",),
        keys=_KEYS,
        root="IncomingPhoneNumber",
        status=(204,),
        cardinality="none",
        request_profile="profiles/IncomingPhoneNumber/DeleteIncomingPhoneNumber.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """Delete one."""
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "IncomingPhoneNumber", ("Get", "Query", "Create", "Update", "Delete"))
