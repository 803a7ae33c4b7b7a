"""LocalIncomingPhoneNumber in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.local_incoming_phone_number import LocalIncomingPhoneNumber

__all__ = ["SHAPE", "to_record"]


class LocalIncomingPhoneNumberShape(Struct, gc=False):
    """LocalIncomingPhoneNumber as it is written in JSON."""

    account_sid: str | None | UnsetType = UNSET
    address_sid: str | None | UnsetType = UNSET
    address_requirements: str | None | UnsetType = UNSET
    api_version: str | None | UnsetType = UNSET
    beta: bool | None | UnsetType = UNSET
    capabilities: dict[str, Any] | None | UnsetType = UNSET
    date_created: str | None | UnsetType = UNSET
    date_updated: str | None | UnsetType = UNSET
    friendly_name: str | None | UnsetType = UNSET
    identity_sid: str | None | UnsetType = UNSET
    phone_number: str | None | UnsetType = UNSET
    origin: str | None | UnsetType = UNSET
    sid: str | None | UnsetType = UNSET
    sms_application_sid: str | None | UnsetType = UNSET
    sms_fallback_method: str | None | UnsetType = UNSET
    sms_fallback_url: str | None | UnsetType = UNSET
    sms_method: str | None | UnsetType = UNSET
    sms_url: str | None | UnsetType = UNSET
    status_callback: str | None | UnsetType = UNSET
    status_callback_method: str | None | UnsetType = UNSET
    trunk_sid: str | None | UnsetType = UNSET
    uri: str | None | UnsetType = UNSET
    voice_receive_mode: str | None | UnsetType = UNSET
    voice_application_sid: str | None | UnsetType = UNSET
    voice_caller_id_lookup: bool | None | UnsetType = UNSET
    voice_fallback_method: str | None | UnsetType = UNSET
    voice_fallback_url: str | None | UnsetType = UNSET
    voice_method: str | None | UnsetType = UNSET
    voice_url: str | None | UnsetType = UNSET
    emergency_status: str | None | UnsetType = UNSET
    emergency_address_sid: str | None | UnsetType = UNSET
    emergency_address_status: str | None | UnsetType = UNSET
    bundle_sid: str | None | UnsetType = UNSET
    status: str | None | UnsetType = UNSET


_Draft = draft_of(LocalIncomingPhoneNumber)
_read = readers(LocalIncomingPhoneNumber)
_address_requirements = _read["address_requirements"]
_capabilities = _read["capabilities"]
_date_created = _read["date_created"]
_date_updated = _read["date_updated"]
_voice_receive_mode = _read["voice_receive_mode"]
_emergency_status = _read["emergency_status"]
_emergency_address_status = _read["emergency_address_status"]


def to_record(shape: LocalIncomingPhoneNumberShape) -> LocalIncomingPhoneNumber:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.address_sid is not UNSET:
        record.address_sid = shape.address_sid
    if shape.address_requirements is not UNSET:
        record.address_requirements = _address_requirements(shape.address_requirements)
    if shape.api_version is not UNSET:
        record.api_version = shape.api_version
    if shape.beta is not UNSET:
        record.beta = shape.beta
    if shape.capabilities is not UNSET:
        record.capabilities = _capabilities(shape.capabilities)
    if shape.date_created is not UNSET:
        record.date_created = _date_created(shape.date_created)
    if shape.date_updated is not UNSET:
        record.date_updated = _date_updated(shape.date_updated)
    if shape.friendly_name is not UNSET:
        record.friendly_name = shape.friendly_name
    if shape.identity_sid is not UNSET:
        record.identity_sid = shape.identity_sid
    if shape.phone_number is not UNSET:
        record.phone_number = shape.phone_number
    if shape.origin is not UNSET:
        record.origin = shape.origin
    if shape.sid is not UNSET:
        record.sid = shape.sid
    if shape.sms_application_sid is not UNSET:
        record.sms_application_sid = shape.sms_application_sid
    if shape.sms_fallback_method is not UNSET:
        record.sms_fallback_method = shape.sms_fallback_method
    if shape.sms_fallback_url is not UNSET:
        record.sms_fallback_url = shape.sms_fallback_url
    if shape.sms_method is not UNSET:
        record.sms_method = shape.sms_method
    if shape.sms_url is not UNSET:
        record.sms_url = shape.sms_url
    if shape.status_callback is not UNSET:
        record.status_callback = shape.status_callback
    if shape.status_callback_method is not UNSET:
        record.status_callback_method = shape.status_callback_method
    if shape.trunk_sid is not UNSET:
        record.trunk_sid = shape.trunk_sid
    if shape.uri is not UNSET:
        record.uri = shape.uri
    if shape.voice_receive_mode is not UNSET:
        record.voice_receive_mode = _voice_receive_mode(shape.voice_receive_mode)
    if shape.voice_application_sid is not UNSET:
        record.voice_application_sid = shape.voice_application_sid
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
    if shape.emergency_status is not UNSET:
        record.emergency_status = _emergency_status(shape.emergency_status)
    if shape.emergency_address_sid is not UNSET:
        record.emergency_address_sid = shape.emergency_address_sid
    if shape.emergency_address_status is not UNSET:
        record.emergency_address_status = _emergency_address_status(shape.emergency_address_status)
    if shape.bundle_sid is not UNSET:
        record.bundle_sid = shape.bundle_sid
    if shape.status is not UNSET:
        record.status = shape.status
    record.__class__ = LocalIncomingPhoneNumber
    made: LocalIncomingPhoneNumber = record
    return made


SHAPE = LocalIncomingPhoneNumberShape
