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
    ROOT,
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
from twilio_ops_codegen.catalog.located_yaml import read
from twilio_ops_codegen.changes.change import Location
from twilio_ops_codegen.changes.example import edited_by
from twilio_ops_codegen.changes.locations import in_catalog, in_document
from twilio_ops_codegen.importer.document_lines import DocumentLines

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


def test_a_catalog_is_not_compared_with_a_document(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is said which is which, and how the two can be."""
    path = tmp_path / "parcels.json"
    path.write_text(json.dumps(PARCELS), encoding="utf-8")
    catalog = ROOT / "tests" / "cases" / "parcels" / "metadata"
    options = ["--conventions", str(CONVENTIONS)]
    assert main(["changes", str(catalog), str(path), *options]) == 2
    assert f"{catalog} is a catalog and {path} is a document. " in capsys.readouterr().err
    assert main(["changes", str(path), str(catalog), *options]) == 2
    assert f"{path} is a document and {catalog} is a catalog. " in capsys.readouterr().err


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


CATALOG_LINES = """\
41:
  status: 404
  message: No such parcel
42:
  status: 409
wires:
- xml
- json
1:
- a
"""


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("errors/41", 1), ("errors/41/status", 2), ("errors/42/status", 5), ("errors/42/message", 4), ("errors/43", 1), ("errors/41/message/parcel", 3),
        ("errors/41/status/4", 2), ("errors/wires/json", 8), ("errors/wires/csv", 6), ("errors/1/a", 10), ("errors/one", 1), ("errors", 1),
    ],
)  # fmt: skip
def test_a_place_of_a_catalog_has_a_line(tmp_path: Path, place: str, line: int) -> None:
    """Its own or that of the nearest thing around it; numbers that are keys, and entries of lists, too."""
    path = tmp_path / "errors.yaml"
    path.write_text(CATALOG_LINES, encoding="utf-8")
    tree = read(path, "errors.yaml", [])
    assert tree is not None
    found = in_catalog({"errors": tree}, "metadata/")
    assert found(tuple(place.split("/"))) == Location("metadata/errors.yaml", line)
    assert found(("Parcel", *place.split("/"))) is None


FOREIGN: Node = {
    "openapi": "3.0.1",
    "info": {"title": "Parcels"},
    "servers": [{"url": "https://api.parcels.example"}],
    "paths": {
        "/Parcels/{Sid}.json": {
            "summary": "One",
            "parameters": [parameter("Sid", "path")],
            "get": {"responses": {"200": {"$ref": "#/components/responses/parcel"}}},
            "post": {
                "operationId": ["no", "text"],
                "requestBody": {"content": {"x": {"schema": {"$ref": "other.json#/Grade"}}}},
                "responses": {
                    "200": {
                        "example": {"properties": {"recipient": 1}},
                        "examples": {"one": {"properties": {"stops": 1}}},
                    }
                },
            },
        },
        "/Else": {
            "post": {
                "operationId": "CreateParcel",
                "requestBody": {"$ref": "./components/schemas/parcel"},
                "parameters": [{"name": "Locker", "in": "query"}, {"name": "Grade", "in": "query"}],
            }
        },
        "/Archive/Parcels": {"get": {}},
        "/Parcels": {"get": {"parameters": [{"$ref": "#/components/parameters/a~1b"}]}},
    },
    "components": {
        "parameters": {"a/b": {"name": "Status", "in": "query"}},
        "responses": {
            "parcel": {
                "mapping": {"weight": "no property", "size": "none"},
                "content": {"x": {"schema": {"$ref": "#/components/schemas/parcel"}}},
            }
        },
        "schemas": {
            "parcel": {
                "example": {"properties": {"weight": 1}},
                "properties": {
                    "weight": {"type": "number"},
                    "inner": {"$ref": "#/components/schemas/parcel"},
                    "status": {"$ref": "#/components/schemas/parcel"},
                },
            }
        },
    },
}
FETCH, FETCHED = "/paths/~1Parcels~1{Sid}.json/get", "/components/schemas/parcel/properties"
FOUND = [
    ("catalog/host", "/servers"),
    ("catalog/title", "/info"),
    ("document/GET /Parcels", "/paths/~1Parcels/get"),
    ("document/GET /Nowhere", ""),
    ("Parcel/fields/weight", f"{FETCHED}/weight"),
    ("Parcel/fields/recipient", FETCH),
    ("Parcel/fields/size", FETCH),
    ("Parcel/fields/stops", FETCH),
    ("Parcel/fields/grade", FETCH),
    ("Parcel/fields/Create", FETCH),
    ("Parcel/actions", FETCH),
    ("Parcel/enums/status", f"{FETCHED}/status"),
    ("Parcel/enums/grade", "/paths/~1Else/post/parameters/1"),
    ("Parcel/structs/unknown", FETCH),
    ("Parcel/enums", FETCH),
    ("Parcel/keys/Sid", FETCH),
    ("Parcel/actions/Get/method", FETCH),
    ("Parcel/actions/Create/parameters/Locker", "/paths/~1Else/post/parameters/0"),
    ("Parcel/actions/Create/parameters/Street", "/paths/~1Else/post"),
    ("Parcel/actions/Create/parameters/weight", "/paths/~1Else/post"),
    ("Parcel/actions/Query/filters/Status", "/components/parameters/a~1b"),
    ("Parcel/actions/Query/paging", "/paths/~1Parcels/get"),
    ("Parcel/actions/Delete/status", FETCH),
    ("Depot/fields/name", "/paths"),
]


@pytest.mark.parametrize(("place", "pointer"), FOUND)
def test_a_place_of_a_document_has_a_line(tmp_path: Path, place: str, pointer: str) -> None:
    """Where the document says it, however it refers to it; what it does not say stands at what is around it.

    Operations are known by their ids, or else by method and path; names in examples are no properties.
    """
    path = tmp_path / "parcels.json"
    path.write_text(json.dumps(FOREIGN, indent=1), encoding="utf-8")
    create = "objects/Parcel/actions/Create"
    catalog = edited_by(
        {
            "objects/Parcel/actions/Get": "{method: GET, path: '/v1/Parcels/{Sid}'}",
            "objects/Parcel/actions/Query/path": "/v1/Parcels",
            f"{create}/parameters/Grade": "{type: list, items: {type: enum, enum: grade}}",
        }
    )
    found = in_document(path, "parcels.json", catalog, FOREIGN)
    steps = tuple(step.replace("~1", "/") for step in pointer.split("/")[1:])
    assert found(tuple(place.split("/", 1 if place.startswith("document") else -1))) == Location(
        "parcels.json", DocumentLines(path).line(steps)
    )
    assert found(("Courier", "fields", "sid")) is None
