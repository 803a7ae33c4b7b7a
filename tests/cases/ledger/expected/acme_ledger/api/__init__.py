"""The objects, a module each; ``OBJECTS`` names them, and a module loads when it is used."""

from __future__ import annotations

from types import ModuleType

__all__ = ["OBJECTS", "load"]

OBJECTS: dict[str, str] = {
    "Balance": "balance",
    "Entry": "entry",
    "Receipt": "receipt",
}


def load(name: str) -> ModuleType:
    """The module of an object, by the object's name or one of its aliases.

    Raises:
        KeyError: There is no such object.
    """
    import importlib

    return importlib.import_module(f"{__name__}.{OBJECTS[name]}")


def __getattr__(name: str) -> ModuleType:
    import importlib

    if name in OBJECTS.values():
        return importlib.import_module(f"{__name__}.{name}")
    if name in OBJECTS:
        raise AttributeError(f"{__name__} has no module {name!r}: {name} is in {OBJECTS[name]!r}")
    modules = ", ".join(dict.fromkeys(OBJECTS.values()))
    raise AttributeError(f"{__name__} has no module {name!r}; it has {modules}")


def __dir__() -> list[str]:
    return sorted({*__all__, *OBJECTS.values()})
