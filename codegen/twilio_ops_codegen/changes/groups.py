"""Changes put together for people: the same thing in many places is told once.

A source often uses one list of words in a dozen objects. Reports for programs hold every change;
tables and changelogs would drown in them.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from twilio_ops_codegen.changes.change import Change
from twilio_ops_codegen.changes.phrasing import code, shortened, show


@frozen
class Group:
    """Changes told as one: ``sentence`` says it, ``changes`` are what it stands for."""

    sentence: str
    changes: tuple[Change, ...]
    old: str
    new: str

    @property
    def first(self) -> Change:
        """The change that stands for the others."""
        return self.changes[0]

    @property
    def place(self) -> str:
        """Where the first of them is, and how many objects have the same."""
        objects = {change.object for change in self.changes}
        place = self.first.place
        if len(self.changes) > len(objects):
            place = place.rpartition("/")[0]
        others = len(objects) - 1
        return f"{place} and {others} more object{'s' * (others > 1)}" if others else place


def groups(changes: Iterable[Change]) -> tuple[Group, ...]:
    """The changes grouped: entries of one list first, then the same of several objects."""
    lists: dict[object, list[Change]] = {}
    for change in changes:
        table = change.place.rpartition("/")[0] if change.several else change.place
        lists.setdefault((change.rule, change.severity, table), []).append(change)
    alike: dict[object, list[list[Change]]] = {}
    for found in lists.values():
        first = found[0]
        inside = first.place.partition("/")[2]
        key: object = (first.rule, first.severity, first.place)
        if inside and first.object is not None:
            values = tuple((repr(one.old), repr(one.new)) for one in found)
            steps = inside.rpartition("/")[0] if first.several else inside
            key = (first.rule, first.severity, steps, values)
        alike.setdefault(key, []).append(found)
    return tuple(_group(found) for found in alike.values())


def _group(found: list[list[Change]]) -> Group:
    first = found[0]
    sentence = first[0].sentence
    old, new = show(first[0].old), show(first[0].new)
    if len(first) > 1 and first[0].several is not None:
        old = shortened([show(one.old) for one in first if one.old is not None])
        new = shortened([show(one.new) for one in first if one.new is not None])
        entries = shortened([code(show(one.old or one.new)) for one in first])
        sentence = first[0].several.format(entries)
    if len(found) > 1:
        others = [code(one[0].object or "") for one in found[1:]]
        sentence += f" Likewise in {shortened(others)}."
    return Group(sentence, tuple(one for part in found for one in part), old, new)
