"""MessageFeedback in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.message_feedback import MessageFeedback

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """MessageFeedback as it is written in JSON; an answer with less is decoded in another way."""

    account_sid: str | None
    message_sid: str | None
    outcome: str | None
    date_created: str | None
    date_updated: str | None
    uri: str | None


_Draft = draft_of(MessageFeedback)
_READERS = readers(MessageFeedback)
_outcome = _READERS["outcome"]
_date_created = _READERS["date_created"]
_date_updated = _READERS["date_updated"]


def to_records(shapes: Sequence[Shape]) -> list[MessageFeedback]:
    """The records of shapes."""
    made: list[MessageFeedback] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.account_sid = shape.account_sid
        record.message_sid = shape.message_sid
        record.outcome = _outcome(shape.outcome)
        record.date_created = _date_created(shape.date_created)
        record.date_updated = _date_updated(shape.date_updated)
        record.uri = shape.uri
        record.__class__ = MessageFeedback
        made.append(record)
    return made
