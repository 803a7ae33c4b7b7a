"""What reads YAML: libyaml where PyYAML was built with it, else the same in Python, more slowly."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import yaml

try:
    from yaml import CSafeLoader as Loader
except ImportError:
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

if TYPE_CHECKING:
    from yaml import SafeLoader as _Base
else:
    _Base = Loader

__all__ = ["LONGEST_NUMBER", "Loader", "constructed", "plain"]

LONGEST_NUMBER = 1000
"""So many digits may a whole number have; Python itself neither reads nor prints one beyond 4300."""
_LARGEST = 10**LONGEST_NUMBER
_NOT_A_VALUE = (ValueError, LookupError, AttributeError, TypeError, ArithmeticError)
"""What PyYAML raises of a scalar that is not what its tag says."""
_TEXT, _TABLE, _LIST = (f"tag:yaml.org,2002:{name}" for name in ("str", "map", "seq"))


def plain(text: str) -> Any:
    """The value of a YAML text, as ``yaml.load`` gives it, in three fifths of the time.

    Raises:
        yaml.YAMLError: It is no YAML.
    """
    loader: Any = _Loader(text)
    try:
        node = loader.get_single_node()
        return None if node is None else _value(node, loader.construct_object, {})
    except RecursionError:  # it is nested deeper than this reads
        return yaml.load(text, Loader=_Loader)
    finally:
        loader.dispose()


def constructed(construct: Callable[..., Any], node: Any, deep: bool = False) -> Any:
    """Return the value of a node.

    Args:
        construct: What makes it, of PyYAML: it lets errors of Python through, and any number.
        node: The node.
        deep: Whether what it holds is made at once.

    Raises:
        yaml.constructor.ConstructorError: It is not what its tag says, or a number too long.
    """
    try:
        found = construct(node, deep)
    except _NOT_A_VALUE:
        problem = "found a value that is not what its tag says"
    else:
        if not isinstance(found, int) or abs(found) < _LARGEST:
            return found
        problem = f"found a number of more than {LONGEST_NUMBER} digits"
    raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark)


class _Loader(_Base):
    """Looks up once what a word stands for; a catalog says the same few words over and over."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._tags: dict[str, str] = {}

    def construct_object(self, node: Any, deep: bool = False) -> Any:
        library: Any = super()  # which says nothing of its types
        return constructed(library.construct_object, node, deep)

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        plain_scalar = kind is yaml.ScalarNode and implicit[0]
        found = self._tags.get(value) if plain_scalar else None
        if found is None:
            found = str(super().resolve(kind, value, implicit))  # type: ignore[no-untyped-call]
            if plain_scalar:
                self._tags[value] = found
        return found


def _value(node: yaml.Node, construct: Callable[..., Any], made: dict[int, Any]) -> Any:
    """A node's value; ``made`` holds those of collections, which aliases may stand for."""
    if node.tag == _TEXT:
        return node.value
    if id(node) in made:
        return made[id(node)]
    if isinstance(node, yaml.MappingNode) and node.tag == _TABLE:
        if any(key.tag != _TEXT for key, _ in node.value):
            return construct(node, True)
        table: dict[str, Any] = {}
        made[id(node)] = table
        for key, inner in node.value:
            table[key.value] = _value(inner, construct, made)
        return table
    if isinstance(node, yaml.SequenceNode) and node.tag == _LIST:
        found: list[Any] = []
        made[id(node)] = found
        found += [_value(inner, construct, made) for inner in node.value]
        return found
    return construct(node, True)
