"""CallNotification: Get, Query."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops_runtime.generated import Sid

__all__ = [
    "CallNotification",
    "GetCallNotification",
    "QueryCallNotification",
]


@frozen(kw_only=True, repr=False, eq=False)
class CallNotification(g.Record):
    """One CallNotification."""

    account_sid: Sid | None = g.UNSET
    api_version: str | None = g.UNSET
    call_sid: Sid | None = g.UNSET
    date_created: datetime | None = g.UNSET
    date_updated: datetime | None = g.UNSET
    error_code: int | None = g.UNSET
    log: int | None = g.UNSET
    message_date: datetime | None = g.UNSET
    message_text: str | None = g.UNSET
    more_info: str | None = g.UNSET
    request_method: str | None = g.UNSET
    request_url: str | None = g.UNSET
    request_variables: str | None = g.UNSET
    response_body: str | None = g.UNSET
    response_headers: str | None = g.UNSET
    sid: Sid | None = g.UNSET
    uri: str | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="CallNotification",
        service=SERVICE,
        item="Notification",
        list="Notifications",
        json_list="notifications",
        wire="twilio_ops._wire.call_notification",
        fields=(
            g.FieldSpec("account_sid", "AccountSid", g.SID),
            g.FieldSpec("api_version", "ApiVersion", g.TEXT),
            g.FieldSpec("call_sid", "CallSid", g.SID),
            g.FieldSpec("date_created", "DateCreated", g.RFC2822),
            g.FieldSpec("date_updated", "DateUpdated", g.RFC2822),
            g.FieldSpec("error_code", "ErrorCode", g.INTEGER),
            g.FieldSpec("log", "Log", g.INTEGER),
            g.FieldSpec("message_date", "MessageDate", g.RFC2822),
            g.FieldSpec("message_text", "MessageText", g.TEXT),
            g.FieldSpec("more_info", "MoreInfo", g.TEXT),
            g.FieldSpec("request_method", "RequestMethod", g.TEXT),
            g.FieldSpec("request_url", "RequestUrl", g.TEXT),
            g.FieldSpec("request_variables", "RequestVariables", g.TEXT),
            g.FieldSpec("response_body", "ResponseBody", g.TEXT),
            g.FieldSpec("response_headers", "ResponseHeaders", g.TEXT),
            g.FieldSpec("sid", "Sid", g.SID),
            g.FieldSpec("uri", "Uri", g.TEXT),
        ),
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
        keys={
            "AccountSid": g.Key(("AC",)),
            "CallSid": g.Key(("CA",)),
            "Sid": g.Key(("NO",)),
        },
        record=CallNotification,
        root="Notification",
        response_profile="profiles/CallNotification/GetCallNotification.response.xsd",
    )


class QueryCallNotification(g.Query[CallNotification]):
    """Query CallNotification: ``GET /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Notifications``."""

    log: ClassVar[g.EqualsFilter[int]] = g.EqualsFilter("Log", g.INTEGER)
    message_date: ClassVar[g.DayFilter] = g.DayFilter("MessageDate", "message_date")
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="CallNotification",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Notifications",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "CallSid": g.Key(("CA",)),
        },
        record=CallNotification,
        root="Notification",
        cardinality="many",
        paging="uris",
        response_profile="profiles/CallNotification/QueryCallNotification.response.xsd",
    )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "CallNotification", ("Get", "Query"))
