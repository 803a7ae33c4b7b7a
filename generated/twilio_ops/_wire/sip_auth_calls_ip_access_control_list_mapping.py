"""SipAuthCallsIpAccessControlListMapping in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.sip_auth_calls_ip_access_control_list_mapping import SipAuthCallsIpAccessControlListMapping

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """SipAuthCallsIpAccessControlListMapping as it is written in JSON; an answer with less is decoded in another way."""

    account_sid: str | None
    date_created: str | None
    date_updated: str | None
    friendly_name: str | None
    sid: str | None


_Draft = draft_of(SipAuthCallsIpAccessControlListMapping)
_READERS = readers(SipAuthCallsIpAccessControlListMapping)
_date_created = _READERS["date_created"]
_date_updated = _READERS["date_updated"]


def to_records(shapes: Sequence[Shape]) -> list[SipAuthCallsIpAccessControlListMapping]:
    """The records of shapes."""
    made: list[SipAuthCallsIpAccessControlListMapping] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.account_sid = shape.account_sid
        record.date_created = _date_created(shape.date_created)
        record.date_updated = _date_updated(shape.date_updated)
        record.friendly_name = shape.friendly_name
        record.sid = shape.sid
        record.__class__ = SipAuthCallsIpAccessControlListMapping
        made.append(record)
    return made
