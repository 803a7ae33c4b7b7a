"""RealtimeTranscription in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.realtime_transcription import RealtimeTranscription

__all__ = ["SHAPE", "to_record"]


class RealtimeTranscriptionShape(Struct, gc=False):
    """RealtimeTranscription as it is written in JSON."""

    sid: str | None | UnsetType = UNSET
    account_sid: str | None | UnsetType = UNSET
    call_sid: str | None | UnsetType = UNSET
    name: str | None | UnsetType = UNSET
    status: str | None | UnsetType = UNSET
    date_updated: str | None | UnsetType = UNSET
    uri: str | None | UnsetType = UNSET


_Draft = draft_of(RealtimeTranscription)
_read = readers(RealtimeTranscription)
_status = _read["status"]
_date_updated = _read["date_updated"]


def to_record(shape: RealtimeTranscriptionShape) -> RealtimeTranscription:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.sid is not UNSET:
        record.sid = shape.sid
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.call_sid is not UNSET:
        record.call_sid = shape.call_sid
    if shape.name is not UNSET:
        record.name = shape.name
    if shape.status is not UNSET:
        record.status = _status(shape.status)
    if shape.date_updated is not UNSET:
        record.date_updated = _date_updated(shape.date_updated)
    if shape.uri is not UNSET:
        record.uri = shape.uri
    record.__class__ = RealtimeTranscription
    made: RealtimeTranscription = record
    return made


SHAPE = RealtimeTranscriptionShape
