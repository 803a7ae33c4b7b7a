"""Recording: Get, Query, Delete."""

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
    """The values known; others are kept as they come."""

    IN_PROGRESS = "in-progress"
    PAUSED = "paused"
    STOPPED = "stopped"
    PROCESSING = "processing"
    COMPLETED = "completed"
    ABSENT = "absent"
    DELETED = "deleted"


class RecordingSource(g.OpenEnum):
    """The values known; others are kept as they come."""

    DIAL_VERB = "DialVerb"
    CONFERENCE = "Conference"
    OUTBOUND_API = "OutboundAPI"
    TRUNKING = "Trunking"
    RECORD_VERB = "RecordVerb"
    START_CALL_RECORDING_API = "StartCallRecordingAPI"
    START_CONFERENCE_RECORDING_API = "StartConferenceRecordingAPI"


@g.record
class Recording(g.Record):
    """One Recording."""

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
    status: RecordingStatus | None = g.field("Status", g.EnumType(RecordingStatus))
    channels: int | None = g.field("Channels", g.INTEGER)
    source: RecordingSource | None = g.field("Source", g.EnumType(RecordingSource))
    error_code: int | None = g.field("ErrorCode", g.INTEGER)
    uri: str | None = g.field("Uri")
    encryption_details: Any = g.field("EncryptionDetails", g.ANY)
    subresource_uris: Mapping[str, str] | None = g.field("SubresourceUris", g.URI_MAP)
    media_url: str | None = g.field("MediaUrl")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Recording",
        service=SERVICE,
        item="Recording",
        list="Recordings",
    )


class GetRecording(g.Get[Recording]):
    """Get Recording: ``GET /2010-04-01/Accounts/{AccountSid}/Recordings/{Sid}``.

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
        """The one record of a Sid."""
        return self.run(
            sid,
            {
                "IncludeSoftDeleted": include_soft_deleted,
            },
        )


class QueryRecording(g.Query[Recording]):
    """Query Recording: ``GET /2010-04-01/Accounts/{AccountSid}/Recordings``."""

    date_created: ClassVar[g.InstantFilter] = g.InstantFilter("DateCreated", "date_created")
    call_sid: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("CallSid", g.SidType("CA"))
    conference_sid: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("ConferenceSid", g.SidType("CF"))
    include_soft_deleted: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("IncludeSoftDeleted", g.BOOLEAN)
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
        response_profile="profiles/Recording/QueryRecording.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[Recording]:
        """The records, page by page as they are used."""
        return self.run(parent)


class DeleteRecording(g.Delete):
    """Delete Recording: ``DELETE /2010-04-01/Accounts/{AccountSid}/Recordings/{Sid}``.

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
        """Delete one."""
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Recording", ("Get", "Query", "Delete"))
