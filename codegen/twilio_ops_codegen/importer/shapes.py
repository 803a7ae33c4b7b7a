"""Types of the source as values that can be compared and merged before anything has a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import asdict, define, evolve, field, frozen

from twilio_ops_codegen.catalog.model import Pii, TypeName


@frozen(kw_only=True)
class Shape:
    """The type of a value, without the names of its enum or struct: those are given an object at a time."""

    type: TypeName
    format: str | None = None
    prefixes: tuple[str, ...] = ()
    pattern: str | None = None
    values: tuple[str, ...] = ()  # of an enum
    record: Record | None = None  # of a struct
    items: Shape | None = None
    count: int | None = None
    prefix: str | None = None  # of a collapsible map
    texts: tuple[str, ...] = ()  # the values that a string of its format may be
    minimum: int | float | None = None
    maximum: int | float | None = None
    nullable: bool = False
    hints: tuple[str, ...] = ()  # names for the enum, the preferred one first
    pii: Pii | None = None
    deprecated: bool = False
    default: str | int | float | bool | None = None


@define(eq=False)
class Record:
    """A value with named fields; compared by identity, because it may hold itself."""

    fields: dict[str, Shape] = field(factory=dict[str, Shape])
    required: frozenset[str] | None = None  # None = it is answered, where nothing needs to be
    open: bool = False
    hints: tuple[str, ...] = ()  # names for the struct, the preferred one first
    reference: str | None = None  # where the document defines it


ANY = Shape(type="any")


def marked(shape: Shape, *, nullable: bool, deprecated: bool = False) -> Shape:
    """The shape, which may be null or is deprecated, too; most say so already, and stay the same."""
    nullable, deprecated = shape.nullable or nullable, shape.deprecated or deprecated
    if (nullable, deprecated) == (shape.nullable, shape.deprecated):
        return shape
    return evolve(shape, nullable=nullable, deprecated=deprecated)


def same(
    one: Shape | None, other: Shape | None, assumed: frozenset[tuple[int, int]] = frozenset()
) -> bool:
    """Whether two shapes say the same; records that hold themselves are compared as far as they differ."""
    if one is None or other is None or one is other:
        return one is other
    if _outside(one) != _outside(other):
        return False
    return same(one.items, other.items, assumed) and same_record(one.record, other.record, assumed)


def same_record(
    one: Record | None, other: Record | None, assumed: frozenset[tuple[int, int]] = frozenset()
) -> bool:
    """Whether two records have the same fields."""
    if one is None or other is None or one is other:
        return one is other
    pair = (id(one), id(other))
    if pair in assumed:
        return True
    if one.open != other.open or one.fields.keys() != other.fields.keys():
        return False
    if None not in (one.required, other.required) and one.required != other.required:
        return False
    return all(
        same(shape, other.fields[name], assumed | {pair}) for name, shape in one.fields.items()
    )


def told_shape(shape: Shape, inside: frozenset[int] = frozenset()) -> dict[str, Any]:
    """All that a shape says, as a value of JSON; a record within itself is named by its place alone."""
    found: dict[str, Any] = asdict(
        shape, filter=lambda row, value: value != row.default and row.name not in _DEEP
    )
    if shape.items is not None:
        found["items"] = told_shape(shape.items, inside)
    record = shape.record
    if record is not None and id(record) not in inside:
        within = inside | {id(record)}
        found["required"] = sorted(record.required or ())
        found |= {"open": True} if record.open else {}
        found["fields"] = {name: told_shape(value, within) for name, value in record.fields.items()}
    return found


def said_of(shape: Shape) -> list[str]:
    """What a shape says beside its type."""
    names = ("nullable", "deprecated", "pii")
    said = [name for name in names if getattr(shape, name)]
    return said if shape.default is None else [*said, "default"]  # 0 and false are defaults, too


def said_inside(
    shape: Shape, place: str = "", inside: frozenset[int] = frozenset()
) -> Iterator[tuple[str, str]]:
    """What is said of what a shape holds and no row has, by where it is in it: of fields, their defaults;
    of the values of lists, whatever is not their type."""
    inner = [] if shape.items is None else [("[]", shape.items)]
    record = shape.record
    if record is not None and id(record) not in inside:
        inside |= {id(record)}
        inner += [(f".{name}", value) for name, value in record.fields.items()]
    for name, value in inner:
        here = f"{place}{name}".removeprefix(".")
        for what in said_of(value):
            if what == "default" or (name == "[]" and what != "nullable"):
                yield f"{what} of {here}", str(getattr(value, what))
        yield from said_inside(value, here, inside)


_DEEP = ("items", "record", "hints")


class Merger:
    """Shapes and records that take in everything two of them say; what cannot be both becomes any value."""

    def __init__(self) -> None:
        self.clashes = 0  # how often two shapes had nothing in common
        self.losses = 0  # how often what they have in common says less than one of them
        self._merged: dict[tuple[int, int], Record] = {}
        self._kept: list[Record] = []  # so that no id is used twice

    def record(self, one: Record, other: Record) -> Record:
        """The record with the fields of both."""
        if one is other:
            return one
        pair = (id(one), id(other))
        if pair in self._merged:
            return self._merged[pair]
        self._kept += [one, other]
        result = Record(
            required=_both(one.required, other.required),
            open=one.open or other.open,
            hints=one.hints or other.hints,
            reference=one.reference,
        )
        self._merged[pair] = result
        for name, shape in one.fields.items():
            second = other.fields.get(name)
            result.fields[name] = shape if second is None else self.shape(shape, second)
        for name, shape in other.fields.items():
            result.fields.setdefault(name, shape)
        return result

    def shape(self, one: Shape, other: Shape) -> Shape:
        """The shape that both fit."""
        common = self._common(one, other)
        return evolve(
            common,
            nullable=one.nullable or other.nullable,
            pii=one.pii or other.pii,
            deprecated=one.deprecated and other.deprecated,
            default=None if one.default != other.default else one.default,
        )

    def shapes(self, shapes: Iterable[Shape]) -> Shape:
        """The shape that all fit; there must be at least one."""
        first, *rest = shapes
        for shape in rest:
            first = self.shape(first, shape)
        return first

    def _common(self, one: Shape, other: Shape) -> Shape:
        types = {one.type, other.type}
        if (types <= _TEXTS and len(types) == 2) or (types <= _MAPS and len(types) == 2):
            self.losses += 1
        if types == {"string"} and _of_text(one) != _of_text(other):
            self.losses += 1
        if "any" in types:
            self.losses += len(types) == 2
            return one if one.type == "any" else other
        if types == {"integer", "decimal"}:
            return _number(Shape(type="decimal"), one, other)
        if types <= _TEXTS and len(types) == 2:
            return Shape(type="string")
        if types <= _MAPS and len(types) == 2:
            return Shape(type="map", items=ANY)
        if len(types) == 2:
            return self._clash()
        if one.type == "struct" and one.record and other.record:
            return evolve(one, record=self.record(one.record, other.record))
        if one.type in ("list", "map") and one.items and other.items:
            return evolve(one, items=self.shape(one.items, other.items))
        if one.type == "enum":
            extra = tuple(value for value in other.values if value not in one.values)
            return evolve(one, values=one.values + extra) if extra else one
        if one.type == "sid":
            extra = tuple(prefix for prefix in other.prefixes if prefix not in one.prefixes)
            return evolve(one, prefixes=one.prefixes + extra)
        if one.type == "datetime" and one.format != other.format:
            return self._clash()
        return _number(
            Shape(
                type=one.type,
                format=one.format if one.format == other.format else None,
                pattern=one.pattern if one.pattern == other.pattern else None,
                prefix=one.prefix if one.prefix == other.prefix else None,
                texts=one.texts if one.texts == other.texts else (),
            ),
            one,
            other,
        )

    def _clash(self) -> Shape:
        self.clashes += 1
        return ANY


_TEXTS = frozenset(("string", "enum", "sid", "date", "datetime"))
_MAPS = frozenset(("map", "uri_map", "struct"))


def _of_text(shape: Shape) -> tuple[str | None, str | None, tuple[str, ...]]:
    return shape.format, shape.pattern, shape.texts


def _both(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """What two records that are sent need alike; None = neither is."""
    return other if one is None else one if other is None else one & other


def _outside(shape: Shape) -> Shape:
    """The shape without what it holds and what is not written down of a field."""
    return evolve(shape, record=None, items=None, hints=(), default=None)


def _number(base: Shape, one: Shape, other: Shape) -> Shape:
    low = None if one.minimum is None or other.minimum is None else min(one.minimum, other.minimum)
    high = None if one.maximum is None or other.maximum is None else max(one.maximum, other.maximum)
    return evolve(base, minimum=low, maximum=high)
