"""Message in JSON: the shape that is decoded, and the record made of it."""

from decimal import Decimal
from typing import Any

from msgspec import Raw, Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers, uri_map

from twilio_ops.api.message import Message

__all__ = ["SHAPE", "to_record"]


class MessageShape(
    Struct,
    gc=False,
    rename={
        "from_": "from",
    },
):
    """Message as it is written in JSON."""

    body: str | None | UnsetType = UNSET
    num_segments: int | str | None | UnsetType = UNSET
    direction: str | None | UnsetType = UNSET
    from_: str | None | UnsetType = UNSET
    to: str | None | UnsetType = UNSET
    date_updated: str | None | UnsetType = UNSET
    price: Decimal | None | UnsetType = UNSET
    error_message: str | None | UnsetType = UNSET
    uri: str | None | UnsetType = UNSET
    account_sid: str | None | UnsetType = UNSET
    num_media: int | str | None | UnsetType = UNSET
    status: str | None | UnsetType = UNSET
    messaging_service_sid: str | None | UnsetType = UNSET
    sid: str | None | UnsetType = UNSET
    date_sent: str | None | UnsetType = UNSET
    date_created: str | None | UnsetType = UNSET
    error_code: int | str | None | UnsetType = UNSET
    price_unit: str | None | UnsetType = UNSET
    api_version: str | None | UnsetType = UNSET
    subresource_uris: Raw | UnsetType = UNSET


_Draft = draft_of(Message)
_read = readers(Message)
_num_segments = _read["num_segments"]
_direction = _read["direction"]
_date_updated = _read["date_updated"]
_num_media = _read["num_media"]
_status = _read["status"]
_date_sent = _read["date_sent"]
_date_created = _read["date_created"]
_error_code = _read["error_code"]


def to_record(shape: MessageShape) -> Message:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.body is not UNSET:
        record.body = shape.body
    if shape.num_segments is not UNSET:
        record.num_segments = _num_segments(shape.num_segments)
    if shape.direction is not UNSET:
        record.direction = _direction(shape.direction)
    if shape.from_ is not UNSET:
        record.from_ = shape.from_
    if shape.to is not UNSET:
        record.to = shape.to
    if shape.date_updated is not UNSET:
        record.date_updated = _date_updated(shape.date_updated)
    if shape.price is not UNSET:
        record.price = shape.price
    if shape.error_message is not UNSET:
        record.error_message = shape.error_message
    if shape.uri is not UNSET:
        record.uri = shape.uri
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.num_media is not UNSET:
        record.num_media = _num_media(shape.num_media)
    if shape.status is not UNSET:
        record.status = _status(shape.status)
    if shape.messaging_service_sid is not UNSET:
        record.messaging_service_sid = shape.messaging_service_sid
    if shape.sid is not UNSET:
        record.sid = shape.sid
    if shape.date_sent is not UNSET:
        record.date_sent = _date_sent(shape.date_sent)
    if shape.date_created is not UNSET:
        record.date_created = _date_created(shape.date_created)
    if shape.error_code is not UNSET:
        record.error_code = _error_code(shape.error_code)
    if shape.price_unit is not UNSET:
        record.price_unit = shape.price_unit
    if shape.api_version is not UNSET:
        record.api_version = shape.api_version
    if shape.subresource_uris is not UNSET:
        record.subresource_uris = uri_map(shape.subresource_uris, shape.sid)
    record.__class__ = Message
    made: Message = record
    return made


SHAPE = MessageShape
