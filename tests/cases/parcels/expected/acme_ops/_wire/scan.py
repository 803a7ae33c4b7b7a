"""Scan in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from acme_ops.api.scan import Scan

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """Scan as it is written in JSON; an answer with less is decoded in another way."""

    sid: str | None
    parcel_sid: str | None
    scanned_at: str | None
    due: str | None
    place: str | None


_Draft = draft_of(Scan)
_READERS = readers(Scan)
_scanned_at = _READERS["scanned_at"]
_due = _READERS["due"]


def to_records(shapes: Sequence[Shape]) -> list[Scan]:
    """The records of shapes."""
    made: list[Scan] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.sid = shape.sid
        record.parcel_sid = shape.parcel_sid
        record.scanned_at = _scanned_at(shape.scanned_at)
        record.due = _due(shape.due)
        record.place = shape.place
        record.__class__ = Scan
        made.append(record)
    return made
