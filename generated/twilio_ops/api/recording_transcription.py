"""RecordingTranscription: Get, Query, Delete.

A recording's transcription says in text what was spoken.

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
    """How far a transcription is. Values not listed are kept as they come."""

    IN_PROGRESS = "in-progress"
    COMPLETED = "completed"
    FAILED = "failed"


@g.record
class RecordingTranscription(g.Record):
    """One RecordingTranscription.

    A recording's transcription says in text what was spoken.
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
    status: RecordingTranscriptionStatus | None = g.field("Status", g.EnumType(RecordingTranscriptionStatus))
    """The record is at this stage."""
    transcription_text: str | None = g.field("TranscriptionText")
    """The recording says this. It is personal data."""
    type: str | None = g.field("Type")
    """The record is of this type."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="RecordingTranscription",
        service=SERVICE,
        item="Transcription",
        list="Transcriptions",
    )


class GetRecordingTranscription(g.Get[RecordingTranscription]):
    """Get RecordingTranscription: ``GET /2010-04-01/Accounts/{AccountSid}/Recordings/{RecordingSid}/Transcriptions/{Sid}``.

    Twilio answers with the one record that the Sid names.

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
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]RecordingSid:Sid``.
        """
        return self.run(sid)


class QueryRecordingTranscription(g.Query[RecordingTranscription]):
    """Query RecordingTranscription: ``GET /2010-04-01/Accounts/{AccountSid}/Recordings/{RecordingSid}/Transcriptions``.

    Twilio lists the records that the filters let through, page by page.

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
        max_page_size=1000,
        response_profile="profiles/RecordingTranscription/QueryRecordingTranscription.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[RecordingTranscription]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``[AccountSid:]RecordingSid``.
        """
        return self.run(parent)


class DeleteRecordingTranscription(g.Delete):
    """Delete RecordingTranscription:
    ``DELETE /2010-04-01/Accounts/{AccountSid}/Recordings/{RecordingSid}/Transcriptions/{Sid}``.

    Twilio removes the record for good.

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
        """Twilio removes the record for good.

        Args:
            sid: The record's Sid, ``[AccountSid:]RecordingSid:Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "RecordingTranscription", ("Get", "Query", "Delete"))
