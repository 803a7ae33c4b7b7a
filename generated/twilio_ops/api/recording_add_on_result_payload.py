"""RecordingAddOnResultPayload: Get, Query, Delete."""

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
    "DeleteRecordingAddOnResultPayload",
    "GetRecordingAddOnResultPayload",
    "QueryRecordingAddOnResultPayload",
    "RecordingAddOnResultPayload",
]


@frozen(kw_only=True, repr=False, eq=False)
class RecordingAddOnResultPayload(g.Record):
    """One RecordingAddOnResultPayload."""

    sid: Sid | None = g.UNSET
    add_on_result_sid: Sid | None = g.UNSET
    account_sid: Sid | None = g.UNSET
    label: str | None = g.UNSET
    add_on_sid: Sid | None = g.UNSET
    add_on_configuration_sid: Sid | None = g.UNSET
    content_type: str | None = g.UNSET
    date_created: datetime | None = g.UNSET
    date_updated: datetime | None = g.UNSET
    reference_sid: Sid | None = g.UNSET
    subresource_uris: Mapping[str, str] | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="RecordingAddOnResultPayload",
        service=SERVICE,
        item="Payload",
        list="Payloads",
        json_list="payloads",
        wire="twilio_ops._wire.recording_add_on_result_payload",
        fields=(
            g.FieldSpec("sid", "Sid", g.SID),
            g.FieldSpec("add_on_result_sid", "AddOnResultSid", g.SID),
            g.FieldSpec("account_sid", "AccountSid", g.SID),
            g.FieldSpec("label", "Label", g.TEXT),
            g.FieldSpec("add_on_sid", "AddOnSid", g.SID),
            g.FieldSpec("add_on_configuration_sid", "AddOnConfigurationSid", g.SID),
            g.FieldSpec("content_type", "ContentType", g.TEXT),
            g.FieldSpec("date_created", "DateCreated", g.RFC2822),
            g.FieldSpec("date_updated", "DateUpdated", g.RFC2822),
            g.FieldSpec("reference_sid", "ReferenceSid", g.SID),
            g.FieldSpec("subresource_uris", "SubresourceUris", g.URI_MAP),
        ),
    )


class GetRecordingAddOnResultPayload(g.Get[RecordingAddOnResultPayload]):
    """Get RecordingAddOnResultPayload: ``GET /2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults/{AddOnResultSid}/Payloads/{Sid}``.

    Takes ``[AccountSid:]ReferenceSid:AddOnResultSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="RecordingAddOnResultPayload",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults/{AddOnResultSid}/Payloads/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "ReferenceSid": g.Key(("RE",)),
            "AddOnResultSid": g.Key(("XR",)),
            "Sid": g.Key(("XH",)),
        },
        record=RecordingAddOnResultPayload,
        root="Payload",
        response_profile="profiles/RecordingAddOnResultPayload/GetRecordingAddOnResultPayload.response.xsd",
    )


class QueryRecordingAddOnResultPayload(g.Query[RecordingAddOnResultPayload]):
    """Query RecordingAddOnResultPayload: ``GET /2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults/{AddOnResultSid}/Payloads``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="RecordingAddOnResultPayload",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults/{AddOnResultSid}/Payloads",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "ReferenceSid": g.Key(("RE",)),
            "AddOnResultSid": g.Key(("XR",)),
        },
        record=RecordingAddOnResultPayload,
        root="Payload",
        cardinality="many",
        paging="uris",
        response_profile="profiles/RecordingAddOnResultPayload/QueryRecordingAddOnResultPayload.response.xsd",
    )


class DeleteRecordingAddOnResultPayload(g.Delete):
    """Delete RecordingAddOnResultPayload: ``DELETE /2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults/{AddOnResultSid}/Payloads/{Sid}``.

    Takes ``[AccountSid:]ReferenceSid:AddOnResultSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="RecordingAddOnResultPayload",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults/{AddOnResultSid}/Payloads/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "ReferenceSid": g.Key(("RE",)),
            "AddOnResultSid": g.Key(("XR",)),
            "Sid": g.Key(("XH",)),
        },
        root="Payload",
        status=(204,),
        cardinality="none",
        request_profile="profiles/RecordingAddOnResultPayload/DeleteRecordingAddOnResultPayload.request.xsd",
    )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "RecordingAddOnResultPayload", ("Get", "Query", "Delete"))
