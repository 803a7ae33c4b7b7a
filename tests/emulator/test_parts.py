"""The emulator's small parts, each by itself: what goes in, and what comes out or is said."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qsl

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from twilio_ops_emulator import Clock, Emulator
from twilio_ops_emulator.api.errors import EmulatorError, ErrorTable, Invalid, NotEmulated, Refusal
from twilio_ops_emulator.api.messages import Request, Response, read_form, segments
from twilio_ops_emulator.api.paging import Pager, Sequenced
from twilio_ops_emulator.api.parameters import Rules
from twilio_ops_emulator.api.render import Link
from twilio_ops_emulator.api.xml import element, escape
from twilio_ops_emulator.behaviour.estimate import Estimate
from twilio_ops_emulator.control.request_log import Masks, RequestLog
from twilio_ops_emulator.control.validation import Misplaced, read, read_values, split
from twilio_ops_emulator.model import (
    Catalog,
    FieldModel,
    FilterModel,
    ObjectModel,
    ParameterModel,
    ValueModel,
    pascal,
    pattern,
    placeholders,
    snake,
)
from twilio_ops_emulator.model import segments as path_segments
from twilio_ops_emulator.state import clock, codec
from twilio_ops_emulator.state.callbacks import Answer, Callback, Sent
from twilio_ops_emulator.state.index import Layout, Row
from twilio_ops_emulator.state.scripts import Script, Scripts
from twilio_ops_emulator.state.usage import NOTHING, Amount, UsageLog

ROW: dict[str, Any] = {
    "path": "/v1/Depots/{DepotSid}/Parcels",
    "enums": {"status": ["waiting", "In-Transit"]},
    "structs": {"size": {"fields": {"width": {"type": "integer"}, "depth": {"type": "integer", "xml": "Deep"}}}},
    "fields": {
        "sid": {"type": "sid", "prefixes": ["PA", "PX"]},
        "friendly_name": {"type": "string", "nullable": True},
        "status": {"type": "enum", "enum": "status"},
        "stops": {"type": "list", "items": {"type": "string"}, "item_xml": "Stop"},
        "words": {"type": "list", "items": {"type": "string"}},
        "size": {"type": "struct", "struct": "size"},
        "links": {"type": "uri_map", "key_xml": {"id_tag": "IDTag"}},
        "price": {"type": "decimal", "json_type": "string", "only": ["Get"], "format": "password"},
    },
    "actions": {
        "Get": {"method": "GET", "path": "/v1/Depots/{DepotSid}/Parcels/{Sid}"},
        "Create": {
            "method": "POST",
            "path": "/v1/Depots/{DepotSid}/Parcels",
            "status": [201],
            "parameters": {
                "FriendlyName": {"type": "string", "required": True, "default": "none"},
                "Secret": {"type": "string", "format": "password", "repeated": True, "location": "query"},
                "More": {"type": "pairs", "count": 3},
            },
        },
        "Query": {
            "method": "GET",
            "path": "/v2/Parcels",
            "cardinality": "many",
            "filters": {"Status": {"type": "enum", "enum": "status"}, "Made": {"type": "date", "operators": ["before"]}},
        },
    },
}  # fmt: skip


def model(**more: Any) -> ObjectModel:
    """The made-up object."""
    return ObjectModel("Parcel", {**ROW, **more})


@pytest.fixture(scope="module")
def service() -> Iterator[Emulator]:
    """One emulator for whatever only reads its facts."""
    with Emulator(clock=Clock("2026-11-01T10:00:00Z", frozen=True), seed=7) as found:
        yield found


@pytest.fixture(scope="module")
def rules(service: Emulator) -> Rules:
    """How an emulator reads values."""
    return service.state.rules


@pytest.mark.parametrize(
    ("name", "field"),
    [("ParentCallSid", "parent_call_sid"), ("Url", "url"), ("X9Lines", "x9_lines"), ("aB", "a_b")],
)
def test_a_name_of_the_api_and_its_field(name: str, field: str) -> None:
    """One gives the other."""
    assert snake(name) == field
    assert pascal(field) == name[:1].upper() + name[1:]


def test_a_path_and_its_parts() -> None:
    """Placeholders, segments, and what an address is filled into."""
    path = "/v1/Depots/{DepotSid}/Parcels/{Sid}/"
    assert placeholders(path) == ("DepotSid", "Sid")
    assert path_segments(path) == ("v1", "Depots", None, "Parcels", None)
    assert pattern(path) == "/v1/Depots/%s/Parcels/%s/"


def test_an_object_of_the_catalog() -> None:
    """What it is kept by, and what a row leaves unsaid."""
    found = model()
    assert (found.key, found.item_xml, found.list_xml, found.json_list) == ("Parcel", "Parcel", None, None)  # fmt: skip
    assert (found.scope, found.identity, found.prefix, found.implied) == (("DepotSid",), "sid", "PA", 0)  # fmt: skip
    assert found.instance == "/v1/Depots/{DepotSid}/Parcels/{Sid}"
    assert found.instance_pattern == "/v1/Depots/%s/Parcels/%s"
    assert found.path_pattern == "/v1/Depots/%s/Parcels"
    assert repr(found) == "<ObjectModel Parcel>"
    assert repr(found.actions["Get"]) == "<ActionModel Parcel.Get>"
    named = model(source="Package", xml={"item": "Box", "list": "Boxes"}, json={"list": "boxes"})
    assert (named.key, named.item_xml, named.list_xml, named.json_list) == ("Package", "Box", "Boxes", "boxes")  # fmt: skip
    assert named.actions["Get"].key == "Package.Get"
    bare = ObjectModel("Bare", {"path": "/v1/Bare"}, ("AccountSid",))
    assert (bare.scope, bare.implied, bare.instance, bare.instance_pattern) == (("AccountSid",), 1, None, None)  # fmt: skip
    assert (bare.prefix, bare.identity, bare.fields, bare.actions) == (None, "sid", {}, {})
    free = ObjectModel("Free", {"path": "/x", "fields": {"sid": {"type": "string"}}})
    assert free.prefix is None
    for action in ("Update", "Delete"):
        row = {"method": "POST", "path": "/v1/Bare/{Name}"}
        assert (
            ObjectModel("Bare", {"path": "/v1/Bare", "actions": {action: row}}).identity == "name"
        )
        one = {**row, "key_parameter": "Code"}
        assert ObjectModel("Bare", {"path": "/v1/Bare", "actions": {action: one}}).instance is None


def test_an_action_of_the_catalog() -> None:
    """What a row says, and what it leaves unsaid."""
    get, create, query = (model().actions[name] for name in ("Get", "Create", "Query"))
    assert (get.status, get.cardinality, get.paging, get.security, get.encoding) == ((200,), "one", "none", "basic", "none")  # fmt: skip
    assert (get.answers, get.redirect, get.refused, get.key_parameter) == (None,) * 4
    assert (get.max_page_size, get.operation, get.either, get.alternatives) == (None, None, (), ())
    assert (create.status, query.cardinality, get.own, query.own) == ((201,), "many", True, False)
    assert create.required == ("FriendlyName",)
    assert create.filled == (("FriendlyName", "friendly_name"),)
    name, secret, more = create.parameters.values()
    assert (name.required, name.repeated, name.location, name.count, name.default, name.field) == (True, False, "body", None, "none", "friendly_name")  # fmt: skip
    assert (secret.required, secret.repeated, secret.location, secret.format, secret.field) == (False, True, "query", "password", None)  # fmt: skip
    assert (more.count, name.format, name.nullable) == (3, None, False)
    status, made = query.filters.values()
    assert (status.operators, status.field, status.values) == (("equals",), "status", ("waiting", "In-Transit"))  # fmt: skip
    assert (made.operators, made.field, made.values) == (("before",), None, ())


def test_the_fields_of_an_object() -> None:
    """Elements, entries, structs, and the actions that show them."""
    fields = model().fields
    assert {name: field.xml for name, field in fields.items()} == {
        "sid": "Sid", "friendly_name": "FriendlyName", "status": "Status", "stops": "Stops",
        "words": "Words", "size": "Size", "links": "Links", "price": "Price",
    }  # fmt: skip
    assert (fields["price"].quoted, fields["price"].only, fields["sid"].quoted, fields["sid"].only) == (True, ("Get",), False, ())  # fmt: skip
    assert fields["friendly_name"].nullable and not fields["sid"].nullable
    assert (fields["stops"].item_xml, fields["words"].item_xml) == ("Stop", "")
    assert fields["sid"].struct is None and fields["sid"].items is None
    struct = fields["size"].struct
    assert struct is not None and [one.xml for one in struct.values()] == ["Width", "Deep"]


DOCUMENT: dict[str, Any] = {
    "service": {
        "service": "parcels", "version": "v1", "host": "api.parcels.example", "wires": ["json"],
        "xml_root": "Answer", "xml_error": "Fault",
    },
    "objects": {"Parcel": {**ROW, "source": "Package"}},
}  # fmt: skip


def test_a_catalog() -> None:
    """Objects by both names; what the service says, and does not."""
    found = Catalog(DOCUMENT)
    assert found.find("Parcel") is found.find("Package") is found.objects["Parcel"]
    with pytest.raises(EmulatorError, match=r"^the catalog has no object Crate$"):
        found.find("Crate")
    assert (found.suffixes, found.xml, found.account_key, found.errors) == (False, False, "", {})
    assert (found.request_id, found.under_way) == (None, None)
    assert found.objects["Parcel"].implied == 0
    implied = Catalog(DOCUMENT, "AccountSid")
    assert (implied.account_key, implied.objects["Parcel"].implied) == ("AccountSid", 1)
    service = {**DOCUMENT["service"], "wires": ["xml", "json"], "suffixes": True, "account_key": "DepotSid", "under_way": "X-A"}  # fmt: skip
    own = Catalog({**DOCUMENT, "service": service, "errors": {"41": {"status": 404}}}, "AccountSid")
    assert (own.account_key, own.objects["Parcel"].implied, own.xml, own.suffixes) == ("DepotSid", 0, True, True)  # fmt: skip
    assert (own.errors, own.under_way) == ({41: {"status": 404}}, "X-A")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain", "plain"),
        ("a & b", "a &amp; b"),
        ("<a>", "&lt;a&gt;"),
        ("\"a\" & 'b'", "&quot;a&quot; &amp; 'b'"),
        ("a\tb\nc\rd", "a\tb\nc&#13;d"),
        ("\x00\x1f\ud800\uffff\ufffe", "\ufffd" * 5),
        ("ünï😀", "ünï😀"),
    ],
)
def test_a_text_in_xml(text: str, written: str) -> None:
    """What XML means otherwise is escaped; what it cannot hold is shown as such."""
    assert escape(text) == written


@pytest.mark.parametrize(
    ("field", "value", "written"),
    [
        (None, None, "<A/>"),
        (None, "", "<A></A>"),
        (None, "a&b", "<A>a&amp;b</A>"),
        (None, True, "<A>true</A>"),
        (None, False, "<A>false</A>"),
        (None, 0, "<A>0</A>"),
        (None, 1.5, "<A>1.5</A>"),
        (None, [], "<A/>"),
        (None, {}, "<A/>"),
        (None, ["a", "b"], "<A><Item>a</Item><Item>b</Item></A>"),
        (None, ("a",), "<A><Item>a</Item></A>"),
        (None, {"id_tag": "a"}, "<A><IdTag>a</IdTag></A>"),
        ("words", ["a"], "<A><Item>a</Item></A>"),
        ("stops", ["a"], "<A><Stop>a</Stop></A>"),
        ("links", {"id_tag": "a", "more_tags": "b"}, "<A><IDTag>a</IDTag><MoreTags>b</MoreTags></A>"),
        ("size", {"width": 1, "depth": 2, "odd": None}, "<A><Width>1</Width><Deep>2</Deep><Odd/></A>"),
    ],
)  # fmt: skip
def test_a_value_as_an_element(field: str | None, value: Any, written: str) -> None:
    """By its field's names, where there are any."""
    assert element(model().fields[field] if field else None, "A", value) == written


@given(
    some.lists(some.tuples(some.text("ab +%&=ü", max_size=4), some.text("xy +%&=ß", max_size=150)))
)
@settings(max_examples=20)
def test_a_form_is_read_as_the_library_reads_it(pairs: list[tuple[str, str]]) -> None:
    """Names and values in order, empty ones kept, however long."""
    text = "&".join(f"{name}={value}" for name, value in pairs)
    assert read_form(text) == parse_qsl(text, keep_blank_values=True)
    assert read_form("a&b=&&c=d=e") == [("a", ""), ("b", ""), ("c", "d=e")]
    assert read_form("") == []


def test_a_request_and_a_response() -> None:
    """What they are unless said."""
    assert segments("/a/b%2Fc/") == ["a", "b/c"]
    request = Request("GET", "/a%20b/c")
    assert (request.segments, request.query, request.body, request.timeout, request.host) == (["a b", "c"], "", b"", None, "")  # fmt: skip
    response = Response(204)
    assert (response.body, response.fate, response.delay, response.sent, response.slot) == (b"", "answer", 0.0, 0, None)  # fmt: skip


SID = "PA" + "0123456789abcdefABCDEF0123456789"[:32]


@pytest.mark.parametrize(
    ("said", "text", "value"),
    [
        ({"type": "string"}, "", ""),
        ({"type": "string"}, "a", "a"),
        ({"type": "string", "pattern": "^a+$"}, "aa", "aa"),
        ({"type": "string", "pattern": "^a+$"}, "", ""),
        ({"type": "string", "pattern": "^a+$"}, "b", "'b' is not of the form it must have"),
        ({"type": "string", "format": "phone-number"}, "+13115556789", "+13115556789"),
        ({"type": "string", "format": "phone-number"}, "", ""),
        ({"type": "string", "format": "phone-number"}, "1", "'1' is not a phone number in E.164"),
        ({"type": "string", "format": "http-method"}, "get", "get"),
        ({"type": "string", "format": "http-method"}, "", ""),
        ({"type": "string", "format": "http-method"}, "PUSH", "'PUSH' is none of GET, POST"),
        ({"type": "sid", "prefixes": ("PA", "PX")}, SID, SID),
        ({"type": "sid", "prefixes": ("PA", "PX")}, "", None),
        ({"type": "sid", "prefixes": ("PA", "PX")}, "PA1", "'PA1' is not a Sid that begins with PA or PX"),
        ({"type": "sid", "prefixes": ("PX",)}, SID, f"'{SID}' is not a Sid that begins with PX"),
        ({"type": "sid", "prefixes": ("PA",)}, SID + "0", f"'{SID}0' is not a Sid that begins with PA"),
        ({"type": "enum", "values": ("waiting", "In-Transit")}, "waiting", "waiting"),
        ({"type": "enum", "values": ("waiting", "In-Transit")}, "in-transit", "In-Transit"),
        ({"type": "enum", "values": ("waiting", "In-Transit")}, "x", "'x' is none of waiting, In-Transit"),
        ({"type": "boolean"}, "", None),
        ({"type": "boolean"}, "TRUE", True),
        ({"type": "boolean"}, "false", False),
        ({"type": "boolean"}, "yes", "'yes' is neither true nor false"),
        ({"type": "integer"}, "", None),
        ({"type": "integer"}, "-12", -12),
        ({"type": "integer"}, "+7", 7),
        ({"type": "integer"}, "9" * 18, int("9" * 18)),
        ({"type": "integer"}, "9" * 19, f"'{'9' * 19}' is not a whole number"),
        ({"type": "integer"}, "1.5", "'1.5' is not a whole number"),
        ({"type": "integer"}, "٣", "'٣' is not a whole number"),
        ({"type": "integer", "minimum": 3}, "3", 3),
        ({"type": "integer", "minimum": 3}, "2", "2 is less than 3"),
        ({"type": "integer", "maximum": 3}, "3", 3),
        ({"type": "integer", "maximum": 3}, "4", "4 is more than 3"),
        ({"type": "decimal"}, "", None),
        ({"type": "decimal"}, "1.50", "1.50"),
        ({"type": "decimal"}, "NaN", "'NaN' is not a number"),
        ({"type": "decimal"}, "x", "'x' is not a number"),
        ({"type": "datetime"}, "", None),
        ({"type": "datetime"}, "2012-09-17T01:13:42Z", 1347844422),
        ({"type": "datetime"}, "2012-09-17", 1347840000),
        ({"type": "datetime"}, "soon", "'soon' is not a date"),
        ({"type": "date"}, "", None),
        ({"type": "date"}, "2012-09-17", "2012-09-17"),
        ({"type": "date"}, "2012-09-17T23:00:00Z", "2012-09-17"),
        ({"type": "date"}, "2012-13-17", "'2012-13-17' is not a date"),
        ({"type": "any"}, "a", "a"),
    ],
)  # fmt: skip
def test_a_text_as_a_value(rules: Rules, said: dict[str, Any], text: str, value: Any) -> None:
    """Of each type; what is none says why, behind the parameter's name."""
    row = ValueModel(name="A", **said)
    if (isinstance(value, str) and " is n" in value) or " than " in str(value):
        with pytest.raises(Invalid) as wrong:
            rules.value(row, text)
        assert str(wrong.value).removesuffix(", PUT").removesuffix(", DELETE") == value
    else:
        assert rules.value(row, text) == value
        assert type(rules.value(row, text)) is type(value)


@pytest.mark.parametrize(
    ("text", "like"), [(SID, True), (SID[:-1], False), (SID + "0", False), ("PB" + SID[2:], False)]
)
def test_what_looks_like_a_sid(text: str, like: bool) -> None:
    """A prefix and 32 hexadecimal digits."""
    assert Rules.sid_like(text, ["PA"]) == like


FIELDS: dict[str, FieldModel | None] = {**model().fields, "hidden": None}


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({"friendly_name": "a"}, {"friendly_name": "a"}),
        ({"friendly_name": None}, {"friendly_name": None}),
        ({"hidden": "a"}, {"hidden": "a"}),
        ({"price": 1.5}, {"price": "1.5"}),
        ({"price": Decimal("1.50")}, {"price": "1.50"}),
        ({"stops": ["a", "b"]}, {"stops": ["a", "b"]}),
        ({"size": {"width": 1, "depth": "2"}}, {"size": {"width": 1, "depth": 2}}),
        ({"odd": 1}, "v.odd: there is no such field; there are: sid, friendly_name, status, stops, words, size, links, price, hidden"),
        ({"links": {}}, "v.links: the emulator works this out: leave it away"),
        ({"friendly_name": 5}, "v.friendly_name: expected a text, got a whole number"),
        ({"hidden": 5}, "v.hidden: expected a text, got a whole number"),
        ({"friendly_name": "\ud800"}, "v.friendly_name: 'utf-8' codec"),
        ({"stops": "a"}, "v.stops: expected a list, got a text"),
        ({"stops": ["a", 1]}, "v.stops[1]: expected a text, got a whole number"),
        ({"size": []}, "v.size: expected a mapping, got a list"),
        ({"size": {"width": "x"}}, "v.size.width: 'x' is not a whole number"),
        ({"size": {"height": 1}}, "v.size.height: there is no such field; there are: width, depth"),
        ({"status": "x"}, "v.status: 'x' is none of waiting, In-Transit"),
    ],
)  # fmt: skip
def test_values_that_are_given(rules: Rules, given: dict[str, Any], kept: Any) -> None:
    """As records keep them; what cannot be is told with its place."""
    if isinstance(kept, str):
        with pytest.raises(Misplaced) as wrong:
            read_values(rules, FIELDS, given, ("v",))
        assert str(wrong.value).startswith(kept)
    else:
        assert read_values(rules, FIELDS, given, ("v",)) == kept


@pytest.mark.parametrize(
    ("given", "shape", "said"),
    [
        ("a", int, "v[2]: expected a whole number, got a text"),
        (1, str, "v[2]: expected a text, got a whole number"),
        ([], dict[str, Any], "v[2]: expected a mapping, got a list"),
        ({"a": [1, "b"]}, dict[str, list[int]], "v[2][1]: expected a whole number, got a text"),
        (None, float | bool, "v[2]: expected true or false or a number, got nothing"),
        ({1: 2}, dict[str, int], "v[2]: expected a text, got a whole number as a name"),
    ],
)
def test_shapes_that_are_given(given: Any, shape: Any, said: str) -> None:
    """What is not of its type is told in this project's words, with its place."""
    with pytest.raises(Misplaced) as wrong:
        read(given, shape, ("v", 2))
    assert str(wrong.value) == said


def test_what_is_left_of_a_mapping() -> None:
    """A shape takes its own names."""
    from twilio_ops_emulator.control.outcomes import _Said

    said, rest = split({"object": "Call", "outcome": "busy", "seconds": 3}, _Said)
    assert (said.object, said.outcome, said.match, said.times, rest) == ("Call", "busy", None, None, {"seconds": 3})  # fmt: skip
    for wrong_one, text in (
        ({"object": "Call"}, "x: outcome is missing"),
        (
            {"object": "Call", "outcome": "busy", "times": 0},
            "x.times: expected a whole number >= 1",
        ),
        ([], "x: expected a mapping, got a list"),
    ):
        with pytest.raises(Misplaced) as wrong:
            split(wrong_one, _Said, ("x",))
        assert str(wrong.value) == text
    assert str(Misplaced("what", ("a", 1, "b"))) == "a[1].b: what"
    assert str(Misplaced("what")) == "what"


VALUES = [
    *(None, True, False, 0, -5, 1.5, "a", "$", "", [], [1, "a"], {}, {"a": {"b": [None]}}),
    *((1 << 63) - 1, -(1 << 63) + 1, 1 << 63, -(1 << 63), math.inf, -math.inf),
    *((), (1, ("a",)), Decimal("1.50"), {"b", "a"}, frozenset({2, 1}), {1: "a"}, {"$": "int"}),
    *(Amount(Decimal(1)), Link("/a", "?b"), clock.Event(1.5, 2, "Call", "end", {"a": (1,)})),
    Answer(url="http://x/", method="GET", headers=(("a", "b"),)),
    Sent(at=1.0, callback=Callback(account="A", url="u", method="POST", parameters=(), about=("a", "b"))),
]  # fmt: skip


def _named(value: Any) -> str:
    """A name that is the same in each process, which the order of a set of texts is not."""
    return f"set of {sorted(value)}" if isinstance(value, set) else repr(value)


@pytest.mark.parametrize("value", VALUES, ids=_named)
def test_a_state_is_written_and_read(value: Any) -> None:
    """The same value of the same type comes back."""
    found = codec.decode(codec.encode(value))
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    "document",
    [b"{", b"\xff", b'{"$": "Decimal", "of": "x"}', b'{"$": "odd", "of": 1}', b'{"$": "int"}', b'{"$": "Link", "odd": 1}'],
)  # fmt: skip
def test_what_is_no_state(document: bytes) -> None:
    """Says so."""
    with pytest.raises(codec.Undecodable, match=r"^it (is not JSON|has a value of kind)"):
        codec.decode(document)
    with pytest.raises(TypeError, match=r"^object is no kind of value that a state has$"):
        codec.encode(object())


ERRORS = ErrorTable(
    {41: {"status": 404, "message": "No such parcel."}},
    {
        "codes": {"42": {"status": 409, "message": "Twice."}, "41": {"status": 1, "message": "no"}},
        "cases": {"missing": 42, "invalid": 41},
        "missing": {"Parcel.Create": {"Street": 41}},
        "invalid": {"Parcel.Create": {"Weight": 42}, "*": {"Height": 42}},
        "formats": {"uri": 42},
        "more_info": "https://example.com/{code}",
    },
)


@pytest.mark.parametrize(
    ("make", "status", "code", "message"),
    [
        (lambda: ERRORS.code(41), 404, 41, "No such parcel."),
        (lambda: ERRORS.code(42, "Really."), 409, 42, "Twice. Really."),
        (lambda: ERRORS.code(42, status=500), 500, 42, "Twice."),
        (lambda: ERRORS.code(7), 400, 7, "Error 7."),
        (lambda: ERRORS.code(7, "Odd.", status=418), 418, 7, "Odd."),
        (lambda: ERRORS.case("missing", "A."), 409, 42, "Twice. A."),
        (lambda: ERRORS.missing("Parcel.Create", "Street"), 404, 41, "No such parcel."),
        (lambda: ERRORS.missing("Parcel.Create", "To"), 409, 42, "Twice. To is missing."),
        (lambda: ERRORS.missing("Parcel.Get", "Street"), 409, 42, "Twice. Street is missing."),
        (lambda: ERRORS.invalid("Parcel.Create", "Weight", "is odd"), 409, 42, "Twice. Weight is odd."),
        (lambda: ERRORS.invalid("Parcel.Get", "Height", "is odd"), 409, 42, "Twice. Height is odd."),
        (lambda: ERRORS.invalid("Parcel.Get", "Url", "is odd", "uri"), 409, 42, "Twice. Url is odd."),
        (lambda: ERRORS.invalid("Parcel.Get", "Url", "is odd"), 404, 41, "No such parcel. Url is odd."),
        (lambda: NotEmulated("flying"), 404, 20404, "The emulator does not do this: flying"),
    ],
)  # fmt: skip
def test_an_error_of_the_table(make: Callable[[], Refusal], status: int, code: int, message: str) -> None:  # fmt: skip
    """The catalog's words before those of facts; what is wrong behind them."""
    found = make()
    assert (found.status, found.code, found.message) == (status, code, message)
    assert (found.detail, found.headers, str(found)) == (None, {}, message)


def test_what_the_table_knows() -> None:
    """A code of a parameter, or of the same parameter anywhere; where a code is explained."""
    asked = [("Parcel.Create", "Weight"), ("Parcel.Get", "Weight"), ("Parcel.Get", "Height")]
    assert [ERRORS.has(*one) for one in asked] == [True, False, True]
    assert ERRORS.more_info(42) == "https://example.com/42"
    assert Refusal(400, "no", detail="why", headers={"A": "b"}).headers == {"A": "b"}


def rows(count: int) -> list[Row]:
    """Rows in places 10, 9, ... 1."""
    layout = Layout(["sid"])
    return [Row(layout, [str(place)], place, ()) for place in range(count, 0, -1)]


@pytest.fixture
def pager() -> Pager:
    """What cuts pages of three, of five at most."""
    errors = ErrorTable({}, {"codes": {"1": {"status": 400, "message": "No."}}, "cases": {"paging": 1}, "missing": {}, "invalid": {}, "more_info": ""})  # fmt: skip
    return Pager({"default": 3, "maximum": 5, "after": "PA", "before": "PB"}, errors)


def addressed(found: Mapping[str, Any], name: str) -> list[tuple[str, str]]:
    """The query of an address of a page."""
    return parse_qsl(found[name].partition("?")[2])


def test_pages_one_after_another(pager: Pager) -> None:
    """Forward to the end and back to the beginning, each record once."""
    source = Sequenced(rows(8))
    sent: list[tuple[str, str]] = [("Status", "a b")]
    seen: list[list[int]] = []
    while True:
        page = pager.page(source, sent, "/x.json")
        seen.append([row.order for row in page.rows])
        assert page.paging["first_page_uri"] == "/x.json?Status=a%20b&PageSize=3&Page=0"
        if page.paging["next_page_uri"] is None:
            break
        sent = addressed(page.paging, "next_page_uri")
    assert seen == [[8, 7, 6], [5, 4, 3], [2, 1]]
    numbers = [page.paging[name] for name in ("page", "page_size", "start", "end")]
    assert numbers == [2, 3, 6, 7]
    back: list[list[int]] = []
    while (before := page.paging["previous_page_uri"]) is not None:
        page = pager.page(source, parse_qsl(before.partition("?")[2]), "/x.json")
        back.append([row.order for row in page.rows])
    assert back == [[5, 4, 3], [8, 7, 6]]
    assert (page.paging["page"], page.paging["next_page_uri"] is None) == (0, False)
    assert dict(addressed(page.paging, "uri"))["PageToken"].startswith("PB")


def test_a_page_of_nothing(pager: Pager) -> None:
    """Has neither another before nor behind it."""
    page = pager.page(Sequenced([]), [], "/x.json")
    assert (page.rows, page.paging["next_page_uri"], page.paging["previous_page_uri"]) == ([], None, None)  # fmt: skip
    assert (page.paging["start"], page.paging["end"], page.paging["page_size"]) == (0, 0, 3)
    assert pager.whole([], [], "/x").paging == {"uri": "/x"}
    assert pager.whole([], [("A", "b c")], "/x").paging == {"uri": "/x?A=b%20c"}


@pytest.mark.parametrize(
    ("sent", "most", "size"),
    [
        ({}, None, 3), ({}, 2, 2), ({}, 9, 3), ({"PageSize": "1"}, None, 1), ({"PageSize": "5"}, None, 5),
        ({"PageSize": "6"}, None, 5), ({"PageSize": "9"}, 7, 7), ({"PageSize": ""}, None, 3),
        ({"PageSize": "0"}, None, "No. PageSize '0' is not a number from 1."),
        ({"PageSize": "-1"}, None, "No. PageSize '-1' is not a number from 1."),
        ({"PageSize": "1" * 10}, None, f"No. PageSize '{'1' * 10}' is not a number from 1."),
        ({"PageSize": "1" * 9}, None, 5),
        ({"Page": "x"}, None, "No. Page 'x' is not a number from 0."),
        ({"PageToken": "XX"}, None, "No. PageToken is not one of this service's."),
        ({"PageToken": "PAx"}, None, "No. PageToken is not one of this service's."),
    ],
)  # fmt: skip
def test_how_large_a_page_is(pager: Pager, sent: dict[str, str], most: int | None, size: int | str) -> None:  # fmt: skip
    """As asked for, within bounds; what is no size, number or token is refused."""
    if isinstance(size, str):
        with pytest.raises(Refusal) as refused:
            pager.page(Sequenced(rows(9)), [*sent.items()], "/x", most=most)
        assert refused.value.message == size
    else:
        page = pager.page(Sequenced(rows(9)), [*sent.items()], "/x", most=most)
        assert (page.paging["page_size"], len(page.rows)) == (size, size)
        if most is None:
            assert pager.size([*sent.items()], 3) == size


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2012-09-17T01:13:42Z", 1347844422),
        ("2012-09-17T01:13:42", 1347844422),
        ("2012-09-17T03:13:42+02:00", 1347844422),
        ("Mon, 17 Sep 2012 01:13:42 +0000", 1347844422),
        ("2012-09-17", 1347840000),
        (1347844422, 1347844422),
        (1.5, 1.5),
        (datetime(2012, 9, 17, 1, 13, 42, tzinfo=UTC), 1347844422),
        (datetime(2012, 9, 17, 1, 13, 42), 1347844422),
        (clock.LATEST, clock.LATEST), (clock.EARLIEST, clock.EARLIEST),
        *((wrong, None) for wrong in ("soon", "Mon, soon", "", clock.LATEST + 1, clock.EARLIEST - 1, math.nan)),
    ],
)  # fmt: skip
def test_an_instant(text: Any, at: float | None) -> None:
    """In any of its forms, UTC unless it says otherwise; of the years 1 to 9999."""
    if at is None:
        with pytest.raises(ValueError, match="is not a time in ISO 8601 or RFC 2822"):
            clock.instant(text)
    else:
        assert clock.instant(text) == at


def test_how_an_instant_is_written() -> None:
    """In the three forms of the service, and as a day."""
    at = 1347844422
    assert clock.rfc2822(at) == "Mon, 17 Sep 2012 01:13:42 +0000"
    assert [clock.rfc2822(at + clock.DAY * day)[:3] for day in range(7)] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]  # fmt: skip
    months = [clock.rfc2822(1325376000 + 31 * clock.DAY * month)[8:11] for month in range(12)]
    assert months == ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]  # fmt: skip
    assert clock.iso8601(at) == "2012-09-17T01:13:42+00:00"
    assert clock.iso8601_utc(at) == "2012-09-17T01:13:42Z"
    assert clock.day_of(at) == "2012-09-17"
    assert clock.midnight("2012-09-17") == 1347840000


def test_a_clock() -> None:
    """Stands still until it is moved, or runs; never back."""
    still = Clock(5, frozen=True)
    still.advance(2.5)
    still.advance(0)
    assert still.now() == 7.5
    still.set(3)
    assert still.now() == 3
    with pytest.raises(ValueError, match=r"^a clock only moves forward$"):
        still.advance(-1)
    runs = Clock(1000)
    assert 1000 <= runs.now() < 1060
    runs.advance(500)
    assert 1500 <= runs.now() < 1560
    runs.set(50)
    assert 50 <= runs.now() < 110
    assert not Clock().frozen and abs(Clock().base) < 1


def test_what_is_to_happen() -> None:
    """Soonest first, and in order at the same time; kept apart from what was given."""
    events = clock.EventQueue()
    assert (len(events), events.next_at(), events.due(10)) == (0, None, None)
    for at, name in ((2.0, "c"), (1.0, "a"), (1.0, "b")):
        events.put(at, "Call", name, {"x": name})
    assert [event.name for event in events.soonest(2)] == ["a", "b"]
    kept = events.dump()
    assert (events.next_at(), events.due(0.5)) == (1.0, None)
    due = [event.name for _ in range(3) if (event := events.due(1.0))]
    assert due == ["a", "b"]
    other = clock.EventQueue()
    other.load(kept)
    assert len(other) == 3
    first = other.due(1)
    assert first is not None
    first.data["x"] = "changed"
    assert [event.data for event in kept] == [{"x": event.name} for event in kept]
    other.put(1.0, "Call", "d", {})
    assert [event.name for event in other.soonest(9)] == ["b", "d", "c"]


def test_scripts() -> None:
    """The last one that fits is chosen, as often as it says."""
    scripts = Scripts()
    scripts.add(Script(object="Call", outcome="busy"))
    scripts.add(Script(object="Call", outcome="failed", match={"to": "b"}, times=1))
    value = {"to": "b"}.get
    chosen = [scripts.choose("Call", value) for _ in range(2)]
    assert [one and one.outcome for one in chosen] == ["failed", "busy"]
    assert scripts.choose("Message", value) is None
    assert [rule["done"] for rule in scripts.dump()] == [1, 1]
    assert scripts.dump()[1] == {"object": "Call", "outcome": "failed", "match": {"to": "b"}, "settings": {}, "times": 1, "done": 1}  # fmt: skip
    other = Scripts()
    other.load(scripts.dump())
    assert other.dump() == scripts.dump()
    scripts.clear()
    assert scripts.choose("Call", value) is None


def test_what_was_used() -> None:
    """By day, in the category and those above it, of some accounts, between days."""
    log = UsageLog({"categories": {"calls-inbound": {"into": ["calls"]}, "calls": {}}})
    one = Amount(Decimal(1), Decimal(60), Decimal("0.5"))
    assert log.add("A", clock.DAY * 3 + 5, "calls-inbound", one) == ("calls-inbound", "calls")
    log.add("A", clock.DAY * 2, "calls", one)
    log.add("B", clock.DAY * 3 + clock.DAY - 1, "calls", one)
    both = Amount(Decimal(2), Decimal(120), Decimal("1.0"))
    assert log.days(["A", "B"], "calls") == {"1970-01-03": one, "1970-01-04": both}
    assert list(log.days(["A", "B"], "calls")) == ["1970-01-03", "1970-01-04"]
    assert log.total(["A"], "calls") == both
    assert log.total(["A", "B"], "calls", "1970-01-04") == both
    assert log.total(["A", "B"], "calls", None, "1970-01-03") == one
    assert log.total(["C"], "calls") == log.total(["A"], "odd") == NOTHING
    other = UsageLog({"categories": {}})
    other.load(log.dump())
    assert other.dump() == log.dump() != {}


def test_secrets_are_masked() -> None:
    """Of parameters, and within answers of either form; an empty one is shown as such."""
    masks = Masks([Catalog(DOCUMENT)])
    assert masks.parameter("Secret", "abc") == "***"
    assert masks.parameter("Secret", "") == ""
    assert masks.parameter("FriendlyName", "abc") == "abc"
    assert masks.answer('{"price": "a\\"b", "sid": "c"}') == '{"price": "***", "sid": "c"}'
    assert masks.answer('{"price":"cut off') == '{"price":"***"'
    assert masks.answer("<Price>abc</Price><Sid>c</Sid>") == "<Price>***</Price><Sid>c</Sid>"


def test_the_request_log() -> None:
    """The last requests, oldest first, numbered on; a body from its beginning alone."""
    log = RequestLog(Masks([Catalog(DOCUMENT)]))
    body = b"FriendlyName=" + b"x" * (1 << 14)
    for number in range(1001):
        log.note(Request("POST", f"/{number}", "Secret=a", {}, body if number == 1000 else b""), Response(201, {}, b"y" * 20000 if number == 1000 else b""), "Parcel.Create", "AC1", number)  # fmt: skip
    entries = log.entries()
    assert (len(entries), log.count, entries[0].number, entries[-1].number) == (1000, 1001, 2, 1001)
    last = next(log.newest())
    assert (last.method, last.path, last.at, last.action, last.account, last.status, last.fate) == ("POST", "/1000", 1000, "Parcel.Create", "AC1", 201, "answer")  # fmt: skip
    assert last.parameters == (("Secret", "***"), ("FriendlyName", "x" * ((1 << 14) - 13)))
    assert (len(last.answer), last.length) == (1 << 14, 20000)
    assert last.describe()["parameters"][0] == ["Secret", "***"]
    log.clear()
    assert (log.entries(), log.count) == ([], 0)


def test_what_became_of_a_callback() -> None:
    """Success is 200 to 299; attempts are counted from 1."""
    callback = Callback(account="AC1", url="u", method="POST", parameters=(("a", "b"),), about=("Call", "CA1"))  # fmt: skip
    for status, delivered in ((199, False), (200, True), (299, True), (300, False), (None, False)):
        assert Sent(at=1.0, callback=callback, status=status).delivered == delivered
    again = callback.again().again()
    assert (again.attempt, again.token, again.then, again.cookies) == (2, "", None, ())
    answer = Answer(url="u", method="POST", body="hello")
    told = Sent(at=1.0, callback=again, error="late", number=4, answer=answer).describe()
    assert told == {
        "number": 4, "at": 1.0, "account": "AC1", "url": "u", "method": "POST", "parameters": {"a": "b"},
        "about": ["Call", "CA1"], "attempt": 3, "status": None, "error": "late", "delivered": False, "answer": "hello",
    }  # fmt: skip
    assert (answer.status, answer.media_type, answer.failure, answer.refused, answer.redirects) == (None, "", None, False, 0)  # fmt: skip


def test_parameters_of_a_made_up_action(rules: Rules) -> None:
    """Pairs by number, what is needed, and lists of several."""
    create = model().actions["Create"]
    sent = [("FriendlyName", "a"), ("Secret", "x"), ("Secret", "y"), ("More1.Name", "n"), ("More1.Value", "v"), ("More3.Name", "m"), ("PageSize", "1")]  # fmt: skip
    assert rules.decode(create, sent) == {
        "FriendlyName": "a",
        "Secret": ["x", "y"],
        "More": {"1": {"Name": "n", "Value": "v"}, "3": {"Name": "m"}},
    }
    for wrong in ([], [("FriendlyName", "")]):
        with pytest.raises(Refusal, match=r"FriendlyName is missing\."):
            rules.decode(create, wrong)
    for name in ("More4.Name", "More0.Name", "More1.Odd", "Odd", "Moreover1.Name"):
        with pytest.raises(Refusal) as refused:
            rules.decode(create, [*sent, (name, "no")])
        assert refused.value.message.endswith(f"Parcel.Create takes no parameter {name}.")


def test_types_have_models() -> None:
    """What a filter and a parameter are unless said."""
    parameter = ParameterModel(name="A", type="string")
    assert (parameter.location, parameter.required, parameter.repeated, parameter.count) == ("body", False, False, None)  # fmt: skip
    assert FilterModel(name="A", type="string").operators == ("equals",)
    field = FieldModel(name="a", type="string", xml="A")
    assert (field.item_xml, field.key_xml, field.quoted, field.only, field.items, field.struct) == ("", {}, False, (), None, None)  # fmt: skip


def test_what_an_estimate_counts() -> None:
    """Segments of texts, messages with media, and those of which nothing is known."""
    count = Estimate()
    for form in (
        {"To": "+13115556789", "Body": "a" * 161},
        {"To": "+13115556789", "Body": "x", "MediaUrl": "https://example.com/a.png"},
        {"To": "+13115556789", "ContentSid": f"HX{1:032x}"},
        {"To": "whatsapp:+13115556789", "Body": "x"},
        {"To": "messenger:1", "Body": "x"},
        {"To": "+13115556789"},
    ):
        count.add(form.items())
    assert (count.messages, count.segments, count.media, count.others) == (6, 3, 1, 3)
