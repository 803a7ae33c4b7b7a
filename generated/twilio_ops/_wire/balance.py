"""Balance in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.balance import Balance

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """Balance as it is written in JSON; an answer with less is decoded in another way."""

    account_sid: str | None
    balance: Any
    currency: str | None


_Draft = draft_of(Balance)
_READERS = readers(Balance)
_balance = _READERS["balance"]


def to_records(shapes: Sequence[Shape]) -> list[Balance]:
    """The records of shapes."""
    made: list[Balance] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.account_sid = shape.account_sid
        record.balance = _balance(shape.balance)
        record.currency = shape.currency
        record.__class__ = Balance
        made.append(record)
    return made
