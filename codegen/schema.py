"""The JSON Schema of an object's catalog file, made from the classes of the catalog."""

from __future__ import annotations

import json
import types
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from codegen import model

_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}


def schema_text() -> str:
    """The JSON Schema, as text."""
    definitions: dict[str, Any] = {}
    root = _schema(model.Object, definitions)
    document = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **root,
        "$defs": definitions,
    }
    return json.dumps(document, indent=1) + "\n"


def _schema(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin = get_origin(kind)
    if kind in _PLAIN:
        return {"type": _PLAIN[kind]}
    if origin is Literal:
        return {"enum": list(get_args(kind))}
    if origin in (types.UnionType, Union):
        return {"anyOf": [_schema(part, definitions) for part in get_args(kind)]}
    if origin is tuple:
        return {"type": "array", "items": _schema(get_args(kind)[0], definitions)}
    if origin is dict:
        name, value = get_args(kind)
        found = {"type": "object", "additionalProperties": _schema(value, definitions)}
        if get_origin(name) is Literal:
            found["propertyNames"] = _schema(name, definitions)
        return found
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}
        hints = get_type_hints(kind)
        rows = attrs.fields(kind)
        definitions[name] = {
            "type": "object",
            "additionalProperties": False,
            "required": [row.name for row in rows if row.default is attrs.NOTHING],
            "properties": {row.name: _schema(hints[row.name], definitions) for row in rows},
        }
    return {"$ref": f"#/$defs/{name}"}
