"""Address: Get, Query, Create, Update, Delete."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops_runtime.generated import Sid

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


@frozen(kw_only=True, repr=False, eq=False)
class Address(g.Record):
    """One Address."""

    account_sid: Sid | None = g.UNSET
    city: str | None = g.UNSET
    customer_name: str | None = g.UNSET
    date_created: datetime | None = g.UNSET
    date_updated: datetime | None = g.UNSET
    friendly_name: str | None = g.UNSET
    iso_country: str | None = g.UNSET
    postal_code: str | None = g.UNSET
    region: str | None = g.UNSET
    sid: Sid | None = g.UNSET
    street: str | None = g.UNSET
    uri: str | None = g.UNSET
    emergency_enabled: bool | None = g.UNSET
    validated: bool | None = g.UNSET
    verified: bool | None = g.UNSET
    street_secondary: str | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Address",
        service=SERVICE,
        item="Address",
        list="Addresses",
        json_list="addresses",
        wire="twilio_ops._wire.address",
        fields=(
            g.FieldSpec("account_sid", "AccountSid", g.SID),
            g.FieldSpec("city", "City", g.TEXT),
            g.FieldSpec("customer_name", "CustomerName", g.TEXT),
            g.FieldSpec("date_created", "DateCreated", g.RFC2822),
            g.FieldSpec("date_updated", "DateUpdated", g.RFC2822),
            g.FieldSpec("friendly_name", "FriendlyName", g.TEXT),
            g.FieldSpec("iso_country", "IsoCountry", g.TEXT),
            g.FieldSpec("postal_code", "PostalCode", g.TEXT),
            g.FieldSpec("region", "Region", g.TEXT),
            g.FieldSpec("sid", "Sid", g.SID),
            g.FieldSpec("street", "Street", g.TEXT),
            g.FieldSpec("uri", "Uri", g.TEXT),
            g.FieldSpec("emergency_enabled", "EmergencyEnabled", g.BOOLEAN),
            g.FieldSpec("validated", "Validated", g.BOOLEAN),
            g.FieldSpec("verified", "Verified", g.BOOLEAN),
            g.FieldSpec("street_secondary", "StreetSecondary", g.TEXT),
        ),
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
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("AD",)),
        },
        record=Address,
        root="Address",
        response_profile="profiles/Address/GetAddress.response.xsd",
    )


class QueryAddress(g.Query[Address]):
    """Query Address: ``GET /2010-04-01/Accounts/{AccountSid}/Addresses``."""

    customer_name: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("CustomerName", g.TEXT)
    friendly_name: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("FriendlyName", g.TEXT)
    emergency_enabled: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("EmergencyEnabled", g.BOOLEAN)
    iso_country: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("IsoCountry", g.TEXT)
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Address",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Addresses",),
        keys={
            "AccountSid": g.Key(("AC",)),
        },
        record=Address,
        root="Address",
        cardinality="many",
        paging="uris",
        response_profile="profiles/Address/QueryAddress.response.xsd",
    )


@frozen(kw_only=True)
class CreateAddressRequest(g.ActionRequest):
    """What Create of Address takes; None is not sent, an empty text is."""

    customer_name: str
    street: str
    city: str
    region: str
    postal_code: str
    iso_country: str
    friendly_name: str | None = None
    emergency_enabled: bool | None = None
    auto_correct_address: bool | None = None
    street_secondary: str | None = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Address",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Addresses",),
        keys={
            "AccountSid": g.Key(("AC",)),
        },
        record=Address,
        root="Address",
        status=(201,),
        encoding="form",
        parameters=(
            g.ParameterSpec("customer_name", "CustomerName", g.TEXT, required=True),
            g.ParameterSpec("street", "Street", g.TEXT, required=True),
            g.ParameterSpec("city", "City", g.TEXT, required=True),
            g.ParameterSpec("region", "Region", g.TEXT, required=True),
            g.ParameterSpec("postal_code", "PostalCode", g.TEXT, required=True),
            g.ParameterSpec("iso_country", "IsoCountry", g.TEXT, required=True),
            g.ParameterSpec("friendly_name", "FriendlyName", g.TEXT),
            g.ParameterSpec("emergency_enabled", "EmergencyEnabled", g.BOOLEAN),
            g.ParameterSpec("auto_correct_address", "AutoCorrectAddress", g.BOOLEAN),
            g.ParameterSpec("street_secondary", "StreetSecondary", g.TEXT),
        ),
        request_profile="profiles/Address/CreateAddress.request.xsd",
        response_profile="profiles/Address/CreateAddress.response.xsd",
    )


class CreateAddress(g.Create[CreateAddressRequest, Address]):
    """Create Address: ``POST /2010-04-01/Accounts/{AccountSid}/Addresses``."""

    spec: ClassVar[g.OperationSpec] = CreateAddressRequest.spec
    request: ClassVar[type[g.ActionRequest]] = CreateAddressRequest

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


@frozen(kw_only=True)
class UpdateAddressRequest(g.ActionRequest):
    """What Update of Address takes; None is not sent, an empty text is."""

    friendly_name: str | None = None
    customer_name: str | None = None
    street: str | None = None
    city: str | None = None
    region: str | None = None
    postal_code: str | None = None
    emergency_enabled: bool | None = None
    auto_correct_address: bool | None = None
    street_secondary: str | None = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Address",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Addresses/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("AD",)),
        },
        record=Address,
        root="Address",
        encoding="form",
        parameters=(
            g.ParameterSpec("friendly_name", "FriendlyName", g.TEXT),
            g.ParameterSpec("customer_name", "CustomerName", g.TEXT),
            g.ParameterSpec("street", "Street", g.TEXT),
            g.ParameterSpec("city", "City", g.TEXT),
            g.ParameterSpec("region", "Region", g.TEXT),
            g.ParameterSpec("postal_code", "PostalCode", g.TEXT),
            g.ParameterSpec("emergency_enabled", "EmergencyEnabled", g.BOOLEAN),
            g.ParameterSpec("auto_correct_address", "AutoCorrectAddress", g.BOOLEAN),
            g.ParameterSpec("street_secondary", "StreetSecondary", g.TEXT),
        ),
        request_profile="profiles/Address/UpdateAddress.request.xsd",
        response_profile="profiles/Address/UpdateAddress.response.xsd",
    )


class UpdateAddress(g.Update[UpdateAddressRequest, Address]):
    """Update Address: ``POST /2010-04-01/Accounts/{AccountSid}/Addresses/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateAddressRequest.spec
    request: ClassVar[type[g.ActionRequest]] = UpdateAddressRequest

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
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("AD",)),
        },
        root="Address",
        status=(204,),
        cardinality="none",
        request_profile="profiles/Address/DeleteAddress.request.xsd",
    )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Address", ("Get", "Query", "Create", "Update", "Delete"))
