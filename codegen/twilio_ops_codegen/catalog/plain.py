"""What a plain value is, as YAML and JSON give them: told so that type checkers believe it.

``isinstance(value, dict)`` alone leaves a checker with a mapping of it does not know what.
"""

from __future__ import annotations

from typing import Any, TypeGuard


def is_mapping(value: object) -> TypeGuard[dict[Any, Any]]:
    """Whether a value is a mapping; its keys may be of any type, as YAML's are."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Whether a value is a list."""
    return isinstance(value, list)


def is_tuple(value: object) -> TypeGuard[tuple[Any, ...]]:
    """Whether a value is a tuple: a list of the catalog, once it is loaded."""
    return isinstance(value, tuple)
