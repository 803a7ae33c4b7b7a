"""Address: Get, Query, Create, Update, Delete.

An address is where a person or company lives, as regulations of numbers ask.

https://www.twilio.com/docs/usage/api/address
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "Address",
    "CreateAddress",
    "CreateAddressRequest",
    "DeleteAddress",
    "GetAddress",
    "QueryAddress",
    "UpdateAddress",
    "UpdateAddressRequest",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "Sid": g.Key(("AD",)),
}


@g.record
class Address(g.Record):
    """One Address.

    An address is where a person or company lives, as regulations of numbers ask.
    """

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    city: str | None = g.field("City")
    """The address lies in this city."""
    customer_name: str | None = g.field("CustomerName")
    """This person or company lives there. It is personal data."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    friendly_name: str | None = g.field("FriendlyName")
    """People see this name; Twilio gives it no meaning. It is personal data."""
    iso_country: str | None = g.field("IsoCountry")
    """The address lies in this country, as an ISO 3166-1 alpha-2 code."""
    postal_code: str | None = g.field("PostalCode")
    """The address has this postal code. It is personal data."""
    region: str | None = g.field("Region")
    """The address lies in this state or region."""
    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with AD."""
    street: str | None = g.field("Street")
    """This is the number and street. It is personal data."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    emergency_enabled: bool | None = g.field("EmergencyEnabled", g.BOOLEAN)
    """Emergency services can be sent there."""
    validated: bool | None = g.field("Validated", g.BOOLEAN)
    """Twilio has checked that the address exists."""
    verified: bool | None = g.field("Verified", g.BOOLEAN)
    """Papers have proved the address."""
    street_secondary: str | None = g.field("StreetSecondary")
    """This line says more, such as a floor. It is personal data."""
    api_version: str | None = g.field("ApiVersion")
    """This version of the API made the record."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Address",
        service=SERVICE,
        item="Address",
        list="Addresses",
    )


class GetAddress(g.Get[Address]):
    """Get Address: ``GET /2010-04-01/Accounts/{AccountSid}/Addresses/{Sid}``.

    Twilio answers with the one record that the Sid names.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Address",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Addresses/{Sid}",),
        keys=_KEYS,
        record=Address,
        root="Address",
        response_profile="profiles/Address/GetAddress.response.xsd",
    )

    def __call__(self, sid: str, /) -> Address:
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        return self.run(sid)


class QueryAddress(g.Query[Address]):
    """Query Address: ``GET /2010-04-01/Accounts/{AccountSid}/Addresses``.

    Twilio lists the records that the filters let through, page by page.
    """

    customer_name: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("CustomerName")
    """Only addresses of this person or company match."""
    friendly_name: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("FriendlyName")
    """Only records with exactly this name match."""
    emergency_enabled: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("EmergencyEnabled", g.BOOLEAN)
    """Only addresses match where emergency services can be sent, or only others."""
    iso_country: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("IsoCountry")
    """Only addresses in this country match."""
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Address",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Addresses",),
        keys=_KEYS,
        record=Address,
        root="Address",
        cardinality="many",
        json_list="addresses",
        paging="uris",
        max_page_size=1000,
        response_profile="profiles/Address/QueryAddress.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[Address]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``AccountSid``.
        """
        return self.run(parent)


@g.request
class CreateAddressRequest(g.Parameters):
    """What Create of Address takes; None is not sent, an empty text is."""

    customer_name: str = g.required("CustomerName")
    """This person or company lives there."""
    street: str = g.required("Street")
    """This is the number and street."""
    city: str = g.required("City")
    """The address lies in this city."""
    region: str = g.required("Region")
    """The address lies in this state or region."""
    postal_code: str = g.required("PostalCode")
    """The address has this postal code."""
    iso_country: str = g.required("IsoCountry")
    """The address lies in this country, as an ISO 3166-1 alpha-2 code."""
    friendly_name: str | None = g.optional("FriendlyName")
    """People see this name; Twilio gives it no meaning."""
    emergency_enabled: bool | None = g.optional("EmergencyEnabled", g.BOOLEAN)
    """Emergency services can be sent there."""
    auto_correct_address: bool | None = g.optional("AutoCorrectAddress", g.BOOLEAN)
    """Twilio mends mistakes in the address unless this is false."""
    street_secondary: str | None = g.optional("StreetSecondary")
    """This line says more, such as a floor."""


class CreateAddress(g.Create[CreateAddressRequest, Address]):
    """Create Address: ``POST /2010-04-01/Accounts/{AccountSid}/Addresses``.

    Twilio checks an address and keeps it.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Address",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Addresses",),
        keys=_KEYS,
        record=Address,
        root="Address",
        status=(201,),
        encoding="form",
        request_profile="profiles/Address/CreateAddress.request.xsd",
        response_profile="profiles/Address/CreateAddress.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = CreateAddressRequest

    def __call__(
        self,
        *,
        customer_name: str,
        street: str,
        city: str,
        region: str,
        postal_code: str,
        iso_country: str,
        friendly_name: str | None = None,
        emergency_enabled: bool | None = None,
        auto_correct_address: bool | None = None,
        street_secondary: str | None = None,
        parent: str | None = None,
    ) -> Address:
        """Twilio checks an address and keeps it.

        Args:
            parent: It lives under ``AccountSid``.
            customer_name: This person or company lives there.
            street: This is the number and street.
            city: The address lies in this city.
            region: The address lies in this state or region.
            postal_code: The address has this postal code.
            iso_country: The address lies in this country, as an ISO 3166-1 alpha-2 code.
            friendly_name: People see this name; Twilio gives it no meaning.
            emergency_enabled: Emergency services can be sent there.
            auto_correct_address: Twilio mends mistakes in the address unless this is false.
            street_secondary: This line says more, such as a floor.
        """
        return self.run(
            CreateAddressRequest(
                customer_name=customer_name,
                street=street,
                city=city,
                region=region,
                postal_code=postal_code,
                iso_country=iso_country,
                friendly_name=friendly_name,
                emergency_enabled=emergency_enabled,
                auto_correct_address=auto_correct_address,
                street_secondary=street_secondary,
            ),
            parent,
        )


@g.request
class UpdateAddressRequest(g.Parameters):
    """What Update of Address takes; None is not sent, an empty text is."""

    friendly_name: str | None = g.optional("FriendlyName")
    """People see this name; Twilio gives it no meaning."""
    customer_name: str | None = g.optional("CustomerName")
    """This person or company lives there."""
    street: str | None = g.optional("Street")
    """This is the number and street."""
    city: str | None = g.optional("City")
    """The address lies in this city."""
    region: str | None = g.optional("Region")
    """The address lies in this state or region."""
    postal_code: str | None = g.optional("PostalCode")
    """The address has this postal code."""
    emergency_enabled: bool | None = g.optional("EmergencyEnabled", g.BOOLEAN)
    """Emergency services can be sent there."""
    auto_correct_address: bool | None = g.optional("AutoCorrectAddress", g.BOOLEAN)
    """Twilio mends mistakes in the address unless this is false."""
    street_secondary: str | None = g.optional("StreetSecondary")
    """This line says more, such as a floor."""


class UpdateAddress(g.Update[UpdateAddressRequest, Address]):
    """Update Address: ``POST /2010-04-01/Accounts/{AccountSid}/Addresses/{Sid}``.

    Twilio changes the parameters that are sent and keeps everything else.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Address",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Addresses/{Sid}",),
        keys=_KEYS,
        record=Address,
        root="Address",
        encoding="form",
        request_profile="profiles/Address/UpdateAddress.request.xsd",
        response_profile="profiles/Address/UpdateAddress.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = UpdateAddressRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        friendly_name: str | None = None,
        customer_name: str | None = None,
        street: str | None = None,
        city: str | None = None,
        region: str | None = None,
        postal_code: str | None = None,
        emergency_enabled: bool | None = None,
        auto_correct_address: bool | None = None,
        street_secondary: str | None = None,
    ) -> Address:
        """Twilio changes the parameters that are sent and keeps everything else.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
            friendly_name: People see this name; Twilio gives it no meaning.
            customer_name: This person or company lives there.
            street: This is the number and street.
            city: The address lies in this city.
            region: The address lies in this state or region.
            postal_code: The address has this postal code.
            emergency_enabled: Emergency services can be sent there.
            auto_correct_address: Twilio mends mistakes in the address unless this is false.
            street_secondary: This line says more, such as a floor.
        """
        return self.run(
            sid,
            UpdateAddressRequest(
                friendly_name=friendly_name,
                customer_name=customer_name,
                street=street,
                city=city,
                region=region,
                postal_code=postal_code,
                emergency_enabled=emergency_enabled,
                auto_correct_address=auto_correct_address,
                street_secondary=street_secondary,
            ),
        )


class DeleteAddress(g.Delete):
    """Delete Address: ``DELETE /2010-04-01/Accounts/{AccountSid}/Addresses/{Sid}``.

    An address goes that no number needs.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Address",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/Addresses/{Sid}",),
        keys=_KEYS,
        root="Address",
        status=(204,),
        cardinality="none",
        request_profile="profiles/Address/DeleteAddress.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """An address goes that no number needs.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Address", ("Get", "Query", "Create", "Update", "Delete"))
