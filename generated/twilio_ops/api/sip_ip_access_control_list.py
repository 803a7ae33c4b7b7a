"""SipIpAccessControlList: Get, Query, Create, Update, Delete."""

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
    """One SipIpAccessControlList."""

    sid: Sid | None = g.field("Sid", g.SID)
    account_sid: Sid | None = g.field("AccountSid", g.SID)
    friendly_name: str | None = g.field("FriendlyName")
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    subresource_uris: Mapping[str, str] | None = g.field("SubresourceUris", g.UriMapType({"ip_addresses": "Addresses"}))
    uri: str | None = g.field("Uri")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="SipIpAccessControlList",
        service=SERVICE,
        item="IpAccessControlList",
        list="IpAccessControlLists",
    )


class GetSipIpAccessControlList(g.Get[SipIpAccessControlList]):
    """Get SipIpAccessControlList: ``GET /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{Sid}``.

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
        """The one record of a Sid."""
        return self.run(sid)


class QuerySipIpAccessControlList(g.Query[SipIpAccessControlList]):
    """Query SipIpAccessControlList: ``GET /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists``."""

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
        response_profile="profiles/SipIpAccessControlList/QuerySipIpAccessControlList.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[SipIpAccessControlList]:
        """The records, page by page as they are used."""
        return self.run(parent)


@g.request
class CreateSipIpAccessControlListRequest(g.Parameters):
    """What Create of SipIpAccessControlList takes; None is not sent, an empty text is."""

    friendly_name: str = g.required("FriendlyName")
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


class CreateSipIpAccessControlList(g.Create[CreateSipIpAccessControlListRequest, SipIpAccessControlList]):
    """Create SipIpAccessControlList: ``POST /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists``."""

    spec: ClassVar[g.OperationSpec] = CreateSipIpAccessControlListRequest.spec
    request: ClassVar[type[g.Parameters]] = CreateSipIpAccessControlListRequest

    def __call__(
        self,
        *,
        friendly_name: str,
        parent: str | None = None,
    ) -> SipIpAccessControlList:
        """Create one; ``parent`` is ``AccountSid``."""
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


class UpdateSipIpAccessControlList(g.Update[UpdateSipIpAccessControlListRequest, SipIpAccessControlList]):
    """Update SipIpAccessControlList: ``POST /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateSipIpAccessControlListRequest.spec
    request: ClassVar[type[g.Parameters]] = UpdateSipIpAccessControlListRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        friendly_name: str,
    ) -> SipIpAccessControlList:
        """Change one; what is None is not sent."""
        return self.run(
            sid,
            UpdateSipIpAccessControlListRequest(
                friendly_name=friendly_name,
            ),
        )


class DeleteSipIpAccessControlList(g.Delete):
    """Delete SipIpAccessControlList: ``DELETE /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{Sid}``.

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
        """Delete one."""
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "SipIpAccessControlList", ("Get", "Query", "Create", "Update", "Delete"))
