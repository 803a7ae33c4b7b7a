"""``changes`` on made-up documents: where each change stands on both sides, ids that are missing, what is left out."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from tests.codegen.importer_support import (
    CONVENTIONS,
    SID,
    TEXT,
    Node,
    document,
    listing,
    operation,
    parameter,
    record,
    ref,
)
from twilio_ops_codegen.__main__ import main

STATUS: Node = {"type": "string", "enum": ["waiting", "carried", "lost"]}
SIZE: Node = record(height={"type": "integer"}, width={"type": "integer"})
AT = [parameter("Sid", "path", schema=SID)]
PARCELS: Node = document(
    {
        "/v1/Parcels": {
            "get": operation(
                "ListParcel",
                listing(ref("parcel")),
                parameters=[
                    parameter("Status", schema=ref("status")),
                    {"$ref": "#/components/parameters/sent"},
                    parameter("PageSize", schema={"type": "integer", "maximum": 500}),
                ],
            ),
            "post": operation(
                "CreateParcel",
                ref("parcel"),
                status="201",
                body=record(Recipient=TEXT, Weight={"type": "integer"})
                | {"required": ["Recipient"]},
            ),
        },
        "/v1/Parcels/{Sid}": {
            "get": operation("FetchParcel", ref("parcel"), parameters=AT),
            "post": operation(
                "UpdateParcel",
                ref("parcel"),
                parameters=AT,
                body=record(Weight={"type": "integer"}),
            ),
            "delete": operation("DeleteParcel", status="204", parameters=AT),
        },
    },
    schemas={
        "parcel": record(
            sid=SID, weight={"type": "integer"}, status=ref("status"), size=ref("size")
        )
        | {"description": "weight"},
        "status": STATUS,
        "size": SIZE,
    },
    parameters={"sent": parameter("SentTo")},
)


def schemas(value: Node) -> Node:
    """The properties of the record."""
    found: Node = value["components"]["schemas"]
    return found


def body(value: Node) -> Node:
    """The properties that Create takes."""
    (content,) = value["paths"]["/v1/Parcels"]["post"]["requestBody"]["content"].values()
    found: Node = content["schema"]["properties"]
    return found


def listed(value: Node) -> Node:
    """The operation that lists."""
    found: Node = value["paths"]["/v1/Parcels"]["get"]
    return found


def one(value: Node) -> Node:
    """The path of one parcel."""
    found: Node = value["paths"]["/v1/Parcels/{Sid}"]
    return found


Edit = Callable[[Node], object]
PLACES: dict[str, tuple[Edit, str, str, str, int]] = {
    # edit, rule, what the line says before and after it, lines further that it may be
    "a field that is gone": (
        lambda v: schemas(v)["parcel"]["properties"].pop("weight"),
        "field-removed",
        '"weight": {',
        '"get": {',
        0,
    ),
    "a field that comes": (
        lambda v: schemas(v)["parcel"]["properties"].update(colour=TEXT),
        "field-added",
        '"get": {',
        '"colour": {',
        0,
    ),
    "a field of another type": (
        lambda v: schemas(v)["parcel"]["properties"].update(weight=TEXT),
        "answer-retyped",
        '"weight": {',
        '"weight": {',
        0,
    ),
    "a field of a nested value": (
        lambda v: schemas(v)["size"]["properties"].pop("height"),
        "struct-field-removed",
        '"height": {',
        '"size": {',
        0,
    ),
    "a value of an enum": (
        lambda v: schemas(v)["status"]["enum"].remove("lost"),
        "enum-value-removed",
        '"status": {',
        '"status": {',
        0,
    ),
    "a parameter that is gone": (
        lambda v: body(v).pop("Weight"),
        "parameter-removed",
        '"Weight": {',
        '"post": {',
        0,
    ),
    "a filter by reference": (
        lambda v: v["components"]["parameters"]["sent"].update(required=True),
        "filter-requirement-changed",
        '"sent": {',
        '"sent": {',
        0,
    ),
    "a filter that is gone": (
        lambda v: listed(v)["parameters"].pop(0),
        "filter-removed",
        "{",
        '"get": {',
        1,
    ),
    "an operation that is gone": (
        lambda v: one(v).pop("delete"),
        "action-removed",
        '"delete": {',
        '"get": {',
        0,
    ),
    "another host": (
        lambda v: v["servers"][0].update(url="https://acme.example.org"),
        "host-changed",
        '"servers": [',
        '"servers": [',
        0,
    ),
}


@pytest.fixture
def compare(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Any]:
    """Compares two documents as their files say; the JSON report."""

    def run(old: Node, new: Node, *options: str, indent: int | None = 1, code: int = 0) -> Any:
        for name, value in (("old", old), ("new", new)):
            text = json.dumps(value, indent=indent)
            (tmp_path / f"{name}.json").write_text(text, encoding="utf-8")
        files = [str(tmp_path / f"{name}.json") for name in ("old", "new")]
        options = (*options, "--conventions", str(CONVENTIONS), "--format", "json")
        assert main(["changes", *files, *options]) == code
        return json.loads(capsys.readouterr().out)

    return run


def after(edit: Edit) -> Node:
    """The document after an edit."""
    value = deepcopy(PARCELS)
    edit(value)
    return value


@pytest.mark.parametrize("name", PLACES)
def test_a_change_of_a_document_is_located(name: str, compare: Any, tmp_path: Path) -> None:
    """At the property, parameter or operation that says it, through references, and at what is around it
    on the side that lacks it."""
    edit, rule, was, becomes, further = PLACES[name]
    changes = compare(PARCELS, after(edit))["changes"]
    found = next(change for change in changes if change["rule"] == rule)
    for side, text in (("old", was), ("new", becomes)):
        where = found["locations"][side]
        assert where["file"] == str(tmp_path / f"{side}.json")
        lines = Path(where["file"]).read_text(encoding="utf-8").splitlines()
        assert lines[where["line"] - 1].strip() == text, (side, where, lines[where["line"] - 1])
        if further and side == "old":
            assert '"name": "Status"' in lines[where["line"]]


@pytest.mark.parametrize("name", PLACES)
def test_a_fingerprint_hangs_on_the_change_alone(name: str, compare: Any) -> None:
    """Not on its line, the order of a document, or what else changes in it."""
    edit, rule, *_ = PLACES[name]

    def fingerprints(old: Node, new: Node, indent: int | None) -> set[str]:
        found = compare(old, new, indent=indent)["changes"]
        return {change["fingerprint"] for change in found if change["rule"] == rule}

    def turned(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: turned(inner) for key, inner in reversed(list(value.items()))}
        return value

    first = fingerprints(PARCELS, after(edit), 1)
    assert first
    more = after(edit)
    more["components"]["schemas"]["parcel"]["properties"]["other"] = TEXT
    more["paths"]["/v1/Parcels/{Sid}"]["get"]["description"] = "Prose."
    assert first <= fingerprints(turned(PARCELS), turned(more), None)


def nameless(value: Node) -> Node:
    """The document without operation ids."""
    other = deepcopy(value)
    for item in other["paths"].values():
        for node in item.values():
            del node["operationId"]
    return other


@pytest.mark.parametrize("name", PLACES)
def test_ids_that_a_document_lacks_are_those_of_the_other(name: str, compare: Any) -> None:
    """By method and path, whichever side lacks them, and nothing is said of the ids."""
    new = after(PLACES[name][0])
    whole = {change["fingerprint"] for change in compare(PARCELS, new)["changes"]}
    for old, other in ((nameless(PARCELS), new), (PARCELS, nameless(new))):
        assert {one["fingerprint"] for one in compare(old, other)["changes"]} == whole


@pytest.mark.parametrize("name", PLACES)
def test_two_documents_without_ids_are_read_by_method_and_path(
    name: str, compare: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are judged as if they had some; nothing compared would be nothing changed."""
    new = after(PLACES[name][0])

    def said(report: Any) -> list[tuple[str, str]]:
        return sorted((change["rule"], change["severity"]) for change in report["changes"])

    whole = said(compare(PARCELS, new))
    report = compare(nameless(PARCELS), nameless(new))
    assert said(report) == whole
    assert "operation id" not in capsys.readouterr().err, "an id that lacks is no fact of a row"
    _, rule, was, *_ = PLACES[name]
    place = next(one for one in report["changes"] if one["rule"] == rule)["locations"]["old"]
    lines = Path(place["file"]).read_text(encoding="utf-8").splitlines()
    assert lines[place["line"] - 1].strip() == was


LEFT_OUT: Node = {
    "operationId": "FrobnicateParcel",
    "description": "Some prose.",
    "responses": {"200": {"content": {"application/json": {"schema": ref("size")}}}},
}
DIFFERENT: dict[str, tuple[Edit, bool]] = {
    "another answer": (
        lambda v: schemas(v)["size"]["properties"]["height"].update(type="string"),
        True,
    ),
    "another method": (
        lambda v: one(v).update(put=one(v).pop("patch")),
        True,
    ),
    "it is gone": (lambda v: one(v).pop("patch"), True),
    "other prose": (lambda v: one(v)["patch"].update(description="Other prose."), False),
}


@pytest.mark.parametrize("name", DIFFERENT)
def test_what_is_left_out_is_compared_and_not_judged(name: str, compare: Any) -> None:
    """Whatever it refers to: shown, counted, and failing as breaking does; prose is none of it."""
    edit, differs = DIFFERENT[name]
    old = after(lambda v: one(v).update(patch=deepcopy(LEFT_OUT)))
    new = deepcopy(old)
    edit(new)
    report = compare(old, new, "--fail-on", "breaking", code=1 if differs else 0)
    found = [one for one in report["changes"] if one["rule"] == "left-out-changed"]
    assert bool(found) == differs
    for change in found:
        assert change["severity"] == "unjudged"
        assert change["old"] != change["new"]
        assert change["effects"]["wire"]["severity"] == "unjudged"
        assert change["effects"]["documentation"] is None
        place = change["locations"]["old"]
        text = Path(place["file"]).read_text(encoding="utf-8").splitlines()[place["line"] - 1]
        assert text.strip() in ('"patch": {', '"get": {', "{"), text
