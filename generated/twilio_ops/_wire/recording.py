"""Recording in JSON: the shape that is decoded, and the record made of it."""

from decimal import Decimal
from typing import Any

from msgspec import Raw, Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers, uri_map

from twilio_ops.api.recording import Recording

__all__ = ["SHAPE", "to_record"]


class RecordingShape(Struct, gc=False):
    """Recording as it is written in JSON."""

    account_sid: str | None | UnsetType = UNSET
    api_version: str | None | UnsetType = UNSET
    call_sid: str | None | UnsetType = UNSET
    conference_sid: str | None | UnsetType = UNSET
    date_created: str | None | UnsetType = UNSET
    date_updated: str | None | UnsetType = UNSET
    start_time: str | None | UnsetType = UNSET
    duration: int | str | None | UnsetType = UNSET
    sid: str | None | UnsetType = UNSET
    price: Decimal | None | UnsetType = UNSET
    price_unit: str | None | UnsetType = UNSET
    status: str | None | UnsetType = UNSET
    channels: int | str | None | UnsetType = UNSET
    source: str | None | UnsetType = UNSET
    error_code: int | str | None | UnsetType = UNSET
    uri: str | None | UnsetType = UNSET
    encryption_details: Any | UnsetType = UNSET
    subresource_uris: Raw | UnsetType = UNSET
    media_url: str | None | UnsetType = UNSET


_Draft = draft_of(Recording)
_read = readers(Recording)
_date_created = _read["date_created"]
_date_updated = _read["date_updated"]
_start_time = _read["start_time"]
_duration = _read["duration"]
_status = _read["status"]
_channels = _read["channels"]
_source = _read["source"]
_error_code = _read["error_code"]


def to_record(shape: RecordingShape) -> Recording:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.api_version is not UNSET:
        record.api_version = shape.api_version
    if shape.call_sid is not UNSET:
        record.call_sid = shape.call_sid
    if shape.conference_sid is not UNSET:
        record.conference_sid = shape.conference_sid
    if shape.date_created is not UNSET:
        record.date_created = _date_created(shape.date_created)
    if shape.date_updated is not UNSET:
        record.date_updated = _date_updated(shape.date_updated)
    if shape.start_time is not UNSET:
        record.start_time = _start_time(shape.start_time)
    if shape.duration is not UNSET:
        record.duration = _duration(shape.duration)
    if shape.sid is not UNSET:
        record.sid = shape.sid
    if shape.price is not UNSET:
        record.price = shape.price
    if shape.price_unit is not UNSET:
        record.price_unit = shape.price_unit
    if shape.status is not UNSET:
        record.status = _status(shape.status)
    if shape.channels is not UNSET:
        record.channels = _channels(shape.channels)
    if shape.source is not UNSET:
        record.source = _source(shape.source)
    if shape.error_code is not UNSET:
        record.error_code = _error_code(shape.error_code)
    if shape.uri is not UNSET:
        record.uri = shape.uri
    if shape.encryption_details is not UNSET:
        record.encryption_details = shape.encryption_details
    if shape.subresource_uris is not UNSET:
        record.subresource_uris = uri_map(shape.subresource_uris, shape.sid)
    if shape.media_url is not UNSET:
        record.media_url = shape.media_url
    record.__class__ = Recording
    made: Recording = record
    return made


SHAPE = RecordingShape
