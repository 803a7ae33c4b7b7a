"""SipIpAddress: Get, Query, Create, Update, Delete.

A SIP IP address is an address, or a range of them, that may call a domain.

https://www.twilio.com/docs/voice/sip/api/sip-ipaddress-resource
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

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

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "IpAccessControlListSid": g.Key(("AL",)),
    "Sid": g.Key(("IP",)),
}


@g.record
class SipIpAddress(g.Record):
    """One SipIpAddress.

    A SIP IP address is an address, or a range of them, that may call a domain.
    """

    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with IP."""
    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    friendly_name: str | None = g.field("FriendlyName")
    """People see this name; Twilio gives it no meaning."""
    ip_address: str | None = g.field("IpAddress")
    """Calls may come from this IPv4 address."""
    cidr_prefix_length: int | None = g.field("CidrPrefixLength", g.INTEGER)
    """This many leading bits of the address count, 32 for it alone."""
    ip_access_control_list_sid: Sid | None = g.field("IpAccessControlListSid", g.SID)
    """The address is in this list. A Sid that begins with AL."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="SipIpAddress",
        service=SERVICE,
        item="IpAddress",
        list="IpAddresses",
    )


class GetSipIpAddress(g.Get[SipIpAddress]):
    """Get SipIpAddress:
    ``GET /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{IpAccessControlListSid}/IpAddresses/{Sid}``.

    Twilio answers with the one record that the Sid names.

    Takes ``[AccountSid:]IpAccessControlListSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipIpAddress",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{IpAccessControlListSid}/IpAddresses/{Sid}",),
        keys=_KEYS,
        record=SipIpAddress,
        root="IpAddress",
        response_profile="profiles/SipIpAddress/GetSipIpAddress.response.xsd",
    )

    def __call__(self, sid: str, /) -> SipIpAddress:
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]IpAccessControlListSid:Sid``.
        """
        return self.run(sid)


class QuerySipIpAddress(g.Query[SipIpAddress]):
    """Query SipIpAddress:
    ``GET /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{IpAccessControlListSid}/IpAddresses``.

    Twilio lists the records that the filters let through, page by page.

    Takes ``[AccountSid:]IpAccessControlListSid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipIpAddress",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{IpAccessControlListSid}/IpAddresses",),
        keys=_KEYS,
        record=SipIpAddress,
        root="IpAddress",
        cardinality="many",
        json_list="ip_addresses",
        paging="uris",
        max_page_size=1000,
        response_profile="profiles/SipIpAddress/QuerySipIpAddress.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[SipIpAddress]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``[AccountSid:]IpAccessControlListSid``.
        """
        return self.run(parent)


@g.request
class CreateSipIpAddressRequest(g.Parameters):
    """What Create of SipIpAddress takes; None is not sent, an empty text is."""

    friendly_name: str = g.required("FriendlyName")
    """People see this name; Twilio gives it no meaning."""
    ip_address: str = g.required("IpAddress")
    """Calls may come from this IPv4 address."""
    cidr_prefix_length: int | None = g.optional("CidrPrefixLength", g.INTEGER)
    """This many leading bits of the address count, 32 for it alone."""


class CreateSipIpAddress(g.Create[CreateSipIpAddressRequest, SipIpAddress]):
    """Create SipIpAddress:
    ``POST /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{IpAccessControlListSid}/IpAddresses``.

    Twilio makes a new record and answers with it.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipIpAddress",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{IpAccessControlListSid}/IpAddresses",),
        keys=_KEYS,
        record=SipIpAddress,
        root="IpAddress",
        status=(201,),
        encoding="form",
        request_profile="profiles/SipIpAddress/CreateSipIpAddress.request.xsd",
        response_profile="profiles/SipIpAddress/CreateSipIpAddress.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = CreateSipIpAddressRequest

    def __call__(
        self,
        *,
        parent: str,
        friendly_name: str,
        ip_address: str,
        cidr_prefix_length: int | None = None,
    ) -> SipIpAddress:
        """Twilio makes a new record and answers with it.

        Args:
            parent: It lives under ``[AccountSid:]IpAccessControlListSid``.
            friendly_name: People see this name; Twilio gives it no meaning.
            ip_address: Calls may come from this IPv4 address.
            cidr_prefix_length: This many leading bits of the address count, 32 for it alone.
        """
        return self.run(
            CreateSipIpAddressRequest(
                friendly_name=friendly_name,
                ip_address=ip_address,
                cidr_prefix_length=cidr_prefix_length,
            ),
            parent,
        )


@g.request
class UpdateSipIpAddressRequest(g.Parameters):
    """What Update of SipIpAddress takes; None is not sent, an empty text is."""

    ip_address: str | None = g.optional("IpAddress")
    """Calls may come from this IPv4 address."""
    friendly_name: str | None = g.optional("FriendlyName")
    """People see this name; Twilio gives it no meaning."""
    cidr_prefix_length: int | None = g.optional("CidrPrefixLength", g.INTEGER)
    """This many leading bits of the address count, 32 for it alone."""


class UpdateSipIpAddress(g.Update[UpdateSipIpAddressRequest, SipIpAddress]):
    """Update SipIpAddress:
    ``POST /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{IpAccessControlListSid}/IpAddresses/{Sid}``.

    Twilio changes the parameters that are sent and keeps everything else.

    Takes ``[AccountSid:]IpAccessControlListSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipIpAddress",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{IpAccessControlListSid}/IpAddresses/{Sid}",),
        keys=_KEYS,
        record=SipIpAddress,
        root="IpAddress",
        encoding="form",
        request_profile="profiles/SipIpAddress/UpdateSipIpAddress.request.xsd",
        response_profile="profiles/SipIpAddress/UpdateSipIpAddress.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = UpdateSipIpAddressRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        ip_address: str | None = None,
        friendly_name: str | None = None,
        cidr_prefix_length: int | None = None,
    ) -> SipIpAddress:
        """Twilio changes the parameters that are sent and keeps everything else.

        Args:
            sid: The record's Sid, ``[AccountSid:]IpAccessControlListSid:Sid``.
            ip_address: Calls may come from this IPv4 address.
            friendly_name: People see this name; Twilio gives it no meaning.
            cidr_prefix_length: This many leading bits of the address count, 32 for it alone.
        """
        return self.run(
            sid,
            UpdateSipIpAddressRequest(
                ip_address=ip_address,
                friendly_name=friendly_name,
                cidr_prefix_length=cidr_prefix_length,
            ),
        )


class DeleteSipIpAddress(g.Delete):
    """Delete SipIpAddress:
    ``DELETE /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{IpAccessControlListSid}/IpAddresses/{Sid}``.

    Twilio removes the record for good.

    Takes ``[AccountSid:]IpAccessControlListSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipIpAddress",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{IpAccessControlListSid}/IpAddresses/{Sid}",),
        keys=_KEYS,
        root="IpAddress",
        status=(204,),
        cardinality="none",
        request_profile="profiles/SipIpAddress/DeleteSipIpAddress.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """Twilio removes the record for good.

        Args:
            sid: The record's Sid, ``[AccountSid:]IpAccessControlListSid:Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "SipIpAddress", ("Get", "Query", "Create", "Update", "Delete"))
