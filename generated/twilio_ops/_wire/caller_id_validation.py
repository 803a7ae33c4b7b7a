"""CallerIdValidation in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of

from twilio_ops.api.caller_id_validation import CallerIdValidation

__all__ = ["SHAPE", "to_record"]


class CallerIdValidationShape(Struct, gc=False):
    """CallerIdValidation as it is written in JSON."""

    account_sid: str | None | UnsetType = UNSET
    call_sid: str | None | UnsetType = UNSET
    friendly_name: str | None | UnsetType = UNSET
    phone_number: str | None | UnsetType = UNSET
    validation_code: str | None | UnsetType = UNSET


_Draft = draft_of(CallerIdValidation)


def to_record(shape: CallerIdValidationShape) -> CallerIdValidation:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.call_sid is not UNSET:
        record.call_sid = shape.call_sid
    if shape.friendly_name is not UNSET:
        record.friendly_name = shape.friendly_name
    if shape.phone_number is not UNSET:
        record.phone_number = shape.phone_number
    if shape.validation_code is not UNSET:
        record.validation_code = shape.validation_code
    record.__class__ = CallerIdValidation
    made: CallerIdValidation = record
    return made


SHAPE = CallerIdValidationShape
