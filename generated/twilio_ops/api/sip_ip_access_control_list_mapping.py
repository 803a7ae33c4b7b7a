"""SipIpAccessControlListMapping: Get, Query, Create, Delete.

A mapping lets an IP access control list call a SIP domain.

https://www.twilio.com/docs/voice/sip/api/sip-domain-resource
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "CreateSipIpAccessControlListMapping",
    "CreateSipIpAccessControlListMappingRequest",
    "DeleteSipIpAccessControlListMapping",
    "GetSipIpAccessControlListMapping",
    "QuerySipIpAccessControlListMapping",
    "SipIpAccessControlListMapping",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "DomainSid": g.Key(("SD",)),
    "Sid": g.Key(("AL",)),
}


@g.record
class SipIpAccessControlListMapping(g.Record):
    """One SipIpAccessControlListMapping.

    A mapping lets an IP access control list call a SIP domain.
    """

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    domain_sid: Sid | None = g.field("DomainSid", g.SID)
    """The record belongs to this SIP domain. A Sid that begins with SD."""
    friendly_name: str | None = g.field("FriendlyName")
    """People see this name; Twilio gives it no meaning."""
    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with AL."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    subresource_uris: Mapping[str, str] | None = g.field("SubresourceUris", g.UriMapType({"ip_addresses": "Addresses"}))
    """These paths lead to the lists that belong to the record."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="SipIpAccessControlListMapping",
        service=SERVICE,
        item="IpAccessControlListMapping",
        list="IpAccessControlListMappings",
        accepts=("IpAccessControlList",),
    )


class GetSipIpAccessControlListMapping(g.Get[SipIpAccessControlListMapping]):
    """Get SipIpAccessControlListMapping:
    ``GET /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/IpAccessControlListMappings/{Sid}``.

    Twilio answers with the one record that the Sid names.

    Takes ``[AccountSid:]DomainSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipIpAccessControlListMapping",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/IpAccessControlListMappings/{Sid}",),
        keys=_KEYS,
        record=SipIpAccessControlListMapping,
        root="IpAccessControlListMapping",
        response_profile="profiles/SipIpAccessControlListMapping/GetSipIpAccessControlListMapping.response.xsd",
    )

    def __call__(self, sid: str, /) -> SipIpAccessControlListMapping:
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]DomainSid:Sid``.
        """
        return self.run(sid)


class QuerySipIpAccessControlListMapping(g.Query[SipIpAccessControlListMapping]):
    """Query SipIpAccessControlListMapping:
    ``GET /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/IpAccessControlListMappings``.

    Twilio lists the records that the filters let through, page by page.

    Takes ``[AccountSid:]DomainSid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipIpAccessControlListMapping",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/IpAccessControlListMappings",),
        keys=_KEYS,
        record=SipIpAccessControlListMapping,
        root="IpAccessControlListMapping",
        cardinality="many",
        json_list="ip_access_control_list_mappings",
        paging="uris",
        max_page_size=1000,
        response_profile="profiles/SipIpAccessControlListMapping/QuerySipIpAccessControlListMapping.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[SipIpAccessControlListMapping]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``[AccountSid:]DomainSid``.
        """
        return self.run(parent)


@g.request
class CreateSipIpAccessControlListMappingRequest(g.Parameters):
    """What Create of SipIpAccessControlListMapping takes; None is not sent, an empty text is."""

    ip_access_control_list_sid: str = g.required("IpAccessControlListSid", g.SidType("AL"))
    """This IP access control list joins the domain. A Sid that begins with AL."""


class CreateSipIpAccessControlListMapping(g.Create[CreateSipIpAccessControlListMappingRequest, SipIpAccessControlListMapping]):
    """Create SipIpAccessControlListMapping:
    ``POST /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/IpAccessControlListMappings``.

    A list joins a domain.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipIpAccessControlListMapping",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/IpAccessControlListMappings",),
        keys=_KEYS,
        record=SipIpAccessControlListMapping,
        root="IpAccessControlListMapping",
        status=(201,),
        encoding="form",
        request_profile="profiles/SipIpAccessControlListMapping/CreateSipIpAccessControlListMapping.request.xsd",
        response_profile="profiles/SipIpAccessControlListMapping/CreateSipIpAccessControlListMapping.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = CreateSipIpAccessControlListMappingRequest

    def __call__(
        self,
        *,
        parent: str,
        ip_access_control_list_sid: str,
    ) -> SipIpAccessControlListMapping:
        """A list joins a domain.

        Args:
            parent: It lives under ``[AccountSid:]DomainSid``.
            ip_access_control_list_sid: This IP access control list joins the domain. A Sid
                that begins with AL.
        """
        return self.run(
            CreateSipIpAccessControlListMappingRequest(
                ip_access_control_list_sid=ip_access_control_list_sid,
            ),
            parent,
        )


class DeleteSipIpAccessControlListMapping(g.Delete):
    """Delete SipIpAccessControlListMapping:
    ``DELETE /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/IpAccessControlListMappings/{Sid}``.

    The list leaves the domain and goes on elsewhere.

    Takes ``[AccountSid:]DomainSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipIpAccessControlListMapping",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/IpAccessControlListMappings/{Sid}",),
        keys=_KEYS,
        root="IpAccessControlListMapping",
        status=(204,),
        cardinality="none",
        request_profile="profiles/SipIpAccessControlListMapping/DeleteSipIpAccessControlListMapping.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """The list leaves the domain and goes on elsewhere.

        Args:
            sid: The record's Sid, ``[AccountSid:]DomainSid:Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "SipIpAccessControlListMapping", ("Get", "Query", "Create", "Delete"))
