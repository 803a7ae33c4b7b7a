"""The types of the catalog by the names that generated code has for them."""

from __future__ import annotations

from twilio_ops_runtime.types import text as values
from twilio_ops_runtime.types.base import Type
from twilio_ops_runtime.types.nested import (
    AnyType,
    CollapsibleMapType,
    ListType,
    MapType,
    PairsType,
    StructType,
    UriMapType,
)
from twilio_ops_runtime.types.scalar import (
    BooleanType,
    DateType,
    DecimalType,
    EnumType,
    InstantType,
    IntegerType,
    PhoneType,
    RelativeDateType,
    SidType,
    TextType,
)

__all__ = [
    "ANY",
    "BOOLEAN",
    "DATE",
    "DECIMAL",
    "INTEGER",
    "ISO8601",
    "PHONE",
    "RELATIVE_DATE",
    "RFC2822",
    "SID",
    "TEXT",
    "URI_MAP",
    "CollapsibleMapType",
    "EnumType",
    "IntegerType",
    "ListType",
    "MapType",
    "PairsType",
    "SidType",
    "StructType",
    "Type",
    "UriMapType",
]

TEXT = TextType()
SID = SidType()
PHONE = PhoneType()
INTEGER = IntegerType()
DECIMAL = DecimalType(values.decimal)
BOOLEAN = BooleanType(values.boolean)
DATE = DateType(values.day)
RELATIVE_DATE = RelativeDateType(values.day)
RFC2822 = InstantType(values.rfc2822, values.rfc2822_text)
ISO8601 = InstantType(values.iso8601, values.iso8601_text)
URI_MAP = UriMapType()
ANY = AnyType()
