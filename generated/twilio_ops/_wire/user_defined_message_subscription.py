"""UserDefinedMessageSubscription in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.user_defined_message_subscription import UserDefinedMessageSubscription

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """UserDefinedMessageSubscription as it is written in JSON; an answer with less is decoded in another way."""

    account_sid: str | None
    call_sid: str | None
    sid: str | None
    date_created: str | None
    uri: str | None


_Draft = draft_of(UserDefinedMessageSubscription)
_READERS = readers(UserDefinedMessageSubscription)
_date_created = _READERS["date_created"]


def to_records(shapes: Sequence[Shape]) -> list[UserDefinedMessageSubscription]:
    """The records of shapes."""
    made: list[UserDefinedMessageSubscription] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.account_sid = shape.account_sid
        record.call_sid = shape.call_sid
        record.sid = shape.sid
        record.date_created = _date_created(shape.date_created)
        record.uri = shape.uri
        record.__class__ = UserDefinedMessageSubscription
        made.append(record)
    return made
