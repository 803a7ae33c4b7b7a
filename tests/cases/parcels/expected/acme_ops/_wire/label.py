"""Label in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of

from acme_ops.api.label import Label

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """Label as it is written in JSON; an answer with less is decoded in another way."""

    picture: str | None


_Draft = draft_of(Label)


def to_records(shapes: Sequence[Shape]) -> list[Label]:
    """The records of shapes."""
    made: list[Label] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.picture = shape.picture
        record.__class__ = Label
        made.append(record)
    return made
