"""The files that a component's values and settings name, looked into: tables, caches, components."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from attrs import define, field, frozen

from twilio_ops import ConfigurationError
from twilio_ops_components.catalog import objects
from twilio_ops_components.errors import ComponentError, Mistake, ValueUnavailable
from twilio_ops_components.model import Definition
from twilio_ops_components.nodes import lines_of, read_nodes, unexpected
from twilio_ops_components.read import read_file
from twilio_ops_components.values.base import Value
from twilio_ops_components.values.joined import Each, Elements, Joined
from twilio_ops_components.values.lookups import (
    CacheLookup,
    CrossReference,
    OperationValue,
    read_table,
)
from twilio_ops_runtime.documents.cache import indexes_of

__all__ = ["Named", "check_named_files"]

Given = Joined | Each | Elements


class Named(NamedTuple):
    """What a look into the files that a component names found.

    Attributes:
        mistakes: What keeps the component from being run.
        notes: What is not wrong, or not yet: a cache that nothing has filled.
    """

    mistakes: list[Mistake]
    notes: list[Mistake]


@frozen
class Place:
    """A value, and the setting that it is part of."""

    value: Value
    path: str


def check_named_files(definition: Definition, lines: Mapping[str, int]) -> Named:
    """Look into the files that a component names: tables, caches, other components and theirs.

    Args:
        definition: The component.
        lines: The lines of its settings.
    """
    found = _Looked(Named([], []))
    found.component(definition, lines, (os.path.realpath(definition.path),))
    return found.found


@define
class _Looked:
    found: Named
    _lines: Mapping[str, int] = field(factory=dict[str, int])
    _seen: set[str] = field(factory=set)

    def component(
        self, definition: Definition, lines: Mapping[str, int], chain: tuple[str, ...]
    ) -> None:
        """Look into the files of a component that others may have led to."""
        self._seen.add(chain[-1])
        for place in _places(definition):
            self._lines = lines
            match place.value:
                case CrossReference():
                    self._table(definition, place, place.value)
                case CacheLookup():
                    self._cache(definition, place, place.value)
                case OperationValue():
                    self._operation(definition, place, place.value, chain)
                case _:
                    pass
        self._lines = lines
        self._settings(definition)

    def _add(self, definition: Definition, path: str, text: str, *, note: bool = False) -> None:
        rows = self.found.notes if note else self.found.mistakes
        rows.append(Mistake(definition.path, self._lines[path], path, text))

    def _table(self, definition: Definition, place: Place, value: CrossReference) -> None:
        try:
            read_table(value.file, tuple(value.match), value.column)
        except ValueUnavailable as error:
            self._add(definition, place.path, f"{value.what}: {error}")

    def _cache(self, definition: Definition, place: Place, value: CacheLookup) -> None:
        own = definition.caching
        indexes: Mapping[str, tuple[str, ...]]
        if own is not None and _same(own.file, value.file):
            indexes = own.indexes
        elif not value.file.exists():
            text = (
                f"cache {value.file.name} is not there yet; a component that caches there fills it"
            )
            self._add(definition, place.path, text, note=True)
            return
        else:
            try:
                indexes = indexes_of(value.file)
            except ConfigurationError as error:
                self._add(definition, place.path, f"{value.what}: {error}")
                return
        if value.index not in indexes:
            near = unexpected(value.index, indexes) or f"; it has {', '.join(indexes)}"
            text = f"cache {value.file.name} has no index {value.index!r}{near}"
            self._add(definition, place.path, text)
        elif len(value.keys) != (count := len(indexes[value.index])):
            text = f"{value.what}: has {count} keys, not {len(value.keys)}"
            self._add(definition, place.path, text)

    def _operation(
        self, definition: Definition, place: Place, value: OperationValue, chain: tuple[str, ...]
    ) -> None:
        here = os.path.realpath(value.file)
        if here in chain:
            round_ = " -> ".join(
                os.path.basename(one) for one in (*chain[chain.index(here) :], here)
            )
            self._add(definition, place.path, f"{value.what}: leads back to itself: {round_}")
            return
        try:
            other, problems = read_file(value.file)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            self._add(definition, place.path, f"{value.what}: cannot be read: {reason}")
            return
        except ComponentError as error:
            other, mistakes = None, list(error.mistakes)
        else:
            mistakes = problems.mistakes
        if other is None:
            self._add(definition, place.path, f"{value.what}: is not right: see there")
            if here not in self._seen:
                self._seen.add(here)
                self.found.mistakes.extend(mistakes)
            return
        if not other.row.reads:
            text = f"{value.what}: is a {other.action}; expected a Get or Query"
            self._add(definition, place.path, text)
            return
        if wrong := _no_element(other, value.element):
            self._add(definition, place.path, f"{value.what}: {wrong}")
        if here not in self._seen:
            lines = lines_of(read_nodes(value.file)[0])
            self.component(other, lines, (*chain, here))

    def _settings(self, definition: Definition) -> None:
        """The archive's folder and the cache's file, where something is there of their name."""
        archiving, caching = definition.archiving, definition.caching
        folder = None if archiving is None else archiving.directory
        if folder is not None and folder.exists() and not folder.is_dir():
            self._add(definition, "archiving.directory", f"{folder.name} is no folder")
        if caching is not None and caching.file.exists():
            try:
                stored = indexes_of(caching.file)
            except ConfigurationError as error:
                self._add(definition, "caching.file", str(error))
                return
            for name, paths in caching.indexes.items():
                if stored.get(name, paths) != paths:
                    path = f"caching.indexes.{name}"
                    text = (
                        f"{caching.file.name} has it over {', '.join(stored[name])}; name it anew"
                    )
                    self._add(definition, path, text)


def _no_element(definition: Definition, path: str) -> str | None:
    """Why an operation answers with no element of a path; None = it may well do."""
    row = objects()[definition.object]
    item = str(row.row.get("item", row.name))
    names = path.strip("/").split("/")
    if len(names) < 2 or names[-2] != item or not names[-1].isidentifier():
        return None
    name = names[-1]
    if name not in row.fields:
        return f"{row.name} has no field {name}{unexpected(name, row.fields)}"
    if definition.fields is not None and name not in definition.fields:
        return f"does not return {name}; its fields are {', '.join(definition.fields)}"
    return None


def _same(one: Path, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


def _places(definition: Definition) -> Iterator[Place]:
    given: list[Given | None] = [definition.sid, definition.parent]
    given += [one.value for one in definition.filters]
    given += definition.parameters.values()
    given += definition.tracking.values()
    for one in given:
        if one is not None:
            yield from _of(one)


def _of(given: Given) -> Iterator[Place]:
    """The values of a setting, and those that they take themselves."""
    if isinstance(given, Each):
        for one in given.values:
            yield from _of(one)
    elif isinstance(given, Elements):
        for each in given.children.values():
            yield from _of(each)
    else:
        for part in given.parts:
            if isinstance(part, Value):
                yield Place(part, given.place)
            inner: tuple[Joined, ...] = ()
            if isinstance(part, CrossReference):
                inner = tuple(part.match.values())
            elif isinstance(part, CacheLookup):
                inner = part.keys
            for one in inner:
                yield from _of(one)
