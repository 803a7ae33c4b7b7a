"""SipDomain: Get, Query, Create, Update, Delete."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

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

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "Sid": g.Key(("SD",)),
}


@g.record
class SipDomain(g.Record):
    """One SipDomain."""

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    api_version: str | None = g.field("ApiVersion")
    auth_type: str | None = g.field("AuthType")
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    domain_name: str | None = g.field("DomainName")
    friendly_name: str | None = g.field("FriendlyName")
    sid: Sid | None = g.field("Sid", g.SID)
    uri: str | None = g.field("Uri")
    voice_fallback_method: str | None = g.field("VoiceFallbackMethod")
    voice_fallback_url: str | None = g.field("VoiceFallbackUrl")
    voice_method: str | None = g.field("VoiceMethod")
    voice_status_callback_method: str | None = g.field("VoiceStatusCallbackMethod")
    voice_status_callback_url: str | None = g.field("VoiceStatusCallbackUrl")
    voice_url: str | None = g.field("VoiceUrl")
    subresource_uris: Mapping[str, str] | None = g.field("SubresourceUris", g.URI_MAP)
    sip_registration: bool | None = g.field("SipRegistration", g.BOOLEAN)
    emergency_calling_enabled: bool | None = g.field("EmergencyCallingEnabled", g.BOOLEAN)
    secure: bool | None = g.field("Secure", g.BOOLEAN)
    byoc_trunk_sid: Sid | None = g.field("ByocTrunkSid", g.SID)
    emergency_caller_sid: Sid | None = g.field("EmergencyCallerSid", g.SID)
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="SipDomain",
        service=SERVICE,
        item="SipDomain",
        list="SipDomains",
        accepts=("Domain",),
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
        keys=_KEYS,
        record=SipDomain,
        root="SipDomain",
        response_profile="profiles/SipDomain/GetSipDomain.response.xsd",
    )

    def __call__(self, sid: str, /) -> SipDomain:
        """The one record of a Sid."""
        return self.run(sid)


class QuerySipDomain(g.Query[SipDomain]):
    """Query SipDomain: ``GET /2010-04-01/Accounts/{AccountSid}/SIP/Domains``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipDomain",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains",),
        keys=_KEYS,
        record=SipDomain,
        root="SipDomain",
        cardinality="many",
        json_list="domains",
        paging="uris",
        response_profile="profiles/SipDomain/QuerySipDomain.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[SipDomain]:
        """The records, page by page as they are used."""
        return self.run(parent)


@g.request
class CreateSipDomainRequest(g.Parameters):
    """What Create of SipDomain takes; None is not sent, an empty text is."""

    domain_name: str = g.required("DomainName")
    friendly_name: str | None = g.optional("FriendlyName")
    voice_url: str | None = g.optional("VoiceUrl")
    voice_method: str | None = g.optional("VoiceMethod")
    voice_fallback_url: str | None = g.optional("VoiceFallbackUrl")
    voice_fallback_method: str | None = g.optional("VoiceFallbackMethod")
    voice_status_callback_url: str | None = g.optional("VoiceStatusCallbackUrl")
    voice_status_callback_method: str | None = g.optional("VoiceStatusCallbackMethod")
    sip_registration: bool | None = g.optional("SipRegistration", g.BOOLEAN)
    emergency_calling_enabled: bool | None = g.optional("EmergencyCallingEnabled", g.BOOLEAN)
    secure: bool | None = g.optional("Secure", g.BOOLEAN)
    byoc_trunk_sid: str | None = g.optional("ByocTrunkSid", g.SidType("BY"))
    emergency_caller_sid: str | None = g.optional("EmergencyCallerSid", g.SidType("PN"))
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipDomain",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains",),
        keys=_KEYS,
        record=SipDomain,
        root="SipDomain",
        status=(201,),
        encoding="form",
        request_profile="profiles/SipDomain/CreateSipDomain.request.xsd",
        response_profile="profiles/SipDomain/CreateSipDomain.response.xsd",
    )


class CreateSipDomain(g.Create[CreateSipDomainRequest, SipDomain]):
    """Create SipDomain: ``POST /2010-04-01/Accounts/{AccountSid}/SIP/Domains``."""

    spec: ClassVar[g.OperationSpec] = CreateSipDomainRequest.spec
    request: ClassVar[type[g.Parameters]] = CreateSipDomainRequest

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


@g.request
class UpdateSipDomainRequest(g.Parameters):
    """What Update of SipDomain takes; None is not sent, an empty text is."""

    friendly_name: str | None = g.optional("FriendlyName")
    voice_fallback_method: str | None = g.optional("VoiceFallbackMethod")
    voice_fallback_url: str | None = g.optional("VoiceFallbackUrl")
    voice_method: str | None = g.optional("VoiceMethod")
    voice_status_callback_method: str | None = g.optional("VoiceStatusCallbackMethod")
    voice_status_callback_url: str | None = g.optional("VoiceStatusCallbackUrl")
    voice_url: str | None = g.optional("VoiceUrl")
    sip_registration: bool | None = g.optional("SipRegistration", g.BOOLEAN)
    domain_name: str | None = g.optional("DomainName")
    emergency_calling_enabled: bool | None = g.optional("EmergencyCallingEnabled", g.BOOLEAN)
    secure: bool | None = g.optional("Secure", g.BOOLEAN)
    byoc_trunk_sid: str | None = g.optional("ByocTrunkSid", g.SidType("BY"))
    emergency_caller_sid: str | None = g.optional("EmergencyCallerSid", g.SidType("PN"))
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SipDomain",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SIP/Domains/{Sid}",),
        keys=_KEYS,
        record=SipDomain,
        root="SipDomain",
        encoding="form",
        request_profile="profiles/SipDomain/UpdateSipDomain.request.xsd",
        response_profile="profiles/SipDomain/UpdateSipDomain.response.xsd",
    )


class UpdateSipDomain(g.Update[UpdateSipDomainRequest, SipDomain]):
    """Update SipDomain: ``POST /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateSipDomainRequest.spec
    request: ClassVar[type[g.Parameters]] = UpdateSipDomainRequest

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
        keys=_KEYS,
        root="SipDomain",
        status=(204,),
        cardinality="none",
        request_profile="profiles/SipDomain/DeleteSipDomain.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """Delete one."""
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "SipDomain", ("Get", "Query", "Create", "Update", "Delete"))
