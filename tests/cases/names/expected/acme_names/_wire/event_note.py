"""EventNote in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of

from acme_names.api.event_note import EventNote

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """EventNote as it is written in JSON; an answer with less is decoded in another way."""

    sid: str | None


_Draft = draft_of(EventNote)


def to_records(shapes: Sequence[Shape]) -> list[EventNote]:
    """The records of shapes."""
    made: list[EventNote] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.sid = shape.sid
        record.__class__ = EventNote
        made.append(record)
    return made
