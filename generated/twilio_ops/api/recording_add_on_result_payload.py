"""RecordingAddOnResultPayload: Get, Query, Delete."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "DeleteRecordingAddOnResultPayload",
    "GetRecordingAddOnResultPayload",
    "QueryRecordingAddOnResultPayload",
    "RecordingAddOnResultPayload",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "ReferenceSid": g.Key(("RE",)),
    "AddOnResultSid": g.Key(("XR",)),
    "Sid": g.Key(("XH",)),
}


@g.record
class RecordingAddOnResultPayload(g.Record):
    """One RecordingAddOnResultPayload."""

    sid: Sid | None = g.field("Sid", g.SID)
    add_on_result_sid: Sid | None = g.field("AddOnResultSid", g.SID)
    account_sid: Sid | None = g.field("AccountSid", g.SID)
    label: str | None = g.field("Label")
    add_on_sid: Sid | None = g.field("AddOnSid", g.SID)
    add_on_configuration_sid: Sid | None = g.field("AddOnConfigurationSid", g.SID)
    content_type: str | None = g.field("ContentType")
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    reference_sid: Sid | None = g.field("ReferenceSid", g.SID)
    subresource_uris: Mapping[str, str] | None = g.field("SubresourceUris", g.URI_MAP)
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="RecordingAddOnResultPayload",
        service=SERVICE,
        item="Payload",
        list="Payloads",
    )


class GetRecordingAddOnResultPayload(g.Get[RecordingAddOnResultPayload]):
    """Get RecordingAddOnResultPayload:
    ``GET /2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults/{AddOnResultSid}/Payloads/{Sid}``.

    Takes ``[AccountSid:]ReferenceSid:AddOnResultSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="RecordingAddOnResultPayload",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults/{AddOnResultSid}/Payloads/{Sid}",),
        keys=_KEYS,
        record=RecordingAddOnResultPayload,
        root="Payload",
        response_profile="profiles/RecordingAddOnResultPayload/GetRecordingAddOnResultPayload.response.xsd",
    )

    def __call__(self, sid: str, /) -> RecordingAddOnResultPayload:
        """The one record of a Sid."""
        return self.run(sid)


class QueryRecordingAddOnResultPayload(g.Query[RecordingAddOnResultPayload]):
    """Query RecordingAddOnResultPayload:
    ``GET /2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults/{AddOnResultSid}/Payloads``.

    Takes ``[AccountSid:]ReferenceSid:AddOnResultSid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="RecordingAddOnResultPayload",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults/{AddOnResultSid}/Payloads",),
        keys=_KEYS,
        record=RecordingAddOnResultPayload,
        root="Payload",
        cardinality="many",
        json_list="payloads",
        paging="uris",
        response_profile="profiles/RecordingAddOnResultPayload/QueryRecordingAddOnResultPayload.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[RecordingAddOnResultPayload]:
        """The records, page by page as they are used."""
        return self.run(parent)


class DeleteRecordingAddOnResultPayload(g.Delete):
    """Delete RecordingAddOnResultPayload:
    ``DELETE /2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults/{AddOnResultSid}/Payloads/{Sid}``.

    Takes ``[AccountSid:]ReferenceSid:AddOnResultSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="RecordingAddOnResultPayload",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults/{AddOnResultSid}/Payloads/{Sid}",),
        keys=_KEYS,
        root="Payload",
        status=(204,),
        cardinality="none",
        request_profile="profiles/RecordingAddOnResultPayload/DeleteRecordingAddOnResultPayload.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """Delete one."""
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "RecordingAddOnResultPayload", ("Get", "Query", "Delete"))
