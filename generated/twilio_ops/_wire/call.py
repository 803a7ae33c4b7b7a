"""Call in JSON: the shape that is decoded, and the record made of it."""

from decimal import Decimal
from typing import Any

from msgspec import Raw, Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers, uri_map

from twilio_ops.api.call import Call

__all__ = ["SHAPE", "to_record"]


class CallShape(
    Struct,
    gc=False,
    rename={
        "from_": "from",
    },
):
    """Call as it is written in JSON."""

    sid: str | None | UnsetType = UNSET
    date_created: str | None | UnsetType = UNSET
    date_updated: str | None | UnsetType = UNSET
    parent_call_sid: str | None | UnsetType = UNSET
    account_sid: str | None | UnsetType = UNSET
    to: str | None | UnsetType = UNSET
    to_formatted: str | None | UnsetType = UNSET
    from_: str | None | UnsetType = UNSET
    from_formatted: str | None | UnsetType = UNSET
    phone_number_sid: str | None | UnsetType = UNSET
    status: str | None | UnsetType = UNSET
    start_time: str | None | UnsetType = UNSET
    end_time: str | None | UnsetType = UNSET
    duration: int | str | None | UnsetType = UNSET
    price: Decimal | None | UnsetType = UNSET
    price_unit: str | None | UnsetType = UNSET
    direction: str | None | UnsetType = UNSET
    answered_by: str | None | UnsetType = UNSET
    api_version: str | None | UnsetType = UNSET
    forwarded_from: str | None | UnsetType = UNSET
    group_sid: str | None | UnsetType = UNSET
    caller_name: str | None | UnsetType = UNSET
    queue_time: int | str | None | UnsetType = UNSET
    trunk_sid: str | None | UnsetType = UNSET
    uri: str | None | UnsetType = UNSET
    subresource_uris: Raw | UnsetType = UNSET


_Draft = draft_of(Call)
_read = readers(Call)
_date_created = _read["date_created"]
_date_updated = _read["date_updated"]
_status = _read["status"]
_start_time = _read["start_time"]
_end_time = _read["end_time"]
_duration = _read["duration"]
_direction = _read["direction"]
_queue_time = _read["queue_time"]


def to_record(shape: CallShape) -> Call:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.sid is not UNSET:
        record.sid = shape.sid
    if shape.date_created is not UNSET:
        record.date_created = _date_created(shape.date_created)
    if shape.date_updated is not UNSET:
        record.date_updated = _date_updated(shape.date_updated)
    if shape.parent_call_sid is not UNSET:
        record.parent_call_sid = shape.parent_call_sid
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.to is not UNSET:
        record.to = shape.to
    if shape.to_formatted is not UNSET:
        record.to_formatted = shape.to_formatted
    if shape.from_ is not UNSET:
        record.from_ = shape.from_
    if shape.from_formatted is not UNSET:
        record.from_formatted = shape.from_formatted
    if shape.phone_number_sid is not UNSET:
        record.phone_number_sid = shape.phone_number_sid
    if shape.status is not UNSET:
        record.status = _status(shape.status)
    if shape.start_time is not UNSET:
        record.start_time = _start_time(shape.start_time)
    if shape.end_time is not UNSET:
        record.end_time = _end_time(shape.end_time)
    if shape.duration is not UNSET:
        record.duration = _duration(shape.duration)
    if shape.price is not UNSET:
        record.price = shape.price
    if shape.price_unit is not UNSET:
        record.price_unit = shape.price_unit
    if shape.direction is not UNSET:
        record.direction = _direction(shape.direction)
    if shape.answered_by is not UNSET:
        record.answered_by = shape.answered_by
    if shape.api_version is not UNSET:
        record.api_version = shape.api_version
    if shape.forwarded_from is not UNSET:
        record.forwarded_from = shape.forwarded_from
    if shape.group_sid is not UNSET:
        record.group_sid = shape.group_sid
    if shape.caller_name is not UNSET:
        record.caller_name = shape.caller_name
    if shape.queue_time is not UNSET:
        record.queue_time = _queue_time(shape.queue_time)
    if shape.trunk_sid is not UNSET:
        record.trunk_sid = shape.trunk_sid
    if shape.uri is not UNSET:
        record.uri = shape.uri
    if shape.subresource_uris is not UNSET:
        record.subresource_uris = uri_map(shape.subresource_uris, shape.sid)
    record.__class__ = Call
    made: Call = record
    return made


SHAPE = CallShape
