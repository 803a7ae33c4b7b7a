"""Names that modules do not have: loaded when asked for, or explained."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import FrameType


ACTIONS = ("Get", "Query", "Create", "Update", "Delete")


def explain_missing(
    module: str, object_name: str, actions: Sequence[str], aliases: Sequence[str] = ()
) -> Callable[[str], Any]:
    """A module's ``__getattr__`` that says which actions its object has, and what it is called.

    Args:
        module: The module's name.
        object_name: The object's name.
        actions: The actions the object has.
        aliases: Other names of the object.

    The function raises :class:`AttributeError`, so that ``hasattr`` and ``getattr`` with a default
    work. ``from module import name`` would put a text of its own in the place of that error's, so
    it gets an :class:`ImportError`, if there is something to explain.
    """

    def missing(name: str) -> Any:
        from inspect import currentframe

        permitted = ", ".join(actions) or "no action"
        message = None
        if name in {action + object_name for action in ACTIONS}:
            message = f"there is no {name}: {object_name} has {permitted} and nothing else"
        elif name in {action + alias for action in ("", *ACTIONS) for alias in aliases}:
            message = f"there is no {name}: the object is {object_name} here and has {permitted}"
        if message is not None and _imports(currentframe()):
            raise ImportError(message, name=module)
        message = message or f"module {module!r} has no attribute {name!r}"
        raise AttributeError(message, name=name, obj=sys.modules.get(module))

    return missing


def _imports(frame: FrameType | None) -> bool:
    """Whether ``from module import name`` is what the caller of a frame is carrying out."""
    from opcode import opmap

    asking = None if frame is None else frame.f_back
    return asking is not None and asking.f_code.co_code[asking.f_lasti] == opmap["IMPORT_FROM"]


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
        loaded = importlib.import_module(home)
        value = loaded if home == f"{module}.{name}" else getattr(loaded, name)
        setattr(sys.modules[module], name, value)
        return value

    def names() -> list[str]:
        return sorted({*vars(sys.modules[module]), *exports})

    return load, names
