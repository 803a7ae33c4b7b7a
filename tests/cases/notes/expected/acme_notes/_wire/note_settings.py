"""NoteSettings in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from acme_notes.api.note_settings import NoteSettings

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """NoteSettings as it is written in JSON; an answer with less is decoded in another way."""

    text: str | None
    signing_key: str | None
    readers: list[Any] | None


_Draft = draft_of(NoteSettings)
_READERS = readers(NoteSettings)
_readers = _READERS["readers"]


def to_records(shapes: Sequence[Shape]) -> list[NoteSettings]:
    """The records of shapes."""
    made: list[NoteSettings] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.text = shape.text
        record.signing_key = shape.signing_key
        record.readers = _readers(shape.readers)
        record.__class__ = NoteSettings
        made.append(record)
    return made
