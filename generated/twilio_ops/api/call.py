"""Call: Get, Query, Create, Update, Delete."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "Call",
    "CallDirection",
    "CallRecordingChannels",
    "CallStatus",
    "CallUpdateStatus",
    "CreateCall",
    "CreateCallRequest",
    "DeleteCall",
    "GetCall",
    "QueryCall",
    "UpdateCall",
    "UpdateCallRequest",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "Sid": g.Key(("CA",)),
}


class CallStatus(g.OpenEnum):
    """The values known; others are kept as they come."""

    QUEUED = "queued"
    RINGING = "ringing"
    IN_PROGRESS = "in-progress"
    COMPLETED = "completed"
    BUSY = "busy"
    FAILED = "failed"
    NO_ANSWER = "no-answer"
    CANCELED = "canceled"


class CallUpdateStatus(g.OpenEnum):
    """The values known; others are kept as they come."""

    CANCELED = "canceled"
    COMPLETED = "completed"


class CallDirection(g.OpenEnum):
    """The values known; others are kept as they come."""

    INBOUND = "inbound"
    OUTBOUND_API = "outbound-api"
    OUTBOUND_DIAL = "outbound-dial"
    TRUNKING_TERMINATING = "trunking-terminating"
    TRUNKING_ORIGINATING = "trunking-originating"


class CallRecordingChannels(g.OpenEnum):
    """The values known; others are kept as they come."""

    MONO = "mono"
    DUAL = "dual"


@g.record
class Call(g.Record):
    """One Call."""

    sid: Sid | None = g.field("Sid", g.SID)
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    parent_call_sid: Sid | None = g.field("ParentCallSid", g.SID)
    account_sid: Sid | None = g.field("AccountSid", g.SID)
    to: str | None = g.field("To")
    to_formatted: str | None = g.field("ToFormatted")
    from_: str | None = g.field("From", json="from")
    from_formatted: str | None = g.field("FromFormatted")
    phone_number_sid: Sid | None = g.field("PhoneNumberSid", g.SID)
    status: CallStatus | None = g.field("Status", g.EnumType(CallStatus))
    start_time: datetime | None = g.field("StartTime", g.RFC2822)
    end_time: datetime | None = g.field("EndTime", g.RFC2822)
    duration: int | None = g.field("Duration", g.INTEGER)
    price: Decimal | None = g.field("Price", g.DECIMAL)
    price_unit: str | None = g.field("PriceUnit")
    direction: CallDirection | None = g.field("Direction", g.EnumType(CallDirection))
    answered_by: str | None = g.field("AnsweredBy")
    api_version: str | None = g.field("ApiVersion")
    forwarded_from: str | None = g.field("ForwardedFrom")
    group_sid: Sid | None = g.field("GroupSid", g.SID)
    caller_name: str | None = g.field("CallerName")
    queue_time: int | None = g.field("QueueTime", g.INTEGER)
    trunk_sid: Sid | None = g.field("TrunkSid", g.SID)
    uri: str | None = g.field("Uri")
    subresource_uris: Mapping[str, str] | None = g.field("SubresourceUris", g.URI_MAP)
    annotation: str | None = g.field("Annotation")
    formatted_to: str | None = g.field("FormattedTo")
    formatted_from: str | None = g.field("FormattedFrom")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Call",
        service=SERVICE,
        item="Call",
        list="Calls",
        wire="twilio_ops._wire.call",
    )


class GetCall(g.Get[Call]):
    """Get Call: ``GET /2010-04-01/Accounts/{AccountSid}/Calls/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Call",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{Sid}",),
        keys=_KEYS,
        record=Call,
        root="Call",
        response_profile="profiles/Call/GetCall.response.xsd",
    )

    def __call__(self, sid: str, /) -> Call:
        """The one record of a Sid."""
        return self.run(sid)


class QueryCall(g.Query[Call]):
    """Query Call: ``GET /2010-04-01/Accounts/{AccountSid}/Calls``."""

    to: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("To")
    from_: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("From")
    parent_call_sid: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("ParentCallSid", g.SidType("CA"))
    status: ClassVar[g.EqualsFilter[CallStatus | str]] = g.EqualsFilter("Status", g.EnumType(CallStatus))
    start_time: ClassVar[g.InstantFilter] = g.InstantFilter("StartTime", "start_time")
    end_time: ClassVar[g.InstantFilter] = g.InstantFilter("EndTime", "end_time")
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Call",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls",),
        keys=_KEYS,
        record=Call,
        root="Call",
        cardinality="many",
        json_list="calls",
        paging="uris",
        response_profile="profiles/Call/QueryCall.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[Call]:
        """The records, page by page as they are used."""
        return self.run(parent)


@g.request
class CreateCallRequest(g.Parameters):
    """What Create of Call takes; None is not sent, an empty text is."""

    to: str = g.required("To")
    from_: str = g.required("From")
    method: str | None = g.optional("Method")
    fallback_url: str | None = g.optional("FallbackUrl")
    fallback_method: str | None = g.optional("FallbackMethod")
    status_callback: str | None = g.optional("StatusCallback")
    status_callback_event: Sequence[str] | None = g.optional("StatusCallbackEvent", repeated=True)
    status_callback_method: str | None = g.optional("StatusCallbackMethod")
    send_digits: str | None = g.optional("SendDigits")
    timeout: int | None = g.optional("Timeout", g.INTEGER)
    record: bool | None = g.optional("Record", g.BOOLEAN)
    recording_channels: CallRecordingChannels | str | None = g.optional("RecordingChannels", g.EnumType(CallRecordingChannels))
    recording_status_callback: str | None = g.optional("RecordingStatusCallback")
    recording_status_callback_method: str | None = g.optional("RecordingStatusCallbackMethod")
    sip_auth_username: str | None = g.optional("SipAuthUsername")
    sip_auth_password: str | None = g.optional("SipAuthPassword", secret=True)
    machine_detection: str | None = g.optional("MachineDetection")
    machine_detection_timeout: int | None = g.optional("MachineDetectionTimeout", g.INTEGER)
    recording_status_callback_event: Sequence[str] | None = g.optional("RecordingStatusCallbackEvent", repeated=True)
    trim: str | None = g.optional("Trim")
    caller_id: str | None = g.optional("CallerId")
    machine_detection_speech_threshold: int | None = g.optional("MachineDetectionSpeechThreshold", g.INTEGER)
    machine_detection_speech_end_threshold: int | None = g.optional("MachineDetectionSpeechEndThreshold", g.INTEGER)
    machine_detection_silence_timeout: int | None = g.optional("MachineDetectionSilenceTimeout", g.INTEGER)
    async_amd: str | None = g.optional("AsyncAmd")
    async_amd_status_callback: str | None = g.optional("AsyncAmdStatusCallback")
    async_amd_status_callback_method: str | None = g.optional("AsyncAmdStatusCallbackMethod")
    byoc: str | None = g.optional("Byoc", g.SidType("BY"))
    call_reason: str | None = g.optional("CallReason")
    call_token: str | None = g.optional("CallToken", secret=True)
    recording_track: str | None = g.optional("RecordingTrack")
    time_limit: int | None = g.optional("TimeLimit", g.INTEGER)
    client_notification_url: str | None = g.optional("ClientNotificationUrl")
    url: str | None = g.optional("Url")
    twiml: str | None = g.optional("Twiml")
    application_sid: str | None = g.optional("ApplicationSid", g.SidType("AP"))
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Call",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls",),
        keys=_KEYS,
        record=Call,
        root="Call",
        status=(201,),
        encoding="form",
        either=(("Url", "Twiml", "ApplicationSid"),),
        request_profile="profiles/Call/CreateCall.request.xsd",
        response_profile="profiles/Call/CreateCall.response.xsd",
    )


class CreateCall(g.Create[CreateCallRequest, Call]):
    """Create Call: ``POST /2010-04-01/Accounts/{AccountSid}/Calls``.

    Needs at least one of Url, Twiml, ApplicationSid.
    """

    spec: ClassVar[g.OperationSpec] = CreateCallRequest.spec
    request: ClassVar[type[g.Parameters]] = CreateCallRequest

    def __call__(
        self,
        *,
        to: str,
        from_: str,
        method: str | None = None,
        fallback_url: str | None = None,
        fallback_method: str | None = None,
        status_callback: str | None = None,
        status_callback_event: Sequence[str] | None = None,
        status_callback_method: str | None = None,
        send_digits: str | None = None,
        timeout: int | None = None,
        record: bool | None = None,
        recording_channels: CallRecordingChannels | str | None = None,
        recording_status_callback: str | None = None,
        recording_status_callback_method: str | None = None,
        sip_auth_username: str | None = None,
        sip_auth_password: str | None = None,
        machine_detection: str | None = None,
        machine_detection_timeout: int | None = None,
        recording_status_callback_event: Sequence[str] | None = None,
        trim: str | None = None,
        caller_id: str | None = None,
        machine_detection_speech_threshold: int | None = None,
        machine_detection_speech_end_threshold: int | None = None,
        machine_detection_silence_timeout: int | None = None,
        async_amd: str | None = None,
        async_amd_status_callback: str | None = None,
        async_amd_status_callback_method: str | None = None,
        byoc: str | None = None,
        call_reason: str | None = None,
        call_token: str | None = None,
        recording_track: str | None = None,
        time_limit: int | None = None,
        client_notification_url: str | None = None,
        url: str | None = None,
        twiml: str | None = None,
        application_sid: str | None = None,
        parent: str | None = None,
    ) -> Call:
        """Create one; ``parent`` is ``AccountSid``."""
        return self.run(
            CreateCallRequest(
                to=to,
                from_=from_,
                method=method,
                fallback_url=fallback_url,
                fallback_method=fallback_method,
                status_callback=status_callback,
                status_callback_event=status_callback_event,
                status_callback_method=status_callback_method,
                send_digits=send_digits,
                timeout=timeout,
                record=record,
                recording_channels=recording_channels,
                recording_status_callback=recording_status_callback,
                recording_status_callback_method=recording_status_callback_method,
                sip_auth_username=sip_auth_username,
                sip_auth_password=sip_auth_password,
                machine_detection=machine_detection,
                machine_detection_timeout=machine_detection_timeout,
                recording_status_callback_event=recording_status_callback_event,
                trim=trim,
                caller_id=caller_id,
                machine_detection_speech_threshold=machine_detection_speech_threshold,
                machine_detection_speech_end_threshold=machine_detection_speech_end_threshold,
                machine_detection_silence_timeout=machine_detection_silence_timeout,
                async_amd=async_amd,
                async_amd_status_callback=async_amd_status_callback,
                async_amd_status_callback_method=async_amd_status_callback_method,
                byoc=byoc,
                call_reason=call_reason,
                call_token=call_token,
                recording_track=recording_track,
                time_limit=time_limit,
                client_notification_url=client_notification_url,
                url=url,
                twiml=twiml,
                application_sid=application_sid,
            ),
            parent,
        )


@g.request
class UpdateCallRequest(g.Parameters):
    """What Update of Call takes; None is not sent, an empty text is."""

    url: str | None = g.optional("Url")
    method: str | None = g.optional("Method")
    status: CallUpdateStatus | str | None = g.optional("Status", g.EnumType(CallUpdateStatus))
    fallback_url: str | None = g.optional("FallbackUrl")
    fallback_method: str | None = g.optional("FallbackMethod")
    status_callback: str | None = g.optional("StatusCallback")
    status_callback_method: str | None = g.optional("StatusCallbackMethod")
    twiml: str | None = g.optional("Twiml")
    time_limit: int | None = g.optional("TimeLimit", g.INTEGER)
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Call",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{Sid}",),
        keys=_KEYS,
        record=Call,
        root="Call",
        encoding="form",
        request_profile="profiles/Call/UpdateCall.request.xsd",
        response_profile="profiles/Call/UpdateCall.response.xsd",
    )


class UpdateCall(g.Update[UpdateCallRequest, Call]):
    """Update Call: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateCallRequest.spec
    request: ClassVar[type[g.Parameters]] = UpdateCallRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        url: str | None = None,
        method: str | None = None,
        status: CallUpdateStatus | str | None = None,
        fallback_url: str | None = None,
        fallback_method: str | None = None,
        status_callback: str | None = None,
        status_callback_method: str | None = None,
        twiml: str | None = None,
        time_limit: int | None = None,
    ) -> Call:
        """Change one; what is None is not sent."""
        return self.run(
            sid,
            UpdateCallRequest(
                url=url,
                method=method,
                status=status,
                fallback_url=fallback_url,
                fallback_method=fallback_method,
                status_callback=status_callback,
                status_callback_method=status_callback_method,
                twiml=twiml,
                time_limit=time_limit,
            ),
        )


class DeleteCall(g.Delete):
    """Delete Call: ``DELETE /2010-04-01/Accounts/{AccountSid}/Calls/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Call",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{Sid}",),
        keys=_KEYS,
        root="Call",
        status=(204,),
        cardinality="none",
        request_profile="profiles/Call/DeleteCall.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """Delete one."""
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Call", ("Get", "Query", "Create", "Update", "Delete"))
