"""RecordingTranscription: Get, Query, Delete."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops_runtime.generated import Sid

__all__ = [
    "DeleteRecordingTranscription",
    "GetRecordingTranscription",
    "QueryRecordingTranscription",
    "RecordingTranscription",
    "RecordingTranscriptionStatus",
]


class RecordingTranscriptionStatus(g.OpenEnum):
    """The values known; others are kept as they come."""

    IN_PROGRESS = "in-progress"
    COMPLETED = "completed"
    FAILED = "failed"


@frozen(kw_only=True, repr=False, eq=False)
class RecordingTranscription(g.Record):
    """One RecordingTranscription."""

    account_sid: Sid | None = g.UNSET
    api_version: str | None = g.UNSET
    date_created: datetime | None = g.UNSET
    date_updated: datetime | None = g.UNSET
    duration: int | None = g.UNSET
    price: Decimal | None = g.UNSET
    price_unit: str | None = g.UNSET
    recording_sid: Sid | None = g.UNSET
    sid: Sid | None = g.UNSET
    status: RecordingTranscriptionStatus | None = g.UNSET
    transcription_text: str | None = g.UNSET
    type: str | None = g.UNSET
    uri: str | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="RecordingTranscription",
        service=SERVICE,
        item="Transcription",
        list="Transcriptions",
        json_list="transcriptions",
        wire="twilio_ops._wire.recording_transcription",
        fields=(
            g.FieldSpec("account_sid", "AccountSid", g.SID),
            g.FieldSpec("api_version", "ApiVersion", g.TEXT),
            g.FieldSpec("date_created", "DateCreated", g.RFC2822),
            g.FieldSpec("date_updated", "DateUpdated", g.RFC2822),
            g.FieldSpec("duration", "Duration", g.INTEGER),
            g.FieldSpec("price", "Price", g.DECIMAL),
            g.FieldSpec("price_unit", "PriceUnit", g.TEXT),
            g.FieldSpec("recording_sid", "RecordingSid", g.SID),
            g.FieldSpec("sid", "Sid", g.SID),
            g.FieldSpec("status", "Status", g.EnumKind(RecordingTranscriptionStatus)),
            g.FieldSpec("transcription_text", "TranscriptionText", g.TEXT),
            g.FieldSpec("type", "Type", g.TEXT),
            g.FieldSpec("uri", "Uri", g.TEXT),
        ),
    )


class GetRecordingTranscription(g.Get[RecordingTranscription]):
    """Get RecordingTranscription: ``GET /2010-04-01/Accounts/{AccountSid}/Recordings/{RecordingSid}/Transcriptions/{Sid}``.

    Takes ``[AccountSid:]RecordingSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="RecordingTranscription",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Recordings/{RecordingSid}/Transcriptions/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "RecordingSid": g.Key(("RE",)),
            "Sid": g.Key(("TR",)),
        },
        record=RecordingTranscription,
        root="Transcription",
        response_profile="profiles/RecordingTranscription/GetRecordingTranscription.response.xsd",
    )


class QueryRecordingTranscription(g.Query[RecordingTranscription]):
    """Query RecordingTranscription: ``GET /2010-04-01/Accounts/{AccountSid}/Recordings/{RecordingSid}/Transcriptions``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="RecordingTranscription",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Recordings/{RecordingSid}/Transcriptions",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "RecordingSid": g.Key(("RE",)),
        },
        record=RecordingTranscription,
        root="Transcription",
        cardinality="many",
        paging="uris",
        response_profile="profiles/RecordingTranscription/QueryRecordingTranscription.response.xsd",
    )


class DeleteRecordingTranscription(g.Delete):
    """Delete RecordingTranscription: ``DELETE /2010-04-01/Accounts/{AccountSid}/Recordings/{RecordingSid}/Transcriptions/{Sid}``.

    Takes ``[AccountSid:]RecordingSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="RecordingTranscription",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/Recordings/{RecordingSid}/Transcriptions/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "RecordingSid": g.Key(("RE",)),
            "Sid": g.Key(("TR",)),
        },
        root="Transcription",
        status=(204,),
        cardinality="none",
        request_profile="profiles/RecordingTranscription/DeleteRecordingTranscription.request.xsd",
    )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "RecordingTranscription", ("Get", "Query", "Delete"))
