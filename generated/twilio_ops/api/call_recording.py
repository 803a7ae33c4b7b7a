"""CallRecording: Get, Query, Create, Update, Delete."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops_runtime.generated import Sid

__all__ = [
    "CallRecording",
    "CallRecordingSource",
    "CallRecordingStatus",
    "CallRecordingTrack",
    "CreateCallRecording",
    "CreateCallRecordingRequest",
    "DeleteCallRecording",
    "GetCallRecording",
    "QueryCallRecording",
    "UpdateCallRecording",
    "UpdateCallRecordingRequest",
]


class CallRecordingStatus(g.OpenEnum):
    """The values known; others are kept as they come."""

    IN_PROGRESS = "in-progress"
    PAUSED = "paused"
    STOPPED = "stopped"
    PROCESSING = "processing"
    COMPLETED = "completed"
    ABSENT = "absent"


class CallRecordingSource(g.OpenEnum):
    """The values known; others are kept as they come."""

    DIALVERB = "DialVerb"
    CONFERENCE = "Conference"
    OUTBOUNDAPI = "OutboundAPI"
    TRUNKING = "Trunking"
    RECORDVERB = "RecordVerb"
    STARTCALLRECORDINGAPI = "StartCallRecordingAPI"
    STARTCONFERENCERECORDINGAPI = "StartConferenceRecordingAPI"


class CallRecordingTrack(g.OpenEnum):
    """The values known; others are kept as they come."""

    INBOUND = "inbound"
    OUTBOUND = "outbound"
    BOTH = "both"


@frozen(kw_only=True, repr=False, eq=False)
class CallRecording(g.Record):
    """One CallRecording."""

    account_sid: Sid | None = g.UNSET
    api_version: str | None = g.UNSET
    call_sid: Sid | None = g.UNSET
    conference_sid: Sid | None = g.UNSET
    date_created: datetime | None = g.UNSET
    date_updated: datetime | None = g.UNSET
    start_time: datetime | None = g.UNSET
    duration: int | None = g.UNSET
    sid: Sid | None = g.UNSET
    price: Decimal | None = g.UNSET
    uri: str | None = g.UNSET
    encryption_details: Any = g.UNSET
    price_unit: str | None = g.UNSET
    status: CallRecordingStatus | None = g.UNSET
    channels: int | None = g.UNSET
    source: CallRecordingSource | None = g.UNSET
    error_code: int | None = g.UNSET
    track: CallRecordingTrack | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="CallRecording",
        service=SERVICE,
        item="Recording",
        list="Recordings",
        json_list="recordings",
        wire="twilio_ops._wire.call_recording",
        fields=(
            g.FieldSpec("account_sid", "AccountSid", g.SID),
            g.FieldSpec("api_version", "ApiVersion", g.TEXT),
            g.FieldSpec("call_sid", "CallSid", g.SID),
            g.FieldSpec("conference_sid", "ConferenceSid", g.SID),
            g.FieldSpec("date_created", "DateCreated", g.RFC2822),
            g.FieldSpec("date_updated", "DateUpdated", g.RFC2822),
            g.FieldSpec("start_time", "StartTime", g.RFC2822),
            g.FieldSpec("duration", "Duration", g.INTEGER),
            g.FieldSpec("sid", "Sid", g.SID),
            g.FieldSpec("price", "Price", g.DECIMAL),
            g.FieldSpec("uri", "Uri", g.TEXT),
            g.FieldSpec("encryption_details", "EncryptionDetails", g.ANY),
            g.FieldSpec("price_unit", "PriceUnit", g.TEXT),
            g.FieldSpec("status", "Status", g.EnumKind(CallRecordingStatus)),
            g.FieldSpec("channels", "Channels", g.INTEGER),
            g.FieldSpec("source", "Source", g.EnumKind(CallRecordingSource)),
            g.FieldSpec("error_code", "ErrorCode", g.INTEGER),
            g.FieldSpec("track", "Track", g.EnumKind(CallRecordingTrack)),
        ),
    )


class GetCallRecording(g.Get[CallRecording]):
    """Get CallRecording: ``GET /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings/{Sid}``.

    Takes ``[AccountSid:]CallSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="CallRecording",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "CallSid": g.Key(("CA",)),
            "Sid": g.Key(("RE",), literals=("Twilio.CURRENT",)),
        },
        record=CallRecording,
        root="Recording",
        response_profile="profiles/CallRecording/GetCallRecording.response.xsd",
    )


class QueryCallRecording(g.Query[CallRecording]):
    """Query CallRecording: ``GET /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings``."""

    date_created: ClassVar[g.DayFilter] = g.DayFilter("DateCreated", "date_created")
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="CallRecording",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "CallSid": g.Key(("CA",)),
        },
        record=CallRecording,
        root="Recording",
        cardinality="many",
        paging="uris",
        response_profile="profiles/CallRecording/QueryCallRecording.response.xsd",
    )


@frozen(kw_only=True)
class CreateCallRecordingRequest(g.ActionRequest):
    """What Create of CallRecording takes; None is not sent, an empty text is."""

    recording_status_callback_event: Sequence[str] | None = None
    recording_status_callback: str | None = None
    recording_status_callback_method: str | None = None
    trim: str | None = None
    recording_channels: str | None = None
    recording_track: str | None = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="CallRecording",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "CallSid": g.Key(("CA",)),
        },
        record=CallRecording,
        root="Recording",
        status=(200, 201),
        encoding="form",
        parameters=(
            g.ParameterSpec("recording_status_callback_event", "RecordingStatusCallbackEvent", g.TEXT, repeated=True),
            g.ParameterSpec("recording_status_callback", "RecordingStatusCallback", g.TEXT),
            g.ParameterSpec("recording_status_callback_method", "RecordingStatusCallbackMethod", g.TEXT),
            g.ParameterSpec("trim", "Trim", g.TEXT),
            g.ParameterSpec("recording_channels", "RecordingChannels", g.TEXT),
            g.ParameterSpec("recording_track", "RecordingTrack", g.TEXT),
        ),
        request_profile="profiles/CallRecording/CreateCallRecording.request.xsd",
        response_profile="profiles/CallRecording/CreateCallRecording.response.xsd",
    )


class CreateCallRecording(g.Create[CreateCallRecordingRequest, CallRecording]):
    """Create CallRecording: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings``."""

    spec: ClassVar[g.OperationSpec] = CreateCallRecordingRequest.spec
    request: ClassVar[type[g.ActionRequest]] = CreateCallRecordingRequest

    def __call__(
        self,
        *,
        parent: str,
        recording_status_callback_event: Sequence[str] | None = None,
        recording_status_callback: str | None = None,
        recording_status_callback_method: str | None = None,
        trim: str | None = None,
        recording_channels: str | None = None,
        recording_track: str | None = None,
    ) -> CallRecording:
        """Create one; ``parent`` is ``[AccountSid:]CallSid``."""
        return self.run(
            CreateCallRecordingRequest(
                recording_status_callback_event=recording_status_callback_event,
                recording_status_callback=recording_status_callback,
                recording_status_callback_method=recording_status_callback_method,
                trim=trim,
                recording_channels=recording_channels,
                recording_track=recording_track,
            ),
            parent,
        )


@frozen(kw_only=True)
class UpdateCallRecordingRequest(g.ActionRequest):
    """What Update of CallRecording takes; None is not sent, an empty text is."""

    status: CallRecordingStatus | str
    pause_behavior: str | None = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="CallRecording",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "CallSid": g.Key(("CA",)),
            "Sid": g.Key(("RE",), literals=("Twilio.CURRENT",)),
        },
        record=CallRecording,
        root="Recording",
        encoding="form",
        parameters=(
            g.ParameterSpec("status", "Status", g.EnumKind(CallRecordingStatus), required=True),
            g.ParameterSpec("pause_behavior", "PauseBehavior", g.TEXT),
        ),
        request_profile="profiles/CallRecording/UpdateCallRecording.request.xsd",
        response_profile="profiles/CallRecording/UpdateCallRecording.response.xsd",
    )


class UpdateCallRecording(g.Update[UpdateCallRecordingRequest, CallRecording]):
    """Update CallRecording: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings/{Sid}``.

    Takes ``[AccountSid:]CallSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateCallRecordingRequest.spec
    request: ClassVar[type[g.ActionRequest]] = UpdateCallRecordingRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        status: CallRecordingStatus | str,
        pause_behavior: str | None = None,
    ) -> CallRecording:
        """Change one; what is None is not sent."""
        return self.run(
            sid,
            UpdateCallRecordingRequest(
                status=status,
                pause_behavior=pause_behavior,
            ),
        )


class DeleteCallRecording(g.Delete):
    """Delete CallRecording: ``DELETE /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings/{Sid}``.

    Takes ``[AccountSid:]CallSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="CallRecording",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "CallSid": g.Key(("CA",)),
            "Sid": g.Key(("RE",), literals=("Twilio.CURRENT",)),
        },
        root="Recording",
        status=(204,),
        cardinality="none",
        request_profile="profiles/CallRecording/DeleteCallRecording.request.xsd",
    )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "CallRecording", ("Get", "Query", "Create", "Update", "Delete"))
