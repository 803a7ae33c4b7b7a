"""RecordingAddOnResultPayloadData in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of

from twilio_ops.api.recording_add_on_result_payload_data import RecordingAddOnResultPayloadData

__all__ = ["SHAPE", "to_record"]


class RecordingAddOnResultPayloadDataShape(Struct, gc=False):
    """RecordingAddOnResultPayloadData as it is written in JSON."""

    redirect_to: str | None | UnsetType = UNSET


_Draft = draft_of(RecordingAddOnResultPayloadData)


def to_record(shape: RecordingAddOnResultPayloadDataShape) -> RecordingAddOnResultPayloadData:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.redirect_to is not UNSET:
        record.redirect_to = shape.redirect_to
    record.__class__ = RecordingAddOnResultPayloadData
    made: RecordingAddOnResultPayloadData = record
    return made


SHAPE = RecordingAddOnResultPayloadDataShape
