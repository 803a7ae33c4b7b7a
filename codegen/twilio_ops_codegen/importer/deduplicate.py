"""Names for what would be called like something beside it, in Python or in documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from typing import Any, TypeVar

from twilio_ops_codegen.catalog.names import argument, attribute, constant, identifier, pascal
from twilio_ops_codegen.catalog.passes.check_collisions import ADDRESSES
from twilio_ops_codegen.catalog.passes.derive_xml_names import field_element, parameter_element
from twilio_ops_codegen.catalog.passes.name_python import class_names

from .notes import Notes

Row = dict[str, Any]
Rows = Mapping[str, Row]
Rule = Callable[[str], str]
K = TypeVar("K", bound=Hashable)


def tell_apart(name: str, row: Row, old: Row, root: str, notes: Notes) -> None:
    """Gives rows of an object a ``name`` or ``xml`` where the naming rules give two the same.

    What had a name keeps it; of newcomers, the first gets the rule's if it is free. Each that is
    not called by the rule is remarked on.

    Args:
        name: The object's name.
        row: Its row, changed in place.
        old: The row of an earlier import; empty if there is none.
        root: The root element of all documents, which no field may be.
        notes: Takes the remarks.
    """
    _classes(name, row, old, notes)
    _members(name, row, old, notes)
    structs = old.get("structs", {})
    fields = [(name, row["fields"], old.get("fields", {}))]
    fields += [
        (f"{name}/{key}", inner["fields"], structs.get(key, {}).get("fields", {}))
        for key, inner in row["structs"].items()
    ]
    for place, rows, before in fields:
        _name(rows, before, attribute, place, notes)
        _element(rows, before, field_element, root, place, notes)
    for action, inner in row["actions"].items():
        place = f"{action}{name}"
        earlier = old.get("actions", {}).get(action, {})
        parameters, given = inner.get("parameters", {}), earlier.get("parameters", {})
        filters, asked = inner.get("filters", {}), earlier.get("filters", {})
        if action == "Get":  # a search takes its filters as arguments
            _name({**parameters, **filters}, {**given, **asked}, argument, place, notes)
        else:
            _name(parameters, given, argument, place, notes)
            _name(filters, asked, identifier, place, notes)
        if action in ADDRESSES:
            _element(parameters, given, parameter_element, ADDRESSES[action], place, notes)


def give(
    keys: Iterable[K],
    rule: Callable[[K], str],
    old: Mapping[K, str],
    *,
    taken: Collection[str] = (),
    between: str = "_",
    spelled: Callable[[K], str] | None = None,
) -> dict[K, str]:
    """A name for each of several things, no two alike.

    Args:
        keys: The things.
        rule: The name that a thing has if that is free.
        old: Names given earlier. Things that are gone keep theirs from meaning something else.
        taken: Names of other things.
        between: What stands before a number.
        spelled: A longer name, asked before numbers are.
    """
    every = list(keys)
    names = {key: old[key] for key in every if key in old}
    used = {*taken, *old.values()}
    plain = {key: rule(key) for key in every if key not in names}
    wanted = {*plain.values()}
    for key, name in plain.items():
        if name in used and spelled is not None and spelled(key) not in used | wanted:
            name = spelled(key)
        number = 2
        while name in used or (name != plain[key] and name in wanted):
            name = f"{plain[key].rstrip('_')}{between}{number}"
            number += 1
        used.add(name)
        names[key] = name
    return names


def _classes(name: str, row: Row, old: Row, notes: Notes) -> None:
    answered = {inner.get("answers") for inner in row["actions"].values()} - row["structs"].keys()
    beside = class_names(name, [each for each in answered if each])
    names = old.get("enum_names", {})
    before = {
        **{("enums", key): names.get(key, {}).get("name") for key in old.get("enums", {})},
        **{("structs", key): inner.get("name") for key, inner in old.get("structs", {}).items()},
    }
    given = give(
        [(table, key) for table in ("enums", "structs") for key in row[table]],
        lambda place: pascal(place[1]),
        {place: called or pascal(place[1]) for place, called in before.items()},
        taken=[each.removeprefix(name) for each in beside if each.startswith(name)],
        between="",
    )
    for (table, key), called in given.items():
        if called == pascal(key):
            continue
        notes.remark(f"{name}/{key}", f"is the class {name}{called}: {name}{pascal(key)} is taken")
        if table == "enums":
            row["enum_names"].setdefault(key, {})["name"] = called
        else:
            row["structs"][key] = {"name": called, **row["structs"][key]}


def _members(name: str, row: Row, old: Row, notes: Notes) -> None:
    for key, values in row["enums"].items():
        said = old.get("enum_names", {}).get(key, {}).get("members", {})
        before = {
            value: said.get(value, constant(value)) for value in old.get("enums", {}).get(key, ())
        }
        given = give(sorted(values, key=_signs), constant, before, spelled=_spelled)
        odd = {value: given[value] for value in values if given[value] != constant(value)}
        for value, called in odd.items():
            message = f"calls {value!a} {called}: {constant(value)} is taken"
            notes.remark(f"{name}/{key}", message)
        if odd:
            row["enum_names"].setdefault(key, {})["members"] = odd


def _signs(value: str) -> tuple[int, str]:
    """Whichever order values come in, the plainest gets the plain name."""
    return len(re.findall("[^A-Za-z0-9]", value)), value


def _spelled(value: str) -> str:
    return constant(value, signs=True)


def _name(rows: Rows, old: Rows, rule: Rule, place: str, notes: Notes) -> None:
    before = {key: row.get("name") or rule(key) for key, row in old.items()}
    for key, called in give(rows, rule, before).items():
        if called != rule(key):
            rows[key]["name"] = called
            notes.remark(f"{place}/{key}", f"is called {called} in Python: {rule(key)} is taken")


def _element(rows: Rows, old: Rows, rule: Rule, taken: str, place: str, notes: Notes) -> None:
    before = {key: row.get("xml") or rule(key) for key, row in old.items()}
    for key, called in give(rows, rule, before, taken=[taken], between="").items():
        if called != rule(key):
            rows[key]["xml"] = called
            notes.remark(f"{place}/{key}", f"is the element {called}: {rule(key)} is taken")
