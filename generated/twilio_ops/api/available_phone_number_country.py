"""AvailablePhoneNumberCountry: Get, Query."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

__all__ = [
    "AvailablePhoneNumberCountry",
    "GetAvailablePhoneNumberCountry",
    "QueryAvailablePhoneNumberCountry",
]


@frozen(kw_only=True, repr=False, eq=False)
class AvailablePhoneNumberCountry(g.Record):
    """One AvailablePhoneNumberCountry."""

    country_code: str | None = g.UNSET
    country: str | None = g.UNSET
    uri: str | None = g.UNSET
    beta: bool | None = g.UNSET
    subresource_uris: Mapping[str, str] | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="AvailablePhoneNumberCountry",
        service=SERVICE,
        item="Country",
        list="Countries",
        json_list="countries",
        wire="twilio_ops._wire.available_phone_number_country",
        fields=(
            g.FieldSpec("country_code", "CountryCode", g.TEXT),
            g.FieldSpec("country", "Country", g.TEXT),
            g.FieldSpec("uri", "Uri", g.TEXT),
            g.FieldSpec("beta", "Beta", g.BOOLEAN),
            g.FieldSpec("subresource_uris", "SubresourceUris", g.URI_MAP),
        ),
    )


class GetAvailablePhoneNumberCountry(g.Get[AvailablePhoneNumberCountry]):
    """Get AvailablePhoneNumberCountry: ``GET /2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}``.

    Takes ``[AccountSid:]CountryCode``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="AvailablePhoneNumberCountry",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "CountryCode": g.Key(pattern="^[A-Z]{2}$"),
        },
        record=AvailablePhoneNumberCountry,
        root="Country",
        response_profile="profiles/AvailablePhoneNumberCountry/GetAvailablePhoneNumberCountry.response.xsd",
    )


class QueryAvailablePhoneNumberCountry(g.Query[AvailablePhoneNumberCountry]):
    """Query AvailablePhoneNumberCountry: ``GET /2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="AvailablePhoneNumberCountry",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers",),
        keys={
            "AccountSid": g.Key(("AC",)),
        },
        record=AvailablePhoneNumberCountry,
        root="Country",
        cardinality="many",
        response_profile="profiles/AvailablePhoneNumberCountry/QueryAvailablePhoneNumberCountry.response.xsd",
    )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "AvailablePhoneNumberCountry", ("Get", "Query"))
