"""The JSON Schemas take what the loader takes, and refuse what is misspelt."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml

from twilio_ops_codegen.catalog import model
from twilio_ops_codegen.catalog.errors import Mistake
from twilio_ops_codegen.catalog.json_schema import schema_texts
from twilio_ops_codegen.catalog.located_yaml import read
from twilio_ops_codegen.catalog.structuring import structured

jsonschema: Any = import_module("jsonschema")
ROOT = Path(__file__).parents[2]
CATALOG = ROOT / "metadata"
FILES = [*CATALOG.glob("*.yaml"), *CATALOG.glob("[ow]*s/*.yaml"), *CATALOG.glob("api/*/*.yaml")]


def errors(schema: str, value: Any) -> list[str]:
    """What a schema has against a value."""
    validator = jsonschema.Draft202012Validator(json.loads(schema_texts()[schema]))
    return [error.message for error in validator.iter_errors(value)]


@pytest.mark.slow
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


def test_an_action_is_one_of_the_five() -> None:
    """A table of actions has no other names, in an object's file and in its words."""
    row = {"method": "GET", "path": "/x"}
    whole = {"object": "Mood", "source": "Mood", "path": "/x"}
    said = {"objects": {"Mood": {"actions": {"Get": {"doc": "It reads."}}}}}
    for schema, value, actions in (
        ("object.json", found := {**whole, "actions": {"Get": row}}, found["actions"]),
        ("words.json", said, said["objects"]["Mood"]["actions"]),
    ):
        assert errors(schema, value) == []
        actions["Fly"] = actions["Get"]
        assert len(errors(schema, value)) == 1


def test_misspelt_keys_are_refused() -> None:
    """In the service and in error codes, too."""
    service = yaml.safe_load((CATALOG / "catalog.yaml").read_text(encoding="utf-8"))
    assert errors("catalog.json", {**service, "hots": "a.example.com"})
    assert errors("errors.json", {"21999": {"status": 400, "mesage": "x"}})
    assert errors("errors.json", {"abc": {"status": 400, "message": "x"}})


MADE_UP = ROOT / "tests" / "cases" / "parcels" / "metadata"
Place = tuple[str | int, ...]
SHAPES = [pytest.param("object.json", "api/v1/Parcel.yaml", model.Object, marks=pytest.mark.slow), ("object.json", "api/v1/Label.yaml", model.Object),
         ("catalog.json", "catalog.yaml", model.Service)]  # fmt: skip


def places(value: Any, place: Place = ()) -> Iterator[Place]:
    """Everything in a file."""
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()  # fmt: skip
    for key, inner in entries:
        yield (*place, key)
        yield from places(inner, (*place, key))


def variants(value: Any) -> Iterator[tuple[Place, Any]]:
    """A file with something else at each place, with a key more, and without each key."""
    for place in places(value):
        for change in ("without", "key", 5, True, "odd", [5], {"odd": 1}):
            made = copy.deepcopy(value)
            around = made
            for step in place[:-1]:
                around = around[step]
            if change == "without":
                del around[place[-1]]
            elif change == "key":
                if not isinstance(around[place[-1]], dict):
                    continue
                around[place[-1]]["odd"] = 5
            else:
                around[place[-1]] = change
            yield (*place, f"={change}"), made


@pytest.mark.parametrize(("schema", "file", "kind"), SHAPES)
def test_schemas_and_the_loader_judge_alike(
    tmp_path: Path, schema: str, file: str, kind: Any
) -> None:
    """Whatever stands at a place that another thing should, is missing, or is no key."""
    value = yaml.safe_load((MADE_UP / file).read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(json.loads(schema_texts()[schema]))
    path = tmp_path / "a.yaml"
    verdicts = {True: 0, False: 0}
    for place, made in [((), value), *variants(value)]:
        path.write_text(json.dumps(made), encoding="utf-8")
        mistakes: list[Mistake] = []
        tree = read(path, "a.yaml", mistakes)
        assert tree is not None
        structured(tree, kind, mistakes)
        fits = validator.is_valid(made)
        assert fits is (not mistakes), (place, [str(one) for one in mistakes])
        verdicts[fits] += 1
    assert min(verdicts.values()) > 10
