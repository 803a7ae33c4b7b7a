"""Application: Get, Query, Create, Update, Delete.

An application is a set of URLs that several numbers can share.

https://www.twilio.com/docs/usage/api/applications
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, overload

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
    """One Application.

    An application is a set of URLs that several numbers can share.
    """

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    api_version: str | None = g.field("ApiVersion")
    """This version of the API made the record."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    friendly_name: str | None = g.field("FriendlyName")
    """People see this name; Twilio gives it no meaning."""
    message_status_callback: str | None = g.field("MessageStatusCallback")
    """Twilio reports changes of messages' states to this URL."""
    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with AP."""
    sms_fallback_method: str | None = g.field("SmsFallbackMethod")
    """Twilio uses this HTTP method for the SMS fallback URL."""
    sms_fallback_url: str | None = g.field("SmsFallbackUrl")
    """Twilio asks this URL instead when the SMS URL or its TwiML fails."""
    sms_method: str | None = g.field("SmsMethod")
    """Twilio uses this HTTP method for the SMS URL."""
    sms_status_callback: str | None = g.field("SmsStatusCallback")
    """This is the old name of the message status callback. Deprecated: MessageStatusCallback has
    taken its place."""
    sms_url: str | None = g.field("SmsUrl")
    """Twilio asks this URL for TwiML when a message comes in."""
    status_callback: str | None = g.field("StatusCallback")
    """Twilio reports changes of state to this URL."""
    status_callback_method: str | None = g.field("StatusCallbackMethod")
    """Twilio uses this HTTP method to report changes of state."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    voice_caller_id_lookup: bool | None = g.field("VoiceCallerIdLookup", g.BOOLEAN)
    """Twilio looks up the caller's name (CNAM) if this is true; each look-up costs."""
    voice_fallback_method: str | None = g.field("VoiceFallbackMethod")
    """Twilio uses this HTTP method for the voice fallback URL."""
    voice_fallback_url: str | None = g.field("VoiceFallbackUrl")
    """Twilio asks this URL instead when the voice URL or its TwiML fails."""
    voice_method: str | None = g.field("VoiceMethod")
    """Twilio uses this HTTP method for the voice URL."""
    voice_url: str | None = g.field("VoiceUrl")
    """Twilio asks this URL for TwiML when a call comes in."""
    public_application_connect_enabled: bool | None = g.field("PublicApplicationConnectEnabled", g.BOOLEAN)
    """Other accounts can dial the application if this is true."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Application",
        service=SERVICE,
        item="Application",
        list="Applications",
    )


class GetApplication(g.Get[Application]):
    """Get Application: ``GET /2010-04-01/Accounts/{AccountSid}/Applications/{Sid}``.

    Twilio answers with the one record that the Sid names.

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
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        return self.run(sid)


class QueryApplication(g.Query[Application]):
    """Query Application: ``GET /2010-04-01/Accounts/{AccountSid}/Applications``.

    Twilio lists the records that the filters let through, page by page.
    """

    friendly_name: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("FriendlyName")
    """Only records with exactly this name match."""
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
        max_page_size=1000,
        response_profile="profiles/Application/QueryApplication.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[Application]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``AccountSid``.
        """
        return self.run(parent)


@g.request
class CreateApplicationRequest(g.Parameters):
    """What Create of Application takes; None is not sent, an empty text is."""

    api_version: str | None = g.optional("ApiVersion")
    """TwiML and callbacks follow this version of the API."""
    voice_url: str | None = g.optional("VoiceUrl")
    """Twilio asks this URL for TwiML when a call comes in."""
    voice_method: str | None = g.optional("VoiceMethod")
    """Twilio uses this HTTP method for the voice URL."""
    voice_fallback_url: str | None = g.optional("VoiceFallbackUrl")
    """Twilio asks this URL instead when the voice URL or its TwiML fails."""
    voice_fallback_method: str | None = g.optional("VoiceFallbackMethod")
    """Twilio uses this HTTP method for the voice fallback URL."""
    status_callback: str | None = g.optional("StatusCallback")
    """Twilio reports changes of state to this URL."""
    status_callback_method: str | None = g.optional("StatusCallbackMethod")
    """Twilio uses this HTTP method to report changes of state."""
    voice_caller_id_lookup: bool | None = g.optional("VoiceCallerIdLookup", g.BOOLEAN)
    """Twilio looks up the caller's name (CNAM) if this is true; each look-up costs."""
    sms_url: str | None = g.optional("SmsUrl")
    """Twilio asks this URL for TwiML when a message comes in."""
    sms_method: str | None = g.optional("SmsMethod")
    """Twilio uses this HTTP method for the SMS URL."""
    sms_fallback_url: str | None = g.optional("SmsFallbackUrl")
    """Twilio asks this URL instead when the SMS URL or its TwiML fails."""
    sms_fallback_method: str | None = g.optional("SmsFallbackMethod")
    """Twilio uses this HTTP method for the SMS fallback URL."""
    sms_status_callback: str | None = g.optional("SmsStatusCallback")
    """This is the old name of the message status callback. Deprecated: MessageStatusCallback has
    taken its place."""
    message_status_callback: str | None = g.optional("MessageStatusCallback")
    """Twilio reports changes of messages' states to this URL."""
    friendly_name: str | None = g.optional("FriendlyName")
    """People see this name; Twilio gives it no meaning."""
    public_application_connect_enabled: bool | None = g.optional("PublicApplicationConnectEnabled", g.BOOLEAN)
    """Other accounts can dial the application if this is true."""


class CreateApplication(g.Create[CreateApplicationRequest, Application]):
    """Create Application: ``POST /2010-04-01/Accounts/{AccountSid}/Applications``.

    Twilio makes a new record and answers with it.
    """

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
    request: ClassVar[type[g.Parameters] | None] = CreateApplicationRequest

    @overload
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
        message_status_callback: str | None = None,
        friendly_name: str | None = None,
        public_application_connect_enabled: bool | None = None,
        parent: str | None = None,
    ) -> Application: ...

    @overload
    @g.deprecated("sms_status_callback: MessageStatusCallback has taken its place.")
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
    ) -> Application: ...

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
        """Twilio makes a new record and answers with it.

        Args:
            parent: It lives under ``AccountSid``.
            api_version: TwiML and callbacks follow this version of the API.
            voice_url: Twilio asks this URL for TwiML when a call comes in.
            voice_method: Twilio uses this HTTP method for the voice URL.
            voice_fallback_url: Twilio asks this URL instead when the voice URL or its TwiML
                fails.
            voice_fallback_method: Twilio uses this HTTP method for the voice fallback URL.
            status_callback: Twilio reports changes of state to this URL.
            status_callback_method: Twilio uses this HTTP method to report changes of state.
            voice_caller_id_lookup: Twilio looks up the caller's name (CNAM) if this is true;
                each look-up costs.
            sms_url: Twilio asks this URL for TwiML when a message comes in.
            sms_method: Twilio uses this HTTP method for the SMS URL.
            sms_fallback_url: Twilio asks this URL instead when the SMS URL or its TwiML
                fails.
            sms_fallback_method: Twilio uses this HTTP method for the SMS fallback URL.
            sms_status_callback: This is the old name of the message status callback.
                Deprecated: MessageStatusCallback has taken its place.
            message_status_callback: Twilio reports changes of messages' states to this URL.
            friendly_name: People see this name; Twilio gives it no meaning.
            public_application_connect_enabled: Other accounts can dial the application if
                this is true.
        """
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
    """People see this name; Twilio gives it no meaning."""
    api_version: str | None = g.optional("ApiVersion")
    """TwiML and callbacks follow this version of the API."""
    voice_url: str | None = g.optional("VoiceUrl")
    """Twilio asks this URL for TwiML when a call comes in."""
    voice_method: str | None = g.optional("VoiceMethod")
    """Twilio uses this HTTP method for the voice URL."""
    voice_fallback_url: str | None = g.optional("VoiceFallbackUrl")
    """Twilio asks this URL instead when the voice URL or its TwiML fails."""
    voice_fallback_method: str | None = g.optional("VoiceFallbackMethod")
    """Twilio uses this HTTP method for the voice fallback URL."""
    status_callback: str | None = g.optional("StatusCallback")
    """Twilio reports changes of state to this URL."""
    status_callback_method: str | None = g.optional("StatusCallbackMethod")
    """Twilio uses this HTTP method to report changes of state."""
    voice_caller_id_lookup: bool | None = g.optional("VoiceCallerIdLookup", g.BOOLEAN)
    """Twilio looks up the caller's name (CNAM) if this is true; each look-up costs."""
    sms_url: str | None = g.optional("SmsUrl")
    """Twilio asks this URL for TwiML when a message comes in."""
    sms_method: str | None = g.optional("SmsMethod")
    """Twilio uses this HTTP method for the SMS URL."""
    sms_fallback_url: str | None = g.optional("SmsFallbackUrl")
    """Twilio asks this URL instead when the SMS URL or its TwiML fails."""
    sms_fallback_method: str | None = g.optional("SmsFallbackMethod")
    """Twilio uses this HTTP method for the SMS fallback URL."""
    sms_status_callback: str | None = g.optional("SmsStatusCallback")
    """This is the old name of the message status callback. Deprecated: MessageStatusCallback has
    taken its place."""
    message_status_callback: str | None = g.optional("MessageStatusCallback")
    """Twilio reports changes of messages' states to this URL."""
    public_application_connect_enabled: bool | None = g.optional("PublicApplicationConnectEnabled", g.BOOLEAN)
    """Other accounts can dial the application if this is true."""


class UpdateApplication(g.Update[UpdateApplicationRequest, Application]):
    """Update Application: ``POST /2010-04-01/Accounts/{AccountSid}/Applications/{Sid}``.

    Twilio changes the parameters that are sent and keeps everything else.

    Takes ``[AccountSid:]Sid``.
    """

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
    request: ClassVar[type[g.Parameters] | None] = UpdateApplicationRequest

    @overload
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
        message_status_callback: str | None = None,
        public_application_connect_enabled: bool | None = None,
    ) -> Application: ...

    @overload
    @g.deprecated("sms_status_callback: MessageStatusCallback has taken its place.")
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
    ) -> Application: ...

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
        """Twilio changes the parameters that are sent and keeps everything else.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
            friendly_name: People see this name; Twilio gives it no meaning.
            api_version: TwiML and callbacks follow this version of the API.
            voice_url: Twilio asks this URL for TwiML when a call comes in.
            voice_method: Twilio uses this HTTP method for the voice URL.
            voice_fallback_url: Twilio asks this URL instead when the voice URL or its TwiML
                fails.
            voice_fallback_method: Twilio uses this HTTP method for the voice fallback URL.
            status_callback: Twilio reports changes of state to this URL.
            status_callback_method: Twilio uses this HTTP method to report changes of state.
            voice_caller_id_lookup: Twilio looks up the caller's name (CNAM) if this is true;
                each look-up costs.
            sms_url: Twilio asks this URL for TwiML when a message comes in.
            sms_method: Twilio uses this HTTP method for the SMS URL.
            sms_fallback_url: Twilio asks this URL instead when the SMS URL or its TwiML
                fails.
            sms_fallback_method: Twilio uses this HTTP method for the SMS fallback URL.
            sms_status_callback: This is the old name of the message status callback.
                Deprecated: MessageStatusCallback has taken its place.
            message_status_callback: Twilio reports changes of messages' states to this URL.
            public_application_connect_enabled: Other accounts can dial the application if
                this is true.
        """
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

    The application goes; its numbers fall back on URLs of their own.

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
        """The application goes; its numbers fall back on URLs of their own.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Application", ("Get", "Query", "Create", "Update", "Delete"))
