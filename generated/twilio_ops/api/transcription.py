"""Transcription: Get, Query, Delete.

A transcription says in text what a recording holds.

https://www.twilio.com/docs/voice/api/recording-transcription
"""

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
    """How far a transcription is. Values not listed are kept as they come."""

    IN_PROGRESS = "in-progress"
    COMPLETED = "completed"
    FAILED = "failed"


@g.record
class Transcription(g.Record):
    """One Transcription.

    A transcription says in text what a recording holds.
    """

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    api_version: str | None = g.field("ApiVersion")
    """This version of the API made the record."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    duration: int | None = g.field("Duration", g.INTEGER)
    """It lasts this many seconds."""
    price: Decimal | None = g.field("Price", g.DECIMAL)
    """Twilio charges this much; a charge is negative, and it comes some time after the end."""
    price_unit: str | None = g.field("PriceUnit")
    """The price is in this currency, as an ISO 4217 code."""
    recording_sid: Sid | None = g.field("RecordingSid", g.SID)
    """The record belongs to this recording. A Sid that begins with RE."""
    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with TR."""
    status: TranscriptionStatus | None = g.field("Status", g.EnumType(TranscriptionStatus))
    """The record is at this stage."""
    transcription_text: str | None = g.field("TranscriptionText")
    """The recording says this. It is personal data."""
    type: str | None = g.field("Type")
    """The record is of this type."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Transcription",
        service=SERVICE,
        item="Transcription",
        list="Transcriptions",
    )


class GetTranscription(g.Get[Transcription]):
    """Get Transcription: ``GET /2010-04-01/Accounts/{AccountSid}/Transcriptions/{Sid}``.

    Twilio answers with the one record that the Sid names.

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
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        return self.run(sid)


class QueryTranscription(g.Query[Transcription]):
    """Query Transcription: ``GET /2010-04-01/Accounts/{AccountSid}/Transcriptions``.

    Twilio lists the records that the filters let through, page by page.
    """

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
        max_page_size=1000,
        response_profile="profiles/Transcription/QueryTranscription.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[Transcription]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``AccountSid``.
        """
        return self.run(parent)


class DeleteTranscription(g.Delete):
    """Delete Transcription: ``DELETE /2010-04-01/Accounts/{AccountSid}/Transcriptions/{Sid}``.

    Twilio removes the record for good.

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
        """Twilio removes the record for good.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Transcription", ("Get", "Query", "Delete"))
