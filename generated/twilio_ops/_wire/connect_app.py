"""ConnectApp in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.connect_app import ConnectApp

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """ConnectApp as it is written in JSON; an answer with less is decoded in another way."""

    account_sid: str | None
    authorize_redirect_url: str | None
    company_name: str | None
    deauthorize_callback_method: str | None
    deauthorize_callback_url: str | None
    description: str | None
    friendly_name: str | None
    homepage_url: str | None
    permissions: list[Any] | None
    sid: str | None
    uri: str | None


_Draft = draft_of(ConnectApp)
_READERS = readers(ConnectApp)
_permissions = _READERS["permissions"]


def to_records(shapes: Sequence[Shape]) -> list[ConnectApp]:
    """The records of shapes."""
    made: list[ConnectApp] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.account_sid = shape.account_sid
        record.authorize_redirect_url = shape.authorize_redirect_url
        record.company_name = shape.company_name
        record.deauthorize_callback_method = shape.deauthorize_callback_method
        record.deauthorize_callback_url = shape.deauthorize_callback_url
        record.description = shape.description
        record.friendly_name = shape.friendly_name
        record.homepage_url = shape.homepage_url
        record.permissions = _permissions(shape.permissions)
        record.sid = shape.sid
        record.uri = shape.uri
        record.__class__ = ConnectApp
        made.append(record)
    return made
