"""SipIpAddress: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.sip_ip_address as api

from .harness import check


def test_get_sip_ip_address() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{IpAccessControlListSid}/IpAddresses/{Sid}."""
    check(
        api.GetSipIpAddress,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/IpAccessControlLists/AL0123456789abcdef0123456789abcdef/IpAddresses/IP0123456789abcdef0123456789abcdef",
        address="AL0123456789abcdef0123456789abcdef:IP0123456789abcdef0123456789abcdef",
        record=api.SipIpAddress,
    )


def test_query_sip_ip_address() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{IpAccessControlListSid}/IpAddresses."""
    check(
        api.QuerySipIpAddress,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/IpAccessControlLists/AL0123456789abcdef0123456789abcdef/IpAddresses",
        address="AL0123456789abcdef0123456789abcdef",
        record=api.SipIpAddress,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_create_sip_ip_address() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{IpAccessControlListSid}/IpAddresses."""
    check(
        api.CreateSipIpAddress,
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
        record=api.SipIpAddress,
        facts={"status": (201,), "encoding": "form", "required": ("FriendlyName", "IpAddress")},
    )


def test_update_sip_ip_address() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{IpAccessControlListSid}/IpAddresses/{Sid}."""
    check(
        api.UpdateSipIpAddress,
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
        record=api.SipIpAddress,
        facts={"encoding": "form"},
    )


def test_delete_sip_ip_address() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{IpAccessControlListSid}/IpAddresses/{Sid}."""
    check(
        api.DeleteSipIpAddress,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/IpAccessControlLists/AL0123456789abcdef0123456789abcdef/IpAddresses/IP0123456789abcdef0123456789abcdef",
        address="AL0123456789abcdef0123456789abcdef:IP0123456789abcdef0123456789abcdef",
        facts={"status": (204,)},
    )
