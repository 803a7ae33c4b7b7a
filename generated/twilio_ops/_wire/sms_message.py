"""SMSMessage in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.sms_message import SMSMessage

__all__ = ["Shape", "to_records"]


class Shape(
    Struct,
    gc=False,
    rename={
        "from_": "from",
    },
):
    """SMSMessage as it is written in JSON; an answer with less is decoded in another way."""

    sid: str | None
    date_created: str | None
    date_updated: str | None
    date_sent: str | None
    account_sid: str | None
    to: str | None
    from_: str | None
    body: str | None
    status: str | None
    flags: list[Any] | None
    direction: str | None
    price: Any
    api_version: str | None
    uri: str | None


_Draft = draft_of(SMSMessage)
_READERS = readers(SMSMessage)
_date_created = _READERS["date_created"]
_date_updated = _READERS["date_updated"]
_date_sent = _READERS["date_sent"]
_status = _READERS["status"]
_flags = _READERS["flags"]
_direction = _READERS["direction"]
_price = _READERS["price"]


def to_records(shapes: Sequence[Shape]) -> list[SMSMessage]:
    """The records of shapes."""
    made: list[SMSMessage] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.sid = shape.sid
        record.date_created = _date_created(shape.date_created)
        record.date_updated = _date_updated(shape.date_updated)
        record.date_sent = _date_sent(shape.date_sent)
        record.account_sid = shape.account_sid
        record.to = shape.to
        record.from_ = shape.from_
        record.body = shape.body
        record.status = _status(shape.status)
        record.flags = _flags(shape.flags)
        record.direction = _direction(shape.direction)
        record.price = _price(shape.price)
        record.api_version = shape.api_version
        record.uri = shape.uri
        record.__class__ = SMSMessage
        made.append(record)
    return made
