"""Rows of the model from plain values, as catalog files and imported documents have them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from twilio_ops_codegen.catalog.plain import is_list, is_mapping
from twilio_ops_codegen.changes.shapes import Shape, attributes


def build(row: type[Any], value: Mapping[Any, Any]) -> Any:
    """A row of the model.

    Raises:
        ValueError: The values have a key that the row does not know.
        TypeError: A key that the row needs is missing.
    """
    known = {found.name: found for found in attributes(row)}
    if unknown := value.keys() - known.keys():
        raise ValueError(f"{row.__name__} does not know {', '.join(sorted(unknown))}")
    given: dict[str, Any] = {}
    for name, inner in value.items():
        found = known[name]
        if found.shape is Shape.TABLE and found.row is not None:
            given[name] = {key: build(found.row, entry) for key, entry in inner.items()}
        elif found.shape is Shape.ROW and found.row is not None and inner is not None:
            given[name] = build(found.row, inner)
        else:
            given[name] = _frozen(inner)
    return row(**given)


def _frozen(value: Any) -> Any:
    if is_list(value):
        return tuple(_frozen(inner) for inner in value)
    if is_mapping(value):
        return {key: _frozen(inner) for key, inner in value.items()}
    return value
