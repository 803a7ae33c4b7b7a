"""SipIpAccessControlList in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Raw, Struct
from twilio_ops_runtime.generated import draft_of, readers, uri_map

from twilio_ops.api.sip_ip_access_control_list import SipIpAccessControlList

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """SipIpAccessControlList as it is written in JSON; an answer with less is decoded in another way."""

    sid: str | None
    account_sid: str | None
    friendly_name: str | None
    date_created: str | None
    date_updated: str | None
    subresource_uris: Raw
    uri: str | None


_Draft = draft_of(SipIpAccessControlList)
_READERS = readers(SipIpAccessControlList)
_date_created = _READERS["date_created"]
_date_updated = _READERS["date_updated"]


def to_records(shapes: Sequence[Shape]) -> list[SipIpAccessControlList]:
    """The records of shapes."""
    made: list[SipIpAccessControlList] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.sid = shape.sid
        record.account_sid = shape.account_sid
        record.friendly_name = shape.friendly_name
        record.date_created = _date_created(shape.date_created)
        record.date_updated = _date_updated(shape.date_updated)
        record.subresource_uris = uri_map(shape.subresource_uris, shape.sid)
        record.uri = shape.uri
        record.__class__ = SipIpAccessControlList
        made.append(record)
    return made
