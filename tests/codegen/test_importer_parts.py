"""The parts of the import by themselves: shapes, spellings, single schemas, notes, digests, YAML."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from tests.codegen.importer_support import SID, TEXT, Node, record, write
from twilio_ops_codegen.catalog.model import Key, Pii
from twilio_ops_codegen.importer import schema_parts as parts
from twilio_ops_codegen.importer.digests import digest, told
from twilio_ops_codegen.importer.document import Document, read_document
from twilio_ops_codegen.importer.files import left_out_text, object_text, service_text
from twilio_ops_codegen.importer.naming import pascal, singular, snake, words
from twilio_ops_codegen.importer.notes import Notes, label
from twilio_ops_codegen.importer.problems import ImportFailed, Problem
from twilio_ops_codegen.importer.row_parts import deprecated, key_row, names_of, personal
from twilio_ops_codegen.importer.shapes import (
    ANY,
    Merger,
    Record,
    Shape,
    marked,
    said_inside,
    same,
    same_record,
    told_shape,
)
from twilio_ops_codegen.importer.structure import called
from twilio_ops_codegen.importer.yaml_text import flow, row, scalar

STRING = Shape(type="string")
A, AB = Shape(type="enum", values=("a",)), Shape(type="enum", values=("a", "b"))
SIDS = Shape(type="sid", prefixes=("PA",))
DAY, TIME = Shape(type="date"), Shape(type="datetime", format="iso8601")
MAIL_TIME = Shape(type="datetime", format="rfc2822")
WHOLE, NUMBER = Shape(type="integer"), Shape(type="decimal")
TRUTH = Shape(type="boolean")
LINKS = Shape(type="uri_map")


def listed(of: Shape) -> Shape:
    """A list."""
    return Shape(type="list", items=of)


def mapped(of: Shape) -> Shape:
    """A map."""
    return Shape(type="map", items=of)


def struct(required: set[str] | None = None, open: bool = False, **fields: Shape) -> Shape:
    """A value with fields; what is required makes it one that is sent."""
    needed = None if required is None else frozenset(required)
    return Shape(type="struct", record=Record(fields=fields, required=needed, open=open))


MERGED: list[tuple[Shape, Shape, Shape, int, int]] = [
    (STRING, STRING, STRING, 0, 0),
    (STRING, ANY, ANY, 0, 1),
    (ANY, ANY, ANY, 0, 0),
    (STRING, A, STRING, 0, 1),
    (STRING, SIDS, STRING, 0, 1),
    (DAY, TIME, STRING, 0, 1),
    (A, AB, AB, 0, 0),
    (A, Shape(type="enum", values=("b",)), AB, 0, 0),
    (SIDS, Shape(type="sid", prefixes=("CR", "PA")), Shape(type="sid", prefixes=("PA", "CR")), 0, 0),
    (TIME, TIME, TIME, 0, 0),
    (TIME, MAIL_TIME, ANY, 1, 0),
    (WHOLE, NUMBER, NUMBER, 0, 0),
    (WHOLE, TRUTH, ANY, 1, 0),
    (STRING, WHOLE, ANY, 1, 0),
    (STRING, listed(STRING), ANY, 1, 0),
    (listed(STRING), listed(A), listed(STRING), 0, 1),
    (mapped(STRING), mapped(STRING), mapped(STRING), 0, 0),
    (mapped(WHOLE), mapped(NUMBER), mapped(NUMBER), 0, 0),
    (mapped(STRING), LINKS, mapped(ANY), 0, 1),
    (struct(a=STRING), mapped(STRING), mapped(ANY), 0, 1),
    (struct(a=STRING), LINKS, mapped(ANY), 0, 1),
    (struct(a=STRING), struct(b=A), struct(a=STRING, b=A), 0, 0),
    (struct(a=STRING), struct(a=WHOLE), struct(a=ANY), 1, 0),
    (struct(open=True, a=STRING), struct(a=STRING), struct(open=True, a=STRING), 0, 0),
    (struct({"a", "b"}, a=STRING, b=A), struct({"a"}, a=STRING, b=A), struct({"a"}, a=STRING, b=A), 0, 0),
    (struct({"a"}, a=STRING), struct(a=STRING), struct({"a"}, a=STRING), 0, 0),
    (Shape(type="collapsible_map", prefix="Add"), Shape(type="collapsible_map", prefix="Add"), Shape(type="collapsible_map", prefix="Add"), 0, 0),
    (Shape(type="struct"), Shape(type="struct"), Shape(type="struct"), 0, 0),
    (Shape(type="struct"), struct(a=STRING), Shape(type="struct"), 0, 0),
    (Shape(type="list"), listed(STRING), Shape(type="list"), 0, 0),
    (evolve(STRING, format="uri"), evolve(STRING, format="uri"), evolve(STRING, format="uri"), 0, 0),
    (evolve(STRING, format="uri"), STRING, STRING, 0, 1),
    (evolve(STRING, pattern="^a$"), evolve(STRING, pattern="^a$"), evolve(STRING, pattern="^a$"), 0, 0),
    (evolve(STRING, pattern="^a$"), evolve(STRING, pattern="^b$"), STRING, 0, 1),
    (evolve(STRING, texts=("a",)), evolve(STRING, texts=("a",)), evolve(STRING, texts=("a",)), 0, 0),
    (evolve(STRING, texts=("a",)), evolve(STRING, texts=("b",)), STRING, 0, 1),
    (evolve(WHOLE, minimum=1, maximum=5), evolve(WHOLE, minimum=2, maximum=9), evolve(WHOLE, minimum=1, maximum=9), 0, 0),
    (evolve(WHOLE, minimum=1, maximum=5), WHOLE, WHOLE, 0, 0),
    (evolve(WHOLE, minimum=1, maximum=5), evolve(NUMBER, minimum=0.5, maximum=2), evolve(NUMBER, minimum=0.5, maximum=5), 0, 0),
    (evolve(STRING, nullable=True), STRING, evolve(STRING, nullable=True), 0, 0),
    (evolve(STRING, deprecated=True), STRING, STRING, 0, 0),
    (evolve(STRING, deprecated=True), evolve(STRING, deprecated=True), evolve(STRING, deprecated=True), 0, 0),
    (evolve(STRING, default="a"), evolve(STRING, default="a"), evolve(STRING, default="a"), 0, 0),
    (evolve(STRING, default="a"), evolve(STRING, default="b"), STRING, 0, 0),
    (evolve(STRING, pii=Pii(handling="standard")), STRING, evolve(STRING, pii=Pii(handling="standard")), 0, 0),
]  # fmt: skip
"""Two shapes, what holds both, how often nothing does, how often it says less than one of them."""


@pytest.mark.parametrize(("one", "other", "both", "clashes", "losses"), MERGED)
def test_what_holds_both_of_two_shapes(
    one: Shape, other: Shape, both: Shape, clashes: int, losses: int
) -> None:
    """Whichever comes first; what it takes to hold both is counted."""
    for first, second in ((one, other), (other, one)):
        merger = Merger()
        found = merger.shapes([first, second])
        assert alike(found, both)
        assert (merger.clashes, merger.losses) == (clashes, losses)


def alike(one: Shape, other: Shape) -> bool:
    """Whether two shapes say the same, in any order of values and fields, defaults and needs too."""

    def plain(shape: Shape) -> Any:
        found = told_shape(shape)
        if shape.record is not None:
            found["fields"] = {key: plain(each) for key, each in shape.record.fields.items()}
            found["needs"] = shape.record.required
        if shape.items is not None:
            found["items"] = plain(shape.items)
        found["values"], found["prefixes"] = sorted(shape.values), sorted(shape.prefixes)
        return found

    return bool(plain(one) == plain(other))


def test_values_and_prefixes_keep_their_order() -> None:
    """Of the first, then what is new in the second."""
    merger = Merger()
    enum = merger.shape(AB, Shape(type="enum", values=("c", "b", "d")))
    assert enum.values == ("a", "b", "c", "d")
    sids = merger.shape(SIDS, Shape(type="sid", prefixes=("CR", "PA", "ME")))
    assert sids.prefixes == ("PA", "CR", "ME")
    one, other = Record(fields={"b": STRING, "a": STRING}), Record(fields={"c": STRING, "a": A})
    assert list(merger.record(one, other).fields) == ["b", "a", "c"]


def test_records_that_hold_themselves_are_merged_and_compared_and_told() -> None:
    """Once each, however they hold each other; names and where they are defined are the first's."""

    def tree(**more: Shape) -> Record:
        made = Record(fields=dict(more), hints=("tree",), reference="#/tree")
        made.fields["under"] = listed(Shape(type="struct", record=made))
        return made

    one, other, strange = tree(a=STRING), tree(a=STRING), tree(a=WHOLE)
    assert same_record(one, other)
    assert not same_record(one, strange)
    assert told_shape(Shape(type="struct", record=one)) == told_shape(
        Shape(type="struct", record=other)
    )
    assert told_shape(Shape(type="struct", record=one)) != told_shape(
        Shape(type="struct", record=strange)
    )
    merger = Merger()
    both = merger.record(one, tree(b=STRING))
    assert list(both.fields) == ["a", "under", "b"]
    items = both.fields["under"].items
    assert items is not None and items.record is both
    assert (both.hints, both.reference) == (("tree",), "#/tree")
    assert merger.record(one, one) is one
    assert merger.record(Record(), one).hints == ("tree",)
    assert merger.record(Record(hints=("a",)), Record(hints=("b",))).hints == ("a",)


DIFFERENT: list[tuple[Shape | None, Shape | None]] = [
    (STRING, None),
    (STRING, A),
    (A, AB),
    (STRING, evolve(STRING, nullable=True)),
    (STRING, evolve(STRING, deprecated=True)),
    (STRING, evolve(STRING, pii=Pii(handling="standard"))),
    (STRING, evolve(STRING, format="uri")),
    (WHOLE, evolve(WHOLE, minimum=1)),
    (listed(STRING), listed(A)),
    (struct(a=STRING), struct(b=STRING)),
    (struct(a=STRING), struct(a=A)),
    (struct(a=STRING), struct(open=True, a=STRING)),
    (struct({"a"}, a=STRING), struct(set(), a=STRING)),
    (struct(a=struct(b=STRING)), struct(a=struct(b=A))),
    (Shape(type="struct"), struct(a=STRING)),
]
ALIKE: list[tuple[Shape | None, Shape | None]] = [
    (None, None),
    (STRING, evolve(STRING, default="a")),
    (A, evolve(A, hints=("kind",))),
    (struct(a=STRING), struct(a=evolve(STRING, default="a"))),
    (struct({"a"}, a=STRING), struct(a=STRING)),
    (struct({"a"}, a=STRING), struct({"a"}, a=STRING)),
    (struct(b=A, a=STRING), struct(a=STRING, b=A)),
]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [*((*pair, False) for pair in DIFFERENT), *((*pair, True) for pair in ALIKE)],
)
def test_whether_shapes_say_the_same(
    one: Shape | None, other: Shape | None, expected: bool
) -> None:
    """Of what is written of them: names for them and defaults are not; what one does not say does not differ."""
    assert same(one, other) is same(other, one) is expected
    assert same(one, one) and same(other, other)


@pytest.mark.parametrize(("one", "other"), [pair for pair in DIFFERENT if None not in pair])
def test_what_is_told_of_a_shape_differs_where_it_does(one: Shape, other: Shape) -> None:
    """So that its digest does; names for it are no part of it."""
    assert digest(told_shape(one)) != digest(told_shape(other))
    assert told_shape(one) == told_shape(evolve(one, hints=("kind",)))
    assert told_shape(evolve(one, default="a")) != told_shape(one)


def test_what_is_told_of_a_shape() -> None:
    """All that it says and nothing that is not so; what is in it, too."""
    one = struct({"b", "a"}, open=True, a=A, b=listed(evolve(SIDS, nullable=True)))
    fields = {
        "a": {"type": "enum", "values": ("a",)},
        "b": {"type": "list", "items": {"type": "sid", "prefixes": ("PA",), "nullable": True}},
    }
    assert told_shape(one) == {"type": "struct", "required": ["a", "b"], "open": True, "fields": fields}  # fmt: skip
    nothing = {"type": "struct", "required": [], "fields": {}}
    assert told_shape(struct()) == told_shape(Shape(type="struct", record=Record())) == nothing


ITSELF = Record(fields={"word": evolve(STRING, default="w")})
ITSELF.fields["under"] = listed(Shape(type="struct", record=ITSELF))
PERSONAL = Pii(handling="standard")


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        (evolve(STRING, default="a", deprecated=True), {}),
        (listed(evolve(STRING, default="a")), {"default of []": "a"}),
        (listed(evolve(STRING, deprecated=True, nullable=True)), {"deprecated of []": "True"}),
        (listed(evolve(STRING, pii=PERSONAL)), {"pii of []": str(PERSONAL)}),
        (struct(a=evolve(WHOLE, default=0), b=evolve(STRING, deprecated=True, pii=PERSONAL)), {"default of a": "0"}),
        (struct(a=struct(b=evolve(STRING, default="c"))), {"default of a.b": "c"}),
        (struct(a=listed(listed(evolve(STRING, default="c")))), {"default of a[][]": "c"}),
        (listed(struct(a=evolve(STRING, default="c"))), {"default of [].a": "c"}),
        (Shape(type="struct", record=ITSELF), {"default of word": "w"}),
        (struct(a=Shape(type="struct", record=ITSELF), b=Shape(type="struct", record=ITSELF)),
         {"default of a.word": "w", "default of b.word": "w"}),
        (struct(a=evolve(TRUTH, default=False), b=evolve(STRING, default="")), {"default of a": "False", "default of b": ""}),
    ],
)  # fmt: skip
def test_what_is_said_inside_of_a_shape(shape: Shape, expected: dict[str, str]) -> None:
    """What no row has room for, by its place; each record within itself once."""
    assert dict(said_inside(shape)) == expected


def test_a_shape_that_says_so_already_stays_the_same() -> None:
    """Null and deprecation are added, never taken away."""
    assert marked(STRING, nullable=False) is STRING
    both = marked(marked(STRING, nullable=True), nullable=False, deprecated=True)
    assert (both.nullable, both.deprecated) == (True, True)
    assert marked(both, nullable=True, deprecated=True) is both
    old = marked(evolve(STRING, deprecated=True), nullable=True)
    assert (old.nullable, old.deprecated) == (True, True)


# -- single schemas


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"allOf": [TEXT]}, (TEXT, False)),
        ({"oneOf": [TEXT], "description": "Words."}, (TEXT, False)),
        ({"anyOf": [TEXT], "discriminator": {}, "x-any": 1}, (TEXT, False)),
        ({"anyOf": [TEXT, {"type": "null"}]}, (TEXT, True)),
        ({"oneOf": [{"enum": [None]}, TEXT]}, (TEXT, True)),
        ({"oneOf": [TEXT, TEXT]}, (None, False)),
        ({"oneOf": []}, (None, False)),
        ({"oneOf": [TEXT], "anyOf": [TEXT]}, (None, False)),
        ({"allOf": [TEXT], "type": "string"}, (None, False)),
        ({"allOf": [TEXT], "properties": {}}, (None, False)),
        (TEXT, (None, False)),
        *(({"allOf": [TEXT], key: "a"}, (TEXT, False)) for key in (
            "description", "title", "summary", "example", "examples", "default", "nullable",
            "deprecated", "externalDocs", "discriminator",
        )),
        (dict.fromkeys(
            ["description", "title", "summary", "example", "examples", "default", "nullable",
             "deprecated", "externalDocs", "discriminator"], "a",
        ) | {"allOf": [TEXT]}, (TEXT, False)),
    ],
)  # fmt: skip
def test_a_schema_of_one_part_is_that_part(schema: Node, expected: tuple[Any, bool]) -> None:
    """Null aside, and what says nothing of its type."""
    assert parts.only_part(schema) == expected


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"properties": {"a": {}}}, "object"),
        ({"properties": {}}, None),
        ({"additionalProperties": False}, "object"),
        ({"items": {}}, "array"),
        ({"enum": ["a", 1]}, "string"),
        ({"enum": [1]}, None),
        ({"enum": None}, None),
        ({"const": "a"}, "string"),
        ({"const": 1}, None),
        ({}, None),
    ],
)
def test_what_a_schema_implies_of_its_type(schema: Node, expected: str | None) -> None:
    """Where it names none."""
    assert parts.implied(schema) == expected


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "null"}, True),
        ({"enum": [None]}, True),
        ({"enum": [None, "a"]}, False),
        ({"enum": [None], "properties": {}}, False),
        ({"enum": []}, False),
        ({}, False),
    ],
)
def test_what_is_null_alone(schema: Node, expected: bool) -> None:
    """A type, or the one value."""
    assert parts.is_null(schema) is expected


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"const": "a"}, ["a"]),
        ({"const": "a", "enum": ["b"]}, ["a"]),
        ({"const": None}, []),
        ({"enum": ["a", None, 0, False]}, ["a", 0, False]),
        ({"enum": None}, []),
        ({}, []),
    ],
)
def test_the_values_that_a_schema_names(schema: Node, expected: list[Any]) -> None:
    """Null is none of them."""
    assert parts.known_values(schema) == expected


@pytest.mark.parametrize(
    ("alternatives", "expected"),
    [
        ([{"required": ["a"]}, {"required": ["b"]}], True),
        ([{"required": ["a"], "type": "object", "title": "A"}, {}], True),
        ([{"required": ["a"], "type": "string"}], False),
        ([{"required": ["a"]}, {"properties": {}}], False),
    ],
)
def test_alternatives_that_only_require(alternatives: list[Node], expected: bool) -> None:
    """They are all of the same properties."""
    assert parts.only_requires(alternatives) is expected


NOTHING = ["$comment", "$schema", "deprecated", "description", "example", "examples", "externalDocs",
           "nullable", "readOnly", "summary", "title", "writeOnly", "x-any"]  # fmt: skip
COMPOSED = ["$ref", "allOf", "anyOf", "default", "oneOf", "type"]
UNREAD = ["contains", "dependentRequired", "discriminator", "exclusiveMaximum", "exclusiveMinimum", "if", "maxItems",
          "minItems", "minProperties", "multipleOf", "not", "patternProperties", "uniqueItems", "xml"]  # fmt: skip
READ: dict[str | None, list[str]] = {
    "string": ["format", "pattern", "minLength", "maxLength", "enum", "const"],
    "integer": ["minimum", "maximum", "enum", "const"],
    "number": ["minimum", "maximum", "enum", "const"],
    "boolean": ["enum", "const"],
    "array": ["items"],
    "object": ["properties", "additionalProperties", "format"],
    None: [],
}
KEYWORDS = {*NOTHING, *COMPOSED, *UNREAD, *(key for keys in READ.values() for key in keys)}


@pytest.mark.parametrize("kind", READ)
def test_what_is_not_read_of_a_schema(kind: str | None) -> None:
    """All keywords but those that a row of its type holds, or that say nothing of values."""
    read = {*NOTHING, *COMPOSED, *READ[kind]}
    for key in KEYWORDS:
        assert parts.unread({key: 1}, (kind,)) == ({} if key in read else {key: 1})


def test_what_is_not_read_of_a_schema_of_several_types() -> None:
    """What is read of one of them."""
    schema = {"pattern": "a", "minimum": 1, "not": {}}
    assert parts.unread(schema, ("string", "integer")) == {"not": {}}
    assert parts.unread(schema, ("array", None)) == schema


@pytest.mark.parametrize(
    ("schema", "kind", "expected"),
    [
        ({"required": True}, "string", []),
        ({"required": ["a"]}, "object", ["required"]),
        ({"required": ["a"], "properties": {"a": {}}}, "object", []),
        ({"required": ["a"], "properties": {}}, "object", ["required"]),
    ],
)
def test_properties_that_are_needed_and_not_there(
    schema: Node, kind: str, expected: list[str]
) -> None:
    """Rows say so of properties that are named; `required: true` says nothing."""
    assert list(parts.unread(schema, (kind,))) == expected


@pytest.mark.parametrize(
    "kind", ["integer", "number", "boolean", "string", "object", "array", None]
)
@pytest.mark.parametrize("form", ["int32", "int64", "float", "double", "money"])
def test_formats_of_numbers_that_are_not_read(kind: str | None, form: str) -> None:
    """All that say more than how wide they are; those of texts and objects are read elsewhere."""
    held = kind in ("string", "object") or (form != "money" and kind in ("integer", "number"))
    assert parts.unread({"format": form}, (kind,)) == ({} if held else {"format": form})


@pytest.mark.parametrize("key", sorted({*KEYWORDS, "required"}))
def test_what_is_not_read_beside_a_reference(key: str) -> None:
    """All that changes what it refers to."""
    held = {*NOTHING, "$ref", "default", "type"} - {"readOnly", "writeOnly"}
    assert parts.beside_reference({"$ref": "#/a", key: 1}) == ({} if key in held else {key: 1})


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"minLength": 34, "maxLength": 34}, []),
        ({"minLength": 33, "maxLength": 35}, ["minLength", "maxLength"]),
        ({"format": "odd"}, ["format"]),
    ],
)
def test_what_is_not_read_of_a_sid(schema: Node, expected: list[str]) -> None:
    """Any other length, and what it is called."""
    assert list(parts.beside_sid(schema)) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"pattern": "a"}, {"pattern": "b"}, {"pattern": "b", "another pattern": "a"}),
        ({"pattern": "a"}, {"pattern": "a"}, {"pattern": "a"}),
        ({"title": "a"}, {"title": "b"}, {"title": "b"}),
        (
            {"properties": {"a": {}, "b": TEXT, "c": {}}},
            {"properties": {"a": {}, "b": SID}},
            {"properties": {"a": {}, "b": SID, "c": {}}, "another properties": {"b": TEXT}},
        ),
        ({"required": ["a"]}, {"required": ["b", "a"]}, {"required": ["a", "b"]}),
        ({"additionalProperties": {}}, {"additionalProperties": TEXT}, {"additionalProperties": TEXT}),
    ],
)  # fmt: skip
def test_what_is_said_twice_otherwise_is_kept_apart(one: Node, other: Node, expected: Node) -> None:
    """The last part of a composition counts; what another says of the same is there to be told."""
    assert parts.every([one], [other]) == [expected]


def test_schemas_that_hold_together_say_what_both_do() -> None:
    """The second has the last word on what only one can say."""
    one: Node = {
        **record(a=TEXT, b=TEXT),
        "required": ["a"],
        "title": "One",
        "additionalProperties": False,
    }
    other: Node = {
        **record(b=SID, c=TEXT),
        "required": ["c", "a", 5],
        "title": "Other",
        "additionalProperties": TEXT,
    }
    (both,) = parts.every([one], [other])
    assert both["properties"] == {"a": TEXT, "b": SID, "c": TEXT}
    assert both["required"] == ["a", "c"]
    assert both["title"] == "Other"
    assert both["additionalProperties"] == TEXT
    assert parts.every([{"properties": {"a": TEXT}}], [{}]) == [{"properties": {"a": TEXT}}]
    assert parts.every([{"additionalProperties": TEXT}], [{"additionalProperties": False}]) == [
        {"additionalProperties": TEXT}
    ]
    assert parts.every([{"title": "a"}, {"title": "b"}], [{"type": "c"}, {"type": "d"}]) == [
        {"title": a, "type": b} for a in "ab" for b in "cd"
    ]
    assert len(parts.every([{}] * 9, [{}] * 9)) == parts.MOST_ALTERNATIVES + 1 == 65


@pytest.mark.parametrize(
    ("value", "expected"),
    [(5, 5), (0.5, 0.5), (True, None), ("5", None), (None, None), (2**53, None), (-(2**53), None),
     (2**53 - 1, 2**53 - 1), (float("inf"), None)],
)  # fmt: skip
def test_limits_of_numbers(value: Any, expected: float | None) -> None:
    """Those of a machine's own integers say nothing."""
    assert parts.bound({"maximum": value}, "maximum") == expected


# -- names


@pytest.mark.parametrize(
    ("name", "expected"),
    [("policies", "policy"), ("POLICIES", "POLICY"), ("Ties", "Tie"), ("boxes", "box"), ("matches", "match"),
     ("dishes", "dish"), ("classes", "class"), ("class", "class"), ("status", "status"), ("analysis", "analysis"),
     ("parcels", "parcel"), ("Sms", "Sm"), ("data", "data"), ("", ""), ("s", "")],
)  # fmt: skip
def test_singulars(name: str, expected: str) -> None:
    """By their endings alone."""
    assert singular(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("callEnum_Status", ["call", "Enum", "Status"]), ("URLMap", ["URL", "Map"]), ("a1b2", ["a", "1b", "2"]),
     ("über-Größe", ["über", "Gr", "öß", "e"]), ("__", [])],
)  # fmt: skip
def test_words_of_a_name(name: str, expected: list[str]) -> None:
    """In any spelling."""
    found = words(name)
    assert "".join(found) == "".join(each for each in name if each.isalnum())
    if name.isascii():
        assert found == expected
    assert snake(name) == ("_".join(each.lower() for each in found) or "value")
    assert pascal(name) == ("".join(each[0].upper() + each[1:] for each in found) or "Value")


def test_names_to_choose_from() -> None:
    """All hints, each once, then the first with numbers."""
    names = list(islice(names_of(("callStatus", "call_status", "status")), 5))
    assert names == ["call_status", "status", "call_status_2", "call_status_3", "call_status_4"]


def test_parts_of_rows() -> None:
    """Nothing is said of what a document does not say."""
    assert key_row(Key()) == {}
    key = Key(prefixes=("PA",), pattern="^a$", example="a")
    assert key_row(key) == {"prefixes": ["PA"], "pattern": "^a$", "example": "a"}
    assert key_row(Key(example="")) == {"example": ""}
    assert personal({}, None) == {}
    assert personal({}, Pii(handling="standard")) == {"pii": {"handling": "standard"}}
    sla = Pii(handling="standard", delete_sla=0)
    assert personal({"a": 1}, sla) == {"a": 1, "pii": {"handling": "standard", "delete_sla": 0}}
    assert deprecated({}, STRING) == {}
    assert deprecated({}, evolve(STRING, deprecated=True)).keys() == {"deprecated"}


# -- notes and digests


def test_what_is_noted_is_told_once_and_belongs_to_operations() -> None:
    """Whatever was noted about an operation has one digest a place, whichever way it was heard."""
    notes = Notes("a.json")
    notes.remark("lonely", "is about nothing")
    with notes.about("FetchA"):
        notes.not_taken("a", "is odd", {"b": 1})
        notes.not_taken("a", "is odd", {"b": 1})
        with notes.listening() as heard:
            notes.remark("b", "is simple")
    with notes.about("FetchB"):
        notes.again(heard)
        notes.remark("a", "is odd", {"b": 2})
    not_taken, remarks = notes.found()
    assert not_taken == (Problem("a.json", "a", "is odd"),)
    assert [str(one) for one in remarks] == [
        "a.json: lonely: is about nothing",
        "a.json: b: is simple",
        "a.json: a: is odd",
    ]
    first, second, both = (
        notes.left_out(each) for each in (["FetchA"], ["FetchB"], ["FetchA", "FetchB"])
    )
    assert list(first) == list(second) == list(both) == ["a", "b"]
    assert first["b"] == second["b"] == both["b"]
    assert len({first["a"], second["a"], both["a"]}) == 3
    assert notes.left_out(["FetchC"]) == {}
    assert notes.left_out_of_all({"FetchA"}).keys() == {"FetchB"}
    assert notes.left_out_of_all(()).keys() == {"FetchA", "FetchB"}
    for value in (first, notes.left_out_of_all(())):
        assert all(
            len(said) == 12 and set(said) <= set("0123456789abcdef") for said in value.values()
        )


def test_a_place_is_a_label_that_a_catalog_can_hold() -> None:
    """In ASCII where it is no plain text; a long one ends in a digest of the whole."""
    assert label("FetchA/ünï") == "FetchA/ünï"
    assert label("a\nb\u202e") == "a\\nb\\u202e"
    assert label("a" * 300) == "a" * 300
    one, other = label("a" * 301), label("a" * 302)
    assert one != other and len(one) == len(other) == 300 + len("... ") + 12
    assert one.startswith("a" * 300 + "... ")


def test_digests_do_not_depend_on_order() -> None:
    """Of keys; a value is told from its text."""
    assert digest({"a": 1, "b": [1, 2]}) == digest({"b": [1, 2], "a": 1})
    assert (
        len({digest(each) for each in (1, "1", True, None, [1], [2, 1], [1, 2], "ü", "\ud800")})
        == 9
    )


NAMES = ["properties", "patternProperties", "dependentSchemas", "dependentRequired", "$defs", "responses", "content",
         "headers", "links", "callbacks", "encoding", "variables", "scopes", "mapping", "securitySchemes",
         "another properties"]  # fmt: skip


@pytest.mark.parametrize("key", NAMES)
@pytest.mark.parametrize("name", ["description", "title", "example", "tags", "$ref"])
def test_names_that_are_spelled_like_prose_are_facts(key: str, name: str) -> None:
    """Below the tables of a document; the same word elsewhere is prose."""
    empty = Document(file="a.json", data={})
    one, other = ({key: {name: {"type": each}}} for each in ("string", "integer"))
    assert told(empty, one) != told(empty, other)
    if name != "$ref":
        plain: list[Node] = [{"items": {name: "One."}}, {"items": {name: "Other."}}]
        assert told(empty, plain[0]) == told(empty, plain[1]) == told(empty, {"items": {}})


def test_the_id_of_an_operation_is_no_fact_where_it_is_given() -> None:
    """It is one where a link names it."""
    empty = Document(file="a.json", data={})
    given = [{"operationId": name, "responses": {}} for name in "ab"]
    named = [{"links": {"next": {"operationId": name}}} for name in "ab"]
    assert told(empty, given[0]) == told(empty, given[1])
    assert told(empty, named[0]) != told(empty, named[1])


def test_what_is_told_holds_what_it_refers_to() -> None:
    """Each once, however it refers to itself; lists are sets but for defaults."""
    targets: dict[str, Any] = {
        "#/a": {"items": {"$ref": "#/b"}, "title": "A"},
        "#/b": {"not": {"$ref": "#/a"}},
    }
    document = Document(file="a.json", data={}, targets=targets)
    plain, found = told(document, [{"$ref": "#/a"}, {"$ref": "#/b"}, {"$ref": "#/a"}])
    assert sorted(each["$ref"] for each in plain) == ["#/a", "#/a", "#/b"]
    assert found == {"#/a": {"items": {"$ref": "#/b"}}, "#/b": {"not": {"$ref": "#/a"}}}
    assert told(document, {"enum": ["a", "b"]}) == told(document, {"enum": ["b", "a"]})
    assert told(document, {"default": ["a", "b"]}) != told(document, {"default": ["b", "a"]})
    values = [{"default": {"title": each}} for each in ("a", "b")]
    assert told(document, values[0]) != told(document, values[1])
    names = [{"properties": {"default": {"enum": each}}} for each in (["a", "b"], ["b", "a"])]
    assert told(document, names[0]) == told(document, names[1])


def test_what_an_operation_is_called() -> None:
    """By its id, else by method and path."""
    assert called("/v1", "get", {"operationId": "FetchA"}) == "FetchA"
    for odd in ({}, {"operationId": 5}, None, "x"):
        assert called("/v1", "get", odd) == "GET /v1"


def test_problems_name_file_line_and_place() -> None:
    """As far as they are known, all together."""
    failed = ImportFailed([Problem("a.json", "b", "is odd", 3), Problem("a.json", "", "is bad")])
    assert str(failed) == "a.json:3: b: is odd\na.json: is bad"
    assert len(failed.problems) == 2


# -- text


PLAIN = [("abc", "abc"), ("a b", "a b"), ("a (b)", "a (b)"), ("/v1/A", "/v1/A"), ("a-b_c.d/e", "a-b_c.d/e"),
         ("yes", "'yes'"), ("Off", "'Off'"), ("1a", "'1a'"), ("", "''"), ("a:b", "'a:b'"), ("it's", "'it''s'"),
         ("ü", '"\\xfc"'), ("\u2028", '"\\u2028"'), ("\U0001f4e6", '"\\U0001f4e6"'), ('"\n\\\t\r', '"\\"\\n\\\\\\t\\r"'),
         ("\x7f", '"\\x7f"'), ("~", "'~'")]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_text_is_quoted_where_a_reader_might_take_it_for_something_else(
    text: str, expected: str
) -> None:
    """And only there; what is not ASCII is escaped."""
    assert scalar(text) == expected


@pytest.mark.parametrize("word", ["y", "n", "yes", "no", "on", "off", "true", "false", "null"])
def test_words_of_yaml_are_quoted(word: str) -> None:
    """In any capitals."""
    for text in (word, word.upper(), word.title()):
        assert scalar(text) == f"'{text}'"


@pytest.mark.parametrize(
    ("value", "expected"),
    [(None, "null"), (True, "true"), (False, "false"), (5, "5"), (-0.5, "-0.5"), (1e300, "1.0e+300"),
     (1.5e-7, "1.5e-07"), (float("inf"), ".inf"), (float("-inf"), "-.inf"), (float("nan"), ".nan")],
)  # fmt: skip
def test_other_scalars(value: Any, expected: str) -> None:
    """As both versions of YAML read them."""
    assert scalar(value) == expected


def test_rows_and_flows() -> None:
    """Braces need quotes inside brackets alone; a long key has a mark before it."""
    assert scalar("/v1/{Sid}") == "'/v1/{Sid}'"
    assert row("path", "/v1/{Sid}", 2) == ["  path: /v1/{Sid}"]
    assert row("a", None) == ["a: null"]
    assert row("a", {"path": "/{Sid}", "b": ["c", 1]}, 1) == [" a: {path: '/{Sid}', b: [c, 1]}"]
    long, longer = "k" * 900, "k" * 901
    assert row(long, 1) == [f"{long}: 1"]
    assert row(longer, 1, 2) == [f"  ? {longer}", "  : 1"]
    assert flow({long: 1, longer: 2}) == f"{{{long}: 1, ? {longer} : 2}}"


def test_files_say_which_schema_they_fit() -> None:
    """Editors read it in the first line; empty tables and what is not there are left out."""
    assert object_text({"object": "A", "parent": None, "fields": {}, "left_out": {"a": "b"}}) == (
        "# yaml-language-server: $schema=../../schema/object.json\nobject: A\nleft_out:\n  a: b\n"
    )
    assert service_text({"format": 1, "account_key": "A"}) == (
        "# yaml-language-server: $schema=schema/catalog.json\nformat: 1\naccount_key: A\n"
    )
    assert left_out_text({"GET /v1": "abc"}) == "GET /v1: abc\n"


# -- documents


def test_references_are_followed_to_their_end(tmp_path: Path) -> None:
    """With signs escaped as in a JSON pointer or in an address, and through lists."""
    schemas: Node = {
        "a/b": TEXT,
        "c~d": {"$ref": "#/components/schemas/a~1b"},
        "e f": {"allOf": [SID]},
        "g": {"$ref": "#/components/schemas/e%20f/allOf/0"},
        "h": {"$ref": "#/components/schemas/c~0d"},
        "%41": record(),
        "i": {"$ref": "#/components/schemas/%41"},
    }
    value = {
        "openapi": "3.0.0",
        "info": {},
        "paths": {"/a": {}},
        "components": {"schemas": schemas},
    }
    found = read_document(write(tmp_path, value))
    assert found.resolve(schemas["h"]) == (TEXT, "#/components/schemas/a~1b")
    assert found.resolve(schemas["g"]) == (SID, "#/components/schemas/e%20f/allOf/0")
    assert found.resolve(schemas["i"]) == (record(), "#/components/schemas/%41")
    assert found.resolve(TEXT) == (TEXT, None)
    for wrong in ("e%20f/allOf/1", "e%20f/allOf/-1", "e%20f/allOf/x", "nothing", "a~1b/type/0"):
        schemas["g"] = {"$ref": f"#/components/schemas/{wrong}"}
        with pytest.raises(ImportFailed, match=r"leads nowhere|no mapping"):
            read_document(write(tmp_path, value))


def test_what_is_told_follows_references_to_their_end() -> None:
    """A change far away is another digest."""
    chains = [
        {"#/a": {"items": {"$ref": "#/b"}}, "#/b": {"not": {"$ref": "#/c"}}, "#/c": {"type": kind}}
        for kind in ("string", "integer")
    ]
    one, other = (
        told(Document(file="a.json", data={}, targets=targets), {"$ref": "#/a"})
        for targets in chains
    )
    assert one != other
    assert one[1].keys() == other[1].keys() == {"#/a", "#/b", "#/c"}


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("^(CA[0-9a-fA-F]{32})|(PA[0-9a-fA-F]{32})$", ()),
        ("^(CA[0-9a-fA-F]{32}|PA[0-9a-fA-F]{32})$", ("CA", "PA")),
        ("^(?:CA|PA)[0-9a-fA-F]{32}$", ("CA", "PA")),
        ("^CA[0-9a-fA-F]{32}$|^PA[0-9a-fA-F]{32}$", ("CA", "PA")),
        ("^CA[0-9a-fA-F]{31}$", ()),
    ],
)
def test_patterns_of_sids_in_several_parts(pattern: str, expected: tuple[str, ...]) -> None:
    """Each part is one, or the pattern is none of Sids."""
    assert parts.prefixes(pattern) == expected
