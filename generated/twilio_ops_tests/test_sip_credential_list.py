"""SipCredentialList: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.sip_credential_list as api

from .harness import check


def test_get_sip_credential_list() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{Sid}."""
    check(
        api.GetSipCredentialList,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/CredentialLists/CL0123456789abcdef0123456789abcdef",
        address="CL0123456789abcdef0123456789abcdef",
        record=api.SipCredentialList,
    )


def test_query_sip_credential_list() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists."""
    check(
        api.QuerySipCredentialList,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/CredentialLists",
        record=api.SipCredentialList,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_create_sip_credential_list() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists."""
    check(
        api.CreateSipCredentialList,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/CredentialLists",
        arguments={
            "friendly_name": "text & more",
        },
        sent=[
            ("FriendlyName", "text & more"),
        ],
        record=api.SipCredentialList,
        facts={"status": (201,), "encoding": "form", "required": ("FriendlyName",)},
    )


def test_update_sip_credential_list() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{Sid}."""
    check(
        api.UpdateSipCredentialList,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/CredentialLists/CL0123456789abcdef0123456789abcdef",
        address="CL0123456789abcdef0123456789abcdef",
        arguments={
            "friendly_name": "text & more",
        },
        sent=[
            ("FriendlyName", "text & more"),
        ],
        record=api.SipCredentialList,
        facts={"encoding": "form", "required": ("FriendlyName",)},
    )


def test_delete_sip_credential_list() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/SIP/CredentialLists/{Sid}."""
    check(
        api.DeleteSipCredentialList,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/CredentialLists/CL0123456789abcdef0123456789abcdef",
        address="CL0123456789abcdef0123456789abcdef",
        facts={"status": (204,)},
    )
