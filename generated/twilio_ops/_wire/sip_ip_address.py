"""SipIpAddress in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.sip_ip_address import SipIpAddress

__all__ = ["SHAPE", "to_record"]


class SipIpAddressShape(Struct, gc=False):
    """SipIpAddress as it is written in JSON."""

    sid: str | None | UnsetType = UNSET
    account_sid: str | None | UnsetType = UNSET
    friendly_name: str | None | UnsetType = UNSET
    ip_address: str | None | UnsetType = UNSET
    cidr_prefix_length: int | str | None | UnsetType = UNSET
    ip_access_control_list_sid: str | None | UnsetType = UNSET
    date_created: str | None | UnsetType = UNSET
    date_updated: str | None | UnsetType = UNSET
    uri: str | None | UnsetType = UNSET


_Draft = draft_of(SipIpAddress)
_read = readers(SipIpAddress)
_cidr_prefix_length = _read["cidr_prefix_length"]
_date_created = _read["date_created"]
_date_updated = _read["date_updated"]


def to_record(shape: SipIpAddressShape) -> SipIpAddress:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.sid is not UNSET:
        record.sid = shape.sid
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.friendly_name is not UNSET:
        record.friendly_name = shape.friendly_name
    if shape.ip_address is not UNSET:
        record.ip_address = shape.ip_address
    if shape.cidr_prefix_length is not UNSET:
        record.cidr_prefix_length = _cidr_prefix_length(shape.cidr_prefix_length)
    if shape.ip_access_control_list_sid is not UNSET:
        record.ip_access_control_list_sid = shape.ip_access_control_list_sid
    if shape.date_created is not UNSET:
        record.date_created = _date_created(shape.date_created)
    if shape.date_updated is not UNSET:
        record.date_updated = _date_updated(shape.date_updated)
    if shape.uri is not UNSET:
        record.uri = shape.uri
    record.__class__ = SipIpAddress
    made: SipIpAddress = record
    return made


SHAPE = SipIpAddressShape
