"""Message: Get, Query, Create, Update, Delete."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

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
    """The values known; others are kept as they come."""

    INBOUND = "inbound"
    OUTBOUND_API = "outbound-api"
    OUTBOUND_CALL = "outbound-call"
    OUTBOUND_REPLY = "outbound-reply"


class MessageStatus(g.OpenEnum):
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


class MessageContentRetention(g.OpenEnum):
    """The values known; others are kept as they come."""

    RETAIN = "retain"
    DISCARD = "discard"


class MessageAddressRetention(g.OpenEnum):
    """The values known; others are kept as they come."""

    RETAIN = "retain"
    OBFUSCATE = "obfuscate"


class MessageTrafficType(g.OpenEnum):
    """The values known; others are kept as they come."""

    FREE = "free"


class MessageScheduleType(g.OpenEnum):
    """The values known; others are kept as they come."""

    FIXED = "fixed"


class MessageRiskCheck(g.OpenEnum):
    """The values known; others are kept as they come."""

    ENABLE = "enable"
    DISABLE = "disable"


class MessageUpdateStatus(g.OpenEnum):
    """The values known; others are kept as they come."""

    CANCELED = "canceled"


@g.record
class Message(g.Record):
    """One Message."""

    body: str | None = g.field("Body")
    num_segments: int | None = g.field("NumSegments", g.INTEGER)
    direction: MessageDirection | None = g.field("Direction", g.EnumType(MessageDirection))
    from_: str | None = g.field("From", json="from")
    to: str | None = g.field("To")
    date_updated: datetime | None = g.field("DateUpdated", g.RFC2822)
    price: Decimal | None = g.field("Price", g.DECIMAL)
    error_message: str | None = g.field("ErrorMessage")
    uri: str | None = g.field("Uri")
    account_sid: Sid | None = g.field("AccountSid", g.SID)
    num_media: int | None = g.field("NumMedia", g.INTEGER)
    status: MessageStatus | None = g.field("Status", g.EnumType(MessageStatus))
    messaging_service_sid: Sid | None = g.field("MessagingServiceSid", g.SID)
    sid: Sid | None = g.field("Sid", g.SID)
    date_sent: datetime | None = g.field("DateSent", g.RFC2822)
    date_created: datetime | None = g.field("DateCreated", g.RFC2822)
    error_code: int | None = g.field("ErrorCode", g.INTEGER)
    price_unit: str | None = g.field("PriceUnit")
    api_version: str | None = g.field("ApiVersion")
    subresource_uris: Mapping[str, str] | None = g.field("SubresourceUris", g.URI_MAP)
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Message",
        service=SERVICE,
        item="Message",
        list="Messages",
    )


class GetMessage(g.Get[Message]):
    """Get Message: ``GET /2010-04-01/Accounts/{AccountSid}/Messages/{Sid}``.

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
        """The one record of a Sid."""
        return self.run(sid)


class QueryMessage(g.Query[Message]):
    """Query Message: ``GET /2010-04-01/Accounts/{AccountSid}/Messages``."""

    to: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("To")
    from_: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("From")
    date_sent: ClassVar[g.InstantFilter] = g.InstantFilter("DateSent", "date_sent")
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
        response_profile="profiles/Message/QueryMessage.response.xsd",
    )

    def __call__(self, parent: str | None = None, /) -> Iterator[Message]:
        """The records, page by page as they are used."""
        return self.run(parent)


@g.request
class CreateMessageRequest(g.Parameters):
    """What Create of Message takes; None is not sent, an empty text is."""

    to: str = g.required("To")
    status_callback: str | None = g.optional("StatusCallback")
    application_sid: str | None = g.optional("ApplicationSid", g.SidType("AP"))
    max_price: Decimal | int | None = g.optional("MaxPrice", g.DECIMAL)
    provide_feedback: bool | None = g.optional("ProvideFeedback", g.BOOLEAN)
    attempt: int | None = g.optional("Attempt", g.INTEGER)
    validity_period: int | None = g.optional("ValidityPeriod", g.INTEGER)
    force_delivery: bool | None = g.optional("ForceDelivery", g.BOOLEAN)
    content_retention: MessageContentRetention | str | None = g.optional("ContentRetention", g.EnumType(MessageContentRetention))
    address_retention: MessageAddressRetention | str | None = g.optional("AddressRetention", g.EnumType(MessageAddressRetention))
    smart_encoded: bool | None = g.optional("SmartEncoded", g.BOOLEAN)
    persistent_action: Sequence[str] | None = g.optional("PersistentAction", repeated=True)
    traffic_type: MessageTrafficType | str | None = g.optional("TrafficType", g.EnumType(MessageTrafficType))
    shorten_urls: bool | None = g.optional("ShortenUrls", g.BOOLEAN)
    schedule_type: MessageScheduleType | str | None = g.optional("ScheduleType", g.EnumType(MessageScheduleType))
    send_at: datetime | str | None = g.optional("SendAt", g.ISO8601)
    send_as_mms: bool | None = g.optional("SendAsMms", g.BOOLEAN)
    content_variables: str | None = g.optional("ContentVariables")
    risk_check: MessageRiskCheck | str | None = g.optional("RiskCheck", g.EnumType(MessageRiskCheck))
    from_: str | None = g.optional("From")
    fallback_from: str | None = g.optional("FallbackFrom")
    messaging_service_sid: str | None = g.optional("MessagingServiceSid", g.SidType("MG"))
    body: str | None = g.optional("Body")
    media_url: Sequence[str] | None = g.optional("MediaUrl", repeated=True)
    content_sid: str | None = g.optional("ContentSid", g.SidType("HX"))
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


class CreateMessage(g.Create[CreateMessageRequest, Message]):
    """Create Message: ``POST /2010-04-01/Accounts/{AccountSid}/Messages``.

    Needs at least one of From, MessagingServiceSid.

    Needs at least one of Body, MediaUrl, ContentSid.
    """

    spec: ClassVar[g.OperationSpec] = CreateMessageRequest.spec
    request: ClassVar[type[g.Parameters]] = CreateMessageRequest

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
        """Create one; ``parent`` is ``AccountSid``."""
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
    status: MessageUpdateStatus | str | None = g.optional("Status", g.EnumType(MessageUpdateStatus))
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


class UpdateMessage(g.Update[UpdateMessageRequest, Message]):
    """Update Message: ``POST /2010-04-01/Accounts/{AccountSid}/Messages/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateMessageRequest.spec
    request: ClassVar[type[g.Parameters]] = UpdateMessageRequest

    def __call__(
        self,
        sid: str,
        /,
        *,
        body: str | None = None,
        status: MessageUpdateStatus | str | None = None,
    ) -> Message:
        """Change one; what is None is not sent."""
        return self.run(
            sid,
            UpdateMessageRequest(
                body=body,
                status=status,
            ),
        )


class DeleteMessage(g.Delete):
    """Delete Message: ``DELETE /2010-04-01/Accounts/{AccountSid}/Messages/{Sid}``.

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
        """Delete one."""
        self.run(sid)


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Message", ("Get", "Query", "Create", "Update", "Delete"))
