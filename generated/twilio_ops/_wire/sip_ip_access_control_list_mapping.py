"""SipIpAccessControlListMapping in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.sip_ip_access_control_list_mapping import SipIpAccessControlListMapping

__all__ = ["SHAPE", "to_record"]


class SipIpAccessControlListMappingShape(Struct, gc=False):
    """SipIpAccessControlListMapping as it is written in JSON."""

    account_sid: str | None | UnsetType = UNSET
    date_created: str | None | UnsetType = UNSET
    date_updated: str | None | UnsetType = UNSET
    domain_sid: str | None | UnsetType = UNSET
    friendly_name: str | None | UnsetType = UNSET
    sid: str | None | UnsetType = UNSET
    uri: str | None | UnsetType = UNSET


_Draft = draft_of(SipIpAccessControlListMapping)
_read = readers(SipIpAccessControlListMapping)
_date_created = _read["date_created"]
_date_updated = _read["date_updated"]


def to_record(shape: SipIpAccessControlListMappingShape) -> SipIpAccessControlListMapping:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.date_created is not UNSET:
        record.date_created = _date_created(shape.date_created)
    if shape.date_updated is not UNSET:
        record.date_updated = _date_updated(shape.date_updated)
    if shape.domain_sid is not UNSET:
        record.domain_sid = shape.domain_sid
    if shape.friendly_name is not UNSET:
        record.friendly_name = shape.friendly_name
    if shape.sid is not UNSET:
        record.sid = shape.sid
    if shape.uri is not UNSET:
        record.uri = shape.uri
    record.__class__ = SipIpAccessControlListMapping
    made: SipIpAccessControlListMapping = record
    return made


SHAPE = SipIpAccessControlListMappingShape
