"""The JSON Schema of component files, from the catalog: what editors complete and check by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from twilio_ops_components.catalog import ACTIONS, ActionRow, ObjectRow, objects
from twilio_ops_components.model import FORMAT
from twilio_ops_components.read_values import EACH, ELEMENT, ELEMENTS, MOST_DIGITS
from twilio_ops_components.settings import (
    INDEX_PATH,
    NAME,
    NESTED,
    PAIR,
    SETTINGS,
    STOP_ON,
    profile_names,
    settings_of,
)
from twilio_ops_components.values import VALUES
from twilio_ops_components.values.base import Value

__all__ = ["operation_schema"]

Schema = dict[str, Any]

SAYS = {
    "format": "The format of this file.",
    "catalog": "The digest of what the catalog said of the object when this file was made.",
    "operation": "The object, the action, and the component's own name.",
    "connection": "The name of a connection; never a secret.",
    "profiles": "The XML profiles, by the names of their files.",
    "input": "Whether documents are requests of the profile, or data that values come from.",
    "sid": "The (composed) Sid of the record.",
    "parent": "The (composed) Sid of what the list, or the new record, belongs to.",
    "fields": "The fields to return; all of them unless given.",
    "filters": "What records must be like: a filter, its operator and a value, each.",
    "page_size": "How many records a page has.",
    "limit": "How many records at most.",
    "parameters": "The values of parameters.",
    "options": "What happens after an error, and which documents a report is about.",
    "archiving": "Where every document that passes is written.",
    "tracking": "What is noted of every document: values by label.",
    "caching": "The document cache that every returned document is added to.",
}
VALUE: Schema = {"$ref": "#/$defs/value"}
JOINED: Schema = {"$ref": "#/$defs/joined"}
TEXT: Schema = {"type": "string", "minLength": 1}
PATH = {"type": "string", "pattern": f"^{INDEX_PATH}$", "description": "Element names joined by /."}


def operation_schema(names: Iterable[str] | None = None) -> Schema:
    """Return the JSON Schema (draft 2020-12) of component files.

    Args:
        names: The objects that it knows; None = all of the catalog.

    Raises:
        KeyError: There is no object of a name.
    """
    rows = [objects()[name] for name in (objects() if names is None else names)]
    properties: dict[str, Schema] = {
        name: {"description": SAYS[name], **_setting(name)} for name in SETTINGS
    }
    properties["operation"]["properties"]["object"] = {
        "description": "The object.",
        "enum": [row.name for row in rows],
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Operation component",
        "type": "object",
        "required": ["format", "operation"],
        "additionalProperties": False,
        "properties": properties,
        "allOf": [_for_object(row) for row in rows],
        "$defs": _values(),
    }


def _setting(name: str) -> Schema:
    simple: Mapping[str, Schema] = {
        "format": {"const": FORMAT},
        "catalog": {"type": "string", "pattern": "^sha256:[0-9a-f]{32}$"},
        "operation": _object({"object": {}, "action": {"enum": list(ACTIONS)},
                              "name": {"type": "string", "pattern": f"^{NAME}$"}},
                             ["object", "action"]),
        "connection": {"type": "string", "pattern": f"^{NAME}$"},
        "profiles": _object({"request": TEXT, "response": TEXT}),
        "input": {"enum": ["request", "data"]},
        "sid": JOINED,
        "parent": JOINED,
        "fields": {"type": "array", "minItems": 1, "uniqueItems": True},
        "filters": {"type": "array"},
        "page_size": {"type": "integer", "minimum": 1, "maximum": 1000},
        "limit": {"type": "integer", "minimum": 0},
        "parameters": {"type": "object"},
        "options": _object({
            "return_application_error_responses": {"type": "boolean"},
            "stop_on": {"enum": list(STOP_ON)},
            "tracking_direction": {"enum": ["input", "output"]},
        }),
        "archiving": _object(
            {"directory": TEXT, "enabled": {"type": "boolean"}, "secrets": {"type": "boolean"}},
            ["directory"],
        ),
        "tracking": {"type": "object", "additionalProperties": {"$ref": "#/$defs/tracked"}},
        "caching": _object(
            {
                "file": TEXT,
                "indexes": {
                    "type": "object",
                    "minProperties": 1,
                    "additionalProperties": {"type": "array", "minItems": 1, "items": PATH},
                },
            },
            ["file", "indexes"],
        ),
    }  # fmt: skip
    return dict(simple[name])


def _object(properties: Mapping[str, Schema], required: Iterable[str] = ()) -> Schema:
    found: Schema = {
        "type": "object",
        "additionalProperties": False,
        "properties": dict(properties),
    }
    return found | ({"required": list(required)} if required else {})


def _when(part: str, name: str, then: Schema) -> Schema:
    chosen = {"required": [part], "properties": {part: {"const": name}}}
    return {
        "if": {"required": ["operation"], "properties": {"operation": chosen}},
        "then": then,
    }


def _for_object(row: ObjectRow) -> Schema:
    permitted = {name: action for name, action in row.actions.items() if not action.refused}
    operation = {"properties": {"action": {"enum": list(permitted)}}}
    if row.doc:
        operation["description"] = row.doc  # type: ignore[assignment]
    return _when(
        "object",
        row.name,
        {
            "properties": {"operation": operation},
            "allOf": [
                _when("action", name, _for_action(row, action))
                for name, action in permitted.items()
            ],
        },
    )


def _for_action(row: ObjectRow, action: ActionRow) -> Schema:
    has = settings_of(action)
    properties: Schema = {name: False for name in SETTINGS if name not in has}
    if "fields" in has:
        properties["fields"] = {"items": {"enum": list(row.fields)}}
    if "filters" in has:
        properties["filters"] = {"items": _filters(action)}
    if "parameters" in has:
        known = {name: _parameter(one) for name, one in action.parameters.items()}
        properties["parameters"] = {"additionalProperties": False, "properties": known}
    names = {side: {"const": file} for side, file in profile_names(action).items()}
    properties["profiles"] = {"additionalProperties": False, "properties": names}
    if action.row.get("cardinality") == "none":
        properties["caching"] = False
        properties["options"] = {"properties": {"tracking_direction": {"const": "input"}}}
    found: Schema = {"properties": properties}
    if action.required_filters:
        found["required"] = ["filters"]
        contained = [{"contains": {"required": [name]}} for name in action.required_filters]
        properties["filters"] |= {"allOf": contained}
    if not action.reads:
        found["allOf"] = [_of_data(action)]
    return found


def _filters(action: ActionRow) -> Schema:
    rows = action.row.get("filters", {})
    known: dict[str, Schema] = {}
    for name, operators in action.filters.items():
        one = _object(dict.fromkeys(operators, JOINED)) | {"minProperties": 1, "maxProperties": 1}
        known[name] = _said(rows[name]) | one
    return _object(known) | {"minProperties": 1, "maxProperties": 1}


def _said(row: Mapping[str, Any]) -> Schema:
    found: Schema = {"description": row["doc"]} if row.get("doc") else {}
    return found | ({"deprecated": True} if row.get("deprecated") else {})


def _parameter(row: Mapping[str, Any]) -> Schema:
    kind = row["type"]
    one: Schema = JOINED
    if kind == "pairs":
        one = {"$ref": "#/$defs/pair"}
    elif kind in NESTED:
        one = {"$ref": f"#/$defs/{'nested' if kind == 'any' else ELEMENTS}"}
    elif row.get("repeated"):
        return _said(row) | {"$ref": f"#/$defs/{EACH}"}
    return _said(row) | (_each(one) if row.get("repeated") or kind == "pairs" else one)


def _each(one: Schema) -> Schema:
    """One value, or several in a list behind a word."""
    return {"anyOf": [one, _object({EACH: {"type": "array", "items": one}}, [EACH])]}


def _elements(names: Schema, required: Iterable[str] = ()) -> Schema:
    """A nested value: elements with values of their own."""
    inner = {"type": "object", "minProperties": 1, "additionalProperties": False, **names}
    return _object({ELEMENTS: inner | ({"required": [*required]} if required else {})}, [ELEMENTS])


def _of_data(action: ActionRow) -> Schema:
    """What a component needs whose documents are no requests."""
    settings = [name for name in ("parameters", "sid", "parent") if name in settings_of(action)]
    data = {"required": ["input"], "properties": {"input": {"const": "data"}}}
    usual = {
        "not": {"required": ["input"]},
        "anyOf": [{"required": [name]} for name in settings],
    }
    fixed = action.row.get("fixed", {})
    needed = [n for n, row in action.parameters.items() if row.get("required") and n not in fixed]
    then: Schema = {}
    if needed or action.either:
        either = [{"anyOf": [{"required": [one]} for one in group]} for group in action.either]
        then = {"required": ["parameters"], "properties": {"parameters": {"required": needed}}}
        if either:
            then["properties"]["parameters"]["allOf"] = either
    if action.needs_sid:
        then["required"] = [*then.get("required", ()), "sid"]
    return {"if": {"anyOf": [data, usual]}, "then": then}


def _values() -> Schema:
    scalar = {"type": ["string", "number", "boolean"]}
    kinds = {word: _kind(kind) for word, kind in VALUES.items()}
    several = {"minProperties": 1, "maxProperties": 1}
    inner = {word: one for word, one in kinds.items() if word != "output"}
    value = {"anyOf": [scalar, _object(inner) | several]}
    tracked = {"anyOf": [scalar, _object(kinds) | several]}
    joined = {"anyOf": [VALUE, {"type": "array", "minItems": 1, "items": VALUE}]}
    noted = {"$ref": "#/$defs/tracked_value"}
    return {
        "value": value,
        "tracked_value": tracked,
        "joined": joined,
        "tracked": {"anyOf": [noted, {"type": "array", "minItems": 1, "items": noted}]},
        EACH: _each(JOINED),
        "nested": {"anyOf": [JOINED, {"$ref": f"#/$defs/{ELEMENTS}"}]},
        "each_nested": _each({"$ref": "#/$defs/nested"}),
        ELEMENTS: _elements(
            {"patternProperties": {f"^{ELEMENT}$": {"$ref": "#/$defs/each_nested"}}}
        ),
        "pair": _elements(
            {"properties": {name: {"$ref": "#/$defs/each_nested"} for name in PAIR}}, PAIR
        ),
    }


def _kind(kind: type[Value]) -> Schema:
    declared: Any = kind
    fields = {one.name: one for one in attrs.fields(declared) if "kind" in one.metadata}
    required = [name for name, one in fields.items() if one.default is attrs.NOTHING]
    forms: list[Schema] = []
    if fields:
        forms.append(_object({name: _option(one) for name, one in fields.items()}, required))
    if kind.main is not None:
        text = {"type": ["string", "number", "boolean"]} if kind.key == "static" else TEXT
        forms.append(text)
    if not required:
        forms.append({"const": True})
    says = (kind.__doc__ or "").partition("\n")[0]
    return {"description": says, "anyOf": forms}


def _option(field: attrs.Attribute[Any]) -> Schema:
    kinds: Mapping[str, Schema] = {
        "text": TEXT,
        "path": TEXT,
        "default": {"type": ["string", "number", "boolean"]},
        "integer": {"type": "integer", "minimum": 0, "maximum": MOST_DIGITS},
        "choice": {"enum": list(field.metadata["choices"])},
        "values": {"type": "array", "minItems": 1, "items": JOINED},
        "values by name": {"type": "object", "minProperties": 1, "additionalProperties": JOINED},
    }
    return {"description": field.metadata["says"], **kinds[field.metadata["kind"]]}
