"""Call in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Raw, Struct
from twilio_ops_runtime.generated import draft_of, readers, uri_map

from twilio_ops.api.call import Call

__all__ = ["Shape", "to_records"]


class Shape(
    Struct,
    gc=False,
    rename={
        "from_": "from",
    },
):
    """Call as it is written in JSON; an answer with less is decoded in another way."""

    sid: str | None
    date_created: str | None
    date_updated: str | None
    parent_call_sid: str | None
    account_sid: str | None
    to: str | None
    to_formatted: str | None
    from_: str | None
    from_formatted: str | None
    phone_number_sid: str | None
    status: str | None
    start_time: str | None
    end_time: str | None
    duration: int | str | None
    price: Any
    price_unit: str | None
    direction: str | None
    answered_by: str | None
    api_version: str | None
    forwarded_from: str | None
    group_sid: str | None
    caller_name: str | None
    queue_time: int | str | None
    trunk_sid: str | None
    uri: str | None
    subresource_uris: Raw
    annotation: str | None
    formatted_to: str | None
    formatted_from: str | None


_Draft = draft_of(Call)
_READERS = readers(Call)
_date_created = _READERS["date_created"]
_date_updated = _READERS["date_updated"]
_status = _READERS["status"]
_start_time = _READERS["start_time"]
_end_time = _READERS["end_time"]
_duration = _READERS["duration"]
_price = _READERS["price"]
_direction = _READERS["direction"]
_queue_time = _READERS["queue_time"]


def to_records(shapes: Sequence[Shape]) -> list[Call]:
    """The records of shapes."""
    made: list[Call] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.sid = shape.sid
        record.date_created = _date_created(shape.date_created)
        record.date_updated = _date_updated(shape.date_updated)
        record.parent_call_sid = shape.parent_call_sid
        record.account_sid = shape.account_sid
        record.to = shape.to
        record.to_formatted = shape.to_formatted
        record.from_ = shape.from_
        record.from_formatted = shape.from_formatted
        record.phone_number_sid = shape.phone_number_sid
        record.status = _status(shape.status)
        record.start_time = _start_time(shape.start_time)
        record.end_time = _end_time(shape.end_time)
        record.duration = _duration(shape.duration)
        record.price = _price(shape.price)
        record.price_unit = shape.price_unit
        record.direction = _direction(shape.direction)
        record.answered_by = shape.answered_by
        record.api_version = shape.api_version
        record.forwarded_from = shape.forwarded_from
        record.group_sid = shape.group_sid
        record.caller_name = shape.caller_name
        record.queue_time = _queue_time(shape.queue_time)
        record.trunk_sid = shape.trunk_sid
        record.uri = shape.uri
        record.subresource_uris = uri_map(shape.subresource_uris, shape.sid)
        record.annotation = shape.annotation
        record.formatted_to = shape.formatted_to
        record.formatted_from = shape.formatted_from
        record.__class__ = Call
        made.append(record)
    return made
