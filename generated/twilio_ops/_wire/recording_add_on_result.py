"""RecordingAddOnResult in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Raw, Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers, uri_map

from twilio_ops.api.recording_add_on_result import RecordingAddOnResult

__all__ = ["SHAPE", "to_record"]


class RecordingAddOnResultShape(Struct, gc=False):
    """RecordingAddOnResult as it is written in JSON."""

    sid: str | None | UnsetType = UNSET
    account_sid: str | None | UnsetType = UNSET
    status: str | None | UnsetType = UNSET
    add_on_sid: str | None | UnsetType = UNSET
    add_on_configuration_sid: str | None | UnsetType = UNSET
    date_created: str | None | UnsetType = UNSET
    date_updated: str | None | UnsetType = UNSET
    date_completed: str | None | UnsetType = UNSET
    reference_sid: str | None | UnsetType = UNSET
    subresource_uris: Raw | UnsetType = UNSET


_Draft = draft_of(RecordingAddOnResult)
_read = readers(RecordingAddOnResult)
_status = _read["status"]
_date_created = _read["date_created"]
_date_updated = _read["date_updated"]
_date_completed = _read["date_completed"]


def to_record(shape: RecordingAddOnResultShape) -> RecordingAddOnResult:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.sid is not UNSET:
        record.sid = shape.sid
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.status is not UNSET:
        record.status = _status(shape.status)
    if shape.add_on_sid is not UNSET:
        record.add_on_sid = shape.add_on_sid
    if shape.add_on_configuration_sid is not UNSET:
        record.add_on_configuration_sid = shape.add_on_configuration_sid
    if shape.date_created is not UNSET:
        record.date_created = _date_created(shape.date_created)
    if shape.date_updated is not UNSET:
        record.date_updated = _date_updated(shape.date_updated)
    if shape.date_completed is not UNSET:
        record.date_completed = _date_completed(shape.date_completed)
    if shape.reference_sid is not UNSET:
        record.reference_sid = shape.reference_sid
    if shape.subresource_uris is not UNSET:
        record.subresource_uris = uri_map(shape.subresource_uris, shape.sid)
    record.__class__ = RecordingAddOnResult
    made: RecordingAddOnResult = record
    return made


SHAPE = RecordingAddOnResultShape
