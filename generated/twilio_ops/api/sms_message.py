"""SMSMessage: Get, Query, Create, Update."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops_runtime.generated import Sid

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


@frozen(kw_only=True, repr=False, eq=False)
class SMSMessage(g.Record):
    """One SMSMessage.

    Deprecated: Message has replaced it.
    """

    sid: Sid | None = g.UNSET
    date_created: datetime | None = g.UNSET
    date_updated: datetime | None = g.UNSET
    date_sent: datetime | None = g.UNSET
    account_sid: Sid | None = g.UNSET
    to: str | None = g.UNSET
    from_: str | None = g.UNSET
    body: str | None = g.UNSET
    status: SMSMessageStatus | None = g.UNSET
    flags: tuple[str, ...] | None = g.UNSET
    direction: SMSMessageDirection | None = g.UNSET
    price: Decimal | None = g.UNSET
    api_version: str | None = g.UNSET
    uri: str | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="SMSMessage",
        service=SERVICE,
        item="SMSMessage",
        list="SMSMessages",
        json_list="sms_messages",
        wire="twilio_ops._wire.sms_message",
        fields=(
            g.FieldSpec("sid", "Sid", g.SID),
            g.FieldSpec("date_created", "DateCreated", g.RFC2822),
            g.FieldSpec("date_updated", "DateUpdated", g.RFC2822),
            g.FieldSpec("date_sent", "DateSent", g.RFC2822),
            g.FieldSpec("account_sid", "AccountSid", g.SID),
            g.FieldSpec("to", "To", g.TEXT),
            g.FieldSpec("from_", "From", g.TEXT, "from"),
            g.FieldSpec("body", "Body", g.TEXT),
            g.FieldSpec("status", "Status", g.EnumKind(SMSMessageStatus)),
            g.FieldSpec("flags", "Flags", g.ListKind("Flag", g.TEXT)),
            g.FieldSpec("direction", "Direction", g.EnumKind(SMSMessageDirection)),
            g.FieldSpec("price", "Price", g.DECIMAL),
            g.FieldSpec("api_version", "ApiVersion", g.TEXT),
            g.FieldSpec("uri", "Uri", g.TEXT),
        ),
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
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("SM",)),
        },
        record=SMSMessage,
        root="SMSMessage",
        response_profile="profiles/SMSMessage/GetSMSMessage.response.xsd",
    )


class QuerySMSMessage(g.Query[SMSMessage]):
    """Query SMSMessage: ``GET /2010-04-01/Accounts/{AccountSid}/SMS/Messages``.

    Deprecated: Message has replaced it.
    """

    to: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("To", g.TEXT)
    from_: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("From", g.TEXT)
    date_sent: ClassVar[g.DayFilter] = g.DayFilter("DateSent", "date_sent")
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SMSMessage",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/SMS/Messages",),
        keys={
            "AccountSid": g.Key(("AC",)),
        },
        record=SMSMessage,
        root="SMSMessage",
        cardinality="many",
        paging="uris",
        response_profile="profiles/SMSMessage/QuerySMSMessage.response.xsd",
    )


@frozen(kw_only=True)
class CreateSMSMessageRequest(g.ActionRequest):
    """What Create of SMSMessage takes; None is not sent, an empty text is."""

    to: str
    from_: str
    body: str
    status_callback: str | None = None
    application_sid: str | None = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SMSMessage",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SMS/Messages",),
        keys={
            "AccountSid": g.Key(("AC",)),
        },
        record=SMSMessage,
        root="SMSMessage",
        status=(201,),
        encoding="form",
        parameters=(
            g.ParameterSpec("to", "To", g.PHONE, required=True),
            g.ParameterSpec("from_", "From", g.TEXT, required=True),
            g.ParameterSpec("body", "Body", g.TEXT, required=True),
            g.ParameterSpec("status_callback", "StatusCallback", g.TEXT),
            g.ParameterSpec("application_sid", "ApplicationSid", g.SidKind("AP")),
        ),
        request_profile="profiles/SMSMessage/CreateSMSMessage.request.xsd",
        response_profile="profiles/SMSMessage/CreateSMSMessage.response.xsd",
    )


class CreateSMSMessage(g.Create[CreateSMSMessageRequest, SMSMessage]):
    """Create SMSMessage: ``POST /2010-04-01/Accounts/{AccountSid}/SMS/Messages``.

    Deprecated: Message has replaced it.
    """

    spec: ClassVar[g.OperationSpec] = CreateSMSMessageRequest.spec
    request: ClassVar[type[g.ActionRequest]] = CreateSMSMessageRequest

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


@frozen(kw_only=True)
class UpdateSMSMessageRequest(g.ActionRequest):
    """What Update of SMSMessage takes; None is not sent, an empty text is."""

    body: str | None = None
    status: SMSMessageUpdateStatus | str | None = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="SMSMessage",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/SMS/Messages/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("SM",)),
        },
        record=SMSMessage,
        root="SMSMessage",
        encoding="form",
        parameters=(
            g.ParameterSpec("body", "Body", g.TEXT),
            g.ParameterSpec("status", "Status", g.EnumKind(SMSMessageUpdateStatus)),
        ),
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
    request: ClassVar[type[g.ActionRequest]] = UpdateSMSMessageRequest

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
