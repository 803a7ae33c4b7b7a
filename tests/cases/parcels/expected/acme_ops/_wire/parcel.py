"""Parcel in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from msgspec import Raw, Struct
from twilio_ops_runtime.generated import draft_of, readers, uri_map

from acme_ops.api.parcel import Parcel

__all__ = ["SHAPE", "to_records"]


class ParcelShape(
    Struct,
    gc=False,
    rename={
        "class_": "class",
    },
):
    """Parcel as it is written in JSON; an answer with less is decoded in another way."""

    sid: str | None
    weight: Decimal | None
    stops: int | str | None
    fragile: bool | None
    state: str | None
    class_: str | None
    posted_at: str | None
    delivered_on: str | None
    labels: list[Any] | None
    size: dict[str, Any] | None
    related_uris: Raw
    remarks: Any


_Draft = draft_of(Parcel)
_read = readers(Parcel)
_stops = _read["stops"]
_state = _read["state"]
_posted_at = _read["posted_at"]
_delivered_on = _read["delivered_on"]
_labels = _read["labels"]
_size = _read["size"]


def to_records(shapes: Sequence[ParcelShape]) -> list[Parcel]:
    """The records of shapes."""
    made: list[Parcel] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.sid = shape.sid
        record.weight = shape.weight
        record.stops = _stops(shape.stops)
        record.fragile = shape.fragile
        record.state = _state(shape.state)
        record.class_ = shape.class_
        record.posted_at = _posted_at(shape.posted_at)
        record.delivered_on = _delivered_on(shape.delivered_on)
        record.labels = _labels(shape.labels)
        record.size = _size(shape.size)
        record.related_uris = uri_map(shape.related_uris, shape.sid)
        record.remarks = shape.remarks
        record.__class__ = Parcel
        made.append(record)
    return made


SHAPE = ParcelShape
