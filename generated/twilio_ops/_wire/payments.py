"""Payments in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.payments import Payments

__all__ = ["SHAPE", "to_record"]


class PaymentsShape(Struct, gc=False):
    """Payments as it is written in JSON."""

    account_sid: str | None | UnsetType = UNSET
    call_sid: str | None | UnsetType = UNSET
    sid: str | None | UnsetType = UNSET
    date_created: str | None | UnsetType = UNSET
    date_updated: str | None | UnsetType = UNSET
    uri: str | None | UnsetType = UNSET


_Draft = draft_of(Payments)
_read = readers(Payments)
_date_created = _read["date_created"]
_date_updated = _read["date_updated"]


def to_record(shape: PaymentsShape) -> Payments:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.call_sid is not UNSET:
        record.call_sid = shape.call_sid
    if shape.sid is not UNSET:
        record.sid = shape.sid
    if shape.date_created is not UNSET:
        record.date_created = _date_created(shape.date_created)
    if shape.date_updated is not UNSET:
        record.date_updated = _date_updated(shape.date_updated)
    if shape.uri is not UNSET:
        record.uri = shape.uri
    record.__class__ = Payments
    made: Payments = record
    return made


SHAPE = PaymentsShape
