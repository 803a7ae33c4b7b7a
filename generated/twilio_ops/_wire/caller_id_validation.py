"""CallerIdValidation in JSON: the shape that is decoded, and the record made of it."""

from decimal import Decimal
from typing import Any

from msgspec import UNSET, Raw, Struct, UnsetType
from twilio_ops_runtime.generated import new, put, readers, uri_map

from twilio_ops.api.caller_id_validation import CallerIdValidation

__all__ = ["SHAPE", "to_record"]


class CallerIdValidationShape(Struct, gc=False):
    """CallerIdValidation as it is written in JSON."""

    account_sid: str | None | UnsetType = UNSET
    call_sid: str | None | UnsetType = UNSET
    friendly_name: str | None | UnsetType = UNSET
    phone_number: str | None | UnsetType = UNSET
    validation_code: str | None | UnsetType = UNSET


def to_record(shape: CallerIdValidationShape) -> CallerIdValidation:
    """The record of a shape; what the answer did not carry stays unset."""
    record = new(CallerIdValidation)
    if shape.account_sid is not UNSET:
        put(record, "account_sid", shape.account_sid)
    if shape.call_sid is not UNSET:
        put(record, "call_sid", shape.call_sid)
    if shape.friendly_name is not UNSET:
        put(record, "friendly_name", shape.friendly_name)
    if shape.phone_number is not UNSET:
        put(record, "phone_number", shape.phone_number)
    if shape.validation_code is not UNSET:
        put(record, "validation_code", shape.validation_code)
    return record


SHAPE = CallerIdValidationShape
