"""Member: Get, Query, Update.

A member is a call that waits in a queue.

https://www.twilio.com/docs/voice/api/member-resource
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "GetMember",
    "Member",
    "QueryMember",
    "UpdateMember",
    "UpdateMemberRequest",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "QueueSid": g.Key(("QU",)),
    "CallSid": g.Key(("CA",), literals=("Front",)),
}


@g.record
class Member(g.Record):
    """One Member.

    A member is a call that waits in a queue.
    """

    call_sid: Sid | None = g.field("CallSid", g.SID)
    """The record belongs to this call. A Sid that begins with CA."""
    date_enqueued: datetime | None = g.field("DateEnqueued", g.RFC2822)
    """The call waits since this time."""
    position: int | None = g.field("Position", g.INTEGER)
    """The call is at this place in the queue, 1 the next to go."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    wait_time: int | None = g.field("WaitTime", g.INTEGER)
    """The call waits for this many seconds now."""
    queue_sid: Sid | None = g.field("QueueSid", g.SID)
    """The call waits in this queue. A Sid that begins with QU."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Member",
        service=SERVICE,
        item="QueueMember",
        list="QueueMembers",
    )


class GetMember(g.Get[Member]):
    """Get Member: ``GET /2010-04-01/Accounts/{AccountSid}/Queues/{QueueSid}/Members/{CallSid}``.

    Twilio answers with the one record that the Sid names.

    Takes ``[AccountSid:]QueueSid:CallSid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Member",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Queues/{QueueSid}/Members/{CallSid}",),
        keys=_KEYS,
        record=Member,
        root="QueueMember",
        response_profile="profiles/Member/GetMember.response.xsd",
    )

    def __call__(self, sid: str, /) -> Member:
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]QueueSid:CallSid``.
        """
        return self.run(sid)


class QueryMember(g.Query[Member]):
    """Query Member: ``GET /2010-04-01/Accounts/{AccountSid}/Queues/{QueueSid}/Members``.

    Twilio lists the records that the filters let through, page by page.

    Takes ``[AccountSid:]QueueSid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Member",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Queues/{QueueSid}/Members",),
        keys=_KEYS,
        record=Member,
        root="QueueMember",
        cardinality="many",
        json_list="queue_members",
        paging="uris",
        max_page_size=1000,
        response_profile="profiles/Member/QueryMember.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[Member]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``[AccountSid:]QueueSid``.
        """
        return self.run(parent)


@g.request
class UpdateMemberRequest(g.Parameters):
    """What Update of Member takes; None is not sent, an empty text is."""

    url: str = g.required("Url")
    """Twilio asks this URL for TwiML."""
    method: str | None = g.optional("Method")
    """Twilio uses this HTTP method for the URL."""


class UpdateMember(g.Update[UpdateMemberRequest, Member]):
    """Update Member: ``POST /2010-04-01/Accounts/{AccountSid}/Queues/{QueueSid}/Members/{CallSid}``.

    A call leaves the queue and goes on with other TwiML.

    Side effect: takes a call out of its queue.

    Takes ``[AccountSid:]QueueSid:CallSid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Member",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Queues/{QueueSid}/Members/{CallSid}",),
        keys=_KEYS,
        record=Member,
        root="QueueMember",
        encoding="form",
        request_profile="profiles/Member/UpdateMember.request.xsd",
        response_profile="profiles/Member/UpdateMember.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = UpdateMemberRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        url: str,
        method: str | None = None,
    ) -> Member:
        """A call leaves the queue and goes on with other TwiML.

        Side effect: takes a call out of its queue.

        Args:
            sid: The record's Sid, ``[AccountSid:]QueueSid:CallSid``.
            url: Twilio asks this URL for TwiML.
            method: Twilio uses this HTTP method for the URL.
        """
        return self.run(
            sid,
            UpdateMemberRequest(
                url=url,
                method=method,
            ),
        )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Member", ("Get", "Query", "Update"))
