"""SMSMessage: Get, Query, Create, Update."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "CreateSMSMessage",
    "CreateSMSMessageRequest",
    "GetSMSMessage",
    "QuerySMSMessage",
    "SMSMessage",
    "SMSMessageDirection",
    "SMSMessageStatus",
    "SMSMessageUpdateStatus",
    "UpdateSMSMessage",
    "UpdateSMSMessageRequest",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "Sid": g.Key(("SM",)),
}


class SMSMessageStatus(g.OpenEnum):
    """The values known; others are kept as they come."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    DELIVERED = "delivered"
    UNDELIVERED = "undelivered"
    RECEIVING = "receiving"
    RECEIVED = "received"
    ACCEPTED = "accepted"
    SCHEDULED = "scheduled"
    READ = "read"
    PARTIALLY_DELIVERED = "partially_delivered"
    CANCELED = "canceled"


class SMSMessageUpdateStatus(g.OpenEnum):
    """The values known; others are kept as they come."""

    CANCELED = "canceled"


class SMSMessageDirection(g.OpenEnum):
    """The values known; others are kept as they come."""

    INBOUND = "inbound"
    OUTBOUND_API = "outbound-api"
    OUTBOUND_CALL = "outbound-call"
    OUTBOUND_REPLY = "outbound-reply"


@g.record
class SMSMessage(g.Record):
    """One SMSMessage.

    Deprecated: Message has replaced it.
    """

    sid: Sid | None = g.field("Sid", g.SID)
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    date_sent: datetime | None = g.field("DateSent", g.RFC2822)
    account_sid: Sid | None = g.field("AccountSid", g.SID)
    to: str | None = g.field("To")
    from_: str | None = g.field("From", json="from")
    body: str | None = g.field("Body")
    status: SMSMessageStatus | None = g.field("Status", g.EnumType(SMSMessageStatus))
    flags: tuple[str, ...] | None = g.field("Flags", g.ListType("Flag", g.TEXT))
    direction: SMSMessageDirection | None = g.field("Direction", g.EnumType(SMSMessageDirection))
    price: Decimal | None = g.field("Price", g.DECIMAL)
    api_version: str | None = g.field("ApiVersion")
    uri: str | None = g.field("Uri")
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="SMSMessage",
        service=SERVICE,
        item="SMSMessage",
        list="SMSMessages",
    )


class GetSMSMessage(g.Get[SMSMessage]):
    """Get SMSMessage: ``GET /2010-04-01/Accounts/{AccountSid}/SMS/Messages/{Sid}``.

    Takes ``[AccountSid:]Sid``.

    Deprecated: Message has replaced it.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SMSMessage",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SMS/Messages/{Sid}",),
        keys=_KEYS,
        record=SMSMessage,
        root="SMSMessage",
        response_profile="profiles/SMSMessage/GetSMSMessage.response.xsd",
    )

    def __call__(self, sid: str, /) -> SMSMessage:
        """The one record of a Sid."""
        return self.run(sid)


class QuerySMSMessage(g.Query[SMSMessage]):
    """Query SMSMessage: ``GET /2010-04-01/Accounts/{AccountSid}/SMS/Messages``.

    Deprecated: Message has replaced it.
    """

    to: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("To")
    from_: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("From")
    date_sent: ClassVar[g.DayFilter] = g.DayFilter("DateSent", "date_sent")
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SMSMessage",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SMS/Messages",),
        keys=_KEYS,
        record=SMSMessage,
        root="SMSMessage",
        cardinality="many",
        json_list="sms_messages",
        paging="uris",
        response_profile="profiles/SMSMessage/QuerySMSMessage.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[SMSMessage]:
        """The records, page by page as they are used."""
        return self.run(parent)


@g.request
class CreateSMSMessageRequest(g.Parameters):
    """What Create of SMSMessage takes; None is not sent, an empty text is."""

    to: str = g.required("To", g.PHONE)
    from_: str = g.required("From")
    body: str = g.required("Body")
    status_callback: str | None = g.optional("StatusCallback")
    application_sid: str | None = g.optional("ApplicationSid", g.SidType("AP"))
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SMSMessage",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SMS/Messages",),
        keys=_KEYS,
        record=SMSMessage,
        root="SMSMessage",
        status=(201,),
        encoding="form",
        request_profile="profiles/SMSMessage/CreateSMSMessage.request.xsd",
        response_profile="profiles/SMSMessage/CreateSMSMessage.response.xsd",
    )


class CreateSMSMessage(g.Create[CreateSMSMessageRequest, SMSMessage]):
    """Create SMSMessage: ``POST /2010-04-01/Accounts/{AccountSid}/SMS/Messages``.

    Deprecated: Message has replaced it.
    """

    spec: ClassVar[g.OperationSpec] = CreateSMSMessageRequest.spec
    request: ClassVar[type[g.Parameters]] = CreateSMSMessageRequest

    def __call__(
        self,
        *,
        to: str,
        from_: str,
        body: str,
        status_callback: str | None = None,
        application_sid: str | None = None,
        parent: str | None = None,
    ) -> SMSMessage:
        """Create one; ``parent`` is ``AccountSid``."""
        return self.run(
            CreateSMSMessageRequest(
                to=to,
                from_=from_,
                body=body,
                status_callback=status_callback,
                application_sid=application_sid,
            ),
            parent,
        )


@g.request
class UpdateSMSMessageRequest(g.Parameters):
    """What Update of SMSMessage takes; None is not sent, an empty text is."""

    body: str | None = g.optional("Body")
    status: SMSMessageUpdateStatus | str | None = g.optional("Status", g.EnumType(SMSMessageUpdateStatus))
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SMSMessage",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SMS/Messages/{Sid}",),
        keys=_KEYS,
        record=SMSMessage,
        root="SMSMessage",
        encoding="form",
        request_profile="profiles/SMSMessage/UpdateSMSMessage.request.xsd",
        response_profile="profiles/SMSMessage/UpdateSMSMessage.response.xsd",
    )


class UpdateSMSMessage(g.Update[UpdateSMSMessageRequest, SMSMessage]):
    """Update SMSMessage: ``POST /2010-04-01/Accounts/{AccountSid}/SMS/Messages/{Sid}``.

    Takes ``[AccountSid:]Sid``.

    Deprecated: Message has replaced it.

    Never seen on the wire; inferred from Message.
    """

    spec: ClassVar[g.OperationSpec] = UpdateSMSMessageRequest.spec
    request: ClassVar[type[g.Parameters]] = UpdateSMSMessageRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        body: str | None = None,
        status: SMSMessageUpdateStatus | str | None = None,
    ) -> SMSMessage:
        """Change one; what is None is not sent."""
        return self.run(
            sid,
            UpdateSMSMessageRequest(
                body=body,
                status=status,
            ),
        )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "SMSMessage", ("Get", "Query", "Create", "Update"))
