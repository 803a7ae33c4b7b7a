"""Application: Get, Query, Create, Update, Delete."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops_runtime.generated import Sid

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


@frozen(kw_only=True, repr=False, eq=False)
class Application(g.Record):
    """One Application."""

    account_sid: Sid | None = g.UNSET
    api_version: str | None = g.UNSET
    date_created: datetime | None = g.UNSET
    date_updated: datetime | None = g.UNSET
    friendly_name: str | None = g.UNSET
    message_status_callback: str | None = g.UNSET
    sid: Sid | None = g.UNSET
    sms_fallback_method: str | None = g.UNSET
    sms_fallback_url: str | None = g.UNSET
    sms_method: str | None = g.UNSET
    sms_status_callback: str | None = g.UNSET
    sms_url: str | None = g.UNSET
    status_callback: str | None = g.UNSET
    status_callback_method: str | None = g.UNSET
    uri: str | None = g.UNSET
    voice_caller_id_lookup: bool | None = g.UNSET
    voice_fallback_method: str | None = g.UNSET
    voice_fallback_url: str | None = g.UNSET
    voice_method: str | None = g.UNSET
    voice_url: str | None = g.UNSET
    public_application_connect_enabled: bool | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Application",
        service=SERVICE,
        item="Application",
        list="Applications",
        json_list="applications",
        wire="twilio_ops._wire.application",
        fields=(
            g.FieldSpec("account_sid", "AccountSid", g.SID),
            g.FieldSpec("api_version", "ApiVersion", g.TEXT),
            g.FieldSpec("date_created", "DateCreated", g.RFC2822),
            g.FieldSpec("date_updated", "DateUpdated", g.RFC2822),
            g.FieldSpec("friendly_name", "FriendlyName", g.TEXT),
            g.FieldSpec("message_status_callback", "MessageStatusCallback", g.TEXT),
            g.FieldSpec("sid", "Sid", g.SID),
            g.FieldSpec("sms_fallback_method", "SmsFallbackMethod", g.TEXT),
            g.FieldSpec("sms_fallback_url", "SmsFallbackUrl", g.TEXT),
            g.FieldSpec("sms_method", "SmsMethod", g.TEXT),
            g.FieldSpec("sms_status_callback", "SmsStatusCallback", g.TEXT),
            g.FieldSpec("sms_url", "SmsUrl", g.TEXT),
            g.FieldSpec("status_callback", "StatusCallback", g.TEXT),
            g.FieldSpec("status_callback_method", "StatusCallbackMethod", g.TEXT),
            g.FieldSpec("uri", "Uri", g.TEXT),
            g.FieldSpec("voice_caller_id_lookup", "VoiceCallerIdLookup", g.BOOLEAN),
            g.FieldSpec("voice_fallback_method", "VoiceFallbackMethod", g.TEXT),
            g.FieldSpec("voice_fallback_url", "VoiceFallbackUrl", g.TEXT),
            g.FieldSpec("voice_method", "VoiceMethod", g.TEXT),
            g.FieldSpec("voice_url", "VoiceUrl", g.TEXT),
            g.FieldSpec("public_application_connect_enabled", "PublicApplicationConnectEnabled", g.BOOLEAN),
        ),
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
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("AP",)),
        },
        record=Application,
        root="Application",
        response_profile="profiles/Application/GetApplication.response.xsd",
    )


class QueryApplication(g.Query[Application]):
    """Query Application: ``GET /2010-04-01/Accounts/{AccountSid}/Applications``."""

    friendly_name: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("FriendlyName", g.TEXT)
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Application",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Applications",),
        keys={
            "AccountSid": g.Key(("AC",)),
        },
        record=Application,
        root="Application",
        cardinality="many",
        paging="uris",
        response_profile="profiles/Application/QueryApplication.response.xsd",
    )


@frozen(kw_only=True)
class CreateApplicationRequest(g.ActionRequest):
    """What Create of Application takes; None is not sent, an empty text is."""

    api_version: str | None = None
    voice_url: str | None = None
    voice_method: str | None = None
    voice_fallback_url: str | None = None
    voice_fallback_method: str | None = None
    status_callback: str | None = None
    status_callback_method: str | None = None
    voice_caller_id_lookup: bool | None = None
    sms_url: str | None = None
    sms_method: str | None = None
    sms_fallback_url: str | None = None
    sms_fallback_method: str | None = None
    sms_status_callback: str | None = None
    message_status_callback: str | None = None
    friendly_name: str | None = None
    public_application_connect_enabled: bool | None = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Application",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Applications",),
        keys={
            "AccountSid": g.Key(("AC",)),
        },
        record=Application,
        root="Application",
        status=(201,),
        encoding="form",
        parameters=(
            g.ParameterSpec("api_version", "ApiVersion", g.TEXT),
            g.ParameterSpec("voice_url", "VoiceUrl", g.TEXT),
            g.ParameterSpec("voice_method", "VoiceMethod", g.TEXT),
            g.ParameterSpec("voice_fallback_url", "VoiceFallbackUrl", g.TEXT),
            g.ParameterSpec("voice_fallback_method", "VoiceFallbackMethod", g.TEXT),
            g.ParameterSpec("status_callback", "StatusCallback", g.TEXT),
            g.ParameterSpec("status_callback_method", "StatusCallbackMethod", g.TEXT),
            g.ParameterSpec("voice_caller_id_lookup", "VoiceCallerIdLookup", g.BOOLEAN),
            g.ParameterSpec("sms_url", "SmsUrl", g.TEXT),
            g.ParameterSpec("sms_method", "SmsMethod", g.TEXT),
            g.ParameterSpec("sms_fallback_url", "SmsFallbackUrl", g.TEXT),
            g.ParameterSpec("sms_fallback_method", "SmsFallbackMethod", g.TEXT),
            g.ParameterSpec("sms_status_callback", "SmsStatusCallback", g.TEXT),
            g.ParameterSpec("message_status_callback", "MessageStatusCallback", g.TEXT),
            g.ParameterSpec("friendly_name", "FriendlyName", g.TEXT),
            g.ParameterSpec("public_application_connect_enabled", "PublicApplicationConnectEnabled", g.BOOLEAN),
        ),
        request_profile="profiles/Application/CreateApplication.request.xsd",
        response_profile="profiles/Application/CreateApplication.response.xsd",
    )


class CreateApplication(g.Create[CreateApplicationRequest, Application]):
    """Create Application: ``POST /2010-04-01/Accounts/{AccountSid}/Applications``."""

    spec: ClassVar[g.OperationSpec] = CreateApplicationRequest.spec
    request: ClassVar[type[g.ActionRequest]] = CreateApplicationRequest

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


@frozen(kw_only=True)
class UpdateApplicationRequest(g.ActionRequest):
    """What Update of Application takes; None is not sent, an empty text is."""

    friendly_name: str | None = None
    api_version: str | None = None
    voice_url: str | None = None
    voice_method: str | None = None
    voice_fallback_url: str | None = None
    voice_fallback_method: str | None = None
    status_callback: str | None = None
    status_callback_method: str | None = None
    voice_caller_id_lookup: bool | None = None
    sms_url: str | None = None
    sms_method: str | None = None
    sms_fallback_url: str | None = None
    sms_fallback_method: str | None = None
    sms_status_callback: str | None = None
    message_status_callback: str | None = None
    public_application_connect_enabled: bool | None = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Application",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Applications/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("AP",)),
        },
        record=Application,
        root="Application",
        encoding="form",
        parameters=(
            g.ParameterSpec("friendly_name", "FriendlyName", g.TEXT),
            g.ParameterSpec("api_version", "ApiVersion", g.TEXT),
            g.ParameterSpec("voice_url", "VoiceUrl", g.TEXT),
            g.ParameterSpec("voice_method", "VoiceMethod", g.TEXT),
            g.ParameterSpec("voice_fallback_url", "VoiceFallbackUrl", g.TEXT),
            g.ParameterSpec("voice_fallback_method", "VoiceFallbackMethod", g.TEXT),
            g.ParameterSpec("status_callback", "StatusCallback", g.TEXT),
            g.ParameterSpec("status_callback_method", "StatusCallbackMethod", g.TEXT),
            g.ParameterSpec("voice_caller_id_lookup", "VoiceCallerIdLookup", g.BOOLEAN),
            g.ParameterSpec("sms_url", "SmsUrl", g.TEXT),
            g.ParameterSpec("sms_method", "SmsMethod", g.TEXT),
            g.ParameterSpec("sms_fallback_url", "SmsFallbackUrl", g.TEXT),
            g.ParameterSpec("sms_fallback_method", "SmsFallbackMethod", g.TEXT),
            g.ParameterSpec("sms_status_callback", "SmsStatusCallback", g.TEXT),
            g.ParameterSpec("message_status_callback", "MessageStatusCallback", g.TEXT),
            g.ParameterSpec("public_application_connect_enabled", "PublicApplicationConnectEnabled", g.BOOLEAN),
        ),
        request_profile="profiles/Application/UpdateApplication.request.xsd",
        response_profile="profiles/Application/UpdateApplication.response.xsd",
    )


class UpdateApplication(g.Update[UpdateApplicationRequest, Application]):
    """Update Application: ``POST /2010-04-01/Accounts/{AccountSid}/Applications/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateApplicationRequest.spec
    request: ClassVar[type[g.ActionRequest]] = UpdateApplicationRequest

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
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("AP",)),
        },
        root="Application",
        status=(204,),
        cardinality="none",
        request_profile="profiles/Application/DeleteApplication.request.xsd",
    )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Application", ("Get", "Query", "Create", "Update", "Delete"))
