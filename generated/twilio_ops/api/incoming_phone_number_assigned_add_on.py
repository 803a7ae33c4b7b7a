"""IncomingPhoneNumberAssignedAddOn: Get, Query, Create, Delete."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "CreateIncomingPhoneNumberAssignedAddOn",
    "CreateIncomingPhoneNumberAssignedAddOnRequest",
    "DeleteIncomingPhoneNumberAssignedAddOn",
    "GetIncomingPhoneNumberAssignedAddOn",
    "IncomingPhoneNumberAssignedAddOn",
    "QueryIncomingPhoneNumberAssignedAddOn",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "ResourceSid": g.Key(("PN",)),
    "Sid": g.Key(("XE",)),
}


@g.record
class IncomingPhoneNumberAssignedAddOn(g.Record):
    """One IncomingPhoneNumberAssignedAddOn."""

    sid: Sid | None = g.field("Sid", g.SID)
    account_sid: Sid | None = g.field("AccountSid", g.SID)
    resource_sid: Sid | None = g.field("ResourceSid", g.SID)
    friendly_name: str | None = g.field("FriendlyName")
    description: str | None = g.field("Description")
    configuration: Any = g.field("Configuration", g.ANY)
    unique_name: str | None = g.field("UniqueName")
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    uri: str | None = g.field("Uri")
    subresource_uris: Mapping[str, str] | None = g.field("SubresourceUris", g.URI_MAP)
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="IncomingPhoneNumberAssignedAddOn",
        service=SERVICE,
        item="AssignedAddOn",
        list="AssignedAddOns",
    )


class GetIncomingPhoneNumberAssignedAddOn(g.Get[IncomingPhoneNumberAssignedAddOn]):
    """Get IncomingPhoneNumberAssignedAddOn:
    ``GET /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{ResourceSid}/AssignedAddOns/{Sid}``.

    Takes ``[AccountSid:]ResourceSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="IncomingPhoneNumberAssignedAddOn",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{ResourceSid}/AssignedAddOns/{Sid}",),
        keys=_KEYS,
        record=IncomingPhoneNumberAssignedAddOn,
        root="AssignedAddOn",
        response_profile="profiles/IncomingPhoneNumberAssignedAddOn/GetIncomingPhoneNumberAssignedAddOn.response.xsd",
    )

    def __call__(self, sid: str, /) -> IncomingPhoneNumberAssignedAddOn:
        """The one record of a Sid."""
        return self.run(sid)


class QueryIncomingPhoneNumberAssignedAddOn(g.Query[IncomingPhoneNumberAssignedAddOn]):
    """Query IncomingPhoneNumberAssignedAddOn:
    ``GET /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{ResourceSid}/AssignedAddOns``.

    Takes ``[AccountSid:]ResourceSid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="IncomingPhoneNumberAssignedAddOn",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{ResourceSid}/AssignedAddOns",),
        keys=_KEYS,
        record=IncomingPhoneNumberAssignedAddOn,
        root="AssignedAddOn",
        cardinality="many",
        json_list="assigned_add_ons",
        paging="uris",
        response_profile="profiles/IncomingPhoneNumberAssignedAddOn/QueryIncomingPhoneNumberAssignedAddOn.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[IncomingPhoneNumberAssignedAddOn]:
        """The records, page by page as they are used."""
        return self.run(parent)


@g.request
class CreateIncomingPhoneNumberAssignedAddOnRequest(g.Parameters):
    """What Create of IncomingPhoneNumberAssignedAddOn takes; None is not sent, an empty text is."""

    installed_add_on_sid: str = g.required("InstalledAddOnSid", g.SidType("XE"))
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="IncomingPhoneNumberAssignedAddOn",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{ResourceSid}/AssignedAddOns",),
        keys=_KEYS,
        record=IncomingPhoneNumberAssignedAddOn,
        root="AssignedAddOn",
        status=(201,),
        encoding="form",
        request_profile="profiles/IncomingPhoneNumberAssignedAddOn/CreateIncomingPhoneNumberAssignedAddOn.request.xsd",
        response_profile="profiles/IncomingPhoneNumberAssignedAddOn/CreateIncomingPhoneNumberAssignedAddOn.response.xsd",
    )


class CreateIncomingPhoneNumberAssignedAddOn(
    g.Create[CreateIncomingPhoneNumberAssignedAddOnRequest, IncomingPhoneNumberAssignedAddOn]
):
    """Create IncomingPhoneNumberAssignedAddOn:
    ``POST /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{ResourceSid}/AssignedAddOns``.
    """

    spec: ClassVar[g.OperationSpec] = CreateIncomingPhoneNumberAssignedAddOnRequest.spec
    request: ClassVar[type[g.Parameters]] = CreateIncomingPhoneNumberAssignedAddOnRequest

    def __call__(
        self,
        *,
        parent: str,
        installed_add_on_sid: str,
    ) -> IncomingPhoneNumberAssignedAddOn:
        """Create one; ``parent`` is ``[AccountSid:]ResourceSid``."""
        return self.run(
            CreateIncomingPhoneNumberAssignedAddOnRequest(
                installed_add_on_sid=installed_add_on_sid,
            ),
            parent,
        )


class DeleteIncomingPhoneNumberAssignedAddOn(g.Delete):
    """Delete IncomingPhoneNumberAssignedAddOn:
    ``DELETE /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{ResourceSid}/AssignedAddOns/{Sid}``.

    Takes ``[AccountSid:]ResourceSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="IncomingPhoneNumberAssignedAddOn",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{ResourceSid}/AssignedAddOns/{Sid}",),
        keys=_KEYS,
        root="AssignedAddOn",
        status=(204,),
        cardinality="none",
        request_profile="profiles/IncomingPhoneNumberAssignedAddOn/DeleteIncomingPhoneNumberAssignedAddOn.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """Delete one."""
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "IncomingPhoneNumberAssignedAddOn", ("Get", "Query", "Create", "Delete"))
