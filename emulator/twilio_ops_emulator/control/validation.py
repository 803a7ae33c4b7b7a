"""What users give the emulator, checked: shapes by their types, values of records by the catalog.

Seeds, scripts, faults and requests for control are shapes: msgspec structs, each beside what it is
for. What is wrong with one is told with its place: ``records[1].values.short_cod: …``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, TypeVar

import msgspec

from twilio_ops_emulator.api.errors import EmulatorError
from twilio_ops_emulator.api.parameters import Rules
from twilio_ops_emulator.model import Catalog, FieldModel, ObjectModel
from twilio_ops_emulator.state.clock import instant

Place = tuple[str | int, ...]
"""Where something stands in what was given: names of mappings and positions in lists."""

FARTHEST = 3_200_000_000
"""The longest time that can be asked for, in seconds: a hundred years."""
Seconds = Annotated[float, msgspec.Meta(ge=0, le=FARTHEST)]
Count = Annotated[int, msgspec.Meta(ge=1, le=1 << 62)]

Shape = TypeVar("Shape")

_WORDS = {
    "object": "a mapping",
    "array": "a list",
    "str": "a text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "null": "nothing",
}
"""What msgspec calls things, and what this project does: an object is something else here."""
_TYPES = re.compile(r"`([\w |]+)`")
_STEPS = re.compile(r"\.(\w+)|\[(\d+)\]")
_PLAIN: Mapping[str, Any] = {
    "boolean": bool | str,
    "integer": int | str,
    "decimal": int | float | str,
    "datetime": float | str,
}
"""What a value may be instead of a text, by the type of its field."""


class Misplaced(EmulatorError):
    """Something that was given and cannot be.

    Attributes:
        place: Where it stands.
    """

    def __init__(self, what: str, place: Place = ()) -> None:
        steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in place)
        where = "".join(steps).removeprefix(".")
        super().__init__(f"{where}: {what}" if where else what)
        self.place = place


def read(given: Any, shape: type[Shape], place: Place = (), *, strict: bool = True) -> Shape:
    """What was given, as a value of a type.

    Args:
        given: Plain values.
        shape: The type: a struct, or any that msgspec knows.
        place: Where it stands.
        strict: Whether a number is one; without, a text may say it.

    Raises:
        Misplaced: It is not of the type.
    """
    try:
        return msgspec.convert(given, shape, strict=strict)
    except msgspec.ValidationError as wrong:
        what, _, where = str(wrong).partition(" - at ")
    steps = [name or int(number) for name, number in _STEPS.findall(where)]
    of_a_name = " as a name" if where.startswith("`key`") else ""
    raise Misplaced(f"{_said(what, shape)}{of_a_name}", (*place, *steps))


def split(given: Any, shape: type[Shape], place: Place = ()) -> tuple[Shape, dict[str, Any]]:
    """What a struct takes of a mapping, and what is left: names that depend on the rest.

    Raises:
        Misplaced: It is no mapping, or what the struct takes is not of its type.
    """
    row = read(given, dict[str, Any], place)
    names = _names(shape)
    own = {name: value for name, value in row.items() if name in names}
    left = {name: value for name, value in row.items() if name not in names}
    return read(own, shape, place), left


def _said(what: str, shape: type[Any]) -> str:
    """A complaint of msgspec's in this project's words."""
    if what.startswith("Object contains unknown field"):
        return f"there is no {what.split('`')[1]}; there are: {', '.join(_names(shape))}"
    if what.startswith("Object missing required field"):
        return f"{what.split('`')[1]} is missing"
    words = _TYPES.sub(
        lambda found: " or ".join(_WORDS.get(word, word) for word in found[1].split(" | ")), what
    )
    return f"{words[:1].lower()}{words[1:]}"


def _names(shape: type[Any]) -> tuple[str, ...]:
    return tuple(field.encode_name for field in msgspec.structs.fields(shape))


def find(catalog: Catalog, name: str, place: Place) -> ObjectModel:
    """The object of a name that was given.

    Raises:
        Misplaced: The catalog has none.
    """
    try:
        return catalog.find(name)
    except EmulatorError as unknown:
        raise Misplaced(str(unknown), place) from None


def read_values(
    rules: Rules, fields: Mapping[str, FieldModel | None], given: Mapping[str, Any], place: Place
) -> dict[str, Any]:
    """Values of a record's fields, as the emulator keeps them.

    Texts are read as parameters are; numbers and times may also come as such.

    Args:
        rules: How parameters are read.
        fields: The fields there are; None stands for a key that no answer shows.
        given: Values by field.
        place: Where they stand.

    Raises:
        Misplaced: There is no such field, or a value is not of its type.
    """
    values: dict[str, Any] = {}
    for name, value in given.items():
        here = (*place, name)
        if name not in fields:
            raise Misplaced(f"there is no such field; there are: {', '.join(fields)}", here)
        field = fields[name]
        if field is not None and (field.type == "uri_map" or name == "uri"):
            raise Misplaced("the emulator works this out: leave it away", here)
        values[name] = _value(rules, field, value, here)
    return values


def _value(rules: Rules, field: FieldModel | None, given: Any, place: Place) -> Any:
    if given is None:
        return None
    kind = "string" if field is None else field.type
    if field is None or kind == "any":
        return read(given, str, place) if field is None else _any(given, place)
    if kind == "list":
        items = enumerate(read(given, list[Any], place))
        return [_value(rules, field.items, item, (*place, at)) for at, item in items]
    if kind == "struct":
        return read_values(rules, field.struct or {}, read(given, dict[str, Any], place), place)
    if isinstance(given, Decimal | date) and kind in ("decimal", "date", "datetime"):
        given = str(given)
    plain = read(given, _PLAIN.get(kind, str), place)
    try:
        if kind == "datetime" and not isinstance(plain, str):
            return int(instant(plain))
        text = str(plain)
        text.encode()  # half of a surrogate pair could be kept, and never answered
        return rules.value(field, text)
    except ValueError as wrong:
        raise Misplaced(str(wrong), place) from None


def _any(given: Any, place: Place) -> Any:
    try:
        return msgspec.to_builtins(given, str_keys=True)
    except (TypeError, RecursionError):
        raise Misplaced("expected what JSON can hold", place) from None
