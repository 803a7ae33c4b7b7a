"""SipDomain: Get, Query, Create, Update, Delete."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops_runtime.generated import Sid

__all__ = [
    "CreateSipDomain",
    "CreateSipDomainRequest",
    "DeleteSipDomain",
    "GetSipDomain",
    "QuerySipDomain",
    "SipDomain",
    "UpdateSipDomain",
    "UpdateSipDomainRequest",
]


@frozen(kw_only=True, repr=False, eq=False)
class SipDomain(g.Record):
    """One SipDomain."""

    account_sid: Sid | None = g.UNSET
    api_version: str | None = g.UNSET
    auth_type: str | None = g.UNSET
    date_created: datetime | None = g.UNSET
    date_updated: datetime | None = g.UNSET
    domain_name: str | None = g.UNSET
    friendly_name: str | None = g.UNSET
    sid: Sid | None = g.UNSET
    uri: str | None = g.UNSET
    voice_fallback_method: str | None = g.UNSET
    voice_fallback_url: str | None = g.UNSET
    voice_method: str | None = g.UNSET
    voice_status_callback_method: str | None = g.UNSET
    voice_status_callback_url: str | None = g.UNSET
    voice_url: str | None = g.UNSET
    subresource_uris: Mapping[str, str] | None = g.UNSET
    sip_registration: bool | None = g.UNSET
    emergency_calling_enabled: bool | None = g.UNSET
    secure: bool | None = g.UNSET
    byoc_trunk_sid: Sid | None = g.UNSET
    emergency_caller_sid: Sid | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="SipDomain",
        service=SERVICE,
        item="SipDomain",
        list="SipDomains",
        accepts=("Domain",),
        json_list="domains",
        wire="twilio_ops._wire.sip_domain",
        fields=(
            g.FieldSpec("account_sid", "AccountSid", g.SID),
            g.FieldSpec("api_version", "ApiVersion", g.TEXT),
            g.FieldSpec("auth_type", "AuthType", g.TEXT),
            g.FieldSpec("date_created", "DateCreated", g.RFC2822),
            g.FieldSpec("date_updated", "DateUpdated", g.RFC2822),
            g.FieldSpec("domain_name", "DomainName", g.TEXT),
            g.FieldSpec("friendly_name", "FriendlyName", g.TEXT),
            g.FieldSpec("sid", "Sid", g.SID),
            g.FieldSpec("uri", "Uri", g.TEXT),
            g.FieldSpec("voice_fallback_method", "VoiceFallbackMethod", g.TEXT),
            g.FieldSpec("voice_fallback_url", "VoiceFallbackUrl", g.TEXT),
            g.FieldSpec("voice_method", "VoiceMethod", g.TEXT),
            g.FieldSpec("voice_status_callback_method", "VoiceStatusCallbackMethod", g.TEXT),
            g.FieldSpec("voice_status_callback_url", "VoiceStatusCallbackUrl", g.TEXT),
            g.FieldSpec("voice_url", "VoiceUrl", g.TEXT),
            g.FieldSpec("subresource_uris", "SubresourceUris", g.URI_MAP),
            g.FieldSpec("sip_registration", "SipRegistration", g.BOOLEAN),
            g.FieldSpec("emergency_calling_enabled", "EmergencyCallingEnabled", g.BOOLEAN),
            g.FieldSpec("secure", "Secure", g.BOOLEAN),
            g.FieldSpec("byoc_trunk_sid", "ByocTrunkSid", g.SID),
            g.FieldSpec("emergency_caller_sid", "EmergencyCallerSid", g.SID),
        ),
    )


class GetSipDomain(g.Get[SipDomain]):
    """Get SipDomain: ``GET /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipDomain",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("SD",)),
        },
        record=SipDomain,
        root="SipDomain",
        response_profile="profiles/SipDomain/GetSipDomain.response.xsd",
    )


class QuerySipDomain(g.Query[SipDomain]):
    """Query SipDomain: ``GET /2010-04-01/Accounts/{AccountSid}/SIP/Domains``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipDomain",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains",),
        keys={
            "AccountSid": g.Key(("AC",)),
        },
        record=SipDomain,
        root="SipDomain",
        cardinality="many",
        paging="uris",
        response_profile="profiles/SipDomain/QuerySipDomain.response.xsd",
    )


@frozen(kw_only=True)
class CreateSipDomainRequest(g.ActionRequest):
    """What Create of SipDomain takes; None is not sent, an empty text is."""

    domain_name: str
    friendly_name: str | None = None
    voice_url: str | None = None
    voice_method: str | None = None
    voice_fallback_url: str | None = None
    voice_fallback_method: str | None = None
    voice_status_callback_url: str | None = None
    voice_status_callback_method: str | None = None
    sip_registration: bool | None = None
    emergency_calling_enabled: bool | None = None
    secure: bool | None = None
    byoc_trunk_sid: str | None = None
    emergency_caller_sid: str | None = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipDomain",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains",),
        keys={
            "AccountSid": g.Key(("AC",)),
        },
        record=SipDomain,
        root="SipDomain",
        status=(201,),
        encoding="form",
        parameters=(
            g.ParameterSpec("domain_name", "DomainName", g.TEXT, required=True),
            g.ParameterSpec("friendly_name", "FriendlyName", g.TEXT),
            g.ParameterSpec("voice_url", "VoiceUrl", g.TEXT),
            g.ParameterSpec("voice_method", "VoiceMethod", g.TEXT),
            g.ParameterSpec("voice_fallback_url", "VoiceFallbackUrl", g.TEXT),
            g.ParameterSpec("voice_fallback_method", "VoiceFallbackMethod", g.TEXT),
            g.ParameterSpec("voice_status_callback_url", "VoiceStatusCallbackUrl", g.TEXT),
            g.ParameterSpec("voice_status_callback_method", "VoiceStatusCallbackMethod", g.TEXT),
            g.ParameterSpec("sip_registration", "SipRegistration", g.BOOLEAN),
            g.ParameterSpec("emergency_calling_enabled", "EmergencyCallingEnabled", g.BOOLEAN),
            g.ParameterSpec("secure", "Secure", g.BOOLEAN),
            g.ParameterSpec("byoc_trunk_sid", "ByocTrunkSid", g.SidKind("BY")),
            g.ParameterSpec("emergency_caller_sid", "EmergencyCallerSid", g.SidKind("PN")),
        ),
        request_profile="profiles/SipDomain/CreateSipDomain.request.xsd",
        response_profile="profiles/SipDomain/CreateSipDomain.response.xsd",
    )


class CreateSipDomain(g.Create[CreateSipDomainRequest, SipDomain]):
    """Create SipDomain: ``POST /2010-04-01/Accounts/{AccountSid}/SIP/Domains``."""

    spec: ClassVar[g.OperationSpec] = CreateSipDomainRequest.spec
    request: ClassVar[type[g.ActionRequest]] = CreateSipDomainRequest

    def __call__(
        self,
        *,
        domain_name: str,
        friendly_name: str | None = None,
        voice_url: str | None = None,
        voice_method: str | None = None,
        voice_fallback_url: str | None = None,
        voice_fallback_method: str | None = None,
        voice_status_callback_url: str | None = None,
        voice_status_callback_method: str | None = None,
        sip_registration: bool | None = None,
        emergency_calling_enabled: bool | None = None,
        secure: bool | None = None,
        byoc_trunk_sid: str | None = None,
        emergency_caller_sid: str | None = None,
        parent: str | None = None,
    ) -> SipDomain:
        """Create one; ``parent`` is ``AccountSid``."""
        return self.run(
            CreateSipDomainRequest(
                domain_name=domain_name,
                friendly_name=friendly_name,
                voice_url=voice_url,
                voice_method=voice_method,
                voice_fallback_url=voice_fallback_url,
                voice_fallback_method=voice_fallback_method,
                voice_status_callback_url=voice_status_callback_url,
                voice_status_callback_method=voice_status_callback_method,
                sip_registration=sip_registration,
                emergency_calling_enabled=emergency_calling_enabled,
                secure=secure,
                byoc_trunk_sid=byoc_trunk_sid,
                emergency_caller_sid=emergency_caller_sid,
            ),
            parent,
        )


@frozen(kw_only=True)
class UpdateSipDomainRequest(g.ActionRequest):
    """What Update of SipDomain takes; None is not sent, an empty text is."""

    friendly_name: str | None = None
    voice_fallback_method: str | None = None
    voice_fallback_url: str | None = None
    voice_method: str | None = None
    voice_status_callback_method: str | None = None
    voice_status_callback_url: str | None = None
    voice_url: str | None = None
    sip_registration: bool | None = None
    domain_name: str | None = None
    emergency_calling_enabled: bool | None = None
    secure: bool | None = None
    byoc_trunk_sid: str | None = None
    emergency_caller_sid: str | None = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipDomain",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("SD",)),
        },
        record=SipDomain,
        root="SipDomain",
        encoding="form",
        parameters=(
            g.ParameterSpec("friendly_name", "FriendlyName", g.TEXT),
            g.ParameterSpec("voice_fallback_method", "VoiceFallbackMethod", g.TEXT),
            g.ParameterSpec("voice_fallback_url", "VoiceFallbackUrl", g.TEXT),
            g.ParameterSpec("voice_method", "VoiceMethod", g.TEXT),
            g.ParameterSpec("voice_status_callback_method", "VoiceStatusCallbackMethod", g.TEXT),
            g.ParameterSpec("voice_status_callback_url", "VoiceStatusCallbackUrl", g.TEXT),
            g.ParameterSpec("voice_url", "VoiceUrl", g.TEXT),
            g.ParameterSpec("sip_registration", "SipRegistration", g.BOOLEAN),
            g.ParameterSpec("domain_name", "DomainName", g.TEXT),
            g.ParameterSpec("emergency_calling_enabled", "EmergencyCallingEnabled", g.BOOLEAN),
            g.ParameterSpec("secure", "Secure", g.BOOLEAN),
            g.ParameterSpec("byoc_trunk_sid", "ByocTrunkSid", g.SidKind("BY")),
            g.ParameterSpec("emergency_caller_sid", "EmergencyCallerSid", g.SidKind("PN")),
        ),
        request_profile="profiles/SipDomain/UpdateSipDomain.request.xsd",
        response_profile="profiles/SipDomain/UpdateSipDomain.response.xsd",
    )


class UpdateSipDomain(g.Update[UpdateSipDomainRequest, SipDomain]):
    """Update SipDomain: ``POST /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateSipDomainRequest.spec
    request: ClassVar[type[g.ActionRequest]] = UpdateSipDomainRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        friendly_name: str | None = None,
        voice_fallback_method: str | None = None,
        voice_fallback_url: str | None = None,
        voice_method: str | None = None,
        voice_status_callback_method: str | None = None,
        voice_status_callback_url: str | None = None,
        voice_url: str | None = None,
        sip_registration: bool | None = None,
        domain_name: str | None = None,
        emergency_calling_enabled: bool | None = None,
        secure: bool | None = None,
        byoc_trunk_sid: str | None = None,
        emergency_caller_sid: str | None = None,
    ) -> SipDomain:
        """Change one; what is None is not sent."""
        return self.run(
            sid,
            UpdateSipDomainRequest(
                friendly_name=friendly_name,
                voice_fallback_method=voice_fallback_method,
                voice_fallback_url=voice_fallback_url,
                voice_method=voice_method,
                voice_status_callback_method=voice_status_callback_method,
                voice_status_callback_url=voice_status_callback_url,
                voice_url=voice_url,
                sip_registration=sip_registration,
                domain_name=domain_name,
                emergency_calling_enabled=emergency_calling_enabled,
                secure=secure,
                byoc_trunk_sid=byoc_trunk_sid,
                emergency_caller_sid=emergency_caller_sid,
            ),
        )


class DeleteSipDomain(g.Delete):
    """Delete SipDomain: ``DELETE /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipDomain",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("SD",)),
        },
        root="SipDomain",
        status=(204,),
        cardinality="none",
        request_profile="profiles/SipDomain/DeleteSipDomain.request.xsd",
    )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "SipDomain", ("Get", "Query", "Create", "Update", "Delete"))
