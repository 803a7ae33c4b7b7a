"""SipCredentialList: Get, Query, Create, Update, Delete.

A credential list holds user names and passwords of SIP endpoints.

https://www.twilio.com/docs/voice/sip/api/sip-credentiallist-resource
"""

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
    """One SipCredentialList.

    A credential list holds user names and passwords of SIP endpoints.
    """

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    friendly_name: str | None = g.field("FriendlyName")
    """People see this name; Twilio gives it no meaning."""
    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with CL."""
    subresource_uris: Mapping[str, str] | None = g.field("SubresourceUris", g.URI_MAP)
    """These paths lead to the lists that belong to the record."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="SipCredentialList",
        service=SERVICE,
        item="CredentialList",
        list="CredentialLists",
    )


class GetSipCredentialList(g.Get[SipCredentialList]):
    """Get SipCredentialList: ``GET /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{Sid}``.

    Twilio answers with the one record that the Sid names.

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
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        return self.run(sid)


class QuerySipCredentialList(g.Query[SipCredentialList]):
    """Query SipCredentialList: ``GET /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists``.

    Twilio lists the records that the filters let through, page by page.
    """

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
        max_page_size=1000,
        response_profile="profiles/SipCredentialList/QuerySipCredentialList.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[SipCredentialList]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``AccountSid``.
        """
        return self.run(parent)


@g.request
class CreateSipCredentialListRequest(g.Parameters):
    """What Create of SipCredentialList takes; None is not sent, an empty text is."""

    friendly_name: str = g.required("FriendlyName")
    """People see this name; Twilio gives it no meaning."""


class CreateSipCredentialList(g.Create[CreateSipCredentialListRequest, SipCredentialList]):
    """Create SipCredentialList: ``POST /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists``.

    Twilio makes a new record and answers with it.
    """

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
    request: ClassVar[type[g.Parameters] | None] = CreateSipCredentialListRequest

    def __call__(
        self,
        *,
        friendly_name: str,
        parent: str | None = None,
    ) -> SipCredentialList:
        """Twilio makes a new record and answers with it.

        Args:
            parent: It lives under ``AccountSid``.
            friendly_name: People see this name; Twilio gives it no meaning.
        """
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
    """People see this name; Twilio gives it no meaning."""


class UpdateSipCredentialList(g.Update[UpdateSipCredentialListRequest, SipCredentialList]):
    """Update SipCredentialList: ``POST /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{Sid}``.

    Twilio changes the parameters that are sent and keeps everything else.

    Takes ``[AccountSid:]Sid``.
    """

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
    request: ClassVar[type[g.Parameters] | None] = UpdateSipCredentialListRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        friendly_name: str,
    ) -> SipCredentialList:
        """Twilio changes the parameters that are sent and keeps everything else.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
            friendly_name: People see this name; Twilio gives it no meaning.
        """
        return self.run(
            sid,
            UpdateSipCredentialListRequest(
                friendly_name=friendly_name,
            ),
        )


class DeleteSipCredentialList(g.Delete):
    """Delete SipCredentialList: ``DELETE /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{Sid}``.

    Twilio removes the record for good.

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
        """Twilio removes the record for good.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "SipCredentialList", ("Get", "Query", "Create", "Update", "Delete"))
