"""AvailablePhoneNumberCountry in JSON, with all its fields: the shape that is decoded, and the records made of it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Raw, Struct
from twilio_ops_runtime.generated import draft_of, uri_map

from twilio_ops.api.available_phone_number_country import AvailablePhoneNumberCountry

__all__ = ["Shape", "to_records"]


class Shape(Struct, gc=False):
    """AvailablePhoneNumberCountry as it is written in JSON; an answer with less is decoded in another way."""

    country_code: str | None
    country: str | None
    uri: str | None
    beta: bool | None
    subresource_uris: Raw


_Draft = draft_of(AvailablePhoneNumberCountry)


def to_records(shapes: Sequence[Shape]) -> list[AvailablePhoneNumberCountry]:
    """The records of shapes."""
    made: list[AvailablePhoneNumberCountry] = []
    record: Any
    for shape in shapes:
        record = _Draft()
        record.country_code = shape.country_code
        record.country = shape.country
        record.uri = shape.uri
        record.beta = shape.beta
        record.subresource_uris = uri_map(shape.subresource_uris, None)
        record.__class__ = AvailablePhoneNumberCountry
        made.append(record)
    return made
