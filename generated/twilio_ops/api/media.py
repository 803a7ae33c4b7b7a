"""Media: Get, Query, Delete."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops_runtime.generated import Sid

__all__ = [
    "DeleteMedia",
    "GetMedia",
    "Media",
    "QueryMedia",
]


@frozen(kw_only=True, repr=False, eq=False)
class Media(g.Record):
    """One Media."""

    account_sid: Sid | None = g.UNSET
    content_type: str | None = g.UNSET
    date_created: datetime | None = g.UNSET
    date_updated: datetime | None = g.UNSET
    parent_sid: Sid | None = g.UNSET
    sid: Sid | None = g.UNSET
    uri: str | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Media",
        service=SERVICE,
        item="Media",
        list="MediaList",
        json_list="media_list",
        wire="twilio_ops._wire.media",
        fields=(
            g.FieldSpec("account_sid", "AccountSid", g.SID),
            g.FieldSpec("content_type", "ContentType", g.TEXT),
            g.FieldSpec("date_created", "DateCreated", g.RFC2822),
            g.FieldSpec("date_updated", "DateUpdated", g.RFC2822),
            g.FieldSpec("parent_sid", "ParentSid", g.SID),
            g.FieldSpec("sid", "Sid", g.SID),
            g.FieldSpec("uri", "Uri", g.TEXT),
        ),
    )


class GetMedia(g.Get[Media]):
    """Get Media: ``GET /2010-04-01/Accounts/{AccountSid}/Messages/{MessageSid}/Media/{Sid}``.

    Takes ``[AccountSid:]MessageSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Media",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Messages/{MessageSid}/Media/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "MessageSid": g.Key(("SM", "MM")),
            "Sid": g.Key(("ME",)),
        },
        record=Media,
        root="Media",
        response_profile="profiles/Media/GetMedia.response.xsd",
    )


class QueryMedia(g.Query[Media]):
    """Query Media: ``GET /2010-04-01/Accounts/{AccountSid}/Messages/{MessageSid}/Media``."""

    date_created: ClassVar[g.InstantFilter] = g.InstantFilter("DateCreated", "date_created")
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Media",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Messages/{MessageSid}/Media",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "MessageSid": g.Key(("SM", "MM")),
        },
        record=Media,
        root="Media",
        cardinality="many",
        paging="uris",
        response_profile="profiles/Media/QueryMedia.response.xsd",
    )


class DeleteMedia(g.Delete):
    """Delete Media: ``DELETE /2010-04-01/Accounts/{AccountSid}/Messages/{MessageSid}/Media/{Sid}``.

    Takes ``[AccountSid:]MessageSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Media",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/Messages/{MessageSid}/Media/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "MessageSid": g.Key(("SM", "MM")),
            "Sid": g.Key(("ME",)),
        },
        root="Media",
        status=(204,),
        cardinality="none",
        request_profile="profiles/Media/DeleteMedia.request.xsd",
    )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Media", ("Get", "Query", "Delete"))
