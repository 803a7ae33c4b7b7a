"""LocalPhoneNumber: Get, Query.

Available local numbers belong to a place and can be bought.

https://www.twilio.com/docs/phone-numbers/api/availablephonenumberlocal-resource
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

__all__ = [
    "GetLocalPhoneNumber",
    "LocalPhoneNumber",
    "LocalPhoneNumberCapabilities",
    "QueryLocalPhoneNumber",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "CountryCode": g.Key(pattern="^[A-Z]{2}$"),
}


@g.record
class LocalPhoneNumberCapabilities(g.Record):
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
        name="LocalPhoneNumberCapabilities",
        service=SERVICE,
        item="Capabilities",
    )


@g.record
class LocalPhoneNumber(g.Record):
    """One LocalPhoneNumber; the service calls it AvailablePhoneNumberLocal.

    Available local numbers belong to a place and can be bought.
    """

    friendly_name: str | None = g.field("FriendlyName")
    """The number is written as people read it."""
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
    capabilities: LocalPhoneNumberCapabilities | None = g.field("Capabilities", g.StructType(LocalPhoneNumberCapabilities))
    """The number can do what is true here."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="LocalPhoneNumber",
        service=SERVICE,
        item="AvailablePhoneNumber",
        list="AvailablePhoneNumbers",
    )


class GetLocalPhoneNumber(g.Search[LocalPhoneNumber]):
    """Get LocalPhoneNumber: ``GET /2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}/Local``.

    Twilio answers with the one record that the Sid names.

    Takes ``[AccountSid:]CountryCode``.

    A search; the key is the country, and any number of records may answer.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="LocalPhoneNumber",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}/Local",),
        keys=_KEYS,
        record=LocalPhoneNumber,
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
        response_profile="profiles/LocalPhoneNumber/GetLocalPhoneNumber.response.xsd",
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
    ) -> Iterator[LocalPhoneNumber]:
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: They live under ``[AccountSid:]CountryCode``.
            area_code: Only numbers with this area code match, in the US and Canada.
            contains: Only numbers with these digits match; * stands for any digit, letters
                for their keys.
            sms_enabled: Only numbers match that carry text messages.
            mms_enabled: Only numbers match that carry messages with media.
            voice_enabled: Only numbers match that carry calls.
            exclude_all_address_required: Numbers that need any address are left out if this
                is true.
            exclude_local_address_required: Numbers that need a local address are left out if
                this is true.
            exclude_foreign_address_required: Numbers that need a foreign address are left out
                if this is true.
            beta: Only numbers match that are new to Twilio, or only those that are not.
            near_number: Only numbers near this one match. In E.164 form.
            near_lat_long: Only numbers near this point match, given as `latitude,longitude`.
            distance: Near means within this many miles.
            in_postal_code: Only numbers of this postal code match.
            in_region: Only numbers of this state or province match.
            in_rate_center: Only numbers of this rate center match; it needs a LATA beside it.
            in_lata: Only numbers of this LATA, a dialling area of the US, match.
            in_locality: Only numbers of this city match.
            fax_enabled: Only numbers match that carry faxes.
        """
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


class QueryLocalPhoneNumber(g.Query[LocalPhoneNumber]):
    """Query LocalPhoneNumber: ``GET /2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}/Local``.

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
        object="LocalPhoneNumber",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}/Local",),
        keys=_KEYS,
        record=LocalPhoneNumber,
        root="AvailablePhoneNumber",
        cardinality="many",
        json_list="available_phone_numbers",
        max_page_size=1000,
        response_profile="profiles/LocalPhoneNumber/QueryLocalPhoneNumber.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[LocalPhoneNumber]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``[AccountSid:]CountryCode``.
        """
        return self.run(parent)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "LocalPhoneNumber", ("Get", "Query"), ("AvailablePhoneNumberLocal",))
