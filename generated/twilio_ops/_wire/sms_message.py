"""SMSMessage in JSON: the shape that is decoded, and the record made of it."""

from decimal import Decimal
from typing import Any

from msgspec import Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.sms_message import SMSMessage

__all__ = ["SHAPE", "to_record"]


class SMSMessageShape(
    Struct,
    gc=False,
    rename={
        "from_": "from",
    },
):
    """SMSMessage as it is written in JSON."""

    sid: str | None | UnsetType = UNSET
    date_created: str | None | UnsetType = UNSET
    date_updated: str | None | UnsetType = UNSET
    date_sent: str | None | UnsetType = UNSET
    account_sid: str | None | UnsetType = UNSET
    to: str | None | UnsetType = UNSET
    from_: str | None | UnsetType = UNSET
    body: str | None | UnsetType = UNSET
    status: str | None | UnsetType = UNSET
    flags: list[Any] | None | UnsetType = UNSET
    direction: str | None | UnsetType = UNSET
    price: Decimal | None | UnsetType = UNSET
    api_version: str | None | UnsetType = UNSET
    uri: str | None | UnsetType = UNSET


_Draft = draft_of(SMSMessage)
_read = readers(SMSMessage)
_date_created = _read["date_created"]
_date_updated = _read["date_updated"]
_date_sent = _read["date_sent"]
_status = _read["status"]
_flags = _read["flags"]
_direction = _read["direction"]


def to_record(shape: SMSMessageShape) -> SMSMessage:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.sid is not UNSET:
        record.sid = shape.sid
    if shape.date_created is not UNSET:
        record.date_created = _date_created(shape.date_created)
    if shape.date_updated is not UNSET:
        record.date_updated = _date_updated(shape.date_updated)
    if shape.date_sent is not UNSET:
        record.date_sent = _date_sent(shape.date_sent)
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.to is not UNSET:
        record.to = shape.to
    if shape.from_ is not UNSET:
        record.from_ = shape.from_
    if shape.body is not UNSET:
        record.body = shape.body
    if shape.status is not UNSET:
        record.status = _status(shape.status)
    if shape.flags is not UNSET:
        record.flags = _flags(shape.flags)
    if shape.direction is not UNSET:
        record.direction = _direction(shape.direction)
    if shape.price is not UNSET:
        record.price = shape.price
    if shape.api_version is not UNSET:
        record.api_version = shape.api_version
    if shape.uri is not UNSET:
        record.uri = shape.uri
    record.__class__ = SMSMessage
    made: SMSMessage = record
    return made


SHAPE = SMSMessageShape
