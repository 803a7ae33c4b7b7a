"""Finds two things that would get one name in the generated package, or in its documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from twilio_ops_codegen.catalog.errors import Mistake
from twilio_ops_codegen.catalog.located_yaml import Place, Tree
from twilio_ops_codegen.catalog.model import Catalog, EnumNames, Field, Object
from twilio_ops_codegen.catalog.names import argument, attribute, identifier, snake
from twilio_ops_codegen.catalog.passes.derive_xml_names import field_element, parameter_element
from twilio_ops_codegen.catalog.passes.name_python import class_names, class_part, member

ADDRESSES = {"Create": "ParentSid", "Update": "Sid", "Delete": "Sid"}
"""The element of the record's address in the request documents of each action."""

Named = tuple[Place, str, str]
"""Where something stands, what it is called and what it becomes."""


def check_collisions(catalog: Catalog, trees: Mapping[str, Tree]) -> Iterator[Mistake]:
    """The names of a catalog that collide: the latter of each two, and what it collides with.

    Args:
        catalog: The catalog.
        trees: Each object's tree, for the places.
    """
    modules: dict[str, str] = {}
    for name in catalog.objects:
        other = modules.setdefault(snake(name), name)
        if other != name:
            message = f"becomes the module {snake(name)!r} like {other}; give one another name"
            yield trees[name].mistake(("object",), message)
    for name, value in catalog.objects.items():
        for place, message in _object(value, catalog.service.xml_root):
            yield trees[name].mistake(place, message)


def _object(value: Object, root: str) -> Iterator[tuple[Place, str]]:
    yield from _classes(value)
    yield from _fields(("fields",), value.fields, root)
    for name, struct in value.structs.items():
        yield from _fields(("structs", name, "fields"), struct.fields, root)
    for action_name, action in value.actions.items():
        at: Place = ("actions", action_name)
        searched = action_name == "Get"  # takes its filters as arguments
        arguments = [
            ((*at, "parameters", key), repr(key), row.name or argument(key))
            for key, row in action.parameters.items()
        ]
        filters = [
            (
                (*at, "filters", key),
                repr(key),
                row.name or (argument if searched else identifier)(key),
            )
            for key, row in action.filters.items()
        ]
        if searched:
            arguments += filters
        else:
            yield from _python(filters)
        yield from _python([(at, "the record's address", "sid"), *arguments])
        if action_name in ADDRESSES:
            address = ADDRESSES[action_name]
            elements = [
                ((*at, "parameters", key), repr(key), parameter_element(key, row.xml))
                for key, row in action.parameters.items()
            ]
            yield from _elements([(at, "the record's address", address), *elements])


def _classes(value: Object) -> Iterator[tuple[Place, str]]:
    """Enums and structs called like each other or like what the module has, and members alike."""
    names = {name: value.enum_names.get(name, EnumNames()) for name in value.enums}
    enums = [
        (("enums", name), f"the enum {name!r}", value.object + class_part(name, names[name].name))
        for name in value.enums
    ]
    structs = [
        (
            ("structs", name),
            f"the struct {name!r}",
            value.object + class_part(name, row.name),
        )
        for name, row in value.structs.items()
    ]
    answered = [row.answers for row in value.actions.values() if row.answers]
    beside = class_names(value.object, [name for name in answered if name not in value.structs])
    others: list[Named] = [((), f"the class {name}", name) for name in sorted(beside)]
    for place, becomes, other in _doubled([*others, *enums, *structs]):
        where = "`enum_names`" if place[0] == "enums" else "it"
        yield place, f"becomes the class {becomes!r} like {other}; give {where} a `name`"
    for name, words in value.enums.items():
        members: list[Named] = [
            (("enums", name), repr(word), member(word, names[name].members.get(word)))
            for word in dict.fromkeys(words)
        ]
        for place, becomes, other in _doubled(members):
            yield (
                place,
                f"has two members {becomes!r}, of which one is {other}; give one another name in "
                "`enum_names`",
            )


def _fields(at: Place, fields: Mapping[str, Field], root: str) -> Iterator[tuple[Place, str]]:
    rows = fields.items()
    yield from _python([((*at, key), repr(key), row.name or attribute(key)) for key, row in rows])
    elements = [((*at, key), repr(key), field_element(key, row.xml)) for key, row in rows]
    yield from _elements(elements)
    for place, _, element in elements:
        if element == root:  # a profile declares both as global elements
            yield (
                place,
                f"is the element {root!r}, which is the root of every document; "
                "give it another `xml`",
            )


def _python(named: Iterable[Named]) -> Iterator[tuple[Place, str]]:
    for place, becomes, other in _doubled(named):
        yield place, f"is called {becomes!r} in Python like {other}; give one a `name`"


def _elements(named: Iterable[Named]) -> Iterator[tuple[Place, str]]:
    for place, becomes, other in _doubled(named):
        yield place, f"is the element {becomes!r} like {other}; give one another `xml`"


def _doubled(named: Iterable[Named]) -> Iterator[Named]:
    taken: dict[str, str] = {}
    for place, name, becomes in named:
        other = taken.setdefault(becomes, name)
        if other != name:
            yield place, becomes, other
