"""ParcelTrace in JSON: the shape that is decoded, and the record made of it."""

from decimal import Decimal
from typing import Any

from msgspec import UNSET, Raw, Struct, UnsetType
from twilio_ops_runtime.generated import new, put, readers, uri_map

from acme_ops.api.parcel_trace import ParcelTrace

__all__ = ["SHAPE", "to_record"]


class ParcelTraceShape(Struct, gc=False):
    """ParcelTrace as it is written in JSON."""

    place: str | None | UnsetType = UNSET
    seen_at: str | None | UnsetType = UNSET


_read = readers(ParcelTrace)
_seen_at = _read["seen_at"]


def to_record(shape: ParcelTraceShape) -> ParcelTrace:
    """The record of a shape; what the answer did not carry stays unset."""
    record = new(ParcelTrace)
    if shape.place is not UNSET:
        put(record, "place", shape.place)
    if shape.seen_at is not UNSET:
        put(record, "seen_at", _seen_at(shape.seen_at))
    return record


SHAPE = ParcelTraceShape
