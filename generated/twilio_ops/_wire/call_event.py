"""CallEvent in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of

from twilio_ops.api.call_event import CallEvent

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """CallEvent as it is written in JSON; an answer with less is decoded in another way."""

    request: Any
    response: Any


_Draft = draft_of(CallEvent)


def to_records(shapes: Sequence[Shape]) -> list[CallEvent]:
    """The records of shapes."""
    made: list[CallEvent] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.request = shape.request
        record.response = shape.response
        record.__class__ = CallEvent
        made.append(record)
    return made
