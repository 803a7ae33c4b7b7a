"""CallNotification: Get, Query.

A call notification is an error or warning of one call.

https://www.twilio.com/docs/voice/api/call-notification-resource
"""

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
    """One CallNotification.

    A call notification is an error or warning of one call.
    """

    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    api_version: str | None = g.field("ApiVersion")
    """This version of the API made the record."""
    call_sid: Sid | None = g.field("CallSid", g.SID)
    """The record belongs to this call. A Sid that begins with CA."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    error_code: int | None = g.field("ErrorCode", g.INTEGER)
    """This Twilio error code says what went wrong; there is none if nothing did."""
    log: int | None = g.field("Log", g.INTEGER)
    """The entry is an error (0) or a warning (1)."""
    message_date: datetime | None = g.field("MessageDate", g.RFC2822)
    """The event happened at this time."""
    message_text: str | None = g.field("MessageText")
    """This text describes the event, with its details."""
    more_info: str | None = g.field("MoreInfo")
    """This page explains the error code."""
    request_method: str | None = g.field("RequestMethod")
    """Twilio sent the request with this HTTP method."""
    request_url: str | None = g.field("RequestUrl")
    """Twilio sent the request to this URL."""
    request_variables: str | None = g.field("RequestVariables")
    """Twilio sent these parameters with the request."""
    response_body: str | None = g.field("ResponseBody")
    """The server answered with this body."""
    response_headers: str | None = g.field("ResponseHeaders")
    """The server answered with these headers."""
    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with NO."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="CallNotification",
        service=SERVICE,
        item="Notification",
        list="Notifications",
    )


class GetCallNotification(g.Get[CallNotification]):
    """Get CallNotification: ``GET /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Notifications/{Sid}``.

    Twilio answers with the one record that the Sid names.

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
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]CallSid:Sid``.
        """
        return self.run(sid)


class QueryCallNotification(g.Query[CallNotification]):
    """Query CallNotification: ``GET /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Notifications``.

    Twilio lists the records that the filters let through, page by page.

    Takes ``[AccountSid:]CallSid``.
    """

    log: ClassVar[g.EqualsFilter[int]] = g.EqualsFilter("Log", g.INTEGER)
    """Only entries of this level match, 0 for errors and 1 for warnings."""
    message_date: ClassVar[g.DayFilter] = g.DayFilter("MessageDate", "message_date")
    """Only events of this day match, or before or after it."""
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
        max_page_size=1000,
        response_profile="profiles/CallNotification/QueryCallNotification.response.xsd",
    )

    def __call__(self, parent: str, /) -> Iterator[CallNotification]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``[AccountSid:]CallSid``.
        """
        return self.run(parent)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "CallNotification", ("Get", "Query"))
