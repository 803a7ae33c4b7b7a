"""SipAuthRegistrationsCredentialListMapping: Get, Query, Create, Delete."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops_runtime.generated import Sid

__all__ = [
    "CreateSipAuthRegistrationsCredentialListMapping",
    "CreateSipAuthRegistrationsCredentialListMappingRequest",
    "DeleteSipAuthRegistrationsCredentialListMapping",
    "GetSipAuthRegistrationsCredentialListMapping",
    "QuerySipAuthRegistrationsCredentialListMapping",
    "SipAuthRegistrationsCredentialListMapping",
]


@frozen(kw_only=True, repr=False, eq=False)
class SipAuthRegistrationsCredentialListMapping(g.Record):
    """One SipAuthRegistrationsCredentialListMapping."""

    account_sid: Sid | None = g.UNSET
    date_created: datetime | None = g.UNSET
    date_updated: datetime | None = g.UNSET
    friendly_name: str | None = g.UNSET
    sid: Sid | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="SipAuthRegistrationsCredentialListMapping",
        service=SERVICE,
        item="Content",
        list="Contents",
        json_list="contents",
        wire="twilio_ops._wire.sip_auth_registrations_credential_list_mapping",
        fields=(
            g.FieldSpec("account_sid", "AccountSid", g.SID),
            g.FieldSpec("date_created", "DateCreated", g.RFC2822),
            g.FieldSpec("date_updated", "DateUpdated", g.RFC2822),
            g.FieldSpec("friendly_name", "FriendlyName", g.TEXT),
            g.FieldSpec("sid", "Sid", g.SID),
        ),
    )


class GetSipAuthRegistrationsCredentialListMapping(g.Get[SipAuthRegistrationsCredentialListMapping]):
    """Get SipAuthRegistrationsCredentialListMapping: ``GET /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Registrations/CredentialListMappings/{Sid}``.

    Takes ``[AccountSid:]DomainSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipAuthRegistrationsCredentialListMapping",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Registrations/CredentialListMappings/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "DomainSid": g.Key(("SD",)),
            "Sid": g.Key(("CL",)),
        },
        record=SipAuthRegistrationsCredentialListMapping,
        root="Content",
        response_profile="profiles/SipAuthRegistrationsCredentialListMapping/GetSipAuthRegistrationsCredentialListMapping.response.xsd",
    )


class QuerySipAuthRegistrationsCredentialListMapping(g.Query[SipAuthRegistrationsCredentialListMapping]):
    """Query SipAuthRegistrationsCredentialListMapping: ``GET /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Registrations/CredentialListMappings``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipAuthRegistrationsCredentialListMapping",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Registrations/CredentialListMappings",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "DomainSid": g.Key(("SD",)),
        },
        record=SipAuthRegistrationsCredentialListMapping,
        root="Content",
        cardinality="many",
        paging="uris",
        response_profile="profiles/SipAuthRegistrationsCredentialListMapping/QuerySipAuthRegistrationsCredentialListMapping.response.xsd",
    )


@frozen(kw_only=True)
class CreateSipAuthRegistrationsCredentialListMappingRequest(g.ActionRequest):
    """What Create of SipAuthRegistrationsCredentialListMapping takes; None is not sent, an empty text is."""

    credential_list_sid: str
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipAuthRegistrationsCredentialListMapping",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Registrations/CredentialListMappings",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "DomainSid": g.Key(("SD",)),
        },
        record=SipAuthRegistrationsCredentialListMapping,
        root="Content",
        status=(201,),
        encoding="form",
        parameters=(g.ParameterSpec("credential_list_sid", "CredentialListSid", g.SidKind("CL"), required=True),),
        request_profile="profiles/SipAuthRegistrationsCredentialListMapping/CreateSipAuthRegistrationsCredentialListMapping.request.xsd",
        response_profile="profiles/SipAuthRegistrationsCredentialListMapping/CreateSipAuthRegistrationsCredentialListMapping.response.xsd",
    )


class CreateSipAuthRegistrationsCredentialListMapping(
    g.Create[CreateSipAuthRegistrationsCredentialListMappingRequest, SipAuthRegistrationsCredentialListMapping]
):
    """Create SipAuthRegistrationsCredentialListMapping: ``POST /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Registrations/CredentialListMappings``."""

    spec: ClassVar[g.OperationSpec] = CreateSipAuthRegistrationsCredentialListMappingRequest.spec
    request: ClassVar[type[g.ActionRequest]] = CreateSipAuthRegistrationsCredentialListMappingRequest

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
    """Delete SipAuthRegistrationsCredentialListMapping: ``DELETE /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Registrations/CredentialListMappings/{Sid}``.

    Takes ``[AccountSid:]DomainSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipAuthRegistrationsCredentialListMapping",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Registrations/CredentialListMappings/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "DomainSid": g.Key(("SD",)),
            "Sid": g.Key(("CL",)),
        },
        root="Content",
        status=(204,),
        cardinality="none",
        request_profile="profiles/SipAuthRegistrationsCredentialListMapping/DeleteSipAuthRegistrationsCredentialListMapping.request.xsd",
    )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "SipAuthRegistrationsCredentialListMapping", ("Get", "Query", "Create", "Delete"))
