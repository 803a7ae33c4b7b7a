"""CallNotification: Get, Query."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "CallNotification",
    "GetCallNotification",
    "QueryCallNotification",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "CallSid": g.Key(("CA",)),
    "Sid": g.Key(("NO",)),
}


@g.record
class CallNotification(g.Record):
    """One CallNotification."""

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    api_version: str | None = g.field("ApiVersion")
    call_sid: Sid | None = g.field("CallSid", g.SID)
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    error_code: int | None = g.field("ErrorCode", g.INTEGER)
    log: int | None = g.field("Log", g.INTEGER)
    message_date: datetime | None = g.field("MessageDate", g.RFC2822)
    message_text: str | None = g.field("MessageText")
    more_info: str | None = g.field("MoreInfo")
    request_method: str | None = g.field("RequestMethod")
    request_url: str | None = g.field("RequestUrl")
    request_variables: str | None = g.field("RequestVariables")
    response_body: str | None = g.field("ResponseBody")
    response_headers: str | None = g.field("ResponseHeaders")
    sid: Sid | None = g.field("Sid", g.SID)
    uri: str | None = g.field("Uri")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="CallNotification",
        service=SERVICE,
        item="Notification",
        list="Notifications",
    )


class GetCallNotification(g.Get[CallNotification]):
    """Get CallNotification: ``GET /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Notifications/{Sid}``.

    Takes ``[AccountSid:]CallSid:Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="CallNotification",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Notifications/{Sid}",),
        keys=_KEYS,
        record=CallNotification,
        root="Notification",
        response_profile="profiles/CallNotification/GetCallNotification.response.xsd",
    )

    def __call__(self, sid: str, /) -> CallNotification:
        """The one record of a Sid."""
        return self.run(sid)


class QueryCallNotification(g.Query[CallNotification]):
    """Query CallNotification: ``GET /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Notifications``.

    Takes ``[AccountSid:]CallSid``.
    """

    log: ClassVar[g.EqualsFilter[int]] = g.EqualsFilter("Log", g.INTEGER)
    message_date: ClassVar[g.DayFilter] = g.DayFilter("MessageDate", "message_date")
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="CallNotification",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Notifications",),
        keys=_KEYS,
        record=CallNotification,
        root="Notification",
        cardinality="many",
        json_list="notifications",
        paging="uris",
        response_profile="profiles/CallNotification/QueryCallNotification.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[CallNotification]:
        """The records, page by page as they are used."""
        return self.run(parent)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "CallNotification", ("Get", "Query"))
