"""Which object another lives under."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .grouping import Groups, Operation, collection_of, outline


def leads_back(parents: Mapping[str, str | None], name: str) -> bool:
    """Whether an object's ancestors are it and no end."""
    seen: set[str] = set()
    parent = parents[name]
    while parent is not None and parent not in seen:
        seen.add(parent)
        parent = parents[parent]
    return name in seen


class Parents:
    """The object that another lives under: whose record's path its own begins with."""

    def __init__(self, groups: Groups, version: str, suffix: str) -> None:
        self.groups = groups
        self.version = f"/{version}"
        self.suffix = suffix
        self.owners: dict[str, str] = {}
        self.lost: dict[str, str] = {}  # where an object is said to be, and no other is
        ranked = sorted(
            (operation.action != "Get", name, operation.endpoint.path)
            for name, operations in groups.items()
            for operation in operations
            if collection_of(operation.endpoint.path) != operation.endpoint.path
        )
        for _, name, path in ranked:
            self.owners.setdefault(outline(path), name)

    def of(self, name: str) -> str | None:
        """The name of the object's parent; None if it stands on its own."""
        operations = self.groups[name]
        for operation in operations:
            named = operation.endpoint.parent
            if named is not None:
                path = named.removesuffix(self.suffix)
                found = self._above(
                    name, path if path.startswith(self.version) else self.version + path
                )
                if found is not None:
                    return found
                self.lost[name] = named
        path = object_path(operations)
        return self._above(name, path.rpartition("/")[0])

    def _above(self, name: str, path: str) -> str | None:
        while path:
            owner = self.owners.get(outline(path))
            if owner is not None and owner != name:
                return owner
            path = path.rpartition("/")[0]
        return None


def object_path(operations: Iterable[Operation]) -> str:
    """The path of an object's list, or its own."""
    by_action = {operation.action: operation for operation in operations}
    for action in ("Query", "Create"):
        if action in by_action:
            return by_action[action].collection
    return next(iter(by_action.values())).collection
