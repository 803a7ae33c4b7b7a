"""SipCredentialList: every action through both doors, on sample documents."""

from __future__ import annotations

from twilio_ops.api.sip_credential_list import (
    CreateSipCredentialList,
    DeleteSipCredentialList,
    GetSipCredentialList,
    QuerySipCredentialList,
    SipCredentialList,
    UpdateSipCredentialList,
)

from .harness import check


def test_get_sip_credential_list() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{Sid}."""
    records = check(
        GetSipCredentialList,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/CredentialLists/CL0123456789abcdef0123456789abcdef",
        address="CL0123456789abcdef0123456789abcdef",
    )
    assert [SipCredentialList] == [type(record) for record in records]


def test_query_sip_credential_list() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists."""
    records = check(
        QuerySipCredentialList,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/CredentialLists",
    )
    assert [SipCredentialList] == [type(record) for record in records]


def test_create_sip_credential_list() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists."""
    records = check(
        CreateSipCredentialList,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/CredentialLists",
        arguments={
            "friendly_name": "text & more",
        },
        sent=[
            ("FriendlyName", "text & more"),
        ],
    )
    assert [SipCredentialList] == [type(record) for record in records]


def test_update_sip_credential_list() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{Sid}."""
    records = check(
        UpdateSipCredentialList,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/CredentialLists/CL0123456789abcdef0123456789abcdef",
        address="CL0123456789abcdef0123456789abcdef",
        arguments={
            "friendly_name": "text & more",
        },
        sent=[
            ("FriendlyName", "text & more"),
        ],
    )
    assert [SipCredentialList] == [type(record) for record in records]


def test_delete_sip_credential_list() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{Sid}."""
    check(
        DeleteSipCredentialList,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/CredentialLists/CL0123456789abcdef0123456789abcdef",
        address="CL0123456789abcdef0123456789abcdef",
    )
