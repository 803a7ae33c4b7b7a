"""OutgoingCallerId in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.outgoing_caller_id import OutgoingCallerId

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """OutgoingCallerId as it is written in JSON; an answer with less is decoded in another way."""

    sid: str | None
    date_created: str | None
    date_updated: str | None
    friendly_name: str | None
    account_sid: str | None
    phone_number: str | None
    uri: str | None


_Draft = draft_of(OutgoingCallerId)
_READERS = readers(OutgoingCallerId)
_date_created = _READERS["date_created"]
_date_updated = _READERS["date_updated"]


def to_records(shapes: Sequence[Shape]) -> list[OutgoingCallerId]:
    """The records of shapes."""
    made: list[OutgoingCallerId] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.sid = shape.sid
        record.date_created = _date_created(shape.date_created)
        record.date_updated = _date_updated(shape.date_updated)
        record.friendly_name = shape.friendly_name
        record.account_sid = shape.account_sid
        record.phone_number = shape.phone_number
        record.uri = shape.uri
        record.__class__ = OutgoingCallerId
        made.append(record)
    return made
