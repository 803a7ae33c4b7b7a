"""RecordingAddOnResult: Get, Query, Delete."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops_runtime.generated import Sid

__all__ = [
    "DeleteRecordingAddOnResult",
    "GetRecordingAddOnResult",
    "QueryRecordingAddOnResult",
    "RecordingAddOnResult",
    "RecordingAddOnResultStatus",
]


class RecordingAddOnResultStatus(g.OpenEnum):
    """The values known; others are kept as they come."""

    CANCELED = "canceled"
    COMPLETED = "completed"
    DELETED = "deleted"
    FAILED = "failed"
    IN_PROGRESS = "in-progress"
    INIT = "init"
    PROCESSING = "processing"
    QUEUED = "queued"


@frozen(kw_only=True, repr=False, eq=False)
class RecordingAddOnResult(g.Record):
    """One RecordingAddOnResult."""

    sid: Sid | None = g.UNSET
    account_sid: Sid | None = g.UNSET
    status: RecordingAddOnResultStatus | None = g.UNSET
    add_on_sid: Sid | None = g.UNSET
    add_on_configuration_sid: Sid | None = g.UNSET
    date_created: datetime | None = g.UNSET
    date_updated: datetime | None = g.UNSET
    date_completed: datetime | None = g.UNSET
    reference_sid: Sid | None = g.UNSET
    subresource_uris: Mapping[str, str] | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="RecordingAddOnResult",
        service=SERVICE,
        item="AddOnResult",
        list="AddOnResults",
        json_list="add_on_results",
        wire="twilio_ops._wire.recording_add_on_result",
        fields=(
            g.FieldSpec("sid", "Sid", g.SID),
            g.FieldSpec("account_sid", "AccountSid", g.SID),
            g.FieldSpec("status", "Status", g.EnumKind(RecordingAddOnResultStatus)),
            g.FieldSpec("add_on_sid", "AddOnSid", g.SID),
            g.FieldSpec("add_on_configuration_sid", "AddOnConfigurationSid", g.SID),
            g.FieldSpec("date_created", "DateCreated", g.RFC2822),
            g.FieldSpec("date_updated", "DateUpdated", g.RFC2822),
            g.FieldSpec("date_completed", "DateCompleted", g.RFC2822),
            g.FieldSpec("reference_sid", "ReferenceSid", g.SID),
            g.FieldSpec("subresource_uris", "SubresourceUris", g.URI_MAP),
        ),
    )


class GetRecordingAddOnResult(g.Get[RecordingAddOnResult]):
    """Get RecordingAddOnResult: ``GET /2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults/{Sid}``.

    Takes ``[AccountSid:]ReferenceSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="RecordingAddOnResult",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "ReferenceSid": g.Key(("RE",)),
            "Sid": g.Key(("XR",)),
        },
        record=RecordingAddOnResult,
        root="AddOnResult",
        response_profile="profiles/RecordingAddOnResult/GetRecordingAddOnResult.response.xsd",
    )


class QueryRecordingAddOnResult(g.Query[RecordingAddOnResult]):
    """Query RecordingAddOnResult: ``GET /2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="RecordingAddOnResult",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "ReferenceSid": g.Key(("RE",)),
        },
        record=RecordingAddOnResult,
        root="AddOnResult",
        cardinality="many",
        paging="uris",
        response_profile="profiles/RecordingAddOnResult/QueryRecordingAddOnResult.response.xsd",
    )


class DeleteRecordingAddOnResult(g.Delete):
    """Delete RecordingAddOnResult: ``DELETE /2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults/{Sid}``.

    Takes ``[AccountSid:]ReferenceSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="RecordingAddOnResult",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "ReferenceSid": g.Key(("RE",)),
            "Sid": g.Key(("XR",)),
        },
        root="AddOnResult",
        status=(204,),
        cardinality="none",
        request_profile="profiles/RecordingAddOnResult/DeleteRecordingAddOnResult.request.xsd",
    )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "RecordingAddOnResult", ("Get", "Query", "Delete"))
