"""Every object and action of the catalog is answered, in JSON and in XML, as its profiles say."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import xmlschema
from emulator_client import Client
from emulator_tour import Tour
from lxml import etree

from twilio_ops_emulator import catalog_data as facts
from twilio_ops_emulator.coverage import coverage, table
from twilio_ops_emulator.model import Catalog

jsonschema: Any = import_module("jsonschema")
CATALOG = Catalog(facts.catalog())
PROFILES = files("twilio_ops") / "profiles"
ACTIONS = [
    pytest.param(model.key, action.name, id=f"{model.name}-{action.name}")
    for model in CATALOG.objects.values()
    for action in model.actions.values()
]
every_action = pytest.mark.parametrize(("key", "name"), ACTIONS)


@pytest.fixture
def tour(client: Client) -> Tour:
    """A tour of an emulator of its own."""
    return Tour(client)


@every_action
@pytest.mark.parametrize("suffix", [".json", ".xml", ""])
def test_an_action_is_answered_with_its_status(
    tour: Tour, key: str, name: str, suffix: str
) -> None:
    """The status the catalog has for it, or 405 for what the service refuses, too."""
    action = tour.catalog.by_key[key].actions[name]
    if suffix == "" and action.key in ("Recording.Get", "CallRecording.Get", "Media.Get"):
        pytest.skip("without a suffix these are sounds and pictures")
    if suffix == "" and action.key == "ConferenceRecording.Get":
        pytest.skip("without a suffix these are sounds and pictures")
    answer = tour.perform(action, suffix)
    if action.refused:
        assert 405 == answer.status
    else:
        assert answer.status in action.status, answer
    if 300 <= answer.status < 400:
        assert answer.headers["Location"] == tour.perform(action, ".json").json[action.redirect]
    if answer.status == 204:
        assert b"" == answer.body
    elif suffix == ".json":
        assert answer.json
    else:
        assert CATALOG.xml_root == answer.xml.tag


@pytest.mark.slow
@every_action
def test_xml_is_valid_for_both_validators(tour: Tour, key: str, name: str) -> None:
    """Records and lists, fresh and after life has gone on."""
    model = tour.catalog.by_key[key]
    action = model.actions[name]
    profile = PROFILES / model.name / f"{name}{model.name}.response.xsd"
    if action.refused or not profile.is_file():
        pytest.skip("answers nothing")
    answers = [tour.perform(action, ".xml")]
    if name in ("Get", "Query"):
        tour.emulator.advance(3600)
        answers.append(tour.perform(action, ".xml"))
    for answer in answers:
        if action.cardinality != "many":
            _check_profile(profile.read_bytes(), answer.xml)
            continue
        (wrapper,) = answer.xml
        for record in list(wrapper):
            document = etree.Element(answer.xml.tag)
            document.append(record)
            _check_profile(profile.read_bytes(), document)


def _check_profile(profile: bytes, document: etree._Element) -> None:
    schema = etree.XMLSchema(etree.fromstring(profile))
    assert schema.validate(document), schema.error_log
    xmlschema.XMLSchema10(profile.decode()).validate(etree.tostring(document, encoding="unicode"))


@every_action
def test_json_has_what_the_source_describes(tour: Tour, key: str, name: str, shared: Path) -> None:
    """Every answer fits the schema that the OpenAPI document has for it.

    Two habits of the service are let pass, which its own examples show: numbers travel as text, and
    references to enumerations may be null.
    """
    action = tour.catalog.by_key[key].actions[name]
    if action.operation is None or action.refused or action.cardinality == "none":
        pytest.skip("the source does not describe an answer")
    document = _openapi(str(shared))
    answers = [tour.perform(action)]
    if name in ("Get", "Query"):
        tour.emulator.advance(3600)
        answers.append(tour.perform(action))
    operation = _operation(document, action.operation)
    for answer in answers:
        content = operation["responses"][str(answer.status)]["content"]["application/json"]
        schema = {**_relaxed(content["schema"]), **_components(str(shared))}
        jsonschema.Draft202012Validator(schema).validate(answer.json)


@cache
def _openapi(shared: str) -> Any:
    return json.loads(
        (Path(shared) / "openapi" / "twilio_api_v2010.json").read_text(encoding="utf-8")
    )


@cache
def _components(shared: str) -> dict[str, Any]:
    return {"components": _relaxed(_openapi(shared)["components"])}


def _operation(document: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    for path in document["paths"].values():
        for operation in path.values():
            if isinstance(operation, dict) and operation.get("operationId") == name:
                return operation
    raise LookupError(name)


def _relaxed(schema: Any) -> Any:
    """An OpenAPI 3.0 schema in JSON Schema's own words."""
    if isinstance(schema, list):
        return [_relaxed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    relaxed = {name: _relaxed(part) for name, part in schema.items() if name != "example"}
    kind = relaxed.get("type")
    if isinstance(kind, str):
        kinds = [kind, *(["string"] if kind == "number" else [])]
        if relaxed.get("nullable"):
            kinds.append("null")
        relaxed["type"] = kinds
    if "enum" in relaxed:
        relaxed["enum"] = [*relaxed["enum"], None]
        relaxed["type"] = ["string", "null"]
    if "pattern" in relaxed and isinstance(relaxed.get("properties"), dict):
        relaxed.pop("pattern")
    return relaxed


def test_the_table_of_what_is_emulated_is_whole() -> None:
    """Every action of the catalog is in it once."""
    rows = coverage(CATALOG)
    assert len(ACTIONS) == len(rows)
    assert {"own", "general", "refused"} == {row["emulated"] for row in rows}
    assert "| Call | x | x | x | x | x |" in table(CATALOG)


def test_modules_of_behaviour_serve_objects_of_the_catalog() -> None:
    """None is left over when the catalog loses an object."""
    from twilio_ops_emulator.behaviour import MODULES

    assert set() == set(MODULES) - set(CATALOG.by_key)
