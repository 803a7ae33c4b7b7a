"""ParcelTrace in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers

from acme_ops.api.parcel_trace import ParcelTrace

__all__ = ["SHAPE", "to_record"]


class ParcelTraceShape(Struct, gc=False):
    """ParcelTrace as it is written in JSON."""

    place: str | None | UnsetType = UNSET
    seen_at: str | None | UnsetType = UNSET


_Draft = draft_of(ParcelTrace)
_read = readers(ParcelTrace)
_seen_at = _read["seen_at"]


def to_record(shape: ParcelTraceShape) -> ParcelTrace:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.place is not UNSET:
        record.place = shape.place
    if shape.seen_at is not UNSET:
        record.seen_at = _seen_at(shape.seen_at)
    record.__class__ = ParcelTrace
    made: ParcelTrace = record
    return made


SHAPE = ParcelTraceShape
