"""A resolved catalog as plain JSON values: rows without the keys that keep their default."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from codegen.model import Catalog
from codegen.plain import is_mapping, is_tuple

_DEFAULTS: dict[type[Any], tuple[tuple[str, Any], ...] | None] = {}


def compact(value: object) -> Any:
    """The JSON value of a catalog or any row of it; defaults are left out."""
    if (row := defaults(type(value))) is not None:
        found: dict[str, Any] = {}
        for name, default in row:
            item = getattr(value, name)
            if item != default:
                found[name] = compact(item)
        return found
    if is_mapping(value):
        return {str(key): compact(item) for key, item in value.items()}
    if is_tuple(value):
        return [compact(item) for item in value]
    return value


def compact_catalog(catalog: Catalog) -> Any:
    """The whole catalog as one JSON object: ``service``, ``objects``, ``errors``."""
    return compact(catalog)


def defaults(kind: type[Any]) -> tuple[tuple[str, Any], ...] | None:
    """The attributes of a class of rows, each with its default; None = it is no class of rows."""
    if kind not in _DEFAULTS:
        found: tuple[attrs.Attribute[Any], ...] = attrs.fields(kind) if attrs.has(kind) else ()
        _DEFAULTS[kind] = tuple((each.name, _default(each)) for each in found) if found else None
    return _DEFAULTS[kind]


def _default(attribute: attrs.Attribute[Any]) -> Any:
    make: Callable[[], Any] | None = getattr(attribute.default, "factory", None)
    return attribute.default if make is None else make()
