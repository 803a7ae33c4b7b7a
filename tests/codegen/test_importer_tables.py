"""What an import makes of single facts, one row a fact: answers, values, filters, keys, order, staged files."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.codegen.importer_support import (
    CONVENTIONS,
    FORM,
    JSON,
    SID,
    TEXT,
    Imported,
    Node,
    content,
    document,
    imported,
    listing,
    operation,
    parameter,
    record,
    ref,
    sid,
    write,
)
from twilio_ops_codegen.catalog.load import IMPORTING, JOURNAL
from twilio_ops_codegen.catalog.model import Filter, Key, Parameter
from twilio_ops_codegen.importer import ImportFailed, import_documents
from twilio_ops_codegen.importer.conventions import load_conventions
from twilio_ops_codegen.importer.kept import keep_order, keys_of, objects_of, read_earlier
from twilio_ops_codegen.importer.replacing import finish, replace_all

PARCEL = record(sid=SID, weight={"type": "number"})
NUMBER: Node = {"type": "integer"}
LIST: Node = {"type": "array", "items": PARCEL}
ENUM: Node = {"type": "string", "enum": ["a", "b"]}


def asked(folder: Path, node: Node, path: str = "/v1/Parcels", **components: Any) -> Imported:
    """A document with one operation that is asked by GET."""
    return imported(folder, document({path: {"get": node}}, **components))


def sent(folder: Path, body: Node, media: str = JSON, **components: Any) -> Imported:
    """A document with one Create."""
    node = operation("CreateParcel", PARCEL, status="201", body=body, media=media)
    return imported(folder, document({"/v1/Parcels": {"post": node}}, **components))


# -- answers

ANSWERS: list[tuple[str, Node, dict[str, Any]]] = [
    ("Update", {"200": content(PARCEL), "2XX": {}}, {"status": (200,)}),
    ("Update", {"202": {}, "200": content(PARCEL)}, {"status": (200, 202)}),
    ("Update", {"20": {}, "201": {}}, {"status": (201,), "told": "answers of status 20 are not described"}),
    ("Update", {"2000": {}, "201": {}}, {"status": (201,), "told": "answers of status 2000 are not described"}),
    ("Update", {"2a1": {}, "201": {}}, {"status": (201,), "told": "answers of status 2a1 are not described"}),
    ("Update", {"404": {}}, {"status": (200,), "cardinality": "none", "told": "answers of status 404 are not described"}),
    ("Update", {"404": {}, "default": content(PARCEL)}, {"status": (200,), "told": "answers of status 404 are not described"}),
    ("Update", {"200": content(PARCEL, "Application/JSON ; charset=utf-8")}, {"cardinality": "one"}),
    ("Update", {"200": content(PARCEL, "*/*")}, {"cardinality": "one"}),
    ("Update", {"200": content(PARCEL), "202": content(TEXT)}, {"cardinality": "one", "lost": "has another shape for another status"}),
    ("Update", {"200": content(PARCEL), "202": content({"type": "object"})}, {"cardinality": "one"}),
    ("Update", {"200": content(PARCEL), "202": content(record(sid=SID, late=TEXT))}, {"fields": ["sid", "weight", "late"]}),
    ("Update", {"200": content(TEXT, "text/csv")}, {"cardinality": "none", "lost": "is text/csv; only JSON is read"}),
    ("Update", {"200": {"content": {"text/csv": {}, "a/b": {}}}}, {"lost": "is text/csv or a/b; only JSON is read"}),
    ("Update", {"200": content({"additionalProperties": TEXT})}, {"told": "answers an object of any names; they are kept, and have no fields"}),
    ("Update", {"200": content(LIST)}, {"refused": "it answers a list without a name"}),
    ("Update", {"200": content(NUMBER)}, {"refused": "it answers a integer"}),
    ("List", {"200": content({"type": "array"})}, {"cardinality": "many", "fields": []}),
    ("List", {"200": content({"type": "array", "items": NUMBER})}, {"refused": "its list holds a integer each, no records"}),
    ("List", {"200": content(record(parcels={"type": "array"}))}, {"list": "parcels", "told": "says nothing of its records"}),
    ("List", {"200": content(record(start={"type": "array", "items": PARCEL}, boxes=LIST))}, {"list": "boxes"}),
    ("List", {"200": content(record(meta={"type": "array", "items": PARCEL}, boxes=LIST))}, {"list": "boxes"}),
    ("List", {"200": content(record(a=LIST, parcel=LIST))}, {"list": "parcel", "lost": "is a list beside parcel"}),
    ("List", {"200": content(record(a=LIST, Parcels=LIST))}, {"list": "Parcels", "lost": "is a list beside Parcels"}),
    ("List", {"200": content(record(a={"type": "array", "items": TEXT}, b=LIST))}, {"list": "b", "lost": "is a list beside b"}),
    ("List", {"200": content(record(a={"type": "array"}, b={"type": "array", "items": TEXT}))}, {"list": "a", "lost": "is a list beside a"}),
    ("List", {"200": content(record(a=LIST, b=LIST))}, {"list": "a", "lost": "is a list beside a", "told": "holds the lists a, b; the first is taken for the records"}),
    ("List", {"200": content(record(b={"type": "array", "items": TEXT}))}, {"cardinality": "one", "told": "holds a string each, no records; the answer is taken as one record"}),
    ("List", {"200": content(record(total=NUMBER))}, {"cardinality": "one", "told": "answers no list of records; taken as one record"}),
    ("List", {"200": content(record(a=LIST, next_page_uri=TEXT))}, {"paging": "uris"}),
    ("List", {"200": content(record(a=LIST, meta=record(next_page_url=TEXT)))}, {"paging": "meta"}),
    ("List", {"200": content(record(a=LIST, meta={}))}, {"paging": "meta"}),
    ("List", {"200": content(record(a=LIST, meta=record(key=TEXT)))}, {"paging": "none"}),
    ("List", {"200": content(record(a=LIST, meta=record(next_token=TEXT)))}, {"paging": "token"}),
    ("List", {"200": content(record(a=LIST, box=record(nextCursor=TEXT)))}, {"paging": "token"}),
    ("List", {"200": content(record(a=LIST, next_page=TEXT))}, {"paging": "none", "told": "looks paged (next_page), but nothing in its answer is known to lead to the next page; only the first page is read"}),
]  # fmt: skip
"""A verb, what it answers, and what that is taken as."""


@pytest.mark.parametrize(("verb", "responses", "expected"), ANSWERS)
def test_what_is_answered(
    tmp_path: Path, verb: str, responses: Node, expected: dict[str, Any]
) -> None:
    """Statuses, where the records are, how they page; what is lost is named, and kept as a digest."""
    node = operation(f"{verb}Parcel") | {"responses": responses}
    method = "get" if verb == "List" else "post"
    found = imported(tmp_path, document({"/v1/Post": {method: node}}))
    told, lost = set(found.remarks.values()), set(found.not_taken.values())
    if "refused" in expected:
        assert expected["refused"] in lost
        assert found.names == []
        return
    value = found.object("Parcel")
    (action,) = value.actions.values()
    assert expected.get("status", action.status) == action.status
    assert expected.get("cardinality", action.cardinality) == action.cardinality
    assert expected.get("list", value.json.list) == value.json.list
    assert expected.get("paging", action.paging) == action.paging
    assert expected.get("fields", list(value.fields)) == list(value.fields)
    assert lost == ({expected["lost"]} if "lost" in expected else set())
    if "told" in expected:
        assert expected["told"] in told
    assert bool(value.left_out) == bool(told | lost)


# -- values

VALUES: list[tuple[Node, dict[str, Any], str | None]] = [
    (NUMBER | {"enum": [1, 2]}, {"type": "integer"}, "is one of 1, 2; taken as any value of its type"),
    ({"type": "boolean", "enum": [True]}, {"type": "boolean"}, "is one of True; taken as any value of its type"),
    (NUMBER | {"minimum": 1, "maximum": 1}, {"type": "integer", "minimum": 1, "maximum": 1}, None),
    (NUMBER | {"minimum": 2, "maximum": 1}, {"type": "integer"}, "has the minimum 2 above its maximum, 1; taken without"),
    ({"type": "string", "enum": ["a", 1]}, {"type": "enum"}, "has the values 1, which are no text; not among those known"),
    (TEXT | {"minLength": 1}, {"type": "string"}, "has the minLength 1; taken without"),
    (TEXT | {"format": "date", "minLength": 1}, {"type": "date"}, "says minLength; taken without"),
    (SID | {"maxLength": 34}, {"type": "sid"}, None),
    (TEXT | {"pattern": "^(a+)+$"}, {"type": "string"}, "has the pattern ^(a+)+$, which"),
    (TEXT | {"format": "a\x01"}, {"type": "string"}, "has the format 'a\\x01', which cannot be written; left out"),
    (TEXT | {"default": ["a"]}, {"type": "string"}, "has the default ['a']; only single values have one"),
    (TEXT | {"default": False}, {"type": "string"}, "has the default False, which does not fit its type"),
    (record(a=TEXT) | {"format": "odd"}, {"type": "struct"}, "is an object of the format odd; taken without it"),
    ({"type": "object", "format": "odd"}, {"type": "any"}, "is an object of the format odd; taken without it"),
    ({"type": "object", "format": "ice-server"}, {"type": "any"}, None),
    ({"type": "object", "format": "prefixed-collapsible-map-"}, {"type": "any"}, "is an object of the format prefixed-collapsible-map-; taken without it"),
    ({"type": "object", "additionalProperties": {}}, {"type": "any"}, None),
    ({"type": "object", "additionalProperties": NUMBER}, {"type": "map"}, None),
    ({"type": ["string", "object"]}, {"type": "any"}, "may be string or object; taken as what holds them all"),
    ({"type": ["string", "integer"]}, {"type": "any"}, "may be string or integer; taken as any value"),
    ({"type": ["null"]}, {"type": "any"}, "may be null, which is not sent"),
    ({"type": "odd"}, {"type": "any"}, "has the unknown type odd; taken as any value"),
    ({"oneOf": [{"type": "null"}]}, {"type": "any"}, "may be null, which is not sent"),
    ({"oneOf": [record(a=TEXT), {"type": "null"}]}, {"type": "struct"}, "may be null, which is not sent"),
    ({"oneOf": [record(a=TEXT), record(b=TEXT)]}, {"type": "struct"}, "may be one of 2 objects; taken as one with the fields of all"),
    ({"oneOf": [record(a=TEXT), record(a=NUMBER)]}, {"type": "struct"}, "1 field differs between its shapes; taken as any value"),
    ({"oneOf": [record(a=TEXT, b=TEXT), record(a=NUMBER, b=NUMBER)]}, {"type": "struct"}, "2 fields differ between its shapes; taken as any value"),
    ({"oneOf": [record(a=TEXT), record(a=SID)]}, {"type": "struct"}, "has fields that differ between its shapes; taken as what they have in common"),
    ({**record(a=TEXT), "oneOf": [{"required": ["a"]}, {}]}, {"type": "struct"}, "needs one of several sets of properties; any is taken"),
    ({"allOf": [ref("Part") | {"nullable": True}, record(b=TEXT)]}, {"type": "struct"}, "may be null, which is not sent"),
    (ref("Part") | {"deprecated": True}, {"type": "struct", "deprecated": True}, None),
    (TEXT | {"x-twilio": {"pii": {"handling": "standard", "deleteSla": True}}}, {"type": "string", "pii": True}, None),
    (TEXT | {"x-twilio": {"pii": {"handling": 5}}}, {"type": "string", "pii": False}, None),
]  # fmt: skip
"""A schema that is sent, what its row says, and what is remarked."""


@pytest.mark.parametrize(("schema", "expected", "message"), VALUES)
def test_what_is_sent(
    tmp_path: Path, schema: Node, expected: dict[str, Any], message: str | None
) -> None:
    """Every schema becomes a row; what the row cannot hold is remarked, and kept as a digest."""
    found = sent(tmp_path, record(It=schema), schemas={"Part": record(a=TEXT)})
    row = found.action("Parcel", "Create").parameters["It"]
    for key, value in expected.items():
        held = getattr(row, key)
        assert (bool(held) if isinstance(value, bool) else held) == value
    assert row.minimum == expected.get("minimum")
    assert row.default is None
    told = [problem.message for problem in found.report.remarks]
    assert any(message in text for text in told) if message is not None else told == []
    assert bool(found.object("Parcel").left_out) == bool(told)
    if row.pii is not None:
        assert row.pii.delete_sla is None


@pytest.mark.parametrize("nullable", [True, False])
def test_null_beside_a_reference_in_a_composition(tmp_path: Path, nullable: bool) -> None:
    """It is said of the whole."""
    schema = {"allOf": [ref("Part") | {"nullable": nullable}, record(b=TEXT)]}
    found = sent(tmp_path, record(It=record(inner=schema)), schemas={"Part": record(a=TEXT)})
    value = found.object("Parcel")
    assert value.structs["it"].fields["inner"].nullable is nullable
    assert list(value.structs["inner"].fields) == ["a", "b"]


@pytest.mark.parametrize(
    ("name", "hint"),
    [("parcel_enum_kind", "kind"), ("_enum_kind", "kind"), ("parcel_enum_", "parcel_enum"), ("acme.v1.kind", "kind"),
     ("callKind", "call_kind"), ("a~1b", "a_b"), ("a%20b", "a_b")],
)  # fmt: skip
def test_what_an_enum_is_called(tmp_path: Path, name: str, hint: str) -> None:
    """The last part of its name in the document."""
    key = name.replace("~1", "/").replace("%20", " ")
    found = sent(tmp_path, record(It={"$ref": f"#/components/schemas/{name}"}), schemas={key: ENUM})
    assert list(found.object("Parcel").enums) == [hint]


@pytest.mark.parametrize("hidden", ["readOnly", "writeOnly"])
@pytest.mark.parametrize("where", ["inline", "referred"])
def test_what_is_only_sent_or_only_answered(tmp_path: Path, hidden: str, where: str) -> None:
    """Wherever it is said so; only if it is true."""
    schemas = {"Hidden": TEXT | {hidden: True}, "Shown": TEXT | {hidden: False}}
    fields = {
        name: ref(name) if where == "referred" else schema for name, schema in schemas.items()
    }
    schema = record(sid=SID, **fields)
    node = operation("CreateParcel", schema, status="201", body=schema, media=JSON)
    value = imported(tmp_path, document({"/v1/Parcels": {"post": node}}, schemas=schemas)).object(
        "Parcel"
    )
    assert ("Hidden" in value.fields) is (hidden == "readOnly")
    assert ("Hidden" in value.actions["Create"].parameters) is (hidden == "writeOnly")
    assert "Shown" in value.fields and "Shown" in value.actions["Create"].parameters


# -- what is asked

FILTERS: list[tuple[Node, Filter | None, str | None]] = [
    (parameter("It"), Filter(type="string"), None),
    (parameter("It", required=True), Filter(type="string", required=True), None),
    (parameter("It", schema=TEXT | {"default": "a"}), Filter(type="string"), "has the default 'a'; filters have none"),
    (parameter("It", schema={"type": "object", "format": "prefixed-collapsible-map-X"}), None, "is a filter of several parameters"),
    (parameter("PageSize", schema=NUMBER | {"maximum": 0}), None, "is at most 0; no page is so small"),
    (parameter("PageSize", schema=NUMBER | {"maximum": 1}), None, None),
    (parameter("PageSize", schema={"type": "number", "maximum": 1.5}), None, "is at most 1.5; no page is so small"),
    (parameter("Page", schema=NUMBER | {"maximum": 0}), None, None),
    (parameter("PageToken"), None, None),
    (parameter("It", "cookie"), None, "is a parameter in the cookie"),
    (parameter("It", schema=TEXT, style="deepObject"), None, "is an object spread over several parameters"),
    (parameter("It>", schema={"type": "string", "format": "date"}), Filter(type="date", operators=("after",)), None),
    (parameter("It<", schema=TEXT), None, "compares values of type string; only times can be compared"),
    (parameter("", schema=TEXT), None, "is called ''"),
    (parameter('a"b', schema=TEXT), None, "is called"),
]  # fmt: skip


@pytest.mark.parametrize(("node", "expected", "message"), FILTERS)
def test_what_a_list_is_asked(
    tmp_path: Path, node: Node, expected: Filter | None, message: str | None
) -> None:
    """A filter, or nothing; why not is told."""
    found = asked(tmp_path, operation("ListParcel", listing(PARCEL), parameters=[node]))
    action = found.action("Parcel", "Query")
    assert list(action.filters.values()) == ([] if expected is None else [expected])
    assert action.parameters == {}
    told = [*found.remarks.values(), *found.not_taken.values()]
    assert bool(told) == (message is not None)
    assert message is None or message in told[0]


def test_the_smallest_of_several_page_sizes_counts(tmp_path: Path) -> None:
    """None of them may be exceeded."""
    sizes = [
        parameter(name, schema=NUMBER | {"maximum": most})
        for name, most in (("PageSize", 50), ("page_size", 20))
    ]
    found = asked(tmp_path, operation("ListParcel", listing(PARCEL), parameters=sizes))
    assert found.action("Parcel", "Query").max_page_size == 20
    assert found.remarks == {"ListParcel": "pages by page_size"}


KEYS: list[tuple[Node, Key, str | None]] = [
    (SID, Key(prefixes=("PA",)), None),
    (ENUM, Key(pattern="^(a|b)$", example="a"), None),
    (
        {"type": "string", "enum": ["a", ""]},
        Key(),
        "has values that no part of a Sid can be; taken as any text",
    ),
    (
        {"type": "string", "enum": [f"v{n}" for n in range(3000)]},
        Key(),
        "has too many values; taken as any text",
    ),
    (NUMBER, Key(pattern="^[0-9]+$"), None),
    (TEXT | {"format": "date"}, Key(pattern=r"^\d{4}-\d{2}-\d{2}$", example="2000-01-31"), None),
    (TEXT | {"pattern": "^a+$"}, Key(pattern="^a+$"), None),
    (TEXT, Key(), None),
]


@pytest.mark.parametrize(("schema", "expected", "message"), KEYS, ids=[str(row[1]) for row in KEYS])
def test_what_a_key_is(tmp_path: Path, schema: Node, expected: Key, message: str | None) -> None:
    """As far as a Sid can be told apart from other text by it."""
    node = operation("FetchParcel", PARCEL, parameters=[parameter("Id", "path", schema)])
    found = asked(tmp_path, node, "/v1/Parcels/{Id}")
    assert found.object("Parcel").keys == {"Id": expected}
    assert list(found.remarks.values()) == ([] if message is None else [message])


def test_what_most_actions_say_of_a_key_is_the_objects(tmp_path: Path) -> None:
    """The others have it at their action."""

    def one(name: str, prefix: str) -> Node:
        return operation(name, PARCEL, parameters=[parameter("Sid", "path", sid(prefix))])

    item = {
        "get": one("FetchParcel", "PA"),
        "post": one("UpdateParcel", "PB"),
        "delete": one("DeleteParcel", "PB"),
    }
    value = imported(tmp_path, document({"/v1/Parcels/{Sid}": item})).object("Parcel")
    assert value.keys == {"Sid": Key(prefixes=("PB",))}
    assert value.actions["Get"].keys == {"Sid": Key(prefixes=("PA",))}
    assert value.actions["Update"].keys == value.actions["Delete"].keys == {}


BODIES: list[tuple[str, Node, dict[str, Parameter], list[str]]] = [
    (FORM, record(It={"type": "array", "items": TEXT | {"default": "a"}}), {"It": Parameter(type="string", repeated=True)}, ["has the default 'a'; several values have none"]),
    (FORM, record(It={"type": "object", "format": "prefixed-collapsible-map-X"}), {"It": Parameter(type="collapsible_map", prefix="X")}, []),
    (FORM, record(It={"type": "array", "items": {"type": "object", "format": "prefixed-collapsible-map-X"}}), {"It": Parameter(type="any", repeated=True)}, ["collapses under X; taken as any value"]),
    (FORM, {"type": "object"}, {}, ["names no parameters"]),
    (FORM, {}, {}, []),
    (JSON, record(It={"type": "array", "items": TEXT | {"nullable": True}}), {}, []),
    (FORM, record(It=TEXT | {"nullable": True}), {"It": Parameter(type="string")}, []),
    ("application/scim+json", record(It=TEXT), {"It": Parameter(type="string")}, ["has a body of application/scim+json; it is sent as application/json"]),
]  # fmt: skip


@pytest.mark.parametrize(("media", "body", "expected", "told"), BODIES)
def test_what_a_body_holds(
    tmp_path: Path, media: str, body: Node, expected: dict[str, Parameter], told: list[str]
) -> None:
    """Parameters; what they cannot hold is remarked."""
    found = sent(tmp_path, body, media)
    if expected or media == FORM:
        assert found.action("Parcel", "Create").parameters == expected
    assert list(found.remarks.values()) == told


def test_a_body_that_is_no_parameters_is_refused_by_its_type(tmp_path: Path) -> None:
    """In a form; all media types are named where none is known."""
    found = sent(tmp_path / "form", NUMBER, FORM)
    assert found.not_taken == {"CreateParcel": "its body is a integer, without named parameters"}
    node = operation("CreateParcel", PARCEL) | {"requestBody": {"content": {"b/c": {}, "a/b": {}}}}
    found = imported(tmp_path / "media", document({"/v1/Parcels": {"post": node}}))
    assert found.not_taken["CreateParcel"] == "its body is a/b or b/c"


# -- servers


def test_the_nearest_server_counts(tmp_path: Path) -> None:
    """An operation's before its path's before the document's; the host of most is the service's."""

    def at(*names: str) -> list[Node]:
        return [{"url": f"https://{name}.example.com/base"} for name in names]

    made = document(
        {
            "/v1/Crates": {"get": operation("FetchCrate", PARCEL)},
            "/v1/Boxes": {
                "servers": at("b"),
                "get": operation("FetchBox", PARCEL, servers=at("acme", "c")),
            },
            "/v1/Tools": {"servers": at("b", "d"), "get": operation("FetchTool", PARCEL)},
        }
    )
    found = imported(tmp_path, made)
    assert found.names == ["Box", "Crate"]
    assert found.action("Box", "Get").path == "/base/v1/Boxes"
    assert found.action("Crate", "Get").path == "/v1/Crates"
    assert found.not_taken == {
        "FetchTool": "is at b.example.com; the service is at acme.example.com"
    }
    assert found.remarks == {
        "FetchBox": "is at https://c.example.com/base, too; only https://acme.example.com/base is used",
        "FetchTool": "is at https://d.example.com/base, too; only https://b.example.com/base is used",
    }


@pytest.mark.parametrize("place", ["servers", "paths", "operation"])
@pytest.mark.parametrize("odd", [3, [3], [{}], [{"url": 3}]], ids=str)
def test_servers_that_are_none_are_refused(tmp_path: Path, place: str, odd: Any) -> None:
    """Wherever they stand."""
    made = copy.deepcopy(document({"/v1/A": {"get": operation("FetchA", PARCEL)}}))
    if place == "servers":
        made["servers"] = odd
    else:
        item = made["paths"]["/v1/A"]
        (item if place == "paths" else item["get"])["servers"] = odd
    with pytest.raises(ImportFailed, match="servers"):
        import_documents([write(tmp_path, made)], tmp_path / "catalog", CONVENTIONS)


# -- conventions


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("'v\\d+|", "'(v\\d+|", "version_segment: is not a regular expression"),
        (
            "'Twilio - (?P<name>.+)'",
            "'Twilio - (?P<name>.+'",
            "service.title_pattern: is not a regular expression",
        ),
        (
            "'twilio_ops_{service}_{version}'",
            "'{x}'",
            "service.package: is '{x}'; expected no placeholders but",
        ),
        (
            "'Twilio {service} {version}'",
            "'{'",
            "service.title: is '{'; expected no placeholders but",
        ),
        (
            "'Twilio {service} {version}'",
            "'{}'",
            "service.title: is '{}'; expected no placeholders but",
        ),
        ("account_key: AccountSid", "account_key: AccountSid\nodd: 1", "odd"),
        ("account_key: AccountSid", "", "required field missing"),
    ],
)
def test_conventions_that_cannot_be_used(tmp_path: Path, old: str, new: str, message: str) -> None:
    """Are refused with their place in the file."""
    text = CONVENTIONS.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "import.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ImportFailed) as refused:
        load_conventions(path)
    assert message in str(refused.value)
    assert all(one.file == str(path) for one in refused.value.problems)
    path.write_bytes(b"\xff")
    with pytest.raises(ImportFailed, match="is not UTF-8 text"):
        load_conventions(path)


# -- over a catalog


def test_what_was_there_stays_where_it_was() -> None:
    """In every table of a row, and in its lists; newcomers come behind, and what is gone is gone."""

    def row(keys: str, values: list[str]) -> dict[str, Any]:
        table = {key: {"type": "string"} for key in keys}
        return {
            "keys": dict(table), "fields": dict(table), "enums": {key: list(values) for key in keys},
            "structs": {key: {"fields": dict(table)} for key in keys},
            "actions": {"Query": {"parameters": dict(table), "filters": dict(table), "either": [[each] for each in values], "status": list(values)}},
        }  # fmt: skip

    new, old = row("acb", ["x", "z", "y"]), row("bda", ["y", "w", "x"])
    keep_order(new, old)
    query = new["actions"]["Query"]
    tables = [
        new["keys"],
        new["fields"],
        new["enums"],
        new["structs"],
        query["parameters"],
        query["filters"],
    ]
    tables += [new["structs"][key]["fields"] for key in "ab"]
    assert [list(table) for table in tables] == [["b", "a", "c"]] * 8
    assert list(new["structs"]["c"]["fields"]) == ["a", "c", "b"]
    assert new["enums"]["a"] == query["status"] == ["y", "x", "z"]
    assert query["either"] == [["y"], ["x"], ["z"]]
    assert new["enums"]["c"] == ["x", "z", "y"]
    bare: dict[str, Any] = {"actions": {"Get": {}}}
    keep_order(bare, old)
    assert bare == {"actions": {"Get": {}}}


def test_enums_and_structs_are_known_by_their_places() -> None:
    """Of fields, of structs, of parameters and filters, of what an action answers; in lists, too."""
    enum, struct = {"type": "enum", "enum": "e"}, {"type": "struct", "struct": "s"}
    row = {
        "fields": {"a": enum, "b": {"type": "list", "items": struct}},
        "structs": {"s": {"fields": {"c": enum}}},
        "actions": {
            "Query": {"filters": {"d": enum}, "answers": "s"},
            "Create": {"parameters": {"f": struct}, "answers": "Other"},
        },
    }
    assert keys_of(row) == {
        ("enum", ("fields", "a")): "e",
        ("struct", ("fields", "b", "items")): "s",
        ("enum", ("structs", "s", "fields", "c")): "e",
        ("enum", ("actions", "Query", "filters", "d")): "e",
        ("struct", ("actions", "Create", "parameters", "f")): "s",
        ("struct", ("actions", "Query", "answers")): "s",
    }
    assert keys_of({}) == {}


def test_earlier_rows_are_read_by_version(tmp_path: Path) -> None:
    """Files that are no objects name nothing; those that cannot be read are refused together."""
    for name, text in {"v1/A": "object: B\nactions: {Get: {operation: FetchA}, Query: {}}", "v2/C": "object: C",
                       "v1/odd": "- a", "v1/number": "object: 5"}.items():  # fmt: skip
        path = tmp_path / "api" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = read_earlier(tmp_path)
    assert {version: list(rows) for version, rows in found.items()} == {"v1": ["A"], "v2": ["C"]}
    assert objects_of(found["v1"]) == {"FetchA": "A"}
    for name in ("x", "y"):
        (tmp_path / "api/v1" / f"{name}.yaml").write_text("a: [", encoding="utf-8")
    with pytest.raises(ImportFailed, match="names it gives would be lost") as refused:
        read_earlier(tmp_path)
    assert [Path(one.file).name for one in refused.value.problems] == ["x.yaml", "y.yaml"]


# -- files


def staged(folder: Path, journal: Any, files: dict[str, str]) -> Path:
    """A folder that a killed import has left."""
    aside = folder / f"{IMPORTING}left"
    aside.mkdir()
    for name, text in files.items():
        (aside / name).write_text(text, encoding="utf-8")
    if journal is not None:
        (aside / JOURNAL).write_text(json.dumps(journal), encoding="utf-8")
    return aside


def test_what_a_killed_import_left_is_done_or_removed(tmp_path: Path) -> None:
    """With a journal, the rest of it; without one, nothing; what is moved already stays."""
    for name in ("a", "b", "c"):
        (tmp_path / name).write_text("old", encoding="utf-8")
    aside = staged(tmp_path, {"wanted": ["a", "b"], "unwanted": ["c", "gone"]}, {"0": "new"})
    finish(tmp_path)
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {
        "a": "new",
        "b": "old",
    }
    staged(tmp_path, None, {"0": "newer"})
    finish(tmp_path)
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {
        "a": "new",
        "b": "old",
    }
    staged(tmp_path, {"wanted": "a", "unwanted": None}, {"0": "newer"})
    finish(tmp_path)
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {
        "a": "new",
        "b": "old",
    }
    assert not aside.exists()


def test_what_is_no_staging_folder_is_left_alone(tmp_path: Path) -> None:
    """A link, a file, and what a link in place of the journal says."""
    into, other = tmp_path / "into", tmp_path / "other"
    into.mkdir()
    other.mkdir()
    (other / JOURNAL).write_text(json.dumps({"wanted": [], "unwanted": ["kept"]}), encoding="utf-8")
    (other / "kept").write_text("kept", encoding="utf-8")
    (into / "kept").write_text("kept", encoding="utf-8")
    (into / f"{IMPORTING}link").symlink_to(other)
    (into / f"{IMPORTING}file").write_text("a file", encoding="utf-8")
    aside = staged(into, None, {})
    (aside / JOURNAL).symlink_to(other / JOURNAL)
    finish(into)
    assert sorted(path.name for path in into.iterdir()) == [
        f"{IMPORTING}file",
        f"{IMPORTING}link",
        "kept",
    ]
    assert sorted(path.name for path in other.iterdir()) == sorted([JOURNAL, "kept"])


@pytest.mark.parametrize("name", ["../out", "/out", "a/../../out", "link/out", "folder"])
def test_nothing_is_written_outside_of_the_catalog(tmp_path: Path, name: str) -> None:
    """Neither by a journal nor by an import; a folder is no file's place."""
    into, other = tmp_path / "into", tmp_path / "other"
    (into / "folder").mkdir(parents=True)
    other.mkdir()
    (into / "link").symlink_to(other)
    aside = staged(into, {"wanted": [name], "unwanted": []}, {"0": "new"})
    with pytest.raises(OSError, match=r"out of the catalog|is a link|[Ii]s a directory"):
        finish(into)
    assert (aside / "0").exists()
    assert list(other.iterdir()) == []
    if name.startswith(("link", "folder")):
        with pytest.raises(OSError, match=r"is a link|[Ii]s a directory"):
            replace_all(into, {into / name: "new"}, [])
    assert not (tmp_path / "out").exists()


def test_files_are_replaced_together(tmp_path: Path) -> None:
    """New folders are made, links are replaced, what goes may be gone; nothing is left over."""
    (tmp_path / "old").write_text("old", encoding="utf-8")
    (tmp_path / "elsewhere").write_text("elsewhere", encoding="utf-8")
    (tmp_path / "link").symlink_to("elsewhere")
    files = {tmp_path / name: name for name in ("a/b/new", "old", "link")}
    replace_all(tmp_path, files, [tmp_path / "elsewhere"])
    found = {
        path.relative_to(tmp_path).as_posix(): path.read_text(encoding="utf-8")
        for path in tmp_path.rglob("*")
        if path.is_file()
    }
    assert found == {"a/b/new": "a/b/new", "old": "old", "link": "link"}
    assert not (tmp_path / "link").is_symlink()


def test_a_catalog_says_its_own_and_is_told_apart(tmp_path: Path) -> None:
    """What the document says of host, suffixes and account is compared with what the catalog says."""
    made = document({"/v1/Accounts/{AccountSid}/A": {"get": operation("FetchA", PARCEL)}})
    path, into = write(tmp_path, made), tmp_path / "catalog"
    import_documents([path], into, CONVENTIONS)
    file = into / "catalog.yaml"
    value = yaml.safe_load(file.read_text(encoding="utf-8"))
    file.write_text(
        yaml.safe_dump({**value, "suffixes": True, "host": "b.example.com"}), encoding="utf-8"
    )
    places = {problem.place for problem in import_documents([path], into, CONVENTIONS).remarks}
    assert places == {"suffixes", "host"}


# -- what several seeds of changed code have shown to be untried


REFERRED: list[tuple[Node, str]] = [
    (ref("Part"), "struct"),
    ({"allOf": [ref("Part")]}, "struct"),
    ({"oneOf": [ref("Part"), {"type": "null"}]}, "struct"),
    (ENUM, "enum"),
    ({"allOf": [ENUM]}, "enum"),
]


@pytest.mark.parametrize(("alias", "kind"), REFERRED, ids=str)
def test_a_reference_to_a_reference_is_what_it_leads_to(
    tmp_path: Path, alias: Node, kind: str
) -> None:
    """However many there are between, in answers and bodies alike."""
    schemas = {"Part": record(a=TEXT), "Alias": alias, "Other": ref("Alias")}
    node = operation(
        "CreateParcel",
        record(it=ref("Other")),
        status="201",
        body=record(it=ref("Other")),
        media=JSON,
    )
    value = imported(tmp_path, document({"/v1/Parcels": {"post": node}}, schemas=schemas)).object(
        "Parcel"
    )
    field, sent = value.fields["it"], value.actions["Create"].parameters["it"]
    assert field.type == sent.type == kind
    if kind == "struct":
        assert list(value.structs[field.struct or ""].fields) == ["a"]
        assert field.struct == sent.struct
    else:
        assert value.enums[field.enum or ""] == ("a", "b")


ALIKE: list[tuple[Node, bool, str]] = [
    (record(sid=SID, a=TEXT, b=TEXT), True, "the same"),
    (record(sid=SID, c=TEXT), True, "half of the smaller is shared"),
    (record(sid=SID, c=TEXT, d=TEXT), False, "less than half of the smaller is shared"),
    (record(sid=SID, a=TEXT, b=NUMBER), False, "a field that cannot be both"),
    (record(c=TEXT), False, "nothing is shared"),
    (record(b=NUMBER, c=TEXT, d=TEXT), False, "neither"),
]  # fmt: skip


@pytest.mark.parametrize(("other", "together", "why"), ALIKE, ids=[row[2] for row in ALIKE])
def test_answers_that_are_one_record_or_two(
    tmp_path: Path, other: Node, together: bool, why: str
) -> None:
    """They are one if they share half of what the smaller has, and nothing in them is of two kinds."""
    key = [parameter("Sid", "path", SID)]
    item = {
        "get": operation("FetchParcel", record(sid=SID, a=TEXT, b=TEXT), parameters=key),
        "post": operation("UpdateParcel", other, parameters=key),
    }
    value = imported(tmp_path, document({"/v1/Parcels/{Sid}": item})).object("Parcel")
    assert (value.actions["Update"].answers is None) is together
    names = set(value.fields)
    assert names == (
        {"sid", "a", "b"} | set(other["properties"]) if together else {"sid", "a", "b"}
    )


def test_all_values_that_are_no_text_are_named(tmp_path: Path) -> None:
    """One behind the other."""
    found = sent(tmp_path, record(It={"type": "string", "enum": ["a", 1, True]}))
    assert list(found.remarks.values()) == [
        "has the values 1, True, which are no text; not among those known"
    ]


def test_the_report_of_an_import_in_words(tmp_path: Path) -> None:
    """What it holds, what was written and removed, what is not there or simpler; or that nothing changed."""
    node = operation(
        "CreateParcel",
        PARCEL,
        parameters=[parameter("A", "cookie"), parameter("B", allowReserved=True)],
    )
    paths: dict[str, Node] = {
        "/v1/Parcels": {"post": node},
        "/v1/Tools": {"get": operation("FetchTool", PARCEL)},
    }
    path, into = write(tmp_path, document(paths)), tmp_path / "catalog"
    lines = str(import_documents([path], into, CONVENTIONS)).splitlines()
    assert lines[0] == "2 objects, 2 actions."
    assert "written: api/v1/Parcel.yaml" in lines and "Nothing changed." not in lines
    assert f"not taken: {path}: CreateParcel/A: is a parameter in the cookie" in lines
    assert f"simplified: {path}: CreateParcel/B: says allowReserved; taken without" in lines
    again = str(import_documents([path], into, CONVENTIONS)).splitlines()
    assert again[:2] == ["2 objects, 2 actions.", "Nothing changed."]
    assert not any(line.startswith(("written", "removed")) for line in again)
    write(tmp_path, document({"/v1/Parcels": {"post": node}}))
    fewer = str(import_documents([path], into, CONVENTIONS)).splitlines()
    assert fewer[:2] == ["1 object, 1 action.", "removed: api/v1/Tool.yaml"]
