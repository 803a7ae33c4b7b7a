"""Catalog files as text, one row a line, and writing them so that nothing is half done."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from .yaml_text import block, row

SCHEMA = "# yaml-language-server: $schema=../../schema/object.json"
_ROW_BLOCKS = ("keys", "fields", "enums")


def object_text(value: Mapping[str, Any]) -> str:
    """The text of an object's file."""
    return "\n".join([SCHEMA, *_object(value)]) + "\n"


def service_text(value: Mapping[str, Any]) -> str:
    """The text of ``catalog.yaml``."""
    return "".join("\n".join(row(key, item)) + "\n" for key, item in value.items())


def replace_all(files: Mapping[Path, str], gone: list[Path]) -> None:
    """Writes every file beside its place first, then moves all into place and removes ``gone``."""
    staged = []
    try:
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            new = path.with_name(f".{path.name}.new")
            new.write_text(text, encoding="utf-8")
            staged.append((new, path))
    except OSError:
        for new, _ in staged:
            new.unlink(missing_ok=True)
        raise
    for new, path in staged:
        os.replace(new, path)
    for path in gone:
        path.unlink()


def _object(value: Mapping[str, Any]) -> Iterator[str]:
    for key, item in value.items():
        if item in ({}, [], None):
            continue
        if key in _ROW_BLOCKS:
            yield from block(key, _rows(item, 2))
        elif key == "structs":
            yield f"{key}:"
            for name, struct in item.items():
                yield from block(name, list(_struct(struct)), 2)
        elif key == "actions":
            yield f"{key}:"
            for name, action in item.items():
                yield from block(name, list(_action(action)), 2)
        else:
            yield from row(key, item)


def _struct(struct: Mapping[str, Any]) -> Iterator[str]:
    for key, item in struct.items():
        if key == "fields":
            if item:
                yield from block(key, _rows(item, 6), 4)
            else:
                yield "    fields: {}"
        else:
            yield from row(key, item, 4)


def _action(action: Mapping[str, Any]) -> Iterator[str]:
    for key, item in action.items():
        if key in ("parameters", "filters"):
            yield from block(key, _rows(item, 6), 4)
        else:
            yield from row(key, item, 4)


def _rows(value: Mapping[str, Any], indent: int) -> list[str]:
    return [line for key, item in value.items() for line in row(key, item, indent)]


__all__ = ["object_text", "replace_all", "service_text"]
