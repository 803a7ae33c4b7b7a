"""Application in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.application import Application

__all__ = ["SHAPE", "to_record"]


class ApplicationShape(Struct, gc=False):
    """Application as it is written in JSON."""

    account_sid: str | None | UnsetType = UNSET
    api_version: str | None | UnsetType = UNSET
    date_created: str | None | UnsetType = UNSET
    date_updated: str | None | UnsetType = UNSET
    friendly_name: str | None | UnsetType = UNSET
    message_status_callback: str | None | UnsetType = UNSET
    sid: str | None | UnsetType = UNSET
    sms_fallback_method: str | None | UnsetType = UNSET
    sms_fallback_url: str | None | UnsetType = UNSET
    sms_method: str | None | UnsetType = UNSET
    sms_status_callback: str | None | UnsetType = UNSET
    sms_url: str | None | UnsetType = UNSET
    status_callback: str | None | UnsetType = UNSET
    status_callback_method: str | None | UnsetType = UNSET
    uri: str | None | UnsetType = UNSET
    voice_caller_id_lookup: bool | None | UnsetType = UNSET
    voice_fallback_method: str | None | UnsetType = UNSET
    voice_fallback_url: str | None | UnsetType = UNSET
    voice_method: str | None | UnsetType = UNSET
    voice_url: str | None | UnsetType = UNSET
    public_application_connect_enabled: bool | None | UnsetType = UNSET


_Draft = draft_of(Application)
_read = readers(Application)
_date_created = _read["date_created"]
_date_updated = _read["date_updated"]


def to_record(shape: ApplicationShape) -> Application:
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
    if shape.message_status_callback is not UNSET:
        record.message_status_callback = shape.message_status_callback
    if shape.sid is not UNSET:
        record.sid = shape.sid
    if shape.sms_fallback_method is not UNSET:
        record.sms_fallback_method = shape.sms_fallback_method
    if shape.sms_fallback_url is not UNSET:
        record.sms_fallback_url = shape.sms_fallback_url
    if shape.sms_method is not UNSET:
        record.sms_method = shape.sms_method
    if shape.sms_status_callback is not UNSET:
        record.sms_status_callback = shape.sms_status_callback
    if shape.sms_url is not UNSET:
        record.sms_url = shape.sms_url
    if shape.status_callback is not UNSET:
        record.status_callback = shape.status_callback
    if shape.status_callback_method is not UNSET:
        record.status_callback_method = shape.status_callback_method
    if shape.uri is not UNSET:
        record.uri = shape.uri
    if shape.voice_caller_id_lookup is not UNSET:
        record.voice_caller_id_lookup = shape.voice_caller_id_lookup
    if shape.voice_fallback_method is not UNSET:
        record.voice_fallback_method = shape.voice_fallback_method
    if shape.voice_fallback_url is not UNSET:
        record.voice_fallback_url = shape.voice_fallback_url
    if shape.voice_method is not UNSET:
        record.voice_method = shape.voice_method
    if shape.voice_url is not UNSET:
        record.voice_url = shape.voice_url
    if shape.public_application_connect_enabled is not UNSET:
        record.public_application_connect_enabled = shape.public_application_connect_enabled
    record.__class__ = Application
    made: Application = record
    return made


SHAPE = ApplicationShape
