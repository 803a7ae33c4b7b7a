"""The typed columns of a table: what the catalog says of each field, and how a value stands in a file."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from importlib import import_module
from operator import attrgetter
from typing import Any, Literal, cast

import msgspec
from attrs import frozen

from twilio_ops import FieldNotPresent, OperationError
from twilio_ops_components.catalog import objects, record_class
from twilio_ops_components.export.tables import Table
from twilio_ops_runtime.records.record import Record, problem_of
from twilio_ops_runtime.records.specs import FieldSpec
from twilio_ops_runtime.types.base import Type
from twilio_ops_runtime.types.enums import OpenEnum
from twilio_ops_runtime.types.nested import ListType, MapType, StructType, UriMapType
from twilio_ops_runtime.types.scalar import (
    BooleanType,
    DateType,
    DecimalType,
    InstantType,
    IntegerType,
)

__all__ = ["DIGITS", "SCALE", "WINDOW", "Column", "Handling", "columns_of", "schema_of"]

Handling = Literal["keep", "mask", "drop"]
MASK = "***"
WINDOW = "_window"
"""The column that tables of a database have besides: the window that a row is of."""
DIGITS, SCALE = 38, 18
"""How many digits a decimal column has, and how many of them behind the point."""

# The names of the Table Schema of Frictionless Data, and the types of Arrow.
_SCALARS: tuple[tuple[type[Type], str], ...] = (
    (IntegerType, "integer"),
    (DecimalType, "number"),
    (BooleanType, "boolean"),
    (DateType, "date"),
    (InstantType, "datetime"),
)
_AS_THEY_ARE = ("string", "integer", "date")
"""The types that CSV is given as they are."""
_NESTED: tuple[tuple[type[Type], str], ...] = (
    (UriMapType, "object"),
    (MapType, "object"),
    (StructType, "object"),
    (ListType, "array"),
)


@frozen(kw_only=True)
class Column:
    """One column.

    Attributes:
        name: Its name: the field's in JSON.
        field: The field; None = where the record lies, which the record does not say.
        pii: How the catalog says that personal values are to be handled; None = they are none.
        masked: Whether its values are hidden.
    """

    name: str
    field: FieldSpec | None = None
    pii: str | None = None
    masked: bool = False

    @property
    def type_name(self) -> str:
        """The type's name in the schema file."""
        kind = None if self.field is None or self.masked else self.field.kind
        for known, name in (*_SCALARS, *_NESTED):
            if isinstance(kind, known):
                return name
        return "any" if kind is not None and kind.is_nested else "string"

    def reader(self) -> Callable[[Sequence[Any]], list[Any]]:
        """Return what gives the plain values of records: text, numbers, times, lists, dicts.

        What an answer did not carry is None; what it carried and could not be read is an error.
        """
        assert self.field is not None
        values = values_of(self.field.name)
        plain = _masked if self.masked else _plain(self.field.kind)
        if plain is None:
            return values
        return lambda records: [None if one is None else plain(one) for one in values(records)]

    def arrow(self) -> Any:
        """Return the type that it has in Arrow."""
        pyarrow: Any = import_module("pyarrow")

        if self.field is None or self.masked:
            return pyarrow.string()
        return _arrow(self.field.kind)


def values_of(name: str) -> Callable[[Sequence[Any]], list[Any]]:
    """Return what gives a field of records, by its Python name; None where an answer had no such field.

    Its results raise ``OperationError`` where the answer had one that could not be read.
    """
    get = attrgetter(name)

    def read(records: Sequence[Any]) -> list[Any]:
        try:
            return list(map(get, records))
        except FieldNotPresent:  # of one at least; asked of the slot itself, which says no more
            slot: Any = getattr(records[0].__class__, name).__get__
            found: list[Any] = []
            for record in records:
                try:
                    found.append(slot(record))
                except AttributeError:
                    if problem_of(record, name) is not None:
                        raise _unread(record, name) from None
                    found.append(None)
            return found

    return read


def _one(record: Any, name: str) -> Any:
    """A field of one nested value; None where there was none."""
    if problem_of(record, name) is not None:
        raise _unread(record, name)
    return getattr(record, name, None)


def _masked(_: Any) -> str:
    return MASK


def _unread(record: Any, name: str) -> OperationError:
    of = cast("type[Record]", type(record))
    return OperationError(f"{of.spec.name}: {name}: {problem_of(record, name)}")


def columns_of(table: Table, pii: Handling) -> list[Column]:
    """Return the columns of a table; the catalog's secrets are never among them.

    Args:
        table: The table.
        pii: What becomes of personal values: they are kept, masked or left out.
    """
    rows = objects()[table.object].row["fields"]
    spec = record_class(table.object).spec
    found: list[Column] = []
    for field in spec.fields:
        row: Mapping[str, Any] = rows.get(field.json_name, {})
        pii_row: Mapping[str, str] = row.get("pii") or {}
        handling = pii_row.get("handling")
        if field.secret or (handling and pii == "drop" and field.json_name != table.key):
            continue
        masked = handling is not None and pii == "mask" and field.json_name != table.key
        found.append(Column(name=field.json_name, field=field, pii=handling, masked=masked))
    return [*found, *(Column(name=name) for name in table.links)]


def schema_of(table: Table, columns: Sequence[Column]) -> dict[str, Any]:
    """Return the description of a table that lies beside its data: a Table Schema, and more.

    See https://specs.frictionlessdata.io/table-schema/; ``pii`` and ``masked`` are said besides.
    """
    fields: list[dict[str, Any]] = []
    for column in columns:
        row: dict[str, Any] = {"name": column.name, "type": column.type_name}
        if column.field is not None and isinstance(column.field.kind, StructType):
            row["fields"] = _members(column.field.kind)
        if column.pii is not None:
            row |= {"pii": column.pii, "masked": column.masked}
        fields.append(row)
    found: dict[str, Any] = {"object": table.object, "fields": fields}
    if table.key is not None:
        found["primaryKey"] = [*table.links, table.key]
    return found


def _members(kind: StructType) -> list[dict[str, Any]]:
    return [
        {"name": field.json_name, "type": Column(name=field.json_name, field=field).type_name}
        for field in kind.record.spec.fields
    ]


def csv_text(columns: Sequence[Column], values: Sequence[Sequence[Any]]) -> str:
    """Return rows as CSV: nothing for null, ISO 8601 for times, JSON for what is nested.

    Args:
        columns: The columns.
        values: The values of each.
    """
    cells = [
        one if column.type_name in _AS_THEY_ARE else [_cell(value) for value in one]
        for column, one in zip(columns, values, strict=True)
    ]
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(zip(*cells, strict=True))
    return text.getvalue()


def _cell(value: Any) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, dict | list):
        return msgspec.json.encode(value).decode()
    return str(value)


def _plain(kind: Type) -> Callable[[Any], Any] | None:
    """Return what makes a plain value; None = it is one already."""
    if isinstance(kind, StructType):
        parts = [
            (field.json_name, field.name, _plain(field.kind)) for field in kind.record.spec.fields
        ]
        return lambda value: {
            name: (
                None
                if (part := _one(value, field)) is None
                else (part if plain is None else plain(part))
            )
            for name, field, plain in parts
        }
    if isinstance(kind, ListType):
        item = _plain(kind.kind) or _same
        return lambda value: [None if one is None else item(one) for one in value]
    if isinstance(kind, MapType):
        item = _plain(kind.kind) or _same
        return lambda value: {k: None if one is None else item(one) for k, one in value.items()}
    if isinstance(kind, UriMapType):
        return dict
    if any(isinstance(kind, known) for known, _ in _SCALARS):
        return None
    if kind.is_nested:
        return _json_text
    return _text if hasattr(kind, "enum") else None


def _same(value: Any) -> Any:
    return value


def _text(value: OpenEnum) -> str:
    return str(value.value)


def _json_text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=_cell)


def _arrow(kind: Type) -> Any:
    pyarrow: Any = import_module("pyarrow")

    scalars = {
        "integer": pyarrow.int64(),
        "number": pyarrow.decimal128(DIGITS, SCALE),
        "boolean": pyarrow.bool_(),
        "date": pyarrow.date32(),
        "datetime": pyarrow.timestamp("us", tz="UTC"),
    }
    for known, name in _SCALARS:
        if isinstance(kind, known):
            return scalars[name]
    if isinstance(kind, StructType):
        fields = kind.record.spec.fields
        return pyarrow.struct([(one.json_name, _arrow(one.kind)) for one in fields])
    if isinstance(kind, ListType):
        return pyarrow.list_(_arrow(kind.kind))
    if isinstance(kind, MapType):
        return pyarrow.map_(pyarrow.string(), _arrow(kind.kind))
    if isinstance(kind, UriMapType):
        return pyarrow.map_(pyarrow.string(), pyarrow.string())
    return pyarrow.string()
