"""Conference in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Raw, Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers, uri_map

from twilio_ops.api.conference import Conference

__all__ = ["SHAPE", "to_record"]


class ConferenceShape(Struct, gc=False):
    """Conference as it is written in JSON."""

    account_sid: str | None | UnsetType = UNSET
    date_created: str | None | UnsetType = UNSET
    date_updated: str | None | UnsetType = UNSET
    api_version: str | None | UnsetType = UNSET
    friendly_name: str | None | UnsetType = UNSET
    region: str | None | UnsetType = UNSET
    sid: str | None | UnsetType = UNSET
    status: str | None | UnsetType = UNSET
    uri: str | None | UnsetType = UNSET
    subresource_uris: Raw | UnsetType = UNSET
    reason_conference_ended: str | None | UnsetType = UNSET
    call_sid_ending_conference: str | None | UnsetType = UNSET


_Draft = draft_of(Conference)
_read = readers(Conference)
_date_created = _read["date_created"]
_date_updated = _read["date_updated"]
_status = _read["status"]
_reason_conference_ended = _read["reason_conference_ended"]


def to_record(shape: ConferenceShape) -> Conference:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.date_created is not UNSET:
        record.date_created = _date_created(shape.date_created)
    if shape.date_updated is not UNSET:
        record.date_updated = _date_updated(shape.date_updated)
    if shape.api_version is not UNSET:
        record.api_version = shape.api_version
    if shape.friendly_name is not UNSET:
        record.friendly_name = shape.friendly_name
    if shape.region is not UNSET:
        record.region = shape.region
    if shape.sid is not UNSET:
        record.sid = shape.sid
    if shape.status is not UNSET:
        record.status = _status(shape.status)
    if shape.uri is not UNSET:
        record.uri = shape.uri
    if shape.subresource_uris is not UNSET:
        record.subresource_uris = uri_map(shape.subresource_uris, shape.sid)
    if shape.reason_conference_ended is not UNSET:
        record.reason_conference_ended = _reason_conference_ended(shape.reason_conference_ended)
    if shape.call_sid_ending_conference is not UNSET:
        record.call_sid_ending_conference = shape.call_sid_ending_conference
    record.__class__ = Conference
    made: Conference = record
    return made


SHAPE = ConferenceShape
