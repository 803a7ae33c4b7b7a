"""Everything that generated code imports: the only module of the runtime it knows.

It loads no library beyond attrs; what the wires need is loaded when something is sent.
"""

from __future__ import annotations

from twilio_ops_runtime.deprecation import deprecated
from twilio_ops_runtime.explain import explain_missing
from twilio_ops_runtime.filters import DayFilter, EqualsFilter, InstantFilter
from twilio_ops_runtime.operations import Create, Delete, Get, Query, Search, Update
from twilio_ops_runtime.parameters import Parameters
from twilio_ops_runtime.records.fields import field, optional, record, request, required
from twilio_ops_runtime.records.record import Record
from twilio_ops_runtime.records.specs import (
    Key,
    OperationSpec,
    ParameterSpec,
    RecordSpec,
    ServiceSpec,
)
from twilio_ops_runtime.sids import Sid
from twilio_ops_runtime.types.enums import OpenEnum
from twilio_ops_runtime.types.known import (
    ANY,
    BOOLEAN,
    DATE,
    DECIMAL,
    INTEGER,
    ISO8601,
    PHONE,
    RELATIVE_DATE,
    RFC2822,
    SID,
    TEXT,
    URI_MAP,
    CollapsibleMapType,
    EnumType,
    IntegerType,
    ListType,
    MapType,
    PairsType,
    SidType,
    StructType,
    UriMapType,
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
    "Create",
    "DayFilter",
    "Delete",
    "EnumType",
    "EqualsFilter",
    "Get",
    "InstantFilter",
    "IntegerType",
    "Key",
    "ListType",
    "MapType",
    "OpenEnum",
    "OperationSpec",
    "PairsType",
    "ParameterSpec",
    "Parameters",
    "Query",
    "Record",
    "RecordSpec",
    "Search",
    "ServiceSpec",
    "Sid",
    "SidType",
    "StructType",
    "Update",
    "UriMapType",
    "deprecated",
    "explain_missing",
    "field",
    "optional",
    "record",
    "request",
    "required",
]
