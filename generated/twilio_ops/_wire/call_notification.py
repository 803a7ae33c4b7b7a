"""CallNotification in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.call_notification import CallNotification

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """CallNotification as it is written in JSON; an answer with less is decoded in another way."""

    account_sid: str | None
    api_version: str | None
    call_sid: str | None
    date_created: str | None
    date_updated: str | None
    error_code: int | str | None
    log: int | str | None
    message_date: str | None
    message_text: str | None
    more_info: str | None
    request_method: str | None
    request_url: str | None
    request_variables: str | None
    response_body: str | None
    response_headers: str | None
    sid: str | None
    uri: str | None


_Draft = draft_of(CallNotification)
_READERS = readers(CallNotification)
_date_created = _READERS["date_created"]
_date_updated = _READERS["date_updated"]
_error_code = _READERS["error_code"]
_log = _READERS["log"]
_message_date = _READERS["message_date"]


def to_records(shapes: Sequence[Shape]) -> list[CallNotification]:
    """The records of shapes."""
    made: list[CallNotification] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.account_sid = shape.account_sid
        record.api_version = shape.api_version
        record.call_sid = shape.call_sid
        record.date_created = _date_created(shape.date_created)
        record.date_updated = _date_updated(shape.date_updated)
        record.error_code = _error_code(shape.error_code)
        record.log = _log(shape.log)
        record.message_date = _message_date(shape.message_date)
        record.message_text = shape.message_text
        record.more_info = shape.more_info
        record.request_method = shape.request_method
        record.request_url = shape.request_url
        record.request_variables = shape.request_variables
        record.response_body = shape.response_body
        record.response_headers = shape.response_headers
        record.sid = shape.sid
        record.uri = shape.uri
        record.__class__ = CallNotification
        made.append(record)
    return made
