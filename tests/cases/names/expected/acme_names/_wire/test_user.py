"""TestUser in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of

from acme_names.api.test_user import TestUser

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """TestUser as it is written in JSON; an answer with less is decoded in another way."""

    sid: str | None


_Draft = draft_of(TestUser)


def to_records(shapes: Sequence[Shape]) -> list[TestUser]:
    """The records of shapes."""
    made: list[TestUser] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.sid = shape.sid
        record.__class__ = TestUser
        made.append(record)
    return made
