"""Queue in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.queue import Queue

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """Queue as it is written in JSON; an answer with less is decoded in another way."""

    date_updated: str | None
    current_size: int | str | None
    friendly_name: str | None
    uri: str | None
    account_sid: str | None
    average_wait_time: int | str | None
    sid: str | None
    date_created: str | None
    max_size: int | str | None


_Draft = draft_of(Queue)
_READERS = readers(Queue)
_date_updated = _READERS["date_updated"]
_current_size = _READERS["current_size"]
_average_wait_time = _READERS["average_wait_time"]
_date_created = _READERS["date_created"]
_max_size = _READERS["max_size"]


def to_records(shapes: Sequence[Shape]) -> list[Queue]:
    """The records of shapes."""
    made: list[Queue] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.date_updated = _date_updated(shape.date_updated)
        record.current_size = _current_size(shape.current_size)
        record.friendly_name = shape.friendly_name
        record.uri = shape.uri
        record.account_sid = shape.account_sid
        record.average_wait_time = _average_wait_time(shape.average_wait_time)
        record.sid = shape.sid
        record.date_created = _date_created(shape.date_created)
        record.max_size = _max_size(shape.max_size)
        record.__class__ = Queue
        made.append(record)
    return made
