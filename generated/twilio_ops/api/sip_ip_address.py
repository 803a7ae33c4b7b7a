"""SipIpAddress: Get, Query, Create, Update, Delete."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops_runtime.generated import Sid

__all__ = [
    "CreateSipIpAddress",
    "CreateSipIpAddressRequest",
    "DeleteSipIpAddress",
    "GetSipIpAddress",
    "QuerySipIpAddress",
    "SipIpAddress",
    "UpdateSipIpAddress",
    "UpdateSipIpAddressRequest",
]


@frozen(kw_only=True, repr=False, eq=False)
class SipIpAddress(g.Record):
    """One SipIpAddress."""

    sid: Sid | None = g.UNSET
    account_sid: Sid | None = g.UNSET
    friendly_name: str | None = g.UNSET
    ip_address: str | None = g.UNSET
    cidr_prefix_length: int | None = g.UNSET
    ip_access_control_list_sid: Sid | None = g.UNSET
    date_created: datetime | None = g.UNSET
    date_updated: datetime | None = g.UNSET
    uri: str | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="SipIpAddress",
        service=SERVICE,
        item="IpAddress",
        list="IpAddresses",
        json_list="ip_addresses",
        wire="twilio_ops._wire.sip_ip_address",
        fields=(
            g.FieldSpec("sid", "Sid", g.SID),
            g.FieldSpec("account_sid", "AccountSid", g.SID),
            g.FieldSpec("friendly_name", "FriendlyName", g.TEXT),
            g.FieldSpec("ip_address", "IpAddress", g.TEXT),
            g.FieldSpec("cidr_prefix_length", "CidrPrefixLength", g.INTEGER),
            g.FieldSpec("ip_access_control_list_sid", "IpAccessControlListSid", g.SID),
            g.FieldSpec("date_created", "DateCreated", g.RFC2822),
            g.FieldSpec("date_updated", "DateUpdated", g.RFC2822),
            g.FieldSpec("uri", "Uri", g.TEXT),
        ),
    )


class GetSipIpAddress(g.Get[SipIpAddress]):
    """Get SipIpAddress: ``GET /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{IpAccessControlListSid}/IpAddresses/{Sid}``.

    Takes ``[AccountSid:]IpAccessControlListSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipIpAddress",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{IpAccessControlListSid}/IpAddresses/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "IpAccessControlListSid": g.Key(("AL",)),
            "Sid": g.Key(("IP",)),
        },
        record=SipIpAddress,
        root="IpAddress",
        response_profile="profiles/SipIpAddress/GetSipIpAddress.response.xsd",
    )


class QuerySipIpAddress(g.Query[SipIpAddress]):
    """Query SipIpAddress: ``GET /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{IpAccessControlListSid}/IpAddresses``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipIpAddress",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{IpAccessControlListSid}/IpAddresses",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "IpAccessControlListSid": g.Key(("AL",)),
        },
        record=SipIpAddress,
        root="IpAddress",
        cardinality="many",
        paging="uris",
        response_profile="profiles/SipIpAddress/QuerySipIpAddress.response.xsd",
    )


@frozen(kw_only=True)
class CreateSipIpAddressRequest(g.ActionRequest):
    """What Create of SipIpAddress takes; None is not sent, an empty text is."""

    friendly_name: str
    ip_address: str
    cidr_prefix_length: int | None = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipIpAddress",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{IpAccessControlListSid}/IpAddresses",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "IpAccessControlListSid": g.Key(("AL",)),
        },
        record=SipIpAddress,
        root="IpAddress",
        status=(201,),
        encoding="form",
        parameters=(
            g.ParameterSpec("friendly_name", "FriendlyName", g.TEXT, required=True),
            g.ParameterSpec("ip_address", "IpAddress", g.TEXT, required=True),
            g.ParameterSpec("cidr_prefix_length", "CidrPrefixLength", g.INTEGER),
        ),
        request_profile="profiles/SipIpAddress/CreateSipIpAddress.request.xsd",
        response_profile="profiles/SipIpAddress/CreateSipIpAddress.response.xsd",
    )


class CreateSipIpAddress(g.Create[CreateSipIpAddressRequest, SipIpAddress]):
    """Create SipIpAddress: ``POST /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{IpAccessControlListSid}/IpAddresses``."""

    spec: ClassVar[g.OperationSpec] = CreateSipIpAddressRequest.spec
    request: ClassVar[type[g.ActionRequest]] = CreateSipIpAddressRequest

    def __call__(
        self,
        *,
        parent: str,
        friendly_name: str,
        ip_address: str,
        cidr_prefix_length: int | None = None,
    ) -> SipIpAddress:
        """Create one; ``parent`` is ``[AccountSid:]IpAccessControlListSid``."""
        return self.run(
            CreateSipIpAddressRequest(
                friendly_name=friendly_name,
                ip_address=ip_address,
                cidr_prefix_length=cidr_prefix_length,
            ),
            parent,
        )


@frozen(kw_only=True)
class UpdateSipIpAddressRequest(g.ActionRequest):
    """What Update of SipIpAddress takes; None is not sent, an empty text is."""

    ip_address: str | None = None
    friendly_name: str | None = None
    cidr_prefix_length: int | None = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipIpAddress",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{IpAccessControlListSid}/IpAddresses/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "IpAccessControlListSid": g.Key(("AL",)),
            "Sid": g.Key(("IP",)),
        },
        record=SipIpAddress,
        root="IpAddress",
        encoding="form",
        parameters=(
            g.ParameterSpec("ip_address", "IpAddress", g.TEXT),
            g.ParameterSpec("friendly_name", "FriendlyName", g.TEXT),
            g.ParameterSpec("cidr_prefix_length", "CidrPrefixLength", g.INTEGER),
        ),
        request_profile="profiles/SipIpAddress/UpdateSipIpAddress.request.xsd",
        response_profile="profiles/SipIpAddress/UpdateSipIpAddress.response.xsd",
    )


class UpdateSipIpAddress(g.Update[UpdateSipIpAddressRequest, SipIpAddress]):
    """Update SipIpAddress: ``POST /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{IpAccessControlListSid}/IpAddresses/{Sid}``.

    Takes ``[AccountSid:]IpAccessControlListSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateSipIpAddressRequest.spec
    request: ClassVar[type[g.ActionRequest]] = UpdateSipIpAddressRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        ip_address: str | None = None,
        friendly_name: str | None = None,
        cidr_prefix_length: int | None = None,
    ) -> SipIpAddress:
        """Change one; what is None is not sent."""
        return self.run(
            sid,
            UpdateSipIpAddressRequest(
                ip_address=ip_address,
                friendly_name=friendly_name,
                cidr_prefix_length=cidr_prefix_length,
            ),
        )


class DeleteSipIpAddress(g.Delete):
    """Delete SipIpAddress: ``DELETE /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{IpAccessControlListSid}/IpAddresses/{Sid}``.

    Takes ``[AccountSid:]IpAccessControlListSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipIpAddress",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{IpAccessControlListSid}/IpAddresses/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "IpAccessControlListSid": g.Key(("AL",)),
            "Sid": g.Key(("IP",)),
        },
        root="IpAddress",
        status=(204,),
        cardinality="none",
        request_profile="profiles/SipIpAddress/DeleteSipIpAddress.request.xsd",
    )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "SipIpAddress", ("Get", "Query", "Create", "Update", "Delete"))
