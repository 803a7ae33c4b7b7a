"""The typed columns of a table: what the catalog says of each field, and how a value stands in a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any, Literal

from attrs import frozen

from twilio_ops import OperationError
from twilio_ops_components.catalog import objects, record_class
from twilio_ops_components.export.pages import Columns
from twilio_ops_components.export.plain import Form, reader_of
from twilio_ops_components.export.tables import Table
from twilio_ops_runtime.records.specs import FieldSpec
from twilio_ops_runtime.types.base import Type
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
        object: The object.
        name: Its name: the field's in JSON.
        field: The field; None = where the record lies, which the record does not say.
        pii: How the catalog says that personal values are to be handled; None = they are none.
        masked: Whether its values are hidden.
    """

    object: str
    name: str
    field: FieldSpec | None = None
    pii: str | None = None
    masked: bool = False

    @property
    def type_name(self) -> str:
        """The type's name in the schema file."""
        return "string" if self.field is None or self.masked else _type_name(self.field.type)

    def reader(self, form: Form) -> Callable[[Columns], Sequence[Any]]:
        """Return what gives the plain values of records: text, numbers, lists, dicts.

        What an answer did not carry is None; what it carried and could not be read is an error.

        Args:
            form: How numbers and times are to be; see ``plain``.
        """
        assert self.field is not None
        name, python_name, read = self.name, self.field.name, reader_of(self.field.type, form)
        is_moment = form == "arrow" and isinstance(self.field.type, InstantType)

        def values(columns: Columns) -> Sequence[Any]:
            if is_moment and name in columns.moments:
                return columns.moments[name]  # it decided which records these are
            try:
                return read(columns.values[name], name in columns.odd)
            except ValueError as error:
                problem = str(error)
            raise OperationError(f"{self.object}: {python_name}: {problem}")

        if not self.masked:
            return values
        return lambda columns: [None if one is None else MASK for one in values(columns)]

    def arrow(self) -> Any:
        """Return the type that it has in Arrow."""
        pyarrow: Any = import_module("pyarrow")

        if self.field is None or self.masked:
            return pyarrow.string()
        return _arrow(self.field.type)


def _type_name(kind: Type) -> str:
    for known, name in (*_SCALARS, *_NESTED):
        if isinstance(kind, known):
            return name
    return "any" if kind.is_nested else "string"


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
        found.append(
            Column(
                object=table.object, name=field.json_name, field=field, pii=handling, masked=masked
            )
        )
    return [*found, *(Column(object=table.object, name=name) for name in table.links)]


def schema_of(table: Table, columns: Sequence[Column]) -> dict[str, Any]:
    """Return the description of a table that lies beside its data: a Table Schema, and more.

    See https://specs.frictionlessdata.io/table-schema/; ``pii`` and ``masked`` are said besides.
    """
    fields: list[dict[str, Any]] = []
    for column in columns:
        row: dict[str, Any] = {"name": column.name, "type": column.type_name}
        if column.field is not None and isinstance(column.field.type, StructType):
            row["fields"] = _members(column.field.type)
        if column.pii is not None:
            row |= {"pii": column.pii, "masked": column.masked}
        fields.append(row)
    found: dict[str, Any] = {"object": table.object, "fields": fields}
    if table.key is not None:
        found["primaryKey"] = [*table.links, table.key]
    return found


def _members(kind: StructType) -> list[dict[str, Any]]:
    return [
        {"name": field.json_name, "type": _type_name(field.type)}
        for field in kind.record.spec.fields
    ]


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
        return pyarrow.struct([(one.json_name, _arrow(one.type)) for one in fields])
    if isinstance(kind, ListType):
        return pyarrow.list_(_arrow(kind.type))
    if isinstance(kind, MapType):
        return pyarrow.map_(pyarrow.string(), _arrow(kind.type))
    if isinstance(kind, UriMapType):
        return pyarrow.map_(pyarrow.string(), pyarrow.string())
    return pyarrow.string()
