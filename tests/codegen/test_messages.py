"""What is said, word for word: of mistakes in a catalog, each at its place, and of values in profiles."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from lxml import etree

from tests.codegen.importer_support import (
    CONVENTIONS,
    document,
    imported,
    operation,
    parameter,
    record,
    ref,
    write,
)
from tests.codegen.importer_support import TEXT as TEXT_OF
from tests.codegen.test_emit_parts import THING, documented, package
from tests.codegen.test_load import PARCEL, TRACE, catalog, edit, mistakes
from twilio_ops_codegen.catalog.model import Action, Field, Filter, Parameter, Type
from twilio_ops_codegen.emit.code import doc, settle_docs
from twilio_ops_codegen.emit.samples import Samples
from twilio_ops_codegen.emit.simple_types import ANSWERED, BLANK, TEXT, address_type, sent_type
from twilio_ops_codegen.emit.xsd import Profiles
from twilio_ops_codegen.importer import ImportFailed, import_documents

__all__ = ["catalog"]

SINCE = "Since: {type: date, format: relative}"
PLACE = "Place: {type: string, required: true}"
QUERY = "    cardinality: many\n"
FILTER, SENT = "actions/Query/filters/Since", "actions/Create/parameters/Place"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (SINCE, "Since: {type: date, operators: []}", f"{FILTER}/operators: is empty; expected at least equals"),
        (SINCE, "Since: {type: date, operators: [after]}", None),
        (SINCE, "Since: {type: string, family: day}", f"{FILTER}/family: is day, which does not go with its type and operators"),
        (SINCE, "Since: {type: string, operators: [after]}", f"{FILTER}/operators: before and after do not go with type string"),
        (PLACE, "Place: {type: sid, required: true}", f"{SENT}/prefixes: is missing; type sid needs at least one"),
        (PLACE, "Place: {type: string, prefixes: [PA]}", f"{SENT}/prefixes: does not go with type string"),
        (PLACE, "Place: {type: integer, values: [a]}", f"{SENT}/values: does not go with type integer"),
        (PLACE, "Place: {type: datetime, format: other}", f"{SENT}/format: is 'other'; expected rfc2822 or iso8601 for a datetime"),
        (PLACE, "Place: {type: pairs, count: 0}", f"{SENT}/count: is 0; expected at least 1"),
        (PLACE, "Place: {type: string, location: header}", None),
        (PLACE, "'A b': {type: string, location: header}", "actions/Create/parameters/A b: is no name of a header field"),
        (PLACE, "Authorization: {type: string, location: header}", "actions/Create/parameters/Authorization: is a header field that the connection writes itself"),
        (PLACE, "Place: {type: any, location: content}", f"{SENT}/location: is content; the body is form, expected json"),
        (PLACE, "Place: {type: string, xml: a b}", f"{SENT}/xml: is 'a b'; expected an element name"),
        ("json: {list: traces}", "json: {list: traces}\nenums: {kind: [a, a]}", "enums/kind: expected at least one value, each once"),
        ("json: {list: traces}", "json: {list: traces}\nenums: {kind: []}", "enums/kind: expected at least one value, each once"),
        (QUERY, f"{QUERY}    max_page_size: 0\n", "actions/Query/max_page_size: is 0; expected at least 1"),
        (QUERY, f"{QUERY}    max_page_size: 1\n", None),
        (QUERY, f"{QUERY}    status: []\n", "actions/Query/status: is empty; expected the statuses of success"),
        (QUERY, f"{QUERY}    status: [400]\n", "actions/Query/status: is 400; expected the status of a success"),
        (QUERY, f"{QUERY}    status: [199]\n", "actions/Query/status: is 199; expected the status of a success"),
        (QUERY, f"{QUERY}    status: [200, 399]\n", None),
        (QUERY, f"{QUERY}    answers: nothing\n", "actions/Query/answers: names 'nothing'; expected an object or one of the structs"),
        (QUERY, f"{QUERY}    keys: {{Lost: {{}}}}\n", "actions/Query/keys/Lost: is no placeholder of this action's paths"),
        (QUERY, "    paging: uris\n", "actions/Query/paging: is uris, but one answer has no pages"),
        ("json: {list: traces}\n", "", "actions/Query/cardinality: is many, but neither json/list nor json/bare says where the records are"),
    ],
)  # fmt: skip
def test_what_is_said_of_a_mistake(catalog: Any, old: str, new: str, said: str | None) -> None:
    """The whole message, at its place; of what is none, nothing."""
    edit(catalog, TRACE, old, new)
    if said is None:
        assert not [each for each in _told(catalog) if TRACE in each]
        return
    assert said in {each.partition(": ")[2] for each in _told(catalog)}


def _told(catalog: Any) -> list[str]:
    try:
        return mistakes(catalog)
    except pytest.fail.Exception:  # there is none
        return []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{}", "is not an overlay; expected a list of rows"),
        ("[1]", "0: is not a row; expected a mapping"),
        ("[{object: Parcel, at: [1], set: {a: 1}, reason: a, source: b}]", "0/at: is not a path; expected text such as fields/price"),
        ("[{object: Parcel, set: {}, reason: a, source: b}]", "0/set: is not a mapping with at least one key"),
        ("[{object: Parcel, set: 1, reason: a, source: b}]", "0/set: is not a mapping with at least one key"),
        ("[{object: '*', add: {path: /v1}, reason: a, source: b}]", "0/object: is no name; a new object needs one"),
        ("[{object: Lost, add: 1, reason: a, source: b}]", "0/add: is not an object; expected a mapping"),
        ("[{object: Parcel, remove: false, at: fields/sid, reason: a, source: b}]", "0/remove: expected `true`, or items of a list, and the place in `at`"),
        ("[{object: Parcel, remove: true, reason: a, source: b}]", "0/remove: expected `true`, or items of a list, and the place in `at`"),
        ("[{object: Parcel, reason: a, source: b}]", "0: needs exactly one of set, add, remove"),
        ("[{object: Parcel, set: {a: 1}, reason: ' ', source: b}]", "0/reason: is missing or empty; a row needs its reason as text"),
        ("[{object: Parcel, set: {a: 1}, reason: a}]", "0/source: is missing or empty; a row needs its source as text"),
        ("[{object: Parcel, set: {a: 1}, reason: a, source: b, sourse: c}]", "0/sourse: is not a key of a row; expected one of add, at, object, reason, remove, set, source"),
        ("[{object: Parcel, at: fields/lost, remove: true, reason: a, source: b}]", "0/at: touches nothing: Parcel has no fields/lost"),
    ],
)  # fmt: skip
def test_what_is_said_of_an_overlay(catalog: Any, text: str, said: str) -> None:
    """The whole message, at the row's place."""
    (catalog / "overlays" / "more.yaml").write_text(text, encoding="utf-8")
    found = [each for each in mistakes(catalog) if each.startswith("overlays/more.yaml:1: ")]
    assert said in {each.removeprefix("overlays/more.yaml:1: ") for each in found}
    assert PARCEL not in "".join(found)


DAY = "a day (2012-09-17)"
INSTANT = "a date and time (Mon, 17 Sep 2012 01:13:42 +0000 or 2012-09-17T01:13:42Z)"


def test_what_values_are_said_to_be() -> None:
    """In answers and in requests; a message says "is not" before it."""
    assert {name: kind.words for name, kind in ANSWERED.items()} == {
        "boolean": "true or false",
        "integer": "a whole number",
        "decimal": "a decimal number",
        "date": DAY,
        "datetime": INSTANT,
        "any": "a value of any kind",
    }
    assert all(kind.name == name for name, kind in ANSWERED.items())
    rows: list[tuple[Type, str, str]] = [
        (Type(type="string"), "text", "text"),
        (Type(type="boolean"), "boolean", "true or false"),
        (Type(type="decimal"), "decimal", "a decimal number"),
        (Type(type="date"), "date", DAY),
        (Type(type="datetime", format="iso8601"), "datetime", INSTANT),
        (Type(type="any"), "any", "a value of any kind"),
        (Filter(type="date", format="relative"), "date.relative", "a day (2012-09-17) or an offset from today (-30days)"),
        (Type(type="string", format="phone-number"), "phone-number", "a phone number in E.164 (+13115556789)"),
        (Type(type="sid", prefixes=("PA", "PB")), "sid.PA.PB", "a Sid (PA… or PB…)"),
        (Type(type="integer"), "integer", "a whole number"),
        (Type(type="integer", minimum=1), "integer.1.", "a whole number of at least 1"),
        (Type(type="integer", maximum=9), "integer..9", "a whole number of at most 9"),
        (Type(type="integer", minimum=1, maximum=9), "integer.1.9", "a whole number from 1 to 9"),
        (Field(type="integer", minimum=1), "integer", "a whole number"),
    ]  # fmt: skip
    for row, name, words in rows:
        found = sent_type(row)
        assert (found.name, found.words) == (name, words)
    assert (TEXT.words, BLANK.words) == ("text", "empty")
    address = address_type("a", "A:B", True)
    assert (address.words, address.patterns) == ("a Sid of the form A:B", ("(a)?",))
    assert address_type("a", "A:B", False).patterns == ("a",)


def test_what_profiles_say_word_for_word() -> None:
    """Of an error, of what wraps several values, of an address."""
    text = Type(type="string")
    create = Action(
        method="POST", path="/v1/Boxes/{Sid}/Things", encoding="json",
        parameters={
            "pairs": Parameter(type="pairs", count=3), "list": Parameter(type="list", items=text),
            "map": Parameter(type="map", items=text),
        },
    )  # fmt: skip
    value = evolve(
        THING,
        actions={"Create": create, "Get": Action(method="GET", path="/v1/Things/{Sid}")},
        fields={**THING.fields, "links": Field(type="uri_map", key_xml={"more": "More"})},
    )
    found, view = package(value)
    profiles = Profiles(found)
    by_action = {each.action: each for each in view.operations}
    error = documented(profiles.error())
    assert {name: error[f"element {name}"] for name in ("Code", "Detail", "Message", "MoreInfo", "Status")} == {
        "Code": "The service's number for this error.",
        "Detail": "More about this case, where the service has more to say.",
        "Message": "What went wrong, in the service's words.",
        "MoreInfo": "The address of a page about this error.",
        "Status": "The HTTP status of the answer.",
    }  # fmt: skip
    assert "What the service answers in refusal." in error.values()
    asked = profiles.request(view, by_action["Create"])
    said = documented(asked)
    assert said["element ParentSid"] == "Under which record it is made. Sid"
    assert said["element Name"] == "The name."
    assert said["element Item"] == "One value."
    assert said["element Key"] == "The key."
    assert said["element Entry"] == "One value with its key."
    assert {"A name and its value.", "Any number of values.", "A key and its value.", "Values by their keys."} <= {*said.values()}  # fmt: skip
    schema = etree.XMLSchema(etree.fromstring(asked.encode()))
    sample = etree.fromstring(Samples(found, view).request(by_action["Create"]).encode())
    assert schema.validate(sample)
    sample[0].text = "XX" + "0" * 32
    assert not schema.validate(sample)
    answered = by_action["Get"].answered
    assert answered is not None
    said = documented(profiles.response(answered))
    assert said["element More"] == "The address of its More."
    assert "Addresses." in said.values()
    assert "A document as it comes out." in said.values()


def test_what_an_import_says_word_for_word(tmp_path: Path) -> None:
    """Of what it takes in a simpler form, and of what is no catalog."""
    loop = {"type": "array", "items": ref("Loop")}
    body = record(A=TEXT_OF, B=ref("Loop"))
    created = operation(
        "CreateThing",
        record(sid=TEXT_OF),
        body=body,
        parameters=[parameter("A(B)", "header"), parameter("PageSize", schema={"type": "integer"})],
    )
    created["requestBody"]["required"] = True
    found = imported(tmp_path, document({"/v1/Things": {"post": created}}, schemas={"Loop": loop}))
    assert found.not_taken == {"CreateThing/A(B)": "has a name that no header field has"}
    assert (
        found.remarks["CreateThing/body"]
        == "is required, and nothing in it is; it may be sent empty"
    )
    assert "holds itself without a named property between; taken as any value" in (
        found.remarks.values()
    )
    (found.folder / "catalog.yaml").write_text("[]", encoding="utf-8")
    path = write(tmp_path, document({"/v1/Things": {"post": created}}, schemas={"Loop": loop}))
    with pytest.raises(ImportFailed) as failed:
        import_documents([path], found.folder, CONVENTIONS)
    messages = [one.message for one in failed.value.problems]
    assert messages == ["is not a catalog; give --into another folder"]
    with pytest.raises(ImportFailed) as failed:
        import_documents([], tmp_path / "none", CONVENTIONS)
    assert [str(one) for one in failed.value.problems] == ["there is no document to import"]
    assert not (tmp_path / "none").exists()


def test_text_of_a_docstring_elsewhere_is_told_with_its_line() -> None:
    """Counted from the first of the file."""
    source = f'"""One."""\n\nx = {doc("two")}\n'
    with pytest.raises(ValueError, match=r"^line 3 of it, 'x = two', has the text of a docstring"):
        settle_docs(source)
