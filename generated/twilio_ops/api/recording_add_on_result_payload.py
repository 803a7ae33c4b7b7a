"""RecordingAddOnResultPayload: Get, Query, Delete.

A payload is one document of an add-on's result.

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
    """One RecordingAddOnResultPayload.

    A payload is one document of an add-on's result.
    """

    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with XH."""
    add_on_result_sid: Sid | None = g.field("AddOnResultSid", g.SID)
    """The payload belongs to this result. A Sid that begins with XR."""
    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    label: str | None = g.field("Label")
    """The add-on calls the payload this."""
    add_on_sid: Sid | None = g.field("AddOnSid", g.SID)
    """The result comes from this add-on. A Sid that begins with XB."""
    add_on_configuration_sid: Sid | None = g.field("AddOnConfigurationSid", g.SID)
    """The add-on ran with this configuration. A Sid that begins with XE."""
    content_type: str | None = g.field("ContentType")
    """The content has this MIME type."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    reference_sid: Sid | None = g.field("ReferenceSid", g.SID)
    """The add-on worked on this recording. A Sid that begins with RE."""
    subresource_uris: Mapping[str, str] | None = g.field("SubresourceUris", g.URI_MAP)
    """These paths lead to the lists that belong to the record."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="RecordingAddOnResultPayload",
        service=SERVICE,
        item="Payload",
        list="Payloads",
    )


class GetRecordingAddOnResultPayload(g.Get[RecordingAddOnResultPayload]):
    """Get RecordingAddOnResultPayload:
    ``GET /2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults/{AddOnResultSid}/Payloads/{Sid}``.

    Twilio answers with the one record that the Sid names.

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
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]ReferenceSid:AddOnResultSid:Sid``.
        """
        return self.run(sid)


class QueryRecordingAddOnResultPayload(g.Query[RecordingAddOnResultPayload]):
    """Query RecordingAddOnResultPayload:
    ``GET /2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults/{AddOnResultSid}/Payloads``.

    Twilio lists the records that the filters let through, page by page.

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
        max_page_size=1000,
        response_profile="profiles/RecordingAddOnResultPayload/QueryRecordingAddOnResultPayload.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[RecordingAddOnResultPayload]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``[AccountSid:]ReferenceSid:AddOnResultSid``.
        """
        return self.run(parent)


class DeleteRecordingAddOnResultPayload(g.Delete):
    """Delete RecordingAddOnResultPayload:
    ``DELETE /2010-04-01/Accounts/{AccountSid}/Recordings/{ReferenceSid}/AddOnResults/{AddOnResultSid}/Payloads/{Sid}``.

    Twilio removes the record for good.

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
        """Twilio removes the record for good.

        Args:
            sid: The record's Sid, ``[AccountSid:]ReferenceSid:AddOnResultSid:Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "RecordingAddOnResultPayload", ("Get", "Query", "Delete"))
