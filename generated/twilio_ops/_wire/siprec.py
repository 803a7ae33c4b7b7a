"""Siprec in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.siprec import Siprec

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """Siprec as it is written in JSON; an answer with less is decoded in another way."""

    sid: str | None
    account_sid: str | None
    call_sid: str | None
    name: str | None
    status: str | None
    date_updated: str | None
    uri: str | None


_Draft = draft_of(Siprec)
_READERS = readers(Siprec)
_status = _READERS["status"]
_date_updated = _READERS["date_updated"]


def to_records(shapes: Sequence[Shape]) -> list[Siprec]:
    """The records of shapes."""
    made: list[Siprec] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.sid = shape.sid
        record.account_sid = shape.account_sid
        record.call_sid = shape.call_sid
        record.name = shape.name
        record.status = _status(shape.status)
        record.date_updated = _date_updated(shape.date_updated)
        record.uri = shape.uri
        record.__class__ = Siprec
        made.append(record)
    return made
