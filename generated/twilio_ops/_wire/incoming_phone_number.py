"""IncomingPhoneNumber in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.incoming_phone_number import IncomingPhoneNumber

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """IncomingPhoneNumber as it is written in JSON; an answer with less is decoded in another way."""

    account_sid: str | None
    address_sid: str | None
    address_requirements: str | None
    api_version: str | None
    beta: bool | None
    capabilities: dict[str, Any] | None
    date_created: str | None
    date_updated: str | None
    friendly_name: str | None
    identity_sid: str | None
    phone_number: str | None
    origin: str | None
    sid: str | None
    sms_application_sid: str | None
    sms_fallback_method: str | None
    sms_fallback_url: str | None
    sms_method: str | None
    sms_url: str | None
    status_callback: str | None
    status_callback_method: str | None
    trunk_sid: str | None
    uri: str | None
    voice_receive_mode: str | None
    voice_application_sid: str | None
    voice_caller_id_lookup: bool | None
    voice_fallback_method: str | None
    voice_fallback_url: str | None
    voice_method: str | None
    voice_url: str | None
    emergency_status: str | None
    emergency_address_sid: str | None
    emergency_address_status: str | None
    bundle_sid: str | None
    status: str | None
    type: str | None


_Draft = draft_of(IncomingPhoneNumber)
_READERS = readers(IncomingPhoneNumber)
_address_requirements = _READERS["address_requirements"]
_capabilities = _READERS["capabilities"]
_date_created = _READERS["date_created"]
_date_updated = _READERS["date_updated"]
_voice_receive_mode = _READERS["voice_receive_mode"]
_emergency_status = _READERS["emergency_status"]
_emergency_address_status = _READERS["emergency_address_status"]


def to_records(shapes: Sequence[Shape]) -> list[IncomingPhoneNumber]:
    """The records of shapes."""
    made: list[IncomingPhoneNumber] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.account_sid = shape.account_sid
        record.address_sid = shape.address_sid
        record.address_requirements = _address_requirements(shape.address_requirements)
        record.api_version = shape.api_version
        record.beta = shape.beta
        record.capabilities = _capabilities(shape.capabilities)
        record.date_created = _date_created(shape.date_created)
        record.date_updated = _date_updated(shape.date_updated)
        record.friendly_name = shape.friendly_name
        record.identity_sid = shape.identity_sid
        record.phone_number = shape.phone_number
        record.origin = shape.origin
        record.sid = shape.sid
        record.sms_application_sid = shape.sms_application_sid
        record.sms_fallback_method = shape.sms_fallback_method
        record.sms_fallback_url = shape.sms_fallback_url
        record.sms_method = shape.sms_method
        record.sms_url = shape.sms_url
        record.status_callback = shape.status_callback
        record.status_callback_method = shape.status_callback_method
        record.trunk_sid = shape.trunk_sid
        record.uri = shape.uri
        record.voice_receive_mode = _voice_receive_mode(shape.voice_receive_mode)
        record.voice_application_sid = shape.voice_application_sid
        record.voice_caller_id_lookup = shape.voice_caller_id_lookup
        record.voice_fallback_method = shape.voice_fallback_method
        record.voice_fallback_url = shape.voice_fallback_url
        record.voice_method = shape.voice_method
        record.voice_url = shape.voice_url
        record.emergency_status = _emergency_status(shape.emergency_status)
        record.emergency_address_sid = shape.emergency_address_sid
        record.emergency_address_status = _emergency_address_status(shape.emergency_address_status)
        record.bundle_sid = shape.bundle_sid
        record.status = shape.status
        record.type = shape.type
        record.__class__ = IncomingPhoneNumber
        made.append(record)
    return made
