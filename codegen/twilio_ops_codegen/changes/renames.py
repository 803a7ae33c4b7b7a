"""Renames and moves, suggested: what vanished beside something new of the same kind and much the same name.

A suggestion helps a person to read a report. It never changes a judgement: a name that vanished
breaks those who use it, whatever it is called now, and so does a field that stands elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cache
from typing import Any

from attrs import evolve

from twilio_ops_codegen.catalog.model import Field, Object, Struct, Type
from twilio_ops_codegen.changes.compare import Difference

ENOUGH = 0.6
"""How much alike two things must be, from 0 to 1, to be suggested as one."""

Place = tuple[str, ...]


def renames(found: Iterable[Difference]) -> dict[Place, Place]:
    """For places that vanished or appeared, the place that they perhaps became or came from."""
    gone: dict[Place, list[Difference]] = {}
    come: dict[Place, list[Difference]] = {}
    for difference in found:
        if difference.kind in ("removed", "added") and difference.name:
            side = gone if difference.kind == "removed" else come
            side.setdefault(difference.place[:-1], []).append(difference)
    suggested: dict[Place, Place] = {}
    for table in gone.keys() & come.keys():
        scored = sorted(
            (
                (-likeness(old, new), old.place, new.place)
                for old in gone[table]
                for new in come[table]
            ),
        )
        for score, old_place, new_place in scored:
            if -score >= ENOUGH:
                _suggest(suggested, old_place, new_place)
    _moves(suggested, gone, come)
    return suggested


def _suggest(suggested: dict[Place, Place], old: Place, new: Place) -> None:
    if old not in suggested and new not in suggested:
        suggested[old] = new
        suggested[new] = old


def _moves(
    suggested: dict[Place, Place],
    gone: dict[Place, list[Difference]],
    come: dict[Place, list[Difference]],
) -> None:
    """Add the fields of an object that perhaps moved into a nested value, out of one or to another."""
    new = sorted(_fields(come), key=lambda each: each.place)
    for old in sorted(_fields(gone), key=lambda each: each.place):
        for other in new:
            alike = old.place[0] == other.place[0] and old.name == other.name
            if alike and old.old.type == other.new.type:
                _suggest(suggested, old.place, other.place)


def _fields(sides: dict[Place, list[Difference]]) -> Iterator[Difference]:
    """The fields that vanished or appeared, those of a whole nested value among them."""
    for table in sides.values():
        for each in table:
            row = each.old if each.kind == "removed" else each.new
            if isinstance(row, Field):
                yield each
            elif isinstance(row, Struct):
                for name, field in row.fields.items():
                    place = (*each.place, "fields", name)
                    yield evolve(each, place=place, name=name, old=field, new=field)


def likeness(old: Difference, new: Difference) -> float:
    """How much alike a vanished thing and a new one of the same table are, from 0 to 1."""
    if _is_same_resource(old.old, new.new):
        return 1.0
    return _alike(old.name, new.name) * _kinship(old.old, new.new)


@cache
def _alike(old: str, new: str) -> float:
    """How much alike two names are; 0 where that is surely not enough."""
    matcher = SequenceMatcher(None, _letters(old), _letters(new), autojunk=False)
    if matcher.real_quick_ratio() < ENOUGH or matcher.quick_ratio() < ENOUGH:
        return 0.0
    return matcher.ratio()


def _is_same_resource(old: Any, new: Any) -> bool:
    """Whether two objects have the same name in the source, or the same address."""
    if not isinstance(old, Object):
        return False
    return old.path == new.path or (old.source is not None and old.source == new.source)


def _letters(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _kinship(old: Any, new: Any) -> float:
    """A factor: how well the two would do each other's work."""
    if isinstance(old, Type):
        if old.type != new.type:
            return 0.5
        return (
            1.0
            if (old.prefixes, old.enum, old.items) == (new.prefixes, new.enum, new.items)
            else 0.9
        )
    if isinstance(old, Object):
        return 1.0 if old.actions.keys() == new.actions.keys() else 0.7
    return 1.0
