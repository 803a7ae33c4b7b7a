"""Media in JSON: the shape that is decoded, and the record made of it."""

from decimal import Decimal
from typing import Any

from msgspec import UNSET, Raw, Struct, UnsetType
from twilio_ops_runtime.generated import new, put, readers, uri_map

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


_read = readers(Media)
_date_created = _read["date_created"]
_date_updated = _read["date_updated"]


def to_record(shape: MediaShape) -> Media:
    """The record of a shape; what the answer did not carry stays unset."""
    record = new(Media)
    if shape.account_sid is not UNSET:
        put(record, "account_sid", shape.account_sid)
    if shape.content_type is not UNSET:
        put(record, "content_type", shape.content_type)
    if shape.date_created is not UNSET:
        put(record, "date_created", _date_created(shape.date_created))
    if shape.date_updated is not UNSET:
        put(record, "date_updated", _date_updated(shape.date_updated))
    if shape.parent_sid is not UNSET:
        put(record, "parent_sid", shape.parent_sid)
    if shape.sid is not UNSET:
        put(record, "sid", shape.sid)
    if shape.uri is not UNSET:
        put(record, "uri", shape.uri)
    return record


SHAPE = MediaShape
