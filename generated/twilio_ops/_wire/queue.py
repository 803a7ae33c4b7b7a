"""Queue in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.queue import Queue

__all__ = ["SHAPE", "to_record"]


class QueueShape(Struct, gc=False):
    """Queue as it is written in JSON."""

    date_updated: str | None | UnsetType = UNSET
    current_size: int | str | None | UnsetType = UNSET
    friendly_name: str | None | UnsetType = UNSET
    uri: str | None | UnsetType = UNSET
    account_sid: str | None | UnsetType = UNSET
    average_wait_time: int | str | None | UnsetType = UNSET
    sid: str | None | UnsetType = UNSET
    date_created: str | None | UnsetType = UNSET
    max_size: int | str | None | UnsetType = UNSET


_Draft = draft_of(Queue)
_read = readers(Queue)
_date_updated = _read["date_updated"]
_current_size = _read["current_size"]
_average_wait_time = _read["average_wait_time"]
_date_created = _read["date_created"]
_max_size = _read["max_size"]


def to_record(shape: QueueShape) -> Queue:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.date_updated is not UNSET:
        record.date_updated = _date_updated(shape.date_updated)
    if shape.current_size is not UNSET:
        record.current_size = _current_size(shape.current_size)
    if shape.friendly_name is not UNSET:
        record.friendly_name = shape.friendly_name
    if shape.uri is not UNSET:
        record.uri = shape.uri
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.average_wait_time is not UNSET:
        record.average_wait_time = _average_wait_time(shape.average_wait_time)
    if shape.sid is not UNSET:
        record.sid = shape.sid
    if shape.date_created is not UNSET:
        record.date_created = _date_created(shape.date_created)
    if shape.max_size is not UNSET:
        record.max_size = _max_size(shape.max_size)
    record.__class__ = Queue
    made: Queue = record
    return made


SHAPE = QueueShape
