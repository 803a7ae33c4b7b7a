"""Message: Get, Query, Create, Update, Delete."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from attrs import frozen
from twilio_ops_runtime import generated as g
from twilio_ops._service import SERVICE

if TYPE_CHECKING:
    from twilio_ops_runtime.generated import Sid

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


@frozen(kw_only=True, repr=False, eq=False)
class Message(g.Record):
    """One Message."""

    body: str | None = g.UNSET
    num_segments: int | None = g.UNSET
    direction: MessageDirection | None = g.UNSET
    from_: str | None = g.UNSET
    to: str | None = g.UNSET
    date_updated: datetime | None = g.UNSET
    price: Decimal | None = g.UNSET
    error_message: str | None = g.UNSET
    uri: str | None = g.UNSET
    account_sid: Sid | None = g.UNSET
    num_media: int | None = g.UNSET
    status: MessageStatus | None = g.UNSET
    messaging_service_sid: Sid | None = g.UNSET
    sid: Sid | None = g.UNSET
    date_sent: datetime | None = g.UNSET
    date_created: datetime | None = g.UNSET
    error_code: int | None = g.UNSET
    price_unit: str | None = g.UNSET
    api_version: str | None = g.UNSET
    subresource_uris: Mapping[str, str] | None = g.UNSET
    spec: ClassVar[g.RecordSpec] = g.RecordSpec(
        name="Message",
        service=SERVICE,
        item="Message",
        list="Messages",
        json_list="messages",
        wire="twilio_ops._wire.message",
        fields=(
            g.FieldSpec("body", "Body", g.TEXT),
            g.FieldSpec("num_segments", "NumSegments", g.INTEGER),
            g.FieldSpec("direction", "Direction", g.EnumKind(MessageDirection)),
            g.FieldSpec("from_", "From", g.TEXT, "from"),
            g.FieldSpec("to", "To", g.TEXT),
            g.FieldSpec("date_updated", "DateUpdated", g.RFC2822),
            g.FieldSpec("price", "Price", g.DECIMAL),
            g.FieldSpec("error_message", "ErrorMessage", g.TEXT),
            g.FieldSpec("uri", "Uri", g.TEXT),
            g.FieldSpec("account_sid", "AccountSid", g.SID),
            g.FieldSpec("num_media", "NumMedia", g.INTEGER),
            g.FieldSpec("status", "Status", g.EnumKind(MessageStatus)),
            g.FieldSpec("messaging_service_sid", "MessagingServiceSid", g.SID),
            g.FieldSpec("sid", "Sid", g.SID),
            g.FieldSpec("date_sent", "DateSent", g.RFC2822),
            g.FieldSpec("date_created", "DateCreated", g.RFC2822),
            g.FieldSpec("error_code", "ErrorCode", g.INTEGER),
            g.FieldSpec("price_unit", "PriceUnit", g.TEXT),
            g.FieldSpec("api_version", "ApiVersion", g.TEXT),
            g.FieldSpec("subresource_uris", "SubresourceUris", g.URI_MAP),
        ),
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
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("SM", "MM")),
        },
        record=Message,
        root="Message",
        response_profile="profiles/Message/GetMessage.response.xsd",
    )


class QueryMessage(g.Query[Message]):
    """Query Message: ``GET /2010-04-01/Accounts/{AccountSid}/Messages``."""

    to: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("To", g.TEXT)
    from_: ClassVar[g.EqualsFilter[str]] = g.EqualsFilter("From", g.TEXT)
    date_sent: ClassVar[g.InstantFilter] = g.InstantFilter("DateSent", "date_sent")
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Message",
        action="Query",
        service=SERVICE,
        method="GET",
        paths=("/2010-04-01/Accounts/{AccountSid}/Messages",),
        keys={
            "AccountSid": g.Key(("AC",)),
        },
        record=Message,
        root="Message",
        cardinality="many",
        paging="uris",
        response_profile="profiles/Message/QueryMessage.response.xsd",
    )


@frozen(kw_only=True)
class CreateMessageRequest(g.ActionRequest):
    """What Create of Message takes; None is not sent, an empty text is."""

    to: str
    status_callback: str | None = None
    application_sid: str | None = None
    max_price: Decimal | int | None = None
    provide_feedback: bool | None = None
    attempt: int | None = None
    validity_period: int | None = None
    force_delivery: bool | None = None
    content_retention: MessageContentRetention | str | None = None
    address_retention: MessageAddressRetention | str | None = None
    smart_encoded: bool | None = None
    persistent_action: Sequence[str] | None = None
    traffic_type: MessageTrafficType | str | None = None
    shorten_urls: bool | None = None
    schedule_type: MessageScheduleType | str | None = None
    send_at: datetime | str | None = None
    send_as_mms: bool | None = None
    content_variables: str | None = None
    risk_check: MessageRiskCheck | str | None = None
    from_: str | None = None
    fallback_from: str | None = None
    messaging_service_sid: str | None = None
    body: str | None = None
    media_url: Sequence[str] | None = None
    content_sid: str | None = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Message",
        action="Create",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Messages",),
        keys={
            "AccountSid": g.Key(("AC",)),
        },
        record=Message,
        root="Message",
        status=(201,),
        encoding="form",
        parameters=(
            g.ParameterSpec("to", "To", g.TEXT, required=True),
            g.ParameterSpec("status_callback", "StatusCallback", g.TEXT),
            g.ParameterSpec("application_sid", "ApplicationSid", g.SidKind("AP")),
            g.ParameterSpec("max_price", "MaxPrice", g.DECIMAL),
            g.ParameterSpec("provide_feedback", "ProvideFeedback", g.BOOLEAN),
            g.ParameterSpec("attempt", "Attempt", g.INTEGER),
            g.ParameterSpec("validity_period", "ValidityPeriod", g.INTEGER),
            g.ParameterSpec("force_delivery", "ForceDelivery", g.BOOLEAN),
            g.ParameterSpec("content_retention", "ContentRetention", g.EnumKind(MessageContentRetention)),
            g.ParameterSpec("address_retention", "AddressRetention", g.EnumKind(MessageAddressRetention)),
            g.ParameterSpec("smart_encoded", "SmartEncoded", g.BOOLEAN),
            g.ParameterSpec("persistent_action", "PersistentAction", g.TEXT, repeated=True),
            g.ParameterSpec("traffic_type", "TrafficType", g.EnumKind(MessageTrafficType)),
            g.ParameterSpec("shorten_urls", "ShortenUrls", g.BOOLEAN),
            g.ParameterSpec("schedule_type", "ScheduleType", g.EnumKind(MessageScheduleType)),
            g.ParameterSpec("send_at", "SendAt", g.ISO8601),
            g.ParameterSpec("send_as_mms", "SendAsMms", g.BOOLEAN),
            g.ParameterSpec("content_variables", "ContentVariables", g.TEXT),
            g.ParameterSpec("risk_check", "RiskCheck", g.EnumKind(MessageRiskCheck)),
            g.ParameterSpec("from_", "From", g.TEXT),
            g.ParameterSpec("fallback_from", "FallbackFrom", g.TEXT),
            g.ParameterSpec("messaging_service_sid", "MessagingServiceSid", g.SidKind("MG")),
            g.ParameterSpec("body", "Body", g.TEXT),
            g.ParameterSpec("media_url", "MediaUrl", g.TEXT, repeated=True),
            g.ParameterSpec("content_sid", "ContentSid", g.SidKind("HX")),
        ),
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
    request: ClassVar[type[g.ActionRequest]] = CreateMessageRequest

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


@frozen(kw_only=True)
class UpdateMessageRequest(g.ActionRequest):
    """What Update of Message takes; None is not sent, an empty text is."""

    body: str | None = None
    status: MessageUpdateStatus | str | None = None
    spec: ClassVar[g.OperationSpec] = g.OperationSpec(
        object="Message",
        action="Update",
        service=SERVICE,
        method="POST",
        paths=("/2010-04-01/Accounts/{AccountSid}/Messages/{Sid}",),
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("SM", "MM")),
        },
        record=Message,
        root="Message",
        encoding="form",
        parameters=(
            g.ParameterSpec("body", "Body", g.TEXT),
            g.ParameterSpec("status", "Status", g.EnumKind(MessageUpdateStatus)),
        ),
        request_profile="profiles/Message/UpdateMessage.request.xsd",
        response_profile="profiles/Message/UpdateMessage.response.xsd",
    )


class UpdateMessage(g.Update[UpdateMessageRequest, Message]):
    """Update Message: ``POST /2010-04-01/Accounts/{AccountSid}/Messages/{Sid}``.

    Takes ``[AccountSid:]Sid``.
    """

    spec: ClassVar[g.OperationSpec] = UpdateMessageRequest.spec
    request: ClassVar[type[g.ActionRequest]] = UpdateMessageRequest

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
        keys={
            "AccountSid": g.Key(("AC",)),
            "Sid": g.Key(("SM", "MM")),
        },
        root="Message",
        status=(204,),
        cardinality="none",
        request_profile="profiles/Message/DeleteMessage.request.xsd",
    )


if not TYPE_CHECKING:
    __getattr__ = g.explain_missing(__name__, "Message", ("Get", "Query", "Create", "Update", "Delete"))
