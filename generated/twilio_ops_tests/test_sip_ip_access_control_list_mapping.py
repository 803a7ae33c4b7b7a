"""SipIpAccessControlListMapping: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.sip_ip_access_control_list_mapping as api

from .harness import check


def test_get_sip_ip_access_control_list_mapping() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/IpAccessControlListMappings/{Sid}."""
    check(
        api.GetSipIpAccessControlListMapping,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/Domains/SD0123456789abcdef0123456789abcdef/IpAccessControlListMappings/AL0123456789abcdef0123456789abcdef",
        address="SD0123456789abcdef0123456789abcdef:AL0123456789abcdef0123456789abcdef",
        record=api.SipIpAccessControlListMapping,
    )


def test_query_sip_ip_access_control_list_mapping() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/IpAccessControlListMappings."""
    check(
        api.QuerySipIpAccessControlListMapping,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/Domains/SD0123456789abcdef0123456789abcdef/IpAccessControlListMappings",
        address="SD0123456789abcdef0123456789abcdef",
        record=api.SipIpAccessControlListMapping,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_create_sip_ip_access_control_list_mapping() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/IpAccessControlListMappings."""
    check(
        api.CreateSipIpAccessControlListMapping,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/Domains/SD0123456789abcdef0123456789abcdef/IpAccessControlListMappings",
        address="SD0123456789abcdef0123456789abcdef",
        arguments={
            "ip_access_control_list_sid": "AL0123456789abcdef0123456789abcdef",
        },
        sent=[
            ("IpAccessControlListSid", "AL0123456789abcdef0123456789abcdef"),
        ],
        record=api.SipIpAccessControlListMapping,
        facts={"status": (201,), "encoding": "form", "required": ("IpAccessControlListSid",)},
    )


def test_delete_sip_ip_access_control_list_mapping() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/IpAccessControlListMappings/{Sid}."""
    check(
        api.DeleteSipIpAccessControlListMapping,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/Domains/SD0123456789abcdef0123456789abcdef/IpAccessControlListMappings/AL0123456789abcdef0123456789abcdef",
        address="SD0123456789abcdef0123456789abcdef:AL0123456789abcdef0123456789abcdef",
        facts={"status": (204,)},
    )
