"""CallEvent in JSON: the shape that is decoded, and the record made of it."""

from decimal import Decimal
from typing import Any

from msgspec import UNSET, Raw, Struct, UnsetType
from twilio_ops_runtime.generated import new, put, readers, uri_map

from twilio_ops.api.call_event import CallEvent

__all__ = ["SHAPE", "to_record"]


class CallEventShape(Struct, gc=False):
    """CallEvent as it is written in JSON."""

    request: Any | UnsetType = UNSET
    response: Any | UnsetType = UNSET


def to_record(shape: CallEventShape) -> CallEvent:
    """The record of a shape; what the answer did not carry stays unset."""
    record = new(CallEvent)
    if shape.request is not UNSET:
        put(record, "request", shape.request)
    if shape.response is not UNSET:
        put(record, "response", shape.response)
    return record


SHAPE = CallEventShape
