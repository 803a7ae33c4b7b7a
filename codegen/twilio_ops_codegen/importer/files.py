"""Catalog files as text, one row a line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .yaml_text import block, row

SCHEMA = "# yaml-language-server: $schema="
_ROW_BLOCKS = ("keys", "fields", "enums", "enum_names", "left_out")


def object_text(value: Mapping[str, Any]) -> str:
    """The text of an object's file."""
    return "\n".join([f"{SCHEMA}../../schema/object.json", *_object(value)]) + "\n"


def service_text(value: Mapping[str, Any]) -> str:
    """The text of ``catalog.yaml``."""
    lines = [line for key, item in value.items() for line in row(key, item)]
    return "\n".join([f"{SCHEMA}schema/catalog.json", *lines]) + "\n"


def left_out_text(value: Mapping[str, str]) -> str:
    """The text of ``left_out.yaml``."""
    return "\n".join(line for key, said in value.items() for line in row(key, said)) + "\n"


def _object(value: Mapping[str, Any]) -> Iterator[str]:
    for key, item in value.items():
        if item is None or item == {}:
            continue
        if key in _ROW_BLOCKS:
            yield from block(key, _rows(item, 2))
        elif key in ("structs", "actions"):
            yield from block(key, [])
            for name, inner in item.items():
                yield from block(name, list(_inner(inner)), 2)
        else:
            yield from row(key, item)


def _inner(value: Mapping[str, Any]) -> Iterator[str]:
    """The lines of a struct or an action."""
    for key, item in value.items():
        if key in ("fields", "parameters", "filters") and item:
            yield from block(key, _rows(item, 6), 4)
        else:
            yield from row(key, item, 4)


def _rows(value: Mapping[str, Any], indent: int) -> list[str]:
    return [line for key, item in value.items() for line in row(key, item, indent)]
