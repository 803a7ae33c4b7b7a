"""What is said, annotated, sampled and profiled of rows of a catalog, one row a case."""

from __future__ import annotations

import ast
import json
from collections.abc import Mapping
from typing import Any

import pytest
from attrs import evolve, fields_dict
from lxml import etree

from tests.codegen.test_objects import LISTING, PARCEL, SERVICE
from twilio_ops_codegen.catalog.model import (
    Action,
    ActionName,
    Catalog,
    Field,
    Filter,
    JsonNames,
    Key,
    Object,
    Parameter,
    Pii,
    Service,
    Struct,
    Type,
    XmlNames,
)
from twilio_ops_codegen.catalog.passes import resolve
from twilio_ops_codegen.emit.code import doc, settle_docs
from twilio_ops_codegen.emit.objects import ObjectView, view
from twilio_ops_codegen.emit.operations import OperationView
from twilio_ops_codegen.emit.samples import HEX, Samples
from twilio_ops_codegen.emit.sentences import (
    about_action,
    about_parameter,
    about_type,
    about_value,
    known_values,
)
from twilio_ops_codegen.emit.types import Types, as_parameter
from twilio_ops_codegen.emit.xsd import Profiles, _free

SID = "PA" + HEX
KINDS: dict[str, tuple[str, ...]] = {"kind": ("", "slow", "fast")}
STRUCTS = {
    "brief": Struct(fields={"word": Field(type="string"), "size": Field(type="decimal")}, doc="In short."),
    "node": Struct(fields={"name": Field(type="string"), "next": Field(type="struct", struct="node")}),
}  # fmt: skip
THING = Object(
    object="Thing",
    path="/v1/Things",
    keys={"Sid": Key(prefixes=("PA",))},
    json=JsonNames(list="things"),
    fields={"sid": Field(type="sid", prefixes=("PA",)), "made": Field(type="datetime")},
    enums=KINDS,
    structs=STRUCTS,
    doc="A thing.",
)
CREATE = Action(method="POST", path="/v1/Things", encoding="form")


def package(
    value: Object, *others: Object, service: Service = SERVICE
) -> tuple[Catalog, ObjectView]:
    """A catalog of objects, and the view of the first of them."""
    catalog = resolve(
        Catalog(service=service, objects={each.object: each for each in (value, *others)})
    )
    return catalog, next(one for one in view(catalog).objects if one.name == value.object)


def with_action(
    name: ActionName, row: Action, value: Object = THING, *others: Object, **more: Any
) -> tuple[Samples, OperationView]:
    """The samples of an object with one action, and that action."""
    catalog, found = package(evolve(value, actions={name: row}, **more), *others)
    return Samples(catalog, found), found.operations[0]


# -- sentences

TYPES: list[tuple[Type, list[str]]] = [
    (Type(type="string"), []),
    (Type(type="sid", prefixes=("PA", "PB")), ["A Sid that begins with PA or PB."]),
    (Type(type="string", values=("a", "b")), ["One of a, b."]),
    (Type(type="integer", minimum=0, maximum=5), ["From 0 to 5."]),
    (Type(type="integer", minimum=0), ["At least 0."]),
    (Type(type="integer", maximum=0), ["At most 0."]),
    (Type(type="string", format="phone-number"), ["In E.164 form."]),
    (Type(type="date", format="relative"), ["A day, or an offset from today such as -30days."]),
    (Type(type="string", format="password"), ["It is never shown."]),
    (Type(type="string", format="uri"), []),
    (Field(type="string", required=True), ["Needed where it is sent."]),
    (Field(type="string"), []),
    (Parameter(type="string", required=True), []),
]


@pytest.mark.parametrize(("row", "expected"), TYPES, ids=str)
def test_what_a_type_says(row: Type, expected: list[str]) -> None:
    """Of its values, in words."""
    assert list(about_type(row)) == expected


PERSONAL = Pii(handling="standard")
VALUES: list[tuple[Field | Parameter | Filter, list[str]]] = [
    (Field(type="string"), []),
    (Field(type="string", doc="Its name."), ["Its name."]),
    (Field(type="string", pii=PERSONAL), ["It is personal data."]),
    (Field(type="string", deprecated="Old.", note="Mind."), ["Deprecated: Old.", "Mind."]),
    (Parameter(type="integer", minimum=1, doc="How many.", pii=PERSONAL, note="Mind."), ["How many.", "At least 1.", "It is personal data.", "Mind."]),
    (Filter(type="string", deprecated="Old."), ["Deprecated: Old."]),
]  # fmt: skip


@pytest.mark.parametrize(("row", "expected"), VALUES, ids=str)
def test_what_is_said_of_a_value(row: Field | Parameter | Filter, expected: list[str]) -> None:
    """The catalog's words, its type, and what to mind, in this order."""
    assert list(about_value(row)) == expected


def test_what_is_said_of_a_parameter() -> None:
    """Its type, its default, whether others may stand for it."""
    rows = {
        "A": Parameter(type="string", doc="One.", repeated=True, pii=PERSONAL, note="Mind."),
        "B": Parameter(type="boolean", default=False, deprecated="Old."),
        "C": Parameter(type="integer", default=5, maximum=9),
        "D": Parameter(type="string"),
        "E": Parameter(type="string"),
        "F": Parameter(type="string"),
    }
    _, found = with_action(
        "Create", evolve(CREATE, parameters=rows, either=(("A", "B", "C"), ("D",), ("D", "E")))
    )
    said = {
        each.api: list(about_parameter(each, found, lambda one: f"<{one.api}>"))
        for each in found.parameters
    }
    assert said == {
        "A": ["One.", "Several values may be given.", "Needed unless <B> or <C> is given.", "It is personal data.", "Mind."],
        "B": ["Needed unless <A> or <C> is given.", "Default: false.", "Deprecated: Old."],
        "C": ["At most 9.", "Needed unless <A> or <B> is given.", "Default: 5."],
        "D": ["Needed unless <E> is given."],
        "E": ["Needed unless <D> is given."],
        "F": [],
    }  # fmt: skip


ACTIONS: list[tuple[dict[str, str], dict[str, str], list[str]]] = [
    ({}, {}, []),
    ({"doc": "Makes it."}, {}, ["Makes it."]),
    ({"effect": "it rings"}, {}, ["Side effect: it rings."]),
    ({"refused": "Never."}, {}, ["Refused by the API: Never."]),
    ({"deprecated": "Old."}, {"deprecated": "Older."}, ["Deprecated: Old."]),
    ({}, {"deprecated": "Older."}, ["Deprecated: Older."]),
    ({"note": "Mind."}, {}, ["Mind."]),
]


@pytest.mark.parametrize(("own", "whole", "expected"), ACTIONS, ids=str)
def test_what_is_said_of_an_action(
    own: dict[str, str], whole: dict[str, str], expected: list[str]
) -> None:
    """Its own word counts before the object's."""
    row = evolve(CREATE, **own)  # type: ignore[arg-type]
    assert list(about_action(row, evolve(THING, **whole))) == expected  # type: ignore[arg-type]


def test_known_values_are_those_of_an_enum() -> None:
    """Also of one in a list; without its object there is nothing to say."""
    enum = Type(type="enum", enum="kind")
    for row in (enum, Type(type="list", items=enum)):
        assert list(known_values(row, THING)) == ["Known values: , slow, fast."]
        assert list(known_values(row, None)) == []
    assert list(known_values(Type(type="list"), THING)) == []
    assert list(known_values(Type(type="map", items=enum), THING)) == []


# -- types

TEXT = Type(type="string")
BRIEF, NODE, KIND = (
    Type(type="struct", struct="brief"),
    Type(type="struct", struct="node"),
    Type(type="enum", enum="kind"),
)
SOURCES: list[tuple[Type, tuple[str, str], tuple[str, str], set[str]]] = [
    (TEXT, ("str", "g.TEXT"), ("str", "g.TEXT"), set()),
    (Type(type="string", format="phone-number"), ("str", "g.TEXT"), ("str", "g.PHONE"), set()),
    (Type(type="string", format="uri"), ("str", "g.TEXT"), ("str", "g.TEXT"), set()),
    (Type(type="integer"), ("int", "g.INTEGER"), ("int", "g.INTEGER"), set()),
    (Type(type="integer", minimum=1), ("int", "g.INTEGER"), ("int", "g.IntegerType(1, None)"), set()),
    (Type(type="integer", maximum=0), ("int", "g.INTEGER"), ("int", "g.IntegerType(None, 0)"), set()),
    (Type(type="decimal"), ("Decimal", "g.DECIMAL"), ("Decimal | int", "g.DECIMAL"), {"Decimal"}),
    (Type(type="boolean"), ("bool", "g.BOOLEAN"), ("bool", "g.BOOLEAN"), set()),
    (Type(type="date"), ("date", "g.DATE"), ("date | str", "g.DATE"), {"date"}),
    (Type(type="date", format="relative"), ("date", "g.DATE"), ("date | str", "g.RELATIVE_DATE"), {"date"}),
    (Type(type="string", format="relative"), ("str", "g.TEXT"), ("str", "g.TEXT"), set()),
    (Type(type="datetime", format="rfc2822"), ("datetime", "g.RFC2822"), ("datetime | str", "g.RFC2822"), {"datetime"}),
    (Type(type="datetime", format="iso8601"), ("datetime", "g.ISO8601"), ("datetime | str", "g.ISO8601"), {"datetime"}),
    (Type(type="sid", prefixes=("PA", "PB")), ("Sid", "g.SID"), ("str", 'g.SidType("PA", "PB")'), {"Sid"}),
    (Type(type="uri_map"), ("Mapping[str, str]", "g.URI_MAP"), ("Mapping[str, str]", "g.URI_MAP"), {"Mapping"}),
    (Type(type="any"), ("Any", "g.ANY"), ("Any", "g.ANY"), {"Any"}),
    (KIND, ("ThingKind", "g.EnumType(ThingKind)"), ("ThingKind | str", "g.EnumType(ThingKind)"), set()),
    (BRIEF, ("ThingBrief", "g.StructType(lambda: ThingBrief)"), ("ThingBrief | ThingBrief.Dict", "g.StructType(lambda: ThingBrief)"), set()),
    (Type(type="list", items=TEXT), ("tuple[str, ...]", 'g.ListType("Item", g.TEXT)'), ("Sequence[str]", 'g.ListType("Item", g.TEXT)'), set()),
    (Type(type="map", items=KIND), ("Mapping[str, ThingKind]", "g.MapType(g.EnumType(ThingKind))"), ("Mapping[str, ThingKind | str]", "g.MapType(g.EnumType(ThingKind))"), {"Mapping"}),
    (Type(type="list", items=Type(type="sid", prefixes=("PA",))), ("tuple[Sid, ...]", 'g.ListType("Item", g.SID)'), ("Sequence[str]", 'g.ListType("Item", g.SidType("PA"))'), {"Sid"}),
]  # fmt: skip


@pytest.mark.parametrize(("row", "answered", "sent", "uses"), SOURCES, ids=str)
def test_a_type_as_python_source(
    row: Type, answered: tuple[str, str], sent: tuple[str, str], uses: set[str]
) -> None:
    """As records hold it, and as it may be given to be sent; with the names that it needs."""
    types = Types(THING, {"kind": "ThingKind"}, {"brief": "ThingBrief", "node": "ThingNode"})
    assert (types.annotation(row), types.kind(row)) == answered
    assert types.uses == uses
    assert (types.annotation(row, sent=True), types.kind(row, sent=True)) == sent
    assert types.uses - uses == ({"Sequence"} if sent[0].startswith("Sequence") else set())


def test_types_that_are_sent_alone() -> None:
    """Numbered pairs and collapsible maps; a struct whose class is there is named straight."""
    types = Types(THING, {"kind": "ThingKind"}, {"brief": "ThingBrief"})
    pairs, collapsed = Type(type="pairs", count=3), Type(type="collapsible_map", prefix="Add")
    assert types.annotation(pairs, sent=True) == "Mapping[str, str] | Sequence[tuple[str, str]]"
    assert types.kind(pairs, sent=True) == "g.PairsType(3)"
    assert types.uses == {"Mapping", "Sequence"}
    types.uses.clear()
    assert types.annotation(collapsed, sent=True) == "Mapping[str, Any]"
    assert types.kind(collapsed, sent=True) == 'g.CollapsibleMapType("Add")'
    assert types.uses == {"Mapping", "Any"}
    types.placed.add("brief")
    assert types.kind(BRIEF) == "g.StructType(ThingBrief)"


def test_fields_of_structs_that_are_sent_may_be_left_out() -> None:
    """But for those that are needed; of structs that are answered nothing is given."""
    rows = {"a": Field(type="string"), "b": Field(type="string", required=True), "c": Field(type="any"),
            "from": Field(type="struct", struct="node"), "d-e": Field(type="struct", struct="brief")}  # fmt: skip
    sent = Parameter(type="struct", struct="node", location="body")
    value = evolve(
        THING,
        structs={**STRUCTS, "node": Struct(fields=rows)},
        actions={"Create": evolve(CREATE, encoding="json", parameters={"node": sent})},
    )
    _, found = package(value)
    structs = {record.struct: record for record in found.records}
    given = {
        each.json: None if each.sent is None else str(each.sent) for each in structs["node"].fields
    }
    assert given == {
        "a": "str | None",
        "b": "str",
        "c": "Any",
        "from": "ThingNode | Mapping[str, Any] | None",
        "d-e": "ThingBrief | ThingBrief.Dict | None",
    }
    assert structs["node"].sent and structs["brief"].sent and not structs[None].sent
    assert structs["node"].recursive and not structs["brief"].recursive
    assert [each.json for each in structs["node"].spelled_out] == ["a", "b", "c"]
    assert [each.json for each in structs["node"].quoted] == ["from", "d-e"]
    assert structs["brief"].spelled_out == ()


def test_parameters_and_filters_as_python_source() -> None:
    """Several values are a sequence; a filter of times knows the field that it looks at."""
    types = Types(
        evolve(
            THING,
            fields={"made": Field(type="datetime", name="made_at"), "name": Field(type="string")},
        ),
        {},
        {},
    )
    one = types.parameter("Many", Parameter(type="string", repeated=True, required=True))
    assert (str(one.type), str(one.kind), one.required, one.name) == (
        "Sequence[str]",
        "g.TEXT",
        True,
        "many",
    )
    assert types.uses == {"Sequence"}
    made = types.filter(
        "Made", Filter(type="datetime", format="iso8601", operators=("before", "after"))
    )
    assert (made.field, str(made.type), made.name) == ("made_at", "", "made")
    named = types.filter("Name", Filter(type="string", name="called"))
    assert (named.field, str(named.type), named.family, named.name) == (
        None,
        "str",
        "equals",
        "called",
    )


# -- operations


@pytest.mark.parametrize(
    ("action", "row", "expected"),
    [
        ("Create", CREATE, (True, False, "Create", "CreateThingRequest")),
        ("Update", Action(method="POST", path="/v1/Things/{Sid}"), (True, True, "Update", "UpdateThingRequest")),
        ("Delete", Action(method="DELETE", path="/v1/Things/{Sid}", cardinality="none"), (True, True, "Delete", None)),
        ("Get", Action(method="GET", path="/v1/Things/{Sid}"), (False, True, "Get", None)),
        ("Get", Action(method="GET", path="/v1/Things", cardinality="many"), (False, True, "Search", None)),
        ("Query", LISTING, (False, False, "Query", None)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_an_operation_is(
    action: ActionName, row: Action, expected: tuple[bool, bool, str, str | None]
) -> None:
    """Whether documents go in, whether it takes a Sid, what it derives from, and its request class."""
    _, found = with_action(action, row)
    assert (found.outbound, found.addressed, found.base, found.request) == expected


def test_the_parameter_that_takes_the_key_is_no_parameter_of_a_get() -> None:
    """Its value is the record's Sid; an Update sends it beside the others."""
    rows = {
        "Which": Parameter(type="string", required=True, location="query"),
        "More": Parameter(type="string", location="query"),
    }
    row = Action(method="GET", path="/v1/Things", parameters=rows, key_parameter="Which")
    keys = {**THING.keys, "Which": Key()}
    _, found = with_action("Get", row, keys=keys)
    assert [each.api for each in found.own_parameters] == ["More"]
    assert (found.sid_form, found.parent_form) == ("Which", None)
    own = {**keys, "AccountSid": Key(prefixes=("AC",))}
    path = "/v1/Accounts/{AccountSid}/Things"
    value = evolve(THING, actions={"Get": evolve(row, path=path)}, keys=own)
    _, whole = package(value, service=evolve(SERVICE, account_key="AccountSid"))
    assert whole.operations[0].sid_form == "[AccountSid:]Which"
    assert whole.operations[0].sid_pattern == "((AC)[0-9a-fA-F]{32}:)?.+"
    _, plain = with_action("Get", evolve(row, key_parameter=None), keys=keys)
    assert [each.api for each in plain.own_parameters] == ["Which", "More"]


def test_parameters_that_are_not_to_be_given() -> None:
    """Deprecated ones that need not be; only where documents are made."""
    rows = {
        "A": Parameter(type="string", deprecated="Old."),
        "B": Parameter(type="string", deprecated="Older.", required=True),
        "C": Parameter(type="string"),
    }
    _, found = with_action("Create", evolve(CREATE, parameters=rows))
    assert [each.api for each in found.outdated] == ["A"]
    assert found.outdated_words == "a: Old."
    searched = Action(
        method="GET", path="/v1/Things/{Sid}", parameters={"A": evolve(rows["A"], location="query")}
    )
    _, other = with_action("Get", searched)
    assert other.outdated == ()


def test_what_an_answer_is_a_class_of() -> None:
    """The object's own, a struct's, another module's by a forward name, or none."""
    box = evolve(PARCEL, actions={})
    for answers, expected in (
        (None, "Thing"),
        ("Thing", "Thing"),
        ("brief", "ThingBrief"),
        ("Parcel", '"Parcel"'),
    ):
        _, found = with_action("Create", evolve(CREATE, answers=answers), THING, box)
        assert str(found.answer) == expected
        assert found.record_address == (
            "acme_ops.api.parcel:Parcel" if answers == "Parcel" else None
        )
    _, nothing = with_action("Create", evolve(CREATE, cardinality="none"))
    assert (str(nothing.answer), nothing.answered, nothing.response_profile) == ("None", None, None)


# -- samples

RELATED = Type(type="map", items=TEXT)
SENT: list[tuple[Parameter, Any, str, list[tuple[str, str]]]] = [
    (Parameter(type="string"), "text & more", '"text & more"', [("It", "text & more")]),
    (Parameter(type="string", format="uri"), "https://example.com/resource", '"https://example.com/resource"', [("It", "https://example.com/resource")]),
    (Parameter(type="string", values=("", "b")), "b", '"b"', [("It", "b")]),
    (Parameter(type="boolean"), True, "True", [("It", "true")]),
    (Parameter(type="integer"), 1, "1", [("It", "1")]),
    (Parameter(type="decimal"), 1.5, 'Decimal("1.5")', [("It", "1.5")]),
    (Parameter(type="date"), "2012-09-17", '"2012-09-17"', [("It", "2012-09-17")]),
    (Parameter(type="sid", prefixes=("PA",)), SID, f'"{SID}"', [("It", SID)]),
    (Parameter(type="enum", enum="kind"), "slow", '"slow"', [("It", "slow")]),
    (Parameter(type="any"), "any value", '"any value"', [("It", "any value")]),
    (Parameter(type="collapsible_map", prefix="Add"), {"name": {"key": "value"}}, '{"name": {"key": "value"}}', [("Add.name.key", "value")]),
    (Parameter(type="string", repeated=True), "text & more", '["text & more"]', [("It", "text & more")]),
]  # fmt: skip


@pytest.mark.parametrize(("row", "value", "source", "sent"), SENT, ids=str)
def test_a_sample_of_what_is_sent(
    row: Parameter, value: Any, source: str, sent: list[tuple[str, str]]
) -> None:
    """Its value, the same in Python, and what a form says of it."""
    samples, found = with_action(
        "Create", evolve(CREATE, parameters={"It": evolve(row, required=True)})
    )
    assert samples.value(row, samples.row) == value
    assert (
        ast.literal_eval(source.replace("Decimal", "str").replace('str("1.5")', '"1.5"'))
        is not None
    )
    assert str(samples.source(row)).replace("'", '"') == source
    assert samples.sent(found) == sent
    assert samples.arguments(found) == found.parameters


@pytest.mark.parametrize(
    ("row", "source"),
    [
        (Parameter(type="list", items=Type(type="decimal")), '[Decimal("1.5")]'),
        (Parameter(type="map", items=Type(type="decimal")), '{"related": Decimal("1.5")}'),
        (Parameter(type="struct", struct="brief"), '{"word": "text & more", "size": Decimal("1.5")}'),
        (Parameter(type="list", items=Type(type="map", items=Type(type="pairs"))), '[{"related": {"name": "value"}}]'),
    ],
    ids=["list", "map", "struct", "deep"],
)  # fmt: skip
def test_what_a_value_holds_is_python_too(row: Parameter, source: str) -> None:
    """However deep: a decimal is one in the sample's source, not the float of an answer."""
    samples, _ = with_action("Create", CREATE)
    assert str(samples.source(row)).replace("'", '"') == source


def test_what_is_sent_beside_values_of_several_names() -> None:
    """Pairs and a map that collapses end nothing: what comes behind them is sent, too."""
    rows = {
        "Header": Parameter(type="pairs", count=9, required=True),
        "Add": Parameter(type="collapsible_map", prefix="Add", required=True),
        "Word": Parameter(type="string", required=True),
    }
    samples, found = with_action("Create", evolve(CREATE, parameters=rows))
    assert [name for name, _ in samples.sent(found)] == ["Header1.Name", "Header1.Value", "Add.name.key", "Word"]  # fmt: skip


def test_pairs_in_a_sample() -> None:
    """In the document, in Python, and in the form."""
    row = Parameter(type="pairs", count=9, required=True)
    samples, found = with_action("Create", evolve(CREATE, parameters={"Header": row}))
    assert samples.sent(found) == [("Header1.Name", "name"), ("Header1.Value", "value")]
    assert str(samples.source(row)) == '{"name": "value"}'
    header = etree.fromstring(samples.request(found).encode()).find("Header")
    assert header is not None
    assert {each.tag: each.text for each in header} == {"Name": "name", "Value": "value"}


def test_a_json_body_in_a_sample() -> None:
    """Fields by name, several values as a list; what is elsewhere is sent beside it."""
    rows = {
        "text": Parameter(type="string"),
        "many": Parameter(type="integer", repeated=True),
        "brief": Parameter(type="struct", struct="brief"),
        "map": Parameter(type="map", items=TEXT),
        "list": Parameter(type="list", items=BRIEF),
        "X-Odd": Parameter(type="string", location="header"),
        "Near": Parameter(type="string", location="query"),
    }
    samples, found = with_action("Create", evolve(CREATE, encoding="json", parameters=rows))
    brief = {"word": "text & more", "size": 1.5}
    assert samples.content(found) == {
        "text": "text & more",
        "many": [1],
        "brief": brief,
        "map": {"related": "text & more"},
        "list": [brief],
    }
    assert samples.sent(found) == [("X-Odd", "text & more"), ("Near", "text & more")]
    written = '{"word": "text & more", "size": Decimal("1.5")}'
    assert str(samples.source(rows["brief"])) == written
    assert str(samples.source(rows["list"])) == f"[{written}]"
    assert str(samples.source(rows["map"])) == '{"related": "text & more"}'
    document = etree.fromstring(samples.request(found).encode())
    assert document.findtext("Brief/Word", document.findtext("brief/Word")) == "text & more"
    assert document.findtext(".//Entry/Key") == "related"


def test_a_body_that_is_one_value_in_a_sample() -> None:
    """It is the body, whatever it is called."""
    rows = {
        "X-Odd": Parameter(type="string", location="header"),
        "Content": Parameter(type="list", items=TEXT, location="content", required=True),
    }
    samples, found = with_action("Create", evolve(CREATE, encoding="json", parameters=rows))
    assert samples.content(found) == ["text & more"]
    assert samples.sent(found) == [("X-Odd", "text & more")]


def test_fixed_parameters_are_sent_in_a_sample() -> None:
    """Before what is given."""
    row = evolve(CREATE, fixed={"Mode": "new"}, parameters={"It": Parameter(type="string")})
    samples, found = with_action("Create", row)
    assert samples.sent(found) == [("Mode", "new"), ("It", "text & more")]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (Filter(type="string"), ("equals", "'text & more'", ("Made", "text & more"))),
        (Filter(type="boolean"), ("equals", "True", ("Made", "true"))),
        (Filter(type="date", operators=("equals", "before", "after")), ("on", "'2012-09-17'", ("Made", "2012-09-17"))),
        (Filter(type="date", operators=("before", "after")), ("before", "'2012-10-01'", ("Made<", "2012-10-01"))),
        (Filter(type="date", operators=("after",)), ("after", "'2012-09-01'", ("Made>", "2012-09-01"))),
        (Filter(type="datetime", format="iso8601", operators=("after",)), ("after", "'2012-09-01 00:00:00'", ("Made>", "2012-09-01T00:00:00Z"))),
        (Filter(type="datetime", format="iso8601", operators=("before", "after")), ("before", "'2012-10-01 00:00:00'", ("Made<", "2012-10-01T00:00:00Z"))),
    ],
    ids=str,
)  # fmt: skip
def test_a_condition_in_a_sample(row: Filter, expected: tuple[str, str, tuple[str, str]]) -> None:
    """What a required filter is asked, and what is sent for it; the others are left alone."""
    rows = {"Made": evolve(row, required=True), "Other": row}
    samples, found = with_action("Query", evolve(LISTING, path="/v1/Things", filters=rows))
    (one,) = samples.conditions(found)
    assert (one.operator, str(one.value).replace('"', "'"), one.sent) == expected
    assert one.name == "made"
    assert samples.sent(found) == [one.sent]


FACTS: list[tuple[ActionName, Action, dict[str, object]]] = [
    ("Create", evolve(CREATE, encoding="none"), {}),
    ("Create", CREATE, {"encoding": "form"}),
    ("Create", evolve(CREATE, status=(201, 200), encoding="none"), {"status": (201, 200)}),
    ("Create", evolve(CREATE, security="none", encoding="none"), {"security": "none"}),
    ("Create", evolve(CREATE, encoding="json", parameters={
        "B": Parameter(type="string", required=True), "A": Parameter(type="string", required=True, location="query"),
        "D": Parameter(type="string", location="header"), "C": Parameter(type="string", format="password"),
    }, either=(("C", "D"),)), {
        "encoding": "json", "either": (("C", "D"),), "required": ("A", "B"), "secret": ("C",),
        "elsewhere": (("A", "query"), ("D", "header")),
    }),
    ("Get", Action(method="GET", path="/v1/Things/{Sid}", alternatives=("/v2/Things/{Sid}",), redirect="sid", status=(302,)),
     {"status": (302,), "redirect": "sid", "alternatives": ("/v2/Things/{Sid}",)}),
    ("Get", Action(method="GET", path="/v1/Things", cardinality="many", filters={"A": Filter(type="string", required=True), "B": Filter(type="string")}),
     {"required": ("A",), "elsewhere": (("A", "query"), ("B", "query"))}),
    ("Query", evolve(LISTING, path="/v1/Things", paging="meta", max_page_size=9), {"paging": "meta", "max_page_size": 9}),
]  # fmt: skip


@pytest.mark.parametrize(("action", "row", "expected"), FACTS)
def test_what_a_generated_test_expects_to_be_known(
    action: ActionName, row: Action, expected: dict[str, object]
) -> None:
    """Whatever is not the usual, and nothing else."""
    samples, found = with_action(action, row)
    assert samples.facts(found) == expected


@pytest.mark.parametrize(
    ("action", "path", "keys", "address", "elements"),
    [
        ("Update", "/v1/Things/{Sid}", {}, SID, {"Sid": SID}),
        ("Update", "/v1/Boxes/{Box}/Things/{Sid}", {"Box": Key(example="b1")}, f"b1:{SID}", {"Sid": f"b1:{SID}"}),
        ("Create", "/v1/Boxes/{Box}/Things", {"Box": Key(literals=("me",))}, "me", {"ParentSid": "me"}),
        ("Create", "/v1/Boxes/{Box}/Things", {"Box": Key(pattern="^a{3}$")}, "aaa", {"ParentSid": "aaa"}),
        ("Create", "/v1/Boxes/{Box}/Things", {"Box": Key()}, "name", {"ParentSid": "name"}),
        ("Create", "/v1/Things", {}, "", {}),
    ],
)  # fmt: skip
def test_the_address_in_a_sample(
    action: ActionName,
    path: str,
    keys: Mapping[str, Key],
    address: str,
    elements: dict[str, str],
) -> None:
    """A composed Sid; in the document as the record's or its parent's."""
    row = Action(method="POST", path=path, encoding="form")
    samples, found = with_action(action, row, keys={**THING.keys, **keys})
    assert samples.address(found) == address
    document = etree.fromstring(samples.request(found).encode())
    assert {each.tag: each.text for each in document} == elements
    assert samples.path(found).split("/")[1] == "v1"
    assert all(part in samples.path(found).split("/") for part in address.split(":") if part)


FIELDS = {
    "sid": Field(type="sid", prefixes=("PA",)),
    "flag": Field(type="boolean"),
    "count": Field(type="integer", json_type="string"),
    "kind": Field(type="enum", enum="kind"),
    "kinds": Field(type="list", items=KIND, item_xml="Kind"),
    "links": Field(type="uri_map", key_xml={"more": "More", "self": "Own"}),
    "map": Field(type="map", items=TEXT),
    "brief": Field(type="struct", struct="brief"),
    "node": Field(type="struct", struct="node"),
    "queried": Field(type="string", only=("Query",)),
    "got": Field(type="string", only=("Get",)),
    "empty": Field(type="enum", enum="none"),
}


def test_an_answer_in_a_sample() -> None:
    """In JSON and XML: what the action carries, and what both tell from nothing."""
    more: dict[str, Any] = {
        "fields": FIELDS,
        "enums": {**KINDS, "none": ("",)},
        "xml": XmlNames(item="Thing"),
    }
    samples, found = with_action("Get", Action(method="GET", path="/v1/Things/{Sid}"), **more)
    assert found.answered is not None
    record = json.loads(samples.response_json(found, found.answered))
    uri = "https://example.com/resource"
    assert record == {
        "sid": SID,
        "flag": True,
        "count": "1",
        "kind": "slow",
        "kinds": ["slow"],
        "links": {"more": uri, "self": uri},
        "map": {"related": "text & more"},
        "brief": {"word": "text & more", "size": 1.5},
        "node": {"name": "text & more", "next": {"name": "text & more", "next": {"name": "text & more", "next": {"name": "text & more"}}}},
        "got": "text & more",
    }  # fmt: skip
    root = etree.fromstring(samples.response_xml(found, found.answered).encode())
    thing = root[0]
    assert (root.tag, thing.tag, len(root)) == (SERVICE.xml_root, "Thing", 1)
    said = {each.tag: each.text for each in thing.iter() if not len(each)}
    assert said == {
        "Sid": SID, "Flag": "true", "Count": "1", "Kind": "slow", "More": uri, "Own": uri, "Key": "related",
        "Value": "text & more", "Word": "text & more", "Size": "1.5", "Name": "text & more", "Got": "text & more",
    }  # fmt: skip
    assert [each.tag for each in thing.findall("Kinds/*")] == ["Kind"]
    assert [len(thing.findall("Node" + "/Next" * deep + "/Name")) for deep in range(5)] == [
        1,
        1,
        1,
        1,
        0,
    ]


@pytest.mark.parametrize(
    "kind",
    [
        Type(type="struct", struct="node"),
        Type(type="list", items=Type(type="struct", struct="node")),
        Type(type="map", items=Type(type="struct", struct="node")),
        Type(type="list", items=Type(type="map", items=Type(type="struct", struct="node"))),
    ],
    ids=["struct", "list", "map", "both"],
)
def test_a_sample_goes_as_deep_in_each_form(kind: Type) -> None:
    """What holds itself is cut off at one depth: in JSON, in XML, and in Python."""
    inside: dict[str, Any] = {"type": kind.type, "struct": kind.struct, "items": kind.items}
    node = Struct(fields={"name": Field(type="string"), "next": Field(**inside)})
    row = Action(
        method="POST",
        path="/v1/Things",
        encoding="json",
        parameters={"It": Parameter(**inside, required=True)},
    )
    more: dict[str, Any] = {"fields": {"node": Field(**inside)}, "structs": {"node": node}}
    samples, found = with_action("Create", row, **more)
    assert found.answered is not None
    counts = {
        samples.response_json(found, found.answered).count('"name"'),
        samples.response_xml(found, found.answered).count("<Name>"),
        samples.request(found).count("<Name>"),
        str(samples.source(row.parameters["It"])).count("name"),
        str(samples.content(found)).count("name"),
    }
    assert len(counts) == 1 and 0 not in counts


@pytest.mark.parametrize(
    ("names", "paging", "keys"),
    [
        (JsonNames(bare=True), "none", None),
        (JsonNames(list="things"), "none", {"things"}),
        (JsonNames(list="things"), "meta", {"things", "meta"}),
        (JsonNames(list="things"), "uris", {"things", "next_page_uri", "page", "page_size", "start", "end", "uri", "first_page_uri", "previous_page_uri"}),
    ],
)  # fmt: skip
def test_a_list_in_a_sample(names: JsonNames, paging: Any, keys: set[str] | None) -> None:
    """One record, in the last page: nothing leads on."""
    row = Action(method="GET", path="/v1/Things", cardinality="many", paging=paging)
    samples, found = with_action("Query", row, json=names)
    assert found.answered is not None
    page = json.loads(samples.response_json(found, found.answered))
    records = page if keys is None else page["things"]
    assert [record["sid"] for record in records] == [SID]
    assert keys is None or page.keys() == keys
    if paging == "meta":
        assert page["meta"] == {"key": "things", "next_page_url": None}
    if paging == "uris":
        assert page["next_page_uri"] is None


# -- profiles


def documented(text: str) -> dict[str, str]:
    """What a profile says of each of its elements and types, by name."""
    space = "{http://www.w3.org/2001/XMLSchema}"
    found: dict[str, str] = {}
    for node in etree.fromstring(text.encode()).iter(f"{space}documentation"):
        owner = node.getparent().getparent()  # type: ignore[union-attr]
        assert owner is not None
        name = owner.get("name") or owner.get("ref") or ""
        found[f"{etree.QName(owner).localname} {name}"] = " ".join((node.text or "").split())
    return found


def test_what_profiles_say_and_take() -> None:
    """Of errors, of records of an object and of a struct, of requests; samples are valid by them."""
    rows = {
        "Word": Parameter(type="string", required=True),
        "Many": Parameter(type="integer", repeated=True),
        "Kind": Parameter(type="enum", enum="kind"),
    }
    actions: dict[ActionName, Action] = {
        "Get": Action(method="GET", path="/v1/Things/{Sid}"),
        "Query": Action(method="GET", path="/v1/Things", cardinality="many", answers="brief"),
        "Create": evolve(CREATE, parameters=rows, doc="Makes it."),
        "Update": Action(method="POST", path="/v1/Things/{Sid}", encoding="form"),
    }
    catalog, found = package(
        evolve(THING, actions=actions, fields=FIELDS, enums={**KINDS, "none": ("",)})
    )
    profiles, samples = Profiles(catalog), Samples(catalog, found)
    assert "The error." in documented(profiles.error()).values()
    assert f"complexType {SERVICE.xml_error}" in documented(profiles.error())
    views = {each.action: each for each in found.operations}
    said: dict[str, dict[str, str]] = {}
    for action, one in views.items():
        if one.answered is not None:
            text = profiles.response(one.answered)
            said[f"{action} answers"] = documented(text)
            assert etree.XMLSchema(etree.fromstring(text.encode())).validate(
                etree.fromstring(samples.response_xml(one, one.answered).encode())
            )
        if one.request_profile is not None:
            text = profiles.request(found, one)
            said[f"{action} takes"] = documented(text)
            schema = etree.XMLSchema(etree.fromstring(text.encode()))
            sample = etree.fromstring(samples.request(one).encode())
            assert schema.validate(sample), schema.error_log
            for name in ("Word", "Sid"):
                if (needed := sample.find(name)) is not None:
                    sample.remove(needed)
                    assert not schema.validate(sample)
    assert "The record." in said["Get answers"].values()
    assert said["Get answers"]["complexType Thing"] == "A thing."
    assert said["Query answers"]["complexType ThingBrief"] == "In short."
    assert said["Create takes"]["complexType CreateThingRequest"] == "Makes it."
    assert said["Create takes"]["element Thing"] == "A request document of CreateThing."
    assert said["Update takes"]["element Sid"].startswith("Which record.")


# -- docstrings


@pytest.mark.parametrize(
    "text",
    [
        'a """ b',
        "a\\b",
        "two\nlines",
        "no\u202ebreak",
        "nul\0",
        "brace {x} % $",
        'ends with "',
        "\\",
    ],
)
def test_a_docstring_is_one_and_says_its_text(text: str) -> None:
    """Whatever is in the text; nothing that cannot be seen stands in the source."""
    source = settle_docs(f'def one() -> None:\n    """{doc(text)}"""\n')
    assert all(each.isprintable() or each == "\n" for each in source)
    (function,) = ast.parse(source).body
    said = ast.get_docstring(function)  # type: ignore[arg-type]
    assert said is not None
    assert said.encode("ascii", "backslashreplace").isascii()
    assert len(ast.parse(source).body[0].body) == 1  # type: ignore[attr-defined]


@pytest.mark.parametrize("wrap", [True, False])
def test_a_long_docstring_is_wrapped_where_it_is_wished(wrap: bool) -> None:
    """At its indentation; words stay whole."""
    words = "word " * 60
    source = settle_docs(f'    """{doc(words, 4, wrap=wrap)}"""')
    lines = source.splitlines()
    assert (len(lines) > 1) is wrap
    assert all(line.startswith("    ") for line in lines)
    assert not wrap or max(map(len, lines)) <= 101
    assert " ".join(source.replace('"""', "").split()) == words.strip()


@pytest.mark.parametrize(
    "source",
    ["x = {}", 'x = {} + "a"', 'x = "{}"', 'x = r"""{}"""', "# {}", '"""a""" {} """b"""'],
)
def test_text_for_a_docstring_stands_nowhere_else(source: str) -> None:
    """Neither as code nor as another text; the marks of both ends are looked for."""
    for text in (str(doc("a")), str(doc("a"))[:-1], str(doc("a"))[1:]):
        with pytest.raises(ValueError):
            settle_docs(source.format(text))


@pytest.mark.parametrize(
    ("form", "value"),
    [
        ("phone-number", "+13115556789"),
        ("endpoint", "+13115556789"),
        ("currency", "USD"),
        ("http-method", "POST"),
        ("iso-country-code", "US"),
        ("rfc2822", "Mon, 17 Sep 2012 01:13:42 +0000"),
        ("iso8601", "2012-09-17T01:13:42Z"),
    ],
)
def test_a_sample_is_in_its_format(form: str, value: str) -> None:
    """As the service writes it."""
    samples, _ = with_action("Create", CREATE)
    kind: Any = "datetime" if form in ("rfc2822", "iso8601") else "string"
    assert samples.value(Parameter(type=kind, format=form), samples.row) == value


@pytest.mark.parametrize("item", [None, "Packet"])
def test_a_request_document_is_the_item_of_its_object(item: str | None) -> None:
    """Called like the object where it has none of its own."""
    samples, found = with_action("Create", CREATE, xml=XmlNames(item=item))
    assert etree.fromstring(samples.request(found).encode()).tag == (item or "Thing")


@pytest.mark.parametrize(("name", "called"), [(None, "date_made"), ("made_at", "made_at")])
def test_a_field_is_called_as_it_is_said(name: str | None, called: str) -> None:
    """By the catalog, or by the rule."""
    types = Types(THING, {}, {})
    assert types.field("date_made", Field(type="string", name=name)).name == called
    assert types.parameter("DateMade", Parameter(type="string", name=name)).name == called


def test_a_filter_of_a_search_is_a_parameter_with_all_that_it_states() -> None:
    """Whatever both can state is carried over; it goes into the query."""
    row = Filter(
        type="enum", enum="size", format="f", prefixes=("AC",), pattern="a+", minimum=1, maximum=3,
        nullable=True, name="other", repeated=True, required=True, deprecated="since 2025",
        note="a note", doc="A word.",
    )  # fmt: skip
    made = as_parameter(row)
    both = fields_dict(Filter).keys() & fields_dict(type(made)).keys()
    assert {name: getattr(row, name) for name in both} == {
        name: getattr(made, name) for name in both
    }
    assert {"repeated", "required", "deprecated", "enum", "name", "doc"} <= both
    assert made.location == "query"


def test_names_of_types_in_a_profile_do_not_clash() -> None:
    """Each name is free when it is given, however often the same is wanted."""
    taken = {"Part2"}
    assert ["Part", "Part3", "Part4", "Item"] == [
        _free(wanted, taken) for wanted in ("Part", "Part", "Part", "Item")
    ]
