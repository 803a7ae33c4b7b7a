"""AvailablePhoneNumberNational: Query."""

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
    """A value nested in AvailablePhoneNumberNational: capabilities."""

    mms: bool | None = g.field("MMS", g.BOOLEAN)
    sms: bool | None = g.field("SMS", g.BOOLEAN)
    voice: bool | None = g.field("Voice", g.BOOLEAN)
    fax: bool | None = g.field("Fax", g.BOOLEAN)
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="AvailablePhoneNumberNationalCapabilities",
        service=SERVICE,
        item="Capabilities",
    )


@g.record
class AvailablePhoneNumberNational(g.Record):
    """One AvailablePhoneNumberNational."""

    friendly_name: str | None = g.field("FriendlyName")
    phone_number: str | None = g.field("PhoneNumber")
    lata: str | None = g.field("Lata")
    locality: str | None = g.field("Locality")
    rate_center: str | None = g.field("RateCenter")
    latitude: Decimal | None = g.field("Latitude", g.DECIMAL)
    longitude: Decimal | None = g.field("Longitude", g.DECIMAL)
    region: str | None = g.field("Region")
    postal_code: str | None = g.field("PostalCode")
    iso_country: str | None = g.field("IsoCountry")
    address_requirements: str | None = g.field("AddressRequirements")
    beta: bool | None = g.field("Beta", g.BOOLEAN)
    capabilities: AvailablePhoneNumberNationalCapabilities | None = g.field(
        "Capabilities", g.StructType(AvailablePhoneNumberNationalCapabilities)
    )
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="AvailablePhoneNumberNational",
        service=SERVICE,
        item="AvailablePhoneNumber",
        list="AvailablePhoneNumbers",
    )


class QueryAvailablePhoneNumberNational(g.Query[AvailablePhoneNumberNational]):
    """Query AvailablePhoneNumberNational:
    ``GET /2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}/National``.

    Takes ``[AccountSid:]CountryCode``.
    """

    area_code: ClassVar[g.EqualsFilter[int]] = g.EqualsFilter("AreaCode", g.INTEGER)
    contains: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("Contains")
    sms_enabled: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("SmsEnabled", g.BOOLEAN)
    mms_enabled: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("MmsEnabled", g.BOOLEAN)
    voice_enabled: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("VoiceEnabled", g.BOOLEAN)
    exclude_all_address_required: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("ExcludeAllAddressRequired", g.BOOLEAN)
    exclude_local_address_required: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("ExcludeLocalAddressRequired", g.BOOLEAN)
    exclude_foreign_address_required: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("ExcludeForeignAddressRequired", g.BOOLEAN)
    beta: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("Beta", g.BOOLEAN)
    near_number: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("NearNumber", g.PHONE)
    near_lat_long: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("NearLatLong")
    distance: ClassVar[g.EqualsFilter[int]] = g.EqualsFilter("Distance", g.INTEGER)
    in_postal_code: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("InPostalCode")
    in_region: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("InRegion")
    in_rate_center: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("InRateCenter")
    in_lata: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("InLata")
    in_locality: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("InLocality")
    fax_enabled: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("FaxEnabled", g.BOOLEAN)
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
        response_profile="profiles/AvailablePhoneNumberNational/QueryAvailablePhoneNumberNational.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[AvailablePhoneNumberNational]:
        """The records, page by page as they are used."""
        return self.run(parent)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "AvailablePhoneNumberNational", ("Query",))
