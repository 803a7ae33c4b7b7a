"""A component file in the making: its text, what lies beside it, and the command that says the same."""

from __future__ import annotations

import json
import shlex
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from twilio_ops_components.catalog import objects
from twilio_ops_components.draft import (
    command_of,
    companions,
    completed,
    compose,
    settings_in,
    value_of,
)
from twilio_ops_components.errors import ComponentError
from twilio_ops_components.read import read_definition
from twilio_ops_components.schema import operation_schema

QUERY = {"object": "Call", "action": "Query"}
DIGEST = objects()["Call"].digest


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("text", "text"), ("5", "5"), ("true", "true"), ("", ""), (" [a]", " [a]"), ("a: b", "a: b"),
        ("[a, 5, {b: true}]", ["a", 5, {"b": True}]), ("{element: A/B}", {"element": "A/B"}), ("{}", {}),
    ],
)  # fmt: skip
def test_a_value_of_the_command_line(text: str, value: Any) -> None:
    """YAML in braces or brackets; all else is text as it is."""
    assert value_of(text) == value


def test_a_value_that_is_no_yaml_is_told() -> None:
    """By what it is for, as there is no file."""
    for text, said in (
        ("{a: b", "value:1: is not YAML: "),
        ("[a, a: b: c]", "value:1: is not YAML: "),
    ):
        with pytest.raises(ComponentError) as caught:
            value_of(text)
        assert str(caught.value).startswith(said)
    with pytest.raises(ComponentError) as caught:
        value_of("{a: 1, a: 2}")
    assert str(caught.value) == "value:1: a: is there twice"


def test_the_settings_of_a_file(tmp_path: Path) -> None:
    """As plain values; what is no mapping has none."""
    path = tmp_path / "a.yaml"
    path.write_text("format: 1\nlimit: '5'\nb: [1, x]\n", encoding="utf-8")
    assert settings_in(path) == {"format": 1, "limit": "5", "b": [1, "x"]}
    path.write_text("- a\n", encoding="utf-8")
    with pytest.raises(ComponentError) as caught:
        settings_in(path)
    assert str(caught.value) == f"{path}:1: expected a mapping of settings, not a list"


FULL: dict[str, Any] = {
    "caching": {"file": "c.db", "indexes": {"by": ["Call/Sid", "Call/To"]}},
    "tracking": {"a": "x", "b": ["C-", {"element": "A/B"}]},
    "archiving": {"directory": "archive", "secrets": True},
    "options": {"stop_on": "nothing"},
    "limit": 5,
    "page_size": 50,
    "filters": [{"To": {"equals": "+1"}}, {"StartTime": {"after": {"last_run": True}}}],
    "fields": ["Sid", "To"],
    "parent": {"element": "Account"},
    "connection": "main",
    "operation": {**QUERY, "name": "calls"},
}
TEXT = f"""\
# yaml-language-server: $schema=operation.schema.json
format: 1
catalog: {DIGEST}
operation: {{object: Call, action: Query, name: calls}}
connection: main
profiles: {{response: QueryCall.response.xsd}}
parent: {{element: Account}}
fields: [Sid, To]
filters:
- {{To: {{equals: '+1'}}}}
- {{StartTime: {{after: {{last_run: true}}}}}}
page_size: 50
limit: 5
options: {{stop_on: nothing}}
archiving: {{directory: archive, secrets: true}}
tracking:
  a: x
  b: [C-, {{element: A/B}}]
caching: {{file: c.db, indexes: {{by: [Call/Sid, Call/To]}}}}
"""


def test_the_text_of_a_new_file(tmp_path: Path) -> None:
    """Every setting in its order, a line each where it is short; without what is None."""
    path = tmp_path / "calls.yaml"
    assert compose(path, {**FULL, "input": None}) == TEXT
    path.write_text(TEXT, encoding="utf-8")
    assert compose(path, FULL) == TEXT, "nothing changed"
    assert settings_in(path) == completed(FULL)
    assert completed(FULL)["catalog"] == DIGEST
    assert completed({"operation": QUERY}) == {
        "format": 1, "catalog": DIGEST, "operation": QUERY,
        "profiles": {"response": "QueryCall.response.xsd"},
    }  # fmt: skip
    create = {"operation": {"object": "Message", "action": "Create"}, "parameters": {"To": "a", "MediaUrl": {"each": ["b", "c"]}}}  # fmt: skip
    assert compose(tmp_path / "new.yaml", create).endswith(
        "profiles: {request: CreateMessage.request.xsd, response: CreateMessage.response.xsd}\n"
        "parameters:\n  To: a\n  MediaUrl: {each: [b, c]}\n"
    )


@pytest.mark.parametrize(
    ("old", "settings", "new"),
    [
        ("limit: 10  # enough\n", {"limit": 5}, "limit: 5   # enough\n"),
        ("limit: '10'\nown: x  # kept\n", {"limit": None}, "own: x  # kept\n"),
        ('connection: "a"\n', {"connection": "a", "limit": 5}, 'connection: "a"\nlimit: 5\n'),
        (
            "options: {stop_on: any}  # so\n",
            {"options": {"stop_on": "any", "tracking_direction": "input"}},
            "options: {stop_on: any, tracking_direction: input} # so\n",
        ),
        ("filters:\n    - To: {equals: a}\n", {"filters": [{"To": {"equals": "b"}}]}, "filters:\n    - {To: {equals: b}}\n"),
        ("limit: 10\n", {"filters": [{"To": {"equals": "b"}}]}, "filters:\n- {To: {equals: b}}\nlimit: 10\n"),
        ("filters:\n- To: {equals: a}\n", {"filters": [{"To": {"equals": "b"}}]}, "filters:\n- {To: {equals: b}}\n"),
        ("tracking:\n    a: b # c\n", {"tracking": {"a": "b", "d": "e"}}, "tracking:\n    a: b # c\n    d: e\n"),
        ("tracking:\n    a: b\n    c: d\n", {"tracking": {"c": {"element": "E"}}}, "tracking:\n    c: {element: E}\n"),
        ("tracking: {a: {element: b}}\n", {"tracking": {"a": {"element": "c"}}}, "tracking: {a: {element: c}}\n"),
        ("tracking: {a: {element: b}}\n", {"tracking": {"a": ["c"]}}, "tracking: {a: [c]}\n"),
    ],
)  # fmt: skip
def test_what_changes_in_a_file_that_is_there(
    tmp_path: Path, old: str, settings: dict[str, Any], new: str
) -> None:
    """Its indents, comments and quotes stay as they are."""
    path = tmp_path / "a.yaml"
    head = f"format: 1\ncatalog: {DIGEST}\noperation: {{object: Call, action: Query}}\n"
    profiles = "profiles: {response: QueryCall.response.xsd}\n"
    path.write_text(head + profiles + old, encoding="utf-8")
    assert compose(path, {"operation": QUERY, **settings}).replace(head, "").replace(profiles, "") == new  # fmt: skip


def test_a_file_with_a_mark_at_its_beginning_is_edited(tmp_path: Path) -> None:
    """As editors on Windows write it."""
    path = tmp_path / "a.yaml"
    path.write_text("\ufeffformat: 1\noperation: {object: Call, action: Query}\n", encoding="utf-8")
    assert "limit: 5\n" in compose(path, {"operation": QUERY, "limit": 5})


def test_a_long_line_is_broken_behind_a_hundred_letters(tmp_path: Path) -> None:
    """As a person would."""
    fields = [*objects()["Call"].fields][:25]
    text = compose(tmp_path / "a.yaml", {"operation": QUERY, "fields": fields})
    lengths = [len(line) for line in text.splitlines() if line.startswith("fields")]
    assert 80 < lengths[0] <= 101


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("limit: 2031-13-31", "3: limit: "),
        ("limit: !!bool x", "3: limit: "),
        ("limit: !!timestamp x", "3: limit: "),
        ("limit: !!int ''", "3: limit: "),
        (f"limit: {'9' * 5000}", "3: limit: "),
        ("tracking: {a: 2031-13-31}", "1: holds a value that is not what its tag says"),
    ],
    ids=range(6),
)
def test_a_file_with_what_is_no_value_is_not_edited(
    tmp_path: Path, setting: str, said: str
) -> None:
    """The place is told, where the file's own mistakes tell it."""
    path = tmp_path / "a.yaml"
    path.write_text(
        f"format: 1\noperation: {{object: Call, action: Query}}\n{setting}\n", encoding="utf-8"
    )
    with pytest.raises(ComponentError) as caught:
        compose(path, {"format": 1, "operation": QUERY, "page_size": 5})
    assert str(caught.value).startswith(f"{path}:{said}")


def test_what_lies_beside_a_component(tmp_path: Path) -> None:
    """Profiles, the schema, the catalog's row, and a sample that nobody has made theirs."""
    path = tmp_path / "a.yaml"
    path.write_text("format: 1\noperation: {object: Message, action: Create}\n", encoding="utf-8")
    definition = read_definition(path)
    found = companions(definition)
    installed = files("twilio_ops")
    names = [
        "CreateMessage.request.xsd", "CreateMessage.response.xsd", "CreateMessage.request.xml",
        "operation.schema.json", "a.catalog.json",
    ]  # fmt: skip
    assert [*found] == [tmp_path / name for name in names]
    for name, room in zip(names[:3], ("profiles", "profiles", "samples"), strict=True):
        stored = installed.joinpath(room, "Message", name)
        assert found[tmp_path / name] == stored.read_text(encoding="utf-8")
    schema, row = found[tmp_path / names[3]], found[tmp_path / names[4]]
    assert schema == json.dumps(operation_schema(), separators=(",", ":")) + "\n"
    assert row.startswith('{\n "') and row.endswith("}\n")
    assert json.loads(row) == objects()["Message"].row
    (tmp_path / names[2]).touch()
    assert tmp_path / names[2] not in companions(definition)
    path.write_text("format: 1\noperation: {object: Message, action: Query}\n", encoding="utf-8")
    assert [one.name for one in companions(read_definition(path))] == [
        "QueryMessage.response.xsd", "QueryMessage.response.xml", "operation.schema.json", "a.catalog.json",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("settings", "flags"),
    [
        ({}, ""),
        ({"connection": "c", "input": "data", "page_size": 5, "limit": 0}, "--connection c --input data --page-size 5 --limit 0"),
        ({"sid": "a b", "parent": {"element": "A"}}, """--sid 'a b' --parent '{"element": "A"}'"""),
        ({"fields": ["A", "B"]}, "--fields A,B"),
        ({"fields": [], "filters": [], "parameters": {}, "tracking": {}, "options": {}}, ""),
        ({"filters": [{"A": {"equals": "x"}}, {"B": {"after": ["y", {"element": "Ä"}]}}]}, """--filter A.equals=x --filter 'B.after=["y", {"element": "Ä"}]'"""),
        ({"parameters": {"A": True, "B": False, "C": 5, "D": "[x", "E": "{y", "F": ""}}, """--parameter A=true --parameter B=false --parameter C=5 --parameter 'D={"static": "[x"}' --parameter 'E={"static": "{y"}' --parameter F="""),
        ({"tracking": {"a": "b"}}, "--track a=b"),
        ({"options": {"return_application_error_responses": True, "stop_on": "any", "tracking_direction": "input"}}, "--return-application-error-responses --stop-on any --tracking-direction input"),
        ({"options": {"return_application_error_responses": False}}, ""),
        ({"archiving": {"directory": "a"}}, "--archive a"),
        ({"archiving": {"directory": "a", "secrets": True}}, "--archive a --archive-secrets"),
        ({"archiving": {"directory": "a", "secrets": False}}, "--archive a"),
        ({"caching": {"file": "c", "indexes": {"a": ["b", "c"], "d": ["e"]}}}, "--cache c --index a=b,c --index d=e"),
        ({"parameters": {"A=B": "c"}}, None),
        ({"tracking": {"a=b": "c"}}, None),
        ({"caching": {"file": "c", "indexes": {"a=b": ["c"]}}}, None),
        ({"caching": {"file": "c", "indexes": {"a": ["b", "c,d"]}}}, None),
        ({"archiving": {"directory": "a", "enabled": True}}, None),
    ],
)  # fmt: skip
def test_the_command_that_makes_the_same(settings: dict[str, Any], flags: str | None) -> None:
    """A flag for each setting; where flags cannot say it, the file is its own answer."""
    path = Path("my calls.yaml")
    named = {**QUERY, "name": "n"}
    head = "twilio-ops new 'my calls.yaml' "
    if flags is None:
        assert command_of(path, {"operation": named, **settings}) == (
            f"{head}--answers 'my calls.yaml' --yes"
        )
        return
    said = command_of(path, {"operation": named, **settings})
    expected = f"{head}--object Call --action Query --name n {flags} --yes"
    assert shlex.split(said) == shlex.split(expected)
    assert said == shlex.join(shlex.split(said))
    unnamed = command_of(path, {"operation": QUERY, **settings})
    assert shlex.split(unnamed) == shlex.split(expected.replace("--name n ", ""))
