"""ConferenceRecording: Get, Query, Update, Delete."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops_runtime.generated import Sid

__all__ = [
    "ConferenceRecording",
    "ConferenceRecordingSource",
    "ConferenceRecordingStatus",
    "DeleteConferenceRecording",
    "GetConferenceRecording",
    "QueryConferenceRecording",
    "UpdateConferenceRecording",
    "UpdateConferenceRecordingRequest",
]


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

    DIALVERB = "DialVerb"
    CONFERENCE = "Conference"
    OUTBOUNDAPI = "OutboundAPI"
    TRUNKING = "Trunking"
    RECORDVERB = "RecordVerb"
    STARTCALLRECORDINGAPI = "StartCallRecordingAPI"
    STARTCONFERENCERECORDINGAPI = "StartConferenceRecordingAPI"


@frozen(kw_only=True, repr=False, eq=False)
class ConferenceRecording(g.Record):
    """One ConferenceRecording."""

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
    price_unit: str | None = g.UNSET
    status: ConferenceRecordingStatus | None = g.UNSET
    channels: int | None = g.UNSET
    source: ConferenceRecordingSource | None = g.UNSET
    error_code: int | None = g.UNSET
    encryption_details: Any = g.UNSET
    uri: str | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="ConferenceRecording",
        service=SERVICE,
        item="Recording",
        list="Recordings",
        json_list="recordings",
        wire="twilio_ops._wire.conference_recording",
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
            g.FieldSpec("price_unit", "PriceUnit", g.TEXT),
            g.FieldSpec("status", "Status", g.EnumKind(ConferenceRecordingStatus)),
            g.FieldSpec("channels", "Channels", g.INTEGER),
            g.FieldSpec("source", "Source", g.EnumKind(ConferenceRecordingSource)),
            g.FieldSpec("error_code", "ErrorCode", g.INTEGER),
            g.FieldSpec("encryption_details", "EncryptionDetails", g.ANY),
            g.FieldSpec("uri", "Uri", g.TEXT),
        ),
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
        keys={
            "AccountSid": g.Key(("AC",)),
            "ConferenceSid": g.Key(("CF",)),
            "Sid": g.Key(("RE",), literals=("Twilio.CURRENT",)),
        },
        record=ConferenceRecording,
        root="Recording",
        response_profile="profiles/ConferenceRecording/GetConferenceRecording.response.xsd",
    )


class QueryConferenceRecording(g.Query[ConferenceRecording]):
    """Query ConferenceRecording: ``GET /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Recordings``."""

    date_created: ClassVar[g.DayFilter] = g.DayFilter("DateCreated", "date_created")
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="ConferenceRecording",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Recordings",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "ConferenceSid": g.Key(("CF",)),
        },
        record=ConferenceRecording,
        root="Recording",
        cardinality="many",
        paging="uris",
        response_profile="profiles/ConferenceRecording/QueryConferenceRecording.response.xsd",
    )


@frozen(kw_only=True)
class UpdateConferenceRecordingRequest(g.ActionRequest):
    """What Update of ConferenceRecording takes; None is not sent, an empty text is."""

    status: ConferenceRecordingStatus | str
    pause_behavior: str | None = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="ConferenceRecording",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Recordings/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "ConferenceSid": g.Key(("CF",)),
            "Sid": g.Key(("RE",), literals=("Twilio.CURRENT",)),
        },
        record=ConferenceRecording,
        root="Recording",
        encoding="form",
        parameters=(
            g.ParameterSpec("status", "Status", g.EnumKind(ConferenceRecordingStatus), required=True),
            g.ParameterSpec("pause_behavior", "PauseBehavior", g.TEXT),
        ),
        request_profile="profiles/ConferenceRecording/UpdateConferenceRecording.request.xsd",
        response_profile="profiles/ConferenceRecording/UpdateConferenceRecording.response.xsd",
    )


class UpdateConferenceRecording(g.Update[UpdateConferenceRecordingRequest, ConferenceRecording]):
    """Update ConferenceRecording: ``POST /2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Recordings/{Sid}``.

    Takes ``[AccountSid:]ConferenceSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateConferenceRecordingRequest.spec
    request: ClassVar[type[g.ActionRequest]] = UpdateConferenceRecordingRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        status: ConferenceRecordingStatus | str,
        pause_behavior: str | None = None,
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
        keys={
            "AccountSid": g.Key(("AC",)),
            "ConferenceSid": g.Key(("CF",)),
            "Sid": g.Key(("RE",), literals=("Twilio.CURRENT",)),
        },
        root="Recording",
        status=(204,),
        cardinality="none",
        request_profile="profiles/ConferenceRecording/DeleteConferenceRecording.request.xsd",
    )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "ConferenceRecording", ("Get", "Query", "Update", "Delete"))
