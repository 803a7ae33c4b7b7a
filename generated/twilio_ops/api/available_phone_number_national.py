"""AvailablePhoneNumberNational: Query.

Available national numbers belong to a whole country and can be bought.

https://www.twilio.com/docs/phone-numbers/api/availablephonenumber-resource
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

__all__ = [
    "AvailablePhoneNumberNational",
    "AvailablePhoneNumberNationalCapabilities",
    "QueryAvailablePhoneNumberNational",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "CountryCode": g.Key(pattern="^[A-Z]{2}$"),
}


@g.record
class AvailablePhoneNumberNationalCapabilities(g.Record):
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
        name="AvailablePhoneNumberNationalCapabilities",
        service=SERVICE,
        item="Capabilities",
    )


@g.record
class AvailablePhoneNumberNational(g.Record):
    """One AvailablePhoneNumberNational.

    Available national numbers belong to a whole country and can be bought.
    """

    friendly_name: str | None = g.field("FriendlyName")
    """People see this name; Twilio gives it no meaning."""
    phone_number: str | None = g.field("PhoneNumber")
    """This is the number as E.164 writes it. In E.164 form."""
    lata: str | None = g.field("Lata")
    """The number belongs to this LATA, a dialling area of the US."""
    locality: str | None = g.field("Locality")
    """The number belongs to this city or place."""
    rate_center: str | None = g.field("RateCenter")
    """The number belongs to this rate center of the US or Canada."""
    latitude: Decimal | None = g.field("Latitude", g.DECIMAL)
    """The number's home lies at this latitude, in degrees."""
    longitude: Decimal | None = g.field("Longitude", g.DECIMAL)
    """The number's home lies at this longitude, in degrees."""
    region: str | None = g.field("Region")
    """This is the state, province or region."""
    postal_code: str | None = g.field("PostalCode")
    """This is the postal code."""
    iso_country: str | None = g.field("IsoCountry")
    """This is the country, as an ISO 3166-1 alpha-2 code."""
    address_requirements: str | None = g.field("AddressRequirements")
    """Whoever takes the number needs an address of this kind."""
    beta: bool | None = g.field("Beta", g.BOOLEAN)
    """The number is new to Twilio and still on trial if this is true."""
    capabilities: AvailablePhoneNumberNationalCapabilities | None = g.field(
        "Capabilities", g.StructType(AvailablePhoneNumberNationalCapabilities)
    )
    """The number can do what is true here."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="AvailablePhoneNumberNational",
        service=SERVICE,
        item="AvailablePhoneNumber",
        list="AvailablePhoneNumbers",
    )


class QueryAvailablePhoneNumberNational(g.Query[AvailablePhoneNumberNational]):
    """Query AvailablePhoneNumberNational:
    ``GET /2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}/National``.

    Twilio lists the records that the filters let through, page by page.

    Takes ``[AccountSid:]CountryCode``.
    """

    area_code: ClassVar[g.EqualsFilter[int]] = g.EqualsFilter("AreaCode", g.INTEGER)
    """Only numbers with this area code match, in the US and Canada."""
    contains: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("Contains")
    """Only numbers with these digits match; * stands for any digit, letters for their keys."""
    sms_enabled: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("SmsEnabled", g.BOOLEAN)
    """Only numbers match that carry text messages."""
    mms_enabled: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("MmsEnabled", g.BOOLEAN)
    """Only numbers match that carry messages with media."""
    voice_enabled: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("VoiceEnabled", g.BOOLEAN)
    """Only numbers match that carry calls."""
    exclude_all_address_required: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("ExcludeAllAddressRequired", g.BOOLEAN)
    """Numbers that need any address are left out if this is true."""
    exclude_local_address_required: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("ExcludeLocalAddressRequired", g.BOOLEAN)
    """Numbers that need a local address are left out if this is true."""
    exclude_foreign_address_required: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("ExcludeForeignAddressRequired", g.BOOLEAN)
    """Numbers that need a foreign address are left out if this is true."""
    beta: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("Beta", g.BOOLEAN)
    """Only numbers match that are new to Twilio, or only those that are not."""
    near_number: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("NearNumber", g.PHONE)
    """Only numbers near this one match. In E.164 form."""
    near_lat_long: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("NearLatLong")
    """Only numbers near this point match, given as `latitude,longitude`."""
    distance: ClassVar[g.EqualsFilter[int]] = g.EqualsFilter("Distance", g.INTEGER)
    """Near means within this many miles."""
    in_postal_code: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("InPostalCode")
    """Only numbers of this postal code match."""
    in_region: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("InRegion")
    """Only numbers of this state or province match."""
    in_rate_center: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("InRateCenter")
    """Only numbers of this rate center match; it needs a LATA beside it."""
    in_lata: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("InLata")
    """Only numbers of this LATA, a dialling area of the US, match."""
    in_locality: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("InLocality")
    """Only numbers of this city match."""
    fax_enabled: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("FaxEnabled", g.BOOLEAN)
    """Only numbers match that carry faxes."""
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="AvailablePhoneNumberNational",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}/National",),
        keys=_KEYS,
        record=AvailablePhoneNumberNational,
        root="AvailablePhoneNumber",
        cardinality="many",
        json_list="available_phone_numbers",
        max_page_size=1000,
        response_profile="profiles/AvailablePhoneNumberNational/QueryAvailablePhoneNumberNational.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[AvailablePhoneNumberNational]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``[AccountSid:]CountryCode``.
        """
        return self.run(parent)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "AvailablePhoneNumberNational", ("Query",))
