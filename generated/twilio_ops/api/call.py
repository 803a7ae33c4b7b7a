"""Call: Get, Query, Create, Update, Delete."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops_runtime.generated import Sid

__all__ = [
    "Call",
    "CallDirection",
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


@frozen(kw_only=True, repr=False, eq=False)
class Call(g.Record):
    """One Call."""

    sid: Sid | None = g.UNSET
    date_created: datetime | None = g.UNSET
    date_updated: datetime | None = g.UNSET
    parent_call_sid: Sid | None = g.UNSET
    account_sid: Sid | None = g.UNSET
    to: str | None = g.UNSET
    to_formatted: str | None = g.UNSET
    from_: str | None = g.UNSET
    from_formatted: str | None = g.UNSET
    phone_number_sid: Sid | None = g.UNSET
    status: CallStatus | None = g.UNSET
    start_time: datetime | None = g.UNSET
    end_time: datetime | None = g.UNSET
    duration: int | None = g.UNSET
    price: Decimal | None = g.UNSET
    price_unit: str | None = g.UNSET
    direction: CallDirection | None = g.UNSET
    answered_by: str | None = g.UNSET
    api_version: str | None = g.UNSET
    forwarded_from: str | None = g.UNSET
    group_sid: Sid | None = g.UNSET
    caller_name: str | None = g.UNSET
    queue_time: int | None = g.UNSET
    trunk_sid: Sid | None = g.UNSET
    uri: str | None = g.UNSET
    subresource_uris: Mapping[str, str] | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Call",
        service=SERVICE,
        item="Call",
        list="Calls",
        json_list="calls",
        wire="twilio_ops._wire.call",
        fields=(
            g.FieldSpec("sid", "Sid", g.SID),
            g.FieldSpec("date_created", "DateCreated", g.RFC2822),
            g.FieldSpec("date_updated", "DateUpdated", g.RFC2822),
            g.FieldSpec("parent_call_sid", "ParentCallSid", g.SID),
            g.FieldSpec("account_sid", "AccountSid", g.SID),
            g.FieldSpec("to", "To", g.TEXT),
            g.FieldSpec("to_formatted", "ToFormatted", g.TEXT),
            g.FieldSpec("from_", "From", g.TEXT, "from"),
            g.FieldSpec("from_formatted", "FromFormatted", g.TEXT),
            g.FieldSpec("phone_number_sid", "PhoneNumberSid", g.SID),
            g.FieldSpec("status", "Status", g.EnumKind(CallStatus)),
            g.FieldSpec("start_time", "StartTime", g.RFC2822),
            g.FieldSpec("end_time", "EndTime", g.RFC2822),
            g.FieldSpec("duration", "Duration", g.INTEGER),
            g.FieldSpec("price", "Price", g.DECIMAL),
            g.FieldSpec("price_unit", "PriceUnit", g.TEXT),
            g.FieldSpec("direction", "Direction", g.EnumKind(CallDirection)),
            g.FieldSpec("answered_by", "AnsweredBy", g.TEXT),
            g.FieldSpec("api_version", "ApiVersion", g.TEXT),
            g.FieldSpec("forwarded_from", "ForwardedFrom", g.TEXT),
            g.FieldSpec("group_sid", "GroupSid", g.SID),
            g.FieldSpec("caller_name", "CallerName", g.TEXT),
            g.FieldSpec("queue_time", "QueueTime", g.INTEGER),
            g.FieldSpec("trunk_sid", "TrunkSid", g.SID),
            g.FieldSpec("uri", "Uri", g.TEXT),
            g.FieldSpec("subresource_uris", "SubresourceUris", g.URI_MAP),
        ),
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
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("CA",)),
        },
        record=Call,
        root="Call",
        response_profile="profiles/Call/GetCall.response.xsd",
    )


class QueryCall(g.Query[Call]):
    """Query Call: ``GET /2010-04-01/Accounts/{AccountSid}/Calls``."""

    to: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("To", g.TEXT)
    from_: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("From", g.TEXT)
    parent_call_sid: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("ParentCallSid", g.SidKind("CA"))
    status: ClassVar[g.EqualsFilter[CallStatus | str]] = g.EqualsFilter("Status", g.EnumKind(CallStatus))
    start_time: ClassVar[g.InstantFilter] = g.InstantFilter("StartTime", "start_time")
    end_time: ClassVar[g.InstantFilter] = g.InstantFilter("EndTime", "end_time")
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Call",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls",),
        keys={
            "AccountSid": g.Key(("AC",)),
        },
        record=Call,
        root="Call",
        cardinality="many",
        paging="uris",
        response_profile="profiles/Call/QueryCall.response.xsd",
    )


@frozen(kw_only=True)
class CreateCallRequest(g.ActionRequest):
    """What Create of Call takes; None is not sent, an empty text is."""

    to: str
    from_: str
    method: str | None = None
    fallback_url: str | None = None
    fallback_method: str | None = None
    status_callback: str | None = None
    status_callback_event: Sequence[str] | None = None
    status_callback_method: str | None = None
    send_digits: str | None = None
    timeout: int | None = None
    record: bool | None = None
    recording_channels: str | None = None
    recording_status_callback: str | None = None
    recording_status_callback_method: str | None = None
    sip_auth_username: str | None = None
    sip_auth_password: str | None = None
    machine_detection: str | None = None
    machine_detection_timeout: int | None = None
    recording_status_callback_event: Sequence[str] | None = None
    trim: str | None = None
    caller_id: str | None = None
    machine_detection_speech_threshold: int | None = None
    machine_detection_speech_end_threshold: int | None = None
    machine_detection_silence_timeout: int | None = None
    async_amd: str | None = None
    async_amd_status_callback: str | None = None
    async_amd_status_callback_method: str | None = None
    byoc: str | None = None
    call_reason: str | None = None
    call_token: str | None = None
    recording_track: str | None = None
    time_limit: int | None = None
    client_notification_url: str | None = None
    url: str | None = None
    twiml: str | None = None
    application_sid: str | None = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Call",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls",),
        keys={
            "AccountSid": g.Key(("AC",)),
        },
        record=Call,
        root="Call",
        status=(201,),
        encoding="form",
        parameters=(
            g.ParameterSpec("to", "To", g.TEXT, required=True),
            g.ParameterSpec("from_", "From", g.TEXT, required=True),
            g.ParameterSpec("method", "Method", g.TEXT),
            g.ParameterSpec("fallback_url", "FallbackUrl", g.TEXT),
            g.ParameterSpec("fallback_method", "FallbackMethod", g.TEXT),
            g.ParameterSpec("status_callback", "StatusCallback", g.TEXT),
            g.ParameterSpec("status_callback_event", "StatusCallbackEvent", g.TEXT, repeated=True),
            g.ParameterSpec("status_callback_method", "StatusCallbackMethod", g.TEXT),
            g.ParameterSpec("send_digits", "SendDigits", g.TEXT),
            g.ParameterSpec("timeout", "Timeout", g.INTEGER),
            g.ParameterSpec("record", "Record", g.BOOLEAN),
            g.ParameterSpec("recording_channels", "RecordingChannels", g.TEXT),
            g.ParameterSpec("recording_status_callback", "RecordingStatusCallback", g.TEXT),
            g.ParameterSpec("recording_status_callback_method", "RecordingStatusCallbackMethod", g.TEXT),
            g.ParameterSpec("sip_auth_username", "SipAuthUsername", g.TEXT),
            g.ParameterSpec("sip_auth_password", "SipAuthPassword", g.TEXT),
            g.ParameterSpec("machine_detection", "MachineDetection", g.TEXT),
            g.ParameterSpec("machine_detection_timeout", "MachineDetectionTimeout", g.INTEGER),
            g.ParameterSpec("recording_status_callback_event", "RecordingStatusCallbackEvent", g.TEXT, repeated=True),
            g.ParameterSpec("trim", "Trim", g.TEXT),
            g.ParameterSpec("caller_id", "CallerId", g.TEXT),
            g.ParameterSpec("machine_detection_speech_threshold", "MachineDetectionSpeechThreshold", g.INTEGER),
            g.ParameterSpec("machine_detection_speech_end_threshold", "MachineDetectionSpeechEndThreshold", g.INTEGER),
            g.ParameterSpec("machine_detection_silence_timeout", "MachineDetectionSilenceTimeout", g.INTEGER),
            g.ParameterSpec("async_amd", "AsyncAmd", g.TEXT),
            g.ParameterSpec("async_amd_status_callback", "AsyncAmdStatusCallback", g.TEXT),
            g.ParameterSpec("async_amd_status_callback_method", "AsyncAmdStatusCallbackMethod", g.TEXT),
            g.ParameterSpec("byoc", "Byoc", g.SidKind("BY")),
            g.ParameterSpec("call_reason", "CallReason", g.TEXT),
            g.ParameterSpec("call_token", "CallToken", g.TEXT),
            g.ParameterSpec("recording_track", "RecordingTrack", g.TEXT),
            g.ParameterSpec("time_limit", "TimeLimit", g.INTEGER),
            g.ParameterSpec("client_notification_url", "ClientNotificationUrl", g.TEXT),
            g.ParameterSpec("url", "Url", g.TEXT),
            g.ParameterSpec("twiml", "Twiml", g.TEXT),
            g.ParameterSpec("application_sid", "ApplicationSid", g.SidKind("AP")),
        ),
        either=(("Url", "Twiml", "ApplicationSid"),),
        request_profile="profiles/Call/CreateCall.request.xsd",
        response_profile="profiles/Call/CreateCall.response.xsd",
    )


class CreateCall(g.Create[CreateCallRequest, Call]):
    """Create Call: ``POST /2010-04-01/Accounts/{AccountSid}/Calls``.

    Needs at least one of Url, Twiml, ApplicationSid.
    """

    spec: ClassVar[g.OperationSpec] = CreateCallRequest.spec
    request: ClassVar[type[g.ActionRequest]] = CreateCallRequest

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
        recording_channels: str | None = None,
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


@frozen(kw_only=True)
class UpdateCallRequest(g.ActionRequest):
    """What Update of Call takes; None is not sent, an empty text is."""

    url: str | None = None
    method: str | None = None
    status: CallUpdateStatus | str | None = None
    fallback_url: str | None = None
    fallback_method: str | None = None
    status_callback: str | None = None
    status_callback_method: str | None = None
    twiml: str | None = None
    time_limit: int | None = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Call",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("CA",)),
        },
        record=Call,
        root="Call",
        encoding="form",
        parameters=(
            g.ParameterSpec("url", "Url", g.TEXT),
            g.ParameterSpec("method", "Method", g.TEXT),
            g.ParameterSpec("status", "Status", g.EnumKind(CallUpdateStatus)),
            g.ParameterSpec("fallback_url", "FallbackUrl", g.TEXT),
            g.ParameterSpec("fallback_method", "FallbackMethod", g.TEXT),
            g.ParameterSpec("status_callback", "StatusCallback", g.TEXT),
            g.ParameterSpec("status_callback_method", "StatusCallbackMethod", g.TEXT),
            g.ParameterSpec("twiml", "Twiml", g.TEXT),
            g.ParameterSpec("time_limit", "TimeLimit", g.INTEGER),
        ),
        request_profile="profiles/Call/UpdateCall.request.xsd",
        response_profile="profiles/Call/UpdateCall.response.xsd",
    )


class UpdateCall(g.Update[UpdateCallRequest, Call]):
    """Update Call: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateCallRequest.spec
    request: ClassVar[type[g.ActionRequest]] = UpdateCallRequest

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
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("CA",)),
        },
        root="Call",
        status=(204,),
        cardinality="none",
        request_profile="profiles/Call/DeleteCall.request.xsd",
    )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Call", ("Get", "Query", "Create", "Update", "Delete"))
