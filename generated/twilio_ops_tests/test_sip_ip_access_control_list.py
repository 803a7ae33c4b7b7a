"""SipIpAccessControlList: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.sip_ip_access_control_list as api

from .harness import check


def test_get_sip_ip_access_control_list() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{Sid}."""
    check(
        api.GetSipIpAccessControlList,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/IpAccessControlLists/AL0123456789abcdef0123456789abcdef",
        address="AL0123456789abcdef0123456789abcdef",
        record=api.SipIpAccessControlList,
    )


def test_query_sip_ip_access_control_list() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists."""
    check(
        api.QuerySipIpAccessControlList,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/IpAccessControlLists",
        record=api.SipIpAccessControlList,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_create_sip_ip_access_control_list() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists."""
    check(
        api.CreateSipIpAccessControlList,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/IpAccessControlLists",
        arguments={
            "friendly_name": "text & more",
        },
        sent=[
            ("FriendlyName", "text & more"),
        ],
        record=api.SipIpAccessControlList,
        facts={"status": (201,), "encoding": "form", "required": ("FriendlyName",)},
    )


def test_update_sip_ip_access_control_list() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{Sid}."""
    check(
        api.UpdateSipIpAccessControlList,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/IpAccessControlLists/AL0123456789abcdef0123456789abcdef",
        address="AL0123456789abcdef0123456789abcdef",
        arguments={
            "friendly_name": "text & more",
        },
        sent=[
            ("FriendlyName", "text & more"),
        ],
        record=api.SipIpAccessControlList,
        facts={"encoding": "form", "required": ("FriendlyName",)},
    )


def test_delete_sip_ip_access_control_list() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{Sid}."""
    check(
        api.DeleteSipIpAccessControlList,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/IpAccessControlLists/AL0123456789abcdef0123456789abcdef",
        address="AL0123456789abcdef0123456789abcdef",
        facts={"status": (204,)},
    )
