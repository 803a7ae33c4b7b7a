"""UserDefinedMessage in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.user_defined_message import UserDefinedMessage

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """UserDefinedMessage as it is written in JSON; an answer with less is decoded in another way."""

    account_sid: str | None
    call_sid: str | None
    sid: str | None
    date_created: str | None


_Draft = draft_of(UserDefinedMessage)
_READERS = readers(UserDefinedMessage)
_date_created = _READERS["date_created"]


def to_records(shapes: Sequence[Shape]) -> list[UserDefinedMessage]:
    """The records of shapes."""
    made: list[UserDefinedMessage] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.account_sid = shape.account_sid
        record.call_sid = shape.call_sid
        record.sid = shape.sid
        record.date_created = _date_created(shape.date_created)
        record.__class__ = UserDefinedMessage
        made.append(record)
    return made
