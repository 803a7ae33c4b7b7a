"""RecordingAddOnResult in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Raw, Struct
from twilio_ops_runtime.generated import draft_of, readers, uri_map

from twilio_ops.api.recording_add_on_result import RecordingAddOnResult

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """RecordingAddOnResult as it is written in JSON; an answer with less is decoded in another way."""

    sid: str | None
    account_sid: str | None
    status: str | None
    add_on_sid: str | None
    add_on_configuration_sid: str | None
    date_created: str | None
    date_updated: str | None
    date_completed: str | None
    reference_sid: str | None
    subresource_uris: Raw


_Draft = draft_of(RecordingAddOnResult)
_READERS = readers(RecordingAddOnResult)
_status = _READERS["status"]
_date_created = _READERS["date_created"]
_date_updated = _READERS["date_updated"]
_date_completed = _READERS["date_completed"]


def to_records(shapes: Sequence[Shape]) -> list[RecordingAddOnResult]:
    """The records of shapes."""
    made: list[RecordingAddOnResult] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.sid = shape.sid
        record.account_sid = shape.account_sid
        record.status = _status(shape.status)
        record.add_on_sid = shape.add_on_sid
        record.add_on_configuration_sid = shape.add_on_configuration_sid
        record.date_created = _date_created(shape.date_created)
        record.date_updated = _date_updated(shape.date_updated)
        record.date_completed = _date_completed(shape.date_completed)
        record.reference_sid = shape.reference_sid
        record.subresource_uris = uri_map(shape.subresource_uris, shape.sid)
        record.__class__ = RecordingAddOnResult
        made.append(record)
    return made
