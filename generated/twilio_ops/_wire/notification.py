"""Notification in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.notification import Notification

__all__ = ["SHAPE", "to_record"]


class NotificationShape(Struct, gc=False):
    """Notification as it is written in JSON."""

    account_sid: str | None | UnsetType = UNSET
    api_version: str | None | UnsetType = UNSET
    call_sid: str | None | UnsetType = UNSET
    date_created: str | None | UnsetType = UNSET
    date_updated: str | None | UnsetType = UNSET
    error_code: int | str | None | UnsetType = UNSET
    log: int | str | None | UnsetType = UNSET
    message_date: str | None | UnsetType = UNSET
    message_text: str | None | UnsetType = UNSET
    more_info: str | None | UnsetType = UNSET
    request_method: str | None | UnsetType = UNSET
    request_url: str | None | UnsetType = UNSET
    request_variables: str | None | UnsetType = UNSET
    response_body: str | None | UnsetType = UNSET
    response_headers: str | None | UnsetType = UNSET
    sid: str | None | UnsetType = UNSET
    uri: str | None | UnsetType = UNSET


_Draft = draft_of(Notification)
_read = readers(Notification)
_date_created = _read["date_created"]
_date_updated = _read["date_updated"]
_error_code = _read["error_code"]
_log = _read["log"]
_message_date = _read["message_date"]


def to_record(shape: NotificationShape) -> Notification:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.api_version is not UNSET:
        record.api_version = shape.api_version
    if shape.call_sid is not UNSET:
        record.call_sid = shape.call_sid
    if shape.date_created is not UNSET:
        record.date_created = _date_created(shape.date_created)
    if shape.date_updated is not UNSET:
        record.date_updated = _date_updated(shape.date_updated)
    if shape.error_code is not UNSET:
        record.error_code = _error_code(shape.error_code)
    if shape.log is not UNSET:
        record.log = _log(shape.log)
    if shape.message_date is not UNSET:
        record.message_date = _message_date(shape.message_date)
    if shape.message_text is not UNSET:
        record.message_text = shape.message_text
    if shape.more_info is not UNSET:
        record.more_info = shape.more_info
    if shape.request_method is not UNSET:
        record.request_method = shape.request_method
    if shape.request_url is not UNSET:
        record.request_url = shape.request_url
    if shape.request_variables is not UNSET:
        record.request_variables = shape.request_variables
    if shape.response_body is not UNSET:
        record.response_body = shape.response_body
    if shape.response_headers is not UNSET:
        record.response_headers = shape.response_headers
    if shape.sid is not UNSET:
        record.sid = shape.sid
    if shape.uri is not UNSET:
        record.uri = shape.uri
    record.__class__ = Notification
    made: Notification = record
    return made


SHAPE = NotificationShape
