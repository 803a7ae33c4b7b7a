"""AvailablePhoneNumberMobile: Query."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

__all__ = [
    "AvailablePhoneNumberMobile",
    "AvailablePhoneNumberMobileCapabilities",
    "QueryAvailablePhoneNumberMobile",
]


@frozen(kw_only=True, repr=False, eq=False)
class AvailablePhoneNumberMobileCapabilities(g.Record):
    """A value nested in AvailablePhoneNumberMobile: capabilities."""

    mms: bool | None = g.UNSET
    sms: bool | None = g.UNSET
    voice: bool | None = g.UNSET
    fax: bool | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="AvailablePhoneNumberMobileCapabilities",
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
class AvailablePhoneNumberMobile(g.Record):
    """One AvailablePhoneNumberMobile."""

    friendly_name: str | None = g.UNSET
    phone_number: str | None = g.UNSET
    lata: str | None = g.UNSET
    locality: str | None = g.UNSET
    rate_center: str | None = g.UNSET
    latitude: Decimal | None = g.UNSET
    longitude: Decimal | None = g.UNSET
    region: str | None = g.UNSET
    postal_code: str | None = g.UNSET
    iso_country: str | None = g.UNSET
    address_requirements: str | None = g.UNSET
    beta: bool | None = g.UNSET
    capabilities: AvailablePhoneNumberMobileCapabilities | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="AvailablePhoneNumberMobile",
        service=SERVICE,
        item="AvailablePhoneNumber",
        list="AvailablePhoneNumbers",
        json_list="available_phone_numbers",
        wire="twilio_ops._wire.available_phone_number_mobile",
        fields=(
            g.FieldSpec("friendly_name", "FriendlyName", g.TEXT),
            g.FieldSpec("phone_number", "PhoneNumber", g.TEXT),
            g.FieldSpec("lata", "Lata", g.TEXT),
            g.FieldSpec("locality", "Locality", g.TEXT),
            g.FieldSpec("rate_center", "RateCenter", g.TEXT),
            g.FieldSpec("latitude", "Latitude", g.DECIMAL),
            g.FieldSpec("longitude", "Longitude", g.DECIMAL),
            g.FieldSpec("region", "Region", g.TEXT),
            g.FieldSpec("postal_code", "PostalCode", g.TEXT),
            g.FieldSpec("iso_country", "IsoCountry", g.TEXT),
            g.FieldSpec("address_requirements", "AddressRequirements", g.TEXT),
            g.FieldSpec("beta", "Beta", g.BOOLEAN),
            g.FieldSpec("capabilities", "Capabilities", g.StructKind(AvailablePhoneNumberMobileCapabilities)),
        ),
    )


class QueryAvailablePhoneNumberMobile(g.Query[AvailablePhoneNumberMobile]):
    """Query AvailablePhoneNumberMobile: ``GET /2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}/Mobile``."""

    area_code: ClassVar[g.EqualsFilter[int]] = g.EqualsFilter("AreaCode", g.INTEGER)
    contains: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("Contains", g.TEXT)
    sms_enabled: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("SmsEnabled", g.BOOLEAN)
    mms_enabled: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("MmsEnabled", g.BOOLEAN)
    voice_enabled: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("VoiceEnabled", g.BOOLEAN)
    exclude_all_address_required: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("ExcludeAllAddressRequired", g.BOOLEAN)
    exclude_local_address_required: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("ExcludeLocalAddressRequired", g.BOOLEAN)
    exclude_foreign_address_required: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("ExcludeForeignAddressRequired", g.BOOLEAN)
    beta: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("Beta", g.BOOLEAN)
    near_number: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("NearNumber", g.PHONE)
    near_lat_long: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("NearLatLong", g.TEXT)
    distance: ClassVar[g.EqualsFilter[int]] = g.EqualsFilter("Distance", g.INTEGER)
    in_postal_code: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("InPostalCode", g.TEXT)
    in_region: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("InRegion", g.TEXT)
    in_rate_center: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("InRateCenter", g.TEXT)
    in_lata: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("InLata", g.TEXT)
    in_locality: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("InLocality", g.TEXT)
    fax_enabled: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("FaxEnabled", g.BOOLEAN)
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="AvailablePhoneNumberMobile",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}/Mobile",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "CountryCode": g.Key(pattern="^[A-Z]{2}$"),
        },
        record=AvailablePhoneNumberMobile,
        root="AvailablePhoneNumber",
        cardinality="many",
        response_profile="profiles/AvailablePhoneNumberMobile/QueryAvailablePhoneNumberMobile.response.xsd",
    )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "AvailablePhoneNumberMobile", ("Query",))
