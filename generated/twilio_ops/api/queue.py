"""Queue: Get, Query, Create, Update, Delete.

A queue holds calls that wait.

https://www.twilio.com/docs/voice/api/queue-resource
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
    """One Queue.

    A queue holds calls that wait.
    """

    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    current_size: int | None = g.field("CurrentSize", g.INTEGER)
    """This many calls wait now."""
    friendly_name: str | None = g.field("FriendlyName")
    """People see this name; Twilio gives it no meaning."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    average_wait_time: int | None = g.field("AverageWaitTime", g.INTEGER)
    """The calls that wait now do so for this many seconds on average."""
    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with QU."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    max_size: int | None = g.field("MaxSize", g.INTEGER)
    """The queue holds at most this many calls."""
    avg_wait_time: int | None = g.field("AvgWaitTime", g.INTEGER)
    """This is the old name of the average wait time. Deprecated: AverageWaitTime has taken its
    place."""
    subresource_uris: Mapping[str, str] | None = g.field("SubresourceUris", g.URI_MAP)
    """These paths lead to the lists that belong to the record."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Queue",
        service=SERVICE,
        item="Queue",
        list="Queues",
    )


class GetQueue(g.Get[Queue]):
    """Get Queue: ``GET /2010-04-01/Accounts/{AccountSid}/Queues/{Sid}``.

    Twilio answers with the one record that the Sid names.

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
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        return self.run(sid)


class QueryQueue(g.Query[Queue]):
    """Query Queue: ``GET /2010-04-01/Accounts/{AccountSid}/Queues``.

    Twilio lists the records that the filters let through, page by page.
    """

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
        max_page_size=1000,
        response_profile="profiles/Queue/QueryQueue.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[Queue]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``AccountSid``.
        """
        return self.run(parent)


@g.request
class CreateQueueRequest(g.Parameters):
    """What Create of Queue takes; None is not sent, an empty text is."""

    friendly_name: str = g.required("FriendlyName")
    """People see this name; Twilio gives it no meaning."""
    max_size: int | None = g.optional("MaxSize", g.IntegerType(1, 5000))
    """The queue holds at most this many calls. From 1 to 5000."""


class CreateQueue(g.Create[CreateQueueRequest, Queue]):
    """Create Queue: ``POST /2010-04-01/Accounts/{AccountSid}/Queues``.

    Twilio makes a new record and answers with it.
    """

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
    request: ClassVar[type[g.Parameters] | None] = CreateQueueRequest

    def __call__(
        self,
        *,
        friendly_name: str,
        max_size: int | None = None,
        parent: str | None = None,
    ) -> Queue:
        """Twilio makes a new record and answers with it.

        Args:
            parent: It lives under ``AccountSid``.
            friendly_name: People see this name; Twilio gives it no meaning.
            max_size: The queue holds at most this many calls. From 1 to 5000.
        """
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
    """People see this name; Twilio gives it no meaning."""
    max_size: int | None = g.optional("MaxSize", g.IntegerType(1, 5000))
    """The queue holds at most this many calls. From 1 to 5000."""


class UpdateQueue(g.Update[UpdateQueueRequest, Queue]):
    """Update Queue: ``POST /2010-04-01/Accounts/{AccountSid}/Queues/{Sid}``.

    Twilio changes the parameters that are sent and keeps everything else.

    Takes ``[AccountSid:]Sid``.
    """

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
    request: ClassVar[type[g.Parameters] | None] = UpdateQueueRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        friendly_name: str | None = None,
        max_size: int | None = None,
    ) -> Queue:
        """Twilio changes the parameters that are sent and keeps everything else.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
            friendly_name: People see this name; Twilio gives it no meaning.
            max_size: The queue holds at most this many calls. From 1 to 5000.
        """
        return self.run(
            sid,
            UpdateQueueRequest(
                friendly_name=friendly_name,
                max_size=max_size,
            ),
        )


class DeleteQueue(g.Delete):
    """Delete Queue: ``DELETE /2010-04-01/Accounts/{AccountSid}/Queues/{Sid}``.

    An empty queue goes.

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
        """An empty queue goes.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Queue", ("Get", "Query", "Create", "Update", "Delete"))
