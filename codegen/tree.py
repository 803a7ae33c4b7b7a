"""YAML files as plain values that remember where each of them stands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from attrs import field, frozen

from codegen.errors import Mistake

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML built without libyaml: same result, slower
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

Place = tuple[str | int, ...]
Mark = tuple[str, int]
"""A file and a line in it, from 1."""


@frozen
class Tree:
    """A file's value; ``marks`` gives the file and line of each place in it, mappings by their keys."""

    file: str
    value: Any
    marks: dict[Place, Mark] = field(factory=dict[Place, Mark])

    def mark(self, place: Place) -> Mark:
        """Where ``place`` is written, or the nearest thing around it that is."""
        while place and place not in self.marks:
            place = place[:-1]
        return self.marks.get(place, (self.file, 1))

    def at(self, place: Place) -> Any:
        """The value at ``place``."""
        value = self.value
        for step in place:
            value = value[step]
        return value

    def with_value(self, value: Any) -> Tree:
        """A tree of the same file that holds ``value``."""
        return Tree(self.file, value)

    def mistake(self, place: Place, message: str) -> Mistake:
        """A mistake at ``place``."""
        file, line = self.mark(place)
        return Mistake(file, line, "/".join(map(str, place)), message)


class _Refused(Exception):
    def __init__(self, line: int, place: Place, message: str) -> None:
        self.line, self.place, self.message = line, place, message


def read(path: Path, name: str) -> Tree | Mistake:
    """The tree of a YAML file, or the mistake that keeps it from being one.

    Args:
        path: The file.
        name: What messages call it.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        return Mistake(name, 0, "", f"is not UTF-8 text: {error.reason} at byte {error.start}")
    reader = _Reader(text, name)
    try:
        return reader.tree()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        return Mistake(name, mark.line + 1 if mark else 0, "", f"is not YAML: {error.problem}")
    except yaml.YAMLError as error:
        return Mistake(name, 0, "", f"is not YAML: {error}")
    except _Refused as error:
        return Mistake(name, error.line, "/".join(map(str, error.place)), error.message)


class _Reader:
    def __init__(self, text: str, name: str) -> None:
        self.loader = _Loader(text)
        self.scalar: Callable[[yaml.Node], Any] = (
            self.loader.construct_object  # pyright: ignore[reportUnknownMemberType] -- types-PyYAML says nothing of its node
        )
        self.name = name
        self.marks: dict[Place, Mark] = {}
        self.open: set[int] = set()

    def tree(self) -> Tree:
        try:
            node = self.loader.get_single_node()
            value = None if node is None else self.build(node, ())
        finally:
            self.loader.dispose()
        return Tree(self.name, value, self.marks)

    def build(self, node: yaml.Node, place: Place) -> Any:
        self.marks.setdefault(place, (self.name, node.start_mark.line + 1))
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node)
        if id(node) in self.open:
            line = node.start_mark.line + 1
            raise _Refused(line, place, "holds itself through an alias")
        self.open.add(id(node))
        try:
            if isinstance(node, yaml.MappingNode):
                return self.mapping(node, place)
            return [self.build(item, (*place, index)) for index, item in enumerate(node.value)]
        finally:
            self.open.discard(id(node))

    def mapping(self, node: yaml.MappingNode, place: Place) -> dict[Any, Any]:
        values: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                raise _Refused(line, place, "has a key that is not plain text")
            key = self.scalar(key_node)
            here = (*place, key)
            if key in values:
                raise _Refused(line, here, "stands twice; expected one row a name")
            self.marks[here] = (self.name, line)
            values[key] = self.build(value_node, here)
        return values
