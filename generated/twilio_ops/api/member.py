"""Member: Get, Query, Update."""

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
    """One Member."""

    call_sid: Sid | None = g.field("CallSid", g.SID)
    date_enqueued: datetime | None = g.field("DateEnqueued", g.RFC2822)
    position: int | None = g.field("Position", g.INTEGER)
    uri: str | None = g.field("Uri")
    wait_time: int | None = g.field("WaitTime", g.INTEGER)
    queue_sid: Sid | None = g.field("QueueSid", g.SID)
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Member",
        service=SERVICE,
        item="QueueMember",
        list="QueueMembers",
    )


class GetMember(g.Get[Member]):
    """Get Member: ``GET /2010-04-01/Accounts/{AccountSid}/Queues/{QueueSid}/Members/{CallSid}``.

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
        """The one record of a Sid."""
        return self.run(sid)


class QueryMember(g.Query[Member]):
    """Query Member: ``GET /2010-04-01/Accounts/{AccountSid}/Queues/{QueueSid}/Members``.

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
        response_profile="profiles/Member/QueryMember.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[Member]:
        """The records, page by page as they are used."""
        return self.run(parent)


@g.request
class UpdateMemberRequest(g.Parameters):
    """What Update of Member takes; None is not sent, an empty text is."""

    url: str = g.required("Url")
    method: str | None = g.optional("Method")
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


class UpdateMember(g.Update[UpdateMemberRequest, Member]):
    """Update Member: ``POST /2010-04-01/Accounts/{AccountSid}/Queues/{QueueSid}/Members/{CallSid}``.

    Takes ``[AccountSid:]QueueSid:CallSid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateMemberRequest.spec
    request: ClassVar[type[g.Parameters]] = UpdateMemberRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        url: str,
        method: str | None = None,
    ) -> Member:
        """Change one; what is None is not sent."""
        return self.run(
            sid,
            UpdateMemberRequest(
                url=url,
                method=method,
            ),
        )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Member", ("Get", "Query", "Update"))
