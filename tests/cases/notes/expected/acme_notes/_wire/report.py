"""Report in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of

from acme_notes.api.report import Report

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """Report as it is written in JSON; an answer with less is decoded in another way."""

    sid: str | None
    text: str | None


_Draft = draft_of(Report)


def to_records(shapes: Sequence[Shape]) -> list[Report]:
    """The records of shapes."""
    made: list[Report] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.sid = shape.sid
        record.text = shape.text
        record.__class__ = Report
        made.append(record)
    return made
