"""Address in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.address import Address

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """Address as it is written in JSON; an answer with less is decoded in another way."""

    account_sid: str | None
    city: str | None
    customer_name: str | None
    date_created: str | None
    date_updated: str | None
    friendly_name: str | None
    iso_country: str | None
    postal_code: str | None
    region: str | None
    sid: str | None
    street: str | None
    uri: str | None
    emergency_enabled: bool | None
    validated: bool | None
    verified: bool | None
    street_secondary: str | None
    api_version: str | None


_Draft = draft_of(Address)
_READERS = readers(Address)
_date_created = _READERS["date_created"]
_date_updated = _READERS["date_updated"]


def to_records(shapes: Sequence[Shape]) -> list[Address]:
    """The records of shapes."""
    made: list[Address] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.account_sid = shape.account_sid
        record.city = shape.city
        record.customer_name = shape.customer_name
        record.date_created = _date_created(shape.date_created)
        record.date_updated = _date_updated(shape.date_updated)
        record.friendly_name = shape.friendly_name
        record.iso_country = shape.iso_country
        record.postal_code = shape.postal_code
        record.region = shape.region
        record.sid = shape.sid
        record.street = shape.street
        record.uri = shape.uri
        record.emergency_enabled = shape.emergency_enabled
        record.validated = shape.validated
        record.verified = shape.verified
        record.street_secondary = shape.street_secondary
        record.api_version = shape.api_version
        record.__class__ = Address
        made.append(record)
    return made
