"""Media in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.media import Media

__all__ = ["SHAPE", "to_record"]


class MediaShape(Struct, gc=False):
    """Media as it is written in JSON."""

    account_sid: str | None | UnsetType = UNSET
    content_type: str | None | UnsetType = UNSET
    date_created: str | None | UnsetType = UNSET
    date_updated: str | None | UnsetType = UNSET
    parent_sid: str | None | UnsetType = UNSET
    sid: str | None | UnsetType = UNSET
    uri: str | None | UnsetType = UNSET


_Draft = draft_of(Media)
_read = readers(Media)
_date_created = _read["date_created"]
_date_updated = _read["date_updated"]


def to_record(shape: MediaShape) -> Media:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.content_type is not UNSET:
        record.content_type = shape.content_type
    if shape.date_created is not UNSET:
        record.date_created = _date_created(shape.date_created)
    if shape.date_updated is not UNSET:
        record.date_updated = _date_updated(shape.date_updated)
    if shape.parent_sid is not UNSET:
        record.parent_sid = shape.parent_sid
    if shape.sid is not UNSET:
        record.sid = shape.sid
    if shape.uri is not UNSET:
        record.uri = shape.uri
    record.__class__ = Media
    made: Media = record
    return made


SHAPE = MediaShape
