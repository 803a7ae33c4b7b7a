"""UsageTrigger in JSON: the shape that is decoded, and the record made of it."""

from decimal import Decimal
from typing import Any

from msgspec import Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.usage_trigger import UsageTrigger

__all__ = ["SHAPE", "to_record"]


class UsageTriggerShape(Struct, gc=False):
    """UsageTrigger as it is written in JSON."""

    account_sid: str | None | UnsetType = UNSET
    api_version: str | None | UnsetType = UNSET
    callback_method: str | None | UnsetType = UNSET
    callback_url: str | None | UnsetType = UNSET
    current_value: Decimal | None | UnsetType = UNSET
    date_created: str | None | UnsetType = UNSET
    date_fired: str | None | UnsetType = UNSET
    date_updated: str | None | UnsetType = UNSET
    friendly_name: str | None | UnsetType = UNSET
    recurring: str | None | UnsetType = UNSET
    sid: str | None | UnsetType = UNSET
    trigger_by: str | None | UnsetType = UNSET
    trigger_value: Decimal | None | UnsetType = UNSET
    uri: str | None | UnsetType = UNSET
    usage_category: str | None | UnsetType = UNSET
    usage_record_uri: str | None | UnsetType = UNSET


_Draft = draft_of(UsageTrigger)
_read = readers(UsageTrigger)
_date_created = _read["date_created"]
_date_fired = _read["date_fired"]
_date_updated = _read["date_updated"]
_recurring = _read["recurring"]
_trigger_by = _read["trigger_by"]


def to_record(shape: UsageTriggerShape) -> UsageTrigger:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.api_version is not UNSET:
        record.api_version = shape.api_version
    if shape.callback_method is not UNSET:
        record.callback_method = shape.callback_method
    if shape.callback_url is not UNSET:
        record.callback_url = shape.callback_url
    if shape.current_value is not UNSET:
        record.current_value = shape.current_value
    if shape.date_created is not UNSET:
        record.date_created = _date_created(shape.date_created)
    if shape.date_fired is not UNSET:
        record.date_fired = _date_fired(shape.date_fired)
    if shape.date_updated is not UNSET:
        record.date_updated = _date_updated(shape.date_updated)
    if shape.friendly_name is not UNSET:
        record.friendly_name = shape.friendly_name
    if shape.recurring is not UNSET:
        record.recurring = _recurring(shape.recurring)
    if shape.sid is not UNSET:
        record.sid = shape.sid
    if shape.trigger_by is not UNSET:
        record.trigger_by = _trigger_by(shape.trigger_by)
    if shape.trigger_value is not UNSET:
        record.trigger_value = shape.trigger_value
    if shape.uri is not UNSET:
        record.uri = shape.uri
    if shape.usage_category is not UNSET:
        record.usage_category = shape.usage_category
    if shape.usage_record_uri is not UNSET:
        record.usage_record_uri = shape.usage_record_uri
    record.__class__ = UsageTrigger
    made: UsageTrigger = record
    return made


SHAPE = UsageTriggerShape
