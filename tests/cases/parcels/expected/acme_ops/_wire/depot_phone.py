"""DepotPhone in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of

from acme_ops.api.depot_phone import DepotPhone

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """DepotPhone as it is written in JSON; an answer with less is decoded in another way."""


_Draft = draft_of(DepotPhone)


def to_records(shapes: Sequence[Shape]) -> list[DepotPhone]:
    """The records of shapes."""
    made: list[DepotPhone] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.__class__ = DepotPhone
        made.append(record)
    return made
