"""Parcel in JSON."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from msgspec import UNSET, Raw, Struct, UnsetType

from sample_package.api.parcel import Parcel
from twilio_ops_runtime.generated import draft_of, readers, uri_map


class ParcelShape(Struct, gc=False, rename={"from_": "from"}):
    """A parcel as it is written in JSON."""

    sid: str | UnsetType | None = UNSET
    account_sid: str | UnsetType | None = UNSET
    date_created: str | UnsetType | None = UNSET
    sent_at: str | UnsetType | None = UNSET
    from_: str | UnsetType | None = UNSET
    to: str | UnsetType | None = UNSET
    status: str | UnsetType | None = UNSET
    weight: Decimal | UnsetType | None = UNSET
    pieces: int | str | UnsetType | None = UNSET
    insured: bool | UnsetType | None = UNSET
    marks: list[Any] | UnsetType | None = UNSET
    handling: dict[str, Any] | UnsetType | None = UNSET
    customs: Any | UnsetType = UNSET
    parcel: str | UnsetType | None = UNSET
    uri: str | UnsetType | None = UNSET
    subresource_uris: Raw | UnsetType = UNSET


_Draft = draft_of(Parcel)
_read = readers(Parcel)
_date_created = _read["date_created"]
_sent_at = _read["sent_at"]
_status = _read["status"]
_pieces = _read["pieces"]
_marks = _read["marks"]
_handling = _read["handling"]


def to_records(shapes: Sequence[ParcelShape]) -> list[Parcel]:
    """The records of shapes; what the answer did not carry stays unset."""
    made: list[Parcel] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        if shape.sid is not UNSET:
            record.sid = shape.sid
        if shape.account_sid is not UNSET:
            record.account_sid = shape.account_sid
        if shape.date_created is not UNSET:
            record.date_created = _date_created(shape.date_created)
        if shape.sent_at is not UNSET:
            record.sent_at = _sent_at(shape.sent_at)
        if shape.from_ is not UNSET:
            record.from_ = shape.from_
        if shape.to is not UNSET:
            record.to = shape.to
        if shape.status is not UNSET:
            record.status = _status(shape.status)
        if shape.weight is not UNSET:
            record.weight = shape.weight
        if shape.pieces is not UNSET:
            record.pieces = _pieces(shape.pieces)
        if shape.insured is not UNSET:
            record.insured = shape.insured
        if shape.marks is not UNSET:
            record.marks = _marks(shape.marks)
        if shape.handling is not UNSET:
            record.handling = _handling(shape.handling)
        if shape.customs is not UNSET:
            record.customs = shape.customs
        if shape.parcel is not UNSET:
            record.parcel = shape.parcel
        if shape.uri is not UNSET:
            record.uri = shape.uri
        if shape.subresource_uris is not UNSET:
            record.subresource_uris = uri_map(shape.subresource_uris, shape.sid)
        record.__class__ = Parcel
        made.append(record)
    return made


SHAPE = ParcelShape
