"""The JSON Schemas of catalog files, made from the classes of the catalog."""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

import attrs

from twilio_ops_codegen.catalog import model, words
from twilio_ops_codegen.catalog.overlay import VERBS
from twilio_ops_codegen.catalog.plain import is_list, is_mapping

_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}
_NAME = "[^/]+"
_LONGEST_LINE = 100
_Definitions = dict[str, Any]


@cache
def schema_texts() -> Mapping[str, str]:
    """The JSON Schema of each kind of catalog file, as text, by the schema's file name."""
    codes = {"propertyNames": {"pattern": "^[0-9]+$"}}
    texts = {
        "catalog.json": _document(lambda defs: _schema(model.Service, defs)),
        "errors.json": _document(lambda defs: _schema(dict[int, model.ApiError], defs) | codes),
        "object.json": _document(lambda defs: _schema(model.Object, defs)),
        "overlay.json": _document(_overlay),
        "words.json": _document(lambda defs: _schema(words.Words, defs)),
    }
    return types.MappingProxyType(texts)


@cache
def _hints(kind: Any) -> dict[str, Any]:
    """The types of a class's attributes; attrs works them out once a class."""
    return {row.name: row.type for row in attrs.fields(attrs.resolve_types(kind))}


def write_schemas(folder: Path) -> None:
    """Write the JSON Schemas into a folder, which is made if it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schema_texts().items():
        (folder / name).write_text(text, encoding="utf-8")


def _document(root: Callable[[_Definitions], dict[str, Any]]) -> str:
    definitions: _Definitions = {}
    document = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **root(definitions),
        "$defs": definitions,
    }
    return _text(document, "") + "\n"


def _text(value: Any, indent: str) -> str:
    """JSON in which what is short stands on one line."""
    text = json.dumps(value)
    deeper = f"{indent} "
    if len(text) <= _LONGEST_LINE:
        return text
    if is_mapping(value):
        rows = [f"{json.dumps(key)}: {_text(inner, deeper)}" for key, inner in value.items()]
    elif is_list(value):
        rows = [_text(inner, deeper) for inner in value]
    else:
        return text
    lines = ",".join(f"\n{deeper}{row}" for row in rows)
    return f"{text[0]}{lines}\n{indent}{text[-1]}"


def _overlay(definitions: _Definitions) -> dict[str, Any]:
    """The schema of an overlay: what a row may set or add depends on the place it is about."""
    text = {"type": "string", "minLength": 1}
    removed = {"anyOf": [{"const": True}, {"type": ["string", "integer", "array"]}]}
    row: dict[str, Any] = {
        "type": "object",
        "additionalProperties": False,
        "required": ["object", "reason", "source"],
        "properties": {
            "object": text,
            "at": {"type": "string"},
            "set": {"type": "object", "minProperties": 1},
            "add": {},
            "remove": removed,
            "reason": text,
            "source": text,
        },
        "oneOf": [{"required": [verb]} for verb in VERBS],
    }
    whole = {"not": {"required": ["at"]}}
    row["allOf"] = [{"if": whole, "then": _changed(model.Object, definitions)}]
    kinds: dict[Any, list[str]] = {}
    for place, kind in _places(model.Object, ()):
        kinds.setdefault(kind, []).append(place)
    for kind, places in kinds.items():
        there = {"required": ["at"], "properties": {"at": {"pattern": f"^({'|'.join(places)})$"}}}
        row["allOf"].append({"if": there, "then": _changed(kind, definitions)})
    return {"type": "array", "items": row}


def _places(kind: Any, above: tuple[Any, ...], place: str = "") -> Iterator[tuple[str, Any]]:
    """The places within a row that hold more than a plain value, as patterns, each with its type."""
    if get_origin(kind) is dict:
        inner = {_NAME: get_args(kind)[1]}
    elif attrs.has(kind) and kind not in above:
        hints = _hints(kind)
        inner = {row.name: hints[row.name] for row in model.file_keys(kind)}
    else:
        return
    for name, hint in inner.items():
        at = f"{place}/{name}" if place else name
        held = next((part for part in get_args(hint) if attrs.has(part)), hint)
        found = hint if get_origin(hint) in (dict, tuple) else held
        if get_origin(found) in (dict, tuple) or attrs.has(found):
            yield at, found
            yield from _places(found, (*above, kind), at)


def _changed(kind: Any, definitions: _Definitions) -> dict[str, Any]:
    """What a row's verbs may say of a place of a type."""
    whole = _schema(kind, definitions)
    if get_origin(kind) is tuple:
        return {"properties": {"add": {"anyOf": [whole, whole["items"]]}}}
    keys = definitions[kind.__name__] if attrs.has(kind) else whole
    some = {key: value for key, value in keys.items() if key != "required"}
    if is_mapping(named := some.get("properties")):
        some["properties"] = {name: _or_null(value) for name, value in named.items()}
    elif is_mapping(inner := some["additionalProperties"]):
        some["additionalProperties"] = _or_null(inner)
    return {"properties": {"set": some, "add": whole}}


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    """A key of ``set`` may be null, which takes the key away."""
    return {"anyOf": [schema, {"type": "null"}]}


def _schema(kind: Any, definitions: _Definitions) -> dict[str, Any]:
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
        hints = _hints(kind)
        rows = model.file_keys(kind)
        definitions[name] = {
            "type": "object",
            "additionalProperties": False,
            "required": [row.name for row in rows if row.default is attrs.NOTHING],
            "properties": {row.name: _schema(hints[row.name], definitions) for row in rows},
        }
    return {"$ref": f"#/$defs/{name}"}
