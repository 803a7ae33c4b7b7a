"""SMSMessage: Get, Query, Create, Update.

An SMS message is the old form of a message, which knows only text.

https://www.twilio.com/docs/messaging/api/message-resource
"""

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
    """How far a message is. Values not listed are kept as they come."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    """The next carrier has taken it."""
    FAILED = "failed"
    """It cannot be sent."""
    DELIVERED = "delivered"
    """Its receiver has it, as the carrier says."""
    UNDELIVERED = "undelivered"
    """The carrier says that it does not arrive."""
    RECEIVING = "receiving"
    """It comes in, and its number is still being looked up."""
    RECEIVED = "received"
    ACCEPTED = "accepted"
    """A messaging service has it and looks for a sender."""
    SCHEDULED = "scheduled"
    """It waits for its time."""
    READ = "read"
    """Its receiver has opened it; not every channel tells."""
    PARTIALLY_DELIVERED = "partially_delivered"
    """Some of its receivers have it."""
    CANCELED = "canceled"


class SMSMessageUpdateStatus(g.OpenEnum):
    """What becomes of a message that waits. Values not listed are kept as they come."""

    CANCELED = "canceled"


class SMSMessageDirection(g.OpenEnum):
    """Which way a message goes, and what sends it. Values not listed are kept as they come."""

    INBOUND = "inbound"
    OUTBOUND_API = "outbound-api"
    """A request to the API sends it."""
    OUTBOUND_CALL = "outbound-call"
    """TwiML of a call sends it."""
    OUTBOUND_REPLY = "outbound-reply"
    """TwiML sends it in answer to a message."""


@g.record
class SMSMessage(g.Record):
    """One SMSMessage.

    An SMS message is the old form of a message, which knows only text.

    Deprecated: Message has replaced it.
    """

    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with SM."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    date_sent: datetime | None = g.field("DateSent", g.RFC2822)
    """The message leaves, or arrives, at this time."""
    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    to: str | None = g.field("To")
    """This number gets the message. It is personal data."""
    from_: str | None = g.field("From", json="from")
    """The message comes from this number or sender name. It is personal data."""
    body: str | None = g.field("Body")
    """The message says this. It is personal data."""
    status: SMSMessageStatus | None = g.field("Status", g.EnumType(SMSMessageStatus))
    """The message is at this stage."""
    flags: tuple[str, ...] | None = g.field("Flags", g.ListType("Flag", g.TEXT))
    """These words say where the message comes from. Deprecated: Direction has taken its place."""
    direction: SMSMessageDirection | None = g.field("Direction", g.EnumType(SMSMessageDirection))
    """The message comes in or goes out, and this is how."""
    price: Decimal | None = g.field("Price", g.DECIMAL)
    """Twilio charges this much; a charge is negative, and it comes some time after the end."""
    api_version: str | None = g.field("ApiVersion")
    """This version of the API made the record."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    num_segments: int | None = g.field("NumSegments", g.INTEGER)
    """The text takes this many segments, which are charged one by one."""
    price_unit: str | None = g.field("PriceUnit")
    """The price is in this currency, as an ISO 4217 code."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="SMSMessage",
        service=SERVICE,
        item="SMSMessage",
        list="SMSMessages",
    )


@g.deprecated("Message has replaced it.")
class GetSMSMessage(g.Get[SMSMessage]):
    """Get SMSMessage: ``GET /2010-04-01/Accounts/{AccountSid}/SMS/Messages/{Sid}``.

    Twilio answers with the one record that the Sid names.

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
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        return self.run(sid)


@g.deprecated("Message has replaced it.")
class QuerySMSMessage(g.Query[SMSMessage]):
    """Query SMSMessage: ``GET /2010-04-01/Accounts/{AccountSid}/SMS/Messages``.

    Twilio lists the records that the filters let through, page by page.

    Deprecated: Message has replaced it.
    """

    to: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("To")
    """Only messages to this number match."""
    from_: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("From")
    """Only messages from this number match."""
    date_sent: ClassVar[g.DayFilter] = g.DayFilter("DateSent", "date_sent")
    """Only messages sent on this day match, or before or after it."""
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
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``AccountSid``.
        """
        return self.run(parent)


@g.request
class CreateSMSMessageRequest(g.Parameters):
    """What Create of SMSMessage takes; None is not sent, an empty text is."""

    to: str = g.required("To", g.PHONE)
    """This number gets the message. In E.164 form."""
    from_: str = g.required("From")
    """The message comes from this number or sender name."""
    body: str = g.required("Body")
    """The message says this."""
    status_callback: str | None = g.optional("StatusCallback")
    """Twilio reports changes of state to this URL."""
    application_sid: str | None = g.optional("ApplicationSid", g.SidType("AP"))
    """This application hears about changes of the message's state. A Sid that begins with AP."""


@g.deprecated("Message has replaced it.")
class CreateSMSMessage(g.Create[CreateSMSMessageRequest, SMSMessage]):
    """Create SMSMessage: ``POST /2010-04-01/Accounts/{AccountSid}/SMS/Messages``.

    Twilio sends a text message to one receiver.

    Side effect: sends a message.

    Deprecated: Message has replaced it.
    """

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
    request: ClassVar[type[g.Parameters] | None] = CreateSMSMessageRequest

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
        """Twilio sends a text message to one receiver.

        Side effect: sends a message.

        Args:
            parent: It lives under ``AccountSid``.
            to: This number gets the message. In E.164 form.
            from_: The message comes from this number or sender name.
            body: The message says this.
            status_callback: Twilio reports changes of state to this URL.
            application_sid: This application hears about changes of the message's state. A
                Sid that begins with AP.
        """
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
    """The message says this."""
    status: SMSMessageUpdateStatus | str | None = g.optional("Status", g.EnumType(SMSMessageUpdateStatus))
    """The message is at this stage."""


@g.deprecated("Message has replaced it.")
class UpdateSMSMessage(g.Update[UpdateSMSMessageRequest, SMSMessage]):
    """Update SMSMessage: ``POST /2010-04-01/Accounts/{AccountSid}/SMS/Messages/{Sid}``.

    The text of a message becomes empty.

    Takes ``[AccountSid:]Sid``.

    Deprecated: Message has replaced it.

    Never seen on the wire; inferred from Message.
    """

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
    request: ClassVar[type[g.Parameters] | None] = UpdateSMSMessageRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        body: str | None = None,
        status: SMSMessageUpdateStatus | str | None = None,
    ) -> SMSMessage:
        """The text of a message becomes empty.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
            body: The message says this.
            status: The message is at this stage.
        """
        return self.run(
            sid,
            UpdateSMSMessageRequest(
                body=body,
                status=status,
            ),
        )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "SMSMessage", ("Get", "Query", "Create", "Update"))
