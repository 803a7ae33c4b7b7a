"""AvailablePhoneNumberSharedCost in JSON: the shape that is decoded, and the record made of it."""

from decimal import Decimal
from typing import Any

from msgspec import Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.available_phone_number_shared_cost import AvailablePhoneNumberSharedCost

__all__ = ["SHAPE", "to_record"]


class AvailablePhoneNumberSharedCostShape(Struct, gc=False):
    """AvailablePhoneNumberSharedCost as it is written in JSON."""

    friendly_name: str | None | UnsetType = UNSET
    phone_number: str | None | UnsetType = UNSET
    lata: str | None | UnsetType = UNSET
    locality: str | None | UnsetType = UNSET
    rate_center: str | None | UnsetType = UNSET
    latitude: Decimal | None | UnsetType = UNSET
    longitude: Decimal | None | UnsetType = UNSET
    region: str | None | UnsetType = UNSET
    postal_code: str | None | UnsetType = UNSET
    iso_country: str | None | UnsetType = UNSET
    address_requirements: str | None | UnsetType = UNSET
    beta: bool | None | UnsetType = UNSET
    capabilities: dict[str, Any] | None | UnsetType = UNSET


_Draft = draft_of(AvailablePhoneNumberSharedCost)
_read = readers(AvailablePhoneNumberSharedCost)
_capabilities = _read["capabilities"]


def to_record(shape: AvailablePhoneNumberSharedCostShape) -> AvailablePhoneNumberSharedCost:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.friendly_name is not UNSET:
        record.friendly_name = shape.friendly_name
    if shape.phone_number is not UNSET:
        record.phone_number = shape.phone_number
    if shape.lata is not UNSET:
        record.lata = shape.lata
    if shape.locality is not UNSET:
        record.locality = shape.locality
    if shape.rate_center is not UNSET:
        record.rate_center = shape.rate_center
    if shape.latitude is not UNSET:
        record.latitude = shape.latitude
    if shape.longitude is not UNSET:
        record.longitude = shape.longitude
    if shape.region is not UNSET:
        record.region = shape.region
    if shape.postal_code is not UNSET:
        record.postal_code = shape.postal_code
    if shape.iso_country is not UNSET:
        record.iso_country = shape.iso_country
    if shape.address_requirements is not UNSET:
        record.address_requirements = shape.address_requirements
    if shape.beta is not UNSET:
        record.beta = shape.beta
    if shape.capabilities is not UNSET:
        record.capabilities = _capabilities(shape.capabilities)
    record.__class__ = AvailablePhoneNumberSharedCost
    made: AvailablePhoneNumberSharedCost = record
    return made


SHAPE = AvailablePhoneNumberSharedCostShape
