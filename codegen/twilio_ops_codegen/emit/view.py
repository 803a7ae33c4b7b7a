"""What templates see: a resolved catalog in the terms of the generated package.

Names are Python's, types are source text with the imports they need, and everything a template
would have to work out is worked out here. ``docs/templates.md`` documents these classes for
people who bring templates of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import Factory, fields, frozen

from twilio_ops_codegen.catalog.model import (
    ACTIONS,
    Action,
    Catalog,
    Field,
    Filter,
    Key,
    Object,
    Parameter,
    Type,
)
from twilio_ops_codegen.catalog.names import (
    argument,
    attribute,
    constant,
    element,
    identifier,
    pascal,
    snake,
)
from twilio_ops_codegen.catalog.passes.derive_xml_names import field_element, parameter_element
from twilio_ops_codegen.catalog.patterns import schema_pattern, schema_word
from twilio_ops_codegen.catalog.validate import PLACEHOLDER
from twilio_ops_codegen.emit.literal import literal

SECRET = "password"
"""The format of text that is never shown."""


class PyCode(str):
    """Python source text; everything else enters a template through ``lit`` or ``doc``."""

    __slots__ = ()


@frozen
class EnumView:
    """One open enum: its class name and the members' names and values."""

    name: str
    members: tuple[tuple[str, str], ...]


@frozen
class FieldView:
    """One field of a record."""

    name: str
    json: str
    xml: str
    type: PyCode
    kind: PyCode
    shape: PyCode  # the annotation of the JSON shape's attribute
    direct: bool  # the shape's value is the record's already
    row: Field

    @property
    def secret(self) -> bool:
        """Whether its value is never shown."""
        return self.row.format == SECRET

    @property
    def direct_name(self) -> bool:
        """Whether the JSON name is the Python name."""
        return self.name == self.json


@frozen
class RecordView:
    """A record class: an object's own, or one of its structs'."""

    name: str
    fields: tuple[FieldView, ...]
    struct: str | None  # the struct's name in the catalog; None = the object's own record
    item: str  # the element of one in a document of its own


@frozen
class ParameterView:
    """One parameter of a request, or one filter."""

    name: str
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

    name: str
    api: str
    kind: PyCode
    type: PyCode
    family: str
    field: str | None
    row: Filter


@frozen
class AnswerView:
    """What an operation answers: one record, or a list of them, in XML and in JSON."""

    owner: Object  # whose enums and structs the fields name
    fields: Mapping[str, Field]
    item: str  # the element of one record
    accepts: tuple[str, ...]  # further item names that answers use
    listed: str  # the element around the records of a list
    list_key: str | None  # the key of the records in JSON; None = the answer is the list


@frozen
class OperationView:
    """One action of an object, as a class."""

    name: str
    action: str
    row: Action
    parameters: tuple[ParameterView, ...]
    filters: tuple[FilterView, ...]
    answered: AnswerView | None
    record: str | None  # the class answered
    record_address: str | None  # module:Class, if it is another module's
    redirect: str | None  # the field that the answer's Location is
    keys: tuple[tuple[str, Key], ...]
    sid_form: str | None
    sid_pattern: str | None
    parent_form: str | None
    parent_pattern: str | None
    request_profile: str | None
    response_profile: str | None
    either: tuple[tuple[str, ...], ...]
    parent_required: bool  # a Create or Query belongs to more than an account
    sid_optional: bool  # there is only one such record: the connection's account says which

    @property
    def request(self) -> str | None:
        """The request class of a Create or Update."""
        return f"{self.name}Request" if self.action in ("Create", "Update") else None

    @property
    def answer(self) -> str:
        """The class answered, as a base class's argument; another module's as a forward name."""
        if self.record is None:
            return "None"
        return f'"{self.record}"' if self.record_address else self.record

    @property
    def own_parameters(self) -> tuple[ParameterView, ...]:
        """The parameters beside the one that takes the record's key."""
        key = self.row.key_parameter if self.action == "Get" else None
        return tuple(view for view in self.parameters if view.api != key)

    @property
    def outbound(self) -> bool:
        """Whether request documents go in: Create, Update, Delete."""
        return self.action in ("Create", "Update", "Delete")

    @property
    def addressed(self) -> bool:
        """Whether it takes one record's Sid: Get, Update, Delete."""
        return self.action in ("Get", "Update", "Delete")

    @property
    def base(self) -> str:
        """The runtime class it derives from."""
        return "Search" if self.action == "Get" and self.row.cardinality == "many" else self.action


@frozen
class ObjectView:
    """One object: a module of the package."""

    name: str
    module: str
    package: str
    row: Object
    enums: tuple[EnumView, ...]
    records: tuple[RecordView, ...]  # structs first, each after those it is made of
    operations: tuple[OperationView, ...]
    imports: tuple[tuple[str, tuple[str, ...]], ...]  # modules and names that the types need
    foreign: tuple[tuple[str, str], ...]  # module and class of records of other objects

    @property
    def record(self) -> RecordView:
        """The object's own record."""
        return self.records[-1]

    @property
    def wire_imports(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Modules and names that the JSON shape needs."""
        needs = {
            ("collections.abc", "Sequence"),
            ("typing", "Any"),
            ("msgspec", "Struct"),
            ("", "draft_of"),
        }
        for field in self.record.fields:
            if field.row.type == "uri_map":
                needs |= {("msgspec", "Raw"), ("", "uri_map")}
            elif not field.direct:
                needs.add(("", "readers"))
        return _by_module(needs)

    @property
    def exports(self) -> tuple[str, ...]:
        """Every public name of the module, sorted."""
        names = [view.name for view in self.enums]
        names += [view.name for view in self.records]
        names += [view.name for view in self.operations]
        names += [view.request for view in self.operations if view.request]
        return tuple(sorted(names))

    @property
    def keys(self) -> tuple[tuple[str, Key], ...]:
        """What may fill the placeholders of the operations' paths, where all of them agree."""
        every = list(dict.fromkeys(pair for view in self.operations for pair in view.keys))
        names = [name for name, _ in every]
        return tuple(pair for pair in every if names.count(pair[0]) == 1)

    @property
    def permitted(self) -> tuple[str, ...]:
        """The actions the object has."""
        return tuple(view.action for view in self.operations)


@frozen
class PackageView:
    """The whole package."""

    catalog: Catalog
    objects: tuple[ObjectView, ...] = Factory(tuple)

    @property
    def package(self) -> str:
        """The package's import name."""
        return self.catalog.service.package


def view(catalog: Catalog) -> PackageView:
    """The package view of a resolved catalog."""
    return PackageView(
        catalog, tuple(_Builder(catalog, value).view() for value in catalog.objects.values())
    )


_ORIGINS = {
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

# Of each simple type: what records hold, the runtime's kind, the JSON shape, and whether the
# shape's value is the record's already.
_SIMPLE = {
    "string": ("str", "g.TEXT", "str | None", True),
    "integer": ("int", "g.INTEGER", "int | str | None", False),
    "decimal": ("Decimal", "g.DECIMAL", "Any", False),
    "boolean": ("bool", "g.BOOLEAN", "bool | None", True),
    "date": ("date", "g.DATE", "str | None", False),
    "sid": ("Sid", "g.SID", "str | None", True),
    "uri_map": ("Mapping[str, str]", "g.URI_MAP", "Raw", False),
    "any": ("Any", "g.ANY", "Any", True),
}
_TIMES = ("date", "datetime")
_SHAPES = {
    "datetime": "str | None",
    "enum": "str | None",
    "list": "list[Any] | None",
    "map": "dict[str, Any] | None",
    "struct": "dict[str, Any] | None",
}
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


class _Builder:
    def __init__(self, catalog: Catalog, value: Object) -> None:
        self.catalog = catalog
        self.value = value
        self.module = snake(value.object)
        self.package = catalog.service.package
        taken = {value.object} | {f"{action}{value.object}" for action in ACTIONS}
        taken |= {row.answers for row in value.actions.values() if row.answers}
        self.enums = {name: self._class(name, taken) for name in value.enums}
        self.structs = {name: self._class(name, taken) for name in value.structs}
        self.placed: set[str] = set()
        self.uses: set[str] = set()

    def _class(self, name: str, taken: set[str]) -> str:
        base = plain = self.value.object + pascal(name)
        number = 2
        while plain in taken:
            plain, number = f"{base}{number}", number + 1
        taken.add(plain)
        return plain

    def view(self) -> ObjectView:
        value = self.value
        order = list(self._struct_order())
        records: list[RecordView] = []
        for name in order:
            views = tuple(self._field(key, row) for key, row in value.structs[name].fields.items())
            records.append(RecordView(self.structs[name], views, name, element(pascal(name))))
            self.placed.add(name)
        views = tuple(self._field(key, row) for key, row in value.fields.items())
        records.append(RecordView(value.object, views, None, _item(value)))
        operations = tuple(
            self._operation(action, value.actions[action])
            for action in ACTIONS
            if action in value.actions
        )
        if any(view.base in ("Search", "Query") for view in operations):
            self.uses.add("Iterator")
        foreign = sorted(
            {
                (address.partition(":")[0], address.partition(":")[2])
                for address in (view.record_address for view in operations)
                if address
            }
        )
        enums = tuple(
            EnumView(self.enums[name], tuple(_members(values)))
            for name, values in value.enums.items()
        )
        return ObjectView(
            name=value.object,
            module=self.module,
            package=self.package,
            row=value,
            enums=enums,
            records=tuple(records),
            operations=operations,
            imports=_by_module({(_ORIGINS[name], name) for name in self.uses}),
            foreign=tuple(foreign),
        )

    def _struct_order(self) -> Iterator[str]:
        done: set[str] = set()

        def visit(name: str) -> Iterator[str]:
            if name in done:
                return
            done.add(name)
            for row in self.value.structs[name].fields.values():
                for needed in _structs_in(row):
                    yield from visit(needed)
            yield name

        for name in self.value.structs:
            yield from visit(name)

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
            if sent:
                self.uses |= {"Mapping", "Any"}
            return f"{name} | Mapping[str, Any]" if sent else name
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
            prefixes = ", ".join(f'"{prefix}"' for prefix in row.prefixes)
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
        assert row.items is not None, name
        item = self.kind(row.items, sent=sent)
        return f"g.MapType({item})" if name == "map" else f'g.ListType("{item_xml}", {item})'

    def _field(self, name: str, row: Field) -> FieldView:
        kind = self.kind(row, row.item_xml or "Item")
        if row.key_xml:
            kind = f"g.UriMapType({literal(row.key_xml)})"
        shape, direct = _SHAPES.get(row.type, ""), False
        if row.type in _SIMPLE:
            _, _, shape, direct = _SIMPLE[row.type]
        return FieldView(
            name=row.name or attribute(name),
            json=name,
            xml=field_element(name, row.xml),
            type=PyCode(self.annotation(row)),
            kind=PyCode(kind),
            shape=PyCode(shape),
            direct=direct,
            row=row,
        )

    def _operation(self, action: str, row: Action) -> OperationView:
        value = self.value
        name = f"{action}{value.object}"
        record, address = self._record(row)
        service = self.catalog.service
        own = self._segments(row.path)
        parents = forms = [self._segments(path) for path in (row.path, *row.alternatives)]
        under = action in ("Create", "Query") and bool(own)
        if row.key_parameter:
            key = (row.key_parameter, value.keys[row.key_parameter], False)
            account = service.account_key
            forms = [
                [*((name, item, name == account) for name, item, _ in form), key] for form in forms
            ]
        addressed = action in ("Get", "Update", "Delete") and (bool(own) or bool(row.key_parameter))
        parameters, filters = dict(row.parameters), dict(row.filters)
        if (
            action == "Get" and filters
        ):  # a search is asked like a Get, with what a Query filters by
            parameters |= {key: _as_parameter(item) for key, item in filters.items()}
            filters = {}
        profile = f"profiles/{value.object}/{name}"
        outbound = action in ("Create", "Update", "Delete")
        return OperationView(
            name=name,
            action=action,
            row=row,
            parameters=tuple(self._parameter(key, item) for key, item in parameters.items()),
            filters=tuple(self._filter(key, item) for key, item in filters.items()),
            answered=self._answered(row) if record else None,
            record=record,
            record_address=address,
            redirect=self._redirect(row),
            keys=tuple((key, value.keys[key]) for key in _ordered_keys(row)),
            sid_form=" or ".join(map(self._form, forms)) if addressed else None,
            sid_pattern="|".join(map(self._pattern, forms)) if addressed else None,
            parent_form=" or ".join(map(self._form, parents)) if under else None,
            parent_pattern="|".join(map(self._pattern, parents)) if under else None,
            request_profile=f"{profile}.request.xsd" if outbound else None,
            response_profile=f"{profile}.response.xsd" if record else None,
            either=row.either,
            parent_required=all(
                any(name != service.account_key for name, _, _ in parent) for parent in parents
            ),
            sid_optional=not row.key_parameter
            and all(name == service.account_key for name, _, _ in own),
        )

    def _record(self, row: Action) -> tuple[str | None, str | None]:
        if row.cardinality == "none":
            return None, None
        if row.answers is None or row.answers == self.value.object:
            return self.value.object, None
        if row.answers in self.structs:
            return self.structs[row.answers], None
        return row.answers, f"{self.package}.api.{snake(row.answers)}:{row.answers}"

    def _answered(self, row: Action) -> AnswerView:
        value, answers = self.value, row.answers
        owner = (
            value if answers is None or answers in value.structs else self.catalog.objects[answers]
        )
        # A list is this object's, whatever its records are; without names of its own, theirs hold.
        named = owner if value.json.list is None else value
        item, accepts, fields = _item(owner), owner.xml.accepts, owner.fields
        if answers is not None and answers in value.structs:
            item, accepts, fields = element(pascal(answers)), (), value.structs[answers].fields
        return AnswerView(
            owner=owner,
            fields=fields,
            item=item,
            accepts=accepts,
            listed=named.xml.list or f"{item}List",
            list_key=named.json.list,
        )

    def _redirect(self, row: Action) -> str | None:
        if row.redirect is None:
            return None
        struct = self.value.structs.get(row.answers or "")
        fields = self.value.fields if struct is None else struct.fields
        return fields[row.redirect].name or attribute(row.redirect)

    def _segments(self, path: str) -> list[tuple[str, Key, bool]]:
        account = self.catalog.service.account_key
        return [
            (name, self.value.keys[name], name == account and len(PLACEHOLDER.findall(path)) > 1)
            for name in PLACEHOLDER.findall(path)
        ]

    @staticmethod
    def _form(segments: Iterable[tuple[str, Key, bool]]) -> str:
        return "".join(f"[{name}:]" if free else f"{name}:" for name, _, free in segments)[:-1]

    @staticmethod
    def _pattern(segments: Iterable[tuple[str, Key, bool]]) -> str:
        text = ""
        parts = list(segments)
        for index, (_, key, free) in enumerate(parts):
            last = index == len(parts) - 1
            one = f"({'|'.join(key.prefixes)})[0-9a-fA-F]{{32}}" if key.prefixes else ".+"
            if key.pattern:  # what XSD cannot say is checked when the address is used
                said = schema_pattern(key.pattern)
                one = ".+" if said is None else f"({said})"
            if key.literals and one != ".+":
                one = f"({one}|{'|'.join(map(schema_word, key.literals))})"
            text += f"({one}:)?" if free else one if last else f"{one}:"
        return text

    def _parameter(self, api: str, row: Parameter) -> ParameterView:
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

    def _filter(self, api: str, row: Filter) -> FilterView:
        family = "equals"
        if row.operators != ("equals",):
            family = "day" if row.type == "date" else "instant"
        wanted = identifier(api)
        times = [pair for pair in self.value.fields.items() if pair[1].type in _TIMES]
        field = next((pair for pair in times if snake(pair[0]) == snake(api)), None)
        return FilterView(
            name=row.name or wanted,
            api=api,
            kind=PyCode(self.kind(row, sent=True)),
            type=PyCode(self.annotation(row, sent=True) if family == "equals" else ""),
            family=family,
            field=field and (field[1].name or attribute(field[0])),
            row=row,
        )


def _item(value: Object) -> str:
    return value.xml.item or value.object


def _ordered_keys(row: Action) -> list[str]:
    paths = (row.path, *row.alternatives)
    names = dict.fromkeys(name for path in paths for name in PLACEHOLDER.findall(path))
    return [*names, *([row.key_parameter] if row.key_parameter else [])]


def _by_module(needs: Iterable[tuple[str, str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    modules: dict[str, list[str]] = {}
    for module, name in sorted(needs):
        modules.setdefault(module, []).append(name)
    return tuple((module, tuple(names)) for module, names in modules.items())


def _as_parameter(row: Filter) -> Parameter:
    return Parameter(
        **{row_field.name: getattr(row, row_field.name) for row_field in fields(Type)},
        name=row.name,
        location="query",
        repeated=row.repeated,
        required=row.required,
    )


def _structs_in(row: Type) -> Iterator[str]:
    if row.struct is not None:
        yield row.struct
    if row.items is not None:
        yield from _structs_in(row.items)


def _members(values: Iterable[str]) -> Iterator[tuple[str, str]]:
    taken: set[str] = set()
    for value in values:
        base = name = constant(value)
        number = 2
        while name in taken or name == "MRO":
            name, number = f"{base}_{number}", number + 1
        taken.add(name)
        yield name, value
