"""IncomingPhoneNumberAssignedAddOnExtension: Get, Query.

An extension is a part of an assigned add-on that works on one product.

https://www.twilio.com/docs/marketplace/listings/usage
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "GetIncomingPhoneNumberAssignedAddOnExtension",
    "IncomingPhoneNumberAssignedAddOnExtension",
    "QueryIncomingPhoneNumberAssignedAddOnExtension",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "ResourceSid": g.Key(("PN",)),
    "AssignedAddOnSid": g.Key(("XE",)),
    "Sid": g.Key(("XF",)),
}


@g.record
class IncomingPhoneNumberAssignedAddOnExtension(g.Record):
    """One IncomingPhoneNumberAssignedAddOnExtension.

    An extension is a part of an assigned add-on that works on one product.
    """

    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with XF."""
    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    resource_sid: Sid | None = g.field("ResourceSid", g.SID)
    """The add-on is assigned to this phone number. A Sid that begins with PN."""
    assigned_add_on_sid: Sid | None = g.field("AssignedAddOnSid", g.SID)
    """The extension is part of this add-on. A Sid that begins with XE."""
    friendly_name: str | None = g.field("FriendlyName")
    """People see this name; Twilio gives it no meaning. It is personal data."""
    product_name: str | None = g.field("ProductName")
    """The extension works on this product."""
    unique_name: str | None = g.field("UniqueName")
    """This name is unique among its kind and can stand for the Sid."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    enabled: bool | None = g.field("Enabled", g.BOOLEAN)
    """The extension works if this is true."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="IncomingPhoneNumberAssignedAddOnExtension",
        service=SERVICE,
        item="Extension",
        list="Extensions",
    )


class GetIncomingPhoneNumberAssignedAddOnExtension(g.Get[IncomingPhoneNumberAssignedAddOnExtension]):
    """Get IncomingPhoneNumberAssignedAddOnExtension:
    ``GET /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{ResourceSid}/AssignedAddOns/{AssignedAddOnSid}/Extensions/{Sid}``.

    Twilio answers with the one record that the Sid names.

    Takes ``[AccountSid:]ResourceSid:AssignedAddOnSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="IncomingPhoneNumberAssignedAddOnExtension",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=(
            "/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{ResourceSid}/AssignedAddOns/{AssignedAddOnSid}/Extensions/{Sid}",
        ),
        keys=_KEYS,
        record=IncomingPhoneNumberAssignedAddOnExtension,
        root="Extension",
        response_profile="profiles/IncomingPhoneNumberAssignedAddOnExtension/GetIncomingPhoneNumberAssignedAddOnExtension.response.xsd",
    )

    def __call__(self, sid: str, /) -> IncomingPhoneNumberAssignedAddOnExtension:
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]ResourceSid:AssignedAddOnSid:Sid``.
        """
        return self.run(sid)


class QueryIncomingPhoneNumberAssignedAddOnExtension(g.Query[IncomingPhoneNumberAssignedAddOnExtension]):
    """Query IncomingPhoneNumberAssignedAddOnExtension:
    ``GET /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{ResourceSid}/AssignedAddOns/{AssignedAddOnSid}/Extensions``.

    Twilio lists the records that the filters let through, page by page.

    Takes ``[AccountSid:]ResourceSid:AssignedAddOnSid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="IncomingPhoneNumberAssignedAddOnExtension",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=(
            "/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{ResourceSid}/AssignedAddOns/{AssignedAddOnSid}/Extensions",
        ),
        keys=_KEYS,
        record=IncomingPhoneNumberAssignedAddOnExtension,
        root="Extension",
        cardinality="many",
        json_list="extensions",
        paging="uris",
        max_page_size=1000,
        response_profile="profiles/IncomingPhoneNumberAssignedAddOnExtension/QueryIncomingPhoneNumberAssignedAddOnExtension.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[IncomingPhoneNumberAssignedAddOnExtension]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``[AccountSid:]ResourceSid:AssignedAddOnSid``.
        """
        return self.run(parent)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "IncomingPhoneNumberAssignedAddOnExtension", ("Get", "Query"))
