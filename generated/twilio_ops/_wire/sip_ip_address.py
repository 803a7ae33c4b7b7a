"""SipIpAddress in JSON: the shape that is decoded, and the record made of it."""

from decimal import Decimal
from typing import Any

from msgspec import UNSET, Raw, Struct, UnsetType
from twilio_ops_runtime.generated import new, put, readers, uri_map

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


_read = readers(SipIpAddress)
_cidr_prefix_length = _read["cidr_prefix_length"]
_date_created = _read["date_created"]
_date_updated = _read["date_updated"]


def to_record(shape: SipIpAddressShape) -> SipIpAddress:
    """The record of a shape; what the answer did not carry stays unset."""
    record = new(SipIpAddress)
    if shape.sid is not UNSET:
        put(record, "sid", shape.sid)
    if shape.account_sid is not UNSET:
        put(record, "account_sid", shape.account_sid)
    if shape.friendly_name is not UNSET:
        put(record, "friendly_name", shape.friendly_name)
    if shape.ip_address is not UNSET:
        put(record, "ip_address", shape.ip_address)
    if shape.cidr_prefix_length is not UNSET:
        put(record, "cidr_prefix_length", _cidr_prefix_length(shape.cidr_prefix_length))
    if shape.ip_access_control_list_sid is not UNSET:
        put(record, "ip_access_control_list_sid", shape.ip_access_control_list_sid)
    if shape.date_created is not UNSET:
        put(record, "date_created", _date_created(shape.date_created))
    if shape.date_updated is not UNSET:
        put(record, "date_updated", _date_updated(shape.date_updated))
    if shape.uri is not UNSET:
        put(record, "uri", shape.uri)
    return record


SHAPE = SipIpAddressShape
