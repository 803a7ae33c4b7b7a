"""UsageRecordLastMonth in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Raw, Struct
from twilio_ops_runtime.generated import draft_of, readers, uri_map

from twilio_ops.api.usage_record_last_month import UsageRecordLastMonth

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """UsageRecordLastMonth as it is written in JSON; an answer with less is decoded in another way."""

    account_sid: str | None
    api_version: str | None
    as_of: str | None
    category: str | None
    count: Any
    count_unit: str | None
    description: str | None
    end_date: str | None
    price: Any
    price_unit: str | None
    start_date: str | None
    subresource_uris: Raw
    uri: str | None
    usage: Any
    usage_unit: str | None


_Draft = draft_of(UsageRecordLastMonth)
_READERS = readers(UsageRecordLastMonth)
_as_of = _READERS["as_of"]
_count = _READERS["count"]
_end_date = _READERS["end_date"]
_price = _READERS["price"]
_start_date = _READERS["start_date"]
_usage = _READERS["usage"]


def to_records(shapes: Sequence[Shape]) -> list[UsageRecordLastMonth]:
    """The records of shapes."""
    made: list[UsageRecordLastMonth] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.account_sid = shape.account_sid
        record.api_version = shape.api_version
        record.as_of = _as_of(shape.as_of)
        record.category = shape.category
        record.count = _count(shape.count)
        record.count_unit = shape.count_unit
        record.description = shape.description
        record.end_date = _end_date(shape.end_date)
        record.price = _price(shape.price)
        record.price_unit = shape.price_unit
        record.start_date = _start_date(shape.start_date)
        record.subresource_uris = uri_map(shape.subresource_uris, None)
        record.uri = shape.uri
        record.usage = _usage(shape.usage)
        record.usage_unit = shape.usage_unit
        record.__class__ = UsageRecordLastMonth
        made.append(record)
    return made
