"""ConnectApp in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.connect_app import ConnectApp

__all__ = ["SHAPE", "to_record"]


class ConnectAppShape(Struct, gc=False):
    """ConnectApp as it is written in JSON."""

    account_sid: str | None | UnsetType = UNSET
    authorize_redirect_url: str | None | UnsetType = UNSET
    company_name: str | None | UnsetType = UNSET
    deauthorize_callback_method: str | None | UnsetType = UNSET
    deauthorize_callback_url: str | None | UnsetType = UNSET
    description: str | None | UnsetType = UNSET
    friendly_name: str | None | UnsetType = UNSET
    homepage_url: str | None | UnsetType = UNSET
    permissions: list[Any] | None | UnsetType = UNSET
    sid: str | None | UnsetType = UNSET
    uri: str | None | UnsetType = UNSET


_Draft = draft_of(ConnectApp)
_read = readers(ConnectApp)
_permissions = _read["permissions"]


def to_record(shape: ConnectAppShape) -> ConnectApp:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.authorize_redirect_url is not UNSET:
        record.authorize_redirect_url = shape.authorize_redirect_url
    if shape.company_name is not UNSET:
        record.company_name = shape.company_name
    if shape.deauthorize_callback_method is not UNSET:
        record.deauthorize_callback_method = shape.deauthorize_callback_method
    if shape.deauthorize_callback_url is not UNSET:
        record.deauthorize_callback_url = shape.deauthorize_callback_url
    if shape.description is not UNSET:
        record.description = shape.description
    if shape.friendly_name is not UNSET:
        record.friendly_name = shape.friendly_name
    if shape.homepage_url is not UNSET:
        record.homepage_url = shape.homepage_url
    if shape.permissions is not UNSET:
        record.permissions = _permissions(shape.permissions)
    if shape.sid is not UNSET:
        record.sid = shape.sid
    if shape.uri is not UNSET:
        record.uri = shape.uri
    record.__class__ = ConnectApp
    made: ConnectApp = record
    return made


SHAPE = ConnectAppShape
