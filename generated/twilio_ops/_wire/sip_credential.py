"""SipCredential in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.sip_credential import SipCredential

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """SipCredential as it is written in JSON; an answer with less is decoded in another way."""

    sid: str | None
    account_sid: str | None
    credential_list_sid: str | None
    username: str | None
    date_created: str | None
    date_updated: str | None
    uri: str | None


_Draft = draft_of(SipCredential)
_READERS = readers(SipCredential)
_date_created = _READERS["date_created"]
_date_updated = _READERS["date_updated"]


def to_records(shapes: Sequence[Shape]) -> list[SipCredential]:
    """The records of shapes."""
    made: list[SipCredential] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.sid = shape.sid
        record.account_sid = shape.account_sid
        record.credential_list_sid = shape.credential_list_sid
        record.username = shape.username
        record.date_created = _date_created(shape.date_created)
        record.date_updated = _date_updated(shape.date_updated)
        record.uri = shape.uri
        record.__class__ = SipCredential
        made.append(record)
    return made
