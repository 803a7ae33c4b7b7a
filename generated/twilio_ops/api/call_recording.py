"""CallRecording: Get, Query, Create, Update, Delete.

A call recording is the audio of a call.

https://www.twilio.com/docs/voice/api/recording#create-a-recording-resource
"""

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
    """How far a recording is. Values not listed are kept as they come."""

    IN_PROGRESS = "in-progress"
    PAUSED = "paused"
    STOPPED = "stopped"
    PROCESSING = "processing"
    COMPLETED = "completed"
    ABSENT = "absent"


class CallRecordingSource(g.OpenEnum):
    """What started a recording. Values not listed are kept as they come."""

    DIAL_VERB = "DialVerb"
    CONFERENCE = "Conference"
    OUTBOUND_API = "OutboundAPI"
    TRUNKING = "Trunking"
    RECORD_VERB = "RecordVerb"
    START_CALL_RECORDING_API = "StartCallRecordingAPI"
    START_CONFERENCE_RECORDING_API = "StartConferenceRecordingAPI"


class CallRecordingTrack(g.OpenEnum):
    """Which side of a call is recorded. Values not listed are kept as they come."""

    INBOUND = "inbound"
    OUTBOUND = "outbound"
    BOTH = "both"


class CallRecordingPauseBehavior(g.OpenEnum):
    """What a recording does while it is paused. Values not listed are kept as they come."""

    SILENCE = "silence"
    """It records silence."""
    SKIP = "skip"
    """It leaves the time out."""


class CallRecordingRecordingChannels(g.OpenEnum):
    """How the parties of a call lie on the channels of its recording. Values not listed are kept as
    they come."""

    MONO = "mono"
    """Both share one channel."""
    DUAL = "dual"
    """Each has a channel of its own."""


@g.record
class CallRecording(g.Record):
    """One CallRecording.

    A call recording is the audio of a call.
    """

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    api_version: str | None = g.field("ApiVersion")
    """This version of the API made the record."""
    call_sid: Sid | None = g.field("CallSid", g.SID)
    """The record belongs to this call. A Sid that begins with CA."""
    conference_sid: Sid | None = g.field("ConferenceSid", g.SID)
    """The record belongs to this conference. A Sid that begins with CF."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    start_time: datetime | None = g.field("StartTime", g.RFC2822)
    """It starts at this time."""
    duration: int | None = g.field("Duration", g.INTEGER)
    """It lasts this many seconds."""
    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with RE."""
    price: Decimal | None = g.field("Price", g.DECIMAL)
    """Twilio charges this much; a charge is negative, and it comes some time after the end."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    encryption_details: Any = g.field("EncryptionDetails", g.ANY)
    """These values decrypt the recording, which is encrypted with your public key."""
    price_unit: str | None = g.field("PriceUnit")
    """The price is in this currency, as an ISO 4217 code."""
    status: CallRecordingStatus | None = g.field("Status", g.EnumType(CallRecordingStatus))
    """The record is at this stage."""
    channels: int | None = g.field("Channels", g.INTEGER)
    """The audio has this many channels, one or two."""
    source: CallRecordingSource | None = g.field("Source", g.EnumType(CallRecordingSource))
    """The recording was started by this."""
    error_code: int | None = g.field("ErrorCode", g.INTEGER)
    """This Twilio error code says what went wrong; there is none if nothing did."""
    track: CallRecordingTrack | None = g.field("Track", g.EnumType(CallRecordingTrack))
    """The recording holds this side of the call, or both."""
    end_time: datetime | None = g.field("EndTime", g.RFC2822)
    """It ends at this time."""
    encryption_type: str | None = g.field("EncryptionType")
    """The recording is encrypted in this way, such as with a public key."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="CallRecording",
        service=SERVICE,
        item="Recording",
        list="Recordings",
    )


class GetCallRecording(g.Get[CallRecording]):
    """Get CallRecording: ``GET /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings/{Sid}``.

    Twilio answers with the one record that the Sid names.

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
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]CallSid:Sid``.
        """
        return self.run(sid)


class QueryCallRecording(g.Query[CallRecording]):
    """Query CallRecording: ``GET /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings``.

    Twilio lists the records that the filters let through, page by page.

    Takes ``[AccountSid:]CallSid``.
    """

    date_created: ClassVar[g.DayFilter] = g.DayFilter("DateCreated", "date_created")
    """Only records made on this day match, or before or after it."""
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
        max_page_size=1000,
        response_profile="profiles/CallRecording/QueryCallRecording.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[CallRecording]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``[AccountSid:]CallSid``.
        """
        return self.run(parent)


@g.request
class CreateCallRecordingRequest(g.Parameters):
    """What Create of CallRecording takes; None is not sent, an empty text is."""

    recording_status_callback_event: Sequence[str] | None = g.optional("RecordingStatusCallbackEvent", repeated=True)
    """Twilio reports these events of the recording."""
    recording_status_callback: str | None = g.optional("RecordingStatusCallback")
    """Twilio reports changes of the recording's state to this URL."""
    recording_status_callback_method: str | None = g.optional("RecordingStatusCallbackMethod")
    """Twilio uses this HTTP method for the recording's status callback."""
    trim: str | None = g.optional("Trim")
    """Silence at both ends of the recording is cut off or kept."""
    recording_channels: CallRecordingRecordingChannels | str | None = g.optional(
        "RecordingChannels", g.EnumType(CallRecordingRecordingChannels)
    )
    """The recording puts both parties on one channel (mono) or on two (dual)."""
    recording_track: str | None = g.optional("RecordingTrack")
    """The recording holds this side of the call, or both."""


class CreateCallRecording(g.Create[CreateCallRecordingRequest, CallRecording]):
    """Create CallRecording: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings``.

    Twilio records a running call.

    Side effect: records what people say on a call.
    """

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
    request: ClassVar[type[g.Parameters] | None] = CreateCallRecordingRequest

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
        """Twilio records a running call.

        Side effect: records what people say on a call.

        Args:
            parent: It lives under ``[AccountSid:]CallSid``.
            recording_status_callback_event: Twilio reports these events of the recording.
                Several values may be given.
            recording_status_callback: Twilio reports changes of the recording's state to this
                URL.
            recording_status_callback_method: Twilio uses this HTTP method for the recording's
                status callback.
            trim: Silence at both ends of the recording is cut off or kept.
            recording_channels: The recording puts both parties on one channel (mono) or on
                two (dual).
            recording_track: The recording holds this side of the call, or both.
        """
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
    """The recording pauses, goes on or stops."""
    pause_behavior: CallRecordingPauseBehavior | str | None = g.optional("PauseBehavior", g.EnumType(CallRecordingPauseBehavior))
    """The paused time is left out (skip) or recorded as silence."""


class UpdateCallRecording(g.Update[UpdateCallRecordingRequest, CallRecording]):
    """Update CallRecording: ``POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings/{Sid}``.

    A recording pauses, goes on or stops.

    Side effect: pauses or ends a recording.

    Takes ``[AccountSid:]CallSid:Sid``.
    """

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
    request: ClassVar[type[g.Parameters] | None] = UpdateCallRecordingRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        status: CallRecordingStatus | str,
        pause_behavior: CallRecordingPauseBehavior | str | None = None,
    ) -> CallRecording:
        """A recording pauses, goes on or stops.

        Side effect: pauses or ends a recording.

        Args:
            sid: The record's Sid, ``[AccountSid:]CallSid:Sid``.
            status: The recording pauses, goes on or stops.
            pause_behavior: The paused time is left out (skip) or recorded as silence.
        """
        return self.run(
            sid,
            UpdateCallRecordingRequest(
                status=status,
                pause_behavior=pause_behavior,
            ),
        )


class DeleteCallRecording(g.Delete):
    """Delete CallRecording: ``DELETE /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings/{Sid}``.

    Twilio removes the record for good.

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
        """Twilio removes the record for good.

        Args:
            sid: The record's Sid, ``[AccountSid:]CallSid:Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "CallRecording", ("Get", "Query", "Create", "Update", "Delete"))
