"""DependentPhoneNumber: Query.

A dependent number is a phone number that needs an address.

https://www.twilio.com/docs/usage/api/address
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
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


class DependentPhoneNumberEmergencyStatus(g.OpenEnum):
    """Whether a number is ready for emergency calls. Values not listed are kept as they come."""

    ACTIVE = "Active"
    INACTIVE = "Inactive"


@g.record
class DependentPhoneNumberCapabilities(g.Record):
    """What a phone number can do."""

    voice: bool | None = g.field("Voice", g.BOOLEAN, json="Voice")
    """The number carries calls."""
    sms: bool | None = g.field("SMS", g.BOOLEAN, json="SMS")
    """The number carries text messages."""
    mms: bool | None = g.field("MMS", g.BOOLEAN, json="MMS")
    """The number carries messages with media."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="DependentPhoneNumberCapabilities",
        service=SERVICE,
        item="Capabilities",
    )


@g.record
class DependentPhoneNumber(g.Record):
    """One DependentPhoneNumber.

    A dependent number is a phone number that needs an address.
    """

    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with PN."""
    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    friendly_name: str | None = g.field("FriendlyName")
    """People see this name; Twilio gives it no meaning. It is personal data."""
    phone_number: str | None = g.field("PhoneNumber")
    """This is the number as E.164 writes it. In E.164 form."""
    voice_url: str | None = g.field("VoiceUrl")
    """Twilio asks this URL for TwiML when a call comes in."""
    voice_method: str | None = g.field("VoiceMethod")
    """Twilio uses this HTTP method for the voice URL."""
    voice_fallback_method: str | None = g.field("VoiceFallbackMethod")
    """Twilio uses this HTTP method for the voice fallback URL."""
    voice_fallback_url: str | None = g.field("VoiceFallbackUrl")
    """Twilio asks this URL instead when the voice URL or its TwiML fails."""
    voice_caller_id_lookup: bool | None = g.field("VoiceCallerIdLookup", g.BOOLEAN)
    """Twilio looks up the caller's name (CNAM) if this is true; each look-up costs."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    sms_fallback_method: str | None = g.field("SmsFallbackMethod")
    """Twilio uses this HTTP method for the SMS fallback URL."""
    sms_fallback_url: str | None = g.field("SmsFallbackUrl")
    """Twilio asks this URL instead when the SMS URL or its TwiML fails."""
    sms_method: str | None = g.field("SmsMethod")
    """Twilio uses this HTTP method for the SMS URL."""
    sms_url: str | None = g.field("SmsUrl")
    """Twilio asks this URL for TwiML when a message comes in."""
    address_requirements: DependentPhoneNumberAddressRequirement | None = g.field(
        "AddressRequirements", g.EnumType(DependentPhoneNumberAddressRequirement)
    )
    """Whoever takes the number needs an address of this kind."""
    capabilities: DependentPhoneNumberCapabilities | None = g.field("Capabilities", g.StructType(DependentPhoneNumberCapabilities))
    """The number can do what is true here."""
    status_callback: str | None = g.field("StatusCallback")
    """Twilio reports changes of state to this URL."""
    status_callback_method: str | None = g.field("StatusCallbackMethod")
    """Twilio uses this HTTP method to report changes of state."""
    api_version: str | None = g.field("ApiVersion")
    """This version of the API made the record."""
    sms_application_sid: Sid | None = g.field("SmsApplicationSid", g.SID)
    """This application handles messages; its URLs take the place of the number's. A Sid that begins
    with AP."""
    voice_application_sid: Sid | None = g.field("VoiceApplicationSid", g.SID)
    """This application handles calls; its URLs take the place of the number's. A Sid that begins
    with AP."""
    trunk_sid: Sid | None = g.field("TrunkSid", g.SID)
    """This SIP trunk carries the calls. A Sid that begins with TK."""
    emergency_status: DependentPhoneNumberEmergencyStatus | None = g.field(
        "EmergencyStatus", g.EnumType(DependentPhoneNumberEmergencyStatus)
    )
    """The number is ready for emergency calls if this is Active."""
    emergency_address_sid: Sid | None = g.field("EmergencyAddressSid", g.SID)
    """Emergency services go to this address when the number calls them. A Sid that begins with AD."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    iso_country: str | None = g.field("IsoCountry")
    """This is the country, as an ISO 3166-1 alpha-2 code."""
    region: str | None = g.field("Region")
    """This is the state, province or region."""
    lata: str | None = g.field("Lata")
    """The number belongs to this LATA, a dialling area of the US."""
    rate_center: str | None = g.field("RateCenter")
    """The number belongs to this rate center of the US or Canada."""
    postal_code: str | None = g.field("PostalCode")
    """This is the postal code."""
    latitude: Decimal | None = g.field("Latitude", g.DECIMAL)
    """The number's home lies at this latitude, in degrees."""
    longitude: Decimal | None = g.field("Longitude", g.DECIMAL)
    """The number's home lies at this longitude, in degrees."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="DependentPhoneNumber",
        service=SERVICE,
        item="DependentPhoneNumber",
        list="DependentPhoneNumbers",
    )


class QueryDependentPhoneNumber(g.Query[DependentPhoneNumber]):
    """Query DependentPhoneNumber: ``GET /2010-04-01/Accounts/{AccountSid}/Addresses/{AddressSid}/DependentPhoneNumbers``.

    Twilio lists the records that the filters let through, page by page.

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
        max_page_size=1000,
        response_profile="profiles/DependentPhoneNumber/QueryDependentPhoneNumber.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[DependentPhoneNumber]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``[AccountSid:]AddressSid``.
        """
        return self.run(parent)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "DependentPhoneNumber", ("Query",))
