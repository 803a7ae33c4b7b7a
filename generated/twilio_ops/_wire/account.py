"""Account in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Raw, Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers, uri_map

from twilio_ops.api.account import Account

__all__ = ["SHAPE", "to_record"]


class AccountShape(Struct, gc=False):
    """Account as it is written in JSON."""

    auth_token: str | None | UnsetType = UNSET
    date_created: str | None | UnsetType = UNSET
    date_updated: str | None | UnsetType = UNSET
    friendly_name: str | None | UnsetType = UNSET
    owner_account_sid: str | None | UnsetType = UNSET
    sid: str | None | UnsetType = UNSET
    status: str | None | UnsetType = UNSET
    subresource_uris: Raw | UnsetType = UNSET
    type: str | None | UnsetType = UNSET
    uri: str | None | UnsetType = UNSET


_Draft = draft_of(Account)
_read = readers(Account)
_date_created = _read["date_created"]
_date_updated = _read["date_updated"]
_status = _read["status"]
_type = _read["type"]


def to_record(shape: AccountShape) -> Account:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.auth_token is not UNSET:
        record.auth_token = shape.auth_token
    if shape.date_created is not UNSET:
        record.date_created = _date_created(shape.date_created)
    if shape.date_updated is not UNSET:
        record.date_updated = _date_updated(shape.date_updated)
    if shape.friendly_name is not UNSET:
        record.friendly_name = shape.friendly_name
    if shape.owner_account_sid is not UNSET:
        record.owner_account_sid = shape.owner_account_sid
    if shape.sid is not UNSET:
        record.sid = shape.sid
    if shape.status is not UNSET:
        record.status = _status(shape.status)
    if shape.subresource_uris is not UNSET:
        record.subresource_uris = uri_map(shape.subresource_uris, shape.sid)
    if shape.type is not UNSET:
        record.type = _type(shape.type)
    if shape.uri is not UNSET:
        record.uri = shape.uri
    record.__class__ = Account
    made: Account = record
    return made


SHAPE = AccountShape
