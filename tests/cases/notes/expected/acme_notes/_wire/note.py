"""Note in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from acme_notes.api.note import Note

__all__ = ["Shape", "to_records"]


class Shape(
    Struct,
    gc=False,
    rename={
        "n2_fa": "2fa",
        "urn_more_ref": "urn:more#$ref",
    },
):
    """Note as it is written in JSON; an answer with less is decoded in another way."""

    sid: str | None
    text: str | None
    parts: list[Any] | None
    counts: dict[str, Any] | None
    more: Any
    outline: dict[str, Any] | None
    value: int | str | None
    n2_fa: bool | None
    urn_more_ref: list[Any] | None


_Draft = draft_of(Note)
_READERS = readers(Note)
_parts = _READERS["parts"]
_counts = _READERS["counts"]
_outline = _READERS["outline"]
_value = _READERS["value"]
_urn_more_ref = _READERS["urn_more_ref"]


def to_records(shapes: Sequence[Shape]) -> list[Note]:
    """The records of shapes."""
    made: list[Note] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.sid = shape.sid
        record.text = shape.text
        record.parts = _parts(shape.parts)
        record.counts = _counts(shape.counts)
        record.more = shape.more
        record.outline = _outline(shape.outline)
        record.value = _value(shape.value)
        record.n2_fa = shape.n2_fa
        record.urn_more_ref = _urn_more_ref(shape.urn_more_ref)
        record.__class__ = Note
        made.append(record)
    return made
