"""What a service does over time: the catalog's ``behaviour/``, handed on as data."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite
from pathlib import Path
from typing import Any

from twilio_ops_codegen.catalog.errors import Mistake
from twilio_ops_codegen.catalog.located_yaml import LONE, Place, read
from twilio_ops_codegen.catalog.plain import is_list, is_mapping


def behaviour(folder: Path, mistakes: list[Mistake]) -> dict[str, Any]:
    """What stands in a catalog's ``behaviour/``, by file stem.

    Args:
        folder: The catalog's folder.
        mistakes: Gets what is wrong: files that are not YAML, and values that JSON has not.
    """
    found: dict[str, Any] = {}
    for path in sorted((folder / "behaviour").glob("*.yaml")):
        tree = read(path, path.relative_to(folder).as_posix(), mistakes, LONE)
        if tree is not None:
            mistakes.extend(tree.mistake(*wrong) for wrong in _not_json(tree.value, ()))
            found[path.stem] = tree.value
    return found


def _not_json(value: Any, place: Place) -> Iterator[tuple[Place, str]]:
    if is_mapping(value):
        for key, item in value.items():
            if type(key) not in (str, int):
                yield (*place, key), f"is {key!r}; expected text or a whole number as a key"
            yield from _not_json(item, (*place, key))
    elif is_list(value):
        for index, item in enumerate(value):
            yield from _not_json(item, (*place, index))
    elif isinstance(value, float):
        if not isfinite(value):
            yield place, f"is {value}; expected a number that JSON has"
    elif not isinstance(value, (str, int, bool, type(None))):
        yield place, f"is {str(value)!r}, a {type(value).__name__}; text needs quotes"
