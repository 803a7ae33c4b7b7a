"""AvailablePhoneNumberSharedCost in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from twilio_ops_runtime.generated import draft_of, readers

from twilio_ops.api.available_phone_number_shared_cost import AvailablePhoneNumberSharedCost

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """AvailablePhoneNumberSharedCost as it is written in JSON; an answer with less is decoded in another way."""

    friendly_name: str | None
    phone_number: str | None
    lata: str | None
    locality: str | None
    rate_center: str | None
    latitude: Any
    longitude: Any
    region: str | None
    postal_code: str | None
    iso_country: str | None
    address_requirements: str | None
    beta: bool | None
    capabilities: dict[str, Any] | None


_Draft = draft_of(AvailablePhoneNumberSharedCost)
_READERS = readers(AvailablePhoneNumberSharedCost)
_latitude = _READERS["latitude"]
_longitude = _READERS["longitude"]
_capabilities = _READERS["capabilities"]


def to_records(shapes: Sequence[Shape]) -> list[AvailablePhoneNumberSharedCost]:
    """The records of shapes."""
    made: list[AvailablePhoneNumberSharedCost] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.friendly_name = shape.friendly_name
        record.phone_number = shape.phone_number
        record.lata = shape.lata
        record.locality = shape.locality
        record.rate_center = shape.rate_center
        record.latitude = _latitude(shape.latitude)
        record.longitude = _longitude(shape.longitude)
        record.region = shape.region
        record.postal_code = shape.postal_code
        record.iso_country = shape.iso_country
        record.address_requirements = shape.address_requirements
        record.beta = shape.beta
        record.capabilities = _capabilities(shape.capabilities)
        record.__class__ = AvailablePhoneNumberSharedCost
        made.append(record)
    return made
