"""ConferenceRecording: Get, Query, Update, Delete."""

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
    """The values known; others are kept as they come."""

    IN_PROGRESS = "in-progress"
    PAUSED = "paused"
    STOPPED = "stopped"
    PROCESSING = "processing"
    COMPLETED = "completed"
    ABSENT = "absent"


class ConferenceRecordingSource(g.OpenEnum):
    """The values known; others are kept as they come."""

    DIAL_VERB = "DialVerb"
    CONFERENCE = "Conference"
    OUTBOUND_API = "OutboundAPI"
    TRUNKING = "Trunking"
    RECORD_VERB = "RecordVerb"
    START_CALL_RECORDING_API = "StartCallRecordingAPI"
    START_CONFERENCE_RECORDING_API = "StartConferenceRecordingAPI"


class ConferenceRecordingPauseBehavior(g.OpenEnum):
    """The values known; others are kept as they come."""

    SILENCE = "silence"
    SKIP = "skip"


@g.record
class ConferenceRecording(g.Record):
    """One ConferenceRecording."""

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
    price_unit: str | None = g.field("PriceUnit")
    status: ConferenceRecordingStatus | None = g.field("Status", g.EnumType(ConferenceRecordingStatus))
    channels: int | None = g.field("Channels", g.INTEGER)
    source: ConferenceRecordingSource | None = g.field("Source", g.EnumType(ConferenceRecordingSource))
    error_code: int | None = g.field("ErrorCode", g.INTEGER)
    encryption_details: Any = g.field("EncryptionDetails", g.ANY)
    uri: str | None = g.field("Uri")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="ConferenceRecording",
        service=SERVICE,
        item="Recording",
        list="Recordings",
    )


class GetConferenceRecording(g.Get[ConferenceRecording]):
    """Get ConferenceRecording: ``GET /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Recordings/{Sid}``.

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
        """The one record of a Sid."""
        return self.run(sid)


class QueryConferenceRecording(g.Query[ConferenceRecording]):
    """Query ConferenceRecording: ``GET /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Recordings``.

    Takes ``[AccountSid:]ConferenceSid``.
    """

    date_created: ClassVar[g.DayFilter] = g.DayFilter("DateCreated", "date_created")
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
        response_profile="profiles/ConferenceRecording/QueryConferenceRecording.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[ConferenceRecording]:
        """The records, page by page as they are used."""
        return self.run(parent)


@g.request
class UpdateConferenceRecordingRequest(g.Parameters):
    """What Update of ConferenceRecording takes; None is not sent, an empty text is."""

    status: ConferenceRecordingStatus | str = g.required("Status", g.EnumType(ConferenceRecordingStatus))
    pause_behavior: ConferenceRecordingPauseBehavior | str | None = g.optional(
        "PauseBehavior", g.EnumType(ConferenceRecordingPauseBehavior)
    )
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


class UpdateConferenceRecording(g.Update[UpdateConferenceRecordingRequest, ConferenceRecording]):
    """Update ConferenceRecording: ``POST /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Recordings/{Sid}``.

    Takes ``[AccountSid:]ConferenceSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateConferenceRecordingRequest.spec
    request: ClassVar[type[g.Parameters]] = UpdateConferenceRecordingRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        status: ConferenceRecordingStatus | str,
        pause_behavior: ConferenceRecordingPauseBehavior | str | None = None,
    ) -> ConferenceRecording:
        """Change one; what is None is not sent."""
        return self.run(
            sid,
            UpdateConferenceRecordingRequest(
                status=status,
                pause_behavior=pause_behavior,
            ),
        )


class DeleteConferenceRecording(g.Delete):
    """Delete ConferenceRecording: ``DELETE /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Recordings/{Sid}``.

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
        """Delete one."""
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "ConferenceRecording", ("Get", "Query", "Update", "Delete"))
