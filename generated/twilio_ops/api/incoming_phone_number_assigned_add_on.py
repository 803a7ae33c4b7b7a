"""IncomingPhoneNumberAssignedAddOn: Get, Query, Create, Delete.

An assigned add-on works on the calls and messages of one number.

https://www.twilio.com/docs/marketplace/listings/usage
"""

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
    """One IncomingPhoneNumberAssignedAddOn.

    An assigned add-on works on the calls and messages of one number.
    """

    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with XE."""
    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    resource_sid: Sid | None = g.field("ResourceSid", g.SID)
    """The add-on is assigned to this phone number. A Sid that begins with PN."""
    friendly_name: str | None = g.field("FriendlyName")
    """People see this name; Twilio gives it no meaning. It is personal data."""
    description: str | None = g.field("Description")
    """This text tells people what it is."""
    configuration: Any = g.field("Configuration", g.ANY)
    """The add-on has these settings."""
    unique_name: str | None = g.field("UniqueName")
    """This name is unique among its kind and can stand for the Sid."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    subresource_uris: Mapping[str, str] | None = g.field("SubresourceUris", g.URI_MAP)
    """These paths lead to the lists that belong to the record."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="IncomingPhoneNumberAssignedAddOn",
        service=SERVICE,
        item="AssignedAddOn",
        list="AssignedAddOns",
    )


class GetIncomingPhoneNumberAssignedAddOn(g.Get[IncomingPhoneNumberAssignedAddOn]):
    """Get IncomingPhoneNumberAssignedAddOn:
    ``GET /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{ResourceSid}/AssignedAddOns/{Sid}``.

    Twilio answers with the one record that the Sid names.

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
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]ResourceSid:Sid``.
        """
        return self.run(sid)


class QueryIncomingPhoneNumberAssignedAddOn(g.Query[IncomingPhoneNumberAssignedAddOn]):
    """Query IncomingPhoneNumberAssignedAddOn:
    ``GET /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{ResourceSid}/AssignedAddOns``.

    Twilio lists the records that the filters let through, page by page.

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
        max_page_size=1000,
        response_profile="profiles/IncomingPhoneNumberAssignedAddOn/QueryIncomingPhoneNumberAssignedAddOn.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[IncomingPhoneNumberAssignedAddOn]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``[AccountSid:]ResourceSid``.
        """
        return self.run(parent)


@g.request
class CreateIncomingPhoneNumberAssignedAddOnRequest(g.Parameters):
    """What Create of IncomingPhoneNumberAssignedAddOn takes; None is not sent, an empty text is."""

    installed_add_on_sid: str = g.required("InstalledAddOnSid", g.SidType("XE"))
    """This installed add-on is assigned to the number. A Sid that begins with XE."""


class CreateIncomingPhoneNumberAssignedAddOn(
    g.Create[CreateIncomingPhoneNumberAssignedAddOnRequest, IncomingPhoneNumberAssignedAddOn]
):
    """Create IncomingPhoneNumberAssignedAddOn:
    ``POST /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{ResourceSid}/AssignedAddOns``.

    An installed add-on begins to work on a number.
    """

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
    request: ClassVar[type[g.Parameters] | None] = CreateIncomingPhoneNumberAssignedAddOnRequest

    def __call__(
        self,
        *,
        parent: str,
        installed_add_on_sid: str,
    ) -> IncomingPhoneNumberAssignedAddOn:
        """An installed add-on begins to work on a number.

        Args:
            parent: It lives under ``[AccountSid:]ResourceSid``.
            installed_add_on_sid: This installed add-on is assigned to the number. A Sid that
                begins with XE.
        """
        return self.run(
            CreateIncomingPhoneNumberAssignedAddOnRequest(
                installed_add_on_sid=installed_add_on_sid,
            ),
            parent,
        )


class DeleteIncomingPhoneNumberAssignedAddOn(g.Delete):
    """Delete IncomingPhoneNumberAssignedAddOn:
    ``DELETE /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{ResourceSid}/AssignedAddOns/{Sid}``.

    The add-on no longer works on the number.

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
        """The add-on no longer works on the number.

        Args:
            sid: The record's Sid, ``[AccountSid:]ResourceSid:Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "IncomingPhoneNumberAssignedAddOn", ("Get", "Query", "Create", "Delete"))
