"""Member in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.member import Member

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """Member as it is written in JSON; an answer with less is decoded in another way."""

    call_sid: str | None
    date_enqueued: str | None
    position: int | str | None
    uri: str | None
    wait_time: int | str | None
    queue_sid: str | None


_Draft = draft_of(Member)
_READERS = readers(Member)
_date_enqueued = _READERS["date_enqueued"]
_position = _READERS["position"]
_wait_time = _READERS["wait_time"]


def to_records(shapes: Sequence[Shape]) -> list[Member]:
    """The records of shapes."""
    made: list[Member] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.call_sid = shape.call_sid
        record.date_enqueued = _date_enqueued(shape.date_enqueued)
        record.position = _position(shape.position)
        record.uri = shape.uri
        record.wait_time = _wait_time(shape.wait_time)
        record.queue_sid = shape.queue_sid
        record.__class__ = Member
        made.append(record)
    return made
