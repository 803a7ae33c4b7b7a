"""What mapping tools see: an element of an answer that moves, or holds something else, loses its mappings.

The profiles of both sides are read for the paths of their elements; nothing of the catalogs is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import pytest
from attrs import evolve
from lxml import etree

from twilio_ops_codegen.catalog.model import Catalog
from twilio_ops_codegen.catalog.passes import resolve
from twilio_ops_codegen.changes import Change, Consumer, Severity, changes
from twilio_ops_codegen.changes.example import edited, sides
from twilio_ops_codegen.changes.rules import RULES
from twilio_ops_codegen.emit.objects import view
from twilio_ops_codegen.emit.xsd import Profiles

XS = "{http://www.w3.org/2001/XMLSchema}"
PARCEL = "objects/Parcel"

Mapping = dict[str, str]


def mapped(catalog: Catalog) -> Mapping:
    """The elements of all answers by operation and path, each with what it may hold."""
    profiles = Profiles(catalog)
    found: Mapping = {}
    for value in view(catalog).objects:
        for operation in value.operations:
            if operation.response_profile and operation.answered:
                text = profiles.response(operation.answered)
                name = f"{value.name} {operation.name}"
                found |= {f"{name} {path}": holds for path, holds in _read(text)}
    return found


@cache
def _read(profile: str) -> tuple[tuple[str, str], ...]:
    root = etree.fromstring(profile.encode())
    return tuple(_elements(root, root, "", ()))


def _elements(
    schema: etree._Element, inside: etree._Element, above: str, within: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    rows = inside.findall(f"{XS}element") or inside.findall(f"*/{XS}element")
    for row in rows or inside.findall(f"*/*/{XS}element"):
        path = f"{above}/{row.get('name')}"
        named = str(row.get("type"))
        kind = schema.find(f"{XS}complexType[@name='{named}']")
        simple = schema.find(f"{XS}simpleType[@name='{named}']")
        many = row.get("maxOccurs", "1") != "1"
        text = "" if simple is None else _facets(simple)
        yield path, f"{'many ' if many else ''}{'elements' if simple is None else text}"
        if row.get("type") is None:
            yield from _elements(schema, row, path, within)
        elif kind is not None and named not in within:
            yield from _elements(schema, kind, path, (*within, named))


def _facets(simple: etree._Element) -> str:
    """What a text may be, its type's own name left out."""
    facets = [f"{facet.tag}={facet.get('value')}" for facet in simple.iter() if facet.get("value")]
    bases = [str(each.get("base") or each.get("memberTypes")) for each in simple]
    return " ".join((*bases, *facets))


def answered(found: Iterable[Change]) -> Severity | None:
    """The worst that is said to those who read XML answers."""
    effects = [effect for change in found if (effect := change.effect(Consumer.RESPONSES))]
    return max((effect.severity for effect in effects), default=None)


def several(*edits: tuple[str, str | None]) -> Catalog:
    """The made-up catalog after several edits of Parcel: each a place and its new YAML text."""
    catalog = edited("errors/41", "{status: 404, message: No such parcel}")
    for place, text in edits:
        table, *steps = place.split("/")
        other = edited(f"{PARCEL}/{place}", text).objects["Parcel"]
        mine = catalog.objects["Parcel"]
        rows: dict[str, Any] = dict(getattr(mine, table))
        name = steps[0]
        if name in getattr(other, table):
            theirs = getattr(other, table)[name]
            if len(steps) > 2 and name in rows:  # a field of a struct that was edited before
                fields = {**rows[name].fields}
                fields.pop(steps[2], None)
                if steps[2] in theirs.fields:
                    fields[steps[2]] = theirs.fields[steps[2]]
                theirs = evolve(theirs, fields=fields)
            rows[name] = theirs
        else:
            rows.pop(name, None)
        changed: dict[str, Any] = {table: rows}
        objects = {**catalog.objects, "Parcel": evolve(mine, **changed)}
        catalog = evolve(catalog, objects=objects)
    return catalog


BOX = "{type: struct, struct: box}"
MOVES: dict[str, list[tuple[str, str | None]]] = {
    "into a nested value": [
        ("fields/weight", None),
        ("structs/size/fields/weight", "{type: decimal}"),
    ],
    "into a new nested value": [
        ("fields/weight", None),
        ("structs/scale", "{fields: {weight: {type: decimal}}}"),
        ("fields/scale", "{type: struct, struct: scale}"),
    ],
    "out of a nested value": [
        ("structs/size/fields/height", None),
        ("fields/height", "{type: integer}"),
    ],
    "a nested value that is dissolved": [
        ("fields/size", None),
        ("fields/height", "{type: integer}"),
        ("fields/width", "{type: integer}"),
    ],
    "into a list": [("fields/recipient", "{type: list, items: {type: string}}")],
    "out of a list": [("fields/stops", "{type: string}")],
    "a nested value into a list": [("fields/size", f"{{type: list, items: {BOX}}}")],
    "values of a list that become nested": [("fields/stops", f"{{type: list, items: {BOX}}}")],
    "into a map": [("fields/recipient", "{type: map, items: {type: string}}")],
    "a list that becomes a map": [("fields/stops", "{type: map, items: {type: string}}")],
    "under another element": [("fields/recipient/xml", "Addressee")],
    "under another item element": [("fields/stops/item_xml", "Halt")],
    "a text that becomes nested": [("fields/recipient", BOX)],
    "a nested value that becomes text": [("fields/size", "{type: string}")],
    "a nested value that holds itself": [("structs/size/fields/height", BOX)],
}


@pytest.mark.parametrize("name", MOVES)
def test_an_element_that_moves_breaks_those_who_read_answers(name: str) -> None:
    """Both ways, and the profiles bear it out: a path is gone, or holds something else."""
    before, after = several(), several(*MOVES[name])
    for old, new in ((before, after), (after, before)):
        lost = mapped(resolve(old)).items() - mapped(resolve(new)).items()
        assert lost
        assert Severity.BREAKING == answered(changes(resolve(old), resolve(new)))


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("into a nested value", ("Parcel/fields/weight", "Parcel/structs/size/fields/weight")),
        ("into a new nested value", ("Parcel/fields/weight", "Parcel/structs/scale/fields/weight")),
        ("out of a nested value", ("Parcel/structs/size/fields/height", "Parcel/fields/height")),
    ],
)
def test_a_move_is_suggested_and_breaks_all_the_same(name: str, places: tuple[str, str]) -> None:
    """The field that is gone names where it perhaps is now."""
    found = {change.place: change for change in changes(several(), several(*MOVES[name]))}
    gone = found[places[0]]
    assert (places[1], True, Severity.BREAKING) == (gone.rename, gone.moved, gone.severity)
    if places[1] in found:
        assert places[0] == found[places[1]].rename


def test_a_field_of_another_type_or_object_is_not_where_it_moved() -> None:
    """A suggestion needs the same name and type, in the same object."""
    nowhere: list[tuple[str, str]] = [("weight", "{type: string}"), ("heft", "{type: decimal}")]
    for name, text in nowhere:
        edits = [("fields/weight", None), (f"structs/size/fields/{name}", text)]
        assert {None} == {change.rename for change in changes(several(), several(*edits))}
    other = edited("objects/Depot/fields/weight", "{type: decimal}").objects["Depot"]
    new = several(("fields/weight", None))
    moved = evolve(new, objects={**new.objects, "Depot": other})
    assert {None} == {change.rename for change in changes(several(), moved)}


UNSEEN = {
    "field-carriers-changed": "a profile is of the record, whoever answers it",
    "refusal-changed": "there is no answer; the profile stays what it was",
    "redirect-changed": "an answer points elsewhere; the profile is of what is there",
    "cardinality-changed": "how many documents there are",
    "element-name-no-longer-accepted": "a profile has the name of today alone",
    "wire-removed": "rendered documents have the same profile",
    "envelope-renamed": "the profile of errors is one for all",
    "answer-format-changed": "the text of a time is another, both of which a profile takes",
}
"""Rules that say that reading answers breaks, of what no path of a profile shows."""


@pytest.mark.slow
def test_every_rule_says_of_answers_what_their_profiles_show() -> None:
    """An example says breaking for answers if a path is gone or holds other texts, and only then."""
    against: list[str] = []
    for rule in RULES:
        for example in rule.examples:
            old, new = map(resolve, sides(example))
            said = answered(changes(old, new))
            before, after = mapped(old), mapped(new)
            lost = before.items() - after.items()
            broken = said is Severity.BREAKING
            wider = said is Severity.COMPATIBLE and before.keys() <= after.keys()
            if broken and not lost and rule.id not in UNSEEN:
                against.append(f"{rule.id}: breaking, and no path differs: {example}")
            if lost and not broken and not wider:
                against.append(f"{rule.id}: not breaking, and lost are {sorted(lost)}")
    assert [] == against
