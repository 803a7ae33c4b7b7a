"""Address: Get, Query, Create, Update, Delete."""

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
    """One Address."""

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    city: str | None = g.field("City")
    customer_name: str | None = g.field("CustomerName")
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    friendly_name: str | None = g.field("FriendlyName")
    iso_country: str | None = g.field("IsoCountry")
    postal_code: str | None = g.field("PostalCode")
    region: str | None = g.field("Region")
    sid: Sid | None = g.field("Sid", g.SID)
    street: str | None = g.field("Street")
    uri: str | None = g.field("Uri")
    emergency_enabled: bool | None = g.field("EmergencyEnabled", g.BOOLEAN)
    validated: bool | None = g.field("Validated", g.BOOLEAN)
    verified: bool | None = g.field("Verified", g.BOOLEAN)
    street_secondary: str | None = g.field("StreetSecondary")
    api_version: str | None = g.field("ApiVersion")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Address",
        service=SERVICE,
        item="Address",
        list="Addresses",
        wire="twilio_ops._wire.address",
    )


class GetAddress(g.Get[Address]):
    """Get Address: ``GET /2010-04-01/Accounts/{AccountSid}/Addresses/{Sid}``.

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
        """The one record of a Sid."""
        return self.run(sid)


class QueryAddress(g.Query[Address]):
    """Query Address: ``GET /2010-04-01/Accounts/{AccountSid}/Addresses``."""

    customer_name: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("CustomerName")
    friendly_name: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("FriendlyName")
    emergency_enabled: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("EmergencyEnabled", g.BOOLEAN)
    iso_country: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("IsoCountry")
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
        response_profile="profiles/Address/QueryAddress.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[Address]:
        """The records, page by page as they are used."""
        return self.run(parent)


@g.request
class CreateAddressRequest(g.Parameters):
    """What Create of Address takes; None is not sent, an empty text is."""

    customer_name: str = g.required("CustomerName")
    street: str = g.required("Street")
    city: str = g.required("City")
    region: str = g.required("Region")
    postal_code: str = g.required("PostalCode")
    iso_country: str = g.required("IsoCountry")
    friendly_name: str | None = g.optional("FriendlyName")
    emergency_enabled: bool | None = g.optional("EmergencyEnabled", g.BOOLEAN)
    auto_correct_address: bool | None = g.optional("AutoCorrectAddress", g.BOOLEAN)
    street_secondary: str | None = g.optional("StreetSecondary")
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


class CreateAddress(g.Create[CreateAddressRequest, Address]):
    """Create Address: ``POST /2010-04-01/Accounts/{AccountSid}/Addresses``."""

    spec: ClassVar[g.OperationSpec] = CreateAddressRequest.spec
    request: ClassVar[type[g.Parameters]] = CreateAddressRequest

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
        """Create one; ``parent`` is ``AccountSid``."""
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
    customer_name: str | None = g.optional("CustomerName")
    street: str | None = g.optional("Street")
    city: str | None = g.optional("City")
    region: str | None = g.optional("Region")
    postal_code: str | None = g.optional("PostalCode")
    emergency_enabled: bool | None = g.optional("EmergencyEnabled", g.BOOLEAN)
    auto_correct_address: bool | None = g.optional("AutoCorrectAddress", g.BOOLEAN)
    street_secondary: str | None = g.optional("StreetSecondary")
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


class UpdateAddress(g.Update[UpdateAddressRequest, Address]):
    """Update Address: ``POST /2010-04-01/Accounts/{AccountSid}/Addresses/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateAddressRequest.spec
    request: ClassVar[type[g.Parameters]] = UpdateAddressRequest

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
        """Change one; what is None is not sent."""
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
        """Delete one."""
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Address", ("Get", "Query", "Create", "Update", "Delete"))
