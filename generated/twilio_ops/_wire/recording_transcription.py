"""RecordingTranscription in JSON: the shape that is decoded, and the record made of it."""

from decimal import Decimal
from typing import Any

from msgspec import Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.recording_transcription import RecordingTranscription

__all__ = ["SHAPE", "to_record"]


class RecordingTranscriptionShape(Struct, gc=False):
    """RecordingTranscription as it is written in JSON."""

    account_sid: str | None | UnsetType = UNSET
    api_version: str | None | UnsetType = UNSET
    date_created: str | None | UnsetType = UNSET
    date_updated: str | None | UnsetType = UNSET
    duration: int | str | None | UnsetType = UNSET
    price: Decimal | None | UnsetType = UNSET
    price_unit: str | None | UnsetType = UNSET
    recording_sid: str | None | UnsetType = UNSET
    sid: str | None | UnsetType = UNSET
    status: str | None | UnsetType = UNSET
    transcription_text: str | None | UnsetType = UNSET
    type: str | None | UnsetType = UNSET
    uri: str | None | UnsetType = UNSET


_Draft = draft_of(RecordingTranscription)
_read = readers(RecordingTranscription)
_date_created = _read["date_created"]
_date_updated = _read["date_updated"]
_duration = _read["duration"]
_status = _read["status"]


def to_record(shape: RecordingTranscriptionShape) -> RecordingTranscription:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.api_version is not UNSET:
        record.api_version = shape.api_version
    if shape.date_created is not UNSET:
        record.date_created = _date_created(shape.date_created)
    if shape.date_updated is not UNSET:
        record.date_updated = _date_updated(shape.date_updated)
    if shape.duration is not UNSET:
        record.duration = _duration(shape.duration)
    if shape.price is not UNSET:
        record.price = shape.price
    if shape.price_unit is not UNSET:
        record.price_unit = shape.price_unit
    if shape.recording_sid is not UNSET:
        record.recording_sid = shape.recording_sid
    if shape.sid is not UNSET:
        record.sid = shape.sid
    if shape.status is not UNSET:
        record.status = _status(shape.status)
    if shape.transcription_text is not UNSET:
        record.transcription_text = shape.transcription_text
    if shape.type is not UNSET:
        record.type = shape.type
    if shape.uri is not UNSET:
        record.uri = shape.uri
    record.__class__ = RecordingTranscription
    made: RecordingTranscription = record
    return made


SHAPE = RecordingTranscriptionShape
