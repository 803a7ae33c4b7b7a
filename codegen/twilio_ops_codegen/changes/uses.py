"""Where an object uses its structs and enums: in what it is asked with, or in what it answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from twilio_ops_codegen.catalog.model import Object, Type

Direction = Literal["request", "response"]


def uses(home: Object, table: Literal["structs", "enums"], name: str) -> frozenset[Direction]:
    """The directions in which an object uses one of its structs or enums; empty = it does not."""
    wanted = "struct" if table == "structs" else "enum"
    found: set[Direction] = set()
    for direction, row in _rows(home):
        if getattr(row, wanted) == name:
            found.add(direction)
    for action in home.actions.values():
        if table == "structs" and action.answers == name:
            found.add("response")
    return frozenset(found)


def _rows(home: Object) -> Iterator[tuple[Direction, Type]]:
    """Every typed row of an object with its direction, those inside structs once a direction."""
    seen: set[tuple[Direction, str]] = set()
    waiting: list[tuple[Direction, Type]] = [("response", row) for row in home.fields.values()]
    for action in home.actions.values():
        waiting.extend(("request", row) for row in action.parameters.values())
        waiting.extend(("request", row) for row in action.filters.values())
        if action.answers in home.structs:
            answered = home.structs[action.answers].fields
            waiting.extend(("response", row) for row in answered.values())
    while waiting:
        direction, row = waiting.pop()
        yield direction, row
        if row.items is not None:
            waiting.append((direction, row.items))
        if row.struct in home.structs and (direction, row.struct) not in seen:
            seen.add((direction, row.struct))
            inside = home.structs[row.struct].fields
            waiting.extend((direction, inner) for inner in inside.values())
