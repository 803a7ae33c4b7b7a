"""Token in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.token import Token

__all__ = ["SHAPE", "to_record"]


class TokenShape(Struct, gc=False):
    """Token as it is written in JSON."""

    account_sid: str | None | UnsetType = UNSET
    date_created: str | None | UnsetType = UNSET
    date_updated: str | None | UnsetType = UNSET
    ice_servers: list[Any] | None | UnsetType = UNSET
    password: str | None | UnsetType = UNSET
    ttl: int | str | None | UnsetType = UNSET
    username: str | None | UnsetType = UNSET


_Draft = draft_of(Token)
_read = readers(Token)
_date_created = _read["date_created"]
_date_updated = _read["date_updated"]
_ice_servers = _read["ice_servers"]
_ttl = _read["ttl"]


def to_record(shape: TokenShape) -> Token:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.date_created is not UNSET:
        record.date_created = _date_created(shape.date_created)
    if shape.date_updated is not UNSET:
        record.date_updated = _date_updated(shape.date_updated)
    if shape.ice_servers is not UNSET:
        record.ice_servers = _ice_servers(shape.ice_servers)
    if shape.password is not UNSET:
        record.password = shape.password
    if shape.ttl is not UNSET:
        record.ttl = _ttl(shape.ttl)
    if shape.username is not UNSET:
        record.username = shape.username
    record.__class__ = Token
    made: Token = record
    return made


SHAPE = TokenShape
