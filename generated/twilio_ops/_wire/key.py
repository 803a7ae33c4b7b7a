"""Key in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.key import Key

__all__ = ["SHAPE", "to_record"]


class KeyShape(Struct, gc=False):
    """Key as it is written in JSON."""

    sid: str | None | UnsetType = UNSET
    friendly_name: str | None | UnsetType = UNSET
    date_created: str | None | UnsetType = UNSET
    date_updated: str | None | UnsetType = UNSET
    secret: str | None | UnsetType = UNSET


_Draft = draft_of(Key)
_read = readers(Key)
_date_created = _read["date_created"]
_date_updated = _read["date_updated"]


def to_record(shape: KeyShape) -> Key:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.sid is not UNSET:
        record.sid = shape.sid
    if shape.friendly_name is not UNSET:
        record.friendly_name = shape.friendly_name
    if shape.date_created is not UNSET:
        record.date_created = _date_created(shape.date_created)
    if shape.date_updated is not UNSET:
        record.date_updated = _date_updated(shape.date_updated)
    if shape.secret is not UNSET:
        record.secret = shape.secret
    record.__class__ = Key
    made: Key = record
    return made


SHAPE = KeyShape
