"""Recording: Get, Query, Delete.

A recording is the audio of a call, a conference or a verb.

https://www.twilio.com/docs/voice/api/recording
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "DeleteRecording",
    "GetRecording",
    "QueryRecording",
    "Recording",
    "RecordingSource",
    "RecordingStatus",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "Sid": g.Key(("RE",)),
    "CallSid": g.Key(("CA",)),
}


class RecordingStatus(g.OpenEnum):
    """How far a recording is. Values not listed are kept as they come."""

    IN_PROGRESS = "in-progress"
    PAUSED = "paused"
    STOPPED = "stopped"
    PROCESSING = "processing"
    COMPLETED = "completed"
    ABSENT = "absent"
    DELETED = "deleted"


class RecordingSource(g.OpenEnum):
    """What started a recording. Values not listed are kept as they come."""

    DIAL_VERB = "DialVerb"
    CONFERENCE = "Conference"
    OUTBOUND_API = "OutboundAPI"
    TRUNKING = "Trunking"
    RECORD_VERB = "RecordVerb"
    START_CALL_RECORDING_API = "StartCallRecordingAPI"
    START_CONFERENCE_RECORDING_API = "StartConferenceRecordingAPI"


@g.record
class Recording(g.Record):
    """One Recording.

    A recording is the audio of a call, a conference or a verb.
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
    status: RecordingStatus | None = g.field("Status", g.EnumType(RecordingStatus))
    """The record is at this stage."""
    channels: int | None = g.field("Channels", g.INTEGER)
    """The audio has this many channels, one or two."""
    source: RecordingSource | None = g.field("Source", g.EnumType(RecordingSource))
    """The recording was started by this."""
    error_code: int | None = g.field("ErrorCode", g.INTEGER)
    """This Twilio error code says what went wrong; there is none if nothing did."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    encryption_details: Any = g.field("EncryptionDetails", g.ANY)
    """These values decrypt the recording, which is encrypted with your public key."""
    subresource_uris: Mapping[str, str] | None = g.field("SubresourceUris", g.URI_MAP)
    """These paths lead to the lists that belong to the record."""
    media_url: str | None = g.field("MediaUrl")
    """The audio is at this URL."""
    end_time: datetime | None = g.field("EndTime", g.RFC2822)
    """It ends at this time."""
    encryption_type: str | None = g.field("EncryptionType")
    """The recording is encrypted in this way, such as with a public key."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Recording",
        service=SERVICE,
        item="Recording",
        list="Recordings",
    )


class GetRecording(g.Get[Recording]):
    """Get Recording: ``GET /2010-04-01/Accounts/{AccountSid}/Recordings/{Sid}``.

    Twilio answers with the one record that the Sid names.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Recording",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Recordings/{Sid}",),
        keys=_KEYS,
        record=Recording,
        root="Recording",
        parameters=(g.ParameterSpec("include_soft_deleted", "IncludeSoftDeleted", g.BOOLEAN, location="query"),),
        response_profile="profiles/Recording/GetRecording.response.xsd",
    )

    def __call__(
        self,
        sid: str,
        /,
        *,
        include_soft_deleted: bool | None = None,
    ) -> Recording:
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
            include_soft_deleted: Recordings deleted in the last 40 days count too if this is
                true.
        """
        return self.run(
            sid,
            {
                "IncludeSoftDeleted": include_soft_deleted,
            },
        )


class QueryRecording(g.Query[Recording]):
    """Query Recording: ``GET /2010-04-01/Accounts/{AccountSid}/Recordings``.

    Twilio lists the records that the filters let through, page by page.
    """

    date_created: ClassVar[g.InstantFilter] = g.InstantFilter("DateCreated", "date_created")
    """Only records made on this day match, or before or after it."""
    call_sid: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("CallSid", g.SidType("CA"))
    """Only recordings of this call match. A Sid that begins with CA."""
    conference_sid: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("ConferenceSid", g.SidType("CF"))
    """Only recordings of this conference match. A Sid that begins with CF."""
    include_soft_deleted: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("IncludeSoftDeleted", g.BOOLEAN)
    """Recordings deleted in the last 40 days match too if this is true."""
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Recording",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Recordings",),
        keys=_KEYS,
        record=Recording,
        root="Recording",
        cardinality="many",
        json_list="recordings",
        paging="uris",
        max_page_size=1000,
        response_profile="profiles/Recording/QueryRecording.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[Recording]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``AccountSid``.
        """
        return self.run(parent)


class DeleteRecording(g.Delete):
    """Delete Recording: ``DELETE /2010-04-01/Accounts/{AccountSid}/Recordings/{Sid}``.

    The audio goes; what is known about it stays for 40 days.

    Takes ``[AccountSid:]Sid or [AccountSid:]CallSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Recording",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=(
            "/2010-04-01/Accounts/{AccountSid}/Recordings/{Sid}",
            "/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings/{Sid}",
        ),
        keys=_KEYS,
        root="Recording",
        status=(204,),
        cardinality="none",
        request_profile="profiles/Recording/DeleteRecording.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """The audio goes; what is known about it stays for 40 days.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid or [AccountSid:]CallSid:Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Recording", ("Get", "Query", "Delete"))
