"""The JSON Schema of component files beside the check: what is right for one is right for both."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from functools import cache
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from twilio_ops_components.catalog import ActionRow, objects
from twilio_ops_components.check import check_component
from twilio_ops_components.schema import operation_schema
from twilio_ops_components.settings import SETTINGS

jsonschema: Any = import_module("jsonschema")  # which has no types
Write = Callable[..., Path]

CATALOG: dict[str, Any] = json.loads(
    files("twilio_ops").joinpath("_catalog.json").read_text(encoding="utf-8")
)["objects"]
SOME = ["Message", "Payments", "SipDomain"]
GIVEN = {"property": "p"}
"""A value that no check can judge."""


@cache
def validator(name: str) -> Any:
    """What judges by the schema of one object."""
    return jsonschema.Draft202012Validator(operation_schema([name]))


def value(row: Mapping[str, Any]) -> Any:
    """A value of a parameter, in the form that its type needs."""
    nested = {"elements": {"Name": GIVEN, "Value": GIVEN}}
    if row["type"] == "pairs":
        return {"each": [nested]}
    return nested if row["type"] in ("any", "object", "list", "map") else GIVEN


def whole(name: str, action: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """A component with all that an operation can have."""
    found: dict[str, Any] = {
        "format": 1,
        "catalog": "sha256:" + "0" * 32,
        "operation": {"object": name, "action": action, "name": "its-own"},
        "connection": "main",
        "options": {
            "return_application_error_responses": True,
            "stop_on": "nothing",
            "tracking_direction": "input",
        },
        "archiving": {"directory": "archive", "enabled": True, "secrets": False},
        "tracking": {"customer": [GIVEN, {"static": "a"}]},
    }
    cardinality = row.get("cardinality", "one")
    reads = action in ("Get", "Query")
    profiles = {} if reads else {"request": f"{action}{name}.request.xsd"}
    if cardinality != "none":
        profiles["response"] = f"{action}{name}.response.xsd"
        found["caching"] = {"file": "c.db", "indexes": {"by": ["A/B"]}}
        found["tracking"]["out"] = {"output": "A/B"}
        found["options"]["tracking_direction"] = "output"
    found["profiles"] = profiles
    found["parent" if action in ("Query", "Create") else "sid"] = [GIVEN]
    if reads:
        found["fields"] = [field["xml"] for field in CATALOG[name]["fields"].values()]
    else:
        found["input"] = "data"
    if cardinality == "many":
        found |= {"page_size": 50, "limit": 0}
        if filters := ActionRow(name, action, row).filters:
            found["filters"] = [
                {one: {operator: GIVEN}} for one, known in filters.items() for operator in known
            ]
    if parameters := ActionRow(name, action, row).parameters:
        found["parameters"] = {one: value(each) for one, each in parameters.items()}
    return found


def permitted(name: str) -> list[tuple[str, dict[str, Any]]]:
    """The actions of an object that are not refused."""
    rows = CATALOG[name]["actions"].items()
    return [(action, row) for action, row in rows if not row.get("refused")]


def judged(write: Write, document: Any) -> tuple[bool, list[str]]:
    """Whether the schema takes a document, and what the check says of it."""
    path = write(json.dumps(document))
    taken = validator(document["operation"]["object"]).is_valid(document)
    return taken, [str(one).removeprefix(f"{path}:") for one in check_component(path).mistakes]


@pytest.mark.parametrize(
    "name", [pytest.param(one, marks=() if one in SOME else pytest.mark.slow) for one in CATALOG]
)
def test_all_that_an_operation_can_have_is_right(write: Write, name: str) -> None:
    """Every setting, field, filter with each operator, and parameter, of every action."""
    for action, row in permitted(name):
        document = whole(name, action, row)
        assert judged(write, document) == (True, []), action


DELETE = "CA" + "0" * 32
CHANGED: list[tuple[str, str, dict[str, Any], bool]] = [
    ("Message", "Create", {"parameters": None, "input": None, "parent": None}, True),
    ("Message", "Create", {"parameters": None, "input": None}, False),
    ("Message", "Create", {"parameters": None}, False),
    ("Message", "Create", {"parameters": {"To": "a", "From": "b", "Body": "c"}, "input": None}, True),
    ("Message", "Create", {"parameters": {"To": "a"}}, False),
    ("Message", "Create", {"parameters": {"To": "a", "From": "b"}}, False),
    ("Message", "Create", {"parameters": {"To": "a", "From": "b", "Body": {"each": ["c"]}}}, False),
    ("Message", "Create", {"parameters": {"To": "a", "From": "b", "MediaUrl": {"each": ["c", "d"]}}}, True),
    ("Message", "Create", {"parameters": {"To": "a", "From": "b", "MediaUrl": "c"}}, True),
    ("Message", "Create", {"parameters": {"To": "a", "From": "b", "MediaUrl": {"each": "c"}}}, False),
    ("Message", "Create", {"parameters": {"Odd": "a"}, "input": "request"}, False),
    ("Message", "Create", {"input": "odd"}, False),
    ("Message", "Create", {"input": True}, False),
    ("Message", "Create", {"profiles": {"request": ""}}, False),
    ("Message", "Create", {"fields": ["Sid"]}, False),
    ("Message", "Create", {"sid": "a"}, False),
    ("Message", "Query", {"input": "data"}, False),
    ("Message", "Query", {"sid": GIVEN}, False),
    ("Message", "Query", {"fields": None, "filters": None, "limit": None, "page_size": None}, True),
    ("Message", "Query", {"fields": []}, False),
    ("Message", "Query", {"fields": ["Sid", "Sid"]}, False),
    ("Message", "Query", {"filters": [{"To": {"equals": "a"}, "From": {"equals": "b"}}]}, False),
    ("Message", "Query", {"filters": [{}]}, False),
    ("Message", "Query", {"filters": [{"To": {}}]}, False),
    ("Message", "Query", {"filters": [{"DateSent": {"before": GIVEN, "after": GIVEN}}]}, False),
    ("Message", "Query", {"page_size": 0}, False),
    ("Message", "Query", {"page_size": 1001}, False),
    ("Message", "Query", {"page_size": 1000}, True),
    ("Message", "Query", {"page_size": 1}, True),
    ("Message", "Query", {"page_size": "50"}, False),
    ("Message", "Query", {"limit": -1}, False),
    ("Message", "Query", {"limit": 1.5}, False),
    ("Message", "Query", {"fields": "Sid"}, False),
    ("Message", "Query", {"filters": {"To": {"equals": "a"}}}, False),
    ("Message", "Get", {"limit": 1}, False),
    ("Message", "Get", {"odd": 1}, False),
    ("Message", "Get", {"operation": {"object": "Message", "action": "Get", "odd": 1}}, False),
    ("Message", "Get", {"parent": GIVEN}, False),
    ("Message", "Get", {"sid": []}, False),
    ("Message", "Get", {"tracking": {"a": []}}, False),
    ("Message", "Get", {"tracking": {"a": {"output": "A/B"}}}, True),
    ("Message", "Get", {"sid": {"output": "A/B"}}, False),
    ("Message", "Get", {"sid": {}}, False),
    *(
        ("Message", "Get", {"sid": {"counter": {"name": "c", "start": start}}}, is_right)
        for start, is_right in ((0, True), (-1, False), (1.5, False), (10**12, True), (10**12 + 1, False))
    ),
    ("Message", "Get", {"sid": {"property": "p", "element": "e"}}, False),
    ("Message", "Get", {"sid": {"element": {"path": ""}}}, False),
    ("Message", "Get", {"sid": {"element": {"path": "A/B", "default": 5}}}, True),
    ("Message", "Get", {"sid": {"element": {"path": "A/B", "default": ["a"]}}}, False),
    ("Message", "Get", {"sid": {"relative_date": {"before": 0, "unit": "weeks"}}}, True),
    ("Message", "Get", {"sid": {"relative_date": {"before": -1, "unit": "weeks"}}}, False),
    ("Message", "Get", {"sid": {"relative_date": {"before": "1", "unit": "weeks"}}}, False),
    ("Message", "Get", {"sid": {"relative_date": {"before": 1, "unit": "week"}}}, False),
    ("Message", "Get", {"sid": {"relative_date": {"before": 1}}}, False),
    ("Message", "Get", {"sid": {"cache": {"file": "d.db", "index": "i", "keys": ["a"], "element": "A"}}}, True),
    ("Message", "Get", {"sid": {"cache": {"file": "d.db", "index": "i", "keys": "a", "element": "A"}}}, False),
    ("Message", "Get", {"sid": {"cache": {"file": "d.db", "index": "i", "keys": [], "element": "A"}}}, False),
    ("Message", "Get", {"sid": {"cache": {"file": "", "index": "i", "keys": ["a"], "element": "A"}}}, False),
    ("Message", "Get", {"sid": {"cache": {"file": "d.db", "index": ["i"], "keys": ["a"], "element": "A"}}}, False),
    ("Message", "Get", {"sid": {"table": {"file": "t.csv", "match": {}, "column": "b"}}}, False),
    ("Message", "Get", {"sid": {"table": {"file": "t.csv", "match": ["a"], "column": "b"}}}, False),
    ("Message", "Get", {"sid": {"unique": False}}, False),
    ("Message", "Get", {"profiles": {"response": "GetCall.response.xsd"}}, False),
    ("Message", "Get", {"profiles": {"request": "GetMessage.request.xsd"}}, False),
    ("Message", "Get", {"archiving": {}}, False),
    ("Message", "Get", {"archiving": {"directory": ""}}, False),
    ("Message", "Get", {"archiving": {"directory": "archive", "enabled": "no"}}, False),
    ("Message", "Get", {"archiving": {"directory": "archive", "secrets": 1}}, False),
    ("Message", "Get", {"archiving": {"directory": "archive", "odd": True}}, False),
    ("Message", "Get", {"caching": {"file": "", "indexes": {"a": ["b"]}}}, False),
    ("Message", "Get", {"caching": {"file": "a", "indexes": {}}}, False),
    *(
        ("Message", "Get", {"caching": {"file": "a", "indexes": {"a": ["A/B", path]}}}, is_right)
        for path, is_right in (
            ("A", True), ("/A/B.c-d", True), ("", False), ("/", False), ("A/", False), ("A//B", False), ("A B", False),
            ("*/B", False), ("A[1]/B", False), ("A/@b", False),
        )
    ),
    ("Message", "Get", {"caching": {"file": "a", "indexes": {"a": "b"}}}, False),
    ("Message", "Get", {"options": {"return_application_error_responses": "true"}}, False),
    ("Message", "Get", {"options": {"odd": True}}, False),
    ("Message", "Get", {"caching": {"file": "a"}}, False),
    ("Message", "Get", {"caching": {"indexes": {"a": ["b"]}}}, False),
    ("Message", "Get", {"caching": {"file": "a", "indexes": {"a": []}}}, False),
    ("Message", "Get", {"options": {"stop_on": "never"}}, False),
    ("Message", "Get", {"options": {"tracking_direction": "both"}}, False),
    ("Message", "Get", {"connection": "a/b"}, False),
    ("Message", "Get", {"catalog": "sha256:0"}, False),
    ("Message", "Get", {"operation": {"object": "Message", "action": "Get", "name": "a/b"}}, False),
    ("Message", "Get", {"operation": {"object": "Message"}}, False),
    ("Message", "Get", {"format": None}, False),
    ("Message", "Get", {"format": 2}, False),
    ("Message", "Get", {"format": "1"}, False),
    ("Message", "Delete", {"options": {"tracking_direction": "output"}}, False),
    ("Message", "Delete", {"caching": {"file": "a", "indexes": {"a": ["b"]}}}, False),
    ("Media", "Get", {"operation": {"object": "Media", "action": "Create"}}, False),
    ("Message", "Create", {"input": "request", "parameters": {"Body": "x"}}, True),
    ("Message", "Create", {"input": "data", "parameters": {"Body": "x"}}, False),
    ("Message", "Delete", {"sid": None}, False),
    ("Message", "Delete", {"sid": None, "input": "request"}, True),
    ("Message", "Delete", {"sid": None, "input": None}, True),
    ("Message", "Update", {"sid": None, "parameters": {"Body": ""}}, False),
    ("Call", "Create", {"parameters": {"To": "a", "From": "b", "Url": "c"}}, True),
    ("Call", "Create", {"parameters": {"To": "a", "From": "b", "Twiml": "c"}}, True),
    ("Call", "Create", {"parameters": {"To": "a", "From": "b"}}, False),
    *(
        ("Siprec", "Create", {"parameters": {"Parameter": {"each": [{"elements": pair}]}}}, is_right)
        for pair, is_right in (
            ({"Name": "a", "Value": "b"}, True), ({"Name": "a"}, False), ({"Value": "b"}, False),
            ({"Name": "a", "Value": "b", "Odd": "c"}, False),
        )
    ),
]  # fmt: skip
"""A whole component with other settings (None = without), and whether that is right."""


USUAL = {"To", "From", "Body", "MediaUrl", "Url", "Parameter"}


def short(name: str, action: str) -> dict[str, Any]:
    """A component with all that an operation can have, but for most fields and parameters."""
    found = whole(name, action, CATALOG[name]["actions"][action])
    if "fields" in found:
        found["fields"] = found["fields"][:2]
    if "filters" in found:
        found["filters"] = found["filters"][:2]
    if "parameters" in found:
        known = found["parameters"]
        found["parameters"] = {one: known[one] for one in known if one in USUAL} or known
    return found


def test_both_judge_alike(write: Write) -> None:
    """An editor underlines what the check refuses, and nothing else."""
    for name, action, changed, right in CHANGED:
        given = short(name, action) | changed
        document = {setting: one for setting, one in given.items() if one is not None}
        taken, told = judged(write, document)
        assert (taken, not told) == (right, right), (name, action, changed, told)


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where there is a value below a value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value if isinstance(value, list) else ())  # fmt: skip
    for key, one in inner:
        yield (*path, key)
        yield from places(one, (*path, key))


@pytest.mark.parametrize("action", ["Query", "Create"])
def test_nothing_is_taken_in_the_place_of_another_kind(write: Write, action: str) -> None:
    """Wherever it stands: a list of lists, and a mapping of a name that there is nowhere."""
    document = short("Message", action)
    document["tracking"]["e"] = {"element": {"path": "A", "default": "b"}}
    document["tracking"]["r"] = {"relative_date": {"before": 1, "unit": "days", "mask": "dd"}}
    document["tracking"]["t"] = {"table": {"file": "t.csv", "match": {"a": "b"}, "column": "c"}}
    write("a,c\n1,2\n", "t.csv")
    assert judged(write, document) == (True, [])
    for number, (*path, last) in enumerate(places(document)):
        changed = deepcopy(document)
        where: Any = changed
        for key in path:
            where = where[key]
        where[last] = odd = [[[]], {"odd": []}][number % 2]
        assert not validator("Message").is_valid(changed), (path, last, odd)
        assert check_component(write(json.dumps(changed))).mistakes, (path, last, odd)
        where[last] = [[[]], {"odd": []}][1 - number % 2]
        assert not validator("Message").is_valid(changed), (path, last)


def test_every_setting_and_value_is_said() -> None:
    """What an editor shows: a sentence for each setting, each kind of value and each of its options."""
    schema = operation_schema(["Message"])
    assert (schema["title"], list(schema["properties"])) == ("Operation component", [*SETTINGS])
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    values = schema["$defs"]["tracked_value"]["anyOf"][1]["properties"]
    inner = [form for kind in values.values() for form in kind["anyOf"] if "properties" in form]
    options = [one for form in inner for one in form["properties"].values()]
    assert len(values) == 16 and len(options) > 20
    caching = schema["properties"]["caching"]["properties"]["indexes"]["additionalProperties"]
    more = [schema["properties"]["operation"]["properties"]["object"], caching["items"]]
    for one in [*schema["properties"].values(), *values.values(), *options, *more]:
        assert re.fullmatch(r"[A-Z][a-z ].*[.:;,]", one["description"]), one
    for one in schema["properties"].values():
        assert one["description"].endswith("."), one


def of_action(name: str, action: str) -> Any:
    """What the schema says of one action's settings."""
    (by_object,) = operation_schema([name])["allOf"]
    found = [
        one["then"]["properties"]
        for one in by_object["then"]["allOf"]
        if one["if"]["properties"]["operation"]["properties"]["action"]["const"] == action
    ]
    (settings,) = found
    return settings


def test_the_words_of_the_catalog_are_shown() -> None:
    """Of objects, parameters and filters; what is deprecated is said to be."""
    (by_object,) = operation_schema(["Call"])["allOf"]
    assert by_object["then"]["properties"]["operation"]["description"] == CATALOG["Call"]["doc"]
    rows = CATALOG["Call"]["actions"]
    parameters = of_action("Call", "Create")["parameters"]["properties"]
    filters = of_action("Call", "Query")["filters"]["items"]["properties"]
    for told, known in (
        (parameters, rows["Create"]["parameters"]),
        (filters, rows["Query"]["filters"]),
    ):
        for name, one in told.items():
            assert one["description"] == known[name]["doc"]
            assert one.get("deprecated", False) == bool(known[name].get("deprecated"))
    gone = [
        (name, action, one)
        for name, row in CATALOG.items()
        for action, each in row["actions"].items()
        for one, parameter in each.get("parameters", {}).items()
        if parameter.get("deprecated") and not each.get("refused")
    ]
    for name, action, one in gone[:3]:
        assert of_action(name, action)["parameters"]["properties"][one]["deprecated"] is True


def test_what_the_catalog_says_of_an_object() -> None:
    """The rows that components hang on, by hand."""
    message, call = objects()["Message"], objects()["Call"]
    assert message.doc == CATALOG["Message"]["doc"]
    assert [one.is_list for one in message.actions.values()] == [
        action == "Query" for action in message.actions
    ]
    assert [action for action, one in message.actions.items() if one.reads] == ["Get", "Query"]
    assert call.actions["Create"].effect == "starts a phone call"
    assert call.actions["Create"].either == (("Url", "Twiml", "ApplicationSid"),)
    assert call.actions["Query"].filters["StartTime"] == ("before", "on", "after")
    assert call.actions["Query"].filters["Status"] == ("equals",)
    assert call.actions["Get"].filters == {}
