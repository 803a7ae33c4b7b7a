"""DependentPhoneNumber in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.dependent_phone_number import DependentPhoneNumber

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """DependentPhoneNumber as it is written in JSON; an answer with less is decoded in another way."""

    sid: str | None
    account_sid: str | None
    friendly_name: str | None
    phone_number: str | None
    voice_url: str | None
    voice_method: str | None
    voice_fallback_method: str | None
    voice_fallback_url: str | None
    voice_caller_id_lookup: bool | None
    date_created: str | None
    date_updated: str | None
    sms_fallback_method: str | None
    sms_fallback_url: str | None
    sms_method: str | None
    sms_url: str | None
    address_requirements: str | None
    capabilities: dict[str, Any] | None
    status_callback: str | None
    status_callback_method: str | None
    api_version: str | None
    sms_application_sid: str | None
    voice_application_sid: str | None
    trunk_sid: str | None
    emergency_status: str | None
    emergency_address_sid: str | None
    uri: str | None


_Draft = draft_of(DependentPhoneNumber)
_READERS = readers(DependentPhoneNumber)
_date_created = _READERS["date_created"]
_date_updated = _READERS["date_updated"]
_address_requirements = _READERS["address_requirements"]
_capabilities = _READERS["capabilities"]
_emergency_status = _READERS["emergency_status"]


def to_records(shapes: Sequence[Shape]) -> list[DependentPhoneNumber]:
    """The records of shapes."""
    made: list[DependentPhoneNumber] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.sid = shape.sid
        record.account_sid = shape.account_sid
        record.friendly_name = shape.friendly_name
        record.phone_number = shape.phone_number
        record.voice_url = shape.voice_url
        record.voice_method = shape.voice_method
        record.voice_fallback_method = shape.voice_fallback_method
        record.voice_fallback_url = shape.voice_fallback_url
        record.voice_caller_id_lookup = shape.voice_caller_id_lookup
        record.date_created = _date_created(shape.date_created)
        record.date_updated = _date_updated(shape.date_updated)
        record.sms_fallback_method = shape.sms_fallback_method
        record.sms_fallback_url = shape.sms_fallback_url
        record.sms_method = shape.sms_method
        record.sms_url = shape.sms_url
        record.address_requirements = _address_requirements(shape.address_requirements)
        record.capabilities = _capabilities(shape.capabilities)
        record.status_callback = shape.status_callback
        record.status_callback_method = shape.status_callback_method
        record.api_version = shape.api_version
        record.sms_application_sid = shape.sms_application_sid
        record.voice_application_sid = shape.voice_application_sid
        record.trunk_sid = shape.trunk_sid
        record.emergency_status = _emergency_status(shape.emergency_status)
        record.emergency_address_sid = shape.emergency_address_sid
        record.uri = shape.uri
        record.__class__ = DependentPhoneNumber
        made.append(record)
    return made
