"""CallEvent: Query."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

__all__ = [
    "CallEvent",
    "QueryCallEvent",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "CallSid": g.Key(("CA",)),
}


@g.record
class CallEvent(g.Record):
    """One CallEvent."""

    request: Any = g.field("Request", g.ANY)
    response: Any = g.field("Response", g.ANY)
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="CallEvent",
        service=SERVICE,
        item="Event",
        list="Events",
    )


class QueryCallEvent(g.Query[CallEvent]):
    """Query CallEvent: ``GET /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Events``.

    Takes ``[AccountSid:]CallSid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="CallEvent",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Events",),
        keys=_KEYS,
        record=CallEvent,
        root="Event",
        cardinality="many",
        json_list="events",
        paging="uris",
        response_profile="profiles/CallEvent/QueryCallEvent.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[CallEvent]:
        """The records, page by page as they are used."""
        return self.run(parent)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "CallEvent", ("Query",))
