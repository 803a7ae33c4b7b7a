"""ParcelTrace in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from acme_ops.api.parcel_trace import ParcelTrace

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """ParcelTrace as it is written in JSON; an answer with less is decoded in another way."""

    place: str | None
    seen_at: str | None


_Draft = draft_of(ParcelTrace)
_READERS = readers(ParcelTrace)
_seen_at = _READERS["seen_at"]


def to_records(shapes: Sequence[Shape]) -> list[ParcelTrace]:
    """The records of shapes."""
    made: list[ParcelTrace] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.place = shape.place
        record.seen_at = _seen_at(shape.seen_at)
        record.__class__ = ParcelTrace
        made.append(record)
    return made
