"""ConferenceRecording: Get, Query, Update, Delete.

A conference recording is the audio of a conference.

https://www.twilio.com/docs/voice/api/recording
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "ConferenceRecording",
    "ConferenceRecordingPauseBehavior",
    "ConferenceRecordingSource",
    "ConferenceRecordingStatus",
    "DeleteConferenceRecording",
    "GetConferenceRecording",
    "QueryConferenceRecording",
    "UpdateConferenceRecording",
    "UpdateConferenceRecordingRequest",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "ConferenceSid": g.Key(("CF",)),
    "Sid": g.Key(("RE",), literals=("Twilio.CURRENT",)),
}


class ConferenceRecordingStatus(g.OpenEnum):
    """How far a recording is. Values not listed are kept as they come."""

    IN_PROGRESS = "in-progress"
    PAUSED = "paused"
    STOPPED = "stopped"
    PROCESSING = "processing"
    COMPLETED = "completed"
    ABSENT = "absent"


class ConferenceRecordingSource(g.OpenEnum):
    """What started a recording. Values not listed are kept as they come."""

    DIAL_VERB = "DialVerb"
    CONFERENCE = "Conference"
    OUTBOUND_API = "OutboundAPI"
    TRUNKING = "Trunking"
    RECORD_VERB = "RecordVerb"
    START_CALL_RECORDING_API = "StartCallRecordingAPI"
    START_CONFERENCE_RECORDING_API = "StartConferenceRecordingAPI"


class ConferenceRecordingPauseBehavior(g.OpenEnum):
    """What a recording does while it is paused. Values not listed are kept as they come."""

    SILENCE = "silence"
    """It records silence."""
    SKIP = "skip"
    """It leaves the time out."""


@g.record
class ConferenceRecording(g.Record):
    """One ConferenceRecording.

    A conference recording is the audio of a conference.
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
    price_unit: str | None = g.field("PriceUnit")
    """The price is in this currency, as an ISO 4217 code."""
    status: ConferenceRecordingStatus | None = g.field("Status", g.EnumType(ConferenceRecordingStatus))
    """The record is at this stage."""
    channels: int | None = g.field("Channels", g.INTEGER)
    """The audio has this many channels, one or two."""
    source: ConferenceRecordingSource | None = g.field("Source", g.EnumType(ConferenceRecordingSource))
    """The recording was started by this."""
    error_code: int | None = g.field("ErrorCode", g.INTEGER)
    """This Twilio error code says what went wrong; there is none if nothing did."""
    encryption_details: Any = g.field("EncryptionDetails", g.ANY)
    """These values decrypt the recording, which is encrypted with your public key."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    end_time: datetime | None = g.field("EndTime", g.RFC2822)
    """It ends at this time."""
    encryption_type: str | None = g.field("EncryptionType")
    """The recording is encrypted in this way, such as with a public key."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="ConferenceRecording",
        service=SERVICE,
        item="Recording",
        list="Recordings",
    )


class GetConferenceRecording(g.Get[ConferenceRecording]):
    """Get ConferenceRecording: ``GET /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Recordings/{Sid}``.

    Twilio answers with the one record that the Sid names.

    Takes ``[AccountSid:]ConferenceSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="ConferenceRecording",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Recordings/{Sid}",),
        keys=_KEYS,
        record=ConferenceRecording,
        root="Recording",
        response_profile="profiles/ConferenceRecording/GetConferenceRecording.response.xsd",
    )

    def __call__(self, sid: str, /) -> ConferenceRecording:
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]ConferenceSid:Sid``.
        """
        return self.run(sid)


class QueryConferenceRecording(g.Query[ConferenceRecording]):
    """Query ConferenceRecording: ``GET /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Recordings``.

    Twilio lists the records that the filters let through, page by page.

    Takes ``[AccountSid:]ConferenceSid``.
    """

    date_created: ClassVar[g.DayFilter] = g.DayFilter("DateCreated", "date_created")
    """Only records made on this day match, or before or after it."""
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="ConferenceRecording",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Recordings",),
        keys=_KEYS,
        record=ConferenceRecording,
        root="Recording",
        cardinality="many",
        json_list="recordings",
        paging="uris",
        max_page_size=1000,
        response_profile="profiles/ConferenceRecording/QueryConferenceRecording.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[ConferenceRecording]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``[AccountSid:]ConferenceSid``.
        """
        return self.run(parent)


@g.request
class UpdateConferenceRecordingRequest(g.Parameters):
    """What Update of ConferenceRecording takes; None is not sent, an empty text is."""

    status: ConferenceRecordingStatus | str = g.required("Status", g.EnumType(ConferenceRecordingStatus))
    """The recording pauses, goes on or stops."""
    pause_behavior: ConferenceRecordingPauseBehavior | str | None = g.optional(
        "PauseBehavior", g.EnumType(ConferenceRecordingPauseBehavior)
    )
    """The paused time is left out (skip) or recorded as silence."""


class UpdateConferenceRecording(g.Update[UpdateConferenceRecordingRequest, ConferenceRecording]):
    """Update ConferenceRecording: ``POST /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Recordings/{Sid}``.

    A recording pauses, goes on or stops.

    Side effect: pauses or ends a recording.

    Takes ``[AccountSid:]ConferenceSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="ConferenceRecording",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Recordings/{Sid}",),
        keys=_KEYS,
        record=ConferenceRecording,
        root="Recording",
        encoding="form",
        request_profile="profiles/ConferenceRecording/UpdateConferenceRecording.request.xsd",
        response_profile="profiles/ConferenceRecording/UpdateConferenceRecording.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = UpdateConferenceRecordingRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        status: ConferenceRecordingStatus | str,
        pause_behavior: ConferenceRecordingPauseBehavior | str | None = None,
    ) -> ConferenceRecording:
        """A recording pauses, goes on or stops.

        Side effect: pauses or ends a recording.

        Args:
            sid: The record's Sid, ``[AccountSid:]ConferenceSid:Sid``.
            status: The recording pauses, goes on or stops.
            pause_behavior: The paused time is left out (skip) or recorded as silence.
        """
        return self.run(
            sid,
            UpdateConferenceRecordingRequest(
                status=status,
                pause_behavior=pause_behavior,
            ),
        )


class DeleteConferenceRecording(g.Delete):
    """Delete ConferenceRecording: ``DELETE /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Recordings/{Sid}``.

    Twilio removes the record for good.

    Takes ``[AccountSid:]ConferenceSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="ConferenceRecording",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Recordings/{Sid}",),
        keys=_KEYS,
        root="Recording",
        status=(204,),
        cardinality="none",
        request_profile="profiles/ConferenceRecording/DeleteConferenceRecording.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """Twilio removes the record for good.

        Args:
            sid: The record's Sid, ``[AccountSid:]ConferenceSid:Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "ConferenceRecording", ("Get", "Query", "Update", "Delete"))
