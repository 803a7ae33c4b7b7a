"""Depot in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of

from acme_ops.api.depot import Depot

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """Depot as it is written in JSON; an answer with less is decoded in another way."""

    label: str | None
    country: str | None


_Draft = draft_of(Depot)


def to_records(shapes: Sequence[Shape]) -> list[Depot]:
    """The records of shapes."""
    made: list[Depot] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.label = shape.label
        record.country = shape.country
        record.__class__ = Depot
        made.append(record)
    return made
