"""CallEvent: Query.

A call event is one exchange between Twilio and your server during a call.

https://www.twilio.com/docs/voice/api/call-event-resource
"""

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
    """One CallEvent.

    A call event is one exchange between Twilio and your server during a call.
    """

    request: Any = g.field("Request", g.ANY)
    """Twilio sent this request. It is personal data."""
    response: Any = g.field("Response", g.ANY)
    """The server answered this, as Twilio took it. It is personal data."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="CallEvent",
        service=SERVICE,
        item="Event",
        list="Events",
    )


class QueryCallEvent(g.Query[CallEvent]):
    """Query CallEvent: ``GET /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Events``.

    Twilio lists the records that the filters let through, page by page.

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
        max_page_size=1000,
        response_profile="profiles/CallEvent/QueryCallEvent.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[CallEvent]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``[AccountSid:]CallSid``.
        """
        return self.run(parent)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "CallEvent", ("Query",))
