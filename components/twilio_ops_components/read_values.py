"""Values at run time as a component file says them: ``{element: Customer/Phone}``."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from typing import Any, TypeVar

import attrs
from attrs import frozen

from twilio_ops_components.nodes import Node, Problems, one_of, unexpected
from twilio_ops_components.values import VALUES
from twilio_ops_components.values.base import Value
from twilio_ops_components.values.joined import Each, Elements, Joined
from twilio_ops_components.values.plain import Static

__all__ = ["ValueReader"]

EACH = "each"
ELEMENTS = "elements"
ELEMENT = r"[A-Za-z_][\w.-]{0,199}"
MOST_DIGITS = 10**12

_Nodes = TypeVar("_Nodes", list[Node], dict[str, Node])


@frozen
class ValueReader:
    """Reads values, and notes what is wrong with them.

    Args:
        folder: Where the component is; files that values name are looked for there.
        problems: Where mistakes go.
    """

    folder: Path
    problems: Problems

    def joined(self, node: Node, *, output: bool = False) -> Joined | None:
        """Read a value, or a list of values that are joined from left to right.

        Args:
            node: The value.
            output: Whether it may come from the document that comes out.
        """
        parts: list[Value | None]
        if isinstance(node.value, list):
            if not node.value:
                self.problems.add(node, "expected at least one value")
                return None
            parts = [self.value(one, output=output) for one in node.value]
        else:
            parts = [self.value(node, output=output)]
        found = tuple(part for part in parts if part is not None)
        return Joined(found, node.path) if len(found) == len(parts) else None

    def each(self, node: Node, *, nested: bool = False) -> Each | None:
        """Read the values of what is there once a value: ``{each: [...]}``, or one.

        Args:
            node: The values.
            nested: Whether they may be nested.
        """
        read = self.nested if nested else self.joined
        inner = self._alone(node, EACH)
        if inner is None:
            single = read(node)
            return None if single is None else Each((single,))
        nodes = self.problems.sequence(inner, "a list of values")
        if nodes is None:
            return None
        values = [read(one) for one in nodes]
        found = tuple(value for value in values if value is not None)
        return Each(found) if len(found) == len(values) else None

    def nested(self, node: Node) -> Joined | Elements | None:
        """Read a value that may be nested: ``{elements: {Name: VALUE, ...}}``."""
        inner = self._alone(node, ELEMENTS)
        if inner is None:
            return self.joined(node)
        nodes = self.problems.mapping(inner, "values by element")
        if nodes is None:
            return None
        if not nodes:
            self.problems.add(inner, "expected at least one element")
        children: dict[str, Each] = {}
        for name, one in nodes.items():
            if re.fullmatch(ELEMENT, name, re.ASCII) is None:
                self.problems.add(one, "is no name of an element")
            elif (value := self.each(one, nested=True)) is not None:
                children[name] = value
        return Elements(children) if children and len(children) == len(nodes) else None

    def _alone(self, node: Node, word: str) -> Node | None:
        """What stands behind a word that stands alone in a mapping."""
        if not isinstance(node.value, dict) or word not in node.value:
            return None
        for name, other in node.value.items():
            if name != word:
                self.problems.add(other, f"is no setting beside {word}")
        return node.value[word]

    def value(self, node: Node, *, output: bool) -> Value | None:
        """Read one value: text, or a mapping of one word."""
        if isinstance(node.value, str):
            return Static(node.value)
        kinds = [word for word in VALUES if word != "output" or output]
        if not isinstance(node.value, dict) or len(node.value) != 1:
            several = "a mapping of several" if node.value else "an empty mapping"
            said = several if isinstance(node.value, dict) else node.kind
            self.problems.add(node, f"expected text, or a mapping of {one_of(kinds)}; not {said}")
            return None
        ((word, inner),) = node.value.items()
        if word not in kinds:
            why = (
                "only a tracked field can take what comes out"
                if word == "output"
                else f"is no kind of value; expected {one_of(kinds)}{unexpected(word, kinds)}"
            )
            self.problems.add(inner, why)
            return None
        return self._of(VALUES[word], inner)

    def _of(self, kind: type[Value], node: Node) -> Value | None:
        declared: Any = kind
        fields = {one.name: one for one in attrs.fields(declared) if "kind" in one.metadata}
        required = [name for name, one in fields.items() if one.default is attrs.NOTHING]
        given: dict[str, Node]
        if isinstance(node.value, dict):
            before = len(self.problems.mistakes)
            given = dict(self.problems.settings(node, fields, required))
            if len(self.problems.mistakes) > before:
                return None
        elif kind.main is not None and isinstance(node.value, str):
            flag = node.value == "true" and not node.quoted and not required
            given = {} if flag else {kind.main: node}
        elif node.value == "true" and not node.quoted and not required:
            given = {}
        else:
            self.problems.add(node, f"expected {self._expected(kind, required, list(fields))}")
            return None
        options = {name: self._option(fields[name], one) for name, one in given.items()}
        if any(value is None for value in options.values()):
            return None
        try:
            return kind(**options)
        except ValueError as error:
            self.problems.add(node, str(error))
            return None

    def _expected(self, kind: type[Value], required: Collection[str], known: list[str]) -> str:
        forms = [] if kind.main is None else ["text"]
        if not required:
            forms.append("true")
        if known:
            forms.append(f"a mapping of {', '.join(known)}")
        return one_of(forms)

    def _option(self, field: attrs.Attribute[Any], node: Node) -> Any:
        kind: str = field.metadata["kind"]
        if kind == "default":
            if isinstance(node.value, str):
                return node.value
            self.problems.add(node, f"expected text, not {node.kind}")
            return None
        if kind == "integer":
            return self.problems.integer(node, 0, MOST_DIGITS)
        if kind == "choice":
            return self.problems.choice(node, field.metadata["choices"])
        if kind == "values":
            return self._several(node)
        if kind == "values by name":
            return self._by_name(node)
        text = self.problems.text(node)
        return self.folder / text if kind == "path" and text is not None else text

    def _some(self, node: Node, found: _Nodes | None) -> _Nodes | None:
        """What was found at a node, which is not empty; None, and a mistake, if it is."""
        if found is not None and not found:
            self.problems.add(node, "expected at least one value")
        return found or None

    def _several(self, node: Node) -> tuple[Joined, ...] | None:
        nodes = self._some(node, self.problems.sequence(node, "a list of values"))
        if nodes is None:
            return None
        values = [self.joined(one) for one in nodes]
        found = tuple(value for value in values if value is not None)
        return found if len(found) == len(values) else None

    def _by_name(self, node: Node) -> dict[str, Joined] | None:
        nodes = self._some(node, self.problems.mapping(node, "values by name"))
        if nodes is None:
            return None
        values = {name: self.joined(one) for name, one in nodes.items()}
        found = {name: value for name, value in values.items() if value is not None}
        return found if len(found) == len(values) else None
