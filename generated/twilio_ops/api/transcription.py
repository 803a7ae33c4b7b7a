"""Transcription: Get, Query, Delete."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "DeleteTranscription",
    "GetTranscription",
    "QueryTranscription",
    "Transcription",
    "TranscriptionStatus",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "Sid": g.Key(("TR",)),
}


class TranscriptionStatus(g.OpenEnum):
    """The values known; others are kept as they come."""

    IN_PROGRESS = "in-progress"
    COMPLETED = "completed"
    FAILED = "failed"


@g.record
class Transcription(g.Record):
    """One Transcription."""

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    api_version: str | None = g.field("ApiVersion")
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    duration: int | None = g.field("Duration", g.INTEGER)
    price: Decimal | None = g.field("Price", g.DECIMAL)
    price_unit: str | None = g.field("PriceUnit")
    recording_sid: Sid | None = g.field("RecordingSid", g.SID)
    sid: Sid | None = g.field("Sid", g.SID)
    status: TranscriptionStatus | None = g.field("Status", g.EnumType(TranscriptionStatus))
    transcription_text: str | None = g.field("TranscriptionText")
    type: str | None = g.field("Type")
    uri: str | None = g.field("Uri")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Transcription",
        service=SERVICE,
        item="Transcription",
        list="Transcriptions",
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
        keys=_KEYS,
        record=Transcription,
        root="Transcription",
        response_profile="profiles/Transcription/GetTranscription.response.xsd",
    )

    def __call__(self, sid: str, /) -> Transcription:
        """The one record of a Sid."""
        return self.run(sid)


class QueryTranscription(g.Query[Transcription]):
    """Query Transcription: ``GET /2010-04-01/Accounts/{AccountSid}/Transcriptions``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Transcription",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Transcriptions",),
        keys=_KEYS,
        record=Transcription,
        root="Transcription",
        cardinality="many",
        json_list="transcriptions",
        paging="uris",
        response_profile="profiles/Transcription/QueryTranscription.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[Transcription]:
        """The records, page by page as they are used."""
        return self.run(parent)


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
        keys=_KEYS,
        root="Transcription",
        status=(204,),
        cardinality="none",
        request_profile="profiles/Transcription/DeleteTranscription.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """Delete one."""
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Transcription", ("Get", "Query", "Delete"))
