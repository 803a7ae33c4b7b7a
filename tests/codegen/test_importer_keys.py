"""Every key of an OpenAPI document: with and without it, the catalog is another one, or the report and a digest are.

A key that changes none of them says nothing to whoever calls the service, and is listed here with the reason.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.codegen.importer_support import (
    CONVENTIONS,
    JSON,
    SID,
    TEXT,
    Node,
    document,
    listing,
    operation,
    parameter,
    record,
    ref,
    write,
)
from twilio_ops_codegen.importer.conventions import load_conventions
from twilio_ops_codegen.importer.extract import take

URL = "https://acme.example.com/more"
NUMBER: Node = {"type": "integer"}
SCHEMAS: dict[str, Node] = {
    "text": TEXT,
    "number": NUMBER,
    "flag": {"type": "boolean"},
    "list": {"type": "array", "items": TEXT},
    "part": record(a=TEXT),
    "free": {"type": "object"},
    "map": {"type": "object", "additionalProperties": TEXT},
    "enum": {"type": "string", "enum": ["a", "b"]},
    "number_enum": NUMBER | {"enum": [1]},
    "when": TEXT | {"format": "date-time"},
    "day": TEXT | {"format": "date"},
    "known": TEXT | {"format": "http-method"},
    "sid": SID,
    "any": {},
    "union": {"oneOf": [TEXT, NUMBER]},
    "two": {"oneOf": [record(a=TEXT), record(b=TEXT)]},
    "all": {"allOf": [record(a=TEXT), record(b=TEXT)]},
    "other": ref("Other"),
}
"""A field, or a parameter, of each kind."""
LIST, ITEM = ("paths", "/v1/Parcels"), ("paths", "/v1/Parcels/{Sid}")
GET, POST = (*LIST, "get"), (*LIST, "post")
BODY, ANSWER = (*POST, "requestBody"), (*POST, "responses", "201")
SENT, ANSWERED = (*BODY, "content", JSON), (*ANSWER, "content", JSON)
KEY = (*ITEM, "parameters", 0)

Place = tuple[str | int, ...]

PROSE = "It is for people."
TOOLS = "An extension speaks to the tools of whoever wrote it; those of the source that say something are read."
UNUSED = "Nothing refers to it."
ONE_VALUE = "How several values are spelled says nothing of one."
ALIKE = "It says what holds without it."
OTHER_SIDE = "It is not on the other side, whose row lacks it."
WRITTEN = "What is sent has the named fields alone; what is answered beside them is kept."
SILENT: dict[tuple[str, str], str] = {
    **{("*", key): PROSE for key in ("title", "summary", "description", "externalDocs", "example", "examples", "$comment", "tags")},
    ("*", "x-odd"): TOOLS,
    **{("info", key): PROSE for key in ("termsOfService", "contact", "license")},
    ("info", "version"): "The version of the paths counts.",
    **{("components", key): UNUSED for key in ("responses", "parameters", "headers", "links", "callbacks", "pathItems")},
    ("scheme", "bearerFormat"): "It is of another scheme.",
    **{(name, key): ONE_VALUE for name in ("filter", "header") for key in ("style", "explode")},
    ("*", "$schema"): "It names the dialect that is read.",
    ("schema", "writeOnly"): OTHER_SIDE,
    ("schema", "readOnly"): OTHER_SIDE,
    ("schema", "additionalProperties"): WRITTEN,
    ("schema of a filter", "nullable"): "A query has no null.",
}  # fmt: skip

PLACES: dict[str, tuple[Place, Node]] = {
    "document": ((), {"jsonSchemaDialect": "https://a.example.com", "webhooks": {"a": {"post": {"responses": {}}}}, "tags": [{"name": "a"}], "externalDocs": {"url": URL}, "x-odd": 1, "components2": {"a": 1}}),
    "info": (("info",), {"summary": "a", "description": "b", "termsOfService": "c", "contact": {"name": "d"}, "license": {"name": "e"}, "version": "2.0.0", "x-odd": 1}),
    "server": (("servers", 0), {"url": URL, "description": "a", "variables": {"a": {"default": "b", "enum": ["b", "c"]}}, "x-odd": 1}),
    "components": (("components",), {"responses": {"a": {}}, "parameters": {"a": {"name": "a", "in": "query"}}, "examples": {"a": 1}, "headers": {"a": {}}, "links": {"a": {}}, "callbacks": {"a": {}}, "pathItems": {"a": {}}, "x-odd": 1}),
    "scheme": (("components", "securitySchemes", "basic"), {"type": "apiKey", "scheme": "digest", "description": "a", "bearerFormat": "a", "x-odd": 1}),
    "path": (LIST, {"summary": "a", "description": "b", "servers": [{"url": URL}], "parameters": [parameter("More")], "head": operation("HeadParcel"), "options": operation("OptionsParcel"), "trace": operation("TraceParcel"), "put": operation("UpdateParcel"), "query": operation("SearchParcel"), "x-odd": 1}),
    "operation": (POST, {"tags": ["a"], "summary": "a", "description": "b", "externalDocs": {"url": URL}, "callbacks": {"a": {"b": {"post": {"responses": {}}}}}, "deprecated": True, "security": [], "servers": [{"url": URL}], "parameters": [parameter("More")], "x-odd": 1, "operationId": "CreateBox"}),
    "filter": ((*GET, "parameters", 0), {"name": "Odd", "in": "header", "description": "a", "required": True, "deprecated": True, "allowEmptyValue": True, "style": "spaceDelimited", "explode": False, "allowReserved": True, "example": "a", "examples": {"a": 1}, "x-odd": 1}),
    "filter of several values": ((*GET, "parameters", 1), {"style": "pipeDelimited", "explode": False, "allowReserved": True}),
    "filter that is an object": ((*GET, "parameters", 2), {"style": "spaceDelimited", "explode": False}),
    "filter without a schema": ((*GET, "parameters", 3), {"content": {JSON: {"schema": TEXT}}, "schema": NUMBER}),
    "header": ((*POST, "parameters", 0), {"description": "a", "required": True, "deprecated": True, "allowEmptyValue": True, "style": "simple", "explode": True, "allowReserved": True, "example": "a", "x-odd": 1}),
    "key": (KEY, {"description": "a", "deprecated": True, "style": "label", "explode": True, "allowReserved": True, "example": "a", "x-odd": 1}),
    "body": (BODY, {"description": "a", "required": True, "x-odd": 1}),
    "media of a body": (SENT, {"example": 1, "examples": {"a": 1}, "encoding": {"text": {"contentType": "a/b"}}, "itemSchema": TEXT, "x-odd": 1}),
    "encoding": ((*SENT, "encoding", "text"), {"contentType": "a/c", "headers": {"A": {}}, "style": "spaceDelimited", "explode": False, "allowReserved": True}),
    "answer": (ANSWER, {"description": "a", "summary": "a", "headers": {"A": {}}, "links": {"b": {}}, "x-odd": 1}),
    "media of an answer": (ANSWERED, {"example": 1, "examples": {"a": 1}, "encoding": {"a": {}}, "itemSchema": TEXT, "x-odd": 1}),
    "header field": ((*ANSWER, "headers", "Retry-After"), {"description": "a", "required": True, "deprecated": True, "schema": NUMBER, "style": "simple", "explode": True, "example": 1, "content": {JSON: {}}}),
    "header field for browsers": ((*ANSWER, "headers", "Access-Control-Allow-Origin"), {"description": "a", "required": True, "schema": NUMBER}),
    "link": ((*ANSWER, "links", "a"), {"operationRef": "a", "operationId": "b", "parameters": {"a": 1}, "requestBody": 1, "server": {"url": URL}, "description": "a"}),
    "schema of a key": ((*KEY, "schema"), {"minLength": 1, "maxLength": 40, "format": "odd", "default": "a", "nullable": True, "deprecated": True, "enum": ["a"], "xml": {"name": "a"}}),
    "schema of a filter": ((*GET, "parameters", 0, "schema"), {"minLength": 1, "maxLength": 40, "format": "odd", "default": "a", "nullable": True, "deprecated": True, "enum": ["a"], "pattern": "^a$", "xml": {"name": "a"}}),
}  # fmt: skip
"""Where there is an object of a document, and what more it may say."""

KEYWORDS: Node = {
    "title": "a", "description": "b", "externalDocs": {"url": URL}, "example": "a", "examples": ["a"], "deprecated": True,
    "readOnly": True, "writeOnly": True, "xml": {"name": "a"}, "nullable": True, "$comment": "a", "$schema": "a",
    "$id": "a", "$anchor": "a", "$dynamicAnchor": "a", "$vocabulary": {"a": True}, "$defs": {"a": {}}, "x-odd": 1,
    "not": {"type": "integer"}, "if": {"minLength": 1}, "then": {"minLength": 2}, "else": {"minLength": 3},
    "default": "a", "enum": ["b"], "const": "c", "format": "odd", "pattern": "^a$", "minLength": 1, "maxLength": 2,
    "contentEncoding": "base64", "contentMediaType": "a/b", "contentSchema": {"type": "string"},
    "minimum": 1, "maximum": 3, "exclusiveMinimum": 1, "exclusiveMaximum": True, "multipleOf": 2,
    "minItems": 1, "maxItems": 2, "uniqueItems": True, "prefixItems": [TEXT], "contains": TEXT, "minContains": 1,
    "maxContains": 2, "unevaluatedItems": {"type": "integer"}, "items": SID,
    "minProperties": 1, "maxProperties": 2, "required": ["a"], "additionalProperties": False, "properties": {"c": TEXT},
    "patternProperties": {"^a": TEXT}, "propertyNames": {"maxLength": 5}, "unevaluatedProperties": {"type": "integer"},
    "dependentSchemas": {"a": {"minProperties": 2}}, "dependentRequired": {"a": ["b"]},
    "discriminator": {"propertyName": "a"}, "allOf": [{"minLength": 7}], "oneOf": [{"minLength": 7}], "anyOf": [{"minLength": 7}],
}  # fmt: skip
"""What a schema may say, in any version of the format."""
for _side, _schema in (
    ("sent", (*SENT, "schema")),
    ("answered", ("components", "schemas", "Parcel")),
):
    PLACES[f"schema of all that is {_side}"] = _schema, KEYWORDS
    PLACES[f"schema of values that are {_side}"] = (
        *_schema,
        "properties",
        "list",
        "items",
    ), KEYWORDS
    for _name in SCHEMAS:
        PLACES[f"schema of {_name} that is {_side}"] = (*_schema, "properties", _name), KEYWORDS

SAID = ("links", "contentType", "headers", "style", "explode", "allowReserved")
"""What is named alike whatever it says."""


def plain(kinds: frozenset[str]) -> Node:
    """A document with a field, and a parameter, of each of some kinds."""
    some = {name: schema for name, schema in SCHEMAS.items() if name in kinds}
    made = document(
        {
            LIST[1]: {
                "get": operation(
                    "ListParcel",
                    listing(ref("Parcel")),
                    parameters=[
                        parameter("Kind"),
                        parameter("Many", schema={"type": "array", "items": TEXT}),
                        parameter("Where", schema=record(a=TEXT)),
                        {"name": "Bare", "in": "query"},
                    ],
                ),
                "post": operation(
                    "CreateParcel",
                    ref("Parcel"),
                    status="201",
                    media=JSON,
                    body=record(**some),
                    parameters=[parameter("X-Odd", "header")],
                ),
            },
            ITEM[1]: {
                "parameters": [parameter("Sid", "path", SID)],
                "get": operation("FetchParcel", ref("Parcel")),
            },
        },
        schemas={"Parcel": record(**some), "Other": record(b=TEXT)},
        securitySchemes={"basic": {"type": "http", "scheme": "basic"}},
    )
    made["security"] = [{"basic": []}]
    around: Any = made["paths"][LIST[1]]["post"]
    around["requestBody"]["content"][JSON]["encoding"] = {"text": {}}
    around["responses"]["201"]["headers"] = {"Retry-After": {}, "Access-Control-Allow-Origin": {}}
    around["responses"]["201"]["links"] = {"a": {}}
    copied: Node = json.loads(json.dumps(made))  # parts are shared
    return copied


class Reader:
    """What an import makes of documents."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.conventions = load_conventions(CONVENTIONS)
        self.usual = cache(lambda kinds: self.read(plain(kinds)))

    def read(self, value: Node) -> tuple[Any, Any, list[str]]:
        """The rows without digests; the digests; the report."""
        facts = take(write(self.folder, value), self.conventions)
        rows = facts.service, {name: {**row, "left_out": {}} for name, row in facts.objects.items()}
        left = {name: row["left_out"] for name, row in facts.objects.items()}, facts.left_out
        return rows, left, sorted(map(str, (*facts.not_taken, *facts.remarks)))


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """One folder for all documents."""
    return Reader(tmp_path_factory.mktemp("keys"))


def kinds_at(place: str) -> frozenset[str]:
    """The kinds of which a document needs a field: the one that the key is put in, or some."""
    kind = place.removeprefix("schema of ").split(" that is ")[0]
    return frozenset([kind] if kind in SCHEMAS else ["text", "list", "part", "other"])


def why_silent(place: str, key: str) -> str | None:
    """Why a key says nothing to callers."""
    kind = "schema" if place.startswith("schema of") else place
    for name in ("*", kind, place):
        if (name, key) in SILENT:
            return SILENT[name, key]
    return None


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
def test_every_key_is_held_or_told_or_says_nothing(place: str, reader: Reader) -> None:
    """In a row, or in the report and as a digest; each key alone."""
    lost: list[str] = []
    needless: list[str] = []
    where, more = PLACES[place]
    kinds = kinds_at(place)
    usual = reader.usual(kinds)
    for key, said in more.items():
        made = plain(kinds)
        around: Any = made
        for step in where:
            around = around[step]
        if around.get(key) == said:
            continue
        around[key] = said
        rows, left, report = reader.read(made)
        held = rows != usual[0]
        compared = left != usual[1]
        named = report != usual[2] or place.startswith(("link", "header field")) or key in SAID
        why = why_silent(place, key)
        if why is None and not held and not (compared and named):
            lost.append(key)
        if why == PROSE and (held or compared):
            needless.append(key)
    assert (lost, needless) == ([], [])
