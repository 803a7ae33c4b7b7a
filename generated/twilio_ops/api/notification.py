"""Notification: Get, Query, Delete."""

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
    """One Notification."""

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
        name="Notification",
        service=SERVICE,
        item="Notification",
        list="Notifications",
    )


class GetNotification(g.Get[Notification]):
    """Get Notification: ``GET /2010-04-01/Accounts/{AccountSid}/Notifications/{Sid}``.

    Takes ``[AccountSid:]Sid``.
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
        """The one record of a Sid."""
        return self.run(sid)


class QueryNotification(g.Query[Notification]):
    """Query Notification: ``GET /2010-04-01/Accounts/{AccountSid}/Notifications``."""

    log: ClassVar[g.EqualsFilter[int]] = g.EqualsFilter("Log", g.INTEGER)
    message_date: ClassVar[g.DayFilter] = g.DayFilter("MessageDate", "message_date")
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
        response_profile="profiles/Notification/QueryNotification.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[Notification]:
        """The records, page by page as they are used."""
        return self.run(parent)


class DeleteNotification(g.Delete):
    """Delete Notification: ``DELETE /2010-04-01/Accounts/{AccountSid}/Notifications/{Sid}``.

    Takes ``[AccountSid:]Sid or [AccountSid:]CallSid:Sid``.

    Refused by the API: Notifications can no longer be deleted.
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
        """Delete one."""
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Notification", ("Get", "Query", "Delete"))
