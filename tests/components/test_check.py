"""``twilio-ops check`` and the JSON Schema: two checks that agree on what a component is."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML

from twilio_ops_cli.__main__ import main
from twilio_ops_components.catalog import objects
from twilio_ops_components.check import catalog_path, check_component
from twilio_ops_components.read import profile_names
from twilio_ops_components.schema import operation_schema

Write = Callable[..., Path]

FULL = """\
format: 1
operation: {object: Call, action: Query, name: calls-of-customer}
connection: production
profiles: {response: QueryCall.response.xsd}
fields: [Sid, To, Status, Price]
filters:
  - {StartTime: {after: {last_successful_run: true}}}
  - {To: {equals: [{element: Customer/Phone}, {element: {path: Customer/@x, default: ''}}]}}
page_size: 50
limit: 100
options: {return_application_error_responses: true, stop_on: nothing, tracking_direction: input}
archiving: {directory: archive/}
tracking: {customer: [{static: "C-"}, {element: Customer/Id}], sid: {output: Call/Sid}}
caching: {file: cache.db, indexes: {by-sid: [Call/Sid]}}
"""
MESSAGE = """\
format: 1
operation: {object: Message, action: Create}
parameters:
  To: {cache: {file: c.db, index: a, keys: [{property: p}], element: A/B}}
  From: +15005550006
  Body: [{relative_date: {before: 2, unit: days, mask: yyyy}}, {counter: n}, {unique: true},
    {table: {file: t.csv, match: {a: {document: true}}, column: b}}, {environment: X},
    {operation: {file: o.yaml, element: A/B}}, {current_date: true}, {last_run: true},
    {document_property: file_name}]
  MediaUrl: {each: [a, [b, c]]}
"""
WRONG = {
    "an unknown setting": ("limit: 100", "limitt: 100"),
    "an unknown object": ("object: Call,", "object: Cal,"),
    "an unknown action": ("action: Query", "action: Delet"),
    "another operator": ("{after:", "{equals:"),
    "an unknown filter": ("StartTime:", "StratTime:"),
    "an unknown field": ("Price]", "Prise]"),
    "a field twice": ("Price]", "Sid]"),
    "an unknown value": ("{element: Customer/Phone}", "{elemnt: Customer/Phone}"),
    "two values in one": ('{static: "C-"}', "{static: a, element: b}"),
    "a page too large": ("page_size: 50", "page_size: 5000"),
    "another choice": ("stop_on: nothing", "stop_on: never"),
    "no boolean": ("responses: true", "responses: yes"),
    "another profile": ("QueryCall.response.xsd", "QueryCalls.response.xsd"),
    "a setting of another action": ("limit: 100", "sid: CA1"),
    "no directory": ("{directory: archive/}", "{}"),
    "no index": ("{by-sid: [Call/Sid]}", "{}"),
    "a newer format": ("format: 1", "format: 2"),
    "an output before there is one": ("{element: Customer/Phone}", "{output: Call/Sid}"),
}


def plain(text: str) -> Any:
    """The file as an editor's YAML server reads it."""
    return YAML(typ="safe").load(text)


def agree(path: Path, schema: Any) -> bool:
    """Whether a file is right; both checks have to say the same."""
    text = path.read_text(encoding="utf-8")
    by_schema = jsonschema.Draft202012Validator(schema).is_valid(plain(text))
    found = check_component(path).mistakes
    assert by_schema == (not found), (text, [str(one) for one in found])
    return by_schema


@pytest.fixture(scope="module")
def schema() -> Any:
    """The schema of all objects."""
    found = operation_schema()
    jsonschema.Draft202012Validator.check_schema(found)
    return found


def test_what_is_right_is_right_for_both(write: Write, schema: Any) -> None:
    """Every setting and every kind of value."""
    assert agree(write(FULL), schema) and agree(write(MESSAGE), schema)


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_wrong_for_both(write: Write, what: str) -> None:
    """An editor underlines what ``check`` refuses."""
    old, new = WRONG[what]
    assert old in FULL
    names = ["Call"]
    assert not agree(write(FULL.replace(old, new)), operation_schema(names))


def test_every_operation_of_the_catalog_is_checked(write: Write, schema: Any) -> None:
    """With requests as inputs none needs anything more; a refused one is wrong for both."""
    validator = jsonschema.Draft202012Validator(schema)
    for name, row in objects().items():
        for action, one in row.actions.items():
            filters = [
                f"{{{name}: {{{one.filters[name][0]}: x}}}}" for name in one.required_filters
            ]
            more = f"filters: [{', '.join(filters)}]\n" if filters else ""
            text = f"format: 1\noperation: {{object: {name}, action: {action}}}\n{more}"
            found = check_component(write(text)).mistakes
            assert bool(one.refused) == bool(found), (text, found)
            assert validator.is_valid(plain(text)) == (not found), text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{object: Message, action: Create}\nparameters: {Body: hi}", "lacks To"),
        ("{object: Call, action: Create}\nparameters: {To: a, From: b}", "lacks one of Url, Twiml"),
        ("{object: Call, action: Update}\nparameters: {Status: completed}", "lacks sid"),
        ("{object: Call, action: Delete}\ninput: data", "lacks sid"),
        ("{object: Call, action: Delete}\ncaching: {file: a, indexes: {a: [b]}}", "nothing to cache"),
        ("{object: Call, action: Create}\nparameters: {Ulr: b}\ninput: request", "did you mean Url?"),
    ],
)  # fmt: skip
def test_what_is_missing(write: Write, schema: Any, text: str, said: str) -> None:
    """What a request needs is known before it is run."""
    path = write(f"format: 1\noperation: {text}\n")
    assert not agree(path, schema)
    assert any(said in str(one) for one in check_component(path).mistakes)


def test_the_command(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    """Mistakes on stdout, with an exit code; as JSON, too; what cannot be read is another code."""
    good, bad = write(FULL, "good.yaml"), write(FULL.replace("after", "equals"), "bad.yaml")
    assert 0 == main(["check", str(good)])
    assert "1 checked, fine." in capsys.readouterr().err
    assert 1 == main(["check", str(good), str(bad)])
    said = f"{bad}:7: filters[0].StartTime: StartTime has before, on, after; not equals\n"
    assert said == capsys.readouterr().out
    assert 1 == main(["check", "--json", str(bad)])
    (row,) = json.loads(capsys.readouterr().out)
    assert (7, "filters[0].StartTime", "mistake") == (row["line"], row["path"], row["severity"])
    assert 2 == main(["check", str(good.parent / "none.yaml")])
    assert 2 == main(["check"])
    capsys.readouterr()
    assert 0 == main(["check", "--schema"])
    assert operation_schema() == json.loads(capsys.readouterr().out)


def test_a_changed_catalog_is_told(write: Write) -> None:
    """What of a component no longer holds is a mistake; what else changed is noted, judged."""
    row = json.loads(json.dumps(objects()["Call"].row))
    row["fields"]["gone"] = {"type": "string", "xml": "Gone", "nullable": True}
    row["actions"]["Query"]["filters"]["Old"] = {"type": "string"}
    row["actions"]["Create"]["parameters"]["Away"] = {"type": "string"}
    digest = "sha256:" + "0" * 32
    text = FULL.replace("format: 1\n", f"format: 1\ncatalog: {digest}\n").replace("Price]", "Gone]")
    path = write(text)
    assert "what changed is not known" in str(check_component(path).notes[-1])
    catalog_path(path).write_text(json.dumps(row), encoding="utf-8")
    checked = check_component(path)
    (mistake,) = checked.mistakes
    assert "Call has no field 'Gone'" in str(mistake)
    notes = "\n".join(map(str, checked.notes))
    assert "breaking:" in notes and "Gone" in notes.title() and "Old" in notes
    assert "Away" not in notes  # of another action
    current = text.replace(digest, objects()["Call"].digest).replace("Gone]", "Price]")
    assert () == check_component(write(current)).notes


def test_another_profile_beside_it_is_told(write: Write) -> None:
    """The mapping tool and the run must mean the same profile."""
    path = write(FULL)
    name = profile_names(objects()["Call"].actions["Query"])["response"]
    (path.parent / name).write_text("<xs:schema/>", encoding="utf-8")
    (mistake,) = check_component(path).mistakes
    assert f"{name}:1: is not the profile of this catalog; run: twilio-ops new" in str(mistake)


def test_a_read_only_direction_is_told(write: Write, schema: Any) -> None:
    """A Delete has no output that could be tracked."""
    text = (
        "format: 1\noperation: {object: Call, action: Delete}\noptions: {tracking_direction: %s}\n"
    )
    assert agree(write(text % "input"), schema)
    path = write(text % "output")
    assert not agree(path, schema)
    assert "is read-only for Delete: input" in str(check_component(path).mistakes[0])
