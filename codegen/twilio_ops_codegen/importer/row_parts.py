"""Parts of the rows of catalog files: keys, remarks, and names to choose from."""

from __future__ import annotations

from collections.abc import Iterator

from twilio_ops_codegen.catalog.model import Key, Pii

from .kept import Row
from .naming import snake
from .shapes import Shape

DEPRECATED = "The source marks it as deprecated."


def names_of(hints: tuple[str, ...]) -> Iterator[str]:
    """The hints, then the first with a number behind it."""
    plain = tuple(dict.fromkeys(map(snake, hints)))
    yield from plain
    number = 2
    while True:
        yield f"{plain[0]}_{number}"
        number += 1


def key_row(key: Key) -> Row:
    row: Row = {}
    if key.prefixes:
        row["prefixes"] = list(key.prefixes)
    if key.pattern is not None:
        row["pattern"] = key.pattern
    if key.example is not None:
        row["example"] = key.example
    return row


def personal(row: Row, pii: Pii | None) -> Row:
    if pii is not None:
        said: Row = {"handling": pii.handling}
        if pii.delete_sla is not None:
            said["delete_sla"] = pii.delete_sla
        row["pii"] = said
    return row


def deprecated(row: Row, shape: Shape) -> Row:
    if shape.deprecated:
        row["deprecated"] = DEPRECATED
    return row
