"""Which action a method and a path mean, as the catalog says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from twilio_ops_emulator.model import ActionModel, Catalog, placeholders, segments

SUFFIXES = (".json", ".xml")


class Route(NamedTuple):
    """An action and the keys that its path gives it."""

    action: ActionModel
    keys: dict[str, str]


class Match(NamedTuple):
    """What a path is: the actions at it by method, and the keys in it, from left to right."""

    methods: dict[str, tuple[ActionModel, tuple[str, ...]]]
    refused: dict[str, ActionModel]
    keys: tuple[str, ...]

    def route(self, method: str) -> Route | None:
        """The action of a method, or None."""
        found = self.methods.get(method)
        if found is None:
            return None
        action, names = found
        return Route(action, dict(zip(names, self.keys, strict=True)))


class _Node:
    __slots__ = ("any", "methods", "named", "refused")

    def __init__(self) -> None:
        self.named: dict[str, _Node] = {}
        self.any: _Node | None = None
        self.methods: dict[str, tuple[ActionModel, tuple[str, ...]]] = {}
        self.refused: dict[str, ActionModel] = {}


class Router:
    """All paths of a catalog.

    Where several actions have one method and path, the first of these is meant: one the source
    has, one at its own object's path, one that is not a reading in disguise.

    Args:
        catalog: The catalog.
    """

    def __init__(self, catalog: Catalog) -> None:
        self._root = _Node()
        actions = [a for model in catalog.objects.values() for a in model.actions.values()]
        for action in sorted(actions, key=_rank):
            self._add(action, action.path)
        for action in sorted(actions, key=_rank):
            for path in action.alternatives:
                self._add(action, path)

    def _add(self, action: ActionModel, path: str) -> None:
        node = self._root
        for segment in segments(path):
            if segment is None:
                node.any = node.any or _Node()
                node = node.any
            else:
                node = node.named.setdefault(segment, _Node())
        if action.refused:
            node.refused.setdefault(action.method, action)
        else:
            node.methods.setdefault(action.method, (action, placeholders(path)))

    def match(self, path: Sequence[str]) -> Match | None:
        """What a path is, or None when the catalog does not know it.

        Args:
            path: Its segments, decoded, without a suffix.
        """
        found = _find(self._root, path, 0, ())
        if found is None:
            return None
        node, keys = found
        return Match(node.methods, node.refused, keys)


def split_suffix(last: str) -> tuple[str, str]:
    """The last segment of a path and the format it asks for by its suffix."""
    for suffix in SUFFIXES:
        if last.endswith(suffix) and len(last) > len(suffix):
            return last[: -len(suffix)], suffix
    return last, ""


def _rank(action: ActionModel) -> tuple[bool, bool, bool, str]:
    return (
        action.operation is None,
        not action.own,
        action.key_parameter is not None,
        action.key,
    )


def _find(
    node: _Node, path: Sequence[str], depth: int, keys: tuple[str, ...]
) -> tuple[_Node, tuple[str, ...]] | None:
    if depth == len(path):
        return (node, keys) if node.methods or node.refused else None
    segment = path[depth]
    named = node.named.get(segment)
    if named is not None:
        found = _find(named, path, depth + 1, keys)
        if found is not None:
            return found
    if node.any is not None and segment:
        return _find(node.any, path, depth + 1, (*keys, segment))
    return None
