"""UsageTrigger in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.usage_trigger import UsageTrigger

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """UsageTrigger as it is written in JSON; an answer with less is decoded in another way."""

    account_sid: str | None
    api_version: str | None
    callback_method: str | None
    callback_url: str | None
    current_value: Any
    date_created: str | None
    date_fired: str | None
    date_updated: str | None
    friendly_name: str | None
    recurring: str | None
    sid: str | None
    trigger_by: str | None
    trigger_value: Any
    uri: str | None
    usage_category: str | None
    usage_record_uri: str | None


_Draft = draft_of(UsageTrigger)
_READERS = readers(UsageTrigger)
_current_value = _READERS["current_value"]
_date_created = _READERS["date_created"]
_date_fired = _READERS["date_fired"]
_date_updated = _READERS["date_updated"]
_recurring = _READERS["recurring"]
_trigger_by = _READERS["trigger_by"]
_trigger_value = _READERS["trigger_value"]


def to_records(shapes: Sequence[Shape]) -> list[UsageTrigger]:
    """The records of shapes."""
    made: list[UsageTrigger] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.account_sid = shape.account_sid
        record.api_version = shape.api_version
        record.callback_method = shape.callback_method
        record.callback_url = shape.callback_url
        record.current_value = _current_value(shape.current_value)
        record.date_created = _date_created(shape.date_created)
        record.date_fired = _date_fired(shape.date_fired)
        record.date_updated = _date_updated(shape.date_updated)
        record.friendly_name = shape.friendly_name
        record.recurring = _recurring(shape.recurring)
        record.sid = shape.sid
        record.trigger_by = _trigger_by(shape.trigger_by)
        record.trigger_value = _trigger_value(shape.trigger_value)
        record.uri = shape.uri
        record.usage_category = shape.usage_category
        record.usage_record_uri = shape.usage_record_uri
        record.__class__ = UsageTrigger
        made.append(record)
    return made
