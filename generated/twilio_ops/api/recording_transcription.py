"""RecordingTranscription: Get, Query, Delete."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "DeleteRecordingTranscription",
    "GetRecordingTranscription",
    "QueryRecordingTranscription",
    "RecordingTranscription",
    "RecordingTranscriptionStatus",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "RecordingSid": g.Key(("RE",)),
    "Sid": g.Key(("TR",)),
}


class RecordingTranscriptionStatus(g.OpenEnum):
    """The values known; others are kept as they come."""

    IN_PROGRESS = "in-progress"
    COMPLETED = "completed"
    FAILED = "failed"


@g.record
class RecordingTranscription(g.Record):
    """One RecordingTranscription."""

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    api_version: str | None = g.field("ApiVersion")
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    duration: int | None = g.field("Duration", g.INTEGER)
    price: Decimal | None = g.field("Price", g.DECIMAL)
    price_unit: str | None = g.field("PriceUnit")
    recording_sid: Sid | None = g.field("RecordingSid", g.SID)
    sid: Sid | None = g.field("Sid", g.SID)
    status: RecordingTranscriptionStatus | None = g.field("Status", g.EnumType(RecordingTranscriptionStatus))
    transcription_text: str | None = g.field("TranscriptionText")
    type: str | None = g.field("Type")
    uri: str | None = g.field("Uri")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="RecordingTranscription",
        service=SERVICE,
        item="Transcription",
        list="Transcriptions",
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
        keys=_KEYS,
        record=RecordingTranscription,
        root="Transcription",
        response_profile="profiles/RecordingTranscription/GetRecordingTranscription.response.xsd",
    )

    def __call__(self, sid: str, /) -> RecordingTranscription:
        """The one record of a Sid."""
        return self.run(sid)


class QueryRecordingTranscription(g.Query[RecordingTranscription]):
    """Query RecordingTranscription: ``GET /2010-04-01/Accounts/{AccountSid}/Recordings/{RecordingSid}/Transcriptions``.

    Takes ``[AccountSid:]RecordingSid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="RecordingTranscription",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Recordings/{RecordingSid}/Transcriptions",),
        keys=_KEYS,
        record=RecordingTranscription,
        root="Transcription",
        cardinality="many",
        json_list="transcriptions",
        paging="uris",
        response_profile="profiles/RecordingTranscription/QueryRecordingTranscription.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[RecordingTranscription]:
        """The records, page by page as they are used."""
        return self.run(parent)


class DeleteRecordingTranscription(g.Delete):
    """Delete RecordingTranscription:
    ``DELETE /2010-04-01/Accounts/{AccountSid}/Recordings/{RecordingSid}/Transcriptions/{Sid}``.

    Takes ``[AccountSid:]RecordingSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="RecordingTranscription",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/Recordings/{RecordingSid}/Transcriptions/{Sid}",),
        keys=_KEYS,
        root="Transcription",
        status=(204,),
        cardinality="none",
        request_profile="profiles/RecordingTranscription/DeleteRecordingTranscription.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """Delete one."""
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "RecordingTranscription", ("Get", "Query", "Delete"))
