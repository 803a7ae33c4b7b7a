"""Token in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.token import Token

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """Token as it is written in JSON; an answer with less is decoded in another way."""

    account_sid: str | None
    date_created: str | None
    date_updated: str | None
    ice_servers: list[Any] | None
    password: str | None
    ttl: int | str | None
    username: str | None


_Draft = draft_of(Token)
_READERS = readers(Token)
_date_created = _READERS["date_created"]
_date_updated = _READERS["date_updated"]
_ice_servers = _READERS["ice_servers"]
_ttl = _READERS["ttl"]


def to_records(shapes: Sequence[Shape]) -> list[Token]:
    """The records of shapes."""
    made: list[Token] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.account_sid = shape.account_sid
        record.date_created = _date_created(shape.date_created)
        record.date_updated = _date_updated(shape.date_updated)
        record.ice_servers = _ice_servers(shape.ice_servers)
        record.password = shape.password
        record.ttl = _ttl(shape.ttl)
        record.username = shape.username
        record.__class__ = Token
        made.append(record)
    return made
