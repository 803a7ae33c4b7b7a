"""Where a place of a catalog is written: a line of its files, or of the OpenAPI document behind it."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from twilio_ops_codegen.catalog.located_yaml import Tree
from twilio_ops_codegen.catalog.model import Action, Catalog, Object
from twilio_ops_codegen.catalog.plain import is_list, is_mapping
from twilio_ops_codegen.changes.change import Location
from twilio_ops_codegen.importer.document_lines import DocumentLines, Pointer

Locate = Callable[[tuple[str, ...]], Location | None]
"""Gives the file and line of a place, or of the nearest thing around it; None = no file has it."""

_SUFFIX = re.compile(r"\.[a-z]+$")
_SENT = ("parameters", "requestBody")
_ANSWERED = ("responses",)


def nowhere(place: tuple[str, ...]) -> Location | None:
    """The location of what was read from no file: none."""
    return None


def in_catalog(trees: Mapping[str, Tree], prefix: str) -> Locate:
    """Locations in a catalog's folder.

    Args:
        trees: The files that were read, by object; ``catalog`` and ``errors`` beside the objects.
        prefix: What stands before the path of a file in the folder.
    """

    def locate(place: tuple[str, ...]) -> Location | None:
        tree = trees.get(place[0])
        if tree is None:
            return None
        file, line = tree.mark(_keys(tree.value, place[1:]))
        return Location(f"{prefix}{file}", line)

    return locate


def _keys(value: Any, steps: tuple[str, ...]) -> tuple[str | int, ...]:
    """The steps as the keys and indexes of a file's values, as far as they lead."""
    found: list[str | int] = []
    for step in steps:
        if is_list(value):
            index = next((at for at, item in enumerate(value) if str(item) == step), None)
            return tuple(found) if index is None else (*found, index)
        if not is_mapping(value):
            return tuple(found)
        key: Any = step if step in value else _number(step)
        if key not in value:
            return tuple(found)
        found.append(key)
        value = value[key]
    return tuple(found)


def _number(step: str) -> int | str:
    return int(step) if step.isdecimal() else step


def in_document(path: Path, name: str, catalog: Catalog, data: Mapping[str, Any]) -> Locate:
    """Locations in an OpenAPI document; it is read for its lines when the first is asked for.

    Args:
        path: The document.
        name: What it is called.
        catalog: Its facts.
        data: What it holds.
    """
    made: list[_InDocument] = []

    def locate(place: tuple[str, ...]) -> Location | None:
        if not made:
            made.append(_InDocument(DocumentLines(path), name, catalog, data))
        return made[0].locate(place)

    return locate


class _InDocument:
    def __init__(
        self, lines: DocumentLines, name: str, catalog: Catalog, data: Mapping[str, Any]
    ) -> None:
        self.lines = lines
        self.name = name
        self.catalog = catalog
        self.data = data
        self.by_id: dict[str, Pointer] = {}
        self.by_address: dict[tuple[str, str], Pointer] = {}
        for path, item in data["paths"].items():
            for method, operation in _entries(item):
                pointer = ("paths", path, method)
                self.by_address[method.upper(), path] = pointer
                said = operation.get("operationId") if is_mapping(operation) else None
                if isinstance(said, str):
                    self.by_id[said] = pointer

    def locate(self, place: tuple[str, ...]) -> Location | None:
        if place[0] == "catalog":
            return self._at(("servers",) if place[-1] == "host" else ("info",))
        if place[0] == "document":
            method, _, path = place[1].partition(" ")
            return self._at(self.by_address.get((method, path), ()))
        value = self.catalog.objects.get(place[0])
        if value is None:
            return None
        operations = list(self._operations(self._actions(value, place)))
        # An action that is not there would stand beside the object's others.
        operations = operations or list(self._operations(value.actions.values()))
        if not operations:
            return self._at(("paths",))
        for name, rooms in _wanted(value, place):
            for operation in operations:
                for room in rooms:
                    if (inside := self._named((*operation, room), name)) is not None:
                        return self._at(inside)
        return self._at(operations[0])

    @staticmethod
    def _actions(value: Object, place: tuple[str, ...]) -> Iterator[Action]:
        """The action that a place is in; of what several share, all of them."""
        if place[1:2] == ("actions",) and len(place) > 2:
            yield from (action for name, action in value.actions.items() if name == place[2])
        else:
            yield from value.actions.values()

    def _operations(self, actions: Iterable[Action]) -> Iterator[Pointer]:
        yield from (found for action in actions if (found := self._operation(action)) is not None)

    def _operation(self, action: Action) -> Pointer | None:
        if action.operation is not None and action.operation in self.by_id:
            return self.by_id[action.operation]
        fitting = [
            (len(path), pointer)
            for (method, path), pointer in self.by_address.items()
            if method == action.method and _fits(path, action.path)
        ]
        return max(fitting)[1] if fitting else None

    def _named(self, start: Pointer, name: str) -> Pointer | None:
        """The property or parameter of a name below a place, references followed."""
        waiting, seen = deque([(start, self._value(start))]), {start}
        while waiting:
            here, value = waiting.popleft()
            if is_mapping(value):
                target = value.get("$ref")
                if isinstance(target, str) and target.startswith("#/"):
                    steps = target[2:].split("/")
                    there = tuple(step.replace("~1", "/").replace("~0", "~") for step in steps)
                    if there not in seen:
                        seen.add(there)
                        waiting.append((there, self._value(there)))
                    continue
                if value.get("name") == name:
                    return here
                if here[-1] == "properties" and name in value:
                    return (*here, name)
            for key, inner in _entries(value):
                pointer = (*here, key)
                if key not in ("example", "examples", "description") and pointer not in seen:
                    seen.add(pointer)
                    waiting.append((pointer, inner))
        return None

    def _value(self, pointer: Pointer) -> Any:
        """What stands at a place; None = nothing does."""
        value: Any = self.data
        for step in pointer:
            value = dict(_entries(value)).get(step)
        return value

    def _at(self, pointer: Pointer) -> Location:
        return Location(self.name, self.lines.line(pointer))


def _entries(value: Any) -> Iterator[tuple[str, Any]]:
    """The entries of a mapping by their keys, those of a list by their indexes, as text."""
    if is_mapping(value):
        yield from ((str(key), inner) for key, inner in value.items())
    elif is_list(value):
        yield from ((str(index), inner) for index, inner in enumerate(value))


def _fits(path: str, composed: str) -> bool:
    """Whether an action's path is a document's, whatever server and suffix are about it."""
    plain = _SUFFIX.sub("", path)
    return composed.endswith((plain, path))


def _wanted(value: Object, place: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The names to look for, and the rooms of an operation in which they may stand."""
    for table in ("parameters", "filters"):
        if table in place[:-1]:
            name = place[place.index(table) + 1]
            yield name, _SENT
            return
    if "fields" in place[:-1]:
        yield place[place.index("fields") + 1], (*_ANSWERED, *_SENT)
    if place[1:2] in (("enums",), ("structs",)) and len(place) > 2:
        yield from _users(value, place[2])


def _users(value: Object, name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What holds a value of an enum or struct."""
    for row_name, row in value.fields.items():
        if name in (row.enum, row.struct, *_inside(row.items)):
            yield row_name, _ANSWERED
    for action in value.actions.values():
        for row_name, sent in {**action.parameters, **action.filters}.items():
            if name in (sent.enum, sent.struct, *_inside(sent.items)):
                yield row_name, _SENT


def _inside(row: Any) -> tuple[str | None, ...]:
    return () if row is None else (row.enum, row.struct, *_inside(row.items))
