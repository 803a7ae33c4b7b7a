"""Recording in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Raw, Struct
from twilio_ops_runtime.generated import draft_of, readers, uri_map

from twilio_ops.api.recording import Recording

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """Recording as it is written in JSON; an answer with less is decoded in another way."""

    account_sid: str | None
    api_version: str | None
    call_sid: str | None
    conference_sid: str | None
    date_created: str | None
    date_updated: str | None
    start_time: str | None
    duration: int | str | None
    sid: str | None
    price: Any
    price_unit: str | None
    status: str | None
    channels: int | str | None
    source: str | None
    error_code: int | str | None
    uri: str | None
    encryption_details: Any
    subresource_uris: Raw
    media_url: str | None


_Draft = draft_of(Recording)
_READERS = readers(Recording)
_date_created = _READERS["date_created"]
_date_updated = _READERS["date_updated"]
_start_time = _READERS["start_time"]
_duration = _READERS["duration"]
_price = _READERS["price"]
_status = _READERS["status"]
_channels = _READERS["channels"]
_source = _READERS["source"]
_error_code = _READERS["error_code"]


def to_records(shapes: Sequence[Shape]) -> list[Recording]:
    """The records of shapes."""
    made: list[Recording] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.account_sid = shape.account_sid
        record.api_version = shape.api_version
        record.call_sid = shape.call_sid
        record.conference_sid = shape.conference_sid
        record.date_created = _date_created(shape.date_created)
        record.date_updated = _date_updated(shape.date_updated)
        record.start_time = _start_time(shape.start_time)
        record.duration = _duration(shape.duration)
        record.sid = shape.sid
        record.price = _price(shape.price)
        record.price_unit = shape.price_unit
        record.status = _status(shape.status)
        record.channels = _channels(shape.channels)
        record.source = _source(shape.source)
        record.error_code = _error_code(shape.error_code)
        record.uri = shape.uri
        record.encryption_details = shape.encryption_details
        record.subresource_uris = uri_map(shape.subresource_uris, shape.sid)
        record.media_url = shape.media_url
        record.__class__ = Recording
        made.append(record)
    return made
