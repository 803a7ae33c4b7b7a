"""CallEvent in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Struct, UNSET, UnsetType
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
    """CallEvent as it is written in JSON."""

    request_: Any | UnsetType = UNSET
    response: Any | UnsetType = UNSET


_Draft = draft_of(CallEvent)


def to_record(shape: CallEventShape) -> CallEvent:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.request_ is not UNSET:
        record.request_ = shape.request_
    if shape.response is not UNSET:
        record.response = shape.response
    record.__class__ = CallEvent
    made: CallEvent = record
    return made


SHAPE = CallEventShape
