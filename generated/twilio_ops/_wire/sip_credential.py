"""SipCredential in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.sip_credential import SipCredential

__all__ = ["SHAPE", "to_record"]


class SipCredentialShape(Struct, gc=False):
    """SipCredential as it is written in JSON."""

    sid: str | None | UnsetType = UNSET
    account_sid: str | None | UnsetType = UNSET
    credential_list_sid: str | None | UnsetType = UNSET
    username: str | None | UnsetType = UNSET
    date_created: str | None | UnsetType = UNSET
    date_updated: str | None | UnsetType = UNSET
    uri: str | None | UnsetType = UNSET


_Draft = draft_of(SipCredential)
_read = readers(SipCredential)
_date_created = _read["date_created"]
_date_updated = _read["date_updated"]


def to_record(shape: SipCredentialShape) -> SipCredential:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.sid is not UNSET:
        record.sid = shape.sid
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.credential_list_sid is not UNSET:
        record.credential_list_sid = shape.credential_list_sid
    if shape.username is not UNSET:
        record.username = shape.username
    if shape.date_created is not UNSET:
        record.date_created = _date_created(shape.date_created)
    if shape.date_updated is not UNSET:
        record.date_updated = _date_updated(shape.date_updated)
    if shape.uri is not UNSET:
        record.uri = shape.uri
    record.__class__ = SipCredential
    made: SipCredential = record
    return made


SHAPE = SipCredentialShape
