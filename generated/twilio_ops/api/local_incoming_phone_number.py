"""LocalIncomingPhoneNumber: Get, Query, Create.

An incoming local number is a local number that the account owns.

https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "CreateLocalIncomingPhoneNumber",
    "CreateLocalIncomingPhoneNumberRequest",
    "GetLocalIncomingPhoneNumber",
    "LocalIncomingPhoneNumber",
    "LocalIncomingPhoneNumberAddressRequirement",
    "LocalIncomingPhoneNumberCapabilities",
    "LocalIncomingPhoneNumberEmergencyAddressStatus",
    "LocalIncomingPhoneNumberEmergencyStatus",
    "LocalIncomingPhoneNumberVoiceReceiveMode",
    "QueryLocalIncomingPhoneNumber",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "Sid": g.Key(("PN",)),
}


class LocalIncomingPhoneNumberAddressRequirement(g.OpenEnum):
    """The address that a phone number asks of whoever takes it. Values not listed are kept as they
    come."""

    NONE = "none"
    """No address is needed."""
    ANY = "any"
    """An address anywhere will do."""
    LOCAL = "local"
    """The address lies in the number's own country or area."""
    FOREIGN = "foreign"
    """The address lies outside the number's country."""


class LocalIncomingPhoneNumberVoiceReceiveMode(g.OpenEnum):
    """What an incoming call is taken for. Values not listed are kept as they come."""

    VOICE = "voice"
    FAX = "fax"


class LocalIncomingPhoneNumberEmergencyStatus(g.OpenEnum):
    """Whether a number is ready for emergency calls. Values not listed are kept as they come."""

    ACTIVE = "Active"
    INACTIVE = "Inactive"


class LocalIncomingPhoneNumberEmergencyAddressStatus(g.OpenEnum):
    """How far the registration of an emergency address is. Values not listed are kept as they come."""

    REGISTERED = "registered"
    UNREGISTERED = "unregistered"
    PENDING_REGISTRATION = "pending-registration"
    REGISTRATION_FAILURE = "registration-failure"
    PENDING_UNREGISTRATION = "pending-unregistration"
    UNREGISTRATION_FAILURE = "unregistration-failure"


@g.record
class LocalIncomingPhoneNumberCapabilities(g.Record):
    """What a phone number can do."""

    mms: bool | None = g.field("MMS", g.BOOLEAN)
    """The number carries messages with media."""
    sms: bool | None = g.field("SMS", g.BOOLEAN)
    """The number carries text messages."""
    voice: bool | None = g.field("Voice", g.BOOLEAN)
    """The number carries calls."""
    fax: bool | None = g.field("Fax", g.BOOLEAN)
    """The number carries faxes."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="LocalIncomingPhoneNumberCapabilities",
        service=SERVICE,
        item="Capabilities",
    )


@g.record
class LocalIncomingPhoneNumber(g.Record):
    """One LocalIncomingPhoneNumber; the service calls it IncomingPhoneNumberLocal.

    An incoming local number is a local number that the account owns.
    """

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    address_sid: Sid | None = g.field("AddressSid", g.SID)
    """This address meets the number's regulations. A Sid that begins with AD."""
    address_requirements: LocalIncomingPhoneNumberAddressRequirement | None = g.field(
        "AddressRequirements", g.EnumType(LocalIncomingPhoneNumberAddressRequirement)
    )
    """Whoever takes the number needs an address of this kind."""
    api_version: str | None = g.field("ApiVersion")
    """This version of the API made the record."""
    beta: bool | None = g.field("Beta", g.BOOLEAN)
    """The number is new to Twilio and still on trial if this is true."""
    capabilities: LocalIncomingPhoneNumberCapabilities | None = g.field(
        "Capabilities", g.StructType(LocalIncomingPhoneNumberCapabilities)
    )
    """The number can do what is true here."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    friendly_name: str | None = g.field("FriendlyName")
    """People see this name; Twilio gives it no meaning. It is personal data."""
    identity_sid: Sid | None = g.field("IdentitySid", g.SID)
    """This identity meets the number's regulations. A Sid that begins with RI."""
    phone_number: str | None = g.field("PhoneNumber")
    """This is the number as E.164 writes it. In E.164 form."""
    origin: str | None = g.field("Origin")
    """The number comes from here, Twilio or a host outside."""
    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with PN."""
    sms_application_sid: Sid | None = g.field("SmsApplicationSid", g.SID)
    """This application handles messages; its URLs take the place of the number's. A Sid that begins
    with AP."""
    sms_fallback_method: str | None = g.field("SmsFallbackMethod")
    """Twilio uses this HTTP method for the SMS fallback URL."""
    sms_fallback_url: str | None = g.field("SmsFallbackUrl")
    """Twilio asks this URL instead when the SMS URL or its TwiML fails."""
    sms_method: str | None = g.field("SmsMethod")
    """Twilio uses this HTTP method for the SMS URL."""
    sms_url: str | None = g.field("SmsUrl")
    """Twilio asks this URL for TwiML when a message comes in."""
    status_callback: str | None = g.field("StatusCallback")
    """Twilio reports changes of state to this URL."""
    status_callback_method: str | None = g.field("StatusCallbackMethod")
    """Twilio uses this HTTP method to report changes of state."""
    trunk_sid: Sid | None = g.field("TrunkSid", g.SID)
    """This SIP trunk carries the calls. A Sid that begins with TK."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    voice_receive_mode: LocalIncomingPhoneNumberVoiceReceiveMode | None = g.field(
        "VoiceReceiveMode", g.EnumType(LocalIncomingPhoneNumberVoiceReceiveMode)
    )
    """The number takes incoming calls as voice or as fax."""
    voice_application_sid: Sid | None = g.field("VoiceApplicationSid", g.SID)
    """This application handles calls; its URLs take the place of the number's. A Sid that begins
    with AP."""
    voice_caller_id_lookup: bool | None = g.field("VoiceCallerIdLookup", g.BOOLEAN)
    """Twilio looks up the caller's name (CNAM) if this is true; each look-up costs."""
    voice_fallback_method: str | None = g.field("VoiceFallbackMethod")
    """Twilio uses this HTTP method for the voice fallback URL."""
    voice_fallback_url: str | None = g.field("VoiceFallbackUrl")
    """Twilio asks this URL instead when the voice URL or its TwiML fails."""
    voice_method: str | None = g.field("VoiceMethod")
    """Twilio uses this HTTP method for the voice URL."""
    voice_url: str | None = g.field("VoiceUrl")
    """Twilio asks this URL for TwiML when a call comes in."""
    emergency_status: LocalIncomingPhoneNumberEmergencyStatus | None = g.field(
        "EmergencyStatus", g.EnumType(LocalIncomingPhoneNumberEmergencyStatus)
    )
    """The number is ready for emergency calls if this is Active."""
    emergency_address_sid: Sid | None = g.field("EmergencyAddressSid", g.SID)
    """Emergency services go to this address when the number calls them. A Sid that begins with AD."""
    emergency_address_status: LocalIncomingPhoneNumberEmergencyAddressStatus | None = g.field(
        "EmergencyAddressStatus", g.EnumType(LocalIncomingPhoneNumberEmergencyAddressStatus)
    )
    """The registration of the emergency address is at this stage."""
    bundle_sid: Sid | None = g.field("BundleSid", g.SID)
    """This regulatory bundle meets the number's regulations. A Sid that begins with BU."""
    status: str | None = g.field("Status")
    """The record is at this stage."""
    type: str | None = g.field("Type")
    """The record is of this type."""
    subresource_uris: Mapping[str, str] | None = g.field("SubresourceUris", g.URI_MAP)
    """These paths lead to the lists that belong to the record."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="LocalIncomingPhoneNumber",
        service=SERVICE,
        item="IncomingPhoneNumber",
        list="IncomingPhoneNumbers",
    )


class GetLocalIncomingPhoneNumber(g.Get[LocalIncomingPhoneNumber]):
    """Get LocalIncomingPhoneNumber: ``GET /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{Sid}``.

    Twilio answers with the one record that the Sid names.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="LocalIncomingPhoneNumber",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{Sid}",),
        keys=_KEYS,
        record=LocalIncomingPhoneNumber,
        root="IncomingPhoneNumber",
        response_profile="profiles/LocalIncomingPhoneNumber/GetLocalIncomingPhoneNumber.response.xsd",
    )

    def __call__(self, sid: str, /) -> LocalIncomingPhoneNumber:
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        return self.run(sid)


class QueryLocalIncomingPhoneNumber(g.Query[LocalIncomingPhoneNumber]):
    """Query LocalIncomingPhoneNumber: ``GET /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/Local``.

    Twilio lists the records that the filters let through, page by page.
    """

    beta: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("Beta", g.BOOLEAN)
    """Only numbers match that are new to Twilio, or only those that are not."""
    friendly_name: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("FriendlyName")
    """Only records with exactly this name match."""
    phone_number: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("PhoneNumber")
    """Only records of this number match; parts of one do, too."""
    origin: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("Origin")
    """Only numbers of this origin match."""
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="LocalIncomingPhoneNumber",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/Local",),
        keys=_KEYS,
        record=LocalIncomingPhoneNumber,
        root="IncomingPhoneNumber",
        cardinality="many",
        json_list="incoming_phone_numbers",
        paging="uris",
        max_page_size=1000,
        response_profile="profiles/LocalIncomingPhoneNumber/QueryLocalIncomingPhoneNumber.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[LocalIncomingPhoneNumber]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``AccountSid``.
        """
        return self.run(parent)


@g.request
class CreateLocalIncomingPhoneNumberRequest(g.Parameters):
    """What Create of LocalIncomingPhoneNumber takes; None is not sent, an empty text is."""

    phone_number: str = g.required("PhoneNumber", g.PHONE)
    """This is the number as E.164 writes it, such as +15005550006. In E.164 form."""
    api_version: str | None = g.optional("ApiVersion")
    """TwiML and callbacks follow this version of the API."""
    friendly_name: str | None = g.optional("FriendlyName")
    """People see this name; Twilio gives it no meaning."""
    sms_application_sid: str | None = g.optional("SmsApplicationSid", g.SidType("AP"))
    """This application handles messages; its URLs take the place of the number's. A Sid that begins
    with AP."""
    sms_fallback_method: str | None = g.optional("SmsFallbackMethod")
    """Twilio uses this HTTP method for the SMS fallback URL."""
    sms_fallback_url: str | None = g.optional("SmsFallbackUrl")
    """Twilio asks this URL instead when the SMS URL or its TwiML fails."""
    sms_method: str | None = g.optional("SmsMethod")
    """Twilio uses this HTTP method for the SMS URL."""
    sms_url: str | None = g.optional("SmsUrl")
    """Twilio asks this URL for TwiML when a message comes in."""
    status_callback: str | None = g.optional("StatusCallback")
    """Twilio reports changes of state to this URL."""
    status_callback_method: str | None = g.optional("StatusCallbackMethod")
    """Twilio uses this HTTP method to report changes of state."""
    voice_application_sid: str | None = g.optional("VoiceApplicationSid", g.SidType("AP"))
    """This application handles calls; its URLs take the place of the number's. A Sid that begins
    with AP."""
    voice_caller_id_lookup: bool | None = g.optional("VoiceCallerIdLookup", g.BOOLEAN)
    """Twilio looks up the caller's name (CNAM) if this is true; each look-up costs."""
    voice_fallback_method: str | None = g.optional("VoiceFallbackMethod")
    """Twilio uses this HTTP method for the voice fallback URL."""
    voice_fallback_url: str | None = g.optional("VoiceFallbackUrl")
    """Twilio asks this URL instead when the voice URL or its TwiML fails."""
    voice_method: str | None = g.optional("VoiceMethod")
    """Twilio uses this HTTP method for the voice URL."""
    voice_url: str | None = g.optional("VoiceUrl")
    """Twilio asks this URL for TwiML when a call comes in."""
    identity_sid: str | None = g.optional("IdentitySid", g.SidType("RI"))
    """The number needs this identity where its regulations ask for one. A Sid that begins with RI."""
    address_sid: str | None = g.optional("AddressSid", g.SidType("AD"))
    """The number needs this address where its regulations ask for one. A Sid that begins with AD."""
    emergency_status: LocalIncomingPhoneNumberEmergencyStatus | str | None = g.optional(
        "EmergencyStatus", g.EnumType(LocalIncomingPhoneNumberEmergencyStatus)
    )
    """The number is made ready for emergency calls, or no longer is."""
    emergency_address_sid: str | None = g.optional("EmergencyAddressSid", g.SidType("AD"))
    """Emergency services go to this address when the number calls them. A Sid that begins with AD."""
    trunk_sid: str | None = g.optional("TrunkSid", g.SidType("TK"))
    """This SIP trunk carries the calls. A Sid that begins with TK."""
    voice_receive_mode: LocalIncomingPhoneNumberVoiceReceiveMode | str | None = g.optional(
        "VoiceReceiveMode", g.EnumType(LocalIncomingPhoneNumberVoiceReceiveMode)
    )
    """The number takes incoming calls as voice or as fax."""
    bundle_sid: str | None = g.optional("BundleSid", g.SidType("BU"))
    """The number needs this regulatory bundle where its regulations ask for one. A Sid that begins
    with BU."""


class CreateLocalIncomingPhoneNumber(g.Create[CreateLocalIncomingPhoneNumberRequest, LocalIncomingPhoneNumber]):
    """Create LocalIncomingPhoneNumber: ``POST /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/Local``.

    The account buys a phone number.

    Side effect: buys a phone number.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="LocalIncomingPhoneNumber",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/Local",),
        keys=_KEYS,
        record=LocalIncomingPhoneNumber,
        root="IncomingPhoneNumber",
        status=(201,),
        encoding="form",
        request_profile="profiles/LocalIncomingPhoneNumber/CreateLocalIncomingPhoneNumber.request.xsd",
        response_profile="profiles/LocalIncomingPhoneNumber/CreateLocalIncomingPhoneNumber.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = CreateLocalIncomingPhoneNumberRequest

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
        emergency_status: LocalIncomingPhoneNumberEmergencyStatus | str | None = None,
        emergency_address_sid: str | None = None,
        trunk_sid: str | None = None,
        voice_receive_mode: LocalIncomingPhoneNumberVoiceReceiveMode | str | None = None,
        bundle_sid: str | None = None,
        parent: str | None = None,
    ) -> LocalIncomingPhoneNumber:
        """The account buys a phone number.

        Side effect: buys a phone number.

        Args:
            parent: It lives under ``AccountSid``.
            phone_number: This is the number as E.164 writes it, such as +15005550006. In
                E.164 form.
            api_version: TwiML and callbacks follow this version of the API.
            friendly_name: People see this name; Twilio gives it no meaning.
            sms_application_sid: This application handles messages; its URLs take the place of
                the number's. A Sid that begins with AP.
            sms_fallback_method: Twilio uses this HTTP method for the SMS fallback URL.
            sms_fallback_url: Twilio asks this URL instead when the SMS URL or its TwiML
                fails.
            sms_method: Twilio uses this HTTP method for the SMS URL.
            sms_url: Twilio asks this URL for TwiML when a message comes in.
            status_callback: Twilio reports changes of state to this URL.
            status_callback_method: Twilio uses this HTTP method to report changes of state.
            voice_application_sid: This application handles calls; its URLs take the place of
                the number's. A Sid that begins with AP.
            voice_caller_id_lookup: Twilio looks up the caller's name (CNAM) if this is true;
                each look-up costs.
            voice_fallback_method: Twilio uses this HTTP method for the voice fallback URL.
            voice_fallback_url: Twilio asks this URL instead when the voice URL or its TwiML
                fails.
            voice_method: Twilio uses this HTTP method for the voice URL.
            voice_url: Twilio asks this URL for TwiML when a call comes in.
            identity_sid: The number needs this identity where its regulations ask for one. A
                Sid that begins with RI.
            address_sid: The number needs this address where its regulations ask for one. A
                Sid that begins with AD.
            emergency_status: The number is made ready for emergency calls, or no longer is.
            emergency_address_sid: Emergency services go to this address when the number calls
                them. A Sid that begins with AD.
            trunk_sid: This SIP trunk carries the calls. A Sid that begins with TK.
            voice_receive_mode: The number takes incoming calls as voice or as fax.
            bundle_sid: The number needs this regulatory bundle where its regulations ask for
                one. A Sid that begins with BU.
        """
        return self.run(
            CreateLocalIncomingPhoneNumberRequest(
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
    __getattr__ = g.explain_missing(__name__, "LocalIncomingPhoneNumber", ("Get", "Query", "Create"), ("IncomingPhoneNumberLocal",))
