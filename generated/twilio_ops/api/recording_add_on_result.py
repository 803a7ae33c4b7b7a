"""RecordingAddOnResult: Get, Query, Delete.

An add-on result is what an add-on made of a recording.

https://www.twilio.com/docs/voice/api/recording
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "DeleteRecordingAddOnResult",
    "GetRecordingAddOnResult",
    "QueryRecordingAddOnResult",
    "RecordingAddOnResult",
    "RecordingAddOnResultStatus",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "ReferenceSid": g.Key(("RE",)),
    "Sid": g.Key(("XR",)),
}


class RecordingAddOnResultStatus(g.OpenEnum):
    """How far an add-on is with a recording. Values not listed are kept as they come."""

    CANCELED = "canceled"
    COMPLETED = "completed"
    DELETED = "deleted"
    FAILED = "failed"
    IN_PROGRESS = "in-progress"
    INIT = "init"
    PROCESSING = "processing"
    QUEUED = "queued"


@g.record
class RecordingAddOnResult(g.Record):
    """One RecordingAddOnResult.

    An add-on result is what an add-on made of a recording.
    """

    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with XR."""
    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    status: RecordingAddOnResultStatus | None = g.field("Status", g.EnumType(RecordingAddOnResultStatus))
    """The record is at this stage."""
    add_on_sid: Sid | None = g.field("AddOnSid", g.SID)
    """The result comes from this add-on. A Sid that begins with XB."""
    add_on_configuration_sid: Sid | None = g.field("AddOnConfigurationSid", g.SID)
    """The add-on ran with this configuration. A Sid that begins with XE."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    date_completed: datetime | None = g.field("DateCompleted", g.RFC2822)
    """The add-on is done at this time."""
    reference_sid: Sid | None = g.field("ReferenceSid", g.SID)
    """The add-on worked on this recording. A Sid that begins with RE."""
    subresource_uris: Mapping[str, str] | None = g.field("SubresourceUris", g.URI_MAP)
    """These paths lead to the lists that belong to the record."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="RecordingAddOnResult",
        service=SERVICE,
        item="AddOnResult",
        list="AddOnResults",
    )


class GetRecordingAddOnResult(g.Get[RecordingAddOnResult]):
    """Get RecordingAddOnResult: ``GET /2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults/{Sid}``.

    Twilio answers with the one record that the Sid names.

    Takes ``[AccountSid:]ReferenceSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="RecordingAddOnResult",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults/{Sid}",),
        keys=_KEYS,
        record=RecordingAddOnResult,
        root="AddOnResult",
        response_profile="profiles/RecordingAddOnResult/GetRecordingAddOnResult.response.xsd",
    )

    def __call__(self, sid: str, /) -> RecordingAddOnResult:
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]ReferenceSid:Sid``.
        """
        return self.run(sid)


class QueryRecordingAddOnResult(g.Query[RecordingAddOnResult]):
    """Query RecordingAddOnResult: ``GET /2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults``.

    Twilio lists the records that the filters let through, page by page.

    Takes ``[AccountSid:]ReferenceSid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="RecordingAddOnResult",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults",),
        keys=_KEYS,
        record=RecordingAddOnResult,
        root="AddOnResult",
        cardinality="many",
        json_list="add_on_results",
        paging="uris",
        max_page_size=1000,
        response_profile="profiles/RecordingAddOnResult/QueryRecordingAddOnResult.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[RecordingAddOnResult]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``[AccountSid:]ReferenceSid``.
        """
        return self.run(parent)


class DeleteRecordingAddOnResult(g.Delete):
    """Delete RecordingAddOnResult: ``DELETE /2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults/{Sid}``.

    Twilio removes the record for good.

    Takes ``[AccountSid:]ReferenceSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="RecordingAddOnResult",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults/{Sid}",),
        keys=_KEYS,
        root="AddOnResult",
        status=(204,),
        cardinality="none",
        request_profile="profiles/RecordingAddOnResult/DeleteRecordingAddOnResult.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """Twilio removes the record for good.

        Args:
            sid: The record's Sid, ``[AccountSid:]ReferenceSid:Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "RecordingAddOnResult", ("Get", "Query", "Delete"))
