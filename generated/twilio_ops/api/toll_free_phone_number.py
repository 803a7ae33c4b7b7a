"""TollFreePhoneNumber: Get, Query."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

__all__ = [
    "GetTollFreePhoneNumber",
    "QueryTollFreePhoneNumber",
    "TollFreePhoneNumber",
    "TollFreePhoneNumberCapabilities",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "CountryCode": g.Key(pattern="^[A-Z]{2}$"),
}


@g.record
class TollFreePhoneNumberCapabilities(g.Record):
    """A value nested in TollFreePhoneNumber: capabilities."""

    mms: bool | None = g.field("MMS", g.BOOLEAN)
    sms: bool | None = g.field("SMS", g.BOOLEAN)
    voice: bool | None = g.field("Voice", g.BOOLEAN)
    fax: bool | None = g.field("Fax", g.BOOLEAN)
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="TollFreePhoneNumberCapabilities",
        service=SERVICE,
        item="Capabilities",
    )


@g.record
class TollFreePhoneNumber(g.Record):
    """One TollFreePhoneNumber; the service calls it AvailablePhoneNumberTollFree."""

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
    capabilities: TollFreePhoneNumberCapabilities | None = g.field("Capabilities", g.StructType(TollFreePhoneNumberCapabilities))
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="TollFreePhoneNumber",
        service=SERVICE,
        item="AvailablePhoneNumber",
        list="AvailablePhoneNumbers",
    )


class GetTollFreePhoneNumber(g.Search[TollFreePhoneNumber]):
    """Get TollFreePhoneNumber: ``GET /2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}/TollFree``.

    Takes ``[AccountSid:]CountryCode``.

    A search; the key is the country, and any number of records may answer.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="TollFreePhoneNumber",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}/TollFree",),
        keys=_KEYS,
        record=TollFreePhoneNumber,
        root="AvailablePhoneNumber",
        cardinality="many",
        json_list="available_phone_numbers",
        parameters=(
            g.ParameterSpec("area_code", "AreaCode", g.INTEGER, location="query"),
            g.ParameterSpec("contains", "Contains", g.TEXT, location="query"),
            g.ParameterSpec("sms_enabled", "SmsEnabled", g.BOOLEAN, location="query"),
            g.ParameterSpec("mms_enabled", "MmsEnabled", g.BOOLEAN, location="query"),
            g.ParameterSpec("voice_enabled", "VoiceEnabled", g.BOOLEAN, location="query"),
            g.ParameterSpec("exclude_all_address_required", "ExcludeAllAddressRequired", g.BOOLEAN, location="query"),
            g.ParameterSpec("exclude_local_address_required", "ExcludeLocalAddressRequired", g.BOOLEAN, location="query"),
            g.ParameterSpec("exclude_foreign_address_required", "ExcludeForeignAddressRequired", g.BOOLEAN, location="query"),
            g.ParameterSpec("beta", "Beta", g.BOOLEAN, location="query"),
            g.ParameterSpec("near_number", "NearNumber", g.PHONE, location="query"),
            g.ParameterSpec("near_lat_long", "NearLatLong", g.TEXT, location="query"),
            g.ParameterSpec("distance", "Distance", g.INTEGER, location="query"),
            g.ParameterSpec("in_postal_code", "InPostalCode", g.TEXT, location="query"),
            g.ParameterSpec("in_region", "InRegion", g.TEXT, location="query"),
            g.ParameterSpec("in_rate_center", "InRateCenter", g.TEXT, location="query"),
            g.ParameterSpec("in_lata", "InLata", g.TEXT, location="query"),
            g.ParameterSpec("in_locality", "InLocality", g.TEXT, location="query"),
            g.ParameterSpec("fax_enabled", "FaxEnabled", g.BOOLEAN, location="query"),
        ),
        response_profile="profiles/TollFreePhoneNumber/GetTollFreePhoneNumber.response.xsd",
    )

    def __call__(
        self,
        sid: str,
        /,
        *,
        area_code: int | None = None,
        contains: str | None = None,
        sms_enabled: bool | None = None,
        mms_enabled: bool | None = None,
        voice_enabled: bool | None = None,
        exclude_all_address_required: bool | None = None,
        exclude_local_address_required: bool | None = None,
        exclude_foreign_address_required: bool | None = None,
        beta: bool | None = None,
        near_number: str | None = None,
        near_lat_long: str | None = None,
        distance: int | None = None,
        in_postal_code: str | None = None,
        in_region: str | None = None,
        in_rate_center: str | None = None,
        in_lata: str | None = None,
        in_locality: str | None = None,
        fax_enabled: bool | None = None,
    ) -> Iterator[TollFreePhoneNumber]:
        """The records found."""
        return self.run(
            sid,
            {
                "AreaCode": area_code,
                "Contains": contains,
                "SmsEnabled": sms_enabled,
                "MmsEnabled": mms_enabled,
                "VoiceEnabled": voice_enabled,
                "ExcludeAllAddressRequired": exclude_all_address_required,
                "ExcludeLocalAddressRequired": exclude_local_address_required,
                "ExcludeForeignAddressRequired": exclude_foreign_address_required,
                "Beta": beta,
                "NearNumber": near_number,
                "NearLatLong": near_lat_long,
                "Distance": distance,
                "InPostalCode": in_postal_code,
                "InRegion": in_region,
                "InRateCenter": in_rate_center,
                "InLata": in_lata,
                "InLocality": in_locality,
                "FaxEnabled": fax_enabled,
            },
        )


class QueryTollFreePhoneNumber(g.Query[TollFreePhoneNumber]):
    """Query TollFreePhoneNumber: ``GET /2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}/TollFree``.

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
        object="TollFreePhoneNumber",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}/TollFree",),
        keys=_KEYS,
        record=TollFreePhoneNumber,
        root="AvailablePhoneNumber",
        cardinality="many",
        json_list="available_phone_numbers",
        response_profile="profiles/TollFreePhoneNumber/QueryTollFreePhoneNumber.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[TollFreePhoneNumber]:
        """The records, page by page as they are used."""
        return self.run(parent)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "TollFreePhoneNumber", ("Get", "Query"), ("AvailablePhoneNumberTollFree",))
