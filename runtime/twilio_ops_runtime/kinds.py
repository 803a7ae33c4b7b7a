"""The types of the catalog by the names that generated code has for them."""

from __future__ import annotations

from twilio_ops_runtime import values
from twilio_ops_runtime.kind import Kind
from twilio_ops_runtime.nested_kinds import (
    AnyKind,
    ListKind,
    MapKind,
    PairsKind,
    StructKind,
    UriMapKind,
)
from twilio_ops_runtime.scalar_kinds import (
    BooleanKind,
    DateKind,
    DecimalKind,
    EnumKind,
    InstantKind,
    IntegerKind,
    PhoneKind,
    RelativeDateKind,
    SidKind,
    TextKind,
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
    "EnumKind",
    "IntegerKind",
    "Kind",
    "ListKind",
    "MapKind",
    "PairsKind",
    "SidKind",
    "StructKind",
    "UriMapKind",
]

TEXT = TextKind()
SID = SidKind()
PHONE = PhoneKind()
INTEGER = IntegerKind()
DECIMAL = DecimalKind(values.decimal)
BOOLEAN = BooleanKind(values.boolean)
DATE = DateKind(values.day)
RELATIVE_DATE = RelativeDateKind(values.day)
RFC2822 = InstantKind(values.rfc2822, values.rfc2822_text)
ISO8601 = InstantKind(values.iso8601, values.iso8601_text)
URI_MAP = UriMapKind()
ANY = AnyKind()
