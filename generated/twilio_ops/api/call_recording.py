"""CallRecording: Get, Query, Create, Update, Delete."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "CallRecording",
    "CallRecordingPauseBehavior",
    "CallRecordingRecordingChannels",
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

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "CallSid": g.Key(("CA",)),
    "Sid": g.Key(("RE",), literals=("Twilio.CURRENT",)),
}


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

    DIAL_VERB = "DialVerb"
    CONFERENCE = "Conference"
    OUTBOUND_API = "OutboundAPI"
    TRUNKING = "Trunking"
    RECORD_VERB = "RecordVerb"
    START_CALL_RECORDING_API = "StartCallRecordingAPI"
    START_CONFERENCE_RECORDING_API = "StartConferenceRecordingAPI"


class CallRecordingTrack(g.OpenEnum):
    """The values known; others are kept as they come."""

    INBOUND = "inbound"
    OUTBOUND = "outbound"
    BOTH = "both"


class CallRecordingPauseBehavior(g.OpenEnum):
    """The values known; others are kept as they come."""

    SILENCE = "silence"
    SKIP = "skip"


class CallRecordingRecordingChannels(g.OpenEnum):
    """The values known; others are kept as they come."""

    MONO = "mono"
    DUAL = "dual"


@g.record
class CallRecording(g.Record):
    """One CallRecording."""

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    api_version: str | None = g.field("ApiVersion")
    call_sid: Sid | None = g.field("CallSid", g.SID)
    conference_sid: Sid | None = g.field("ConferenceSid", g.SID)
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    start_time: datetime | None = g.field("StartTime", g.RFC2822)
    duration: int | None = g.field("Duration", g.INTEGER)
    sid: Sid | None = g.field("Sid", g.SID)
    price: Decimal | None = g.field("Price", g.DECIMAL)
    uri: str | None = g.field("Uri")
    encryption_details: Any = g.field("EncryptionDetails", g.ANY)
    price_unit: str | None = g.field("PriceUnit")
    status: CallRecordingStatus | None = g.field("Status", g.EnumType(CallRecordingStatus))
    channels: int | None = g.field("Channels", g.INTEGER)
    source: CallRecordingSource | None = g.field("Source", g.EnumType(CallRecordingSource))
    error_code: int | None = g.field("ErrorCode", g.INTEGER)
    track: CallRecordingTrack | None = g.field("Track", g.EnumType(CallRecordingTrack))
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="CallRecording",
        service=SERVICE,
        item="Recording",
        list="Recordings",
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
        keys=_KEYS,
        record=CallRecording,
        root="Recording",
        response_profile="profiles/CallRecording/GetCallRecording.response.xsd",
    )

    def __call__(self, sid: str, /) -> CallRecording:
        """The one record of a Sid."""
        return self.run(sid)


class QueryCallRecording(g.Query[CallRecording]):
    """Query CallRecording: ``GET /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings``.

    Takes ``[AccountSid:]CallSid``.
    """

    date_created: ClassVar[g.DayFilter] = g.DayFilter("DateCreated", "date_created")
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="CallRecording",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings",),
        keys=_KEYS,
        record=CallRecording,
        root="Recording",
        cardinality="many",
        json_list="recordings",
        paging="uris",
        response_profile="profiles/CallRecording/QueryCallRecording.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[CallRecording]:
        """The records, page by page as they are used."""
        return self.run(parent)


@g.request
class CreateCallRecordingRequest(g.Parameters):
    """What Create of CallRecording takes; None is not sent, an empty text is."""

    recording_status_callback_event: Sequence[str] | None = g.optional("RecordingStatusCallbackEvent", repeated=True)
    recording_status_callback: str | None = g.optional("RecordingStatusCallback")
    recording_status_callback_method: str | None = g.optional("RecordingStatusCallbackMethod")
    trim: str | None = g.optional("Trim")
    recording_channels: CallRecordingRecordingChannels | str | None = g.optional(
        "RecordingChannels", g.EnumType(CallRecordingRecordingChannels)
    )
    recording_track: str | None = g.optional("RecordingTrack")
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="CallRecording",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings",),
        keys=_KEYS,
        record=CallRecording,
        root="Recording",
        status=(200, 201),
        encoding="form",
        request_profile="profiles/CallRecording/CreateCallRecording.request.xsd",
        response_profile="profiles/CallRecording/CreateCallRecording.response.xsd",
    )


class CreateCallRecording(g.Create[CreateCallRecordingRequest, CallRecording]):
    """Create CallRecording: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings``."""

    spec: ClassVar[g.OperationSpec] = CreateCallRecordingRequest.spec
    request: ClassVar[type[g.Parameters]] = CreateCallRecordingRequest

    def __call__(
        self,
        *,
        parent: str,
        recording_status_callback_event: Sequence[str] | None = None,
        recording_status_callback: str | None = None,
        recording_status_callback_method: str | None = None,
        trim: str | None = None,
        recording_channels: CallRecordingRecordingChannels | str | None = None,
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


@g.request
class UpdateCallRecordingRequest(g.Parameters):
    """What Update of CallRecording takes; None is not sent, an empty text is."""

    status: CallRecordingStatus | str = g.required("Status", g.EnumType(CallRecordingStatus))
    pause_behavior: CallRecordingPauseBehavior | str | None = g.optional("PauseBehavior", g.EnumType(CallRecordingPauseBehavior))
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="CallRecording",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings/{Sid}",),
        keys=_KEYS,
        record=CallRecording,
        root="Recording",
        encoding="form",
        request_profile="profiles/CallRecording/UpdateCallRecording.request.xsd",
        response_profile="profiles/CallRecording/UpdateCallRecording.response.xsd",
    )


class UpdateCallRecording(g.Update[UpdateCallRecordingRequest, CallRecording]):
    """Update CallRecording: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings/{Sid}``.

    Takes ``[AccountSid:]CallSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateCallRecordingRequest.spec
    request: ClassVar[type[g.Parameters]] = UpdateCallRecordingRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        status: CallRecordingStatus | str,
        pause_behavior: CallRecordingPauseBehavior | str | None = None,
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
        keys=_KEYS,
        root="Recording",
        status=(204,),
        cardinality="none",
        request_profile="profiles/CallRecording/DeleteCallRecording.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """Delete one."""
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "CallRecording", ("Get", "Query", "Create", "Update", "Delete"))
