"""RecordingTranscription in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.recording_transcription import RecordingTranscription

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """RecordingTranscription as it is written in JSON; an answer with less is decoded in another way."""

    account_sid: str | None
    api_version: str | None
    date_created: str | None
    date_updated: str | None
    duration: int | str | None
    price: Any
    price_unit: str | None
    recording_sid: str | None
    sid: str | None
    status: str | None
    transcription_text: str | None
    type: str | None
    uri: str | None


_Draft = draft_of(RecordingTranscription)
_READERS = readers(RecordingTranscription)
_date_created = _READERS["date_created"]
_date_updated = _READERS["date_updated"]
_duration = _READERS["duration"]
_price = _READERS["price"]
_status = _READERS["status"]


def to_records(shapes: Sequence[Shape]) -> list[RecordingTranscription]:
    """The records of shapes."""
    made: list[RecordingTranscription] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.account_sid = shape.account_sid
        record.api_version = shape.api_version
        record.date_created = _date_created(shape.date_created)
        record.date_updated = _date_updated(shape.date_updated)
        record.duration = _duration(shape.duration)
        record.price = _price(shape.price)
        record.price_unit = shape.price_unit
        record.recording_sid = shape.recording_sid
        record.sid = shape.sid
        record.status = _status(shape.status)
        record.transcription_text = shape.transcription_text
        record.type = shape.type
        record.uri = shape.uri
        record.__class__ = RecordingTranscription
        made.append(record)
    return made
