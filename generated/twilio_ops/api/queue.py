"""Queue: Get, Query, Create, Update, Delete."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "CreateQueue",
    "CreateQueueRequest",
    "DeleteQueue",
    "GetQueue",
    "QueryQueue",
    "Queue",
    "UpdateQueue",
    "UpdateQueueRequest",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "Sid": g.Key(("QU",)),
}


@g.record
class Queue(g.Record):
    """One Queue."""

    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    current_size: int | None = g.field("CurrentSize", g.INTEGER)
    friendly_name: str | None = g.field("FriendlyName")
    uri: str | None = g.field("Uri")
    account_sid: Sid | None = g.field("AccountSid", g.SID)
    average_wait_time: int | None = g.field("AverageWaitTime", g.INTEGER)
    sid: Sid | None = g.field("Sid", g.SID)
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    max_size: int | None = g.field("MaxSize", g.INTEGER)
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Queue",
        service=SERVICE,
        item="Queue",
        list="Queues",
    )


class GetQueue(g.Get[Queue]):
    """Get Queue: ``GET /2010-04-01/Accounts/{AccountSid}/Queues/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Queue",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Queues/{Sid}",),
        keys=_KEYS,
        record=Queue,
        root="Queue",
        response_profile="profiles/Queue/GetQueue.response.xsd",
    )

    def __call__(self, sid: str, /) -> Queue:
        """The one record of a Sid."""
        return self.run(sid)


class QueryQueue(g.Query[Queue]):
    """Query Queue: ``GET /2010-04-01/Accounts/{AccountSid}/Queues``."""

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Queue",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Queues",),
        keys=_KEYS,
        record=Queue,
        root="Queue",
        cardinality="many",
        json_list="queues",
        paging="uris",
        response_profile="profiles/Queue/QueryQueue.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[Queue]:
        """The records, page by page as they are used."""
        return self.run(parent)


@g.request
class CreateQueueRequest(g.Parameters):
    """What Create of Queue takes; None is not sent, an empty text is."""

    friendly_name: str = g.required("FriendlyName")
    max_size: int | None = g.optional("MaxSize", g.IntegerType(1, 5000))
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Queue",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Queues",),
        keys=_KEYS,
        record=Queue,
        root="Queue",
        status=(201,),
        encoding="form",
        request_profile="profiles/Queue/CreateQueue.request.xsd",
        response_profile="profiles/Queue/CreateQueue.response.xsd",
    )


class CreateQueue(g.Create[CreateQueueRequest, Queue]):
    """Create Queue: ``POST /2010-04-01/Accounts/{AccountSid}/Queues``."""

    spec: ClassVar[g.OperationSpec] = CreateQueueRequest.spec
    request: ClassVar[type[g.Parameters]] = CreateQueueRequest

    def __call__(
        self,
        *,
        friendly_name: str,
        max_size: int | None = None,
        parent: str | None = None,
    ) -> Queue:
        """Create one; ``parent`` is ``AccountSid``."""
        return self.run(
            CreateQueueRequest(
                friendly_name=friendly_name,
                max_size=max_size,
            ),
            parent,
        )


@g.request
class UpdateQueueRequest(g.Parameters):
    """What Update of Queue takes; None is not sent, an empty text is."""

    friendly_name: str | None = g.optional("FriendlyName")
    max_size: int | None = g.optional("MaxSize", g.IntegerType(1, 5000))
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Queue",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Queues/{Sid}",),
        keys=_KEYS,
        record=Queue,
        root="Queue",
        encoding="form",
        request_profile="profiles/Queue/UpdateQueue.request.xsd",
        response_profile="profiles/Queue/UpdateQueue.response.xsd",
    )


class UpdateQueue(g.Update[UpdateQueueRequest, Queue]):
    """Update Queue: ``POST /2010-04-01/Accounts/{AccountSid}/Queues/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateQueueRequest.spec
    request: ClassVar[type[g.Parameters]] = UpdateQueueRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        friendly_name: str | None = None,
        max_size: int | None = None,
    ) -> Queue:
        """Change one; what is None is not sent."""
        return self.run(
            sid,
            UpdateQueueRequest(
                friendly_name=friendly_name,
                max_size=max_size,
            ),
        )


class DeleteQueue(g.Delete):
    """Delete Queue: ``DELETE /2010-04-01/Accounts/{AccountSid}/Queues/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Queue",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/Queues/{Sid}",),
        keys=_KEYS,
        root="Queue",
        status=(204,),
        cardinality="none",
        request_profile="profiles/Queue/DeleteQueue.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """Delete one."""
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Queue", ("Get", "Query", "Create", "Update", "Delete"))
