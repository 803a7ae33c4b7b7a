"""ShortCode in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.short_code import ShortCode

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """ShortCode as it is written in JSON; an answer with less is decoded in another way."""

    account_sid: str | None
    api_version: str | None
    date_created: str | None
    date_updated: str | None
    friendly_name: str | None
    short_code: str | None
    sid: str | None
    sms_fallback_method: str | None
    sms_fallback_url: str | None
    sms_method: str | None
    sms_url: str | None
    uri: str | None


_Draft = draft_of(ShortCode)
_READERS = readers(ShortCode)
_date_created = _READERS["date_created"]
_date_updated = _READERS["date_updated"]


def to_records(shapes: Sequence[Shape]) -> list[ShortCode]:
    """The records of shapes."""
    made: list[ShortCode] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.account_sid = shape.account_sid
        record.api_version = shape.api_version
        record.date_created = _date_created(shape.date_created)
        record.date_updated = _date_updated(shape.date_updated)
        record.friendly_name = shape.friendly_name
        record.short_code = shape.short_code
        record.sid = shape.sid
        record.sms_fallback_method = shape.sms_fallback_method
        record.sms_fallback_url = shape.sms_fallback_url
        record.sms_method = shape.sms_method
        record.sms_url = shape.sms_url
        record.uri = shape.uri
        record.__class__ = ShortCode
        made.append(record)
    return made
