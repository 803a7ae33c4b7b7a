"""SipIpAccessControlListMapping in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Raw, Struct
from twilio_ops_runtime.generated import draft_of, readers, uri_map

from twilio_ops.api.sip_ip_access_control_list_mapping import SipIpAccessControlListMapping

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """SipIpAccessControlListMapping as it is written in JSON; an answer with less is decoded in another way."""

    account_sid: str | None
    date_created: str | None
    date_updated: str | None
    domain_sid: str | None
    friendly_name: str | None
    sid: str | None
    uri: str | None
    subresource_uris: Raw


_Draft = draft_of(SipIpAccessControlListMapping)
_READERS = readers(SipIpAccessControlListMapping)
_date_created = _READERS["date_created"]
_date_updated = _READERS["date_updated"]


def to_records(shapes: Sequence[Shape]) -> list[SipIpAccessControlListMapping]:
    """The records of shapes."""
    made: list[SipIpAccessControlListMapping] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.account_sid = shape.account_sid
        record.date_created = _date_created(shape.date_created)
        record.date_updated = _date_updated(shape.date_updated)
        record.domain_sid = shape.domain_sid
        record.friendly_name = shape.friendly_name
        record.sid = shape.sid
        record.uri = shape.uri
        record.subresource_uris = uri_map(shape.subresource_uris, shape.sid)
        record.__class__ = SipIpAccessControlListMapping
        made.append(record)
    return made
