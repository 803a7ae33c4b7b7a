"""Recording: Get, Query, Delete."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops_runtime.generated import Sid

__all__ = [
    "DeleteRecording",
    "GetRecording",
    "QueryRecording",
    "Recording",
    "RecordingSource",
    "RecordingStatus",
]


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

    DIALVERB = "DialVerb"
    CONFERENCE = "Conference"
    OUTBOUNDAPI = "OutboundAPI"
    TRUNKING = "Trunking"
    RECORDVERB = "RecordVerb"
    STARTCALLRECORDINGAPI = "StartCallRecordingAPI"
    STARTCONFERENCERECORDINGAPI = "StartConferenceRecordingAPI"


@frozen(kw_only=True, repr=False, eq=False)
class Recording(g.Record):
    """One Recording."""

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
    status: RecordingStatus | None = g.UNSET
    channels: int | None = g.UNSET
    source: RecordingSource | None = g.UNSET
    error_code: int | None = g.UNSET
    uri: str | None = g.UNSET
    encryption_details: Any = g.UNSET
    subresource_uris: Mapping[str, str] | None = g.UNSET
    media_url: str | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Recording",
        service=SERVICE,
        item="Recording",
        list="Recordings",
        json_list="recordings",
        wire="twilio_ops._wire.recording",
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
            g.FieldSpec("status", "Status", g.EnumKind(RecordingStatus)),
            g.FieldSpec("channels", "Channels", g.INTEGER),
            g.FieldSpec("source", "Source", g.EnumKind(RecordingSource)),
            g.FieldSpec("error_code", "ErrorCode", g.INTEGER),
            g.FieldSpec("uri", "Uri", g.TEXT),
            g.FieldSpec("encryption_details", "EncryptionDetails", g.ANY),
            g.FieldSpec("subresource_uris", "SubresourceUris", g.URI_MAP),
            g.FieldSpec("media_url", "MediaUrl", g.TEXT),
        ),
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
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("RE",)),
        },
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
        parameters = {
            "IncludeSoftDeleted": include_soft_deleted,
        }
        return self.run(sid, parameters)


class QueryRecording(g.Query[Recording]):
    """Query Recording: ``GET /2010-04-01/Accounts/{AccountSid}/Recordings``."""

    date_created: ClassVar[g.InstantFilter] = g.InstantFilter("DateCreated", "date_created")
    call_sid: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("CallSid", g.SidKind("CA"))
    conference_sid: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("ConferenceSid", g.SidKind("CF"))
    include_soft_deleted: ClassVar[g.EqualsFilter[bool]] = g.EqualsFilter("IncludeSoftDeleted", g.BOOLEAN)
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Recording",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Recordings",),
        keys={
            "AccountSid": g.Key(("AC",)),
        },
        record=Recording,
        root="Recording",
        cardinality="many",
        paging="uris",
        response_profile="profiles/Recording/QueryRecording.response.xsd",
    )


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
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("RE",)),
            "CallSid": g.Key(("CA",)),
        },
        root="Recording",
        status=(204,),
        cardinality="none",
        request_profile="profiles/Recording/DeleteRecording.request.xsd",
    )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Recording", ("Get", "Query", "Delete"))
