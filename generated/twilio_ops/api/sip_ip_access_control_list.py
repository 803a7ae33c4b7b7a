"""SipIpAccessControlList: Get, Query, Create, Update, Delete.

An IP access control list holds the addresses that may call a domain.

https://www.twilio.com/docs/voice/sip/api/sip-ipaccesscontrollist-resource
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "CreateSipIpAccessControlList",
    "CreateSipIpAccessControlListRequest",
    "DeleteSipIpAccessControlList",
    "GetSipIpAccessControlList",
    "QuerySipIpAccessControlList",
    "SipIpAccessControlList",
    "UpdateSipIpAccessControlList",
    "UpdateSipIpAccessControlListRequest",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "Sid": g.Key(("AL",)),
}


@g.record
class SipIpAccessControlList(g.Record):
    """One SipIpAccessControlList.

    An IP access control list holds the addresses that may call a domain.
    """

    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with AL."""
    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    friendly_name: str | None = g.field("FriendlyName")
    """People see this name; Twilio gives it no meaning."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    subresource_uris: Mapping[str, str] | None = g.field("SubresourceUris", g.UriMapType({"ip_addresses": "Addresses"}))
    """These paths lead to the lists that belong to the record."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="SipIpAccessControlList",
        service=SERVICE,
        item="IpAccessControlList",
        list="IpAccessControlLists",
    )


class GetSipIpAccessControlList(g.Get[SipIpAccessControlList]):
    """Get SipIpAccessControlList: ``GET /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{Sid}``.

    Twilio answers with the one record that the Sid names.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipIpAccessControlList",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{Sid}",),
        keys=_KEYS,
        record=SipIpAccessControlList,
        root="IpAccessControlList",
        response_profile="profiles/SipIpAccessControlList/GetSipIpAccessControlList.response.xsd",
    )

    def __call__(self, sid: str, /) -> SipIpAccessControlList:
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        return self.run(sid)


class QuerySipIpAccessControlList(g.Query[SipIpAccessControlList]):
    """Query SipIpAccessControlList: ``GET /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists``.

    Twilio lists the records that the filters let through, page by page.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipIpAccessControlList",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists",),
        keys=_KEYS,
        record=SipIpAccessControlList,
        root="IpAccessControlList",
        cardinality="many",
        json_list="ip_access_control_lists",
        paging="uris",
        max_page_size=1000,
        response_profile="profiles/SipIpAccessControlList/QuerySipIpAccessControlList.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[SipIpAccessControlList]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``AccountSid``.
        """
        return self.run(parent)


@g.request
class CreateSipIpAccessControlListRequest(g.Parameters):
    """What Create of SipIpAccessControlList takes; None is not sent, an empty text is."""

    friendly_name: str = g.required("FriendlyName")
    """People see this name; Twilio gives it no meaning."""


class CreateSipIpAccessControlList(g.Create[CreateSipIpAccessControlListRequest, SipIpAccessControlList]):
    """Create SipIpAccessControlList: ``POST /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists``.

    Twilio makes a new record and answers with it.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipIpAccessControlList",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists",),
        keys=_KEYS,
        record=SipIpAccessControlList,
        root="IpAccessControlList",
        status=(201,),
        encoding="form",
        request_profile="profiles/SipIpAccessControlList/CreateSipIpAccessControlList.request.xsd",
        response_profile="profiles/SipIpAccessControlList/CreateSipIpAccessControlList.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = CreateSipIpAccessControlListRequest

    def __call__(
        self,
        *,
        friendly_name: str,
        parent: str | None = None,
    ) -> SipIpAccessControlList:
        """Twilio makes a new record and answers with it.

        Args:
            parent: It lives under ``AccountSid``.
            friendly_name: People see this name; Twilio gives it no meaning.
        """
        return self.run(
            CreateSipIpAccessControlListRequest(
                friendly_name=friendly_name,
            ),
            parent,
        )


@g.request
class UpdateSipIpAccessControlListRequest(g.Parameters):
    """What Update of SipIpAccessControlList takes; None is not sent, an empty text is."""

    friendly_name: str = g.required("FriendlyName")
    """People see this name; Twilio gives it no meaning."""


class UpdateSipIpAccessControlList(g.Update[UpdateSipIpAccessControlListRequest, SipIpAccessControlList]):
    """Update SipIpAccessControlList: ``POST /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{Sid}``.

    Twilio changes the parameters that are sent and keeps everything else.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipIpAccessControlList",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{Sid}",),
        keys=_KEYS,
        record=SipIpAccessControlList,
        root="IpAccessControlList",
        encoding="form",
        request_profile="profiles/SipIpAccessControlList/UpdateSipIpAccessControlList.request.xsd",
        response_profile="profiles/SipIpAccessControlList/UpdateSipIpAccessControlList.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = UpdateSipIpAccessControlListRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        friendly_name: str,
    ) -> SipIpAccessControlList:
        """Twilio changes the parameters that are sent and keeps everything else.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
            friendly_name: People see this name; Twilio gives it no meaning.
        """
        return self.run(
            sid,
            UpdateSipIpAccessControlListRequest(
                friendly_name=friendly_name,
            ),
        )


class DeleteSipIpAccessControlList(g.Delete):
    """Delete SipIpAccessControlList: ``DELETE /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{Sid}``.

    Twilio removes the record for good.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipIpAccessControlList",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{Sid}",),
        keys=_KEYS,
        root="IpAccessControlList",
        status=(204,),
        cardinality="none",
        request_profile="profiles/SipIpAccessControlList/DeleteSipIpAccessControlList.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """Twilio removes the record for good.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "SipIpAccessControlList", ("Get", "Query", "Create", "Update", "Delete"))
