"""Address in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.address import Address

__all__ = ["SHAPE", "to_record"]


class AddressShape(Struct, gc=False):
    """Address as it is written in JSON."""

    account_sid: str | None | UnsetType = UNSET
    city: str | None | UnsetType = UNSET
    customer_name: str | None | UnsetType = UNSET
    date_created: str | None | UnsetType = UNSET
    date_updated: str | None | UnsetType = UNSET
    friendly_name: str | None | UnsetType = UNSET
    iso_country: str | None | UnsetType = UNSET
    postal_code: str | None | UnsetType = UNSET
    region: str | None | UnsetType = UNSET
    sid: str | None | UnsetType = UNSET
    street: str | None | UnsetType = UNSET
    uri: str | None | UnsetType = UNSET
    emergency_enabled: bool | None | UnsetType = UNSET
    validated: bool | None | UnsetType = UNSET
    verified: bool | None | UnsetType = UNSET
    street_secondary: str | None | UnsetType = UNSET


_Draft = draft_of(Address)
_read = readers(Address)
_date_created = _read["date_created"]
_date_updated = _read["date_updated"]


def to_record(shape: AddressShape) -> Address:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.account_sid is not UNSET:
        record.account_sid = shape.account_sid
    if shape.city is not UNSET:
        record.city = shape.city
    if shape.customer_name is not UNSET:
        record.customer_name = shape.customer_name
    if shape.date_created is not UNSET:
        record.date_created = _date_created(shape.date_created)
    if shape.date_updated is not UNSET:
        record.date_updated = _date_updated(shape.date_updated)
    if shape.friendly_name is not UNSET:
        record.friendly_name = shape.friendly_name
    if shape.iso_country is not UNSET:
        record.iso_country = shape.iso_country
    if shape.postal_code is not UNSET:
        record.postal_code = shape.postal_code
    if shape.region is not UNSET:
        record.region = shape.region
    if shape.sid is not UNSET:
        record.sid = shape.sid
    if shape.street is not UNSET:
        record.street = shape.street
    if shape.uri is not UNSET:
        record.uri = shape.uri
    if shape.emergency_enabled is not UNSET:
        record.emergency_enabled = shape.emergency_enabled
    if shape.validated is not UNSET:
        record.validated = shape.validated
    if shape.verified is not UNSET:
        record.verified = shape.verified
    if shape.street_secondary is not UNSET:
        record.street_secondary = shape.street_secondary
    record.__class__ = Address
    made: Address = record
    return made


SHAPE = AddressShape
