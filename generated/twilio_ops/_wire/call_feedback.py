"""CallFeedback in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.call_feedback import CallFeedback

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """CallFeedback as it is written in JSON; an answer with less is decoded in another way."""

    account_sid: str | None
    date_created: str | None
    date_updated: str | None
    issues: list[Any] | None
    quality_score: int | str | None
    sid: str | None


_Draft = draft_of(CallFeedback)
_READERS = readers(CallFeedback)
_date_created = _READERS["date_created"]
_date_updated = _READERS["date_updated"]
_issues = _READERS["issues"]
_quality_score = _READERS["quality_score"]


def to_records(shapes: Sequence[Shape]) -> list[CallFeedback]:
    """The records of shapes."""
    made: list[CallFeedback] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.account_sid = shape.account_sid
        record.date_created = _date_created(shape.date_created)
        record.date_updated = _date_updated(shape.date_updated)
        record.issues = _issues(shape.issues)
        record.quality_score = _quality_score(shape.quality_score)
        record.sid = shape.sid
        record.__class__ = CallFeedback
        made.append(record)
    return made
