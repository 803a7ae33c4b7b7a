"""CallEvent in JSON, with all its fields: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of

from twilio_ops.api.call_event import CallEvent

__all__ = ["SHAPE", "to_record"]


class CallEventShape(
    Struct,
    gc=False,
    rename={
        "request_": "request",
    },
):
    """CallEvent as it is written in JSON; an answer with less is decoded in another way."""

    request_: Any
    response: Any


_Draft = draft_of(CallEvent)


def to_record(shape: CallEventShape) -> CallEvent:
    """The record of a shape."""
    record: Any = _Draft()
    record.request_ = shape.request_
    record.response = shape.response
    record.__class__ = CallEvent
    made: CallEvent = record
    return made


SHAPE = CallEventShape
