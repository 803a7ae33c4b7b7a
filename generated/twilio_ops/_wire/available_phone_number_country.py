"""AvailablePhoneNumberCountry in JSON: the shape that is decoded, and the record made of it."""

from typing import Any

from msgspec import Raw, Struct, UNSET, UnsetType
from twilio_ops_runtime.generated import draft_of, uri_map

from twilio_ops.api.available_phone_number_country import AvailablePhoneNumberCountry

__all__ = ["SHAPE", "to_record"]


class AvailablePhoneNumberCountryShape(Struct, gc=False):
    """AvailablePhoneNumberCountry as it is written in JSON."""

    country_code: str | None | UnsetType = UNSET
    country: str | None | UnsetType = UNSET
    uri: str | None | UnsetType = UNSET
    beta: bool | None | UnsetType = UNSET
    subresource_uris: Raw | UnsetType = UNSET


_Draft = draft_of(AvailablePhoneNumberCountry)


def to_record(shape: AvailablePhoneNumberCountryShape) -> AvailablePhoneNumberCountry:
    """The record of a shape; what the answer did not carry stays unset."""
    record: Any = _Draft()
    if shape.country_code is not UNSET:
        record.country_code = shape.country_code
    if shape.country is not UNSET:
        record.country = shape.country
    if shape.uri is not UNSET:
        record.uri = shape.uri
    if shape.beta is not UNSET:
        record.beta = shape.beta
    if shape.subresource_uris is not UNSET:
        record.subresource_uris = uri_map(shape.subresource_uris, None)
    record.__class__ = AvailablePhoneNumberCountry
    made: AvailablePhoneNumberCountry = record
    return made


SHAPE = AvailablePhoneNumberCountryShape
