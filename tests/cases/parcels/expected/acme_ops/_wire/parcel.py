"""Parcel in JSON: the shape that is decoded, and the record made of it."""

from decimal import Decimal
from typing import Any

from msgspec import Raw, Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers, uri_map

from acme_ops.api.parcel import Parcel

__all__ = ["SHAPE", "to_record"]


class ParcelShape(
    Struct,
    gc=False,
    rename={
        "class_": "class",
    },
):
    """Parcel as it is written in JSON."""

    sid: str | None | UnsetType = UNSET
    weight: Decimal | None | UnsetType = UNSET
    stops: int | str | None | UnsetType = UNSET
    fragile: bool | None | UnsetType = UNSET
    state: str | None | UnsetType = UNSET
    class_: str | None | UnsetType = UNSET
    posted_at: str | None | UnsetType = UNSET
    delivered_on: str | None | UnsetType = UNSET
    labels: list[Any] | None | UnsetType = UNSET
    size: dict[str, Any] | None | UnsetType = UNSET
    related_uris: Raw | UnsetType = UNSET
    remarks: Any | UnsetType = UNSET


_Draft = draft_of(Parcel)
_read = readers(Parcel)
_stops = _read["stops"]
_state = _read["state"]
_posted_at = _read["posted_at"]
_delivered_on = _read["delivered_on"]
_labels = _read["labels"]
_size = _read["size"]


def to_record(shape: ParcelShape) -> Parcel:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.sid is not UNSET:
        record.sid = shape.sid
    if shape.weight is not UNSET:
        record.weight = shape.weight
    if shape.stops is not UNSET:
        record.stops = _stops(shape.stops)
    if shape.fragile is not UNSET:
        record.fragile = shape.fragile
    if shape.state is not UNSET:
        record.state = _state(shape.state)
    if shape.class_ is not UNSET:
        record.class_ = shape.class_
    if shape.posted_at is not UNSET:
        record.posted_at = _posted_at(shape.posted_at)
    if shape.delivered_on is not UNSET:
        record.delivered_on = _delivered_on(shape.delivered_on)
    if shape.labels is not UNSET:
        record.labels = _labels(shape.labels)
    if shape.size is not UNSET:
        record.size = _size(shape.size)
    if shape.related_uris is not UNSET:
        record.related_uris = uri_map(shape.related_uris, shape.sid)
    if shape.remarks is not UNSET:
        record.remarks = shape.remarks
    record.__class__ = Parcel
    made: Parcel = record
    return made


SHAPE = ParcelShape
