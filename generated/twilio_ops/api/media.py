"""Media: Get, Query, Delete.

A medium is a picture, a sound or another file of a message.

https://www.twilio.com/docs/messaging/api/media-resource
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "DeleteMedia",
    "GetMedia",
    "Media",
    "QueryMedia",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "MessageSid": g.Key(("SM", "MM")),
    "Sid": g.Key(("ME",)),
}


@g.record
class Media(g.Record):
    """One Media.

    A medium is a picture, a sound or another file of a message.
    """

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    content_type: str | None = g.field("ContentType")
    """The content has this MIME type."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    parent_sid: Sid | None = g.field("ParentSid", g.SID)
    """The medium belongs to this message. A Sid that begins with SM or MM."""
    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with ME."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Media",
        service=SERVICE,
        item="Media",
        list="MediaList",
    )


class GetMedia(g.Get[Media]):
    """Get Media: ``GET /2010-04-01/Accounts/{AccountSid}/Messages/{MessageSid}/Media/{Sid}``.

    Twilio answers with the one record that the Sid names.

    Takes ``[AccountSid:]MessageSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Media",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Messages/{MessageSid}/Media/{Sid}",),
        keys=_KEYS,
        record=Media,
        root="Media",
        response_profile="profiles/Media/GetMedia.response.xsd",
    )

    def __call__(self, sid: str, /) -> Media:
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]MessageSid:Sid``.
        """
        return self.run(sid)


class QueryMedia(g.Query[Media]):
    """Query Media: ``GET /2010-04-01/Accounts/{AccountSid}/Messages/{MessageSid}/Media``.

    Twilio lists the records that the filters let through, page by page.

    Takes ``[AccountSid:]MessageSid``.
    """

    date_created: ClassVar[g.InstantFilter] = g.InstantFilter("DateCreated", "date_created")
    """Only media made on this day match, or before or after it."""
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Media",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Messages/{MessageSid}/Media",),
        keys=_KEYS,
        record=Media,
        root="Media",
        cardinality="many",
        json_list="media_list",
        paging="uris",
        max_page_size=1000,
        response_profile="profiles/Media/QueryMedia.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[Media]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``[AccountSid:]MessageSid``.
        """
        return self.run(parent)


class DeleteMedia(g.Delete):
    """Delete Media: ``DELETE /2010-04-01/Accounts/{AccountSid}/Messages/{MessageSid}/Media/{Sid}``.

    The file goes for good.

    Takes ``[AccountSid:]MessageSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Media",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/Messages/{MessageSid}/Media/{Sid}",),
        keys=_KEYS,
        root="Media",
        status=(204,),
        cardinality="none",
        request_profile="profiles/Media/DeleteMedia.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """The file goes for good.

        Args:
            sid: The record's Sid, ``[AccountSid:]MessageSid:Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Media", ("Get", "Query", "Delete"))
