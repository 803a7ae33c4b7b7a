"""SipDomain in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Raw, Struct
from twilio_ops_runtime.generated import draft_of, readers, uri_map

from twilio_ops.api.sip_domain import SipDomain

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """SipDomain as it is written in JSON; an answer with less is decoded in another way."""

    account_sid: str | None
    api_version: str | None
    auth_type: str | None
    date_created: str | None
    date_updated: str | None
    domain_name: str | None
    friendly_name: str | None
    sid: str | None
    uri: str | None
    voice_fallback_method: str | None
    voice_fallback_url: str | None
    voice_method: str | None
    voice_status_callback_method: str | None
    voice_status_callback_url: str | None
    voice_url: str | None
    subresource_uris: Raw
    sip_registration: bool | None
    emergency_calling_enabled: bool | None
    secure: bool | None
    byoc_trunk_sid: str | None
    emergency_caller_sid: str | None


_Draft = draft_of(SipDomain)
_READERS = readers(SipDomain)
_date_created = _READERS["date_created"]
_date_updated = _READERS["date_updated"]


def to_records(shapes: Sequence[Shape]) -> list[SipDomain]:
    """The records of shapes."""
    made: list[SipDomain] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.account_sid = shape.account_sid
        record.api_version = shape.api_version
        record.auth_type = shape.auth_type
        record.date_created = _date_created(shape.date_created)
        record.date_updated = _date_updated(shape.date_updated)
        record.domain_name = shape.domain_name
        record.friendly_name = shape.friendly_name
        record.sid = shape.sid
        record.uri = shape.uri
        record.voice_fallback_method = shape.voice_fallback_method
        record.voice_fallback_url = shape.voice_fallback_url
        record.voice_method = shape.voice_method
        record.voice_status_callback_method = shape.voice_status_callback_method
        record.voice_status_callback_url = shape.voice_status_callback_url
        record.voice_url = shape.voice_url
        record.subresource_uris = uri_map(shape.subresource_uris, shape.sid)
        record.sip_registration = shape.sip_registration
        record.emergency_calling_enabled = shape.emergency_calling_enabled
        record.secure = shape.secure
        record.byoc_trunk_sid = shape.byoc_trunk_sid
        record.emergency_caller_sid = shape.emergency_caller_sid
        record.__class__ = SipDomain
        made.append(record)
    return made
