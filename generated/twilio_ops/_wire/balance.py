"""Balance in JSON: the shape that is decoded, and the record made of it."""

from decimal import Decimal
from typing import Any

from msgspec import Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of

from twilio_ops.api.balance import Balance

__all__ = ["SHAPE", "to_record"]


class BalanceShape(Struct, gc=False):
    """Balance as it is written in JSON."""

    account_sid: str | None | UnsetType = UNSET
    balance: Decimal | None | UnsetType = UNSET
    currency: str | None | UnsetType = UNSET


_Draft = draft_of(Balance)


def to_record(shape: BalanceShape) -> Balance:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.balance is not UNSET:
        record.balance = shape.balance
    if shape.currency is not UNSET:
        record.currency = shape.currency
    record.__class__ = Balance
    made: Balance = record
    return made


SHAPE = BalanceShape
