"""The made-up catalog, and rules' examples as edits of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast

from twilio_ops_codegen.catalog.model import Catalog
from twilio_ops_codegen.catalog.passes.name_python import name_python
from twilio_ops_codegen.catalog.yaml_loader import plain
from twilio_ops_codegen.changes.build import build
from twilio_ops_codegen.changes.registry import Example

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
    return edited_by({place: text})


def edited_by(texts: Mapping[str, str | None]) -> Catalog:
    """The made-up catalog with the YAML text, or with nothing, at each of several places.

    Raises:
        KeyError: The surroundings of a place do not exist.
        ValueError: A text is no such row.
    """
    value = dict(_example())
    for place, text in texts.items():
        *steps, last = place.split("/")
        target = value
        for step in steps:  # only what is on the way is copied
            target[_key(step)] = dict(target.get(_key(step), {}))
            target = target[_key(step)]
        if text is None:
            target.pop(_key(last), None)
        else:
            target[_key(last)] = plain(text)
    return name_python(cast(Catalog, build(Catalog, value)))


def _key(step: str) -> str | int:
    return int(step) if step.isdecimal() else step


@cache
def _example() -> dict[str | int, Any]:
    return cast(dict[str | int, Any], plain(PATH.read_text(encoding="utf-8")))
