"""AvailablePhoneNumberCountry: Get, Query."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

__all__ = [
    "AvailablePhoneNumberCountry",
    "GetAvailablePhoneNumberCountry",
    "QueryAvailablePhoneNumberCountry",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "CountryCode": g.Key(pattern="^[A-Z]{2}$"),
}


@g.record
class AvailablePhoneNumberCountry(g.Record):
    """One AvailablePhoneNumberCountry."""

    country_code: str | None = g.field("CountryCode")
    country: str | None = g.field("Country")
    uri: str | None = g.field("Uri")
    beta: bool | None = g.field("Beta", g.BOOLEAN)
    subresource_uris: Mapping[str, str] | None = g.field("SubresourceUris", g.URI_MAP)
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="AvailablePhoneNumberCountry",
        service=SERVICE,
        item="Country",
        list="Countries",
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
        keys=_KEYS,
        record=AvailablePhoneNumberCountry,
        root="Country",
        response_profile="profiles/AvailablePhoneNumberCountry/GetAvailablePhoneNumberCountry.response.xsd",
    )

    def __call__(self, sid: str, /) -> AvailablePhoneNumberCountry:
        """The one record of a Sid."""
        return self.run(sid)


class QueryAvailablePhoneNumberCountry(g.Query[AvailablePhoneNumberCountry]):
    """Query AvailablePhoneNumberCountry: ``GET /2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="AvailablePhoneNumberCountry",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers",),
        keys=_KEYS,
        record=AvailablePhoneNumberCountry,
        root="Country",
        cardinality="many",
        json_list="countries",
        response_profile="profiles/AvailablePhoneNumberCountry/QueryAvailablePhoneNumberCountry.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[AvailablePhoneNumberCountry]:
        """The records, page by page as they are used."""
        return self.run(parent)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "AvailablePhoneNumberCountry", ("Get", "Query"))
