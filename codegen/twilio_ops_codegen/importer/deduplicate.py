"""Names for what would be called like something beside it, in Python or in documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from twilio_ops_codegen.catalog.names import argument, identifier
from twilio_ops_codegen.catalog.passes.check_collisions import ADDRESSES
from twilio_ops_codegen.catalog.passes.derive_xml_names import field_element, parameter_element

from .notes import Notes

Rows = dict[str, dict[str, Any]]


def tell_apart(name: str, row: dict[str, Any], root: str, notes: Notes) -> None:
    """Gives rows of an object a ``name`` or ``xml`` where the naming rules give two the same.

    The first keeps the rule's name; each is remarked on.

    Args:
        name: The object's name.
        row: Its row, changed in place.
        root: The root element of all documents, which no field may be.
        notes: Takes the remarks.
    """

    def tables() -> Iterator[tuple[str, Rows]]:
        yield name, row["fields"]
        for struct, inner in row["structs"].items():
            yield f"{name}/{struct}", inner["fields"]

    for place, fields in tables():
        _name(fields, identifier, place, notes)
        _element(fields, field_element, root, place, notes)
    for action, inner in row["actions"].items():
        place = f"{action}{name}"
        parameters: Rows = inner.get("parameters", {})
        filters: Rows = inner.get("filters", {})
        if action == "Get":  # a search takes its filters as arguments
            _name({**parameters, **filters}, argument, place, notes)
        else:
            _name(parameters, argument, place, notes)
            _name(filters, identifier, place, notes)
        if action in ADDRESSES:
            _element(parameters, parameter_element, ADDRESSES[action], place, notes)


def _name(rows: Rows, rule: Callable[[str], str], place: str, notes: Notes) -> None:
    for name, plain, free in _doubled(rows, rule, None, "_"):
        rows[name]["name"] = free
        notes.remark(f"{place}/{name}", f"is called {free} in Python: {plain} is taken")


def _element(rows: Rows, rule: Callable[[str], str], taken: str, place: str, notes: Notes) -> None:
    for name, plain, free in _doubled(rows, rule, taken, ""):
        rows[name]["xml"] = free
        notes.remark(f"{place}/{name}", f"is the element {free}: {plain} is taken")


def _doubled(
    rows: Rows, rule: Callable[[str], str], taken: str | None, between: str
) -> Iterator[tuple[str, str, str]]:
    """The names whose rule gives what is taken: with that, and with a free one."""
    given: set[str] = set() if taken is None else {taken}
    every = given | {rule(name) for name in rows}
    for name in rows:
        plain = rule(name)
        if plain not in given:
            given.add(plain)
            continue
        number = 2
        while (free := f"{plain.rstrip('_')}{between}{number}") in every:
            number += 1
        every.add(free)
        yield name, plain, free
