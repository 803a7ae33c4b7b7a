"""A YAML file as nodes that know their line and path.

Scalars stay the text that stands in the file: a phone number such as ``+13115556789`` is no
number, and ``on`` is no boolean.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, cast

from attrs import define, field, frozen

from twilio_ops import ConfigurationError
from twilio_ops_components.errors import ComponentError, Mistake

__all__ = ["Node", "Problems", "lines_of", "plain", "read_nodes", "unexpected"]

MOST_BYTES = 1 << 20
MOST_LEVELS = 30


@frozen
class Node:
    """One value of a file.

    Attributes:
        path: Where it is, such as ``filters[0].To``.
        line: The line, from 1 on.
        value: Text, None, nodes by key, or a list of nodes.
        quoted: Whether text stands in quotes or as a block.
    """

    path: str
    line: int
    value: str | dict[str, Node] | list[Node] | None
    quoted: bool = False

    @property
    def kind(self) -> str:
        """What it is called in messages."""
        if isinstance(self.value, dict):
            return "a mapping"
        if isinstance(self.value, list):
            return "a list"
        return "nothing" if self.value is None else f"{self.value!r:.60}"


@define
class Problems:
    """The mistakes of one file, as they are found.

    Attributes:
        file: The file.
        mistakes: The mistakes.
        notes: What is no mistake but worth knowing.
    """

    file: Path
    mistakes: list[Mistake] = field(factory=list)
    notes: list[Mistake] = field(factory=list)

    def add(self, node: Node, text: str) -> None:
        """Note a mistake at a node."""
        self.mistakes.append(Mistake(self.file, node.line, node.path, text))

    def note(self, node: Node, text: str) -> None:
        """Note something worth knowing at a node."""
        self.notes.append(Mistake(self.file, node.line, node.path, text))

    def mapping(self, node: Node, expected: str = "a mapping") -> dict[str, Node] | None:
        """Return the nodes of a mapping; None, and a mistake, if it is none."""
        if isinstance(node.value, dict):
            return node.value
        self.add(node, f"expected {expected}, not {node.kind}")
        return None

    def sequence(self, node: Node, expected: str) -> list[Node] | None:
        """Return the nodes of a list; None, and a mistake, if it is none."""
        if isinstance(node.value, list):
            return node.value
        self.add(node, f"expected {expected}, not {node.kind}")
        return None

    def text(self, node: Node, expected: str = "text") -> str | None:
        """Return the text of a node, which is not empty; None, and a mistake, otherwise."""
        if isinstance(node.value, str) and node.value:
            return node.value
        self.add(node, f"expected {expected}, not {node.kind}")
        return None

    def flag(self, node: Node) -> bool | None:
        """Return a node's true or false; None, and a mistake, if it is neither."""
        if node.value in ("true", "false") and not node.quoted:
            return node.value == "true"
        self.add(node, f"expected true or false, not {node.kind}")
        return None

    def integer(self, node: Node, minimum: int, maximum: int | None = None) -> int | None:
        """Return a node's whole number; None, and a mistake, if it is none in the range."""
        text = None if node.quoted else node.value
        if isinstance(text, str) and text.isascii() and text.isdigit() and len(text) < 19:
            number = int(text)
            if number >= minimum and (maximum is None or number <= maximum):
                return number
        end = "on" if maximum is None else f"to {maximum}"
        self.add(node, f"expected a whole number from {minimum} {end}, not {node.kind}")
        return None

    def choice(self, node: Node, choices: Iterable[str]) -> str | None:
        """Return a node's text, which is one of several; None, and a mistake, otherwise."""
        known = list(choices)
        if isinstance(node.value, str) and node.value in known:
            return node.value
        near = unexpected(node.value, known) if isinstance(node.value, str) else ""
        self.add(node, f"expected {one_of(known)}, not {node.kind}{near}")
        return None

    def settings(
        self, node: Node, known: Iterable[str], required: Iterable[str] = ()
    ) -> Mapping[str, Node]:
        """Return a mapping's nodes by key, without those that are not known, which are mistakes."""
        found = self.mapping(node)
        if found is None:
            return {}
        names = list(known)
        for name, inner in found.items():
            if name not in names:
                expected = f"expected {one_of(names)}" if names else "there is none here"
                self.add(inner, f"is no setting; {expected}{unexpected(name, names)}")
        for name in required:
            if name not in found:
                self.add(node, f"lacks {name}")
        return {name: inner for name, inner in found.items() if name in names}

    def raise_if_any(self) -> None:
        """Raise all mistakes together.

        Raises:
            ComponentError: There are some.
        """
        if self.mistakes:
            raise ComponentError(sorted(self.mistakes, key=lambda one: one.line))


def one_of(names: Iterable[str]) -> str:
    """The names as a phrase: ``a, b or c``."""
    *most, last = names
    return f"{', '.join(most)} or {last}" if most else last


def unexpected(name: str, known: Iterable[str]) -> str:
    """The nearest names, as an addition to a message; empty if none is near."""
    same = {one.casefold(): one for one in known}
    near = [same[one] for one in get_close_matches(name.casefold(), same, n=2)]
    return f"; did you mean {one_of(near)}?" if near else ""


def plain(node: Node) -> Any:
    """Return what a node holds as plain values: true, false and whole numbers as such, the rest as
    text."""
    if isinstance(node.value, dict):
        return {name: plain(one) for name, one in node.value.items()}
    if isinstance(node.value, list):
        return [plain(one) for one in node.value]
    if node.value in ("true", "false") and not node.quoted:
        return node.value == "true"
    if (
        node.value is not None
        and not node.quoted
        and re.fullmatch("0|[1-9][0-9]{0,17}", node.value)
    ):
        return int(node.value)
    return node.value


def read_nodes(path: Path, content: bytes | None = None) -> tuple[Node, Problems]:
    """Read a file's one YAML document.

    Args:
        path: The file.
        content: What is to be in it; None = what is.

    Returns:
        Its root, and what is wrong with it so far.

    Raises:
        ComponentError: It is not UTF-8, no YAML, too large or nested too deep.
        OSError: It cannot be read.
        ConfigurationError: The extra ``components`` is not installed.
    """
    try:
        from ruamel.yaml import YAML
        from ruamel.yaml.composer import MaxDepthExceededError
        from ruamel.yaml.error import MarkedYAMLError, YAMLError
    except ModuleNotFoundError as error:
        raise ConfigurationError(
            f"component files need {error.name}: pip install 'twilio-ops[components]'"
        ) from None

    problems = Problems(path)
    whole = Node("", 1, None)
    if content is None:
        with open(path, "rb") as file:
            content = file.read(MOST_BYTES + 1)
    try:
        if len(content) > MOST_BYTES:
            raise ValueError(f"it has more than {MOST_BYTES} bytes")
        yaml = cast("Any", YAML())
        yaml.max_depth = MOST_LEVELS  # each level costs more than the one before
        root = yaml.compose(content.decode("utf-8-sig"))
        if root is None:
            raise ValueError("it is empty")
        return _node(root, "", problems, set()), problems
    except UnicodeDecodeError:
        problems.add(whole, "is not UTF-8 text")
    except MaxDepthExceededError as error:
        where = Node("", cast("Any", error).problem_mark.line + 1, None)
        problems.add(where, f"is nested deeper than {MOST_LEVELS} levels")
    except MarkedYAMLError as error:
        told = cast("Any", error)
        mark = told.problem_mark or told.context_mark
        line = 1 if mark is None else mark.line + 1
        said = " ".join(str(told.problem or told.context).split())
        problems.add(Node("", line, None), f"is not YAML: {said}")
    except (YAMLError, ValueError) as error:
        problems.add(whole, f"is not YAML that can be read: {' '.join(str(error).split()):.200}")
    raise ComponentError(problems.mistakes)


def _node(given: Any, path: str, problems: Problems, seen: set[int]) -> Node:
    from ruamel.yaml.nodes import MappingNode, ScalarNode

    line = given.start_mark.line + 1
    if id(given) in seen:
        problems.add(Node(path, line, None), "is an alias, which a component does not take")
        return Node(path, line, None)
    seen.add(id(given))
    value: Any = given.value
    if isinstance(given, ScalarNode):
        plain = cast("Any", given).style is None
        text = str(value)
        empty = plain and text in {"", "~", "null"}
        return Node(path, line, None if empty else text, quoted=not plain)
    if not isinstance(given, MappingNode):
        items = [_node(one, f"{path}[{at}]", problems, seen) for at, one in enumerate(value)]
        return Node(path, line, items)
    found: dict[str, Node] = {}
    pairs: list[tuple[Any, Any]] = value
    for key, inner in pairs:
        name = "?" if not isinstance(key, ScalarNode) else str(cast("Any", key).value)
        here = f"{path}.{name}" if path else name
        # The line of a setting is its key's: that is where a reader looks.
        where = Node(here, cast("Any", key).start_mark.line + 1, None)
        if name in found:
            problems.add(where, "is there twice")
            continue
        node = _node(inner, here, problems, seen)
        found[name] = Node(here, where.line, node.value, node.quoted)
    return Node(path, line, found)


def lines_of(node: Node) -> dict[str, int]:
    """Return the lines of a node and all below it, by their paths."""
    found = {node.path: node.line}
    below = node.value.values() if isinstance(node.value, dict) else node.value
    for one in () if below is None or isinstance(below, str) else below:
        found |= lines_of(one)
    return found
