"""Key in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.key import Key

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """Key as it is written in JSON; an answer with less is decoded in another way."""

    sid: str | None
    friendly_name: str | None
    date_created: str | None
    date_updated: str | None
    secret: str | None


_Draft = draft_of(Key)
_READERS = readers(Key)
_date_created = _READERS["date_created"]
_date_updated = _READERS["date_updated"]


def to_records(shapes: Sequence[Shape]) -> list[Key]:
    """The records of shapes."""
    made: list[Key] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.sid = shape.sid
        record.friendly_name = shape.friendly_name
        record.date_created = _date_created(shape.date_created)
        record.date_updated = _date_updated(shape.date_updated)
        record.secret = shape.secret
        record.__class__ = Key
        made.append(record)
    return made
