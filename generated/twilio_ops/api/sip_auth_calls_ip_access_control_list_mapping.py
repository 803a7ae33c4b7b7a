"""SipAuthCallsIpAccessControlListMapping: Get, Query, Create, Delete.

This mapping lets the addresses of an access control list make calls.

https://www.twilio.com/docs/voice/sip/api/sip-domain-resource
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "CreateSipAuthCallsIpAccessControlListMapping",
    "CreateSipAuthCallsIpAccessControlListMappingRequest",
    "DeleteSipAuthCallsIpAccessControlListMapping",
    "GetSipAuthCallsIpAccessControlListMapping",
    "QuerySipAuthCallsIpAccessControlListMapping",
    "SipAuthCallsIpAccessControlListMapping",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "DomainSid": g.Key(("SD",)),
    "Sid": g.Key(("AL",)),
}


@g.record
class SipAuthCallsIpAccessControlListMapping(g.Record):
    """One SipAuthCallsIpAccessControlListMapping.

    This mapping lets the addresses of an access control list make calls.
    """

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    friendly_name: str | None = g.field("FriendlyName")
    """People see this name; Twilio gives it no meaning. It is personal data."""
    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with AL."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="SipAuthCallsIpAccessControlListMapping",
        service=SERVICE,
        item="Content",
        list="Contents",
    )


class GetSipAuthCallsIpAccessControlListMapping(g.Get[SipAuthCallsIpAccessControlListMapping]):
    """Get SipAuthCallsIpAccessControlListMapping:
    ``GET /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Calls/IpAccessControlListMappings/{Sid}``.

    Twilio answers with the one record that the Sid names.

    Takes ``[AccountSid:]DomainSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipAuthCallsIpAccessControlListMapping",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Calls/IpAccessControlListMappings/{Sid}",),
        keys=_KEYS,
        record=SipAuthCallsIpAccessControlListMapping,
        root="Content",
        response_profile="profiles/SipAuthCallsIpAccessControlListMapping/GetSipAuthCallsIpAccessControlListMapping.response.xsd",
    )

    def __call__(self, sid: str, /) -> SipAuthCallsIpAccessControlListMapping:
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]DomainSid:Sid``.
        """
        return self.run(sid)


class QuerySipAuthCallsIpAccessControlListMapping(g.Query[SipAuthCallsIpAccessControlListMapping]):
    """Query SipAuthCallsIpAccessControlListMapping:
    ``GET /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Calls/IpAccessControlListMappings``.

    Twilio lists the records that the filters let through, page by page.

    Takes ``[AccountSid:]DomainSid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipAuthCallsIpAccessControlListMapping",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Calls/IpAccessControlListMappings",),
        keys=_KEYS,
        record=SipAuthCallsIpAccessControlListMapping,
        root="Content",
        cardinality="many",
        json_list="contents",
        paging="uris",
        max_page_size=1000,
        response_profile="profiles/SipAuthCallsIpAccessControlListMapping/QuerySipAuthCallsIpAccessControlListMapping.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[SipAuthCallsIpAccessControlListMapping]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``[AccountSid:]DomainSid``.
        """
        return self.run(parent)


@g.request
class CreateSipAuthCallsIpAccessControlListMappingRequest(g.Parameters):
    """What Create of SipAuthCallsIpAccessControlListMapping takes; None is not sent, an empty text is."""

    ip_access_control_list_sid: str = g.required("IpAccessControlListSid", g.SidType("AL"))
    """This IP access control list joins the domain. A Sid that begins with AL."""


class CreateSipAuthCallsIpAccessControlListMapping(
    g.Create[CreateSipAuthCallsIpAccessControlListMappingRequest, SipAuthCallsIpAccessControlListMapping]
):
    """Create SipAuthCallsIpAccessControlListMapping:
    ``POST /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Calls/IpAccessControlListMappings``.

    A list joins a domain.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipAuthCallsIpAccessControlListMapping",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Calls/IpAccessControlListMappings",),
        keys=_KEYS,
        record=SipAuthCallsIpAccessControlListMapping,
        root="Content",
        status=(201,),
        encoding="form",
        request_profile="profiles/SipAuthCallsIpAccessControlListMapping/CreateSipAuthCallsIpAccessControlListMapping.request.xsd",
        response_profile="profiles/SipAuthCallsIpAccessControlListMapping/CreateSipAuthCallsIpAccessControlListMapping.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = CreateSipAuthCallsIpAccessControlListMappingRequest

    def __call__(
        self,
        *,
        parent: str,
        ip_access_control_list_sid: str,
    ) -> SipAuthCallsIpAccessControlListMapping:
        """A list joins a domain.

        Args:
            parent: It lives under ``[AccountSid:]DomainSid``.
            ip_access_control_list_sid: This IP access control list joins the domain. A Sid
                that begins with AL.
        """
        return self.run(
            CreateSipAuthCallsIpAccessControlListMappingRequest(
                ip_access_control_list_sid=ip_access_control_list_sid,
            ),
            parent,
        )


class DeleteSipAuthCallsIpAccessControlListMapping(g.Delete):
    """Delete SipAuthCallsIpAccessControlListMapping:
    ``DELETE /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Calls/IpAccessControlListMappings/{Sid}``.

    The list leaves the domain and goes on elsewhere.

    Takes ``[AccountSid:]DomainSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipAuthCallsIpAccessControlListMapping",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Calls/IpAccessControlListMappings/{Sid}",),
        keys=_KEYS,
        root="Content",
        status=(204,),
        cardinality="none",
        request_profile="profiles/SipAuthCallsIpAccessControlListMapping/DeleteSipAuthCallsIpAccessControlListMapping.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """The list leaves the domain and goes on elsewhere.

        Args:
            sid: The record's Sid, ``[AccountSid:]DomainSid:Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "SipAuthCallsIpAccessControlListMapping", ("Get", "Query", "Create", "Delete"))
