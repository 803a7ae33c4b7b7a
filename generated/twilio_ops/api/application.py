"""Application: Get, Query, Create, Update, Delete."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "Application",
    "CreateApplication",
    "CreateApplicationRequest",
    "DeleteApplication",
    "GetApplication",
    "QueryApplication",
    "UpdateApplication",
    "UpdateApplicationRequest",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "Sid": g.Key(("AP",)),
}


@g.record
class Application(g.Record):
    """One Application."""

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    api_version: str | None = g.field("ApiVersion")
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    friendly_name: str | None = g.field("FriendlyName")
    message_status_callback: str | None = g.field("MessageStatusCallback")
    sid: Sid | None = g.field("Sid", g.SID)
    sms_fallback_method: str | None = g.field("SmsFallbackMethod")
    sms_fallback_url: str | None = g.field("SmsFallbackUrl")
    sms_method: str | None = g.field("SmsMethod")
    sms_status_callback: str | None = g.field("SmsStatusCallback")
    sms_url: str | None = g.field("SmsUrl")
    status_callback: str | None = g.field("StatusCallback")
    status_callback_method: str | None = g.field("StatusCallbackMethod")
    uri: str | None = g.field("Uri")
    voice_caller_id_lookup: bool | None = g.field("VoiceCallerIdLookup", g.BOOLEAN)
    voice_fallback_method: str | None = g.field("VoiceFallbackMethod")
    voice_fallback_url: str | None = g.field("VoiceFallbackUrl")
    voice_method: str | None = g.field("VoiceMethod")
    voice_url: str | None = g.field("VoiceUrl")
    public_application_connect_enabled: bool | None = g.field("PublicApplicationConnectEnabled", g.BOOLEAN)
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Application",
        service=SERVICE,
        item="Application",
        list="Applications",
    )


class GetApplication(g.Get[Application]):
    """Get Application: ``GET /2010-04-01/Accounts/{AccountSid}/Applications/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Application",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Applications/{Sid}",),
        keys=_KEYS,
        record=Application,
        root="Application",
        response_profile="profiles/Application/GetApplication.response.xsd",
    )

    def __call__(self, sid: str, /) -> Application:
        """The one record of a Sid."""
        return self.run(sid)


class QueryApplication(g.Query[Application]):
    """Query Application: ``GET /2010-04-01/Accounts/{AccountSid}/Applications``."""

    friendly_name: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("FriendlyName")
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Application",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Applications",),
        keys=_KEYS,
        record=Application,
        root="Application",
        cardinality="many",
        json_list="applications",
        paging="uris",
        response_profile="profiles/Application/QueryApplication.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[Application]:
        """The records, page by page as they are used."""
        return self.run(parent)


@g.request
class CreateApplicationRequest(g.Parameters):
    """What Create of Application takes; None is not sent, an empty text is."""

    api_version: str | None = g.optional("ApiVersion")
    voice_url: str | None = g.optional("VoiceUrl")
    voice_method: str | None = g.optional("VoiceMethod")
    voice_fallback_url: str | None = g.optional("VoiceFallbackUrl")
    voice_fallback_method: str | None = g.optional("VoiceFallbackMethod")
    status_callback: str | None = g.optional("StatusCallback")
    status_callback_method: str | None = g.optional("StatusCallbackMethod")
    voice_caller_id_lookup: bool | None = g.optional("VoiceCallerIdLookup", g.BOOLEAN)
    sms_url: str | None = g.optional("SmsUrl")
    sms_method: str | None = g.optional("SmsMethod")
    sms_fallback_url: str | None = g.optional("SmsFallbackUrl")
    sms_fallback_method: str | None = g.optional("SmsFallbackMethod")
    sms_status_callback: str | None = g.optional("SmsStatusCallback")
    message_status_callback: str | None = g.optional("MessageStatusCallback")
    friendly_name: str | None = g.optional("FriendlyName")
    public_application_connect_enabled: bool | None = g.optional("PublicApplicationConnectEnabled", g.BOOLEAN)
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Application",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Applications",),
        keys=_KEYS,
        record=Application,
        root="Application",
        status=(201,),
        encoding="form",
        request_profile="profiles/Application/CreateApplication.request.xsd",
        response_profile="profiles/Application/CreateApplication.response.xsd",
    )


class CreateApplication(g.Create[CreateApplicationRequest, Application]):
    """Create Application: ``POST /2010-04-01/Accounts/{AccountSid}/Applications``."""

    spec: ClassVar[g.OperationSpec] = CreateApplicationRequest.spec
    request: ClassVar[type[g.Parameters]] = CreateApplicationRequest

    def __call__(
        self,
        *,
        api_version: str | None = None,
        voice_url: str | None = None,
        voice_method: str | None = None,
        voice_fallback_url: str | None = None,
        voice_fallback_method: str | None = None,
        status_callback: str | None = None,
        status_callback_method: str | None = None,
        voice_caller_id_lookup: bool | None = None,
        sms_url: str | None = None,
        sms_method: str | None = None,
        sms_fallback_url: str | None = None,
        sms_fallback_method: str | None = None,
        sms_status_callback: str | None = None,
        message_status_callback: str | None = None,
        friendly_name: str | None = None,
        public_application_connect_enabled: bool | None = None,
        parent: str | None = None,
    ) -> Application:
        """Create one; ``parent`` is ``AccountSid``."""
        return self.run(
            CreateApplicationRequest(
                api_version=api_version,
                voice_url=voice_url,
                voice_method=voice_method,
                voice_fallback_url=voice_fallback_url,
                voice_fallback_method=voice_fallback_method,
                status_callback=status_callback,
                status_callback_method=status_callback_method,
                voice_caller_id_lookup=voice_caller_id_lookup,
                sms_url=sms_url,
                sms_method=sms_method,
                sms_fallback_url=sms_fallback_url,
                sms_fallback_method=sms_fallback_method,
                sms_status_callback=sms_status_callback,
                message_status_callback=message_status_callback,
                friendly_name=friendly_name,
                public_application_connect_enabled=public_application_connect_enabled,
            ),
            parent,
        )


@g.request
class UpdateApplicationRequest(g.Parameters):
    """What Update of Application takes; None is not sent, an empty text is."""

    friendly_name: str | None = g.optional("FriendlyName")
    api_version: str | None = g.optional("ApiVersion")
    voice_url: str | None = g.optional("VoiceUrl")
    voice_method: str | None = g.optional("VoiceMethod")
    voice_fallback_url: str | None = g.optional("VoiceFallbackUrl")
    voice_fallback_method: str | None = g.optional("VoiceFallbackMethod")
    status_callback: str | None = g.optional("StatusCallback")
    status_callback_method: str | None = g.optional("StatusCallbackMethod")
    voice_caller_id_lookup: bool | None = g.optional("VoiceCallerIdLookup", g.BOOLEAN)
    sms_url: str | None = g.optional("SmsUrl")
    sms_method: str | None = g.optional("SmsMethod")
    sms_fallback_url: str | None = g.optional("SmsFallbackUrl")
    sms_fallback_method: str | None = g.optional("SmsFallbackMethod")
    sms_status_callback: str | None = g.optional("SmsStatusCallback")
    message_status_callback: str | None = g.optional("MessageStatusCallback")
    public_application_connect_enabled: bool | None = g.optional("PublicApplicationConnectEnabled", g.BOOLEAN)
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Application",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Applications/{Sid}",),
        keys=_KEYS,
        record=Application,
        root="Application",
        encoding="form",
        request_profile="profiles/Application/UpdateApplication.request.xsd",
        response_profile="profiles/Application/UpdateApplication.response.xsd",
    )


class UpdateApplication(g.Update[UpdateApplicationRequest, Application]):
    """Update Application: ``POST /2010-04-01/Accounts/{AccountSid}/Applications/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateApplicationRequest.spec
    request: ClassVar[type[g.Parameters]] = UpdateApplicationRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        friendly_name: str | None = None,
        api_version: str | None = None,
        voice_url: str | None = None,
        voice_method: str | None = None,
        voice_fallback_url: str | None = None,
        voice_fallback_method: str | None = None,
        status_callback: str | None = None,
        status_callback_method: str | None = None,
        voice_caller_id_lookup: bool | None = None,
        sms_url: str | None = None,
        sms_method: str | None = None,
        sms_fallback_url: str | None = None,
        sms_fallback_method: str | None = None,
        sms_status_callback: str | None = None,
        message_status_callback: str | None = None,
        public_application_connect_enabled: bool | None = None,
    ) -> Application:
        """Change one; what is None is not sent."""
        return self.run(
            sid,
            UpdateApplicationRequest(
                friendly_name=friendly_name,
                api_version=api_version,
                voice_url=voice_url,
                voice_method=voice_method,
                voice_fallback_url=voice_fallback_url,
                voice_fallback_method=voice_fallback_method,
                status_callback=status_callback,
                status_callback_method=status_callback_method,
                voice_caller_id_lookup=voice_caller_id_lookup,
                sms_url=sms_url,
                sms_method=sms_method,
                sms_fallback_url=sms_fallback_url,
                sms_fallback_method=sms_fallback_method,
                sms_status_callback=sms_status_callback,
                message_status_callback=message_status_callback,
                public_application_connect_enabled=public_application_connect_enabled,
            ),
        )


class DeleteApplication(g.Delete):
    """Delete Application: ``DELETE /2010-04-01/Accounts/{AccountSid}/Applications/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Application",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/Applications/{Sid}",),
        keys=_KEYS,
        root="Application",
        status=(204,),
        cardinality="none",
        request_profile="profiles/Application/DeleteApplication.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """Delete one."""
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Application", ("Get", "Query", "Create", "Update", "Delete"))
