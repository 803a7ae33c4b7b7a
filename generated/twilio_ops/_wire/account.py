"""Account in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Raw, Struct
from twilio_ops_runtime.generated import draft_of, readers, uri_map

from twilio_ops.api.account import Account

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """Account as it is written in JSON; an answer with less is decoded in another way."""

    auth_token: str | None
    date_created: str | None
    date_updated: str | None
    friendly_name: str | None
    owner_account_sid: str | None
    sid: str | None
    status: str | None
    subresource_uris: Raw
    type: str | None
    uri: str | None


_Draft = draft_of(Account)
_READERS = readers(Account)
_date_created = _READERS["date_created"]
_date_updated = _READERS["date_updated"]
_status = _READERS["status"]
_type = _READERS["type"]


def to_records(shapes: Sequence[Shape]) -> list[Account]:
    """The records of shapes."""
    made: list[Account] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.auth_token = shape.auth_token
        record.date_created = _date_created(shape.date_created)
        record.date_updated = _date_updated(shape.date_updated)
        record.friendly_name = shape.friendly_name
        record.owner_account_sid = shape.owner_account_sid
        record.sid = shape.sid
        record.status = _status(shape.status)
        record.subresource_uris = uri_map(shape.subresource_uris, shape.sid)
        record.type = _type(shape.type)
        record.uri = shape.uri
        record.__class__ = Account
        made.append(record)
    return made
