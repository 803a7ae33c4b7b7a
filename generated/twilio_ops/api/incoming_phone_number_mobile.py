"""IncomingPhoneNumberMobile: Query, Create."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops_runtime.generated import Sid

__all__ = [
    "CreateIncomingPhoneNumberMobile",
    "CreateIncomingPhoneNumberMobileRequest",
    "IncomingPhoneNumberMobile",
    "IncomingPhoneNumberMobileAddressRequirement",
    "IncomingPhoneNumberMobileCapabilities",
    "IncomingPhoneNumberMobileEmergencyAddressStatus",
    "IncomingPhoneNumberMobileEmergencyStatus",
    "IncomingPhoneNumberMobileVoiceReceiveMode",
    "QueryIncomingPhoneNumberMobile",
]


class IncomingPhoneNumberMobileAddressRequirement(g.OpenEnum):
    """The values known; others are kept as they come."""

    NONE = "none"
    ANY = "any"
    LOCAL = "local"
    FOREIGN = "foreign"


class IncomingPhoneNumberMobileVoiceReceiveMode(g.OpenEnum):
    """The values known; others are kept as they come."""

    VOICE = "voice"
    FAX = "fax"


class IncomingPhoneNumberMobileEmergencyStatus(g.OpenEnum):
    """The values known; others are kept as they come."""

    ACTIVE = "Active"
    INACTIVE = "Inactive"


class IncomingPhoneNumberMobileEmergencyAddressStatus(g.OpenEnum):
    """The values known; others are kept as they come."""

    REGISTERED = "registered"
    UNREGISTERED = "unregistered"
    PENDING_REGISTRATION = "pending-registration"
    REGISTRATION_FAILURE = "registration-failure"
    PENDING_UNREGISTRATION = "pending-unregistration"
    UNREGISTRATION_FAILURE = "unregistration-failure"


@frozen(kw_only=True, repr=False, eq=False)
class IncomingPhoneNumberMobileCapabilities(g.Record):
    """A value nested in IncomingPhoneNumberMobile: capabilities."""

    mms: bool | None = g.UNSET
    sms: bool | None = g.UNSET
    voice: bool | None = g.UNSET
    fax: bool | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="IncomingPhoneNumberMobileCapabilities",
        service=SERVICE,
        item="Capabilities",
        fields=(
            g.FieldSpec("mms", "MMS", g.BOOLEAN),
            g.FieldSpec("sms", "SMS", g.BOOLEAN),
            g.FieldSpec("voice", "Voice", g.BOOLEAN),
            g.FieldSpec("fax", "Fax", g.BOOLEAN),
        ),
    )


@frozen(kw_only=True, repr=False, eq=False)
class IncomingPhoneNumberMobile(g.Record):
    """One IncomingPhoneNumberMobile."""

    account_sid: Sid | None = g.UNSET
    address_sid: Sid | None = g.UNSET
    address_requirements: IncomingPhoneNumberMobileAddressRequirement | None = g.UNSET
    api_version: str | None = g.UNSET
    beta: bool | None = g.UNSET
    capabilities: IncomingPhoneNumberMobileCapabilities | None = g.UNSET
    date_created: datetime | None = g.UNSET
    date_updated: datetime | None = g.UNSET
    friendly_name: str | None = g.UNSET
    identity_sid: Sid | None = g.UNSET
    phone_number: str | None = g.UNSET
    origin: str | None = g.UNSET
    sid: Sid | None = g.UNSET
    sms_application_sid: Sid | None = g.UNSET
    sms_fallback_method: str | None = g.UNSET
    sms_fallback_url: str | None = g.UNSET
    sms_method: str | None = g.UNSET
    sms_url: str | None = g.UNSET
    status_callback: str | None = g.UNSET
    status_callback_method: str | None = g.UNSET
    trunk_sid: Sid | None = g.UNSET
    uri: str | None = g.UNSET
    voice_receive_mode: IncomingPhoneNumberMobileVoiceReceiveMode | None = g.UNSET
    voice_application_sid: Sid | None = g.UNSET
    voice_caller_id_lookup: bool | None = g.UNSET
    voice_fallback_method: str | None = g.UNSET
    voice_fallback_url: str | None = g.UNSET
    voice_method: str | None = g.UNSET
    voice_url: str | None = g.UNSET
    emergency_status: IncomingPhoneNumberMobileEmergencyStatus | None = g.UNSET
    emergency_address_sid: Sid | None = g.UNSET
    emergency_address_status: IncomingPhoneNumberMobileEmergencyAddressStatus | None = g.UNSET
    bundle_sid: Sid | None = g.UNSET
    status: str | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="IncomingPhoneNumberMobile",
        service=SERVICE,
        item="IncomingPhoneNumber",
        list="IncomingPhoneNumbers",
        json_list="incoming_phone_numbers",
        wire="twilio_ops._wire.incoming_phone_number_mobile",
        fields=(
            g.FieldSpec("account_sid", "AccountSid", g.SID),
            g.FieldSpec("address_sid", "AddressSid", g.SID),
            g.FieldSpec("address_requirements", "AddressRequirements", g.EnumKind(IncomingPhoneNumberMobileAddressRequirement)),
            g.FieldSpec("api_version", "ApiVersion", g.TEXT),
            g.FieldSpec("beta", "Beta", g.BOOLEAN),
            g.FieldSpec("capabilities", "Capabilities", g.StructKind(IncomingPhoneNumberMobileCapabilities)),
            g.FieldSpec("date_created", "DateCreated", g.RFC2822),
            g.FieldSpec("date_updated", "DateUpdated", g.RFC2822),
            g.FieldSpec("friendly_name", "FriendlyName", g.TEXT),
            g.FieldSpec("identity_sid", "IdentitySid", g.SID),
            g.FieldSpec("phone_number", "PhoneNumber", g.TEXT),
            g.FieldSpec("origin", "Origin", g.TEXT),
            g.FieldSpec("sid", "Sid", g.SID),
            g.FieldSpec("sms_application_sid", "SmsApplicationSid", g.SID),
            g.FieldSpec("sms_fallback_method", "SmsFallbackMethod", g.TEXT),
            g.FieldSpec("sms_fallback_url", "SmsFallbackUrl", g.TEXT),
            g.FieldSpec("sms_method", "SmsMethod", g.TEXT),
            g.FieldSpec("sms_url", "SmsUrl", g.TEXT),
            g.FieldSpec("status_callback", "StatusCallback", g.TEXT),
            g.FieldSpec("status_callback_method", "StatusCallbackMethod", g.TEXT),
            g.FieldSpec("trunk_sid", "TrunkSid", g.SID),
            g.FieldSpec("uri", "Uri", g.TEXT),
            g.FieldSpec("voice_receive_mode", "VoiceReceiveMode", g.EnumKind(IncomingPhoneNumberMobileVoiceReceiveMode)),
            g.FieldSpec("voice_application_sid", "VoiceApplicationSid", g.SID),
            g.FieldSpec("voice_caller_id_lookup", "VoiceCallerIdLookup", g.BOOLEAN),
            g.FieldSpec("voice_fallback_method", "VoiceFallbackMethod", g.TEXT),
            g.FieldSpec("voice_fallback_url", "VoiceFallbackUrl", g.TEXT),
            g.FieldSpec("voice_method", "VoiceMethod", g.TEXT),
            g.FieldSpec("voice_url", "VoiceUrl", g.TEXT),
            g.FieldSpec("emergency_status", "EmergencyStatus", g.EnumKind(IncomingPhoneNumberMobileEmergencyStatus)),
            g.FieldSpec("emergency_address_sid", "EmergencyAddressSid", g.SID),
            g.FieldSpec(
                "emergency_address_status", "EmergencyAddressStatus", g.EnumKind(IncomingPhoneNumberMobileEmergencyAddressStatus)
            ),
            g.FieldSpec("bundle_sid", "BundleSid", g.SID),
            g.FieldSpec("status", "Status", g.TEXT),
        ),
    )


class QueryIncomingPhoneNumberMobile(g.Query[IncomingPhoneNumberMobile]):
    """Query IncomingPhoneNumberMobile: ``GET /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/Mobile``."""

    beta: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("Beta", g.BOOLEAN)
    friendly_name: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("FriendlyName", g.TEXT)
    phone_number: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("PhoneNumber", g.TEXT)
    origin: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("Origin", g.TEXT)
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="IncomingPhoneNumberMobile",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/Mobile",),
        keys={
            "AccountSid": g.Key(("AC",)),
        },
        record=IncomingPhoneNumberMobile,
        root="IncomingPhoneNumber",
        cardinality="many",
        paging="uris",
        response_profile="profiles/IncomingPhoneNumberMobile/QueryIncomingPhoneNumberMobile.response.xsd",
    )


@frozen(kw_only=True)
class CreateIncomingPhoneNumberMobileRequest(g.ActionRequest):
    """What Create of IncomingPhoneNumberMobile takes; None is not sent, an empty text is."""

    phone_number: str
    api_version: str | None = None
    friendly_name: str | None = None
    sms_application_sid: str | None = None
    sms_fallback_method: str | None = None
    sms_fallback_url: str | None = None
    sms_method: str | None = None
    sms_url: str | None = None
    status_callback: str | None = None
    status_callback_method: str | None = None
    voice_application_sid: str | None = None
    voice_caller_id_lookup: bool | None = None
    voice_fallback_method: str | None = None
    voice_fallback_url: str | None = None
    voice_method: str | None = None
    voice_url: str | None = None
    identity_sid: str | None = None
    address_sid: str | None = None
    emergency_status: IncomingPhoneNumberMobileEmergencyStatus | str | None = None
    emergency_address_sid: str | None = None
    trunk_sid: str | None = None
    voice_receive_mode: IncomingPhoneNumberMobileVoiceReceiveMode | str | None = None
    bundle_sid: str | None = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="IncomingPhoneNumberMobile",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/Mobile",),
        keys={
            "AccountSid": g.Key(("AC",)),
        },
        record=IncomingPhoneNumberMobile,
        root="IncomingPhoneNumber",
        status=(201,),
        encoding="form",
        parameters=(
            g.ParameterSpec("phone_number", "PhoneNumber", g.PHONE, required=True),
            g.ParameterSpec("api_version", "ApiVersion", g.TEXT),
            g.ParameterSpec("friendly_name", "FriendlyName", g.TEXT),
            g.ParameterSpec("sms_application_sid", "SmsApplicationSid", g.SidKind("AP")),
            g.ParameterSpec("sms_fallback_method", "SmsFallbackMethod", g.TEXT),
            g.ParameterSpec("sms_fallback_url", "SmsFallbackUrl", g.TEXT),
            g.ParameterSpec("sms_method", "SmsMethod", g.TEXT),
            g.ParameterSpec("sms_url", "SmsUrl", g.TEXT),
            g.ParameterSpec("status_callback", "StatusCallback", g.TEXT),
            g.ParameterSpec("status_callback_method", "StatusCallbackMethod", g.TEXT),
            g.ParameterSpec("voice_application_sid", "VoiceApplicationSid", g.SidKind("AP")),
            g.ParameterSpec("voice_caller_id_lookup", "VoiceCallerIdLookup", g.BOOLEAN),
            g.ParameterSpec("voice_fallback_method", "VoiceFallbackMethod", g.TEXT),
            g.ParameterSpec("voice_fallback_url", "VoiceFallbackUrl", g.TEXT),
            g.ParameterSpec("voice_method", "VoiceMethod", g.TEXT),
            g.ParameterSpec("voice_url", "VoiceUrl", g.TEXT),
            g.ParameterSpec("identity_sid", "IdentitySid", g.SidKind("RI")),
            g.ParameterSpec("address_sid", "AddressSid", g.SidKind("AD")),
            g.ParameterSpec("emergency_status", "EmergencyStatus", g.EnumKind(IncomingPhoneNumberMobileEmergencyStatus)),
            g.ParameterSpec("emergency_address_sid", "EmergencyAddressSid", g.SidKind("AD")),
            g.ParameterSpec("trunk_sid", "TrunkSid", g.SidKind("TK")),
            g.ParameterSpec("voice_receive_mode", "VoiceReceiveMode", g.EnumKind(IncomingPhoneNumberMobileVoiceReceiveMode)),
            g.ParameterSpec("bundle_sid", "BundleSid", g.SidKind("BU")),
        ),
        request_profile="profiles/IncomingPhoneNumberMobile/CreateIncomingPhoneNumberMobile.request.xsd",
        response_profile="profiles/IncomingPhoneNumberMobile/CreateIncomingPhoneNumberMobile.response.xsd",
    )


class CreateIncomingPhoneNumberMobile(g.Create[CreateIncomingPhoneNumberMobileRequest, IncomingPhoneNumberMobile]):
    """Create IncomingPhoneNumberMobile: ``POST /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/Mobile``."""

    spec: ClassVar[g.OperationSpec] = CreateIncomingPhoneNumberMobileRequest.spec
    request: ClassVar[type[g.ActionRequest]] = CreateIncomingPhoneNumberMobileRequest

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
        emergency_status: IncomingPhoneNumberMobileEmergencyStatus | str | None = None,
        emergency_address_sid: str | None = None,
        trunk_sid: str | None = None,
        voice_receive_mode: IncomingPhoneNumberMobileVoiceReceiveMode | str | None = None,
        bundle_sid: str | None = None,
        parent: str | None = None,
    ) -> IncomingPhoneNumberMobile:
        """Create one; ``parent`` is ``AccountSid``."""
        return self.run(
            CreateIncomingPhoneNumberMobileRequest(
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
    __getattr__ = g.explain_missing(__name__, "IncomingPhoneNumberMobile", ("Query", "Create"))
