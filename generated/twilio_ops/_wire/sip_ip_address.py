"""SipIpAddress in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.sip_ip_address import SipIpAddress

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """SipIpAddress as it is written in JSON; an answer with less is decoded in another way."""

    sid: str | None
    account_sid: str | None
    friendly_name: str | None
    ip_address: str | None
    cidr_prefix_length: int | str | None
    ip_access_control_list_sid: str | None
    date_created: str | None
    date_updated: str | None
    uri: str | None


_Draft = draft_of(SipIpAddress)
_READERS = readers(SipIpAddress)
_cidr_prefix_length = _READERS["cidr_prefix_length"]
_date_created = _READERS["date_created"]
_date_updated = _READERS["date_updated"]


def to_records(shapes: Sequence[Shape]) -> list[SipIpAddress]:
    """The records of shapes."""
    made: list[SipIpAddress] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.sid = shape.sid
        record.account_sid = shape.account_sid
        record.friendly_name = shape.friendly_name
        record.ip_address = shape.ip_address
        record.cidr_prefix_length = _cidr_prefix_length(shape.cidr_prefix_length)
        record.ip_access_control_list_sid = shape.ip_access_control_list_sid
        record.date_created = _date_created(shape.date_created)
        record.date_updated = _date_updated(shape.date_updated)
        record.uri = shape.uri
        record.__class__ = SipIpAddress
        made.append(record)
    return made
