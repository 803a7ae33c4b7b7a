"""SipCredentialList in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Raw, Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers, uri_map

from twilio_ops.api.sip_credential_list import SipCredentialList

__all__ = ["SHAPE", "to_record"]


class SipCredentialListShape(Struct, gc=False):
    """SipCredentialList as it is written in JSON."""

    account_sid: str | None | UnsetType = UNSET
    date_created: str | None | UnsetType = UNSET
    date_updated: str | None | UnsetType = UNSET
    friendly_name: str | None | UnsetType = UNSET
    sid: str | None | UnsetType = UNSET
    subresource_uris: Raw | UnsetType = UNSET
    uri: str | None | UnsetType = UNSET


_Draft = draft_of(SipCredentialList)
_read = readers(SipCredentialList)
_date_created = _read["date_created"]
_date_updated = _read["date_updated"]


def to_record(shape: SipCredentialListShape) -> SipCredentialList:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.date_created is not UNSET:
        record.date_created = _date_created(shape.date_created)
    if shape.date_updated is not UNSET:
        record.date_updated = _date_updated(shape.date_updated)
    if shape.friendly_name is not UNSET:
        record.friendly_name = shape.friendly_name
    if shape.sid is not UNSET:
        record.sid = shape.sid
    if shape.subresource_uris is not UNSET:
        record.subresource_uris = uri_map(shape.subresource_uris, shape.sid)
    if shape.uri is not UNSET:
        record.uri = shape.uri
    record.__class__ = SipCredentialList
    made: SipCredentialList = record
    return made


SHAPE = SipCredentialListShape
