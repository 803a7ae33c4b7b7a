"""SipCredential: every action through both doors, on sample documents."""

from __future__ import annotations

from twilio_ops.api.sip_credential import (
    CreateSipCredential,
    DeleteSipCredential,
    GetSipCredential,
    QuerySipCredential,
    SipCredential,
    UpdateSipCredential,
)

from .harness import check


def test_get_sip_credential() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials/{Sid}."""
    records = check(
        GetSipCredential,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/CredentialLists/CL0123456789abcdef0123456789abcdef/Credentials/CR0123456789abcdef0123456789abcdef",
        address="CL0123456789abcdef0123456789abcdef:CR0123456789abcdef0123456789abcdef",
    )
    assert [SipCredential] == [type(record) for record in records]


def test_query_sip_credential() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials."""
    records = check(
        QuerySipCredential,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/CredentialLists/CL0123456789abcdef0123456789abcdef/Credentials",
        address="CL0123456789abcdef0123456789abcdef",
    )
    assert [SipCredential] == [type(record) for record in records]


def test_create_sip_credential() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials."""
    records = check(
        CreateSipCredential,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/CredentialLists/CL0123456789abcdef0123456789abcdef/Credentials",
        address="CL0123456789abcdef0123456789abcdef",
        arguments={
            "username": "text & more",
            "password": "text & more",
        },
        sent=[
            ("Username", "text & more"),
            ("Password", "text & more"),
        ],
    )
    assert [SipCredential] == [type(record) for record in records]


def test_update_sip_credential() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials/{Sid}."""
    records = check(
        UpdateSipCredential,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/CredentialLists/CL0123456789abcdef0123456789abcdef/Credentials/CR0123456789abcdef0123456789abcdef",
        address="CL0123456789abcdef0123456789abcdef:CR0123456789abcdef0123456789abcdef",
        arguments={
            "password": "text & more",
        },
        sent=[
            ("Password", "text & more"),
        ],
    )
    assert [SipCredential] == [type(record) for record in records]


def test_delete_sip_credential() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials/{Sid}."""
    check(
        DeleteSipCredential,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/CredentialLists/CL0123456789abcdef0123456789abcdef/Credentials/CR0123456789abcdef0123456789abcdef",
        address="CL0123456789abcdef0123456789abcdef:CR0123456789abcdef0123456789abcdef",
    )
