"""Names that modules do not have: loaded when asked for, or explained."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

__all__ = ["explain_missing", "lazy_exports"]

ACTIONS = ("Get", "Query", "Create", "Update", "Delete")


def explain_missing(module: str, object_name: str, actions: Sequence[str]) -> Callable[[str], Any]:
    """A module's ``__getattr__`` that says which actions its object has.

    Args:
        module: The module's name.
        object_name: The object's name.
        actions: The actions the object has.

    The function raises :class:`ImportError` for an action that the object does not have, and
    :class:`AttributeError` for any other name.
    """

    def missing(name: str) -> Any:
        if name in {action + object_name for action in ACTIONS}:
            # Not an AttributeError, whose text `from module import name` would replace by its own.
            permitted = ", ".join(actions) or "no action"
            raise ImportError(
                f"there is no {name}: {object_name} has {permitted} and nothing else", name=module
            )
        message = f"module {module!r} has no attribute {name!r}"
        raise AttributeError(message, name=name, obj=sys.modules.get(module))

    return missing


def lazy_exports(
    module: str, exports: Mapping[str, str]
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """A module's ``__getattr__`` and ``__dir__`` that load a name when it is first asked for.

    Args:
        module: The module's name.
        exports: The names, and the module each is in.
    """

    def load(name: str) -> Any:
        home = exports.get(name)
        if home is None:
            raise AttributeError(
                f"module {module!r} has no attribute {name!r}", name=name, obj=sys.modules[module]
            )
        value = getattr(importlib.import_module(home), name)
        setattr(sys.modules[module], name, value)
        return value

    def names() -> list[str]:
        return sorted({*vars(sys.modules[module]), *exports})

    return load, names
