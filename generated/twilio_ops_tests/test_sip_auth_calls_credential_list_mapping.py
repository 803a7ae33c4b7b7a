"""SipAuthCallsCredentialListMapping: every action through both doors, on sample documents."""

from __future__ import annotations

import twilio_ops.api.sip_auth_calls_credential_list_mapping as api

from .harness import check


def test_get_sip_auth_calls_credential_list_mapping() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Calls/CredentialListMappings/{Sid}."""
    check(
        api.GetSipAuthCallsCredentialListMapping,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/Domains/SD0123456789abcdef0123456789abcdef/Auth/Calls/CredentialListMappings/CL0123456789abcdef0123456789abcdef",
        address="SD0123456789abcdef0123456789abcdef:CL0123456789abcdef0123456789abcdef",
        record=api.SipAuthCallsCredentialListMapping,
    )


def test_query_sip_auth_calls_credential_list_mapping() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Calls/CredentialListMappings."""
    check(
        api.QuerySipAuthCallsCredentialListMapping,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/Domains/SD0123456789abcdef0123456789abcdef/Auth/Calls/CredentialListMappings",
        address="SD0123456789abcdef0123456789abcdef",
        record=api.SipAuthCallsCredentialListMapping,
        facts={"paging": "uris", "max_page_size": 1000},
    )


def test_create_sip_auth_calls_credential_list_mapping() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Calls/CredentialListMappings."""
    check(
        api.CreateSipAuthCallsCredentialListMapping,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/Domains/SD0123456789abcdef0123456789abcdef/Auth/Calls/CredentialListMappings",
        address="SD0123456789abcdef0123456789abcdef",
        arguments={
            "credential_list_sid": "CL0123456789abcdef0123456789abcdef",
        },
        sent=[
            ("CredentialListSid", "CL0123456789abcdef0123456789abcdef"),
        ],
        record=api.SipAuthCallsCredentialListMapping,
        facts={"status": (201,), "encoding": "form", "required": ("CredentialListSid",)},
    )


def test_delete_sip_auth_calls_credential_list_mapping() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Calls/CredentialListMappings/{Sid}."""
    check(
        api.DeleteSipAuthCallsCredentialListMapping,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/Domains/SD0123456789abcdef0123456789abcdef/Auth/Calls/CredentialListMappings/CL0123456789abcdef0123456789abcdef",
        address="SD0123456789abcdef0123456789abcdef:CL0123456789abcdef0123456789abcdef",
        facts={"status": (204,)},
    )
