"""AuthorizedConnectApp in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.authorized_connect_app import AuthorizedConnectApp

__all__ = ["SHAPE", "to_record"]


class AuthorizedConnectAppShape(Struct, gc=False):
    """AuthorizedConnectApp as it is written in JSON."""

    account_sid: str | None | UnsetType = UNSET
    connect_app_company_name: str | None | UnsetType = UNSET
    connect_app_description: str | None | UnsetType = UNSET
    connect_app_friendly_name: str | None | UnsetType = UNSET
    connect_app_homepage_url: str | None | UnsetType = UNSET
    connect_app_sid: str | None | UnsetType = UNSET
    permissions: list[Any] | None | UnsetType = UNSET
    uri: str | None | UnsetType = UNSET


_Draft = draft_of(AuthorizedConnectApp)
_read = readers(AuthorizedConnectApp)
_permissions = _read["permissions"]


def to_record(shape: AuthorizedConnectAppShape) -> AuthorizedConnectApp:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.connect_app_company_name is not UNSET:
        record.connect_app_company_name = shape.connect_app_company_name
    if shape.connect_app_description is not UNSET:
        record.connect_app_description = shape.connect_app_description
    if shape.connect_app_friendly_name is not UNSET:
        record.connect_app_friendly_name = shape.connect_app_friendly_name
    if shape.connect_app_homepage_url is not UNSET:
        record.connect_app_homepage_url = shape.connect_app_homepage_url
    if shape.connect_app_sid is not UNSET:
        record.connect_app_sid = shape.connect_app_sid
    if shape.permissions is not UNSET:
        record.permissions = _permissions(shape.permissions)
    if shape.uri is not UNSET:
        record.uri = shape.uri
    record.__class__ = AuthorizedConnectApp
    made: AuthorizedConnectApp = record
    return made


SHAPE = AuthorizedConnectAppShape
