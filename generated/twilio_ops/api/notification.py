"""Notification: Get, Query, Delete.

A notification is an error or warning that Twilio met with your server or TwiML.

https://www.twilio.com/docs/usage/api/notification-resource
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "DeleteNotification",
    "GetNotification",
    "Notification",
    "QueryNotification",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "Sid": g.Key(("NO",)),
    "CallSid": g.Key(("CA",)),
}


@g.record
class Notification(g.Record):
    """One Notification.

    A notification is an error or warning that Twilio met with your server or TwiML.

    Deprecated: Alerts of Twilio's Monitor have replaced it.
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
        name="Notification",
        service=SERVICE,
        item="Notification",
        list="Notifications",
    )


@g.deprecated("Alerts of Twilio's Monitor have replaced it.")
class GetNotification(g.Get[Notification]):
    """Get Notification: ``GET /2010-04-01/Accounts/{AccountSid}/Notifications/{Sid}``.

    Twilio answers with the one record that the Sid names.

    Takes ``[AccountSid:]Sid``.

    Deprecated: Alerts of Twilio's Monitor have replaced it.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Notification",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Notifications/{Sid}",),
        keys=_KEYS,
        record=Notification,
        root="Notification",
        response_profile="profiles/Notification/GetNotification.response.xsd",
    )

    def __call__(self, sid: str, /) -> Notification:
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        return self.run(sid)


@g.deprecated("Alerts of Twilio's Monitor have replaced it.")
class QueryNotification(g.Query[Notification]):
    """Query Notification: ``GET /2010-04-01/Accounts/{AccountSid}/Notifications``.

    Twilio lists the records that the filters let through, page by page.

    Deprecated: Alerts of Twilio's Monitor have replaced it.
    """

    log: ClassVar[g.EqualsFilter[int]] = g.EqualsFilter("Log", g.INTEGER)
    """Only entries of this level match, 0 for errors and 1 for warnings."""
    message_date: ClassVar[g.DayFilter] = g.DayFilter("MessageDate", "message_date")
    """Only events of this day match, or before or after it."""
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Notification",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Notifications",),
        keys=_KEYS,
        record=Notification,
        root="Notification",
        cardinality="many",
        json_list="notifications",
        paging="uris",
        max_page_size=1000,
        response_profile="profiles/Notification/QueryNotification.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[Notification]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``AccountSid``.
        """
        return self.run(parent)


@g.deprecated("Alerts of Twilio's Monitor have replaced it.")
class DeleteNotification(g.Delete):
    """Delete Notification: ``DELETE /2010-04-01/Accounts/{AccountSid}/Notifications/{Sid}``.

    Twilio removes the record for good.

    Takes ``[AccountSid:]Sid or [AccountSid:]CallSid:Sid``.

    Refused by the API: Notifications can no longer be deleted.

    Deprecated: Alerts of Twilio's Monitor have replaced it.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Notification",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=(
            "/2010-04-01/Accounts/{AccountSid}/Notifications/{Sid}",
            "/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Notifications/{Sid}",
        ),
        keys=_KEYS,
        root="Notification",
        status=(204,),
        cardinality="none",
        refused="Notifications can no longer be deleted.",
        request_profile="profiles/Notification/DeleteNotification.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """Twilio removes the record for good.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid or [AccountSid:]CallSid:Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Notification", ("Get", "Query", "Delete"))
