"""Conference in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Raw, Struct
from twilio_ops_runtime.generated import draft_of, readers, uri_map

from twilio_ops.api.conference import Conference

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """Conference as it is written in JSON; an answer with less is decoded in another way."""

    account_sid: str | None
    date_created: str | None
    date_updated: str | None
    api_version: str | None
    friendly_name: str | None
    region: str | None
    sid: str | None
    status: str | None
    uri: str | None
    subresource_uris: Raw
    reason_conference_ended: str | None
    call_sid_ending_conference: str | None


_Draft = draft_of(Conference)
_READERS = readers(Conference)
_date_created = _READERS["date_created"]
_date_updated = _READERS["date_updated"]
_status = _READERS["status"]
_reason_conference_ended = _READERS["reason_conference_ended"]


def to_records(shapes: Sequence[Shape]) -> list[Conference]:
    """The records of shapes."""
    made: list[Conference] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.account_sid = shape.account_sid
        record.date_created = _date_created(shape.date_created)
        record.date_updated = _date_updated(shape.date_updated)
        record.api_version = shape.api_version
        record.friendly_name = shape.friendly_name
        record.region = shape.region
        record.sid = shape.sid
        record.status = _status(shape.status)
        record.uri = shape.uri
        record.subresource_uris = uri_map(shape.subresource_uris, shape.sid)
        record.reason_conference_ended = _reason_conference_ended(shape.reason_conference_ended)
        record.call_sid_ending_conference = shape.call_sid_ending_conference
        record.__class__ = Conference
        made.append(record)
    return made
