"""What components know of the catalog: rows as they are, and what follows from them."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from hashlib import sha256
from importlib.resources import files
from importlib.util import find_spec, module_from_spec
from pathlib import Path
from typing import Any

import pytest

from twilio_ops.api.call import Call
from twilio_ops_components.catalog import (
    ACTIONS,
    ActionRow,
    ObjectRow,
    objects,
    record_class,
    service,
)
from twilio_ops_components.check import check_component
from twilio_ops_components.settings import SETTINGS, profile_names, settings_of

Write = Callable[..., Path]
STORED: dict[str, Any] = json.loads(
    files("twilio_ops").joinpath("_catalog.json").read_text(encoding="utf-8")
)


def action(name: str, **row: Any) -> ActionRow:
    """A row that the catalog could have."""
    return ActionRow("Thing", name, row)


def test_every_name_of_the_package_is_loaded_when_it_is_asked_for() -> None:
    """From the module that has it; another name is none."""
    spec = find_spec("twilio_ops_components")
    assert spec is not None and spec.loader is not None
    package = module_from_spec(spec)
    spec.loader.exec_module(package)
    for name in package.__all__:
        assert getattr(package, name).__name__ == name
    assert {*package.__all__} <= {*package.__dir__()}
    with pytest.raises(AttributeError, match="module 'twilio_ops_components' has no attribute 'x'"):
        package.x  # noqa: B018


def test_the_catalog_is_the_installed_packages() -> None:
    """All of its objects, with their rows; and the service's."""
    assert {name: row.row for name, row in objects().items()} == STORED["objects"]
    assert [row.name for row in objects().values()] == [*STORED["objects"]]
    assert service() == STORED["service"]
    assert record_class("Call") is Call
    for row in objects().values():
        assert [*row.fields.values()] == [*row.row["fields"].values()]
        assert row.fields.keys() == {one["xml"] for one in row.row["fields"].values()}
        assert row.deprecated == row.row.get("deprecated")
        for name, one in row.actions.items():
            assert (one.object, one.action, one.name) == (row.name, name, name + row.name)
            assert name in ACTIONS
    assert objects()["Message"].actions["Create"].bulk["unsent"] == {"Body": ""}
    assert objects()["Call"].actions["Create"].bulk == {}


def test_what_is_not_said_of_an_action() -> None:
    """Has a value all the same."""
    row = action("Create", path="/Things")
    assert (row.refused, row.effect, row.bulk, row.filters, row.parameters) == (None, None, {}, {}, {})  # fmt: skip
    assert (row.not_now, row.either, row.in_role("sender")) == (frozenset(), (), ())
    assert not row.is_list
    assert action("Query").required_filters == ()


def test_what_is_said_of_an_action() -> None:
    """Is taken as it is."""
    row = action(
        "Create", path="/Things", refused="No.", effect="calls", not_now=[1, 2], either=[["A", "B"]],
        parameters={"A": {"role": "sender"}, "B": {"role": "callback"}, "C": {}}, cardinality="many",
    )  # fmt: skip
    assert (row.refused, row.effect, row.not_now, row.either) == ("No.", "calls", {1, 2}, (("A", "B"),))  # fmt: skip
    assert (row.in_role("sender"), row.in_role("callback"), row.is_list) == (("A",), ("B",), True)
    assert isinstance(row.not_now, frozenset)


@pytest.mark.parametrize(
    ("operators", "words"),
    [
        (None, ["equals"]),
        (["equals"], ["on"]),
        (["before"], ["before"]),
        (["after"], ["after"]),
        (["equals", "before"], ["before", "on"]),
        (["equals", "after"], ["on", "after"]),
        (["before", "after"], ["before", "on", "after"]),
        (["after", "equals", "before"], ["before", "on", "after"]),
    ],
)
def test_the_operators_of_a_filter(operators: list[str] | None, words: list[str]) -> None:
    """A day can be asked for by two bounds, too; all in the order of time."""
    row = {} if operators is None else {"operators": operators}
    assert action("Query", filters={"F": row}).filters == {"F": tuple(words)}
    assert action("Get", filters={"F": row}).filters == {}


def test_what_a_query_cannot_do_without() -> None:
    """Filters that the catalog requires."""
    row = action("Query", filters={"A": {"required": True}, "B": {}, "C": {"required": False}})
    assert row.required_filters == ("A",)
    assert row.parameters == {}, "the filters of a Query are no parameters"


def test_what_a_get_searches_for_is_a_parameter() -> None:
    """But for the one that stands for the Sid."""
    row = action("Get", path="/T", parameters={"A": {}}, filters={"B": {}, "K": {}}, key_parameter="K")  # fmt: skip
    assert row.parameters == {"A": {}, "B": {}}
    assert row.needs_sid


@pytest.mark.parametrize(
    ("name", "path", "needs"),
    [
        ("Get", "/Things", False),
        ("Get", "/Accounts/{AccountSid}/Things", False),
        ("Get", "/Accounts/{AccountSid}/Things/{Sid}", True),
        ("Delete", "/Things/{Sid}", True),
        ("Update", "/Accounts/{Sid}", True),
        ("Query", "/Accounts/{AccountSid}/Calls/{CallSid}/Things", False),
        ("Create", "/Accounts/{AccountSid}/Calls/{CallSid}/Things", False),
    ],
)
def test_who_is_of_one_record(name: str, path: str, needs: bool) -> None:
    """By the keys in the path."""
    assert action(name, path=path).needs_sid == needs


def test_the_digest_of_an_object_is_that_of_its_facts() -> None:
    """Words do not count, wherever they stand; facts do, and their order does not."""
    row = {"fields": {"a": {"type": "string"}}, "actions": {"Get": {"answers": [{"a": 1}, "é"]}}}
    text = r'{"actions":{"Get":{"answers":[{"a":1},"\u00e9"]}},"fields":{"a":{"type":"string"}}}'
    digest = ObjectRow("Thing", row).digest
    assert digest == f"sha256:{sha256(text.encode()).hexdigest()[:32]}"
    for word in ("doc", "effect", "enum_words", "link", "note"):
        worded: dict[str, Any] = {word: "x", **deepcopy(dict(reversed(row.items())))}
        worded["fields"]["a"][word] = {"x": "y"}
        worded["actions"]["Get"]["answers"][0][word] = "z"
        assert ObjectRow("Thing", worded).digest == digest
    for key in ("type", "words"):
        changed = deepcopy(row)
        changed["fields"]["a"][key] = "integer"
        assert ObjectRow("Thing", changed).digest != digest


def test_what_is_not_said_of_an_object() -> None:
    """No words, and it is in use; a field is called as the element unless it says otherwise."""
    row = ObjectRow("Thing", {"fields": {"a": {"xml": "A"}, "b": {}}, "actions": {}})
    assert (row.doc, row.deprecated, row.actions) == ("", None, {})
    assert row.fields == {"A": {"xml": "A"}, "b": {}}
    assert ObjectRow("Thing", {"doc": "A thing.", "deprecated": "Old."})[1:] == ({"doc": "A thing.", "deprecated": "Old."},)  # fmt: skip


COMMON = {*SETTINGS} - {"input", "sid", "parent", "fields", "filters", "page_size", "limit", "parameters"}  # fmt: skip


@pytest.mark.parametrize(
    ("row", "more", "profiles"),
    [
        (action("Get"), {"sid", "fields"}, ["response"]),
        (action("Get", parameters={"A": {}}), {"sid", "fields", "parameters"}, ["response"]),
        (
            action("Query", cardinality="many"),
            {"parent", "fields", "filters", "page_size", "limit"},
            ["response"],
        ),
        (action("Create"), {"parent", "input"}, ["request", "response"]),
        (action("Update", parameters={"A": {}}), {"sid", "input", "parameters"}, ["request", "response"]),
        (action("Delete", cardinality="none"), {"sid", "input"}, ["request"]),
        (action("Create", cardinality="many"), {"parent", "input", "page_size", "limit"}, ["request", "response"]),
    ],
)  # fmt: skip
def test_which_settings_an_operation_has(
    row: ActionRow, more: set[str], profiles: list[str]
) -> None:
    """Always in one order, with the profiles of what goes in and comes out."""
    assert settings_of(row) == tuple(one for one in SETTINGS if one in COMMON | more)
    assert profile_names(row) == {side: f"{row.name}.{side}.xsd" for side in profiles}


def told(path: Path) -> tuple[list[str], list[str]]:
    """Mistakes and notes of a file."""
    found = check_component(path)
    return [str(one).removeprefix(f"{path}:") for one in found.mistakes], [
        str(one).removeprefix(f"{path}:") for one in found.notes
    ]


def test_what_is_deprecated_is_noted_where_it_is_used(write: Write) -> None:
    """An object, a field, a parameter; each with what the catalog says of it, and none is wrong."""
    head = "format: 1\noperation: "
    for text, said in (
        (
            "{object: Notification, action: Get}\n",
            "2: operation.object: Notification is deprecated:"
            " Alerts of Twilio's Monitor have replaced it.",
        ),
        (
            "{object: Call, action: Query}\nfields: [Sid, Annotation]\n",
            "3: fields[1]: Annotation is deprecated: No answer of today has it.",
        ),
        (
            "{object: Message, action: Create}\ninput: request\nparameters:\n  MaxPrice: '1'\n",
            "5: parameters.MaxPrice: MaxPrice is deprecated: It has had no effect since June 2024.",
        ),
    ):
        assert told(write(head + text)) == ([], [said])


def test_a_required_filter_that_is_lacking_is_told(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the filters, if there are some, and by each name."""
    filters: Any = objects()["Call"].actions["Query"].row["filters"]
    for name in ("To", "From"):
        monkeypatch.setitem(filters[name], "required", True)
    head = "format: 1\noperation: {object: Call, action: Query}\n"
    for text, said in (
        ("", ["1: lacks the filter From or To, which is required"]),
        ("limit: 1\nfilters: []\n", ["4: filters: lacks the filter From or To, which is required"]),
        (
            "filters:\n",
            [
                "3: filters: expected a list of filters, not nothing",
                "3: filters: lacks the filter From or To, which is required",
            ],
        ),
        (
            "filters: [{To: {equals: x}}]\n",
            ["3: filters: lacks the filter From, which is required"],
        ),
        ("filters: [{To: {equals: x}}, {From: {equals: x}}]\n", []),
        (
            "filters: [To]\n",
            [
                "3: filters: lacks the filter From or To, which is required",
                "3: filters[0]: expected a mapping of one filter, such as {To: {equals: ...}}, not 'To'",
            ],
        ),
    ):
        assert sorted(told(write(head + text))[0]) == said


def test_a_parameter_that_the_catalog_fixes_need_not_be_said(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is always sent so."""
    row: Any = objects()["Message"].actions["Create"].row
    text = (
        "format: 1\noperation: {object: Message, action: Create}\nparameters: {From: a, Body: b}\n"
    )
    assert told(write(text))[0] == ["3: parameters: lacks To, which Create of Message needs"]
    monkeypatch.setitem(row, "fixed", {"To": "+13115550000"})
    assert told(write(text))[0] == []


def test_a_query_without_filters_says_so(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rather than name none."""
    row: Any = objects()["Call"].actions["Query"].row
    monkeypatch.setitem(row, "filters", {})
    text = "format: 1\noperation: {object: Call, action: Query}\nfilters: [{To: {equals: x}}]\n"
    assert told(write(text))[0] == ["3: filters[0].To: Call has no filter To; it has none"]


def test_a_nested_parameter_may_be_there_several_times(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the catalog says so; each time it is nested by itself."""
    row: Any = objects()["Payments"].actions["Create"].row["parameters"]["Parameter"]
    text = (
        "format: 1\noperation: {object: Payments, action: Create}\ninput: request\n"
        "parameters: {Parameter: {each: [{elements: {a: b}}, c]}}\n"
    )
    assert len(told(write(text))[0]) == 1
    monkeypatch.setitem(row, "repeated", True)
    assert told(write(text))[0] == []
