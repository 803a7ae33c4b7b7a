"""AuthorizedConnectApp in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.authorized_connect_app import AuthorizedConnectApp

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """AuthorizedConnectApp as it is written in JSON; an answer with less is decoded in another way."""

    account_sid: str | None
    connect_app_company_name: str | None
    connect_app_description: str | None
    connect_app_friendly_name: str | None
    connect_app_homepage_url: str | None
    connect_app_sid: str | None
    permissions: list[Any] | None
    uri: str | None


_Draft = draft_of(AuthorizedConnectApp)
_READERS = readers(AuthorizedConnectApp)
_permissions = _READERS["permissions"]


def to_records(shapes: Sequence[Shape]) -> list[AuthorizedConnectApp]:
    """The records of shapes."""
    made: list[AuthorizedConnectApp] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.account_sid = shape.account_sid
        record.connect_app_company_name = shape.connect_app_company_name
        record.connect_app_description = shape.connect_app_description
        record.connect_app_friendly_name = shape.connect_app_friendly_name
        record.connect_app_homepage_url = shape.connect_app_homepage_url
        record.connect_app_sid = shape.connect_app_sid
        record.permissions = _permissions(shape.permissions)
        record.uri = shape.uri
        record.__class__ = AuthorizedConnectApp
        made.append(record)
    return made
