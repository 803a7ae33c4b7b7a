"""SipIpAccessControlList: Get, Query, Create, Update, Delete."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops_runtime.generated import Sid

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


@frozen(kw_only=True, repr=False, eq=False)
class SipIpAccessControlList(g.Record):
    """One SipIpAccessControlList."""

    sid: Sid | None = g.UNSET
    account_sid: Sid | None = g.UNSET
    friendly_name: str | None = g.UNSET
    date_created: datetime | None = g.UNSET
    date_updated: datetime | None = g.UNSET
    subresource_uris: Mapping[str, str] | None = g.UNSET
    uri: str | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="SipIpAccessControlList",
        service=SERVICE,
        item="IpAccessControlList",
        list="IpAccessControlLists",
        json_list="ip_access_control_lists",
        wire="twilio_ops._wire.sip_ip_access_control_list",
        fields=(
            g.FieldSpec("sid", "Sid", g.SID),
            g.FieldSpec("account_sid", "AccountSid", g.SID),
            g.FieldSpec("friendly_name", "FriendlyName", g.TEXT),
            g.FieldSpec("date_created", "DateCreated", g.RFC2822),
            g.FieldSpec("date_updated", "DateUpdated", g.RFC2822),
            g.FieldSpec("subresource_uris", "SubresourceUris", g.URI_MAP),
            g.FieldSpec("uri", "Uri", g.TEXT),
        ),
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
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("AL",)),
        },
        record=SipIpAccessControlList,
        root="IpAccessControlList",
        response_profile="profiles/SipIpAccessControlList/GetSipIpAccessControlList.response.xsd",
    )


class QuerySipIpAccessControlList(g.Query[SipIpAccessControlList]):
    """Query SipIpAccessControlList: ``GET /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipIpAccessControlList",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists",),
        keys={
            "AccountSid": g.Key(("AC",)),
        },
        record=SipIpAccessControlList,
        root="IpAccessControlList",
        cardinality="many",
        paging="uris",
        response_profile="profiles/SipIpAccessControlList/QuerySipIpAccessControlList.response.xsd",
    )


@frozen(kw_only=True)
class CreateSipIpAccessControlListRequest(g.ActionRequest):
    """What Create of SipIpAccessControlList takes; None is not sent, an empty text is."""

    friendly_name: str
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipIpAccessControlList",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists",),
        keys={
            "AccountSid": g.Key(("AC",)),
        },
        record=SipIpAccessControlList,
        root="IpAccessControlList",
        status=(201,),
        encoding="form",
        parameters=(g.ParameterSpec("friendly_name", "FriendlyName", g.TEXT, required=True),),
        request_profile="profiles/SipIpAccessControlList/CreateSipIpAccessControlList.request.xsd",
        response_profile="profiles/SipIpAccessControlList/CreateSipIpAccessControlList.response.xsd",
    )


class CreateSipIpAccessControlList(g.Create[CreateSipIpAccessControlListRequest, SipIpAccessControlList]):
    """Create SipIpAccessControlList: ``POST /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists``."""

    spec: ClassVar[g.OperationSpec] = CreateSipIpAccessControlListRequest.spec
    request: ClassVar[type[g.ActionRequest]] = CreateSipIpAccessControlListRequest

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


@frozen(kw_only=True)
class UpdateSipIpAccessControlListRequest(g.ActionRequest):
    """What Update of SipIpAccessControlList takes; None is not sent, an empty text is."""

    friendly_name: str
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipIpAccessControlList",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("AL",)),
        },
        record=SipIpAccessControlList,
        root="IpAccessControlList",
        encoding="form",
        parameters=(g.ParameterSpec("friendly_name", "FriendlyName", g.TEXT, required=True),),
        request_profile="profiles/SipIpAccessControlList/UpdateSipIpAccessControlList.request.xsd",
        response_profile="profiles/SipIpAccessControlList/UpdateSipIpAccessControlList.response.xsd",
    )


class UpdateSipIpAccessControlList(g.Update[UpdateSipIpAccessControlListRequest, SipIpAccessControlList]):
    """Update SipIpAccessControlList: ``POST /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateSipIpAccessControlListRequest.spec
    request: ClassVar[type[g.ActionRequest]] = UpdateSipIpAccessControlListRequest

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
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("AL",)),
        },
        root="IpAccessControlList",
        status=(204,),
        cardinality="none",
        request_profile="profiles/SipIpAccessControlList/DeleteSipIpAccessControlList.request.xsd",
    )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "SipIpAccessControlList", ("Get", "Query", "Create", "Update", "Delete"))
