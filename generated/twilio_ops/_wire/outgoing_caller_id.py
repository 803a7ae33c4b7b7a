"""OutgoingCallerId in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.outgoing_caller_id import OutgoingCallerId

__all__ = ["SHAPE", "to_record"]


class OutgoingCallerIdShape(Struct, gc=False):
    """OutgoingCallerId as it is written in JSON."""

    sid: str | None | UnsetType = UNSET
    date_created: str | None | UnsetType = UNSET
    date_updated: str | None | UnsetType = UNSET
    friendly_name: str | None | UnsetType = UNSET
    account_sid: str | None | UnsetType = UNSET
    phone_number: str | None | UnsetType = UNSET
    uri: str | None | UnsetType = UNSET


_Draft = draft_of(OutgoingCallerId)
_read = readers(OutgoingCallerId)
_date_created = _read["date_created"]
_date_updated = _read["date_updated"]


def to_record(shape: OutgoingCallerIdShape) -> OutgoingCallerId:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.sid is not UNSET:
        record.sid = shape.sid
    if shape.date_created is not UNSET:
        record.date_created = _date_created(shape.date_created)
    if shape.date_updated is not UNSET:
        record.date_updated = _date_updated(shape.date_updated)
    if shape.friendly_name is not UNSET:
        record.friendly_name = shape.friendly_name
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.phone_number is not UNSET:
        record.phone_number = shape.phone_number
    if shape.uri is not UNSET:
        record.uri = shape.uri
    record.__class__ = OutgoingCallerId
    made: OutgoingCallerId = record
    return made


SHAPE = OutgoingCallerIdShape
