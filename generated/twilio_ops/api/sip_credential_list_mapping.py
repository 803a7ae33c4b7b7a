"""SipCredentialListMapping: Get, Query, Create, Delete.

A mapping lets a credential list call a SIP domain.

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
    "CreateSipCredentialListMapping",
    "CreateSipCredentialListMappingRequest",
    "DeleteSipCredentialListMapping",
    "GetSipCredentialListMapping",
    "QuerySipCredentialListMapping",
    "SipCredentialListMapping",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "DomainSid": g.Key(("SD",)),
    "Sid": g.Key(("CL",)),
}


@g.record
class SipCredentialListMapping(g.Record):
    """One SipCredentialListMapping.

    A mapping lets a credential list call a SIP domain.
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
    """This Sid identifies the record. A Sid that begins with CL."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    subresource_uris: Mapping[str, str] | None = g.field("SubresourceUris", g.URI_MAP)
    """These paths lead to the lists that belong to the record."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="SipCredentialListMapping",
        service=SERVICE,
        item="CredentialListMapping",
        list="CredentialListMappings",
    )


class GetSipCredentialListMapping(g.Get[SipCredentialListMapping]):
    """Get SipCredentialListMapping:
    ``GET /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/CredentialListMappings/{Sid}``.

    Twilio answers with the one record that the Sid names.

    Takes ``[AccountSid:]DomainSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipCredentialListMapping",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/CredentialListMappings/{Sid}",),
        keys=_KEYS,
        record=SipCredentialListMapping,
        root="CredentialListMapping",
        response_profile="profiles/SipCredentialListMapping/GetSipCredentialListMapping.response.xsd",
    )

    def __call__(self, sid: str, /) -> SipCredentialListMapping:
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]DomainSid:Sid``.
        """
        return self.run(sid)


class QuerySipCredentialListMapping(g.Query[SipCredentialListMapping]):
    """Query SipCredentialListMapping: ``GET /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/CredentialListMappings``.

    Twilio lists the records that the filters let through, page by page.

    Takes ``[AccountSid:]DomainSid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipCredentialListMapping",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/CredentialListMappings",),
        keys=_KEYS,
        record=SipCredentialListMapping,
        root="CredentialListMapping",
        cardinality="many",
        json_list="credential_list_mappings",
        paging="uris",
        max_page_size=1000,
        response_profile="profiles/SipCredentialListMapping/QuerySipCredentialListMapping.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[SipCredentialListMapping]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``[AccountSid:]DomainSid``.
        """
        return self.run(parent)


@g.request
class CreateSipCredentialListMappingRequest(g.Parameters):
    """What Create of SipCredentialListMapping takes; None is not sent, an empty text is."""

    credential_list_sid: str = g.required("CredentialListSid", g.SidType("CL"))
    """This credential list joins the domain. A Sid that begins with CL."""


class CreateSipCredentialListMapping(g.Create[CreateSipCredentialListMappingRequest, SipCredentialListMapping]):
    """Create SipCredentialListMapping:
    ``POST /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/CredentialListMappings``.

    A list joins a domain.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipCredentialListMapping",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/CredentialListMappings",),
        keys=_KEYS,
        record=SipCredentialListMapping,
        root="CredentialListMapping",
        status=(201,),
        encoding="form",
        request_profile="profiles/SipCredentialListMapping/CreateSipCredentialListMapping.request.xsd",
        response_profile="profiles/SipCredentialListMapping/CreateSipCredentialListMapping.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = CreateSipCredentialListMappingRequest

    def __call__(
        self,
        *,
        parent: str,
        credential_list_sid: str,
    ) -> SipCredentialListMapping:
        """A list joins a domain.

        Args:
            parent: It lives under ``[AccountSid:]DomainSid``.
            credential_list_sid: This credential list joins the domain. A Sid that begins with
                CL.
        """
        return self.run(
            CreateSipCredentialListMappingRequest(
                credential_list_sid=credential_list_sid,
            ),
            parent,
        )


class DeleteSipCredentialListMapping(g.Delete):
    """Delete SipCredentialListMapping:
    ``DELETE /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/CredentialListMappings/{Sid}``.

    The list leaves the domain and goes on elsewhere.

    Takes ``[AccountSid:]DomainSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipCredentialListMapping",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/CredentialListMappings/{Sid}",),
        keys=_KEYS,
        root="CredentialListMapping",
        status=(204,),
        cardinality="none",
        request_profile="profiles/SipCredentialListMapping/DeleteSipCredentialListMapping.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """The list leaves the domain and goes on elsewhere.

        Args:
            sid: The record's Sid, ``[AccountSid:]DomainSid:Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "SipCredentialListMapping", ("Get", "Query", "Create", "Delete"))
