"""SipAuthRegistrationsCredentialListMapping: Get, Query, Create, Delete."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "CreateSipAuthRegistrationsCredentialListMapping",
    "CreateSipAuthRegistrationsCredentialListMappingRequest",
    "DeleteSipAuthRegistrationsCredentialListMapping",
    "GetSipAuthRegistrationsCredentialListMapping",
    "QuerySipAuthRegistrationsCredentialListMapping",
    "SipAuthRegistrationsCredentialListMapping",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "DomainSid": g.Key(("SD",)),
    "Sid": g.Key(("CL",)),
}


@g.record
class SipAuthRegistrationsCredentialListMapping(g.Record):
    """One SipAuthRegistrationsCredentialListMapping."""

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    friendly_name: str | None = g.field("FriendlyName")
    sid: Sid | None = g.field("Sid", g.SID)
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="SipAuthRegistrationsCredentialListMapping",
        service=SERVICE,
        item="Content",
        list="Contents",
    )


class GetSipAuthRegistrationsCredentialListMapping(g.Get[SipAuthRegistrationsCredentialListMapping]):
    """Get SipAuthRegistrationsCredentialListMapping:
    ``GET /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Registrations/CredentialListMappings/{Sid}``.

    Takes ``[AccountSid:]DomainSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipAuthRegistrationsCredentialListMapping",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Registrations/CredentialListMappings/{Sid}",),
        keys=_KEYS,
        record=SipAuthRegistrationsCredentialListMapping,
        root="Content",
        response_profile="profiles/SipAuthRegistrationsCredentialListMapping/GetSipAuthRegistrationsCredentialListMapping.response.xsd",
    )

    def __call__(self, sid: str, /) -> SipAuthRegistrationsCredentialListMapping:
        """The one record of a Sid."""
        return self.run(sid)


class QuerySipAuthRegistrationsCredentialListMapping(g.Query[SipAuthRegistrationsCredentialListMapping]):
    """Query SipAuthRegistrationsCredentialListMapping:
    ``GET /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Registrations/CredentialListMappings``.

    Takes ``[AccountSid:]DomainSid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipAuthRegistrationsCredentialListMapping",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Registrations/CredentialListMappings",),
        keys=_KEYS,
        record=SipAuthRegistrationsCredentialListMapping,
        root="Content",
        cardinality="many",
        json_list="contents",
        paging="uris",
        response_profile="profiles/SipAuthRegistrationsCredentialListMapping/QuerySipAuthRegistrationsCredentialListMapping.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[SipAuthRegistrationsCredentialListMapping]:
        """The records, page by page as they are used."""
        return self.run(parent)


@g.request
class CreateSipAuthRegistrationsCredentialListMappingRequest(g.Parameters):
    """What Create of SipAuthRegistrationsCredentialListMapping takes; None is not sent, an empty text is."""

    credential_list_sid: str = g.required("CredentialListSid", g.SidType("CL"))
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipAuthRegistrationsCredentialListMapping",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Registrations/CredentialListMappings",),
        keys=_KEYS,
        record=SipAuthRegistrationsCredentialListMapping,
        root="Content",
        status=(201,),
        encoding="form",
        request_profile="profiles/SipAuthRegistrationsCredentialListMapping/CreateSipAuthRegistrationsCredentialListMapping.request.xsd",
        response_profile="profiles/SipAuthRegistrationsCredentialListMapping/CreateSipAuthRegistrationsCredentialListMapping.response.xsd",
    )


class CreateSipAuthRegistrationsCredentialListMapping(
    g.Create[CreateSipAuthRegistrationsCredentialListMappingRequest, SipAuthRegistrationsCredentialListMapping]
):
    """Create SipAuthRegistrationsCredentialListMapping:
    ``POST /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Registrations/CredentialListMappings``.
    """

    spec: ClassVar[g.OperationSpec] = CreateSipAuthRegistrationsCredentialListMappingRequest.spec
    request: ClassVar[type[g.Parameters]] = CreateSipAuthRegistrationsCredentialListMappingRequest

    def __call__(
        self,
        *,
        parent: str,
        credential_list_sid: str,
    ) -> SipAuthRegistrationsCredentialListMapping:
        """Create one; ``parent`` is ``[AccountSid:]DomainSid``."""
        return self.run(
            CreateSipAuthRegistrationsCredentialListMappingRequest(
                credential_list_sid=credential_list_sid,
            ),
            parent,
        )


class DeleteSipAuthRegistrationsCredentialListMapping(g.Delete):
    """Delete SipAuthRegistrationsCredentialListMapping:
    ``DELETE /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Registrations/CredentialListMappings/{Sid}``.

    Takes ``[AccountSid:]DomainSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipAuthRegistrationsCredentialListMapping",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Registrations/CredentialListMappings/{Sid}",),
        keys=_KEYS,
        root="Content",
        status=(204,),
        cardinality="none",
        request_profile="profiles/SipAuthRegistrationsCredentialListMapping/DeleteSipAuthRegistrationsCredentialListMapping.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """Delete one."""
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "SipAuthRegistrationsCredentialListMapping", ("Get", "Query", "Create", "Delete"))
