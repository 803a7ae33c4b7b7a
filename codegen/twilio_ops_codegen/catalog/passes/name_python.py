"""Decides what everything is called in Python, before anything is compared or rendered.

The naming rule gives a name to everything whose row has none: fields, parameters and filters in
snake case, the classes of enums and structs behind their object's name in Pascal case, members of
enums in capitals. It never counts: two that it would call alike are a mistake of the catalog, and
one of them needs a name there. So nothing that is added beside a thing changes its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import evolve

from twilio_ops_codegen.catalog.model import (
    ACTIONS,
    Action,
    ActionName,
    Catalog,
    EnumNames,
    Family,
    Field,
    Filter,
    Object,
    Struct,
)
from twilio_ops_codegen.catalog.names import argument, attribute, constant, identifier, pascal


def name_python(catalog: Catalog) -> Catalog:
    """The catalog with every name in Python, and every filter's class, filled in."""
    return evolve(catalog, objects={name: _object(row) for name, row in catalog.objects.items()})


def class_part(name: str, given: str | None = None) -> str:
    """The class of an enum or a struct behind its object's name: the one given, or the rule's."""
    return given or pascal(name)


def member(value: str, given: str | None = None) -> str:
    """The member of an enum's value: the one given, or the rule's."""
    return given or constant(value)


def family(row: Filter) -> Family:
    """What a filter offers: the one given, or as its type and operators say."""
    if row.family is not None:
        return row.family
    if row.operators == ("equals",):
        return "equals"
    return "day" if row.type == "date" else "instant"


def class_names(name: str, answered: Iterable[str]) -> set[str]:
    """The classes that an object's module has beside those of its enums and structs.

    Args:
        name: The object's name.
        answered: The objects whose records its actions answer.
    """
    actions = {f"{action}{name}" for action in ACTIONS}
    requests = {f"{action}{name}Request" for action in ("Create", "Update")}
    return {name, *actions, *requests, *answered}


def _object(value: Object) -> Object:
    enums = {
        name: _enum(name, words, value.enum_names.get(name, EnumNames()))
        for name, words in value.enums.items()
    }
    structs = {name: _struct(name, struct) for name, struct in value.structs.items()}
    actions: dict[ActionName, Action] = {
        name: _action(name, row) for name, row in value.actions.items()
    }
    return evolve(
        value, fields=_fields(value.fields), enum_names=enums, structs=structs, actions=actions
    )


def _enum(name: str, values: tuple[str, ...], given: EnumNames) -> EnumNames:
    members = {value: member(value, given.members.get(value)) for value in values}
    return EnumNames(name=class_part(name, given.name), members=members)


def _struct(name: str, struct: Struct) -> Struct:
    return evolve(struct, name=class_part(name, struct.name), fields=_fields(struct.fields))


def _fields(fields: Mapping[str, Field]) -> dict[str, Field]:
    return {key: evolve(row, name=row.name or attribute(key)) for key, row in fields.items()}


def _action(name: ActionName, action: Action) -> Action:
    # A search takes its filters as arguments.
    rule = argument if name == "Get" else identifier
    return evolve(
        action,
        parameters={
            key: evolve(row, name=row.name or argument(key))
            for key, row in action.parameters.items()
        },
        filters={
            key: evolve(row, name=row.name or rule(key), family=family(row))
            for key, row in action.filters.items()
        },
    )
