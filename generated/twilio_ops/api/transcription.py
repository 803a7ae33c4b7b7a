"""Transcription: Get, Query, Delete."""

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
    "DeleteTranscription",
    "GetTranscription",
    "QueryTranscription",
    "Transcription",
    "TranscriptionStatus",
]


class TranscriptionStatus(g.OpenEnum):
    """The values known; others are kept as they come."""

    IN_PROGRESS = "in-progress"
    COMPLETED = "completed"
    FAILED = "failed"


@frozen(kw_only=True, repr=False, eq=False)
class Transcription(g.Record):
    """One Transcription."""

    account_sid: Sid | None = g.UNSET
    api_version: str | None = g.UNSET
    date_created: datetime | None = g.UNSET
    date_updated: datetime | None = g.UNSET
    duration: int | None = g.UNSET
    price: Decimal | None = g.UNSET
    price_unit: str | None = g.UNSET
    recording_sid: Sid | None = g.UNSET
    sid: Sid | None = g.UNSET
    status: TranscriptionStatus | None = g.UNSET
    transcription_text: str | None = g.UNSET
    type: str | None = g.UNSET
    uri: str | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Transcription",
        service=SERVICE,
        item="Transcription",
        list="Transcriptions",
        json_list="transcriptions",
        wire="twilio_ops._wire.transcription",
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
            g.FieldSpec("status", "Status", g.EnumKind(TranscriptionStatus)),
            g.FieldSpec("transcription_text", "TranscriptionText", g.TEXT),
            g.FieldSpec("type", "Type", g.TEXT),
            g.FieldSpec("uri", "Uri", g.TEXT),
        ),
    )


class GetTranscription(g.Get[Transcription]):
    """Get Transcription: ``GET /2010-04-01/Accounts/{AccountSid}/Transcriptions/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Transcription",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Transcriptions/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("TR",)),
        },
        record=Transcription,
        root="Transcription",
        response_profile="profiles/Transcription/GetTranscription.response.xsd",
    )


class QueryTranscription(g.Query[Transcription]):
    """Query Transcription: ``GET /2010-04-01/Accounts/{AccountSid}/Transcriptions``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Transcription",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Transcriptions",),
        keys={
            "AccountSid": g.Key(("AC",)),
        },
        record=Transcription,
        root="Transcription",
        cardinality="many",
        paging="uris",
        response_profile="profiles/Transcription/QueryTranscription.response.xsd",
    )


class DeleteTranscription(g.Delete):
    """Delete Transcription: ``DELETE /2010-04-01/Accounts/{AccountSid}/Transcriptions/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Transcription",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/Transcriptions/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("TR",)),
        },
        root="Transcription",
        status=(204,),
        cardinality="none",
        request_profile="profiles/Transcription/DeleteTranscription.request.xsd",
    )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Transcription", ("Get", "Query", "Delete"))
