"""SipIpAccessControlListMapping: Get, Query, Create, Delete."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops_runtime.generated import Sid

__all__ = [
    "CreateSipIpAccessControlListMapping",
    "CreateSipIpAccessControlListMappingRequest",
    "DeleteSipIpAccessControlListMapping",
    "GetSipIpAccessControlListMapping",
    "QuerySipIpAccessControlListMapping",
    "SipIpAccessControlListMapping",
]


@frozen(kw_only=True, repr=False, eq=False)
class SipIpAccessControlListMapping(g.Record):
    """One SipIpAccessControlListMapping."""

    account_sid: Sid | None = g.UNSET
    date_created: datetime | None = g.UNSET
    date_updated: datetime | None = g.UNSET
    domain_sid: Sid | None = g.UNSET
    friendly_name: str | None = g.UNSET
    sid: Sid | None = g.UNSET
    uri: str | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="SipIpAccessControlListMapping",
        service=SERVICE,
        item="IpAccessControlListMapping",
        list="IpAccessControlListMappings",
        accepts=("IpAccessControlList",),
        json_list="ip_access_control_list_mappings",
        wire="twilio_ops._wire.sip_ip_access_control_list_mapping",
        fields=(
            g.FieldSpec("account_sid", "AccountSid", g.SID),
            g.FieldSpec("date_created", "DateCreated", g.RFC2822),
            g.FieldSpec("date_updated", "DateUpdated", g.RFC2822),
            g.FieldSpec("domain_sid", "DomainSid", g.SID),
            g.FieldSpec("friendly_name", "FriendlyName", g.TEXT),
            g.FieldSpec("sid", "Sid", g.SID),
            g.FieldSpec("uri", "Uri", g.TEXT),
        ),
    )


class GetSipIpAccessControlListMapping(g.Get[SipIpAccessControlListMapping]):
    """Get SipIpAccessControlListMapping: ``GET /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/IpAccessControlListMappings/{Sid}``.

    Takes ``[AccountSid:]DomainSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipIpAccessControlListMapping",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/IpAccessControlListMappings/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "DomainSid": g.Key(("SD",)),
            "Sid": g.Key(("AL",)),
        },
        record=SipIpAccessControlListMapping,
        root="IpAccessControlListMapping",
        response_profile="profiles/SipIpAccessControlListMapping/GetSipIpAccessControlListMapping.response.xsd",
    )


class QuerySipIpAccessControlListMapping(g.Query[SipIpAccessControlListMapping]):
    """Query SipIpAccessControlListMapping: ``GET /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/IpAccessControlListMappings``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipIpAccessControlListMapping",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/IpAccessControlListMappings",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "DomainSid": g.Key(("SD",)),
        },
        record=SipIpAccessControlListMapping,
        root="IpAccessControlListMapping",
        cardinality="many",
        paging="uris",
        response_profile="profiles/SipIpAccessControlListMapping/QuerySipIpAccessControlListMapping.response.xsd",
    )


@frozen(kw_only=True)
class CreateSipIpAccessControlListMappingRequest(g.ActionRequest):
    """What Create of SipIpAccessControlListMapping takes; None is not sent, an empty text is."""

    ip_access_control_list_sid: str
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipIpAccessControlListMapping",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/IpAccessControlListMappings",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "DomainSid": g.Key(("SD",)),
        },
        record=SipIpAccessControlListMapping,
        root="IpAccessControlListMapping",
        status=(201,),
        encoding="form",
        parameters=(g.ParameterSpec("ip_access_control_list_sid", "IpAccessControlListSid", g.SidKind("AL"), required=True),),
        request_profile="profiles/SipIpAccessControlListMapping/CreateSipIpAccessControlListMapping.request.xsd",
        response_profile="profiles/SipIpAccessControlListMapping/CreateSipIpAccessControlListMapping.response.xsd",
    )


class CreateSipIpAccessControlListMapping(g.Create[CreateSipIpAccessControlListMappingRequest, SipIpAccessControlListMapping]):
    """Create SipIpAccessControlListMapping: ``POST /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/IpAccessControlListMappings``."""

    spec: ClassVar[g.OperationSpec] = CreateSipIpAccessControlListMappingRequest.spec
    request: ClassVar[type[g.ActionRequest]] = CreateSipIpAccessControlListMappingRequest

    def __call__(
        self,
        *,
        parent: str,
        ip_access_control_list_sid: str,
    ) -> SipIpAccessControlListMapping:
        """Create one; ``parent`` is ``[AccountSid:]DomainSid``."""
        return self.run(
            CreateSipIpAccessControlListMappingRequest(
                ip_access_control_list_sid=ip_access_control_list_sid,
            ),
            parent,
        )


class DeleteSipIpAccessControlListMapping(g.Delete):
    """Delete SipIpAccessControlListMapping: ``DELETE /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/IpAccessControlListMappings/{Sid}``.

    Takes ``[AccountSid:]DomainSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipIpAccessControlListMapping",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/IpAccessControlListMappings/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "DomainSid": g.Key(("SD",)),
            "Sid": g.Key(("AL",)),
        },
        root="IpAccessControlListMapping",
        status=(204,),
        cardinality="none",
        request_profile="profiles/SipIpAccessControlListMapping/DeleteSipIpAccessControlListMapping.request.xsd",
    )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "SipIpAccessControlListMapping", ("Get", "Query", "Create", "Delete"))
