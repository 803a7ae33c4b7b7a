"""UsageRecordYesterday in JSON: the shape that is decoded, and the record made of it."""

from decimal import Decimal
from typing import Any

from msgspec import Raw, Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers, uri_map

from twilio_ops.api.usage_record_yesterday import UsageRecordYesterday

__all__ = ["SHAPE", "to_record"]


class UsageRecordYesterdayShape(Struct, gc=False):
    """UsageRecordYesterday as it is written in JSON."""

    account_sid: str | None | UnsetType = UNSET
    api_version: str | None | UnsetType = UNSET
    as_of: str | None | UnsetType = UNSET
    category: str | None | UnsetType = UNSET
    count: Decimal | None | UnsetType = UNSET
    count_unit: str | None | UnsetType = UNSET
    description: str | None | UnsetType = UNSET
    end_date: str | None | UnsetType = UNSET
    price: Decimal | None | UnsetType = UNSET
    price_unit: str | None | UnsetType = UNSET
    start_date: str | None | UnsetType = UNSET
    subresource_uris: Raw | UnsetType = UNSET
    uri: str | None | UnsetType = UNSET
    usage: Decimal | None | UnsetType = UNSET
    usage_unit: str | None | UnsetType = UNSET


_Draft = draft_of(UsageRecordYesterday)
_read = readers(UsageRecordYesterday)
_as_of = _read["as_of"]
_end_date = _read["end_date"]
_start_date = _read["start_date"]


def to_record(shape: UsageRecordYesterdayShape) -> UsageRecordYesterday:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.api_version is not UNSET:
        record.api_version = shape.api_version
    if shape.as_of is not UNSET:
        record.as_of = _as_of(shape.as_of)
    if shape.category is not UNSET:
        record.category = shape.category
    if shape.count is not UNSET:
        record.count = shape.count
    if shape.count_unit is not UNSET:
        record.count_unit = shape.count_unit
    if shape.description is not UNSET:
        record.description = shape.description
    if shape.end_date is not UNSET:
        record.end_date = _end_date(shape.end_date)
    if shape.price is not UNSET:
        record.price = shape.price
    if shape.price_unit is not UNSET:
        record.price_unit = shape.price_unit
    if shape.start_date is not UNSET:
        record.start_date = _start_date(shape.start_date)
    if shape.subresource_uris is not UNSET:
        record.subresource_uris = uri_map(shape.subresource_uris, None)
    if shape.uri is not UNSET:
        record.uri = shape.uri
    if shape.usage is not UNSET:
        record.usage = shape.usage
    if shape.usage_unit is not UNSET:
        record.usage_unit = shape.usage_unit
    record.__class__ = UsageRecordYesterday
    made: UsageRecordYesterday = record
    return made


SHAPE = UsageRecordYesterdayShape
