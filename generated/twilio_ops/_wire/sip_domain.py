"""SipDomain in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Raw, Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers, uri_map

from twilio_ops.api.sip_domain import SipDomain

__all__ = ["SHAPE", "to_record"]


class SipDomainShape(Struct, gc=False):
    """SipDomain as it is written in JSON."""

    account_sid: str | None | UnsetType = UNSET
    api_version: str | None | UnsetType = UNSET
    auth_type: str | None | UnsetType = UNSET
    date_created: str | None | UnsetType = UNSET
    date_updated: str | None | UnsetType = UNSET
    domain_name: str | None | UnsetType = UNSET
    friendly_name: str | None | UnsetType = UNSET
    sid: str | None | UnsetType = UNSET
    uri: str | None | UnsetType = UNSET
    voice_fallback_method: str | None | UnsetType = UNSET
    voice_fallback_url: str | None | UnsetType = UNSET
    voice_method: str | None | UnsetType = UNSET
    voice_status_callback_method: str | None | UnsetType = UNSET
    voice_status_callback_url: str | None | UnsetType = UNSET
    voice_url: str | None | UnsetType = UNSET
    subresource_uris: Raw | UnsetType = UNSET
    sip_registration: bool | None | UnsetType = UNSET
    emergency_calling_enabled: bool | None | UnsetType = UNSET
    secure: bool | None | UnsetType = UNSET
    byoc_trunk_sid: str | None | UnsetType = UNSET
    emergency_caller_sid: str | None | UnsetType = UNSET


_Draft = draft_of(SipDomain)
_read = readers(SipDomain)
_date_created = _read["date_created"]
_date_updated = _read["date_updated"]


def to_record(shape: SipDomainShape) -> SipDomain:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.api_version is not UNSET:
        record.api_version = shape.api_version
    if shape.auth_type is not UNSET:
        record.auth_type = shape.auth_type
    if shape.date_created is not UNSET:
        record.date_created = _date_created(shape.date_created)
    if shape.date_updated is not UNSET:
        record.date_updated = _date_updated(shape.date_updated)
    if shape.domain_name is not UNSET:
        record.domain_name = shape.domain_name
    if shape.friendly_name is not UNSET:
        record.friendly_name = shape.friendly_name
    if shape.sid is not UNSET:
        record.sid = shape.sid
    if shape.uri is not UNSET:
        record.uri = shape.uri
    if shape.voice_fallback_method is not UNSET:
        record.voice_fallback_method = shape.voice_fallback_method
    if shape.voice_fallback_url is not UNSET:
        record.voice_fallback_url = shape.voice_fallback_url
    if shape.voice_method is not UNSET:
        record.voice_method = shape.voice_method
    if shape.voice_status_callback_method is not UNSET:
        record.voice_status_callback_method = shape.voice_status_callback_method
    if shape.voice_status_callback_url is not UNSET:
        record.voice_status_callback_url = shape.voice_status_callback_url
    if shape.voice_url is not UNSET:
        record.voice_url = shape.voice_url
    if shape.subresource_uris is not UNSET:
        record.subresource_uris = uri_map(shape.subresource_uris, shape.sid)
    if shape.sip_registration is not UNSET:
        record.sip_registration = shape.sip_registration
    if shape.emergency_calling_enabled is not UNSET:
        record.emergency_calling_enabled = shape.emergency_calling_enabled
    if shape.secure is not UNSET:
        record.secure = shape.secure
    if shape.byoc_trunk_sid is not UNSET:
        record.byoc_trunk_sid = shape.byoc_trunk_sid
    if shape.emergency_caller_sid is not UNSET:
        record.emergency_caller_sid = shape.emergency_caller_sid
    record.__class__ = SipDomain
    made: SipDomain = record
    return made


SHAPE = SipDomainShape
