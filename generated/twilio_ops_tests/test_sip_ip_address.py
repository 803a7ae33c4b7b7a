"""SipIpAddress: every action through both doors, on sample documents."""

from __future__ import annotations

from twilio_ops.api.sip_ip_address import (
    CreateSipIpAddress,
    DeleteSipIpAddress,
    GetSipIpAddress,
    QuerySipIpAddress,
    SipIpAddress,
    UpdateSipIpAddress,
)

from .harness import check


def test_get_sip_ip_address() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{IpAccessControlListSid}/IpAddresses/{Sid}."""
    records = check(
        GetSipIpAddress,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/IpAccessControlLists/AL0123456789abcdef0123456789abcdef/IpAddresses/IP0123456789abcdef0123456789abcdef",
        address="AL0123456789abcdef0123456789abcdef:IP0123456789abcdef0123456789abcdef",
    )
    assert [SipIpAddress] == [type(record) for record in records]


def test_query_sip_ip_address() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{IpAccessControlListSid}/IpAddresses."""
    records = check(
        QuerySipIpAddress,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/IpAccessControlLists/AL0123456789abcdef0123456789abcdef/IpAddresses",
        address="AL0123456789abcdef0123456789abcdef",
    )
    assert [SipIpAddress] == [type(record) for record in records]


def test_create_sip_ip_address() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{IpAccessControlListSid}/IpAddresses."""
    records = check(
        CreateSipIpAddress,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/IpAccessControlLists/AL0123456789abcdef0123456789abcdef/IpAddresses",
        address="AL0123456789abcdef0123456789abcdef",
        arguments={
            "friendly_name": "text & more",
            "ip_address": "text & more",
            "cidr_prefix_length": 1,
        },
        sent=[
            ("FriendlyName", "text & more"),
            ("IpAddress", "text & more"),
            ("CidrPrefixLength", "1"),
        ],
    )
    assert [SipIpAddress] == [type(record) for record in records]


def test_update_sip_ip_address() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{IpAccessControlListSid}/IpAddresses/{Sid}."""
    records = check(
        UpdateSipIpAddress,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/IpAccessControlLists/AL0123456789abcdef0123456789abcdef/IpAddresses/IP0123456789abcdef0123456789abcdef",
        address="AL0123456789abcdef0123456789abcdef:IP0123456789abcdef0123456789abcdef",
        arguments={
            "ip_address": "text & more",
            "friendly_name": "text & more",
            "cidr_prefix_length": 1,
        },
        sent=[
            ("IpAddress", "text & more"),
            ("FriendlyName", "text & more"),
            ("CidrPrefixLength", "1"),
        ],
    )
    assert [SipIpAddress] == [type(record) for record in records]


def test_delete_sip_ip_address() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{IpAccessControlListSid}/IpAddresses/{Sid}."""
    check(
        DeleteSipIpAddress,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/IpAccessControlLists/AL0123456789abcdef0123456789abcdef/IpAddresses/IP0123456789abcdef0123456789abcdef",
        address="AL0123456789abcdef0123456789abcdef:IP0123456789abcdef0123456789abcdef",
    )
