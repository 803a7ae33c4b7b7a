"""Small parts of ``changes``, each by itself: what goes in, and what comes out or is said."""

from __future__ import annotations

import itertools
import json
import re
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from attrs import evolve

from twilio_ops_codegen.catalog.errors import CatalogError, CodegenError
from twilio_ops_codegen.catalog.model import ACTIONS, Catalog, Field, Filter, Key, Parameter, Type
from twilio_ops_codegen.changes import Change, Consumer, Severity, changes
from twilio_ops_codegen.changes.annotations import commands
from twilio_ops_codegen.changes.build import build
from twilio_ops_codegen.changes.change import Location, allows, breaks, finding, hides, tells
from twilio_ops_codegen.changes.changelog import (
    KINDS,
    announced_by,
    fragment_path,
    fragment_text,
    fragments,
)
from twilio_ops_codegen.changes.composition import address, composition, placeholders, speaks_xml
from twilio_ops_codegen.changes.example import edited, edited_by
from twilio_ops_codegen.changes.groups import groups
from twilio_ops_codegen.changes.left_out import RULE, LeftOut, compare_left_out, left_out
from twilio_ops_codegen.changes.phrasing import kind, kinds, phrase, shortened
from twilio_ops_codegen.changes.rulebook import rulebook
from twilio_ops_codegen.changes.rules import RULES
from twilio_ops_codegen.changes.sources import (
    Source,
    _check_format,
    _is_cut_off,
    check_comparable,
    version_in,
)
from twilio_ops_codegen.changes.suppressions import suppress
from twilio_ops_codegen.changes.uses import uses
from twilio_ops_codegen.changes.verdict import Version, contradictions, worst
from twilio_ops_codegen.importer.document import Document
from twilio_ops_codegen.importer.problems import Problem

GONE = Change(
    rule="field-removed",
    severity=Severity.BREAKING,
    object="Parcel",
    action=None,
    steps=("Parcel", "fields", "weight"),
    old="decimal",
    new=None,
    sentence="It is: gone, 100%\r\nreally.",
    effects={Consumer.PYTHON: breaks("no attribute")},
)


@pytest.mark.parametrize(
    ("severity", "old", "new", "begins"),
    [
        (Severity.BREAKING, Location("a:b,c.json", 3), Location("n.json", 4), "::error file=n.json,line=4,"),
        (Severity.UNJUDGED, Location("a:b,c%.json", 3), None, "::warning file=a%3Ab%2Cc%25.json,line=3,"),
        (Severity.COMPATIBLE, None, None, "::notice "),
        (Severity.DOCUMENTATION, None, None, "::notice "),
    ],
)  # fmt: skip
def test_a_change_as_a_command_of_a_workflow(
    severity: Severity, old: Location | None, new: Location | None, begins: str
) -> None:
    """At its later place, else the earlier one; nothing in it ends the command or begins another."""
    change = evolve(GONE, severity=severity, old_location=old, new_location=new)
    (line,) = commands([change], [])
    title = f"title=field-removed {change.fingerprint}"
    assert line == f"{begins}{title}::It is: gone, 100%25%0D%0Areally."
    assert list(commands([], ["too little"])) == ["::error title=Contradiction::too little"]


@pytest.mark.parametrize(
    ("old", "new", "said", "values"),
    [
        (None, LeftOut(("b", "a"), "d"), "newly left out: b; a.", (None, "b; a (d)")),
        (LeftOut(("a",), "d"), None, "no longer left out: a.", ("a (d)", None)),
        (LeftOut(("a",), "d"), LeftOut(("c",), "e"), "otherwise left out: c.", ("a (d)", "c (e)")),
    ],
)
def test_what_is_left_out_on_one_side(
    old: LeftOut | None, new: LeftOut | None, said: str, values: tuple[str | None, str | None]
) -> None:
    """Is unjudged for everybody who could be broken; what is the same is nothing."""
    sides = [{"GET /x": one} if one else {} for one in (old, new)]
    same = {"GET /same": LeftOut(("a",), "d")}
    (change,) = compare_left_out({**sides[0], **same}, {**sides[1], **same})
    assert (change.rule, change.severity, change.place) == (
        RULE,
        Severity.UNJUDGED,
        "document/GET /x",
    )
    assert change.sentence == f"`GET /x` is {said}"
    assert (change.old, change.new, change.object, change.action) == (*values, None, None)
    assert {one.key: effect.text for one, effect in change.effects.items()} == dict.fromkeys(
        ["python", "requests", "responses", "wire"], "not judged: look at the documents"
    )
    two = compare_left_out({"b": LeftOut((), "")}, {"a": LeftOut((), "")})
    assert [one.steps[1] for one in two] == ["a", "b"]


def test_what_is_left_out_is_known_by_what_it_is() -> None:
    """An operation by itself, its prose aside, whether it is named by its id or not; else by its digest."""

    def found(place: str, node: dict[str, Any], digests: dict[str, str]) -> dict[str, LeftOut]:
        document = Document(file="a.json", data={"paths": {"/x": {"get": node}}})
        problems = (Problem("a.json", place, "b"), Problem("a.json", place, "a"))
        return left_out(document, problems, digests)

    for place in ("GetX", "GET /x"):
        node = {"operationId": "GetX"} if place == "GetX" else {}
        first = found(place, {**node, "deprecated": True}, {})
        assert {name: one.said for name, one in first.items()} == {"GET /x": ("a", "b")}
        assert found(place, {**node, "deprecated": True, "description": "x"}, {}) == first
        assert found(place, {**node, "deprecated": False}, {}) != first
    one, other, none = (found("/y", {}, digests) for digests in ({"/y": "1"}, {"/y": "2"}, {}))
    assert one.keys() == other.keys() == none.keys() == {"/y"}
    assert one != other != none != one


@pytest.mark.parametrize(
    ("text", "version"),
    [("1.4.0", Version(1, 4, 0)), ("0.0.10", Version(0, 0, 10)), ("1.4", None), ("01.4.0", None), ("1.4.0a", None), ("v1.4.0", None)],
)  # fmt: skip
def test_a_version(text: str, version: Version | None) -> None:
    """Three numbers; where another stands is said."""
    if version is None:
        with pytest.raises(CodegenError) as error:
            Version.parse(text, "--next")
        assert str(error.value) == f"--next: {text!r} is no version; expected one such as 1.4.0"
    else:
        assert Version.parse(text, "x") == version
        assert str(version) == text


@pytest.mark.parametrize(
    ("base", "severity", "after", "step"),
    [
        ("1.2.3", None, "1.2.3", "none"),
        ("1.2.3", Severity.BREAKING, "2.0.0", "major"),
        ("1.2.3", Severity.UNJUDGED, "2.0.0", "major"),
        ("1.2.3", Severity.COMPATIBLE, "1.3.0", "minor"),
        ("1.2.3", Severity.DOCUMENTATION, "1.2.4", "patch"),
        ("0.2.3", Severity.BREAKING, "0.3.0", "minor"),
        ("0.2.3", Severity.UNJUDGED, "0.3.0", "minor"),
        ("0.2.3", Severity.COMPATIBLE, "0.2.4", "patch"),
        ("0.2.3", Severity.DOCUMENTATION, "0.2.4", "patch"),
    ],
)
def test_the_version_that_changes_need(base: str, severity: Severity | None, after: str, step: str) -> None:  # fmt: skip
    """By their worst severity; before 1.0.0 what breaks needs a minor."""
    version = Version.parse(base, "x")
    assert (str(version.after(severity)), version.step(severity)) == (after, step)


V = Version.parse


@pytest.mark.parametrize(
    ("asked", "given", "found"),
    [
        (None, {"base": V("1.0.0", ""), "declared": V("1.0.0", ""), "changelog": "c"}, []),
        (Severity.BREAKING, {"base": V("1.0.0", ""), "declared": V("2.0.0", "")}, []),
        (Severity.BREAKING, {"base": V("1.0.0", ""), "declared": V("1.0.0", "")}, []),
        (Severity.BREAKING, {"declared": V("1.0.1", "")}, []),
        (Severity.BREAKING, {"base": V("1.0.0", "")}, []),
        (Severity.BREAKING, {"base": V("1.0.0", ""), "declared": V("1.9.0", "")}, ["version 1.9.0 cannot hold breaking changes since 1.0.0: they need 2.0.0 or later"]),
        (Severity.COMPATIBLE, {"changelog": "c"}, ["c announces nothing, and the changes are compatible: write a fragment with --fragment c/NAME"]),
        (Severity.UNJUDGED, {"changelog": "c", "announced": Severity.COMPATIBLE}, ["c announces nothing worse than compatible, and the changes are unjudged: write a fragment with --fragment c/NAME"]),
        (Severity.UNJUDGED, {"changelog": "c", "announced": Severity.BREAKING}, []),
        (Severity.COMPATIBLE, {"changelog": "c", "announced": Severity.COMPATIBLE}, []),
    ],
)  # fmt: skip
def test_what_a_release_may_not_hold(asked: Severity | None, given: dict[str, Any], found: list[str]) -> None:  # fmt: skip
    """A version that is too small, or a changelog that says less than there is."""
    assert contradictions(asked, **given) == found
    assert worst([]) is None
    assert worst([GONE, evolve(GONE, severity=Severity.COMPATIBLE)]) is Severity.BREAKING


def test_kinds_of_fragments(tmp_path: Path) -> None:
    """Each announces a severity; other files of the folder are none, or are refused by name."""
    assert {kind: severity.word for kind, severity in KINDS.items()} == {
        "breaking": "breaking", "removed": "breaking", "added": "compatible", "changed": "compatible",
        "deprecated": "compatible", "fixed": "documentation", "documentation": "documentation",
    }  # fmt: skip
    for name in ("README.md", ".hidden", "b.added.md", "a.b.fixed.md"):
        (tmp_path / name).touch()
    assert [(one.path.name, one.severity.word) for one in fragments(tmp_path)] == [("a.b.fixed.md", "documentation"), ("b.added.md", "compatible")]  # fmt: skip
    expected = "breaking, removed, added, changed, deprecated, fixed, documentation"
    for name in ("a.odd.md", "added.md", "a.added.txt", ".added.md", "a.added"):
        with pytest.raises(CodegenError) as error:
            announced_by(tmp_path / name)
        assert str(error.value).endswith(f"{name}: is not named as a fragment is, NAME.KIND.md with a kind of {expected}")  # fmt: skip
    with pytest.raises(CodegenError, match="there is no such folder of changelog fragments"):
        fragments(tmp_path / "none")


@pytest.mark.parametrize(
    ("name", "severity", "target"),
    [
        ("a", Severity.BREAKING, "a.breaking.md"), ("a", Severity.UNJUDGED, "a.breaking.md"), ("a", Severity.COMPATIBLE, "a.changed.md"),
        ("a.md", Severity.DOCUMENTATION, "a.documentation.md"), ("a.removed.md", Severity.BREAKING, "a.removed.md"), ("a.added.md", Severity.DOCUMENTATION, "a.added.md"),
        ("a.added.md", Severity.UNJUDGED, "a fragment of kind added cannot announce unjudged changes; expected breaking"),
        ("a.fixed.md", Severity.COMPATIBLE, "a fragment of kind fixed cannot announce compatible changes; expected changed"),
    ],
)  # fmt: skip
def test_where_a_fragment_goes(name: str, severity: Severity, target: str) -> None:
    """To the name itself, or the one with the kind that fits; a kind that says too little is refused."""
    if " " in target:
        with pytest.raises(CodegenError) as error:
            fragment_path(Path(name), severity)
        assert str(error.value) == f"{name}: {target}"
    else:
        assert fragment_path(Path("d") / name, severity) == Path("d") / target


def test_a_fragment_has_its_parts_in_order() -> None:
    """What must be followed first, then what nobody judged, what is new, and what is only said."""
    effects = {
        Consumer.WIRE: allows("a"),
        Consumer.PYTHON: breaks("b"),
        Consumer.REQUESTS: breaks("c"),
    }
    found = [
        evolve(
            GONE,
            severity=severity,
            sentence=f"{severity.word}.",
            steps=(severity.word,),
            effects=effects,
        )
        for severity in Severity
    ]
    assert fragment_text(found) == (
        "Code, documents or whatever reads requests must follow:\n\n"
        "- breaking. (typed Python code: b; XML request documents: c.)\n\n"
        "Different in a way that is not judged, and may break:\n\n- unjudged.\n\n"
        "New or different, and nothing that worked stops working:\n\n- compatible.\n\n"
        "Only said in another way:\n\n- documentation.\n"
    )


def test_findings() -> None:
    """As severe as the worst effect; nobody affected is a mistake."""
    effects = {"python": tells("a"), "requests": allows("b"), "responses": hides("c"), "wire": breaks("d"), "documentation": tells("e")}  # fmt: skip
    for names, severity in ((["python"], "documentation"), (["python", "requests"], "compatible"), (["responses", "requests"], "unjudged"), (list(effects), "breaking")):  # fmt: skip
        found = finding("x", **{name: effects[name] for name in names})  # type: ignore[arg-type]
        assert (found.severity.word, {one.key for one in found.effects}) == (severity, set(names))
    with pytest.raises(ValueError, match=r"^a finding affects nobody: x$"):
        finding("x")
    moved = evolve(GONE, rename="Depot/fields/weight")
    assert (moved.moved, evolve(GONE, rename="Parcel/fields/mass").moved, GONE.moved) == (True, False, False)  # fmt: skip
    assert GONE.fingerprint == evolve(GONE, sentence="other", effects={}, rename="x").fingerprint
    others = [evolve(GONE, rule="x"), evolve(GONE, steps=("x",)), evolve(GONE, old="x"), evolve(GONE, new="x")]  # fmt: skip
    assert len({one.fingerprint for one in [GONE, *others]}) == 5


def test_a_fingerprint_stays_what_it_is() -> None:
    """From release to release, as suppressions name changes by it; the order of entries is no part of it."""
    assert GONE.fingerprint == "2bee81caff18"
    assert evolve(GONE, old="Größe: 7 kg").fingerprint == "91467dd75d1b"
    fixed = evolve(GONE, old={"b": 1, "a": ("x", "y")})
    assert (
        fixed.fingerprint
        == evolve(GONE, old={"a": ("x", "y"), "b": 1}).fingerprint
        == "5afa56048152"
    )


def test_what_is_told_of_what_is_sent_and_answered_is_the_worst_of_both() -> None:
    """A form of instants that is read as before is still written in another way where they are sent."""
    nails, parcel = "objects/Parcel/structs/crate/fields/nails", "objects/Parcel/fields/crate"
    both = {parcel: "{type: struct, struct: crate}"}
    old, new = (
        edited_by(both | {nails: f"{{type: datetime, format: {form}}}"})
        for form in ("iso8601", "rfc2822")
    )
    (change,) = changes(old, new)
    told = {one.key: effect.severity.word for one, effect in change.effects.items()}
    assert told == {"python": "compatible", "responses": "breaking", "wire": "breaking"}


def test_an_element_that_no_document_holds_is_only_told_of() -> None:
    """Its parameter is one of an action that no request documents are made for."""
    place = "objects/Depot/actions/Get/parameters/Unit"
    row = "{type: string, location: query, xml: %s}"
    (change,) = changes(edited(place, row % "One"), edited(place, row % "Other"))
    assert {one: effect.text for one, effect in change.effects.items()} == {
        Consumer.DOCUMENTATION: "no document holds it"
    }
    assert change.severity is Severity.DOCUMENTATION


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"type": "string"}, "string"), ({"type": "string", "format": "uri"}, "string (uri)"),
        ({"type": "enum", "enum": "status"}, "enum status"), ({"type": "struct", "struct": "size"}, "struct size"),
        ({"type": "sid"}, "sid"), ({"type": "sid", "prefixes": ["PA", "PX"]}, "sid PA|PX"),
        ({"type": "pairs", "count": 3}, "pairs up to 3"), ({"type": "collapsible_map", "prefix": "AddOns"}, "collapsible map AddOns"),
        ({"type": "list", "items": {"type": "integer"}}, "list of integer"), ({"type": "map", "items": {"type": "sid"}}, "map of sid"),
        ({"type": "list"}, "list"), ({"type": "string", "items": {"type": "integer"}}, "string"),
    ],
)  # fmt: skip
def test_a_type_in_words(row: dict[str, Any], words: str) -> None:
    """What it is of, and what it takes."""
    assert kind(build(Field, row)) == words
    for role in (Parameter, Filter):
        assert phrase(build(role, {**row, "required": True})) == f"{words}, required"
        assert phrase(build(role, {**row, "required": True, "repeated": True})) == f"{words}, required, repeated"  # fmt: skip
        assert phrase(build(role, row)) == words
    assert phrase(build(Field, {**row, "required": True})) == words, "an answer has it or has not"
    assert phrase(build(Type, row)) == words


def test_names_in_words() -> None:
    """Seven are listed, of more six; prefixes that are none stand for any kind."""
    assert shortened([*"abcdefg"]) == "a, b, c, d, e, f, g"
    assert shortened([*"abcdefgh"]) == "a, b, c, d, e, f and 2 more"
    assert (kinds(()), kinds(("PA", "PX"))) == ("any kind", "`PA, PX`")


def test_where_what_an_action_answers_uses_things() -> None:
    """Answered values use what they hold; an enum of the same name as one of them is another thing."""
    parcel = "objects/Parcel"
    edits: Edits = {f"{parcel}/actions/Get/answers": "box", f"{parcel}/enums/box": "[a]"}
    home = edited_by(edits).objects["Parcel"]
    assert uses(home, "structs", "box") == {"response"}
    assert uses(home, "enums", "box") == set()
    for row in ("{type: enum, enum: box}", "{type: list, items: {type: enum, enum: box}}"):
        home = edited_by(edits | {f"{parcel}/structs/box/fields/a": row}).objects["Parcel"]
        assert uses(home, "enums", "box") == {"response"}


def test_a_nested_value_that_holds_itself_is_looked_at_once() -> None:
    """As a field of its own, or in a list; what it holds beside itself is used."""
    parcel = "objects/Parcel"
    for inner in (
        "{type: struct, struct: box}",
        "{type: list, items: {type: struct, struct: box}}",
    ):
        edits: Edits = {
            f"{parcel}/fields/size": "{type: struct, struct: box}",
            f"{parcel}/structs/box": f"{{fields: {{a: {inner}, b: {{type: enum, enum: grade}}}}}}",
        }
        home = edited_by(edits).objects["Parcel"]
        assert uses(home, "structs", "box") == uses(home, "enums", "grade") == {"response"}


def test_rows_are_built_of_plain_values() -> None:
    """With all that is inside; what is no key, or lacks, is named."""
    row = build(Field, {"type": "list", "items": {"type": "sid", "prefixes": ["PA"]}})
    assert row.items == Type(type="sid", prefixes=("PA",))
    with pytest.raises(ValueError, match=r"^Key does not know a, b$"):
        build(Key, {"b": 1, "a": 2, "prefixes": []})
    with pytest.raises(TypeError):
        build(Field, {})


def test_what_sids_are_composed_of() -> None:
    """The keys of a path in order, whatever placeholders are called; which the account fills."""
    catalog = edited("service/account_key", "DepotSid")
    home = catalog.objects["Parcel"]
    path = "/v1/{DepotSid}/x/{Sid}/{Unknown}"
    assert (address(path), placeholders(path)) == ("/v1/{}/x/{}/{}", ["DepotSid", "Sid", "Unknown"])
    parts = composition(path, home, catalog)
    assert parts == [(Key(prefixes=("DE",)), True), (Key(prefixes=("PA",)), False), (Key(), False)]
    assert composition(path, None, None) == [(Key(), False)] * 3
    shown = edited("objects/Parcel/keys/Sid", "{prefixes: [PA], example: PA7}").objects["Parcel"]
    assert composition(path, shown, catalog) == parts, "an example is no part of a key"
    for old, new, both in (("[xml]", "[xml, json]", True), ("[json]", "[xml]", False), ("[xml]", "[json]", False)):  # fmt: skip
        scope = SimpleNamespace(old_catalog=edited("service/wires", old), new_catalog=edited("service/wires", new))  # fmt: skip
        difference: Any = SimpleNamespace(scope=scope)
        assert speaks_xml(difference) == both
    nothing: Any = SimpleNamespace(scope=SimpleNamespace(old_catalog=None, new_catalog=None))
    assert not speaks_xml(nothing)


@pytest.mark.parametrize(
    ("place", "row", "table", "name", "found"),
    [
        ("fields/a", "{type: enum, enum: grade}", "enums", "grade", {"response"}),
        ("fields/a", "{type: list, items: {type: enum, enum: grade}}", "enums", "grade", {"response"}),
        ("actions/Create/parameters/A", "{type: enum, enum: grade}", "enums", "grade", {"request"}),
        ("actions/Query/filters/A", "{type: enum, enum: grade}", "enums", "grade", {"request"}),
        ("structs/crate/fields/a", "{type: enum, enum: grade}", "enums", "grade", {"request"}),
        ("structs/size/fields/a", "{type: struct, struct: box}", "structs", "box", {"response"}),
        ("structs/box/fields/a", "{type: struct, struct: box}", "structs", "box", set()),
        ("actions/Get/answers", "box", "structs", "box", {"response"}),
        ("actions/Get/answers", "box", "structs", "depth", set()),
        ("actions/Get/answers", "box", "enums", "grade", set()),
        ("fields/sid", "{type: sid}", "enums", "status", {"response", "request"}),
    ],
)  # fmt: skip
def test_where_a_struct_or_an_enum_is_used(place: str, row: str, table: Any, name: str, found: set[str]) -> None:  # fmt: skip
    """In what is asked with, in what is answered, also deep inside; or nowhere."""
    assert uses(edited(f"objects/Parcel/{place}", row).objects["Parcel"], table, name) == found


RENAMED = [
    ("objects/Parcel/fields/weight", "objects/Parcel/fields/weights", "{type: decimal}", True),
    ("objects/Parcel/fields/weight", "objects/Parcel/fields/Weight_", "{type: decimal}", True),
    ("objects/Parcel/fields/weight", "objects/Parcel/fields/colour", "{type: decimal}", False),
    ("objects/Parcel/fields/weight", "objects/Parcel/fields/weights", "{type: boolean}", False),
    ("objects/Parcel/fields/weight", "objects/Depot/fields/weight", "{type: decimal}", False),
    ("objects/Parcel/fields/weight", "objects/Parcel/structs/size/fields/weight", "{type: decimal}", True),
    ("objects/Parcel/fields/weight", "objects/Parcel/structs/size/fields/weight", "{type: boolean}", False),
    ("objects/Parcel/actions/Create/parameters/Street", "objects/Parcel/actions/Create/parameters/Streets", "{type: string}", True),
    ("objects/Parcel/actions/Create/parameters/Street", "objects/Parcel/actions/Update/parameters/Street", "{type: string}", False),
    ("objects/Parcel/actions/Get", "objects/Depot/actions/Update", "{method: GET, path: /x}", False),
]  # fmt: skip


@pytest.mark.parametrize(("gone", "come", "row", "suggested"), RENAMED)
def test_a_new_name_is_suggested(gone: str, come: str, row: str, suggested: bool) -> None:
    """For what is much alike in name and type, in the same table, or of the same name in a nested value."""
    found = changes(edited_by({}), edited_by({gone: None, come: row}))
    by_place = {change.place: change.rename for change in found}
    old, new = (one.removeprefix("objects/") for one in (gone, come))
    assert by_place[old] == (new if suggested else None)
    assert by_place[new] == (old if suggested else None)
    assert {change.severity for change in found if change.place == old} == {Severity.BREAKING}


Edits = dict[str, str | None]


def names_suggested(before: Edits, after: Edits) -> dict[str, str]:
    """The places for which another is suggested, of two edits of the made-up catalog."""
    found = changes(edited_by(before), edited_by(after))
    return {change.place: change.rename for change in found if change.rename is not None}


TEXT, RA, RB = "{type: string}", "{type: sid, prefixes: [RA]}", "{type: sid, prefixes: [RB]}"
LIKE = [  # two names and rows, and whether they are enough alike
    ("abcde", TEXT, "abcxy", TEXT, True),
    ("abcdef", TEXT, "abcxyz", TEXT, False),
    ("abc", TEXT, "abcdefg", TEXT, True),
    ("abc", TEXT, "abcdefgh", TEXT, False),
    ("a_b_c_d", TEXT, "A.B.C.D", TEXT, True),
    ("y" + "x" * 299, TEXT, "z" + "x" * 299, TEXT, True),
    ("aaaaaaaabbbb", RA, "aaaaaaaaccccc", RA, True),
    ("aaaaaaaabbbb", RA, "aaaaaaaaccccc", RB, False),
    ("aaaaaaaaaabb", RA, "aaaaaaaaaacc", RB, True),
    ("aaaaaaaabbbb", "{type: enum, enum: status}", "aaaaaaaaccccc", "{type: enum, enum: state}", False),
    ("aaaaaaaabbbb", "{type: enum, enum: state}", "aaaaaaaaccccc", "{type: enum, enum: state}", True),
]  # fmt: skip


@pytest.mark.parametrize(("old", "before", "new", "after", "alike"), LIKE)
def test_how_much_alike_two_fields_are(
    old: str, before: str, new: str, after: str, alike: bool
) -> None:
    """By the letters of their names, and a little less where their values are of other kinds."""
    one, other = (f"Parcel/fields/{name}" for name in (old, new))
    found = names_suggested({f"objects/{one}": before}, {f"objects/{other}": after})
    assert found == ({one: other, other: one} if alike else {})


def test_a_new_name_is_one_thing_s_alone() -> None:
    """The one that is most like it; what is left is new, or gone."""
    fields = "objects/Parcel/fields"
    one, like, less = (f"{fields}/{name}" for name in ("heft", "hefts", "heftsome"))
    pair = {
        "Parcel/fields/heft": "Parcel/fields/hefts",
        "Parcel/fields/hefts": "Parcel/fields/heft",
    }
    for rows in ({one: TEXT}, {like: TEXT, less: TEXT}), ({one: TEXT}, {less: TEXT, like: TEXT}):
        assert names_suggested(*rows) == pair
        assert names_suggested(*reversed(rows)) == pair


def test_what_is_changed_or_has_no_name_is_no_new_name() -> None:
    """Only what vanished beside what is new, of the same kind."""
    fixed, stops = "objects/Parcel/actions/Create/fixed", "objects/Parcel/fields/stops"
    assert names_suggested({fixed: "{Mode: a, Modes: b}"}, {fixed: "{Mode: c}"}) == {}
    assert names_suggested({fixed: "{Mode: c}"}, {fixed: "{Mode: a, Modes: b}"}) == {}
    personal = "{type: list, pii: {handling: standard}}"
    assert names_suggested({stops: personal}, {stops: "{type: list, items: {type: string}}"}) == {}


@pytest.mark.parametrize(("old", "new"), [*itertools.permutations(ACTIONS, 2)])
def test_an_action_is_never_another_s_new_name(old: str, new: str) -> None:
    """There are five, and each does something of its own."""
    row = "{method: POST, path: /x}"
    names = ({f"objects/Courier/actions/{name}": row} for name in (old, new))
    courier = {"objects/Courier": "{object: Courier, path: /x}"}
    assert names_suggested(*(courier | each for each in names)) == {}


def test_objects_with_the_same_actions_are_more_alike() -> None:
    """And those without a name in the source are not the same for that."""
    row = "{object: %s, path: /%s, actions: {%s: {method: GET, path: /%s}}}"
    before: Edits = {"objects/Courier": row % ("Courier", 1, "Get", 1)}
    for name, action, alike in (
        ("Courierabcd", "Get", True), ("Courierabcd", "Query", False), ("Couriers", "Query", True), ("Train", "Get", False),
    ):  # fmt: skip
        found = names_suggested(before, {f"objects/{name}": row % (name, 2, action, 2)})
        assert found == ({"Courier": name, name: "Courier"} if alike else {}), name


def test_an_object_is_known_by_its_source_or_its_address() -> None:
    """However it is called; one that is another is another."""
    row = "{object: %s, source: %s, path: %s, actions: {Get: {method: GET, path: '%s/{Sid}'}}}"
    before = row % ("Courier", "Courier", "/v1/Couriers", "/v1/Couriers")
    for name, source, path, same in (
        ("Xyz", "Courier", "/v1/Xyz", True), ("Xyz", "Xyz", "/v1/Couriers", True), ("Xyz", "Xyz", "/v1/Xyz", False), ("Couriers", "Xyz", "/v1/Xyz", True),
    ):  # fmt: skip
        after = row % (name, source, path, path)
        found = changes(edited("objects/Courier", before), edited(f"objects/{name}", after))
        assert {change.rename for change in found} == ({"Courier", name} if same else {None})


def test_the_same_of_several_objects_is_told_once() -> None:
    """Entries of one list together, then the same of other objects."""
    value = evolve(GONE, severity=Severity.COMPATIBLE, rule="enum-value-added", several="It has {}.", new="a", old=None)  # fmt: skip
    listed = [
        evolve(
            value,
            object=name,
            steps=(name, "enums", "status", word),
            new=word,
            sentence=f"{name} has {word}.",
        )
        for name in ("Parcel", "Depot", "Crate")
        for word in ("a", "b")
    ]
    (group,) = groups(listed)
    assert group.sentence == "It has `a`, `b`. Likewise in `Depot`, `Crate`."
    assert (group.place, group.old, group.new, len(group.changes)) == ("Parcel/enums/status and 2 more objects", "", "a, b", 6)  # fmt: skip
    one, two = groups([*listed[:2], listed[2]])
    assert (one.place, two.place, two.sentence) == ("Parcel/enums/status", "Depot/enums/status/a", "Depot has a.")  # fmt: skip
    (pair,) = groups([listed[0], listed[2]])
    assert (pair.place, pair.sentence) == ("Parcel/enums/status/a and 1 more object", "Parcel has a. Likewise in `Depot`.")  # fmt: skip
    alone = groups([GONE, evolve(GONE, object=None, steps=("catalog",)), evolve(GONE, severity=Severity.COMPATIBLE)])  # fmt: skip
    assert len(alone) == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Parcel", "fields", "weight"), ("Depot", "fields", "mass")),
        (("Parcel",), ("Depot",)),
        (("catalog", "weight"), ("document", "weight")),
    ],
)
def test_what_only_looks_the_same_is_told_by_itself(
    one: tuple[str, ...], other: tuple[str, ...]
) -> None:
    """Another row of another object, two objects, and what is of no object."""
    names = [None if steps[0].islower() else steps[0] for steps in (one, other)]
    pair = [evolve(GONE, steps=steps, object=name) for steps, name in zip((one, other), names, strict=True)]  # fmt: skip
    found = groups(pair)
    assert [group.changes for group in found] == [(change,) for change in pair]
    assert [group.place for group in found] == ["/".join(one), "/".join(other)]


def test_what_goes_from_lists_is_told_by_its_list() -> None:
    """With what went; the same entries of another list are another thing."""

    def gone(name: str, enum: str) -> list[Change]:
        return [
            evolve(GONE, object=name, steps=(name, "enums", enum, word), old=word, several="It lost {}.")
            for word in ("a", "b")
        ]  # fmt: skip

    one, other = groups([*gone("Parcel", "status"), *gone("Depot", "state")])
    assert (one.sentence, one.old, one.new, one.place) == ("It lost `a`, `b`.", "a, b", "", "Parcel/enums/status")  # fmt: skip
    assert (other.sentence, other.place) == ("It lost `a`, `b`.", "Depot/enums/state")
    (both,) = groups([*gone("Parcel", "status"), *gone("Depot", "status")])
    assert both.sentence == "It lost `a`, `b`. Likewise in `Depot`."


ROW = {
    "rule": "field-removed",
    "place": "Parcel/fields/*",
    "reason": "Agreed.",
    "expires": "2031-01-31",
}
BY = {"fingerprint": GONE.fingerprint, "reason": "Agreed.", "expires": "2031-01-31"}
KEYS = "rule and place, or fingerprint; reason; expires"


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([ROW], []), ([BY], []), ([{**ROW, "expires": "2026-11-28"}], []),
        ([{**ROW, "expires": "2026-11-27"}], ["[0].expires: has expired on 2026-11-27; mend what it covers, or decide anew"]),
        ([ROW, {**ROW, "place": "Depot/*"}], ["[1]: is stale: no field-removed at Depot/*; take the row out"]),
        ([{**BY, "fingerprint": "0"}], ["[0]: is stale: no change with the fingerprint 0; take the row out"]),
        ([{**ROW, "rule": "odd"}], ["[0].rule: 'odd' is no rule; see the list of rules"]),
        ([{**ROW, "odd": 1}], [f"[0].odd: is not a key; expected {KEYS}"]),
        ([{**BY, "rule": "odd"}], ["[0].rule: stands beside a fingerprint, which says it all"]),
        ([{key: text for key, text in ROW.items() if key != "rule"}], [f"[0].rule: is missing or empty; expected {KEYS}"]),
        ([{**ROW, "rule": 5}], [f"[0].rule: is missing or empty; expected {KEYS}"]),
        ([{**ROW, "reason": 5}], ["[0].reason: is missing or empty; a row needs its reason as text"]),
        ([{**BY, "rule": "field-removed"}], ["[0].rule: stands beside a fingerprint, which says it all"]),
        ([{**ROW, "place": " "}], [f"[0].place: is missing or empty; expected {KEYS}"]),
        ([{**ROW, "reason": ""}], ["[0].reason: is missing or empty; a row needs its reason as text"]),
        ([{**ROW, "expires": "soon"}], ["[0].expires: is missing or no day; expected one such as 2031-01-31"]),
        (["x"], [f"[0]: is not a row; expected {KEYS}"]),
        ({"a": 1}, ["is not a list of suppressions"]),
    ],
)  # fmt: skip
def test_suppressions(tmp_path: Path, rows: Any, told: list[str]) -> None:
    """Take out what they are about; each that is none, or about nothing, is told with its place."""
    path = tmp_path / "s.yaml"
    text = json.dumps(rows).replace('"2031-01-31"', "2031-01-31").replace('"2026-11-28"', "2026-11-28").replace('"2026-11-27"', "2026-11-27")  # fmt: skip
    path.write_text(text, encoding="utf-8")
    other = evolve(GONE, steps=("Crate", "name"))
    noted = evolve(GONE, rule="note-changed")
    if told:
        with pytest.raises(CatalogError) as error:
            suppress([GONE, other], path, "s.yaml", date(2026, 11, 28))
        places = [re.sub(r"^\[(\d+)\]\.?(\w*)", r"\1/\2", text).replace("/:", ":") for text in told]
        assert [str(each) for each in error.value.mistakes] == [
            f"s.yaml:1: {text}" for text in places
        ]
    else:
        counting, taken = suppress([GONE, other, noted], path, "s.yaml", date(2026, 11, 28))
        assert (counting, [one.change for one in taken], taken[0].by.reason) == ((other, noted), [GONE], "Agreed.")  # fmt: skip
    assert suppress([GONE], tmp_path / "none", "x", date.today()) == ((GONE,), ())
    assert suppress([GONE], None, "x", date.today()) == ((GONE,), ())


@pytest.mark.parametrize("text", ["[", "- reason: a\n  reason: b\n", "\x00"])
def test_suppressions_that_cannot_be_read(tmp_path: Path, text: str) -> None:
    """Are refused with the place, before anything is taken out."""
    path = tmp_path / "s.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CatalogError, match=r"^s\.yaml:") as error:
        suppress([GONE], path, "s.yaml", date(2026, 11, 28))
    assert len(error.value.mistakes) == 1


def test_no_suppressions(tmp_path: Path) -> None:
    """A file with nothing in it takes nothing out."""
    path = tmp_path / "s.yaml"
    for text in ("", "# none\n", "[]\n"):
        path.write_text(text, encoding="utf-8")
        assert suppress([GONE], path, "s.yaml", date(2026, 11, 28)) == ((GONE,), ())


def source(name: str, kind: Any, catalog: Catalog) -> Source:
    """One side."""
    return Source(name=name, kind=kind, catalog=catalog)


def test_what_cannot_be_compared() -> None:
    """A catalog with a document, or those of two services."""
    catalog, other = edited_by({}), edited("service/service", "trains")
    check_comparable(source("a", "catalog", catalog), source("b", "catalog", catalog))
    with pytest.raises(CodegenError, match=r"^a is a catalog and b is a document\. "):
        check_comparable(source("a", "catalog", catalog), source("b", "document", catalog))
    with pytest.raises(CodegenError, match=r"^a is of the service 'parcels' and b of 'trains'; only one service's catalogs can be compared$"):  # fmt: skip
        check_comparable(source("a", "catalog", catalog), source("b", "catalog", other))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "x is no catalog: it has no catalog.yaml"),
        ("format: 99\n", "x holds a catalog of format 99, written for a later generator; this one reads format 1. Compare with"),
        ("format: 0\n", "x holds a catalog of format 0; this generator reads format 1. To compare it, import"),
        ("package: a\n", "x holds a catalog of a format from before formats had numbers; this generator reads format 1. To"),
        ("format: 1\n", ""), ("[\n", ""), ("- a\n", ""),
    ],
)  # fmt: skip
def test_the_format_of_a_folder(tmp_path: Path, text: str | None, said: str) -> None:
    """Is named where it is another; what is no catalog at all is said by who reads it."""
    if text is not None:
        (tmp_path / "catalog.yaml").write_text(text, encoding="utf-8")
    if said:
        with pytest.raises(CodegenError) as error:
            _check_format(tmp_path, "x")
        assert str(error.value).startswith(said)
    else:
        _check_format(tmp_path, "x")


@pytest.mark.parametrize(
    ("text", "cut"),
    [('{"a": 1', True), ('{"a": "b', True), ('{"a": tr', True), ('{"a": x, "b": 12345678}', False), ('{"a": 1}', False), ("", True)],
)  # fmt: skip
def test_a_document_that_ends_in_the_middle(tmp_path: Path, text: str, cut: bool) -> None:
    """Is told from one with a mistake in it."""
    path = tmp_path / "a.json"
    path.write_text(f"{text}\n", encoding="utf-8")
    assert _is_cut_off(path) == cut
    assert not _is_cut_off(tmp_path / "none.json")


def test_the_version_of_a_project(tmp_path: Path) -> None:
    """As its manifest states it, as text; what is not TOML is named."""
    path = tmp_path / "pyproject.toml"
    assert version_in(path) is None
    for text, version in (("[project]\nversion = '1.2.3'\n", "1.2.3"), ("[project]\nversion = 1\n", None), ("[tool]\n", None)):  # fmt: skip
        path.write_text(text, encoding="utf-8")
        assert version_in(path) == version
    path.write_text("[", encoding="utf-8")
    with pytest.raises(CodegenError, match=r"pyproject\.toml is not TOML: "):
        version_in(path)


def test_the_rules_page_holds_every_rule() -> None:
    """In the contents with its severities, by its name, with its title, reason, and each example.

    To mend it: ``python -m twilio_ops_codegen changes --rules > docs/changes-rules.md``.
    """
    text = rulebook()
    page = Path(__file__).resolve().parent.parent.parent / "docs" / "changes-rules.md"
    assert text == page.read_text(encoding="utf-8")
    assert text.endswith("```\n")
    assert "\n| [left-out-changed](#left-out-changed) | unjudged | " in text
    for rule in RULES:
        found = {max(example.expected.values()) for example in rule.examples}
        words = " or ".join(one.word for one in sorted(found, reverse=True))
        assert f"\n| [{rule.id}](#{rule.id}) | {words} | {rule.title} |\n" in text
        part = text.partition(f"\n\n### {rule.id}\n\n")[2]
        assert part.startswith(
            f"{rule.title}\n\n{rule.reason}\n\n```diff\n  {rule.examples[0].place}\n"
        )
        for example in rule.examples:
            lines = [f"  {example.place}"]
            lines += [f"- {example.old}"] if example.old is not None else []
            lines += [f"+ {example.new}"] if example.new is not None else []
            assert "\n".join(["```diff", *lines, "```", "", "**"]) in part
            for key, severity in example.expected.items():
                consumer = Consumer[key.upper()]
                assert f"\n* {consumer.value}: " in part and f" ({severity.word})" in part
