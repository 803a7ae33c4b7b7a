"""Message in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Raw, Struct
from twilio_ops_runtime.generated import draft_of, readers, uri_map

from twilio_ops.api.message import Message

__all__ = ["Shape", "to_records"]


class Shape(
    Struct,
    gc=False,
    rename={
        "from_": "from",
    },
):
    """Message as it is written in JSON; an answer with less is decoded in another way."""

    body: str | None
    num_segments: int | str | None
    direction: str | None
    from_: str | None
    to: str | None
    date_updated: str | None
    price: Any
    error_message: str | None
    uri: str | None
    account_sid: str | None
    num_media: int | str | None
    status: str | None
    messaging_service_sid: str | None
    sid: str | None
    date_sent: str | None
    date_created: str | None
    error_code: int | str | None
    price_unit: str | None
    api_version: str | None
    subresource_uris: Raw


_Draft = draft_of(Message)
_READERS = readers(Message)
_num_segments = _READERS["num_segments"]
_direction = _READERS["direction"]
_date_updated = _READERS["date_updated"]
_price = _READERS["price"]
_num_media = _READERS["num_media"]
_status = _READERS["status"]
_date_sent = _READERS["date_sent"]
_date_created = _READERS["date_created"]
_error_code = _READERS["error_code"]


def to_records(shapes: Sequence[Shape]) -> list[Message]:
    """The records of shapes."""
    made: list[Message] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.body = shape.body
        record.num_segments = _num_segments(shape.num_segments)
        record.direction = _direction(shape.direction)
        record.from_ = shape.from_
        record.to = shape.to
        record.date_updated = _date_updated(shape.date_updated)
        record.price = _price(shape.price)
        record.error_message = shape.error_message
        record.uri = shape.uri
        record.account_sid = shape.account_sid
        record.num_media = _num_media(shape.num_media)
        record.status = _status(shape.status)
        record.messaging_service_sid = shape.messaging_service_sid
        record.sid = shape.sid
        record.date_sent = _date_sent(shape.date_sent)
        record.date_created = _date_created(shape.date_created)
        record.error_code = _error_code(shape.error_code)
        record.price_unit = shape.price_unit
        record.api_version = shape.api_version
        record.subresource_uris = uri_map(shape.subresource_uris, shape.sid)
        record.__class__ = Message
        made.append(record)
    return made
