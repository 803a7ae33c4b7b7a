"""Media in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.media import Media

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """Media as it is written in JSON; an answer with less is decoded in another way."""

    account_sid: str | None
    content_type: str | None
    date_created: str | None
    date_updated: str | None
    parent_sid: str | None
    sid: str | None
    uri: str | None


_Draft = draft_of(Media)
_READERS = readers(Media)
_date_created = _READERS["date_created"]
_date_updated = _READERS["date_updated"]


def to_records(shapes: Sequence[Shape]) -> list[Media]:
    """The records of shapes."""
    made: list[Media] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.account_sid = shape.account_sid
        record.content_type = shape.content_type
        record.date_created = _date_created(shape.date_created)
        record.date_updated = _date_updated(shape.date_updated)
        record.parent_sid = shape.parent_sid
        record.sid = shape.sid
        record.uri = shape.uri
        record.__class__ = Media
        made.append(record)
    return made
