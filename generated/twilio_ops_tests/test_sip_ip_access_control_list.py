"""SipIpAccessControlList: every action through both doors, on sample documents."""

from __future__ import annotations

from twilio_ops.api.sip_ip_access_control_list import (
    CreateSipIpAccessControlList,
    DeleteSipIpAccessControlList,
    GetSipIpAccessControlList,
    QuerySipIpAccessControlList,
    SipIpAccessControlList,
    UpdateSipIpAccessControlList,
)

from .harness import check


def test_get_sip_ip_access_control_list() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{Sid}."""
    records = check(
        GetSipIpAccessControlList,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/IpAccessControlLists/AL0123456789abcdef0123456789abcdef",
        address="AL0123456789abcdef0123456789abcdef",
    )
    assert [SipIpAccessControlList] == [type(record) for record in records]


def test_query_sip_ip_access_control_list() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists."""
    records = check(
        QuerySipIpAccessControlList,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/IpAccessControlLists",
    )
    assert [SipIpAccessControlList] == [type(record) for record in records]


def test_create_sip_ip_access_control_list() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists."""
    records = check(
        CreateSipIpAccessControlList,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/IpAccessControlLists",
        arguments={
            "friendly_name": "text & more",
        },
        sent=[
            ("FriendlyName", "text & more"),
        ],
    )
    assert [SipIpAccessControlList] == [type(record) for record in records]


def test_update_sip_ip_access_control_list() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{Sid}."""
    records = check(
        UpdateSipIpAccessControlList,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/IpAccessControlLists/AL0123456789abcdef0123456789abcdef",
        address="AL0123456789abcdef0123456789abcdef",
        arguments={
            "friendly_name": "text & more",
        },
        sent=[
            ("FriendlyName", "text & more"),
        ],
    )
    assert [SipIpAccessControlList] == [type(record) for record in records]


def test_delete_sip_ip_access_control_list() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/SIP/IpAccessControlLists/{Sid}."""
    check(
        DeleteSipIpAccessControlList,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/IpAccessControlLists/AL0123456789abcdef0123456789abcdef",
        address="AL0123456789abcdef0123456789abcdef",
    )
