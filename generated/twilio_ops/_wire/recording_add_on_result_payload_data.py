"""RecordingAddOnResultPayloadData in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of

from twilio_ops.api.recording_add_on_result_payload_data import RecordingAddOnResultPayloadData

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """RecordingAddOnResultPayloadData as it is written in JSON; an answer with less is decoded in another way."""

    redirect_to: str | None


_Draft = draft_of(RecordingAddOnResultPayloadData)


def to_records(shapes: Sequence[Shape]) -> list[RecordingAddOnResultPayloadData]:
    """The records of shapes."""
    made: list[RecordingAddOnResultPayloadData] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.redirect_to = shape.redirect_to
        record.__class__ = RecordingAddOnResultPayloadData
        made.append(record)
    return made
