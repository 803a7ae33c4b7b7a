"""What templates see: a resolved catalog in the terms of the generated package.

Names are Python's, types are source text with the imports they need, and everything a template
would have to work out is worked out here and in ``types`` and ``operations``. ``docs/templates.md``
documents these classes for people who bring templates of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs
from attrs import Factory, frozen

from twilio_ops_codegen.catalog.model import ACTIONS, Catalog, Field, Key, Object
from twilio_ops_codegen.catalog.names import element, pascal, snake
from twilio_ops_codegen.emit.code import Identifier, PyCode, dotted
from twilio_ops_codegen.emit.operations import Operations, OperationView, item_of
from twilio_ops_codegen.emit.types import (
    ORIGINS,
    EnumView,
    RecordView,
    Types,
    by_module,
    reached,
    structs_in,
)


@frozen
class ObjectView:
    """One object: a module of the package."""

    name: Identifier = attrs.field(converter=Identifier)
    module: Identifier = attrs.field(converter=Identifier)
    package: Identifier = attrs.field(converter=Identifier)
    row: Object
    enums: tuple[EnumView, ...]
    records: tuple[RecordView, ...]  # structs first, each after those it is made of
    operations: tuple[OperationView, ...]
    imports: tuple[
        tuple[PyCode, tuple[Identifier, ...]], ...
    ]  # modules and names that the types need
    foreign: tuple[tuple[PyCode, Identifier], ...]  # module and class of records of other objects

    @property
    def record(self) -> RecordView:
        """The object's own record."""
        return self.records[-1]

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
    def package(self) -> Identifier:
        """The package's import name."""
        return Identifier(self.catalog.service.package)


def view(catalog: Catalog) -> PackageView:
    """The package view of a resolved catalog."""
    return PackageView(
        catalog, tuple(_Builder(catalog, value).view() for value in catalog.objects.values())
    )


class _Builder:
    """Makes the view of one object."""

    def __init__(self, catalog: Catalog, value: Object) -> None:
        self.value = value
        self.package = catalog.service.package
        named = value.enum_names
        self.enums = {name: f"{value.object}{named[name].name}" for name in value.enums}
        self.structs = {name: f"{value.object}{row.name}" for name, row in value.structs.items()}
        self.types = Types(value, self.enums, self.structs)
        self.operations = Operations(catalog, value, self.types)

    def view(self) -> ObjectView:
        """The view."""
        value, types = self.value, self.types
        records = [self._struct(name) for name in list(self._struct_order())]
        records.append(self._record(value.object, value.fields, None, item_of(value)))
        operations = tuple(
            self.operations.operation(action, value.actions[action])
            for action in ACTIONS
            if action in value.actions
        )
        if any(view.base in ("Search", "Query") for view in operations):
            types.uses.add("Iterator")
        addresses = {view.record_address for view in operations if view.record_address}
        foreign = [
            (dotted(module), Identifier(name))
            for module, _, name in sorted(address.partition(":") for address in addresses)
        ]
        enums = tuple(
            EnumView(
                self.enums[name],
                tuple((Identifier(value.enum_names[name].members[word]), word) for word in values),
                name,
            )
            for name, values in value.enums.items()
        )
        return ObjectView(
            name=value.object,
            module=snake(value.object),
            package=self.package,
            row=value,
            enums=enums,
            records=tuple(records),
            operations=operations,
            imports=by_module({(ORIGINS[name], name) for name in types.uses}),
            foreign=tuple(foreign),
        )

    def _struct(self, name: str) -> RecordView:
        fields = self.value.structs[name].fields
        record = self._record(self.structs[name], fields, name, element(pascal(name)))
        self.types.placed.add(name)
        return record

    def _record(
        self, called: str, fields: Mapping[str, Field], struct: str | None, item: str
    ) -> RecordView:
        views = tuple(self.types.field(name, row, struct) for name, row in fields.items())
        recursive = struct in reached(self.value, fields.values())
        return RecordView(called, views, struct, item, recursive)

    def _struct_order(self) -> Iterator[str]:
        done: set[str] = set()

        def visit(name: str) -> Iterator[str]:
            if name in done:
                return
            done.add(name)
            for row in self.value.structs[name].fields.values():
                for needed in structs_in(row):
                    yield from visit(needed)
            yield name

        for name in self.value.structs:
            yield from visit(name)
