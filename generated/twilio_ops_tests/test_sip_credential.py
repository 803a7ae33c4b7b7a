"""SipCredential: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.sip_credential as api

from .harness import check


def test_get_sip_credential() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials/{Sid}."""
    check(
        api.GetSipCredential,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/CredentialLists/CL0123456789abcdef0123456789abcdef/Credentials/CR0123456789abcdef0123456789abcdef",
        address="CL0123456789abcdef0123456789abcdef:CR0123456789abcdef0123456789abcdef",
        record=api.SipCredential,
    )


def test_query_sip_credential() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials."""
    check(
        api.QuerySipCredential,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/CredentialLists/CL0123456789abcdef0123456789abcdef/Credentials",
        address="CL0123456789abcdef0123456789abcdef",
        record=api.SipCredential,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_create_sip_credential() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials."""
    check(
        api.CreateSipCredential,
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
        record=api.SipCredential,
        facts={"status": (201,), "encoding": "form", "required": ("Password", "Username"), "secret": ("Password",)},
    )


def test_update_sip_credential() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials/{Sid}."""
    check(
        api.UpdateSipCredential,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/CredentialLists/CL0123456789abcdef0123456789abcdef/Credentials/CR0123456789abcdef0123456789abcdef",
        address="CL0123456789abcdef0123456789abcdef:CR0123456789abcdef0123456789abcdef",
        arguments={
            "password": "text & more",
        },
        sent=[
            ("Password", "text & more"),
        ],
        record=api.SipCredential,
        facts={"encoding": "form", "secret": ("Password",)},
    )


def test_delete_sip_credential() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{CredentialListSid}/Credentials/{Sid}."""
    check(
        api.DeleteSipCredential,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/CredentialLists/CL0123456789abcdef0123456789abcdef/Credentials/CR0123456789abcdef0123456789abcdef",
        address="CL0123456789abcdef0123456789abcdef:CR0123456789abcdef0123456789abcdef",
        facts={"status": (204,)},
    )
