"""RecordingAddOnResultPayload in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Raw, Struct
from twilio_ops_runtime.generated import draft_of, readers, uri_map

from twilio_ops.api.recording_add_on_result_payload import RecordingAddOnResultPayload

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """RecordingAddOnResultPayload as it is written in JSON; an answer with less is decoded in another way."""

    sid: str | None
    add_on_result_sid: str | None
    account_sid: str | None
    label: str | None
    add_on_sid: str | None
    add_on_configuration_sid: str | None
    content_type: str | None
    date_created: str | None
    date_updated: str | None
    reference_sid: str | None
    subresource_uris: Raw


_Draft = draft_of(RecordingAddOnResultPayload)
_READERS = readers(RecordingAddOnResultPayload)
_date_created = _READERS["date_created"]
_date_updated = _READERS["date_updated"]


def to_records(shapes: Sequence[Shape]) -> list[RecordingAddOnResultPayload]:
    """The records of shapes."""
    made: list[RecordingAddOnResultPayload] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.sid = shape.sid
        record.add_on_result_sid = shape.add_on_result_sid
        record.account_sid = shape.account_sid
        record.label = shape.label
        record.add_on_sid = shape.add_on_sid
        record.add_on_configuration_sid = shape.add_on_configuration_sid
        record.content_type = shape.content_type
        record.date_created = _date_created(shape.date_created)
        record.date_updated = _date_updated(shape.date_updated)
        record.reference_sid = shape.reference_sid
        record.subresource_uris = uri_map(shape.subresource_uris, shape.sid)
        record.__class__ = RecordingAddOnResultPayload
        made.append(record)
    return made
