"""Hostile text in every string of a published document: it stays data, and says nothing but itself.

A document is taken apart into one an object, with all that it refers to. In each, strings that cannot hide
one another (values of the same key, names, or other keys, all as deep in the document) hold hostile text at once, each
its own; where a group is refused, or differs, it is halved, down to single strings. So every string that is taken was hostile beside
its like alone, and every string that is refused was hostile by itself. What an import makes of it decides:

* Where no hostile text is in any row of the catalog, the rows are those of a run with a harmless word there.
* Where it is, the package is made, and the tree of each of its files is one of a harmless run's, but for
  constants and names; of the published document, its modules consist of the same kinds of nodes.

Prose is hostile all at once: it changes nothing. At last all strings that came into rows are hostile at once.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.codegen.importer_support import CONVENTIONS, ROOT
from tests.codegen.test_hostile_text import (
    ALL,
    DOCUMENT,
    HOSTILE,
    KEY,
    PROSE,
    TABLES,
    Parts,
    Place,
    _once,
    at_all,
    made_of_document,
    plain_ways,
    strange_in,
    strings,
    usual_rows,
    ways,
)
from tests.codegen.test_importer_catalog import KITCHEN_SINK
from twilio_ops_codegen.catalog.paths import short
from twilio_ops_codegen.importer.conventions import load_conventions
from twilio_ops_codegen.importer.extract import take
from twilio_ops_codegen.importer.problems import ImportFailed

__all__ = ["_once"]

METHODS = ("get", "post", "put", "patch", "delete")
MILD = "'" * 3 + HOSTILE["templates"] + "</xs:element><!-- ]]> &amp; <?x?>" + HOSTILE["path"]
"""Text that even the name of a field may be: it has none of the signs that a decoder takes no names with."""
MARK = "__import__"
"""It is in both."""


def is_prose(place: Place) -> bool:
    """Whether a string is for people alone, or one of what is below it."""
    named = [
        step in PROSE and index > 0 and place[index - 1] not in TABLES and "parameters" not in place[index - 2 : index]
        for index, step in enumerate(place)
    ]  # fmt: skip
    return (any(named) and place[:2] != ("info", "title") and "servers" not in place) or (
        place[:1] == ("tags",) or "tags" in place[3:4]
    )


def referred(value: Any, components: Any, found: set[tuple[str, str]]) -> None:
    """Adds the components that a part of a document refers to, as deep as it goes."""
    if isinstance(value, dict):
        target = value.get("$ref")
        if isinstance(target, str):
            _, _, kind, name = target.split("/")
            if (kind, name) not in found:
                found.add((kind, name))
                referred(components[kind][name], components, found)
        value = list(value.values())
    for inner in value if isinstance(value, list) else ():
        referred(inner, components, found)


class Room:
    """Where documents are tried: what import makes of them, what packages consist of."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.conventions = load_conventions(CONVENTIONS)
        self.named: set[str] = set()  # the places that the last refusal named

    def rows(self, value: Any) -> Any:
        """The service and the objects, without digests; None = it is refused, with lines."""
        path = self.folder / "document.json"
        path.write_text(json.dumps(value), encoding="utf-8")
        try:
            facts = take(path, self.conventions)
        except ImportFailed as refused:
            assert all(one.line and len(str(one)) < 5000 for one in refused.problems)
            self.named = {one.place for one in refused.problems}
            return None
        self.named = set()
        assert all(len(str(one)) < 5000 for one in (*facts.not_taken, *facts.remarks))
        objects = {name: {**row, "left_out": {}} for name, row in facts.objects.items()}
        return facts.service, objects

    def parts(self, value: Any) -> Parts | None:
        """What the package of a document consists of; None = it is refused, with lines."""
        return made_of_document(self.folder / "made", value)


def by_object(value: Any, room: Room) -> dict[str, Any]:
    """A document for each object of a document: its operations, and what they refer to."""
    found = room.rows(value)
    assert found is not None
    owners = {
        action["operation"]: name
        for name, row in found[1].items()
        for action in row["actions"].values()
    }
    made: dict[str, Any] = {}
    for path, item in value["paths"].items():
        for method in METHODS:
            owner = owners.get(item.get(method, {}).get("operationId"))
            if owner is not None:
                beside = {key: each for key, each in item.items() if key not in METHODS}
                made.setdefault(owner, {}).setdefault(path, beside)[method] = item[method]
    for owner, paths in made.items():
        names: set[tuple[str, str]] = set()
        referred(paths, value["components"], names)
        components: dict[str, Any] = {}
        for kind, name in sorted(names):
            components.setdefault(kind, {})[name] = value["components"][kind][name]
        made[owner] = {**value, "paths": paths, "components": components}
    return made


def groups(value: Any) -> Iterator[list[Place]]:
    """The strings of a document that are no prose, those together that cannot hide one another."""
    found: dict[tuple[Any, ...], list[Place]] = {}
    for place in strings(value):
        if place and not is_prose(place):
            last = "#" if isinstance(place[-1], int) else place[-1]
            named = last == KEY and len(place) > 2 and place[-3] in TABLES
            found.setdefault((last, named, len(place)), []).append(place)
    yield from found.values()


def without(value: Any, places: Sequence[Place]) -> Any:
    """A copy of a document without what stands at places; what is in lists goes from behind."""
    made = json.loads(json.dumps(value))  # parts may be shared
    targets = {place[:-1] if place[-1] == KEY else place for place in places}
    for *above, last in sorted(
        targets, key=lambda each: [str(step).zfill(4) for step in each], reverse=True
    ):
        around = made
        for step in above:
            around = around[step]
        del around[last]
    return made


class Trial:
    """One document, and which of its strings take hostile text."""

    def __init__(self, value: Any, room: Room, trees: bool = True) -> None:
        self.value = value
        self.room = room
        self.trees = trees
        self.rows = room.rows(value)
        usual = room.parts(value)
        assert usual
        self.usual = usual | usual_rows()
        self.taken: list[Place] = []
        self.refused: list[Place] = []
        self.inside: list[Place] = []  # those whose text came into a row

    def settle(self, places: Sequence[Place], number: int) -> None:
        """Tries a group, or halves of it where it is refused."""
        if self.takes(places, ALL, number):
            self.taken += places
        elif len(places) > 1 and (named := [each for each in places if self.is_named(each)]):
            self.refused += named  # whatever stands elsewhere
            if rest := [each for each in places if each not in named]:
                self.settle(rest, number)
        elif len(places) > 1:
            middle = len(places) // 2
            self.settle(places[:middle], number)
            self.settle(places[middle:], number + 1)
        else:
            for name in random.Random(str(places)).sample(sorted(HOSTILE), 2):
                self.takes(places, HOSTILE[name], number)
            self.refused += places

    def is_named(self, place: Place) -> bool:
        """Whether the last refusal names a place, or that where its key is missing."""
        steps = place[:-1] if place[-1] == KEY else place
        return " > ".join(short(str(step)) for step in steps) in self.room.named

    def takes(self, places: Sequence[Place], text: str, number: int) -> bool:
        """Whether strings with another text are taken; then they say nothing but themselves."""
        change = ways(text)[number % 2]
        hostile = at_all(self.value, places, change)
        rows = self.room.rows(hostile)
        if rows is None:
            return False
        if MARK not in repr(rows) and text in (ALL, MILD):
            if rows == self.rows:
                return True
            plain = map(self.room.rows, self.plain(places))
            if rows == next(plain):  # nor does the simplest word come into a row
                return True
            if text == ALL:
                self.takes(places, MILD, number)
            if rows in plain:
                return True
        found = self.room.parts(hostile)
        if found is None:
            return False  # loading refuses what would be written
        strange = strange_in(
            found, self.usual, map(self.room.parts, self.plain(places)), self.trees
        )
        if (
            strange and len(places) > 1
        ):  # what several strings make of a file may be of no single run
            self.room.named.clear()
            return False
        assert not strange, (places, sorted(strange)[:3])
        if MARK in repr(rows):
            self.inside += places
        return True

    def together(self, places: Sequence[Place]) -> None:
        """Tries strings whose text comes into rows at once; halves, where that is refused."""
        if not self.takes(places, MILD, 1) and len(places) > 1:
            middle = len(places) // 2
            self.together(places[:middle])
            self.together(places[middle:])

    def plain(self, places: Sequence[Place]) -> Iterator[Any]:
        """The document with harmless texts in some places, and without what stands there."""
        first, *others = plain_ways()
        yield at_all(self.value, places, first)
        yield without(self.value, places)
        for change in others:
            yield at_all(self.value, places, change)


def try_all(value: Any, room: Room, trees: bool = True) -> None:
    """Tries every string of a document, then all at once whose text comes into rows."""
    usual = room.rows(value)
    prose = [place for place in strings(value) if place and is_prose(place)]
    assert room.rows(at_all(value, prose, ways(ALL)[1])) == usual
    tried: set[Place] = set()
    taken: set[Place] = set()
    refused: set[Place] = set()
    inside = 0
    for part in by_object(without(value, prose), room).values():
        trial = Trial(part, room, trees)
        for number, places in enumerate(groups(part)):
            fresh = [place for place in places if place not in tried]
            tried.update(fresh)
            if fresh:
                trial.settle(fresh, number)
        inside += len(trial.inside)
        trial.together([*trial.inside])
        taken.update(trial.taken)
        refused.update(trial.refused)
    assert len(taken) > len(refused)
    assert inside > len(taken) / 20
    assert not taken & refused


REAL = "twilio_api_v2010.json"


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Room:
    """Where documents lie while they are tried."""
    return Room(tmp_path_factory.mktemp("room"))


@pytest.mark.parametrize("name", ["DOCUMENT", "KITCHEN_SINK"])
def test_hostile_text_in_groups_of_strings_is_data(name: str, room: Room) -> None:
    """Some groups of the strings of made-up documents; the slow test tries all, and a published document's."""
    value = {"DOCUMENT": DOCUMENT, "KITCHEN_SINK": KITCHEN_SINK}[name]
    trial = Trial(value, room)
    every = list(enumerate(groups(value)))
    for number, places in random.Random(name).sample(every, 4):
        trial.settle(places, number)
    assert trial.taken or trial.refused


@pytest.mark.slow  # every string
def test_hostile_text_in_every_string_of_a_whole_document_is_data(room: Room) -> None:
    """The largest made-up document, by whole trees; the published one of the whole API, where it is at hand, by what
    its modules consist of: single strings by trees would be a run for each of thousands."""
    try_all(KITCHEN_SINK, room)
    path = ROOT.parent / "shared" / "openapi" / REAL
    if path.is_file():
        try_all(json.loads(path.read_text(encoding="utf-8")), room, trees=False)
