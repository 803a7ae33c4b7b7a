"""ShortCode in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.short_code import ShortCode

__all__ = ["SHAPE", "to_record"]


class ShortCodeShape(Struct, gc=False):
    """ShortCode as it is written in JSON."""

    account_sid: str | None | UnsetType = UNSET
    api_version: str | None | UnsetType = UNSET
    date_created: str | None | UnsetType = UNSET
    date_updated: str | None | UnsetType = UNSET
    friendly_name: str | None | UnsetType = UNSET
    short_code: str | None | UnsetType = UNSET
    sid: str | None | UnsetType = UNSET
    sms_fallback_method: str | None | UnsetType = UNSET
    sms_fallback_url: str | None | UnsetType = UNSET
    sms_method: str | None | UnsetType = UNSET
    sms_url: str | None | UnsetType = UNSET
    uri: str | None | UnsetType = UNSET


_Draft = draft_of(ShortCode)
_read = readers(ShortCode)
_date_created = _read["date_created"]
_date_updated = _read["date_updated"]


def to_record(shape: ShortCodeShape) -> ShortCode:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.api_version is not UNSET:
        record.api_version = shape.api_version
    if shape.date_created is not UNSET:
        record.date_created = _date_created(shape.date_created)
    if shape.date_updated is not UNSET:
        record.date_updated = _date_updated(shape.date_updated)
    if shape.friendly_name is not UNSET:
        record.friendly_name = shape.friendly_name
    if shape.short_code is not UNSET:
        record.short_code = shape.short_code
    if shape.sid is not UNSET:
        record.sid = shape.sid
    if shape.sms_fallback_method is not UNSET:
        record.sms_fallback_method = shape.sms_fallback_method
    if shape.sms_fallback_url is not UNSET:
        record.sms_fallback_url = shape.sms_fallback_url
    if shape.sms_method is not UNSET:
        record.sms_method = shape.sms_method
    if shape.sms_url is not UNSET:
        record.sms_url = shape.sms_url
    if shape.uri is not UNSET:
        record.uri = shape.uri
    record.__class__ = ShortCode
    made: ShortCode = record
    return made


SHAPE = ShortCodeShape
