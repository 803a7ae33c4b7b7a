"""No fact of a document is lost: it is in a row, or it is remarked and its digest differs where it does."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

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
    write,
)
from tests.codegen.test_hostile_text import DOCUMENT, TABLES
from tests.codegen.test_importer_catalog import KITCHEN_SINK
from twilio_ops_codegen.importer.conventions import load_conventions
from twilio_ops_codegen.importer.extract import take
from twilio_ops_codegen.importer.problems import ImportFailed

PARCEL = record(sid=SID, weight={"type": "number"})
ODDS: Node = document(
    {
        "/v1/Odds": {
            "parameters": [parameter("Shade")],
            "get": operation(
                "FetchOdd",
                PARCEL,
                callbacks={"told": {"/back": {"post": {"responses": {"200": {}}}}}},
                parameters=[
                    parameter("Session", "cookie"),
                    parameter("Page", schema={"type": "integer", "minimum": 1}),
                    parameter("Fuzzy", schema={"type": "array", "items": TEXT}, explode=False),
                    parameter("Raw", allowReserved=True, allowEmptyValue=True),
                    parameter("Deep", schema=record(a=TEXT), style="deepObject"),
                ],
            ),
            "post": {
                "operationId": "CreateOdd",
                "requestBody": {
                    "content": {
                        FORM: {
                            "schema": record(a={"type": "array", "items": TEXT, "minItems": 1}),
                            "encoding": {"a": {"style": "pipeDelimited", "explode": False}},
                        },
                        JSON: {"schema": record(a=TEXT)},
                    }
                },
                "responses": {
                    "201": {
                        **content(PARCEL),
                        "links": {"one": {"operationRef": "#/FetchOdd"}},
                        "headers": {"Retry-After": {"schema": {"type": "integer"}}},
                    },
                    "429": {**content(record(code=TEXT)), "headers": {"Retry-After": {}}},
                },
            },
        },
        "/v1/Odds/{Sid}": {
            "parameters": [parameter("Sid", "path", SID)],
            "get": operation("ProbeOdd", PARCEL),
            "head": operation("HeadOdd"),
            "delete": operation("DeleteOdd", PARCEL),
        },
        "/v1/Odds/{Sid}/Pictures": {
            "parameters": [parameter("Sid", "path", SID), parameter("Size")],
            "servers": [{"url": "https://pictures.example.com"}],
            "get": operation("FetchPicture", PARCEL),
        },
        "/v1/Files": {
            "parameters": [parameter("Kind")],
            "post": operation("CreateFile", PARCEL, body=record(a=TEXT), media="multipart/form-data"),
        },
        "/v1/Either": {
            "get": operation(
                "FetchEither", {"oneOf": [record(a=TEXT, b=TEXT), record(a={"type": "number"}, c=SID)]}
            ),
            "post": operation(
                "CreateEither",
                record(a=TEXT, b=TEXT | {"nullable": True}),
                body=record(a={"type": ["string", "object"]}, b=TEXT | {"maxLength": 5}),
                media=JSON,
            ),
        },
    }
)  # fmt: skip
"""What a catalog has no rows for."""

Place = tuple[str | int, ...]
PROSE = ("description", "summary", "title", "example", "examples", "tags", "externalDocs")


def places(value: Any, place: Place = ()) -> Iterator[Place]:
    """Everything in a document that is no prose."""
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()  # fmt: skip
    for key, inner in entries:
        if key in PROSE and place[-1:] and place[-1] not in TABLES and place != ("info",):
            continue
        yield (*place, key)
        yield from places(inner, (*place, key))


def changed(value: Any, place: Place, change: Callable[[Any, Any], None]) -> Any:
    """A copy of a document with something else at a place."""
    made = copy.deepcopy(value)
    around = made
    for step in place[:-1]:
        around = around[step]
    change(around, place[-1])
    return made


def without(around: Any, key: Any) -> None:
    """Takes something out."""
    del around[key]


def otherwise(around: Any, key: Any) -> None:
    """Says something else; what holds other things stays."""
    value = around[key]
    if isinstance(value, bool):
        around[key] = not value
    elif isinstance(value, int | float):
        around[key] = value + 1
    elif isinstance(value, str):
        around[key] = f"{value}x"


def says_nothing(value: Any, place: Place, change: Callable[[Any, Any], None]) -> bool:
    """Whether a document means the same with and without something, or whatever it says.

    The format's version and the document's; a type that its other keys imply; that a key of the path is
    required; how a list says what its pages are; a parameter without a schema is text; an operation's
    id, where its method and path give the same.
    """
    key, around = place[-1], value
    for step in place[:-1]:
        around = around[step]
    if place in (("openapi",), ("info", "version")) or "meta" in place or around[key] == {}:
        return True
    if key == "type" and change is without:
        return bool(
            around.keys() & {"properties", "items", "additionalProperties", "enum", "format"}
        )
    if key == "operationId" and change is without:
        return True
    if key == "required" and around[key] is True:
        return around.get("in") == "path"
    return key == "schema" and around[key] in (TEXT, {}) and change is without


@pytest.mark.slow
@pytest.mark.parametrize("change", [without, otherwise])
@pytest.mark.parametrize(
    "value", [DOCUMENT, KITCHEN_SINK, ODDS], ids=["made up", "all kinds", "odd"]
)
def test_every_fact_is_held_or_told(tmp_path: Path, value: Node, change: Any) -> None:
    """Whatever is taken out of a document or said otherwise, the catalog is another one, or it is refused."""
    conventions = load_conventions(CONVENTIONS)

    def rows(each: Any) -> Any:
        try:
            facts = take(write(tmp_path, each), conventions)
        except ImportFailed:
            return None
        return facts.service, facts.objects, facts.left_out

    usual = rows(value)
    assert usual is not None
    lost = []
    for place in places(value):
        made = changed(value, place, change)
        if made != value and not says_nothing(value, place, change) and rows(made) == usual:
            lost.append(place)
    assert lost == []


@pytest.mark.parametrize("key", [*PROSE, "operationId"])
def test_prose_is_no_fact(tmp_path: Path, key: str) -> None:
    """Wherever it stands, also in what is kept as digests alone; a property may be called so."""

    def wordy(value: Any, place: Place = ()) -> Any:
        if isinstance(value, list):
            return [wordy(each, (*place, 0)) for each in value]
        if not isinstance(value, dict):
            return value
        made = {name: wordy(each, (*place, name)) for name, each in value.items()}
        names = place[-1:] and (place[-1] in (*TABLES, "callbacks", "headers", "links", "told"))
        if (
            names
            or "encoding" in place
            or place in ((), ("info",))
            or key in made
            or "$ref" in made
        ):
            return made
        if key in ("tags", "operationId") and "responses" not in made:
            return made  # they stand at operations alone
        return {key: "Verbose words", **made}

    conventions = load_conventions(CONVENTIONS)
    for value in (DOCUMENT, KITCHEN_SINK, ODDS):
        plain, full = (take(write(tmp_path, each), conventions) for each in (value, wordy(value)))
        assert plain.objects == full.objects
        assert plain.left_out == full.left_out
        assert [str(one) for one in plain.remarks] == [str(one) for one in full.remarks]
    called = [
        document({"/v1/A": {"get": operation("FetchA", record(**{key: each}))}})
        for each in (TEXT, SID)
    ]
    one, other = (take(write(tmp_path, each), conventions).objects for each in called)
    assert one != other


def posted(folder: Path, answer: Node, **more: Any) -> Imported:
    """A document with a Create that answers a schema."""
    node = operation("CreateParcel", answer, status="201", **more)
    return imported(folder, document({"/v1/Parcels": {"post": node}}))


@pytest.mark.parametrize("key", ["$comment", "$schema", "externalDocs", "x-any", *PROSE[:5]])
@pytest.mark.parametrize(
    "schema", [TEXT, record(a=TEXT), {"type": "integer"}, {"allOf": [TEXT]}], ids=str
)
def test_what_says_nothing_of_a_value(tmp_path: Path, key: str, schema: Node) -> None:
    """It changes no row, and nobody is told of it."""
    plain = posted(tmp_path / "plain", record(it=schema)).object("Parcel")
    full = posted(tmp_path / "full", record(it=schema | {key: {}}))
    assert full.object("Parcel") == plain
    assert full.remarks == {}


LEFT: list[tuple[dict[str, Any], str, str]] = [
    ({"callbacks": {"a": {}}}, "CreateParcel", "says callbacks; taken without"),
    (
        {"parameters": [parameter("A", allowReserved=True)]},
        "CreateParcel/A",
        "says allowReserved; taken without",
    ),
    (
        {"parameters": [parameter("A", allowEmptyValue=True)]},
        "CreateParcel/A",
        "says allowEmptyValue; taken without",
    ),
    (
        {"requestBody": {"content": {FORM: {"schema": record(a=TEXT), "encoding": {"a": {"explode": False}}}}}},
        "CreateParcel/body",
        f"says how a is encoded as {FORM}; taken without",
    ),
    (
        {"requestBody": {"content": {FORM: {"schema": record(a=TEXT)}, "text/csv": {}}}},
        "CreateParcel/body",
        f"says that it may be {FORM} or text/csv; taken without",
    ),
    (
        {"responses": {"201": {"content": {JSON: {"schema": PARCEL}, "text/csv": {}}}}},
        "CreateParcel/answer 201",
        f"says that it may be {JSON} or text/csv; taken without",
    ),
    (
        {"responses": {"201": {**content(PARCEL), "links": {"a": {}}}}},
        "CreateParcel/answer 201",
        "says links; taken without",
    ),
    (
        {"responses": {"201": {**content(PARCEL), "headers": {"Retry-After": {}}}}},
        "CreateParcel/answer 201",
        "says the header fields Retry-After; taken without",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("more", "place", "message"), LEFT, ids=[row[2] for row in LEFT])
def test_what_nothing_reads_of_an_operation_is_named(
    tmp_path: Path, more: dict[str, Any], place: str, message: str
) -> None:
    """At its place, with a digest in the object's file."""
    found = posted(tmp_path, PARCEL, **more)
    assert found.remarks == {place: message}
    assert found.object("Parcel").left_out.keys() == {place}


@pytest.mark.parametrize(
    "more",
    [
        {"parameters": [parameter("A", allowReserved=False, allowEmptyValue=False)]},
        {"requestBody": {"content": {FORM: {"schema": record(a=TEXT), "encoding": {"a": {"style": "form", "explode": True}}}}}},
        {"responses": {"201": {**content(PARCEL), "links": {}, "headers": {}}}},
    ],
    ids=["parameter", "body", "answer"],
)  # fmt: skip
def test_what_is_usual_of_an_operation_is_not_named(tmp_path: Path, more: dict[str, Any]) -> None:
    """What holds anyway."""
    assert posted(tmp_path, PARCEL, **more).remarks == {}


TWICE: list[tuple[Node, Node, str]] = [
    (TEXT | {"format": "uri"}, TEXT, "string"),
    (SID, TEXT, "string"),
    ({"type": "string", "enum": ["a"]}, TEXT, "string"),
    ({"type": "string", "enum": ["a"]}, {"type": "string", "enum": ["a", "b"]}, "enum"),
    ({"type": "integer"}, {"type": "number"}, "decimal"),
    (TEXT, {}, "any"),
    (TEXT | {"nullable": True}, TEXT, "string"),
    (TEXT | {"x-twilio": {"pii": {"handling": "standard"}}}, TEXT, "string"),
    (TEXT | {"deprecated": True}, TEXT, "string"),
    (record(a=TEXT), record(a=TEXT, b=TEXT), "struct"),
    ({"type": "array", "items": TEXT}, {"type": "array", "items": SID}, "list"),
]


@pytest.mark.parametrize(("one", "other", "kind"), TWICE, ids=str)
def test_what_two_actions_answer_differently_is_told(
    tmp_path: Path, one: Node, other: Node, kind: str
) -> None:
    """By name, whichever of them says less; the field holds what either answers."""
    for number, (listed, got) in enumerate(((one, other), (other, one))):
        common = {"sid": SID, "name": TEXT}
        paths = {
            "/v1/Parcels": {"get": operation("ListParcel", listing(record(**common, it=listed)))},
            "/v1/Parcels/{Sid}": {
                "parameters": [parameter("Sid", "path", SID)],
                "get": operation("FetchParcel", record(**common, it=got)),
            },
        }
        found = imported(tmp_path / str(number), document(paths))
        message = "differs from the answer of Get; taken as what holds both"
        assert found.remarks == {"ListParcel/answer/it": message}
        assert found.object("Parcel").left_out.keys() == {"ListParcel/answer/it"}
        assert found.object("Parcel").fields["it"].type == kind
        assert found.object("Parcel").fields["it"].only == ()


def test_what_two_statuses_answer_differently_is_told(tmp_path: Path) -> None:
    """The field holds what either answers."""
    for other, taken in ((SID, "what holds both"), ({"type": "integer"}, "any value")):
        both = {"200": content(record(sid=SID, it=TEXT)), "201": content(record(sid=SID, it=other))}
        node = operation("CreateParcel") | {"responses": both}
        found = imported(tmp_path / taken, document({"/v1/Parcels": {"post": node}}))
        message = f"has fields that differ between statuses; taken as {taken}"
        assert found.remarks == {"CreateParcel/answer": message}
        assert found.object("Parcel").left_out.keys() == {"CreateParcel/answer"}


STYLES = [
    (where, style, explode)
    for where in ("query", "header")
    for style in (None, "form", "simple", "pipeDelimited", "spaceDelimited")
    for explode in (None, True, False)
]


@pytest.mark.parametrize(("where", "style", "explode"), STYLES)
@pytest.mark.parametrize("action", ["Fetch", "List"])
def test_how_several_values_are_sent(
    tmp_path: Path, where: str, style: str | None, explode: bool | None, action: str
) -> None:
    """A name once a value where the document says so; else with signs between, which is text and told."""
    said = {} if style is None else {"style": style}
    said |= {} if explode is None else {"explode": explode}
    node = parameter("Tags", where, {"type": "array", "items": TEXT}, **said)
    answer = listing(PARCEL) if action == "List" else PARCEL
    made = document(
        {"/v1/Parcels": {"get": operation(f"{action}Parcel", answer, parameters=[node])}}
    )
    found = imported(tmp_path, made)
    signs = {"pipeDelimited": "bars", "spaceDelimited": "spaces"}.get(style or "", "commas")
    once = explode is True or (explode is None and where == "query" and signs == "commas")
    value = found.action("Parcel", "Query" if action == "List" else "Get")
    row = {**value.parameters, **value.filters}["Tags"]
    assert (row.type, row.repeated) == ("string", once)
    message = f"is several values with {signs} between; taken as text"
    assert found.remarks == ({} if once else {f"{action}Parcel/Tags": message})


@pytest.mark.parametrize(
    ("method", "path", "expected"),
    [
        ("get", "/v1/Odd/Parcels", ("List", "Parcel")),
        ("post", "/v1/Odd/Parcels", ("Create", "Parcel")),
        ("put", "/v1/Odd/Parcels", ("Update", "Parcel")),
        ("patch", "/v1/Odd/Parcels", ("Update", "Parcel")),
        ("delete", "/v1/Odd/Parcels", ("Delete", "Parcel")),
        ("get", "/v1/Parcels/{Sid}", ("Fetch", "Parcel")),
        ("post", "/v1/Parcels/{Sid}", ("Update", "Parcel")),
        ("put", "/v1/Parcels/{Sid}", ("Update", "Parcel")),
        ("patch", "/v1/Parcels/{Sid}.json", ("Update", "Parcel")),
        ("delete", "/v1/Parcels/{Sid}", ("Delete", "Parcel")),
        ("get", "/{Sid}", ("Fetch", "Root")),
    ],
)
def test_an_operation_without_id_is_called_by_method_and_path(
    tmp_path: Path, method: str, path: str, expected: tuple[str, str]
) -> None:
    """By whether it is one record's, and by the last word of the path in the singular."""
    node = operation("x", record(parcels={"type": "array", "items": PARCEL}))
    del node["operationId"]
    found = imported(tmp_path, document({path: {method: node}}))
    verb, stem = expected
    assert (
        found.remarks[f"{method.upper()} {path}"] == f"has no operation id; taken as {verb}{stem}"
    )
    assert found.names == [stem]
    (action,) = found.object(stem).actions.values()
    assert action.operation == f"{verb}{stem}"


@pytest.mark.parametrize(
    ("mark", "schemas"),
    [("2", 2), ("3", 3), ("4", 4)],
)
def test_names_are_numbered_as_far_as_needed(tmp_path: Path, mark: str, schemas: int) -> None:
    """Of enums that would all be called alike."""
    kinds = {
        f"k{number}": record(kind={"type": "string", "enum": [f"v{number}"]})
        for number in range(schemas)
    }
    node = operation(
        "CreateParcel",
        record(sid=SID),
        body=record(Kind={"type": "string", "enum": ["v"]}),
        parameters=[
            parameter("kind" if n == 0 else "KIND" if n == 1 else "Kind_" if n == 2 else "_kind",
                      schema={"type": "string", "enum": [f"w{n}"]})
            for n in range(schemas - 1)
        ],
    )  # fmt: skip
    found = imported(tmp_path, document({"/v1/Parcels": {"post": node}}, schemas=kinds))
    enums = found.object("Parcel").enums
    assert list(enums) == ["kind", *(f"kind_{n}" for n in range(2, schemas + 1))]
    assert f"kind_{mark}" in enums


def test_a_schema_that_has_properties_and_another_type_is_told(tmp_path: Path) -> None:
    """It is an object; what else it says of its type is kept as a digest."""
    found = posted(tmp_path, record(it=record(a=TEXT) | {"type": "strange"}))
    assert found.object("Parcel").fields["it"].type == "struct"
    assert list(found.remarks.values()) == ["has properties, and another type; taken as object"]


def test_a_format_of_another_type_is_told(tmp_path: Path) -> None:
    """The format counts."""
    found = posted(tmp_path, record(it={"type": "integer", "format": "date-time-rfc-2822"}))
    assert found.object("Parcel").fields["it"].type == "datetime"
    message = "has the type integer; taken as its format date-time-rfc-2822 says"
    assert list(found.remarks.values()) == [message]


def test_lists_under_two_names_are_told(tmp_path: Path) -> None:
    """An object has one; the other is kept as a digest, too."""
    made = document(
        {
            "/v1/Parcels": {"get": operation("ListParcel", listing(ref("P"), "parcels"))},
            "/v1/Parcels/All": {
                "get": operation("FetchParcel", {"type": "array", "items": ref("P")}),
            },
        },
        schemas={"P": PARCEL},
    )
    found = imported(tmp_path, made)
    assert "answers its records under another name than another action" in found.remarks.values()
    assert len(found.object("Parcel").left_out) == 1


CORS = "Access-Control-Allow-Origin"


def test_fields_for_browsers_are_told_once_and_where_they_differ(tmp_path: Path) -> None:
    """What most answers have is one remark, and one digest in each object; an answer that has others is named."""

    def made(**own: Node) -> Node:
        paths: dict[str, Node] = {}
        for name in ("Crate", "Parcel", "Stamp", "Tool"):
            node = operation(f"Create{name}", PARCEL, status="201")
            node["responses"]["201"]["headers"] = own.get(name, {CORS: {"schema": TEXT}})
            paths[f"/v1/{name}s"] = {"post": node}
        paths["/v1/Tools/{Sid}"] = {
            "parameters": [parameter("Sid", "path", SID)],
            "delete": operation("DeleteTool", status="204"),
        }
        return document(paths)

    usual = imported(tmp_path / "usual", made())
    message = f"says the header fields {CORS} for browsers; taken without"
    assert usual.remarks == {"answers": message}
    digests = {name: usual.object(name).left_out for name in usual.names}
    assert {frozenset(each) for each in digests.values()} == {frozenset(["answers"])}
    worded = imported(
        tmp_path / "worded", made(Parcel={CORS: {"schema": TEXT, "description": "a"}})
    )
    assert {name: worded.object(name).left_out for name in worded.names} == digests
    for folder, fields, said in (
        ("none", {}, "none"),
        ("other", {CORS: {"schema": SID}}, CORS),
        ("more", {CORS: {"schema": TEXT}, "access-control-max-age": {}}, f"{CORS}, access-control-max-age"),
    ):  # fmt: skip
        found = imported(tmp_path / folder, made(Parcel=fields))
        place = "CreateParcel/answer 201"
        told = f"says the header fields {said} for browsers; taken without"
        assert found.remarks == {"answers": message, place: told}
        left = {name: found.object(name).left_out for name in found.names}
        assert left.pop("Parcel").keys() == {place}
        assert left == {name: each for name, each in digests.items() if name != "Parcel"}
    changed = {name: {CORS: {"schema": SID}} for name in ("Crate", "Parcel", "Stamp", "Tool")}
    found = imported(tmp_path / "all", made(**changed))
    assert found.remarks == {"answers": message}
    assert all(found.object(name).left_out != digests[name] for name in found.names)


def test_what_is_said_of_a_whole_document_is_kept_beside_its_objects(tmp_path: Path) -> None:
    """By its key; another word there is another digest."""
    plain = document({"/v1/Parcels": {"get": operation("FetchParcel", PARCEL)}})
    hooks = [{"webhooks": {name: {"post": {"responses": {}}}}} for name in ("come", "gone")]
    found = [imported(tmp_path / str(n), plain | more) for n, more in enumerate(hooks)]
    for each in found:
        assert each.not_taken == {"webhooks": "is of the whole document, and is not read"}
    catalogs = [each.catalog for each in found]
    assert catalogs[0] is not None and catalogs[1] is not None
    assert catalogs[0].left_out.keys() == catalogs[1].left_out.keys() == {"webhooks"}
    assert catalogs[0].left_out != catalogs[1].left_out


def test_the_usual_header_fields_are_those_of_most_answers(tmp_path: Path) -> None:
    """Whichever comes first."""
    few, most = "Access-Control-Allow-Origin", "Access-Control-Allow-Headers"
    paths: dict[str, Node] = {}
    for number, field in enumerate((few, most, most)):
        asked = operation(f"FetchThing{number}", record(sid=TEXT))
        asked["responses"]["200"]["headers"] = {field: {"schema": TEXT}}
        paths[f"/v1/Thing{number}s"] = {"get": asked}
    told = {
        place: message
        for place, message in imported(tmp_path, document(paths)).remarks.items()
        if "browsers" in message
    }
    assert told == {
        "FetchThing0/answer 200": f"says the header fields {few} for browsers; taken without",
        "answers": f"says the header fields {most} for browsers; taken without",
    }


def test_a_version_stands_at_the_beginning_of_paths(tmp_path: Path) -> None:
    """In one of the first two steps; else the document's own is taken."""
    for path, version in (
        ("/v2/Things", "v2"),
        ("/api/v3/Things", "v3"),
        ("/api/Things/v4", "1.0.0"),
    ):
        made = document({path: {"get": operation("FetchThing", record(sid=TEXT))}})
        found = imported(tmp_path / version, made)
        assert found.catalog is not None and found.catalog.service.version == version
