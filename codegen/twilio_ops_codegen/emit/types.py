"""Types as Python source: what values are annotated with, and the runtime's types for them.

The first of the three modules that say what templates see; see ``objects``.
"""

from __future__ import annotations

import builtins
import keyword
from collections.abc import Iterable, Iterator, Mapping

import attrs
from attrs import fields, frozen

from twilio_ops_codegen.catalog.model import Field, Filter, Object, Parameter, Type
from twilio_ops_codegen.catalog.names import argument, attribute, identifier, pascal, snake
from twilio_ops_codegen.catalog.passes.derive_xml_names import field_element, parameter_element
from twilio_ops_codegen.catalog.passes.name_python import family
from twilio_ops_codegen.emit.code import Identifier, PyCode, dotted
from twilio_ops_codegen.emit.literal import literal

SECRET = "password"
"""The format of text that is never shown."""


@frozen
class EnumView:
    """One open enum: its class name and the members' names and values."""

    name: Identifier = attrs.field(converter=Identifier)
    members: tuple[tuple[Identifier, str], ...]
    key: str  # its name in the catalog


@frozen
class FieldView:
    """One field of a record."""

    name: Identifier = attrs.field(converter=Identifier)
    json: str
    xml: str
    type: PyCode
    kind: PyCode
    row: Field
    sent: PyCode | None = None  # what is given for it in a mapping; None = it is answered only

    @property
    def key(self) -> Identifier:
        """Its name in JSON, where that is a name in Python, too."""
        return Identifier(self.json)

    @property
    def secret(self) -> bool:
        """Whether its value is never shown."""
        return self.row.format == SECRET


@frozen
class RecordView:
    """A record class: an object's own, or one of its structs'."""

    name: Identifier = attrs.field(converter=Identifier)
    fields: tuple[FieldView, ...]
    struct: str | None  # the struct's name in the catalog; None = the object's own record
    item: str  # the element of one in a document of its own
    recursive: bool = False  # it may hold itself, at whatever depth

    @property
    def sent(self) -> bool:
        """Whether it may be given as a mapping, too, which then has a type of its own."""
        return any(view.sent is not None for view in self.fields)

    @property
    def spelled_out(self) -> tuple[FieldView, ...]:
        """The fields that a class statement for the type of that mapping names: only there can it name
        itself. The others are in an expression."""
        return tuple(each for each in self.fields if self.recursive and _is_plain(each.json))

    @property
    def quoted(self) -> tuple[FieldView, ...]:
        """The fields that an expression names."""
        return tuple(each for each in self.fields if each not in self.spelled_out)


@frozen
class ParameterView:
    """One parameter of a request, or one filter."""

    name: Identifier = attrs.field(converter=Identifier)
    api: str
    xml: str
    type: PyCode
    kind: PyCode
    required: bool
    row: Parameter | Filter

    @property
    def secret(self) -> bool:
        """Whether its value is never shown."""
        return self.row.format == SECRET


@frozen
class FilterView:
    """One filter of a Query: ``field`` is the record's field it looks at, if it has one."""

    name: Identifier = attrs.field(converter=Identifier)
    api: str
    kind: PyCode
    type: PyCode
    family: str
    field: str | None
    row: Filter


ORIGINS = {
    "Any": "typing",
    "Decimal": "decimal",
    "Iterator": "collections.abc",
    "Mapping": "collections.abc",
    "Sequence": "collections.abc",
    "Sid": "",
    "date": "datetime",
    "datetime": "datetime",
}
"""Where the names that types are made of come from; "" is the runtime."""

# Of each simple type: what records hold, and the runtime's type.
_SIMPLE = {
    "string": ("str", "g.TEXT"),
    "integer": ("int", "g.INTEGER"),
    "decimal": ("Decimal", "g.DECIMAL"),
    "boolean": ("bool", "g.BOOLEAN"),
    "date": ("date", "g.DATE"),
    "sid": ("Sid", "g.SID"),
    "uri_map": ("Mapping[str, str]", "g.URI_MAP"),
    "any": ("Any", "g.ANY"),
}
_TIMES = ("date", "datetime")
_SENT = {
    "decimal": "Decimal | int",
    "date": "date | str",
    "datetime": "datetime | str",
    "sid": "str",
}
# The names that those types need, where they are more than builtins.
_NEEDED = {
    "decimal": "Decimal",
    "date": "date",
    "datetime": "datetime",
    "sid": "Sid",
    "uri_map": "Mapping",
    "map": "Mapping",
    "any": "Any",
}


class Types:
    """The types of one object as Python source; notes the names that they need.

    Args:
        value: The object.
        enums: The class of each of its enums.
        structs: The class of each of its structs.
    """

    def __init__(self, value: Object, enums: Mapping[str, str], structs: Mapping[str, str]) -> None:
        self.value = value
        self.enums = enums
        self.structs = structs
        # The structs that bodies are made of.
        self.sent = reached(
            value, (row for a in value.actions.values() for row in a.parameters.values())
        )
        self._unspoken: frozenset[str] = frozenset()  # those whose mappings have no type just now
        self.placed: set[str] = set()  # structs whose classes are there already
        self.uses: set[str] = set()

    def annotation(self, row: Type, *, sent: bool = False) -> str:
        """The Python type of a value, as records hold it or as it may be given to be sent; what it
        needs is noted."""
        kind = row.type
        if kind in _NEEDED and not (sent and kind == "sid"):
            self.uses.add(_NEEDED[kind])
        if sent and kind in _SENT:
            return _SENT[kind]
        if kind in _SIMPLE:
            return _SIMPLE[kind][0]
        if kind == "datetime":
            return "datetime"
        if kind == "enum":
            name = self.enums[row.enum or ""]
            return f"{name} | str" if sent else name
        if kind == "struct":
            name = self.structs[row.struct or ""]
            if not sent:
                return name
            if row.struct in self._unspoken:
                self.uses |= {"Mapping", "Any"}
                return f"{name} | Mapping[str, Any]"
            return f"{name} | {name}.Dict"
        if kind == "collapsible_map":
            self.uses |= {"Mapping", "Any"}
            return "Mapping[str, Any]"
        if kind == "pairs":
            self.uses |= {"Mapping", "Sequence"}
            return "Mapping[str, str] | Sequence[tuple[str, str]]"
        assert row.items is not None, kind
        item = self.annotation(row.items, sent=sent)
        if kind == "map":
            return f"Mapping[str, {item}]"
        if sent:
            self.uses.add("Sequence")
        return f"Sequence[{item}]" if sent else f"tuple[{item}, ...]"

    def kind(self, row: Type, item_xml: str = "Item", *, sent: bool = False) -> str:
        """The runtime's kind of a value, as source text."""
        name = row.type
        if name == "datetime":
            return "g.RFC2822" if row.format == "rfc2822" else "g.ISO8601"
        if sent and name == "sid":
            prefixes = ", ".join(map(literal, row.prefixes))
            return f"g.SidType({prefixes})"
        if sent and name == "string" and row.format == "phone-number":
            return "g.PHONE"
        if sent and name == "date" and row.format == "relative":
            return "g.RELATIVE_DATE"
        if sent and name == "integer" and (row.minimum, row.maximum) != (None, None):
            return f"g.IntegerType({row.minimum!r}, {row.maximum!r})"
        if name in _SIMPLE:
            return _SIMPLE[name][1]
        if name == "enum":
            return f"g.EnumType({self.enums[row.enum or '']})"
        if name == "struct":
            # The class of a struct that holds itself is not there yet when its fields are declared.
            later = "" if row.struct in self.placed else "lambda: "
            return f"g.StructType({later}{self.structs[row.struct or '']})"
        if name == "pairs":
            return f"g.PairsType({row.count})"
        if name == "collapsible_map":
            return f"g.CollapsibleMapType({literal(row.prefix)})"
        assert row.items is not None, name
        item = self.kind(row.items, sent=sent)
        return f"g.MapType({item})" if name == "map" else f"g.ListType({literal(item_xml)}, {item})"

    def field(self, name: str, row: Field, struct: str | None = None) -> FieldView:
        kind = self.kind(row, row.item_xml or "Item")
        if own := {key: one for key, one in row.key_xml.items() if one != pascal(key)}:
            kind = f"g.UriMapType({literal(own)})"
        return FieldView(
            name=row.name or attribute(name),
            json=name,
            xml=field_element(name, row.xml),
            type=PyCode(self.annotation(row)),
            kind=PyCode(kind),
            row=row,
            sent=PyCode(self._given(name, row, struct)) if struct in self.sent else None,
        )

    def _given(self, name: str, row: Field, struct: str) -> str:
        """The type of a field of a mapping that is sent."""
        if not _is_plain(name):  # what an expression says of it cannot lead back to the class
            held = reached(self.value, [row])
            rows = {each: self.value.structs[each].fields.values() for each in held}
            self._unspoken = frozenset(
                each
                for each, inner in rows.items()
                if struct in {each, *reached(self.value, inner)}
            )
        type_ = self.annotation(row, sent=True)
        self._unspoken = frozenset()
        return type_ if row.required or type_ == "Any" else f"{type_} | None"

    def parameter(self, api: str, row: Parameter) -> ParameterView:
        type_ = self.annotation(row, sent=True)
        if row.repeated:
            type_ = f"Sequence[{type_}]"
            self.uses.add("Sequence")
        kind = self.kind(row, sent=True)
        return ParameterView(
            name=row.name or argument(api),
            api=api,
            xml=parameter_element(api, row.xml),
            type=PyCode(type_),
            kind=PyCode(kind),
            required=row.required,
            row=row,
        )

    def filter(self, api: str, row: Filter) -> FilterView:
        kind_of = family(row)
        times = [pair for pair in self.value.fields.items() if pair[1].type in _TIMES]
        field = next((pair for pair in times if snake(pair[0]) == snake(api)), None)
        return FilterView(
            name=row.name or identifier(api),
            api=api,
            kind=PyCode(self.kind(row, sent=True)),
            type=PyCode(self.annotation(row, sent=True) if kind_of == "equals" else ""),
            family=kind_of,
            field=field and (field[1].name or attribute(field[0])),
            row=row,
        )


def by_module(
    needs: Iterable[tuple[str, str]],
) -> tuple[tuple[PyCode, tuple[Identifier, ...]], ...]:
    """Modules and the names to import of each, sorted; the runtime is ``""``."""
    modules: dict[str, list[Identifier]] = {}
    for module, name in sorted(needs):
        modules.setdefault(module, []).append(Identifier(name))
    return tuple(
        (dotted(module) if module else PyCode(), tuple(names)) for module, names in modules.items()
    )


def as_parameter(row: Filter) -> Parameter:
    """A filter as a search takes it: as a parameter of the query."""
    return Parameter(
        **{row_field.name: getattr(row, row_field.name) for row_field in fields(Type)},
        name=row.name,
        location="query",
        repeated=row.repeated,
        required=row.required,
        deprecated=row.deprecated,
        note=row.note,
        doc=row.doc,
    )


def reached(value: Object, rows: Iterable[Type]) -> frozenset[str]:
    """The structs of an object that types are made of, as deep as it goes."""
    pending = list(rows)
    found: set[str] = set()
    while pending:
        for name in structs_in(pending.pop()):
            if name not in found:
                found.add(name)
                pending += value.structs[name].fields.values()
    return frozenset(found)


def _is_plain(name: str) -> bool:
    """Whether a name may stand in a class statement beside the types of its fields."""
    taken = (
        name in ORIGINS or hasattr(builtins, name) or keyword.iskeyword(name) or name[:1].isupper()
    )
    return name.isidentifier() and name.isascii() and not name.startswith("__") and not taken


def structs_in(row: Type) -> Iterator[str]:
    """The structs that a type is made of."""
    if row.struct is not None:
        yield row.struct
    if row.items is not None:
        yield from structs_in(row.items)
