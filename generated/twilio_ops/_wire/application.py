"""Application in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.application import Application

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """Application as it is written in JSON; an answer with less is decoded in another way."""

    account_sid: str | None
    api_version: str | None
    date_created: str | None
    date_updated: str | None
    friendly_name: str | None
    message_status_callback: str | None
    sid: str | None
    sms_fallback_method: str | None
    sms_fallback_url: str | None
    sms_method: str | None
    sms_status_callback: str | None
    sms_url: str | None
    status_callback: str | None
    status_callback_method: str | None
    uri: str | None
    voice_caller_id_lookup: bool | None
    voice_fallback_method: str | None
    voice_fallback_url: str | None
    voice_method: str | None
    voice_url: str | None
    public_application_connect_enabled: bool | None


_Draft = draft_of(Application)
_READERS = readers(Application)
_date_created = _READERS["date_created"]
_date_updated = _READERS["date_updated"]


def to_records(shapes: Sequence[Shape]) -> list[Application]:
    """The records of shapes."""
    made: list[Application] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.account_sid = shape.account_sid
        record.api_version = shape.api_version
        record.date_created = _date_created(shape.date_created)
        record.date_updated = _date_updated(shape.date_updated)
        record.friendly_name = shape.friendly_name
        record.message_status_callback = shape.message_status_callback
        record.sid = shape.sid
        record.sms_fallback_method = shape.sms_fallback_method
        record.sms_fallback_url = shape.sms_fallback_url
        record.sms_method = shape.sms_method
        record.sms_status_callback = shape.sms_status_callback
        record.sms_url = shape.sms_url
        record.status_callback = shape.status_callback
        record.status_callback_method = shape.status_callback_method
        record.uri = shape.uri
        record.voice_caller_id_lookup = shape.voice_caller_id_lookup
        record.voice_fallback_method = shape.voice_fallback_method
        record.voice_fallback_url = shape.voice_fallback_url
        record.voice_method = shape.voice_method
        record.voice_url = shape.voice_url
        record.public_application_connect_enabled = shape.public_application_connect_enabled
        record.__class__ = Application
        made.append(record)
    return made
