"""Message: Get, Query, Create, Update, Delete.

A message is a text, with or without media, over SMS, MMS, WhatsApp or another channel.

https://www.twilio.com/docs/messaging/api/message-resource
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, overload

from twilio_ops_runtime import generated as g
from twilio_ops_runtime.generated import Sid
from twilio_ops._service import SERVICE

__all__ = [
    "CreateMessage",
    "CreateMessageRequest",
    "DeleteMessage",
    "GetMessage",
    "Message",
    "MessageAddressRetention",
    "MessageContentRetention",
    "MessageDirection",
    "MessageRiskCheck",
    "MessageScheduleType",
    "MessageStatus",
    "MessageTrafficType",
    "MessageUpdateStatus",
    "QueryMessage",
    "UpdateMessage",
    "UpdateMessageRequest",
]

_KEYS = {
    "AccountSid": g.Key(("AC",)),
    "Sid": g.Key(("SM", "MM")),
}


class MessageDirection(g.OpenEnum):
    """Which way a message goes, and what sends it. Values not listed are kept as they come."""

    INBOUND = "inbound"
    OUTBOUND_API = "outbound-api"
    """A request to the API sends it."""
    OUTBOUND_CALL = "outbound-call"
    """TwiML of a call sends it."""
    OUTBOUND_REPLY = "outbound-reply"
    """TwiML sends it in answer to a message."""


class MessageStatus(g.OpenEnum):
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


class MessageContentRetention(g.OpenEnum):
    """Whether the text of a message is kept. Values not listed are kept as they come."""

    RETAIN = "retain"
    DISCARD = "discard"


class MessageAddressRetention(g.OpenEnum):
    """Whether the addresses of a message stay readable. Values not listed are kept as they come."""

    RETAIN = "retain"
    OBFUSCATE = "obfuscate"


class MessageTrafficType(g.OpenEnum):
    """Who pays for a message. Values not listed are kept as they come."""

    FREE = "free"


class MessageScheduleType(g.OpenEnum):
    """How the time of sending is decided. Values not listed are kept as they come."""

    FIXED = "fixed"


class MessageRiskCheck(g.OpenEnum):
    """Whether a message is checked for SMS pumping. Values not listed are kept as they come."""

    ENABLE = "enable"
    DISABLE = "disable"


class MessageUpdateStatus(g.OpenEnum):
    """What becomes of a scheduled message. Values not listed are kept as they come."""

    CANCELED = "canceled"


@g.record
class Message(g.Record):
    """One Message.

    A message is a text, with or without media, over SMS, MMS, WhatsApp or another channel.
    """

    body: str | None = g.field("Body")
    """The message says this. It is personal data."""
    num_segments: int | None = g.field("NumSegments", g.INTEGER)
    """The text takes this many segments, which are charged one by one."""
    direction: MessageDirection | None = g.field("Direction", g.EnumType(MessageDirection))
    """The message comes in or goes out, and this is how."""
    from_: str | None = g.field("From", json="from")
    """The message comes from this number, sender name or channel address. It is personal data."""
    to: str | None = g.field("To")
    """This number or channel address gets the message. It is personal data."""
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    """The record last changed at this time."""
    price: Decimal | None = g.field("Price", g.DECIMAL)
    """Twilio charges this much; a charge is negative, and it comes some time after the end."""
    error_message: str | None = g.field("ErrorMessage")
    """This text says what the error code means."""
    uri: str | None = g.field("Uri")
    """This path leads to the record, below the API's host."""
    account_sid: Sid | None = g.field("AccountSid", g.SID)
    """This account owns the record. A Sid that begins with AC."""
    num_media: int | None = g.field("NumMedia", g.INTEGER)
    """The message has this many media."""
    status: MessageStatus | None = g.field("Status", g.EnumType(MessageStatus))
    """The message is at this stage."""
    messaging_service_sid: Sid | None = g.field("MessagingServiceSid", g.SID)
    """This messaging service sends the message. A Sid that begins with MG."""
    sid: Sid | None = g.field("Sid", g.SID)
    """This Sid identifies the record. A Sid that begins with SM or MM."""
    date_sent: datetime | None = g.field("DateSent", g.RFC2822)
    """The message leaves, or arrives, at this time."""
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    """Twilio made the record at this time."""
    error_code: int | None = g.field("ErrorCode", g.INTEGER)
    """This Twilio error code says what went wrong; there is none if nothing did."""
    price_unit: str | None = g.field("PriceUnit")
    """The price is in this currency, as an ISO 4217 code."""
    api_version: str | None = g.field("ApiVersion")
    """This version of the API made the record."""
    subresource_uris: Mapping[str, str] | None = g.field("SubresourceUris", g.URI_MAP)
    """These paths lead to the lists that belong to the record."""
    tags: Any = g.field("Tags", g.ANY)
    """The sender gave these names and texts to tell messages apart."""
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Message",
        service=SERVICE,
        item="Message",
        list="Messages",
    )


class GetMessage(g.Get[Message]):
    """Get Message: ``GET /2010-04-01/Accounts/{AccountSid}/Messages/{Sid}``.

    Twilio answers with the one record that the Sid names.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Message",
        action="Get",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Messages/{Sid}",),
        keys=_KEYS,
        record=Message,
        root="Message",
        response_profile="profiles/Message/GetMessage.response.xsd",
    )

    def __call__(self, sid: str, /) -> Message:
        """Twilio answers with the one record that the Sid names.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        return self.run(sid)


class QueryMessage(g.Query[Message]):
    """Query Message: ``GET /2010-04-01/Accounts/{AccountSid}/Messages``.

    Twilio lists the records that the filters let through, page by page.
    """

    to: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("To")
    """Only messages to this number match."""
    from_: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("From")
    """Only messages from this number match."""
    date_sent: ClassVar[g.InstantFilter] = g.InstantFilter("DateSent", "date_sent")
    """Only messages sent on this day match, or before or after it. A message that is not sent yet,
    or never was, has no such time."""
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Message",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Messages",),
        keys=_KEYS,
        record=Message,
        root="Message",
        cardinality="many",
        json_list="messages",
        paging="uris",
        max_page_size=1000,
        response_profile="profiles/Message/QueryMessage.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[Message]:
        """Twilio lists the records that the filters let through, page by page.

        Args:
            parent: They live under ``AccountSid``.
        """
        return self.run(parent)


@g.request
class CreateMessageRequest(g.Parameters):
    """What Create of Message takes; None is not sent, an empty text is."""

    to: str = g.required("To")
    """This number or channel address gets the message."""
    status_callback: str | None = g.optional("StatusCallback")
    """Twilio reports changes of state to this URL."""
    application_sid: str | None = g.optional("ApplicationSid", g.SidType("AP"))
    """This application hears about changes of the message's state. A Sid that begins with AP."""
    max_price: Decimal | int | None = g.optional("MaxPrice", g.DECIMAL)
    """The message may cost no more than this; Twilio no longer looks at it. Deprecated: It has had
    no effect since June 2024."""
    provide_feedback: bool | None = g.optional("ProvideFeedback", g.BOOLEAN)
    """You report whether the message worked if this is true."""
    attempt: int | None = g.optional("Attempt", g.INTEGER)
    """Somebody tries to send the message for this many times, this one included."""
    validity_period: int | None = g.optional("ValidityPeriod", g.INTEGER)
    """The message may wait this many seconds before it fails."""
    force_delivery: bool | None = g.optional("ForceDelivery", g.BOOLEAN)
    """Twilio keeps this parameter for later."""
    content_retention: MessageContentRetention | str | None = g.optional("ContentRetention", g.EnumType(MessageContentRetention))
    """Twilio keeps the text, or discards it."""
    address_retention: MessageAddressRetention | str | None = g.optional("AddressRetention", g.EnumType(MessageAddressRetention))
    """Twilio keeps the addresses, or makes them unreadable."""
    smart_encoded: bool | None = g.optional("SmartEncoded", g.BOOLEAN)
    """Characters that make a text costly give way to plain ones if this is true."""
    persistent_action: Sequence[str] | None = g.optional("PersistentAction", repeated=True)
    """The message carries these actions, such as a place on WhatsApp."""
    traffic_type: MessageTrafficType | str | None = g.optional("TrafficType", g.EnumType(MessageTrafficType))
    """The message is free of charge to its receiver."""
    shorten_urls: bool | None = g.optional("ShortenUrls", g.BOOLEAN)
    """The messaging service shortens links in the text if this is true."""
    schedule_type: MessageScheduleType | str | None = g.optional("ScheduleType", g.EnumType(MessageScheduleType))
    """The message goes out at a fixed time, which a messaging service allows."""
    send_at: datetime | str | None = g.optional("SendAt", g.ISO8601)
    """The message goes out at this time."""
    send_as_mms: bool | None = g.optional("SendAsMms", g.BOOLEAN)
    """The message goes out as one MMS even without media if this is true."""
    content_variables: str | None = g.optional("ContentVariables")
    """The template's variables have these values, as JSON."""
    risk_check: MessageRiskCheck | str | None = g.optional("RiskCheck", g.EnumType(MessageRiskCheck))
    """The check against SMS pumping is on for this message, or off."""
    from_: str | None = g.optional("From")
    """The message comes from this number, sender name or channel address."""
    fallback_from: str | None = g.optional("FallbackFrom")
    """The message comes from this sender by SMS if RCS does not reach anyone."""
    messaging_service_sid: str | None = g.optional("MessagingServiceSid", g.SidType("MG"))
    """This messaging service sends the message. A Sid that begins with MG."""
    body: str | None = g.optional("Body")
    """The message says this."""
    media_url: Sequence[str] | None = g.optional("MediaUrl", repeated=True)
    """Twilio fetches media from these URLs and sends them along."""
    content_sid: str | None = g.optional("ContentSid", g.SidType("HX"))
    """This content template gives the message. A Sid that begins with HX."""


class CreateMessage(g.Create[CreateMessageRequest, Message]):
    """Create Message: ``POST /2010-04-01/Accounts/{AccountSid}/Messages``.

    Twilio sends a message to one receiver.

    Side effect: sends a message.

    Needs at least one of From, MessagingServiceSid.

    Needs at least one of Body, MediaUrl, ContentSid.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Message",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Messages",),
        keys=_KEYS,
        record=Message,
        root="Message",
        status=(201,),
        encoding="form",
        either=(("From", "MessagingServiceSid"), ("Body", "MediaUrl", "ContentSid")),
        request_profile="profiles/Message/CreateMessage.request.xsd",
        response_profile="profiles/Message/CreateMessage.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = CreateMessageRequest

    @overload
    def __call__(
        self,
        *,
        to: str,
        status_callback: str | None = None,
        application_sid: str | None = None,
        provide_feedback: bool | None = None,
        attempt: int | None = None,
        validity_period: int | None = None,
        force_delivery: bool | None = None,
        content_retention: MessageContentRetention | str | None = None,
        address_retention: MessageAddressRetention | str | None = None,
        smart_encoded: bool | None = None,
        persistent_action: Sequence[str] | None = None,
        traffic_type: MessageTrafficType | str | None = None,
        shorten_urls: bool | None = None,
        schedule_type: MessageScheduleType | str | None = None,
        send_at: datetime | str | None = None,
        send_as_mms: bool | None = None,
        content_variables: str | None = None,
        risk_check: MessageRiskCheck | str | None = None,
        from_: str | None = None,
        fallback_from: str | None = None,
        messaging_service_sid: str | None = None,
        body: str | None = None,
        media_url: Sequence[str] | None = None,
        content_sid: str | None = None,
        parent: str | None = None,
    ) -> Message: ...

    @overload
    @g.deprecated("max_price: It has had no effect since June 2024.")
    def __call__(
        self,
        *,
        to: str,
        status_callback: str | None = None,
        application_sid: str | None = None,
        max_price: Decimal | int | None = None,
        provide_feedback: bool | None = None,
        attempt: int | None = None,
        validity_period: int | None = None,
        force_delivery: bool | None = None,
        content_retention: MessageContentRetention | str | None = None,
        address_retention: MessageAddressRetention | str | None = None,
        smart_encoded: bool | None = None,
        persistent_action: Sequence[str] | None = None,
        traffic_type: MessageTrafficType | str | None = None,
        shorten_urls: bool | None = None,
        schedule_type: MessageScheduleType | str | None = None,
        send_at: datetime | str | None = None,
        send_as_mms: bool | None = None,
        content_variables: str | None = None,
        risk_check: MessageRiskCheck | str | None = None,
        from_: str | None = None,
        fallback_from: str | None = None,
        messaging_service_sid: str | None = None,
        body: str | None = None,
        media_url: Sequence[str] | None = None,
        content_sid: str | None = None,
        parent: str | None = None,
    ) -> Message: ...

    def __call__(
        self,
        *,
        to: str,
        status_callback: str | None = None,
        application_sid: str | None = None,
        max_price: Decimal | int | None = None,
        provide_feedback: bool | None = None,
        attempt: int | None = None,
        validity_period: int | None = None,
        force_delivery: bool | None = None,
        content_retention: MessageContentRetention | str | None = None,
        address_retention: MessageAddressRetention | str | None = None,
        smart_encoded: bool | None = None,
        persistent_action: Sequence[str] | None = None,
        traffic_type: MessageTrafficType | str | None = None,
        shorten_urls: bool | None = None,
        schedule_type: MessageScheduleType | str | None = None,
        send_at: datetime | str | None = None,
        send_as_mms: bool | None = None,
        content_variables: str | None = None,
        risk_check: MessageRiskCheck | str | None = None,
        from_: str | None = None,
        fallback_from: str | None = None,
        messaging_service_sid: str | None = None,
        body: str | None = None,
        media_url: Sequence[str] | None = None,
        content_sid: str | None = None,
        parent: str | None = None,
    ) -> Message:
        """Twilio sends a message to one receiver.

        Side effect: sends a message.

        Args:
            parent: It lives under ``AccountSid``.
            to: This number or channel address gets the message.
            status_callback: Twilio reports changes of state to this URL.
            application_sid: This application hears about changes of the message's state. A
                Sid that begins with AP.
            max_price: The message may cost no more than this; Twilio no longer looks at it.
                Deprecated: It has had no effect since June 2024.
            provide_feedback: You report whether the message worked if this is true.
            attempt: Somebody tries to send the message for this many times, this one
                included.
            validity_period: The message may wait this many seconds before it fails.
            force_delivery: Twilio keeps this parameter for later.
            content_retention: Twilio keeps the text, or discards it.
            address_retention: Twilio keeps the addresses, or makes them unreadable.
            smart_encoded: Characters that make a text costly give way to plain ones if this
                is true.
            persistent_action: The message carries these actions, such as a place on WhatsApp.
                Several values may be given.
            traffic_type: The message is free of charge to its receiver.
            shorten_urls: The messaging service shortens links in the text if this is true.
            schedule_type: The message goes out at a fixed time, which a messaging service
                allows.
            send_at: The message goes out at this time.
            send_as_mms: The message goes out as one MMS even without media if this is true.
            content_variables: The template's variables have these values, as JSON.
            risk_check: The check against SMS pumping is on for this message, or off.
            from_: The message comes from this number, sender name or channel address. Needed
                unless `messaging_service_sid` is given.
            fallback_from: The message comes from this sender by SMS if RCS does not reach
                anyone.
            messaging_service_sid: This messaging service sends the message. A Sid that begins
                with MG. Needed unless `from_` is given.
            body: The message says this. Needed unless `media_url` or `content_sid` is given.
            media_url: Twilio fetches media from these URLs and sends them along. Several
                values may be given. Needed unless `body` or `content_sid` is
                given.
            content_sid: This content template gives the message. A Sid that begins with HX.
                Needed unless `body` or `media_url` is given.
        """
        return self.run(
            CreateMessageRequest(
                to=to,
                status_callback=status_callback,
                application_sid=application_sid,
                max_price=max_price,
                provide_feedback=provide_feedback,
                attempt=attempt,
                validity_period=validity_period,
                force_delivery=force_delivery,
                content_retention=content_retention,
                address_retention=address_retention,
                smart_encoded=smart_encoded,
                persistent_action=persistent_action,
                traffic_type=traffic_type,
                shorten_urls=shorten_urls,
                schedule_type=schedule_type,
                send_at=send_at,
                send_as_mms=send_as_mms,
                content_variables=content_variables,
                risk_check=risk_check,
                from_=from_,
                fallback_from=fallback_from,
                messaging_service_sid=messaging_service_sid,
                body=body,
                media_url=media_url,
                content_sid=content_sid,
            ),
            parent,
        )


@g.request
class UpdateMessageRequest(g.Parameters):
    """What Update of Message takes; None is not sent, an empty text is."""

    body: str | None = g.optional("Body")
    """An empty text wipes what the message says."""
    status: MessageUpdateStatus | str | None = g.optional("Status", g.EnumType(MessageUpdateStatus))
    """A scheduled message is given up."""


class UpdateMessage(g.Update[UpdateMessageRequest, Message]):
    """Update Message: ``POST /2010-04-01/Accounts/{AccountSid}/Messages/{Sid}``.

    The text of a message becomes empty, or a scheduled message is given up.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Message",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Messages/{Sid}",),
        keys=_KEYS,
        record=Message,
        root="Message",
        encoding="form",
        request_profile="profiles/Message/UpdateMessage.request.xsd",
        response_profile="profiles/Message/UpdateMessage.response.xsd",
    )
    request: ClassVar[type[g.Parameters] | None] = UpdateMessageRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        body: str | None = None,
        status: MessageUpdateStatus | str | None = None,
    ) -> Message:
        """The text of a message becomes empty, or a scheduled message is given up.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
            body: An empty text wipes what the message says.
            status: A scheduled message is given up.
        """
        return self.run(
            sid,
            UpdateMessageRequest(
                body=body,
                status=status,
            ),
        )


class DeleteMessage(g.Delete):
    """Delete Message: ``DELETE /2010-04-01/Accounts/{AccountSid}/Messages/{Sid}``.

    The record of the message goes.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Message",
        action="Delete",
        service=SERVICE,
        method="DELETE",
        paths=("/2010-04-01/Accounts/{AccountSid}/Messages/{Sid}",),
        keys=_KEYS,
        root="Message",
        status=(204,),
        cardinality="none",
        request_profile="profiles/Message/DeleteMessage.request.xsd",
    )

    def __call__(self, sid: str, /) -> None:
        """The record of the message goes.

        Args:
            sid: The record's Sid, ``[AccountSid:]Sid``.
        """
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Message", ("Get", "Query", "Create", "Update", "Delete"))
