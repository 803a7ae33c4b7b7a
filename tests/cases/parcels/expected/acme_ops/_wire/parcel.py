"""Parcel in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Raw, Struct
from twilio_ops_runtime.generated import draft_of, readers, uri_map

from acme_ops.api.parcel import Parcel

__all__ = ["Shape", "to_records"]


class Shape(
    Struct,
    gc=False,
    rename={
        "from_": "from",
    },
):
    """Parcel as it is written in JSON; an answer with less is decoded in another way."""

    sid: str | None
    office_sid: str | None
    posted_at: str | None
    sent_at: str | None
    from_: str | None
    to: str | None
    status: str | None
    weight: Any
    pieces: int | str | None
    insured: bool | None
    marks: list[Any] | None
    handling: dict[str, Any] | None
    customs: Any
    parcel: str | None
    uri: str | None
    related_uris: Raw


_Draft = draft_of(Parcel)
_READERS = readers(Parcel)
_posted_at = _READERS["posted_at"]
_sent_at = _READERS["sent_at"]
_status = _READERS["status"]
_weight = _READERS["weight"]
_pieces = _READERS["pieces"]
_marks = _READERS["marks"]
_handling = _READERS["handling"]


def to_records(shapes: Sequence[Shape]) -> list[Parcel]:
    """The records of shapes."""
    made: list[Parcel] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.sid = shape.sid
        record.office_sid = shape.office_sid
        record.posted_at = _posted_at(shape.posted_at)
        record.sent_at = _sent_at(shape.sent_at)
        record.from_ = shape.from_
        record.to = shape.to
        record.status = _status(shape.status)
        record.weight = _weight(shape.weight)
        record.pieces = _pieces(shape.pieces)
        record.insured = shape.insured
        record.marks = _marks(shape.marks)
        record.handling = _handling(shape.handling)
        record.customs = shape.customs
        record.parcel = shape.parcel
        record.uri = shape.uri
        record.related_uris = uri_map(shape.related_uris, shape.sid)
        record.__class__ = Parcel
        made.append(record)
    return made
