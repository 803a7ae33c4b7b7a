"""Everything that generated code imports: the only module of the runtime it knows.

It loads no library beyond attrs; what the formats need is loaded when something is sent.
"""

from __future__ import annotations

from twilio_ops_runtime.deprecation import deprecated as deprecated
from twilio_ops_runtime.explain import explain_missing as explain_missing
from twilio_ops_runtime.filters import DayFilter as DayFilter
from twilio_ops_runtime.filters import EqualsFilter as EqualsFilter
from twilio_ops_runtime.filters import InstantFilter as InstantFilter
from twilio_ops_runtime.operations import Get as Get
from twilio_ops_runtime.parameters import Parameters as Parameters
from twilio_ops_runtime.queries import Query as Query
from twilio_ops_runtime.queries import Search as Search
from twilio_ops_runtime.records.fields import field as field
from twilio_ops_runtime.records.fields import optional as optional
from twilio_ops_runtime.records.fields import record as record
from twilio_ops_runtime.records.fields import request as request
from twilio_ops_runtime.records.fields import required as required
from twilio_ops_runtime.records.record import Record as Record
from twilio_ops_runtime.records.specs import OperationSpec as OperationSpec
from twilio_ops_runtime.records.specs import ParameterSpec as ParameterSpec
from twilio_ops_runtime.records.specs import RecordSpec as RecordSpec
from twilio_ops_runtime.records.specs import ServiceSpec as ServiceSpec
from twilio_ops_runtime.sids import Key as Key
from twilio_ops_runtime.sids import Sid as Sid
from twilio_ops_runtime.types import text
from twilio_ops_runtime.types.enums import OpenEnum as OpenEnum
from twilio_ops_runtime.types.nested import AnyType
from twilio_ops_runtime.types.nested import CollapsibleMapType as CollapsibleMapType
from twilio_ops_runtime.types.nested import ListType as ListType
from twilio_ops_runtime.types.nested import MapType as MapType
from twilio_ops_runtime.types.nested import PairsType as PairsType
from twilio_ops_runtime.types.nested import StructType as StructType
from twilio_ops_runtime.types.nested import UriMapType as UriMapType
from twilio_ops_runtime.types.scalar import TEXT as TEXT
from twilio_ops_runtime.types.scalar import (
    BooleanType,
    DateType,
    DecimalType,
    InstantType,
    PhoneType,
    RelativeDateType,
)
from twilio_ops_runtime.types.scalar import EnumType as EnumType
from twilio_ops_runtime.types.scalar import IntegerType as IntegerType
from twilio_ops_runtime.types.scalar import SidType as SidType
from twilio_ops_runtime.writing import Create as Create
from twilio_ops_runtime.writing import Delete as Delete
from twilio_ops_runtime.writing import Update as Update

SID = SidType()
PHONE = PhoneType()
INTEGER = IntegerType()
DECIMAL = DecimalType(text.decimal)
BOOLEAN = BooleanType(text.boolean)
DATE = DateType(text.day)
RELATIVE_DATE = RelativeDateType(text.day)
RFC2822 = InstantType(text.rfc2822, text.rfc2822_text)
ISO8601 = InstantType(text.iso8601, text.iso8601_text)
URI_MAP = UriMapType()
ANY = AnyType()
