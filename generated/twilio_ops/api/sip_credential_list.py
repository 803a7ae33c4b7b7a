"""SipCredentialList: Get, Query, Create, Update, Delete."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "CreateSipCredentialList",
    "CreateSipCredentialListRequest",
    "DeleteSipCredentialList",
    "GetSipCredentialList",
    "QuerySipCredentialList",
    "SipCredentialList",
    "UpdateSipCredentialList",
    "UpdateSipCredentialListRequest",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "Sid": g.Key(("CL",)),
}


@g.record
class SipCredentialList(g.Record):
    """One SipCredentialList."""

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    friendly_name: str | None = g.field("FriendlyName")
    sid: Sid | None = g.field("Sid", g.SID)
    subresource_uris: Mapping[str, str] | None = g.field("SubresourceUris", g.URI_MAP)
    uri: str | None = g.field("Uri")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="SipCredentialList",
        service=SERVICE,
        item="CredentialList",
        list="CredentialLists",
    )


class GetSipCredentialList(g.Get[SipCredentialList]):
    """Get SipCredentialList: ``GET /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipCredentialList",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{Sid}",),
        keys=_KEYS,
        record=SipCredentialList,
        root="CredentialList",
        response_profile="profiles/SipCredentialList/GetSipCredentialList.response.xsd",
    )

    def __call__(self, sid: str, /) -> SipCredentialList:
        """The one record of a Sid."""
        return self.run(sid)


class QuerySipCredentialList(g.Query[SipCredentialList]):
    """Query SipCredentialList: ``GET /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipCredentialList",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists",),
        keys=_KEYS,
        record=SipCredentialList,
        root="CredentialList",
        cardinality="many",
        json_list="credential_lists",
        paging="uris",
        response_profile="profiles/SipCredentialList/QuerySipCredentialList.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[SipCredentialList]:
        """The records, page by page as they are used."""
        return self.run(parent)


@g.request
class CreateSipCredentialListRequest(g.Parameters):
    """What Create of SipCredentialList takes; None is not sent, an empty text is."""

    friendly_name: str = g.required("FriendlyName")
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipCredentialList",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists",),
        keys=_KEYS,
        record=SipCredentialList,
        root="CredentialList",
        status=(201,),
        encoding="form",
        request_profile="profiles/SipCredentialList/CreateSipCredentialList.request.xsd",
        response_profile="profiles/SipCredentialList/CreateSipCredentialList.response.xsd",
    )


class CreateSipCredentialList(g.Create[CreateSipCredentialListRequest, SipCredentialList]):
    """Create SipCredentialList: ``POST /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists``."""

    spec: ClassVar[g.OperationSpec] = CreateSipCredentialListRequest.spec
    request: ClassVar[type[g.Parameters]] = CreateSipCredentialListRequest

    def __call__(
        self,
        *,
        friendly_name: str,
        parent: str | None = None,
    ) -> SipCredentialList:
        """Create one; ``parent`` is ``AccountSid``."""
        return self.run(
            CreateSipCredentialListRequest(
                friendly_name=friendly_name,
            ),
            parent,
        )


@g.request
class UpdateSipCredentialListRequest(g.Parameters):
    """What Update of SipCredentialList takes; None is not sent, an empty text is."""

    friendly_name: str = g.required("FriendlyName")
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipCredentialList",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{Sid}",),
        keys=_KEYS,
        record=SipCredentialList,
        root="CredentialList",
        encoding="form",
        request_profile="profiles/SipCredentialList/UpdateSipCredentialList.request.xsd",
        response_profile="profiles/SipCredentialList/UpdateSipCredentialList.response.xsd",
    )


class UpdateSipCredentialList(g.Update[UpdateSipCredentialListRequest, SipCredentialList]):
    """Update SipCredentialList: ``POST /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateSipCredentialListRequest.spec
    request: ClassVar[type[g.Parameters]] = UpdateSipCredentialListRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        friendly_name: str,
    ) -> SipCredentialList:
        """Change one; what is None is not sent."""
        return self.run(
            sid,
            UpdateSipCredentialListRequest(
                friendly_name=friendly_name,
            ),
        )


class DeleteSipCredentialList(g.Delete):
    """Delete SipCredentialList: ``DELETE /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipCredentialList",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{Sid}",),
        keys=_KEYS,
        root="CredentialList",
        status=(204,),
        cardinality="none",
        request_profile="profiles/SipCredentialList/DeleteSipCredentialList.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """Delete one."""
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "SipCredentialList", ("Get", "Query", "Create", "Update", "Delete"))
