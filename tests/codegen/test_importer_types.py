"""What the schemas of a document become: types, enums and structs of an object."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from attrs import asdict

from tests.codegen.importer_support import (
    JSON,
    SID,
    TEXT,
    Imported,
    Node,
    document,
    imported,
    listing,
    operation,
    record,
    ref,
    sid,
)
from twilio_ops_codegen.catalog.model import Field, Object, Type
from twilio_ops_codegen.importer.schema_parts import prefixes

NUMBER: Node = {"type": "number"}


def said(row: Type) -> dict[str, Any]:
    """What a row says, without defaults."""
    blank = asdict(type(row)(type=row.type))
    return {k: v for k, v in asdict(row).items() if k == "type" or v != blank[k]}


def fetched(folder: Path, schema: Node, **schemas: Node) -> Imported:
    """A document with one operation that answers the schema."""
    made = document({"/v1/Parcels": {"get": operation("FetchParcel", schema)}}, schemas=schemas)
    return imported(folder, made)


def fields(value: Object) -> dict[str, dict[str, Any]]:
    """What the fields say."""
    return {name: said(row) for name, row in value.fields.items()}


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (TEXT, {"type": "string"}),
        ({"type": "string", "format": "uri"}, {"type": "string", "format": "uri"}),
        ({"type": "string", "nullable": True}, {"type": "string", "nullable": True}),
        ({"type": ["string", "null"]}, {"type": "string", "nullable": True}),
        ({"type": "string", "pattern": "^a+$"}, {"type": "string", "pattern": "^a+$"}),
        ({"type": "string", "pattern": r"^\p{L}+$"}, {"type": "string"}),
        ({"type": "integer", "format": "int64"}, {"type": "integer"}),
        ({"type": "integer", "minimum": 1, "maximum": 9}, {"type": "integer"}),
        ({"type": "number", "format": "float"}, {"type": "decimal"}),
        ({"type": "boolean"}, {"type": "boolean"}),
        ({"type": "string", "format": "date"}, {"type": "date"}),
        ({"type": "string", "format": "date-time"}, {"type": "datetime", "format": "iso8601"}),
        (
            {"type": "string", "format": "date-time-rfc-2822"},
            {"type": "datetime", "format": "rfc2822"},
        ),
        ({"type": "object", "format": "uri-map"}, {"type": "uri_map"}),
        (SID, {"type": "sid", "prefixes": ("PA",)}),
        ({}, {"type": "any"}),
        ({"nullable": True}, {"type": "any", "nullable": True}),
        ({"type": "object"}, {"type": "any"}),
        ({"type": "object", "additionalProperties": True}, {"type": "any"}),
        (
            {"additionalProperties": {"type": "integer"}},
            {"type": "map", "items": {"type": "integer"}},
        ),
        ({"type": "array", "items": TEXT}, {"type": "list", "items": {"type": "string"}}),
        ({"type": "array"}, {"type": "list", "items": {"type": "any"}}),
        ({"items": NUMBER}, {"type": "list", "items": {"type": "decimal"}}),
        (
            {"type": "string", "format": "http-method", "enum": ["GET", "POST"]},
            {"type": "string", "format": "http-method"},
        ),
        ({"type": ["string", "integer"]}, {"type": "any"}),
        ({"type": ["integer", "number"]}, {"type": "decimal"}),
        ({"oneOf": [TEXT, NUMBER]}, {"type": "any"}),
        ({"oneOf": [TEXT, {"type": "string", "format": "uri"}]}, {"type": "string"}),
        (
            {"anyOf": [SID, {"type": "null"}]},
            {"type": "sid", "prefixes": ("PA",), "nullable": True},
        ),
        ({"oneOf": [SID, sid("CR")]}, {"type": "sid", "prefixes": ("PA", "CR")}),
        (
            {"allOf": [TEXT, {"format": "uri"}, {"nullable": True}]},
            {"type": "string", "format": "uri", "nullable": True},
        ),
        ({"type": "integer", "enum": [1, 2]}, {"type": "integer"}),
        ({"type": "fancy"}, {"type": "any"}),
    ],
)
def test_types(tmp_path: Path, schema: Node, expected: dict[str, Any]) -> None:
    row = fetched(tmp_path, record(it=schema)).object("Parcel").fields["it"]
    if "items" in expected:
        assert row.items is not None
        assert said(row) | {"items": said(row.items)} == expected
    else:
        assert said(row) == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("^PA[0-9a-fA-F]{32}$", ("PA",)),
        ("^PA[a-f0-9]{32}$", ("PA",)),
        ("PA[0-9a-f]{32}", ("PA",)),
        ("^(PA|CR)[0-9a-fA-F]{32}$", ("PA", "CR")),
        ("^(?:PA|CR)[0-9a-fA-F]{32}$", ("PA", "CR")),
        ("^PA[0-9a-fA-F]{32}$|^CR[0-9a-fA-F]{32}$", ("PA", "CR")),
        ("^(PA[0-9a-fA-F]{32}|CR[0-9a-fA-F]{32})$", ("PA", "CR")),
        ("^[a-zA-Z]{2}[0-9a-fA-F]{32}$", ()),
        ("^PA[0-9a-fA-F]{32}$|^self$", ()),
        ("^PA[0-9a-fA-F]{30}$", ()),
        ("^aia_asst_.+$", ()),
    ],
)
def test_prefixes(pattern: str, expected: tuple[str, ...]) -> None:
    assert prefixes(pattern) == expected


def test_enums(tmp_path: Path) -> None:
    """By reference, inline, in lists, nullable; called as short as possible."""
    found = fetched(
        tmp_path,
        record(
            status=ref("parcel_enum_status"),
            again=ref("parcel_enum_status"),
            other=ref("label_enum_status"),
            size={"type": "string", "enum": ["s", "m", "s", None]},
            colours={"type": "array", "items": {"type": "string", "enum": ["red", "blue"]}},
            loose={"enum": ["on", "off"]},
            many={"type": "array", "items": ref("Kind")},
            empty={"type": "string", "enum": []},
            only={"const": "one"},
            nothing={"enum": [None]},
        ),
        parcel_enum_status={"type": "string", "enum": ["lost", "found"]},
        label_enum_status={"type": "string", "enum": ["torn"]},
        Kind={"type": "string", "enum": ["a", "b"]},
    )
    value = found.object("Parcel")
    assert value.enums == {
        "status": ("lost", "found"),
        "label_status": ("torn",),
        "size": ("s", "m"),
        "colour": ("red", "blue"),
        "loose": ("on", "off"),
        "kind": ("a", "b"),
        "only": ("one",),
    }
    assert value.fields["again"].enum == "status"
    assert value.fields["other"].enum == "label_status"
    assert value.fields["size"].nullable
    assert value.fields["many"].items == Type(type="enum", enum="kind")
    assert value.fields["empty"] == Field(type="string")
    assert value.fields["nothing"] == Field(type="any", nullable=True)


def test_structs(tmp_path: Path) -> None:
    """Nested ones by reference and inline; equal ones are one, unequal ones get longer names."""
    box = record(height=NUMBER, sides={"type": "array", "items": record(length=NUMBER)})
    found = fetched(
        tmp_path,
        record(
            box=box,
            same=ref("acme.v1.box"),
            open={"type": "object", "properties": {"a": TEXT}, "additionalProperties": True},
            inner=record(box=record(other=TEXT)),
            boxes={"type": "array", "items": ref("acme.v1.box")},
            by_name={"type": "object", "additionalProperties": ref("acme.v1.box")},
        ),
        **{"acme.v1.box": box},
    )
    value = found.object("Parcel")
    assert list(value.structs) == ["box", "side", "open", "inner", "inner_box"]
    assert value.fields["same"].struct == value.fields["box"].struct == "box"
    assert value.structs["open"].open
    assert value.structs["inner"].fields["box"].struct == "inner_box"
    assert value.fields["boxes"].items == Type(type="struct", struct="box")
    assert value.fields["by_name"].items == Type(type="struct", struct="box")


def test_recursive_schemas(tmp_path: Path) -> None:
    """A struct may hold itself, directly or through others; a list or map of itself ends as any value."""
    found = fetched(
        tmp_path,
        record(tree=ref("Node"), json=ref("Json"), left=ref("Left"), extended=ref("Extended")),
        Node=record(name=TEXT, children={"type": "array", "items": ref("Node")}),
        Json={"type": "array", "items": ref("Json")},
        Left=record(right=ref("Right")),
        Right=record(left=ref("Left")),
        Base=record(name=TEXT),
        Extended={"allOf": [ref("Base"), record(more=ref("Extended"))]},
    )
    value = found.object("Parcel")
    assert value.structs["node"].fields["children"].items == Type(type="struct", struct="node")
    assert value.structs["right"].fields["left"].struct == "left"
    assert value.structs["extended"].fields["more"].struct == "extended"
    assert list(value.structs["extended"].fields) == ["name", "more"]
    items = value.fields["json"].items
    assert items == Type(type="any")
    assert "#/components/schemas/Json" in found.remarks


def test_a_record_that_holds_itself(tmp_path: Path) -> None:
    found = fetched(tmp_path, ref("Parcel"), Parcel=record(sid=SID, inner=ref("Parcel")))
    value = found.object("Parcel")
    assert value.fields["inner"].struct == "parcel"
    assert list(value.structs["parcel"].fields) == ["sid", "inner"]


def test_alternatives_are_one_struct_with_the_fields_of_all(tmp_path: Path) -> None:
    one, two = record(kind=TEXT, size=NUMBER, at=TEXT), record(kind=TEXT, colour=TEXT, at=NUMBER)
    found = fetched(
        tmp_path,
        ref("Either"),
        Either={"oneOf": [ref("One"), ref("Two")], "discriminator": {"propertyName": "kind"}},
        One=one,
        Two=two,
    )
    assert fields(found.object("Parcel")) == {
        "kind": {"type": "string"},
        "size": {"type": "decimal"},
        "at": {"type": "any"},
        "colour": {"type": "string"},
    }
    assert found.remarks["#/components/schemas/Either"]


def test_properties_beside_alternatives_that_only_require(tmp_path: Path) -> None:
    schema = record(a=TEXT, b=TEXT) | {"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}
    found = fetched(tmp_path, schema)
    assert list(found.object("Parcel").fields) == ["a", "b"]
    assert not found.remarks


def test_members_of_all_of(tmp_path: Path) -> None:
    found = fetched(
        tmp_path,
        {"allOf": [ref("Base"), {"allOf": [record(b=TEXT)]}], "properties": {"c": TEXT}},
        Base=record(a=TEXT),
    )
    assert set(found.object("Parcel").fields) == {"a", "b", "c"}


def test_what_stands_beside_a_type(tmp_path: Path) -> None:
    """Personal data, deprecation, null; also beside a reference, and not the prose."""
    pii = {"x-twilio": {"pii": {"handling": "standard", "deleteSla": 30}}}
    found = fetched(
        tmp_path,
        record(
            name=TEXT | pii | {"description": "Words words words."},
            old=TEXT | {"deprecated": True},
            box=ref("Box") | {"nullable": True} | pii,
            wrapped={"allOf": [ref("Box")], "nullable": True, "x-anything": 1},
            plain=TEXT | {"x-twilio": {"pii": {"handling": "sensitive"}}},
            odd=TEXT | {"x-twilio": {"pii": "yes"}},
        ),
        Box=record(a=TEXT),
    )
    value = found.object("Parcel")
    assert value.fields["name"].pii == value.fields["box"].pii
    assert said(value.fields["name"]) == {
        "type": "string",
        "pii": {"handling": "standard", "delete_sla": 30},
    }
    assert value.fields["old"].deprecated == "The source marks it as deprecated."
    assert value.fields["box"].nullable
    assert value.fields["wrapped"] == Field(type="struct", struct="box", nullable=True)
    assert said(value.fields["plain"])["pii"] == {"handling": "sensitive", "delete_sla": None}
    assert value.fields["odd"] == Field(type="string")
    assert "Words words" not in "".join(
        path.read_text(encoding="utf-8") for path in found.folder.rglob("*") if path.is_file()
    )


def test_names_are_kept_whatever_they_are(tmp_path: Path) -> None:
    names = [
        "snake_case",
        "camelCase",
        "acme/text",
        "no",
        "1e3",
        "with space",
        "$schema",
        "ünï",
        "a: b",
    ]
    found = fetched(tmp_path, record(**dict.fromkeys(names, TEXT)))
    assert list(found.object("Parcel").fields) == names


def test_what_is_only_read_and_what_is_only_written(tmp_path: Path) -> None:
    schema = record(
        sid=SID | {"readOnly": True}, secret=TEXT | {"writeOnly": True}, name=TEXT, part=ref("Part")
    )
    made = document(
        {
            "/v1/Parcels": {
                "post": operation("CreateParcel", ref("Parcel"), body=ref("Parcel"), media=JSON)
            }
        },
        schemas={"Parcel": schema, "Part": record(a=TEXT | {"readOnly": True}, b=TEXT)},
    )
    value = imported(tmp_path, made).object("Parcel")
    assert list(value.fields) == ["sid", "name", "part"]
    assert list(value.actions["Create"].parameters) == ["secret", "name", "part"]
    # The part is sent and answered with different fields: two structs.
    sent = value.actions["Create"].parameters["part"].struct
    assert sent == "part"
    assert list(value.structs[sent].fields) == ["b"]
    answered = value.fields["part"].struct
    assert answered is not None and answered != sent
    assert list(value.structs[answered].fields) == ["a", "b"]


def test_answers_that_differ_a_little_are_one_record(tmp_path: Path) -> None:
    item = record(sid=SID, name=TEXT, box=record(a=TEXT), status={"type": "string", "enum": ["a"]})
    whole = record(
        sid=SID | {"nullable": True},
        name=TEXT,
        box=record(a=TEXT, b=TEXT),
        status={"type": "string", "enum": ["a", "b"]},
        body=TEXT,
    )
    made = document(
        {
            "/v1/Parcels": {"get": operation("ListParcel", listing(item))},
            "/v1/Parcels/{Sid}": {"get": operation("FetchParcel", whole)},
        }
    )
    value = imported(tmp_path, made).object("Parcel")
    assert value.fields["sid"].nullable
    assert value.fields["body"].only == ("Get",)
    assert value.fields["name"].only == ()
    assert list(value.structs["box"].fields) == ["a", "b"]
    assert value.enums == {"status": ("a", "b")}


def test_answers_that_differ_much_are_structs(tmp_path: Path) -> None:
    made = document(
        {
            "/v1/Parcels": {
                "get": operation("ListParcel", listing(ref("acme.parcel"))),
                "post": operation("CreateParcel", record(job=TEXT, eta=TEXT), status="202"),
            },
            "/v1/Parcels/{Sid}": {
                "get": operation("FetchParcel", ref("acme.parcel")),
                "post": operation("UpdateParcel", ref("acme.ticket")),
            },
            "/v1/Tickets/{Sid}": {"get": operation("FetchTicket", ref("acme.ticket"))},
        },
        schemas={
            "acme.parcel": record(sid=SID, name=TEXT),
            "acme.ticket": record(number=TEXT, sid=NUMBER),
        },
    )
    value = imported(tmp_path, made).object("Parcel")
    assert list(value.fields) == ["sid", "name"]
    assert value.actions["Create"].answers == "create_parcel_answer"
    assert list(value.structs["create_parcel_answer"].fields) == ["job", "eta"]
    # The record of another object, by its name.
    assert value.actions["Update"].answers == "Ticket"


def test_too_many_alternatives_are_any_value(tmp_path: Path) -> None:
    parts = [record(**{f"f{number}": TEXT}) for number in range(9)]
    many = {"allOf": [{"oneOf": parts}, {"oneOf": parts}, {"oneOf": parts}]}
    found = fetched(tmp_path, record(many=many))
    assert found.object("Parcel").fields["many"] == Field(type="any")
    assert any("too many shapes" in message for message in found.remarks.values())


def test_what_documents_by_hand_get_wrong(tmp_path: Path) -> None:
    """It says nothing, and does no harm."""
    found = fetched(
        tmp_path,
        record(
            a=TEXT | {"required": True, "format": None, "pattern": None},
            b={"type": "integer", "minimum": "1", "maximum": None},
            c={"type": "string", "enum": None, "nullable": "true"},
            d={"$ref": "#/components/schemas/a%20b"},
        )
        | {"required": True},
        **{"a b": record(x=TEXT)},
    )
    assert fields(found.object("Parcel")) == {
        "a": {"type": "string"},
        "b": {"type": "integer"},
        "c": {"type": "string"},
        "d": {"type": "struct", "struct": "a_b"},
    }


LOST: list[tuple[Node, Node, str]] = [
    (
        {"anyOf": [{"type": "string", "enum": ["a", "b"]}, TEXT]},
        {"anyOf": [{"type": "string", "enum": ["a", "c"]}, TEXT]},
        "may be one of 2 shapes; taken as what they have in common",
    ),
    (
        {"oneOf": [SID, TEXT]},
        {"oneOf": [sid("CR"), TEXT]},
        "may be one of 2 shapes; taken as what they have in common",
    ),
    (
        {"oneOf": [TEXT | {"pattern": "^a$"}, TEXT | {"pattern": "^b$"}]},
        {"oneOf": [TEXT | {"pattern": "^a$"}, TEXT | {"pattern": "^c$"}]},
        "may be one of 2 shapes; taken as what they have in common",
    ),
    (
        {"oneOf": [record(a=TEXT), {"additionalProperties": TEXT}]},
        {"oneOf": [record(b=TEXT), {"additionalProperties": TEXT}]},
        "may be one of 2 shapes; taken as what they have in common",
    ),
    (
        {"oneOf": [{"nullable": True}, TEXT]},
        {"oneOf": [{"nullable": True}, NUMBER]},
        "may be one of 2 shapes; taken as what they have in common",
    ),
    ({"oneOf": [TEXT, NUMBER]}, {"oneOf": [TEXT, {"type": "boolean"}]}, "may be one of 2 shapes; taken as any value"),
    ({"type": "array", "items": TEXT, "minItems": 1}, {"type": "array", "items": TEXT, "minItems": 2}, "says minItems; taken without"),
    ({"type": "integer", "multipleOf": 5}, {"type": "integer", "multipleOf": 6}, "says multipleOf; taken without"),
    ({"type": "number", "format": "money"}, {"type": "number", "format": "share"}, "says format; taken without"),
    (TEXT | {"not": {"enum": ["a"]}}, TEXT | {"not": {"enum": ["b"]}}, "says not; taken without"),
    (
        {"type": "object", "patternProperties": {"^a": TEXT}},
        {"type": "object", "patternProperties": {"^a": NUMBER}},
        "says patternProperties; taken without",
    ),
]  # fmt: skip
"""What no row can hold, the same with another fact, and what is remarked of both."""


@pytest.mark.parametrize(("one", "other", "message"), LOST, ids=[str(row[0])[:40] for row in LOST])
@pytest.mark.parametrize("role", ["answer", "body"])
def test_what_no_row_can_hold_is_remarked_and_compared(
    tmp_path: Path, one: Node, other: Node, message: str, role: str
) -> None:
    """Named in the report; its digest is another one when the fact is."""
    digests: list[dict[str, str]] = []
    for number, schema in enumerate((one, other)):
        answer = record(sid=SID, it=schema if role == "answer" else TEXT)
        body = record(it=schema if role == "body" else TEXT)
        post = operation("CreateParcel", answer, status="201", media=JSON, body=body)
        found = imported(tmp_path / str(number), document({"/v1/Parcels": {"post": post}}))
        assert message in [problem.message for problem in found.report.remarks]
        digests.append(found.object("Parcel").left_out)
    assert digests[0].keys() == digests[1].keys()
    assert digests[0] != digests[1]


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "integer", "format": "int64"},
        {"type": ["integer", "number"]},
        {"oneOf": [SID, sid("CR")]},
        {"oneOf": [TEXT, {"type": "null"}]},
        record(a=TEXT) | {"x-order": 1},
        TEXT | {"summary": "Words.", "externalDocs": {}, "$comment": "Words."},
    ],
    ids=str,
)
def test_what_a_row_holds_is_not_remarked(tmp_path: Path, schema: Node) -> None:
    """Nor what is no fact of a value."""
    found = fetched(tmp_path, record(it=schema))
    assert found.remarks == {}
    assert found.object("Parcel").left_out == {}


def test_limits_of_answers_are_remarked(tmp_path: Path) -> None:
    """Records hold whatever the service answers."""
    found = fetched(tmp_path, record(it={"type": "integer", "minimum": 1}))
    assert list(found.remarks.values()) == ["has limits, which answers are not held to"]
    assert found.object("Parcel").fields["it"].minimum is None


@pytest.mark.parametrize("said_of", ["the list", "what it holds", "both", "neither"])
def test_a_repeated_parameter_is_what_its_list_or_its_values_are(
    tmp_path: Path, said_of: str
) -> None:
    """Deprecated and personal: said of the whole, or of each value."""
    marks: Node = {"deprecated": True, "x-twilio": {"pii": {"handling": "standard"}}}
    outer = marks if said_of in ("the list", "both") else {}
    inner = marks if said_of in ("what it holds", "both") else {}
    body = record(It={"type": "array", "items": TEXT | inner} | outer)
    post = operation("CreateParcel", record(sid=SID), status="201", body=body)
    found = imported(tmp_path, document({"/v1/Parcels": {"post": post}}))
    row = found.action("Parcel", "Create").parameters["It"]
    assert row.repeated
    assert bool(row.deprecated) is (said_of != "neither")
    assert (row.pii is not None) is (said_of != "neither")


def test_records_that_hold_themselves_alike_are_one_struct(tmp_path: Path) -> None:
    """However the document calls them, and however deep they hold each other."""

    def tree(own: str, other: str) -> Node:
        return record(name=TEXT, left=ref(own), right={"type": "array", "items": ref(other)})

    schemas = {"A.Node": tree("A.Node", "B.Node"), "B.Node": tree("B.Node", "A.Node")}
    different = {**schemas, "B.Node": tree("B.Node", "A.Node") | {"additionalProperties": True}}
    answer = record(sid=SID, node=ref("A.Node"), other=ref("B.Node"))
    paths = {"/v1/Parcels": {"post": operation("CreateParcel", answer, status="201")}}
    same = imported(tmp_path / "same", document(paths, schemas=schemas)).object("Parcel")
    apart = imported(tmp_path / "apart", document(paths, schemas=different)).object("Parcel")
    assert list(same.structs) == ["node"]
    assert len(apart.structs) == 2
