"""A resolved catalog as plain JSON values: rows without the keys that keep their default."""

from __future__ import annotations

from typing import Any

import attrs

from codegen.model import Catalog


def compact(value: Any) -> Any:
    """The JSON value of a catalog or any row of it; defaults are left out."""
    if attrs.has(type(value)):
        found = {}
        for attribute in attrs.fields(type(value)):
            item = getattr(value, attribute.name)
            if item != _default(attribute):
                found[attribute.name] = compact(item)
        return found
    if isinstance(value, dict):
        return {str(key): compact(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [compact(item) for item in value]
    return value


def compact_catalog(catalog: Catalog) -> Any:
    """The whole catalog as one JSON object: ``service``, ``objects``, ``errors``."""
    return compact(catalog)


def _default(attribute: attrs.Attribute[Any]) -> Any:
    default = attribute.default
    return default.factory() if isinstance(default, attrs.Factory) else default  # type: ignore
