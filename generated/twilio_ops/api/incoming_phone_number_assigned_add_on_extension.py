"""IncomingPhoneNumberAssignedAddOnExtension: Get, Query."""

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
    """One IncomingPhoneNumberAssignedAddOnExtension."""

    sid: Sid | None = g.field("Sid", g.SID)
    account_sid: Sid | None = g.field("AccountSid", g.SID)
    resource_sid: Sid | None = g.field("ResourceSid", g.SID)
    assigned_add_on_sid: Sid | None = g.field("AssignedAddOnSid", g.SID)
    friendly_name: str | None = g.field("FriendlyName")
    product_name: str | None = g.field("ProductName")
    unique_name: str | None = g.field("UniqueName")
    uri: str | None = g.field("Uri")
    enabled: bool | None = g.field("Enabled", g.BOOLEAN)
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="IncomingPhoneNumberAssignedAddOnExtension",
        service=SERVICE,
        item="Extension",
        list="Extensions",
    )


class GetIncomingPhoneNumberAssignedAddOnExtension(g.Get[IncomingPhoneNumberAssignedAddOnExtension]):
    """Get IncomingPhoneNumberAssignedAddOnExtension:
    ``GET /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{ResourceSid}/AssignedAddOns/{AssignedAddOnSid}/Extensions/{Sid}``.

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
        """The one record of a Sid."""
        return self.run(sid)


class QueryIncomingPhoneNumberAssignedAddOnExtension(g.Query[IncomingPhoneNumberAssignedAddOnExtension]):
    """Query IncomingPhoneNumberAssignedAddOnExtension:
    ``GET /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{ResourceSid}/AssignedAddOns/{AssignedAddOnSid}/Extensions``.

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
        response_profile="profiles/IncomingPhoneNumberAssignedAddOnExtension/QueryIncomingPhoneNumberAssignedAddOnExtension.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[IncomingPhoneNumberAssignedAddOnExtension]:
        """The records, page by page as they are used."""
        return self.run(parent)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "IncomingPhoneNumberAssignedAddOnExtension", ("Get", "Query"))
