"""SipAuthRegistrationsCredentialListMapping: every action through both doors, on sample documents."""

from __future__ import annotations

from twilio_ops.api.sip_auth_registrations_credential_list_mapping import (
    CreateSipAuthRegistrationsCredentialListMapping,
    DeleteSipAuthRegistrationsCredentialListMapping,
    GetSipAuthRegistrationsCredentialListMapping,
    QuerySipAuthRegistrationsCredentialListMapping,
    SipAuthRegistrationsCredentialListMapping,
)

from .harness import check


def test_get_sip_auth_registrations_credential_list_mapping() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Registrations/CredentialListMappings/{Sid}."""
    records = check(
        GetSipAuthRegistrationsCredentialListMapping,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/Domains/SD0123456789abcdef0123456789abcdef/Auth/Registrations/CredentialListMappings/CL0123456789abcdef0123456789abcdef",
        address="SD0123456789abcdef0123456789abcdef:CL0123456789abcdef0123456789abcdef",
    )
    assert [SipAuthRegistrationsCredentialListMapping] == [type(record) for record in records]


def test_query_sip_auth_registrations_credential_list_mapping() -> None:
    """GET /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Registrations/CredentialListMappings."""
    records = check(
        QuerySipAuthRegistrationsCredentialListMapping,
        "GET",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/Domains/SD0123456789abcdef0123456789abcdef/Auth/Registrations/CredentialListMappings",
        address="SD0123456789abcdef0123456789abcdef",
    )
    assert [SipAuthRegistrationsCredentialListMapping] == [type(record) for record in records]


def test_create_sip_auth_registrations_credential_list_mapping() -> None:
    """POST /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Registrations/CredentialListMappings."""
    records = check(
        CreateSipAuthRegistrationsCredentialListMapping,
        "POST",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/Domains/SD0123456789abcdef0123456789abcdef/Auth/Registrations/CredentialListMappings",
        address="SD0123456789abcdef0123456789abcdef",
        arguments={
            "credential_list_sid": "CL0123456789abcdef0123456789abcdef",
        },
        sent=[
            ("CredentialListSid", "CL0123456789abcdef0123456789abcdef"),
        ],
    )
    assert [SipAuthRegistrationsCredentialListMapping] == [type(record) for record in records]


def test_delete_sip_auth_registrations_credential_list_mapping() -> None:
    """DELETE /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{DomainSid}/Auth/Registrations/CredentialListMappings/{Sid}."""
    check(
        DeleteSipAuthRegistrationsCredentialListMapping,
        "DELETE",
        "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/SIP/Domains/SD0123456789abcdef0123456789abcdef/Auth/Registrations/CredentialListMappings/CL0123456789abcdef0123456789abcdef",
        address="SD0123456789abcdef0123456789abcdef:CL0123456789abcdef0123456789abcdef",
    )
