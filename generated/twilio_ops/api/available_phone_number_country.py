"""AvailablePhoneNumberCountry: Get, Query.

A country has phone numbers that can be bought, by type.

https://www.twilio.com/docs/phone-numbers/api/availablephonenumber-resource
"""

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
    """One AvailablePhoneNumberCountry.

    A country has phone numbers that can be bought, by type.
    """

    country_code: str | None = g.field("CountryCode")
    """The country has this ISO 3166-1 alpha-2 code."""
    country: str | None = g.field("Country")
    """The country has this name."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    beta: bool | None = g.field("Beta", g.BOOLEAN)
    """The country's numbers are new to Twilio and still on trial if this is true."""
    subresource_uris: Mapping[str, str] | None = g.field("SubresourceUris", g.URI_MAP)
    """These paths lead to the lists that belong to the record."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="AvailablePhoneNumberCountry",
        service=SERVICE,
        item="Country",
        list="Countries",
        wire="twilio_ops._wire.available_phone_number_country",
    )


class GetAvailablePhoneNumberCountry(g.Get[AvailablePhoneNumberCountry]):
    """Get AvailablePhoneNumberCountry: ``GET /2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}``.

    Twilio answers with the one record that the Sid names.

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
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]CountryCode``.
        """
        return self.run(sid)


class QueryAvailablePhoneNumberCountry(g.Query[AvailablePhoneNumberCountry]):
    """Query AvailablePhoneNumberCountry: ``GET /2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers``.

    Twilio lists the records that the filters let through, page by page.
    """

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
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``AccountSid``.
        """
        return self.run(parent)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "AvailablePhoneNumberCountry", ("Get", "Query"))
