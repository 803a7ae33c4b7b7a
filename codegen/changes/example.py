"""The made-up catalog, and rules' examples as edits of it."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast

import yaml

from codegen.changes.registry import Example
from codegen.changes.shapes import Shape, attributes
from codegen.model import Catalog

PATH = Path(__file__).with_name("example.yaml")


def sides(example: Example) -> tuple[Catalog, Catalog]:
    """The catalogs before and after an example's change."""
    return edited(example.place, example.old), edited(example.place, example.new)


def edited(place: str, text: str | None) -> Catalog:
    """The made-up catalog with the YAML text, or with nothing, at a place.

    Raises:
        KeyError: The place's surroundings do not exist.
        ValueError: The text is no such row.
    """
    value: dict[str | int, Any] = copy.deepcopy(_example())
    *steps, last = place.split("/")
    target = value
    for step in steps:
        target = target.setdefault(_key(step), {})
    if text is None:
        target.pop(_key(last), None)
    else:
        target[_key(last)] = yaml.safe_load(text)
    return cast(Catalog, build(Catalog, value))


def build(row: type[Any], value: Mapping[Any, Any]) -> Any:
    """A row of the model from plain values as catalog files have them.

    Raises:
        ValueError: It has a key that the row does not know.
    """
    known = {found.name: found for found in attributes(row)}
    if unknown := value.keys() - known.keys():
        raise ValueError(f"{row.__name__} does not know {', '.join(sorted(unknown))}")
    given: dict[str, Any] = {}
    for name, inner in value.items():
        found = known[name]
        if found.shape is Shape.ROW and found.row is not None and inner is not None:
            given[name] = build(found.row, inner)
        elif found.shape is Shape.TABLE and found.row is not None:
            given[name] = {key: build(found.row, entry) for key, entry in inner.items()}
        else:
            given[name] = _frozen(inner)
    return row(**given)


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_frozen(inner) for inner in value)
    if isinstance(value, dict):
        return {key: _frozen(inner) for key, inner in value.items()}
    return value


def _key(step: str) -> str | int:
    return int(step) if step.isdecimal() else step


@cache
def _example() -> dict[str | int, Any]:
    return cast(dict[str | int, Any], yaml.safe_load(PATH.read_text(encoding="utf-8")))
