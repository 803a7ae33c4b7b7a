"""Words: what an object, an action, a field, a parameter, a filter or a value of an enum is.

The files in ``words/`` say it by name: for every object (``everywhere``), or for one. The nearest
words hold; a parameter or filter without words of its own has those of the field it is named for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar, cast

import attrs
from attrs import Factory, evolve, field, frozen

from twilio_ops_codegen.catalog.errors import Mistake
from twilio_ops_codegen.catalog.located_yaml import Place, Tree
from twilio_ops_codegen.catalog.model import (
    Action,
    ActionName,
    Catalog,
    EnumWords,
    Field,
    Filter,
    Object,
    Parameter,
)
from twilio_ops_codegen.catalog.names import snake
from twilio_ops_codegen.catalog.plain import is_mapping

LONGEST = 90
"""So many characters may words have: they stand in one line wherever they are printed."""

Row = TypeVar("Row", Field, Parameter, Filter)


@frozen(kw_only=True)
class StructWords:
    """The words about a nested value."""

    doc: str | None = None
    fields: dict[str, str] = Factory(dict[str, str])


@frozen(kw_only=True)
class ActionWords:
    """The words about an action; ``effect`` says what happens beside the record's change."""

    doc: str | None = None
    effect: str | None = None
    parameters: dict[str, str] = Factory(dict[str, str])
    filters: dict[str, str] = Factory(dict[str, str])


@frozen(kw_only=True)
class SharedWords:
    """Words by name, for every object."""

    fields: dict[str, str] = Factory(dict[str, str])
    parameters: dict[str, str] = Factory(dict[str, str])
    filters: dict[str, str] = Factory(dict[str, str])
    structs: dict[str, StructWords] = Factory(dict[str, StructWords])
    enums: dict[str, EnumWords] = Factory(dict[str, EnumWords])
    actions: dict[ActionName, ActionWords] = Factory(dict[ActionName, ActionWords])


@frozen(kw_only=True)
class ObjectWords(SharedWords):
    """The words about one object; ``link`` is the provider's page about it."""

    doc: str | None = None
    link: str | None = None


@frozen(kw_only=True)
class Words:
    """A file of ``words/``; objects by the names they have here."""

    everywhere: SharedWords = SharedWords()
    objects: dict[str, ObjectWords] = Factory(dict[str, ObjectWords])


def document(
    catalog: Catalog,
    files: Iterable[tuple[Tree, Words]],
    unread: bool,
    mistakes: list[Mistake],
) -> Catalog:
    """Return the catalog with its words.

    Args:
        catalog: The catalog.
        files: The files of ``words/``, each as it is written and as it is read.
        unread: Whether an object could not be read: then nothing can be said about words that
            seem to be about nothing.
        mistakes: Gets what is wrong with the words.
    """
    table = _Table()
    for tree, words in files:
        mistakes.extend(table.take(tree, words))
    if not table.entries:
        return catalog
    objects = {name: _object(name, value, table) for name, value in catalog.objects.items()}
    mistakes.extend(table.useless(catalog, unread))
    return evolve(catalog, objects=objects)


def undocumented(catalog: Catalog) -> Iterator[tuple[str, ...]]:
    """Yield the place of everything in a catalog that lacks words, its object's name first."""
    for name, value in catalog.objects.items():
        if value.doc is None:
            yield (name,)
        if value.link is None:
            yield name, "link"
        yield from _lacking((name, "fields"), value.fields)
        for struct_name, struct in value.structs.items():
            if struct.doc is None:
                yield name, "structs", struct_name
            yield from _lacking((name, "structs", struct_name, "fields"), struct.fields)
        for action_name, action in value.actions.items():
            at = (name, "actions", action_name)
            if action.doc is None:
                yield at
            yield from _lacking((*at, "parameters"), action.parameters)
            yield from _lacking((*at, "filters"), action.filters)


def _lacking(
    at: tuple[str, ...], rows: Mapping[str, Field | Parameter | Filter]
) -> Iterator[tuple[str, ...]]:
    return ((*at, name) for name, row in rows.items() if row.doc is None)


@frozen
class _Entry:
    text: str
    tree: Tree


@frozen
class _Table:
    """Every text by its place in a file of words, whichever file it is in."""

    entries: dict[Place, _Entry] = field(factory=dict[Place, _Entry])
    used: set[Place] = field(factory=set[Place])
    repeated: dict[Place, Place] = field(factory=dict[Place, Place])

    def take(self, tree: Tree, words: Words) -> Iterator[Mistake]:
        for place, text in _texts(words, ()):
            if other := self.entries.get(place):
                file, line = other.tree.mark(place)
                yield tree.mistake(place, f"has words already: see {file}:{line}")
                continue
            self.entries[place] = _Entry(text, tree)
            if message := _wrong(place[-1], text):
                yield tree.mistake(place, message)

    def first(self, *places: Place) -> str | None:
        """Return the text at the first of some places that has one."""
        there = [place for place in places if place in self.entries]
        if not there:
            return None
        nearest, *further = there
        self.used.add(nearest)
        text = self.entries[nearest].text
        if further and self.entries[further[0]].text == text:
            self.repeated[nearest] = further[0]
        return text

    def useless(self, catalog: Catalog, unread: bool) -> Iterator[Mistake]:
        """Yield what is about nothing, and what would be said without it."""
        for place, other in self.repeated.items():
            file, line = self.entries[other].tree.mark(other)
            message = f"says what holds without it: see {file}:{line}"
            yield self.entries[place].tree.mistake(place, message)
        for place, entry in self.entries.items():
            if place in self.used or unread:
                continue
            name = place[1]
            message = "is about nothing: the catalog has no such row"
            if place[0] == "everywhere":
                message = "is about nothing: no object has it, or each has words of its own"
            elif name not in catalog.objects:
                ours = [key for key, value in catalog.objects.items() if value.source == name]
                named = f"; it is called {ours[0]} here" if ours else ""
                message = f"is about {name}, which is no object{named}"
            yield entry.tree.mistake(place, message)


def _texts(value: Any, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(value, str):
        yield place, value
    elif is_mapping(value):
        for key, inner in value.items():
            yield from _texts(inner, (*place, key))
    elif value is not None:
        kind: type[attrs.AttrsInstance] = type(cast(attrs.AttrsInstance, value))
        for each in attrs.fields(kind):
            yield from _texts(getattr(value, each.name), (*place, each.name))


def _wrong(key: str | int, text: str) -> str | None:
    """Say what is wrong with a text, if anything is."""
    if text != " ".join(text.split()) or not text:
        return "is not one line; expected words with single spaces between"
    if key == "link":
        return None if text.startswith("https://") else "is not a link; expected https://…"
    if len(text) > LONGEST:
        return f"has {len(text)} characters; expected at most {LONGEST}"
    if key == "effect":
        plain = text[0].islower() and text[-1].isalnum()
        return None if plain else "is not an effect; expected words such as `starts a call`"
    if not text.endswith("."):
        return "is not a sentence; expected a full stop at its end"
    return None


def _object(name: str, value: Object, table: _Table) -> Object:
    own: Place = ("objects", name)
    roots: tuple[Place, ...] = (own, ("everywhere",))
    structs = {
        key: evolve(
            struct,
            doc=table.first(*((*root, "structs", key, "doc") for root in roots)),
            fields={
                each: evolve(
                    row,
                    doc=table.first(
                        *((*root, "structs", key, "fields", each) for root in roots),
                        ("everywhere", "fields", each),
                    ),
                )
                for each, row in struct.fields.items()
            },
        )
        for key, struct in value.structs.items()
    }
    enums = {key: _enum(key, values, roots, table) for key, values in value.enums.items()}
    return evolve(
        value,
        doc=table.first((*own, "doc")),
        link=table.first((*own, "link")),
        fields={
            key: evolve(row, doc=table.first(*((*root, "fields", key) for root in roots)))
            for key, row in value.fields.items()
        },
        structs=structs,
        enum_words={key: words for key, words in enums.items() if words != EnumWords()},
        actions={key: _action(key, row, roots, table) for key, row in value.actions.items()},
    )


def _enum(name: str, values: tuple[str, ...], roots: tuple[Place, ...], table: _Table) -> EnumWords:
    found = {
        each: table.first(*((*root, "enums", name, "values", each) for root in roots))
        for each in values
    }
    return EnumWords(
        doc=table.first(*((*root, "enums", name, "doc") for root in roots)),
        values={each: text for each, text in found.items() if text is not None},
    )


def _action(name: ActionName, row: Action, roots: tuple[Place, ...], table: _Table) -> Action:
    def words(kind: str, rows: dict[str, Row]) -> dict[str, Row]:
        return {
            key: evolve(each, doc=table.first(*_places(roots, name, kind, key)))
            for key, each in rows.items()
        }

    return evolve(
        row,
        doc=table.first(*((*root, "actions", name, "doc") for root in roots)),
        effect=table.first(*((*root, "actions", name, "effect") for root in roots)),
        parameters=words("parameters", row.parameters),
        filters=words("filters", row.filters),
    )


def _places(roots: tuple[Place, ...], action: str, kind: str, name: str) -> Iterator[Place]:
    """Yield where the words about a parameter or filter may be, the nearest first."""
    for root in roots:
        yield (*root, "actions", action, kind, name)
        yield (*root, kind, name)
        yield (*root, "fields", snake(name))
