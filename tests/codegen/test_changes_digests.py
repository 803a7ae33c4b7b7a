"""What a catalog holds as a digest alone: a difference is told once, and never passed over unseen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.codegen.importer_support import (
    CONVENTIONS,
    SID,
    TEXT,
    Node,
    document,
    operation,
    parameter,
    record,
    write,
)
from twilio_ops_codegen.__main__ import main

CORS = "Access-Control-Allow-Origin"
FIELDS: dict[str, Node] = {
    "none": {},
    "any": {CORS: {"schema": TEXT}},
    "odd": {CORS: {"schema": SID}},
}
"""Header fields for browsers, which have no row in a catalog."""
PARCEL = record(sid=SID, weight=TEXT)
OPERATIONS = {"Create": "post", "Fetch": "get", "Update": "post", "Delete": "delete"}


@frozen
class Side:
    """A document: what most of its answers say, and for each operation of parcels status and fields."""

    full: str
    empty: str
    operations: dict[str, tuple[str, str]]

    def operation(self, action: str, name: str, status: str, fields: str) -> Node:
        """An operation; Delete answers nothing."""
        node = operation(f"{action}{name}", None if action == "Delete" else PARCEL, status=status)
        node["responses"][status]["headers"] = FIELDS[fields]
        return node

    def document(self) -> Node:
        """The document, most of whose operations are of other objects."""
        usual = {
            action: ("204", self.empty) if action == "Delete" else ("200", self.full)
            for action in OPERATIONS
        }
        paths: dict[str, Node] = {}
        others = [(name, usual) for name in ("Crate", "Stamp", "Tool", "Van", "Yard")]
        for name, operations in [*others, ("Parcel", self.operations)]:
            for action, (status, fields) in operations.items():
                path = f"/v1/{name}s" + ("" if action == "Create" else "/{Sid}")
                item = paths.setdefault(path, {})
                item[OPERATIONS[action]] = self.operation(action, name, status, fields)
                if action != "Create":
                    item["parameters"] = [parameter("Sid", "path", SID)]
        return document(paths)


@st.composite
def sides(draw: st.DrawFn) -> Side:
    """Documents whose operations, statuses and fields vary."""
    fields = st.sampled_from(sorted(FIELDS))
    chosen = draw(st.lists(st.sampled_from(sorted(OPERATIONS)), unique=True, min_size=1))
    status = st.sampled_from(["200", "202"])
    return Side(draw(fields), draw(fields), {each: (draw(status), draw(fields)) for each in chosen})


def told(old: Side, new: Side, folder: Path, capsys: Any) -> list[tuple[str, str]]:
    """The rule and the place of each change of parcels."""
    files = [
        str(write(folder, side.document(), name)) for side, name in ((old, "old"), (new, "new"))
    ]
    capsys.readouterr()
    assert main(["changes", *files, "--conventions", str(CONVENTIONS), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)["changes"]
    return [
        (each["rule"], each["place"])
        for each in found
        if each["place"].partition("/")[0] == "Parcel"
    ]


@pytest.mark.slow
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(old=sides(), new=sides())
def test_what_an_answer_says_never_differs_unseen(
    old: Side, new: Side, tmp_path_factory: pytest.TempPathFactory, capsys: Any
) -> None:
    """Where an operation of both sides says something else, there is an unjudged change; where none does,
    and nothing is usual that was not, there is none, whatever operations and statuses come or go.
    """
    found = told(old, new, tmp_path_factory.mktemp("told"), capsys)
    unjudged = [place for rule, place in found if rule == "digest-changed"]
    staying = old.operations.keys() & new.operations.keys()
    if any(old.operations[each][1] != new.operations[each][1] for each in staying):
        assert unjudged
    elif (old.full, old.empty) == (new.full, new.empty) and (
        staying != {"Delete"} or old.operations["Delete"][1] == old.empty
    ):
        assert not unjudged


USUAL = {action: ("204" if action == "Delete" else "200", "any") for action in OPERATIONS}


@pytest.mark.parametrize("gone", OPERATIONS)
@pytest.mark.parametrize("empty", FIELDS)
def test_an_operation_that_goes_is_one_change(
    gone: str, empty: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And one that comes is one, whatever else its answers said."""
    every = Side("any", empty, {**USUAL, "Delete": ("204", empty)})
    less = Side("any", empty, {key: row for key, row in every.operations.items() if key != gone})
    for pair, rule in (((every, less), "action-removed"), ((less, every), "action-added")):
        action = {"Fetch": "Get"}.get(gone, gone)
        assert told(*pair, tmp_path, capsys) == [(rule, f"Parcel/actions/{action}")]


@pytest.mark.parametrize("empty", FIELDS)
def test_where_one_operation_stays_the_others_are_all_that_is_told(
    empty: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Though none is left that answers with content, as the others did."""
    every = Side("any", empty, {**USUAL, "Delete": ("204", empty)})
    less = Side("any", empty, {"Delete": ("204", empty)})
    for pair, rule in (((every, less), "action-removed"), ((less, every), "action-added")):
        found = told(*pair, tmp_path, capsys)
        assert {each for each, place in found if "/actions/" in place} == {rule}
        assert "digest-changed" not in dict(found)


@pytest.mark.parametrize("action", OPERATIONS)
def test_another_status_is_one_change(
    action: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What its answer says beside is the same under the new status; else that is a change, too."""
    before, same, other = (
        Side("any", "any", {**USUAL, action: row})
        for row in (("200", "odd"), ("202", "odd"), ("202", "none"))
    )
    name = {"Fetch": "Get"}.get(action, action)
    status = f"Parcel/actions/{name}/status"
    assert [place for _, place in told(before, same, tmp_path, capsys)] == [status]
    rules = [rule for rule, _ in told(before, other, tmp_path, capsys)]
    assert sorted(rules) == ["digest-changed", "digest-changed", "status-changed"]
