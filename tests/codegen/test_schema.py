"""The JSON Schemas take what the loader takes, and refuse what is misspelt."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml

from twilio_ops_codegen.catalog.json_schema import schema_texts

jsonschema: Any = import_module("jsonschema")
ROOT = Path(__file__).parents[2]
CATALOG = ROOT / "metadata"
FILES = [*CATALOG.glob("*.yaml"), *CATALOG.glob("[ow]*s/*.yaml"), *CATALOG.glob("api/*/*.yaml")]


def errors(schema: str, value: Any) -> list[str]:
    """What a schema has against a value."""
    validator = jsonschema.Draft202012Validator(json.loads(schema_texts()[schema]))
    return [error.message for error in validator.iter_errors(value)]


@pytest.mark.parametrize("schema", list(schema_texts()))
def test_every_file_of_a_kind_names_its_schema_and_fits(schema: str) -> None:
    """What is committed is accepted."""
    validator = jsonschema.Draft202012Validator(json.loads(schema_texts()[schema]))
    validator.check_schema(validator.schema)
    found = 0
    for file in FILES:
        text = file.read_text(encoding="utf-8")
        named = text.partition("\n")[0].partition("# yaml-language-server: $schema=")[2]
        assert named or file.name in ("import.yaml", "suppressions.yaml"), file
        if (file.parent / named).resolve() == CATALOG / "schema" / schema:
            found += 1
            assert [] == [error.message for error in validator.iter_errors(yaml.safe_load(text))]
    assert found


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("at: fields/price, set: {type: decimal, note: null}", True),
        ("at: fields/price, set: {tpye: decimal}", False),
        ("at: 'structs/*/fields/price', set: {type: number}", False),
        ("at: actions/Create/parameters/Mood, add: {type: string, required: true}", True),
        ("at: actions/Create/parameters/Mood, add: {required: true}", False),
        ("at: enums/mood, add: calm", True),
        ("at: enums/mood, add: [calm, brisk]", True),
        ("at: enums/mood, add: [1]", False),
        ("at: enums/mood, remove: calm", True),
        ("at: enums/mood, remove: true", True),
        ("at: enums/mood, remove: false", False),
        ("set: {object: Mood}", True),
        ("set: {objetc: Mood}", False),
        ("at: fields/price, sett: {type: decimal}", False),
        ("at: fields/price, set: {type: decimal}, remove: true", False),
        ("at: fields/price", False),
    ],
)
def test_rows_of_overlays(text: str, fits: bool) -> None:
    """What a row may say depends on the place it is about."""
    (row,) = yaml.safe_load(f"[{{object: Call, reason: r, source: s, {text}}}]")
    found = errors("overlay.json", [row])
    assert fits == (not found), found


def test_misspelt_keys_are_refused() -> None:
    """In the service and in error codes, too."""
    service = yaml.safe_load((CATALOG / "catalog.yaml").read_text(encoding="utf-8"))
    assert errors("catalog.json", {**service, "hots": "a.example.com"})
    assert errors("errors.json", {"21999": {"status": 400, "mesage": "x"}})
    assert errors("errors.json", {"abc": {"status": 400, "message": "x"}})
