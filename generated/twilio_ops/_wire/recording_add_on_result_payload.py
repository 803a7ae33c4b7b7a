"""RecordingAddOnResultPayload in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Raw, Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers, uri_map

from twilio_ops.api.recording_add_on_result_payload import RecordingAddOnResultPayload

__all__ = ["SHAPE", "to_record"]


class RecordingAddOnResultPayloadShape(Struct, gc=False):
    """RecordingAddOnResultPayload as it is written in JSON."""

    sid: str | None | UnsetType = UNSET
    add_on_result_sid: str | None | UnsetType = UNSET
    account_sid: str | None | UnsetType = UNSET
    label: str | None | UnsetType = UNSET
    add_on_sid: str | None | UnsetType = UNSET
    add_on_configuration_sid: str | None | UnsetType = UNSET
    content_type: str | None | UnsetType = UNSET
    date_created: str | None | UnsetType = UNSET
    date_updated: str | None | UnsetType = UNSET
    reference_sid: str | None | UnsetType = UNSET
    subresource_uris: Raw | UnsetType = UNSET


_Draft = draft_of(RecordingAddOnResultPayload)
_read = readers(RecordingAddOnResultPayload)
_date_created = _read["date_created"]
_date_updated = _read["date_updated"]


def to_record(shape: RecordingAddOnResultPayloadShape) -> RecordingAddOnResultPayload:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.sid is not UNSET:
        record.sid = shape.sid
    if shape.add_on_result_sid is not UNSET:
        record.add_on_result_sid = shape.add_on_result_sid
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.label is not UNSET:
        record.label = shape.label
    if shape.add_on_sid is not UNSET:
        record.add_on_sid = shape.add_on_sid
    if shape.add_on_configuration_sid is not UNSET:
        record.add_on_configuration_sid = shape.add_on_configuration_sid
    if shape.content_type is not UNSET:
        record.content_type = shape.content_type
    if shape.date_created is not UNSET:
        record.date_created = _date_created(shape.date_created)
    if shape.date_updated is not UNSET:
        record.date_updated = _date_updated(shape.date_updated)
    if shape.reference_sid is not UNSET:
        record.reference_sid = shape.reference_sid
    if shape.subresource_uris is not UNSET:
        record.subresource_uris = uri_map(shape.subresource_uris, shape.sid)
    record.__class__ = RecordingAddOnResultPayload
    made: RecordingAddOnResultPayload = record
    return made


SHAPE = RecordingAddOnResultPayloadShape
