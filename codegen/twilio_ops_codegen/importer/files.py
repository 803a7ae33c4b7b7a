"""Catalog files as text, one row a line, and writing them so that nothing is half done."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from .yaml_text import block, row

SCHEMA = "# yaml-language-server: $schema="
_ROW_BLOCKS = ("keys", "fields", "enums", "enum_names")


def object_text(value: Mapping[str, Any]) -> str:
    """The text of an object's file."""
    return "\n".join([f"{SCHEMA}../../schema/object.json", *_object(value)]) + "\n"


def service_text(value: Mapping[str, Any]) -> str:
    """The text of ``catalog.yaml``."""
    lines = [line for key, item in value.items() for line in row(key, item)]
    return "\n".join([f"{SCHEMA}schema/catalog.json", *lines]) + "\n"


def replace_all(files: Mapping[Path, str], gone: Iterable[Path]) -> None:
    """Writes every file beside its place first, then moves all into place and removes ``gone``.

    If a file cannot be written, nothing is changed and the error is raised.
    """
    staged: list[tuple[Path, Path]] = []
    try:
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            new = path.with_name(f".{path.name}.new")
            staged.append((new, path))
            new.write_bytes(text.encode("utf-8"))
    except BaseException:
        for new, _ in staged:
            new.unlink(missing_ok=True)
        raise
    for new, path in staged:
        os.replace(new, path)
    for path in gone:
        path.unlink()


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
