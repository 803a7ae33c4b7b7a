"""Everything that generated code imports: the only module of the runtime it knows.

It loads no library beyond attrs; what the wires need is loaded when something is sent.
"""

from __future__ import annotations

from twilio_ops_runtime.actions import Create, Delete, Get, Query, Search, Update
from twilio_ops_runtime.declared import field, optional, record, request, required
from twilio_ops_runtime.enums import OpenEnum
from twilio_ops_runtime.explain import explain_missing
from twilio_ops_runtime.filters import DayFilter, EqualsFilter, InstantFilter
from twilio_ops_runtime.kinds import (
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
    EnumKind,
    IntegerKind,
    ListKind,
    MapKind,
    PairsKind,
    SidKind,
    StructKind,
    UriMapKind,
)
from twilio_ops_runtime.parameters import ActionRequest
from twilio_ops_runtime.records import Record, draft_of, readers
from twilio_ops_runtime.sids import Sid
from twilio_ops_runtime.specs import (
    Key,
    OperationSpec,
    ParameterSpec,
    RecordSpec,
    ServiceSpec,
)
from twilio_ops_runtime.uris import UriMap

uri_map = UriMap.from_raw
"""Read an address map from the JSON shape: ``uri_map(raw, sid of the record)``."""

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
    "ActionRequest",
    "Create",
    "DayFilter",
    "Delete",
    "EnumKind",
    "EqualsFilter",
    "Get",
    "InstantFilter",
    "IntegerKind",
    "Key",
    "ListKind",
    "MapKind",
    "OpenEnum",
    "OperationSpec",
    "PairsKind",
    "ParameterSpec",
    "Query",
    "Record",
    "RecordSpec",
    "Search",
    "ServiceSpec",
    "Sid",
    "SidKind",
    "StructKind",
    "Update",
    "UriMapKind",
    "draft_of",
    "explain_missing",
    "field",
    "optional",
    "readers",
    "record",
    "request",
    "required",
    "uri_map",
]
