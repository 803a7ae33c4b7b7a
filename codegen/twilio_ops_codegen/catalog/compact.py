"""A resolved catalog as plain JSON values: rows without the keys that keep their default."""

from __future__ import annotations

import types
from collections.abc import Callable
from functools import cache
from typing import Any, Union, get_args, get_origin

import attrs

from twilio_ops_codegen.catalog.located_yaml import Place
from twilio_ops_codegen.catalog.model import Catalog, Object
from twilio_ops_codegen.catalog.plain import is_mapping, is_tuple

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


CATALOG = "_catalog.json"
"""The file of a package that hands on its catalog."""


def compact_catalog(catalog: Catalog) -> Any:
    """The whole catalog as one JSON object: ``service``, ``objects``, ``errors``."""
    return compact(catalog)


def defaults(kind: type[Any]) -> tuple[tuple[str, Any], ...] | None:
    """The attributes of a class of rows, each with its default; None = it is no class of rows."""
    if kind not in _DEFAULTS:
        found: tuple[attrs.Attribute[Any], ...] = attrs.fields(kind) if attrs.has(kind) else ()
        _DEFAULTS[kind] = tuple((each.name, _default(each)) for each in found) if found else None
    return _DEFAULTS[kind]


def default_at(place: Place) -> Any:
    """The JSON value that a key of an object's file stands for when it is left out.

    None if there is none: the key is needed, or is the name of a row, or is no key at all.
    """
    kind: Any = Object
    for step in place[:-1]:
        kind = _inside(kind, step)
    usual = dict(defaults(kind) or ()).get(str(place[-1]))
    return None if usual is attrs.NOTHING else compact(usual)


@cache
def _inside(kind: Any, step: str | int) -> Any:
    """The class of what stands at a key of a row, or in a table of rows; None = of no class."""
    if get_origin(kind) is dict:
        return get_args(kind)[1]
    if kind is None or not attrs.has(kind):
        return None
    found = attrs.fields_dict(attrs.resolve_types(kind)).get(str(step))
    inner = None if found is None else found.type
    if get_origin(inner) in (types.UnionType, Union):
        return next((part for part in get_args(inner) if attrs.has(part)), None)
    return inner


def _default(attribute: attrs.Attribute[Any]) -> Any:
    make: Callable[[], Any] | None = getattr(attribute.default, "factory", None)
    return attribute.default if make is None else make()
