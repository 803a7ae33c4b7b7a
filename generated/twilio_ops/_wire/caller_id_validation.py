"""CallerIdValidation in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of

from twilio_ops.api.caller_id_validation import CallerIdValidation

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """CallerIdValidation as it is written in JSON; an answer with less is decoded in another way."""

    account_sid: str | None
    call_sid: str | None
    friendly_name: str | None
    phone_number: str | None
    validation_code: str | None


_Draft = draft_of(CallerIdValidation)


def to_records(shapes: Sequence[Shape]) -> list[CallerIdValidation]:
    """The records of shapes."""
    made: list[CallerIdValidation] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.account_sid = shape.account_sid
        record.call_sid = shape.call_sid
        record.friendly_name = shape.friendly_name
        record.phone_number = shape.phone_number
        record.validation_code = shape.validation_code
        record.__class__ = CallerIdValidation
        made.append(record)
    return made
