"""SipAuthCallsCredentialListMapping: Get, Query, Create, Delete.

This mapping lets the users of a credential list make calls.

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
    "CreateSipAuthCallsCredentialListMapping",
    "CreateSipAuthCallsCredentialListMappingRequest",
    "DeleteSipAuthCallsCredentialListMapping",
    "GetSipAuthCallsCredentialListMapping",
    "QuerySipAuthCallsCredentialListMapping",
    "SipAuthCallsCredentialListMapping",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "DomainSid": g.Key(("SD",)),
    "Sid": g.Key(("CL",)),
}


@g.record
class SipAuthCallsCredentialListMapping(g.Record):
    """One SipAuthCallsCredentialListMapping.

    This mapping lets the users of a credential list make calls.
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
    """This Sid identifies the record. A Sid that begins with CL."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="SipAuthCallsCredentialListMapping",
        service=SERVICE,
        item="Content",
        list="Contents",
    )


class GetSipAuthCallsCredentialListMapping(g.Get[SipAuthCallsCredentialListMapping]):
    """Get SipAuthCallsCredentialListMapping:
    ``GET /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Calls/CredentialListMappings/{Sid}``.

    Twilio answers with the one record that the Sid names.

    Takes ``[AccountSid:]DomainSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipAuthCallsCredentialListMapping",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Calls/CredentialListMappings/{Sid}",),
        keys=_KEYS,
        record=SipAuthCallsCredentialListMapping,
        root="Content",
        response_profile="profiles/SipAuthCallsCredentialListMapping/GetSipAuthCallsCredentialListMapping.response.xsd",
    )

    def __call__(self, sid: str, /) -> SipAuthCallsCredentialListMapping:
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]DomainSid:Sid``.
        """
        return self.run(sid)


class QuerySipAuthCallsCredentialListMapping(g.Query[SipAuthCallsCredentialListMapping]):
    """Query SipAuthCallsCredentialListMapping:
    ``GET /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Calls/CredentialListMappings``.

    Twilio lists the records that the filters let through, page by page.

    Takes ``[AccountSid:]DomainSid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipAuthCallsCredentialListMapping",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Calls/CredentialListMappings",),
        keys=_KEYS,
        record=SipAuthCallsCredentialListMapping,
        root="Content",
        cardinality="many",
        json_list="contents",
        paging="uris",
        max_page_size=1000,
        response_profile="profiles/SipAuthCallsCredentialListMapping/QuerySipAuthCallsCredentialListMapping.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[SipAuthCallsCredentialListMapping]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``[AccountSid:]DomainSid``.
        """
        return self.run(parent)


@g.request
class CreateSipAuthCallsCredentialListMappingRequest(g.Parameters):
    """What Create of SipAuthCallsCredentialListMapping takes; None is not sent, an empty text is."""

    credential_list_sid: str = g.required("CredentialListSid", g.SidType("CL"))
    """This credential list joins the domain. A Sid that begins with CL."""


class CreateSipAuthCallsCredentialListMapping(
    g.Create[CreateSipAuthCallsCredentialListMappingRequest, SipAuthCallsCredentialListMapping]
):
    """Create SipAuthCallsCredentialListMapping:
    ``POST /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Calls/CredentialListMappings``.

    A list joins a domain.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipAuthCallsCredentialListMapping",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Calls/CredentialListMappings",),
        keys=_KEYS,
        record=SipAuthCallsCredentialListMapping,
        root="Content",
        status=(201,),
        encoding="form",
        request_profile="profiles/SipAuthCallsCredentialListMapping/CreateSipAuthCallsCredentialListMapping.request.xsd",
        response_profile="profiles/SipAuthCallsCredentialListMapping/CreateSipAuthCallsCredentialListMapping.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = CreateSipAuthCallsCredentialListMappingRequest

    def __call__(
        self,
        *,
        parent: str,
        credential_list_sid: str,
    ) -> SipAuthCallsCredentialListMapping:
        """A list joins a domain.

        Args:
            parent: It lives under ``[AccountSid:]DomainSid``.
            credential_list_sid: This credential list joins the domain. A Sid that begins with
                CL.
        """
        return self.run(
            CreateSipAuthCallsCredentialListMappingRequest(
                credential_list_sid=credential_list_sid,
            ),
            parent,
        )


class DeleteSipAuthCallsCredentialListMapping(g.Delete):
    """Delete SipAuthCallsCredentialListMapping:
    ``DELETE /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Calls/CredentialListMappings/{Sid}``.

    The list leaves the domain and goes on elsewhere.

    Takes ``[AccountSid:]DomainSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipAuthCallsCredentialListMapping",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Calls/CredentialListMappings/{Sid}",),
        keys=_KEYS,
        root="Content",
        status=(204,),
        cardinality="none",
        request_profile="profiles/SipAuthCallsCredentialListMapping/DeleteSipAuthCallsCredentialListMapping.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """The list leaves the domain and goes on elsewhere.

        Args:
            sid: The record's Sid, ``[AccountSid:]DomainSid:Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "SipAuthCallsCredentialListMapping", ("Get", "Query", "Create", "Delete"))
