"""SipDomain: Get, Query, Create, Update, Delete.

A SIP domain takes calls from SIP endpoints.

https://www.twilio.com/docs/voice/sip/api/sip-domain-resource
"""

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
    """One SipDomain.

    A SIP domain takes calls from SIP endpoints.
    """

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    api_version: str | None = g.field("ApiVersion")
    """This version of the API made the record."""
    auth_type: str | None = g.field("AuthType")
    """Callers prove who they are by address, by password or both."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    domain_name: str | None = g.field("DomainName")
    """Endpoints reach the domain by this name, which ends in sip.twilio.com."""
    friendly_name: str | None = g.field("FriendlyName")
    """People see this name; Twilio gives it no meaning."""
    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with SD."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    voice_fallback_method: str | None = g.field("VoiceFallbackMethod")
    """Twilio uses this HTTP method for the voice fallback URL."""
    voice_fallback_url: str | None = g.field("VoiceFallbackUrl")
    """Twilio asks this URL instead when the voice URL or its TwiML fails. It is personal data."""
    voice_method: str | None = g.field("VoiceMethod")
    """Twilio uses this HTTP method for the voice URL."""
    voice_status_callback_method: str | None = g.field("VoiceStatusCallbackMethod")
    """Twilio uses this HTTP method for the voice status callback."""
    voice_status_callback_url: str | None = g.field("VoiceStatusCallbackUrl")
    """Twilio reports changes of calls' states to this URL. It is personal data."""
    voice_url: str | None = g.field("VoiceUrl")
    """Twilio asks this URL for TwiML when a call comes in. It is personal data."""
    subresource_uris: Mapping[str, str] | None = g.field("SubresourceUris", g.URI_MAP)
    """These paths lead to the lists that belong to the record."""
    sip_registration: bool | None = g.field("SipRegistration", g.BOOLEAN)
    """Endpoints can register to get calls."""
    emergency_calling_enabled: bool | None = g.field("EmergencyCallingEnabled", g.BOOLEAN)
    """Endpoints can call emergency services."""
    secure: bool | None = g.field("Secure", g.BOOLEAN)
    """Calls have to be encrypted, with TLS and SRTP."""
    byoc_trunk_sid: Sid | None = g.field("ByocTrunkSid", g.SID)
    """Calls go through this Bring Your Own Carrier trunk. A Sid that begins with BY."""
    emergency_caller_sid: Sid | None = g.field("EmergencyCallerSid", g.SID)
    """Emergency services call back this number. A Sid that begins with PN."""
    trunk_sid: Sid | None = g.field("TrunkSid", g.SID)
    """This SIP trunk carries the calls. A Sid that begins with TR or TK."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="SipDomain",
        service=SERVICE,
        item="SipDomain",
        list="SipDomains",
        accepts=("Domain",),
    )


class GetSipDomain(g.Get[SipDomain]):
    """Get SipDomain: ``GET /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{Sid}``.

    Twilio answers with the one record that the Sid names.

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
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        return self.run(sid)


class QuerySipDomain(g.Query[SipDomain]):
    """Query SipDomain: ``GET /2010-04-01/Accounts/{AccountSid}/SIP/Domains``.

    Twilio lists the records that the filters let through, page by page.
    """

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
        max_page_size=1000,
        response_profile="profiles/SipDomain/QuerySipDomain.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[SipDomain]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``AccountSid``.
        """
        return self.run(parent)


@g.request
class CreateSipDomainRequest(g.Parameters):
    """What Create of SipDomain takes; None is not sent, an empty text is."""

    domain_name: str = g.required("DomainName")
    """Endpoints reach the domain by this name, which ends in sip.twilio.com."""
    friendly_name: str | None = g.optional("FriendlyName")
    """People see this name; Twilio gives it no meaning."""
    voice_url: str | None = g.optional("VoiceUrl")
    """Twilio asks this URL for TwiML when a call comes in."""
    voice_method: str | None = g.optional("VoiceMethod")
    """Twilio uses this HTTP method for the voice URL."""
    voice_fallback_url: str | None = g.optional("VoiceFallbackUrl")
    """Twilio asks this URL instead when the voice URL or its TwiML fails."""
    voice_fallback_method: str | None = g.optional("VoiceFallbackMethod")
    """Twilio uses this HTTP method for the voice fallback URL."""
    voice_status_callback_url: str | None = g.optional("VoiceStatusCallbackUrl")
    """Twilio reports changes of calls' states to this URL."""
    voice_status_callback_method: str | None = g.optional("VoiceStatusCallbackMethod")
    """Twilio uses this HTTP method for the voice status callback."""
    sip_registration: bool | None = g.optional("SipRegistration", g.BOOLEAN)
    """Endpoints can register to get calls."""
    emergency_calling_enabled: bool | None = g.optional("EmergencyCallingEnabled", g.BOOLEAN)
    """Endpoints can call emergency services."""
    secure: bool | None = g.optional("Secure", g.BOOLEAN)
    """Calls have to be encrypted, with TLS and SRTP."""
    byoc_trunk_sid: str | None = g.optional("ByocTrunkSid", g.SidType("BY"))
    """Calls go through this Bring Your Own Carrier trunk. A Sid that begins with BY."""
    emergency_caller_sid: str | None = g.optional("EmergencyCallerSid", g.SidType("PN"))
    """Emergency services call back this number. A Sid that begins with PN."""


class CreateSipDomain(g.Create[CreateSipDomainRequest, SipDomain]):
    """Create SipDomain: ``POST /2010-04-01/Accounts/{AccountSid}/SIP/Domains``.

    Twilio makes a new record and answers with it.
    """

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
    request: ClassVar[type[g.Parameters] | None] = CreateSipDomainRequest

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
        """Twilio makes a new record and answers with it.

        Args:
            parent: It lives under ``AccountSid``.
            domain_name: Endpoints reach the domain by this name, which ends in
                sip.twilio.com.
            friendly_name: People see this name; Twilio gives it no meaning.
            voice_url: Twilio asks this URL for TwiML when a call comes in.
            voice_method: Twilio uses this HTTP method for the voice URL.
            voice_fallback_url: Twilio asks this URL instead when the voice URL or its TwiML
                fails.
            voice_fallback_method: Twilio uses this HTTP method for the voice fallback URL.
            voice_status_callback_url: Twilio reports changes of calls' states to this URL.
            voice_status_callback_method: Twilio uses this HTTP method for the voice status
                callback.
            sip_registration: Endpoints can register to get calls.
            emergency_calling_enabled: Endpoints can call emergency services.
            secure: Calls have to be encrypted, with TLS and SRTP.
            byoc_trunk_sid: Calls go through this Bring Your Own Carrier trunk. A Sid that
                begins with BY.
            emergency_caller_sid: Emergency services call back this number. A Sid that begins
                with PN.
        """
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
    """People see this name; Twilio gives it no meaning."""
    voice_fallback_method: str | None = g.optional("VoiceFallbackMethod")
    """Twilio uses this HTTP method for the voice fallback URL."""
    voice_fallback_url: str | None = g.optional("VoiceFallbackUrl")
    """Twilio asks this URL instead when the voice URL or its TwiML fails."""
    voice_method: str | None = g.optional("VoiceMethod")
    """Twilio uses this HTTP method for the voice URL."""
    voice_status_callback_method: str | None = g.optional("VoiceStatusCallbackMethod")
    """Twilio uses this HTTP method for the voice status callback."""
    voice_status_callback_url: str | None = g.optional("VoiceStatusCallbackUrl")
    """Twilio reports changes of calls' states to this URL."""
    voice_url: str | None = g.optional("VoiceUrl")
    """Twilio asks this URL for TwiML when a call comes in."""
    sip_registration: bool | None = g.optional("SipRegistration", g.BOOLEAN)
    """Endpoints can register to get calls."""
    domain_name: str | None = g.optional("DomainName")
    """Endpoints reach the domain by this name, which ends in sip.twilio.com."""
    emergency_calling_enabled: bool | None = g.optional("EmergencyCallingEnabled", g.BOOLEAN)
    """Endpoints can call emergency services."""
    secure: bool | None = g.optional("Secure", g.BOOLEAN)
    """Calls have to be encrypted, with TLS and SRTP."""
    byoc_trunk_sid: str | None = g.optional("ByocTrunkSid", g.SidType("BY"))
    """Calls go through this Bring Your Own Carrier trunk. A Sid that begins with BY."""
    emergency_caller_sid: str | None = g.optional("EmergencyCallerSid", g.SidType("PN"))
    """Emergency services call back this number. A Sid that begins with PN."""


class UpdateSipDomain(g.Update[UpdateSipDomainRequest, SipDomain]):
    """Update SipDomain: ``POST /2010-04-01/Accounts/{AccountSid}/SIP/Domains/{Sid}``.

    Twilio changes the parameters that are sent and keeps everything else.

    Takes ``[AccountSid:]Sid``.
    """

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
    request: ClassVar[type[g.Parameters] | None] = UpdateSipDomainRequest

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
        """Twilio changes the parameters that are sent and keeps everything else.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
            friendly_name: People see this name; Twilio gives it no meaning.
            voice_fallback_method: Twilio uses this HTTP method for the voice fallback URL.
            voice_fallback_url: Twilio asks this URL instead when the voice URL or its TwiML
                fails.
            voice_method: Twilio uses this HTTP method for the voice URL.
            voice_status_callback_method: Twilio uses this HTTP method for the voice status
                callback.
            voice_status_callback_url: Twilio reports changes of calls' states to this URL.
            voice_url: Twilio asks this URL for TwiML when a call comes in.
            sip_registration: Endpoints can register to get calls.
            domain_name: Endpoints reach the domain by this name, which ends in
                sip.twilio.com.
            emergency_calling_enabled: Endpoints can call emergency services.
            secure: Calls have to be encrypted, with TLS and SRTP.
            byoc_trunk_sid: Calls go through this Bring Your Own Carrier trunk. A Sid that
                begins with BY.
            emergency_caller_sid: Emergency services call back this number. A Sid that begins
                with PN.
        """
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

    The domain goes, and its endpoints can no longer call.

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
        """The domain goes, and its endpoints can no longer call.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "SipDomain", ("Get", "Query", "Create", "Update", "Delete"))
