"""Schemas of an OpenAPI document as shapes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal

from attrs import evolve

from codegen.model import Pii

from .conventions import Conventions
from .document import Document, Node
from .naming import singular, snake
from .shapes import ANY, Merger, Record, Shape

Role = Literal["answer", "request"]
Note = Callable[[str, str], None]
"""Takes the place and what was simplified there."""

_SID = re.compile(r"\^?\(?(?:\?:)?([A-Za-z]{2}(?:\|[A-Za-z]{2})*)\)?\[(?:0-9|a-f|A-F){2,3}\]\{32\}\$?")
_MOST_ALTERNATIVES = 64
_ANNOTATIONS = frozenset(
    ("description", "title", "example", "examples", "default", "nullable", "deprecated", "externalDocs")
)


def prefixes(pattern: str) -> tuple[str, ...]:
    """The Sid prefixes that a pattern stands for; empty if it is not a pattern of Sids."""
    text = pattern
    if text.startswith("^(") and text.endswith(")$") and _balanced(text[2:-2]):
        text = text[2:-2]
    if (match := _SID.fullmatch(text)) is not None:
        return tuple(dict.fromkeys(match[1].split("|")))
    parts = [_SID.fullmatch(part) for part in text.split("]{32}")[:0] or re.split(r"(?<=\})\$?\|", text)]
    if len(parts) < 2 or not all(parts):
        return ()
    return tuple(dict.fromkeys(prefix for part in parts if part for prefix in part[1].split("|")))


class Schemas:
    """Reads the schemas of one document; the same reference always gives the same record."""

    def __init__(self, document: Document, conventions: Conventions, note: Note) -> None:
        self.document = document
        self.conventions = conventions
        self.note = note
        self._records: dict[tuple[str, Role], Record] = {}
        self._shapes: dict[tuple[str, Role], Shape] = {}
        self._open: set[tuple[str, Role]] = set()  # references being read

    def shape(self, schema: Any, place: str, hints: tuple[str, ...], role: Role) -> Shape:
        """The shape of a schema.

        Args:
            schema: The schema, or a reference to one.
            place: Where it stands, for notes.
            hints: Names for it if it turns out to be an enum or a struct, the preferred one first.
            role: Whether it is sent or answered; some properties are only the one or the other.
        """
        if not isinstance(schema, Mapping):
            return ANY
        pointer = schema.get("$ref")
        if not isinstance(pointer, str):
            return self._annotated(self._inline(schema, place, hints, role), schema)
        return self._annotated(self._referred(pointer, place, role), schema)

    def record(self, schema: Any, place: str, hints: tuple[str, ...], role: Role) -> Record | None:
        """The record that a schema describes; None if it describes no object with named properties."""
        return self.shape(schema, place, hints, role).record

    def _referred(self, pointer: str, place: str, role: Role) -> Shape:
        key = (pointer, role)
        if key in self._shapes:
            return self._shapes[key]
        if key in self._open:
            if key in self._records:
                return Shape(type="struct", record=self._records[key])
            self.note(place, "holds itself without a named property between; taken as any value")
            return ANY
        self._open.add(key)
        target = self.document.target(pointer)
        shape = self.shape(target, place, self._reference_hints(pointer), role)
        if pointer in self.document.targets and isinstance(target, Mapping) and "$ref" not in target:
            shape = self._named(pointer, shape)
        self._open.discard(key)
        self._shapes[key] = shape
        return shape

    @staticmethod
    def _named(pointer: str, shape: Shape) -> Shape:
        if shape.record is not None and shape.record.reference is None:
            shape.record.reference = pointer
        return shape

    def _inline(self, schema: Node, place: str, hints: tuple[str, ...], role: Role) -> Shape:
        alternatives = list(self._alternatives(schema))
        nullable = any(_is_null(each) for each in alternatives)
        alternatives = [each for each in alternatives if not _is_null(each)]
        if not alternatives:
            return evolve(ANY, nullable=nullable)
        if len(alternatives) > _MOST_ALTERNATIVES:
            self.note(place, f"may be one of {len(alternatives)} shapes; taken as any value")
            return evolve(ANY, nullable=nullable)
        if all(each.get("properties") for each in alternatives):
            shape = self._struct(alternatives, place, hints, role)
            if len(alternatives) > 1:
                self.note(
                    place,
                    f"may be one of {len(alternatives)} objects; taken as one with the fields of all",
                )
        else:
            merger = Merger()
            shape = merger.shapes(
                [self._plain(each, place, hints, role) for each in alternatives]
            )
            if merger.clashes:
                self.note(
                    place, f"may be one of {len(alternatives)} shapes; taken as any value where they differ"
                )
        nullable = nullable or any(each.get("nullable") is True for each in alternatives)
        return evolve(shape, nullable=shape.nullable or nullable)

    def _alternatives(self, schema: Any) -> Iterator[Node]:
        """The schema with its compositions resolved: one plain schema, or each of several."""
        if not isinstance(schema, Mapping):
            yield {}
            return
        if isinstance(schema.get("$ref"), str):
            target, _ = self.document.resolve(schema)
            beside = {key: value for key, value in schema.items() if key != "$ref"}
            for each in self._alternatives(target):
                yield {**each, **{k: v for k, v in beside.items() if k in ("nullable", "deprecated")}}
            return
        plain = {k: v for k, v in schema.items() if k not in ("allOf", "oneOf", "anyOf")}
        found: list[Node] = [plain]
        for part in schema.get("allOf") or ():
            inner = list(self._alternatives(part))
            found = [_joined(one, other) for one in found for other in inner][: _MOST_ALTERNATIVES + 1]
        for key in ("oneOf", "anyOf"):
            parts = [each for part in schema.get(key) or () for each in self._alternatives(part)]
            if parts and not _only_requires(parts):
                found = [_joined(one, other) for one in found for other in parts][
                    : _MOST_ALTERNATIVES + 1
                ]
        yield from found

    def _struct(
        self, alternatives: list[Node], place: str, hints: tuple[str, ...], role: Role
    ) -> Shape:
        record = Record(hints=hints)
        # Known before its fields are read: they may refer back to it.
        for key in self._open:
            if key[1] == role and hints == self._reference_hints(key[0]) and key not in self._records:
                record.reference = key[0]
                self._records[key] = record
        merger = Merger()
        hidden = "writeOnly" if role == "answer" else "readOnly"
        required: frozenset[str] | None = None
        for schema in alternatives:
            for name, value in schema["properties"].items():
                flat, _ = self.document.resolve(value)
                if isinstance(flat, Mapping) and flat.get(hidden) is True:
                    continue
                inner = snake(name)
                shape = self.shape(
                    value, f"{place}/{name}", (inner, *(f"{hint}_{inner}" for hint in hints)), role
                )
                known = record.fields.get(name)
                record.fields[name] = shape if known is None else merger.shape(known, shape)
            record.open = record.open or bool(schema.get("additionalProperties"))
            names = frozenset(name for name in schema.get("required") or () if isinstance(name, str))
            required = names if required is None else required & names
        record.required = required or frozenset()
        if merger.clashes:
            self.note(place, f"{merger.clashes} fields differ between its alternatives; taken as any value")
        return Shape(type="struct", record=record)

    def _plain(self, schema: Node, place: str, hints: tuple[str, ...], role: Role) -> Shape:
        kinds = schema.get("type")
        kinds = [kinds] if isinstance(kinds, str) else list(kinds or ())
        nullable = "null" in kinds
        kinds = [kind for kind in kinds if kind != "null"]
        if len(kinds) > 1:
            merger = Merger()
            parts = [self._plain({**schema, "type": kind}, place, hints, role) for kind in kinds]
            return evolve(merger.shapes(parts), nullable=nullable)
        shape = self._typed(kinds[0] if kinds else _implied(schema), schema, place, hints, role)
        enum = schema.get("enum") or ()
        return evolve(shape, nullable=nullable or schema.get("nullable") is True or None in enum)

    def _typed(
        self, kind: str | None, schema: Node, place: str, hints: tuple[str, ...], role: Role
    ) -> Shape:
        form = schema.get("format")
        known = self.conventions.formats.get(form) if isinstance(form, str) else None
        if known is not None:
            return Shape(type=known.type, format=known.format)
        if kind == "object":
            return self._object(schema, place, hints, role)
        if kind == "array":
            inner = tuple(singular(hint) for hint in hints)
            return Shape(type="list", items=self.shape(schema.get("items"), place, inner, role))
        if kind in ("integer", "number"):
            low, high = _bound(schema, "minimum"), _bound(schema, "maximum")
            return Shape(type="integer" if kind == "integer" else "decimal", minimum=low, maximum=high)
        if kind == "boolean":
            return Shape(type="boolean")
        if kind == "string":
            return self._string(schema, form, hints)
        if kind is not None:
            self.note(place, f"has the unknown type {kind}; taken as any value")
        return ANY

    def _object(self, schema: Node, place: str, hints: tuple[str, ...], role: Role) -> Shape:
        if schema.get("properties"):
            return self._struct([schema], place, hints, role)
        more = schema.get("additionalProperties")
        if isinstance(more, Mapping) and more:
            inner = tuple(singular(hint) for hint in hints)
            return Shape(type="map", items=self.shape(more, place, inner, role))
        return ANY

    def _string(self, schema: Node, form: str | None, hints: tuple[str, ...]) -> Shape:
        values = [value for value in schema.get("enum") or () if isinstance(value, str)]
        if "const" in schema and isinstance(schema["const"], str):
            values = [schema["const"]]
        if values and form not in self.conventions.self_explanatory_formats:
            return Shape(type="enum", values=tuple(dict.fromkeys(values)), hints=hints)
        pattern = schema.get("pattern")
        if pattern and (found := prefixes(pattern)):
            return Shape(type="sid", prefixes=found)
        if form == "date":
            return Shape(type="date")
        if form == "date-time":
            return Shape(type="datetime", format="iso8601")
        if pattern and not _is_expression(pattern):
            pattern = None
        return Shape(type="string", format=form or None, pattern=pattern or None)

    def _annotated(self, shape: Shape, schema: Node) -> Shape:
        """The shape with what stands beside its type."""
        extension = schema.get(self.conventions.extension)
        keys = self.conventions.keys
        pii = extension.get(keys.pii) if isinstance(extension, Mapping) else None
        if isinstance(pii, Mapping) and isinstance(pii.get(keys.pii_handling), str):
            days = pii.get(keys.pii_delete_sla)
            shape = evolve(
                shape, pii=Pii(handling=pii[keys.pii_handling], delete_sla=days if type(days) is int else None)
            )
        default = schema.get("default")
        if isinstance(default, (str, int, float, bool)):
            shape = evolve(shape, default=default)
        return evolve(
            shape,
            nullable=shape.nullable or schema.get("nullable") is True,
            deprecated=shape.deprecated or schema.get("deprecated") is True,
        )

    def _reference_hints(self, pointer: str) -> tuple[str, ...]:
        """Names for what a reference leads to: the shortest, then longer ones."""
        name = pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")
        owner, separator, enum = name.rpartition(self.conventions.enum_separator)
        if separator and enum:
            return (snake(enum), f"{snake(owner)}_{snake(enum)}")
        parts = name.split(".")
        return tuple(snake("_".join(parts[-length:])) for length in range(1, len(parts) + 1))


def _implied(schema: Node) -> str | None:
    if schema.get("properties") or "additionalProperties" in schema:
        return "object"
    if "items" in schema:
        return "array"
    if isinstance(schema.get("const"), str) or any(
        isinstance(value, str) for value in schema.get("enum") or ()
    ):
        return "string"
    return None


def _is_null(schema: Node) -> bool:
    return schema.get("type") == "null" or (
        "enum" in schema and schema["enum"] == [None] and "properties" not in schema
    )


def _only_requires(parts: list[Node]) -> bool:
    """Whether alternatives differ only in what they require of the same properties."""
    return all(part.keys() <= _ANNOTATIONS | {"required", "type"} for part in parts)


def _joined(one: Node, other: Node) -> Node:
    """A schema that says what both say; the second has the last word."""
    result = {**one, **other}
    for key in ("properties",):
        if key in one and key in other:
            result[key] = {**one[key], **other[key]}
    required = [*(one.get("required") or ()), *(other.get("required") or ())]
    if required:
        result["required"] = required
    if "additionalProperties" in one and "additionalProperties" in other:
        result["additionalProperties"] = one["additionalProperties"] or other["additionalProperties"]
    return result


def _bound(schema: Node, key: str) -> int | float | None:
    """A limit of a number; the limits of the type itself say nothing."""
    value = schema.get(key)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or abs(value) >= 2**31 - 1:
        return None
    return value


def _is_expression(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True


def _balanced(text: str) -> bool:
    depth = 0
    for character in text:
        depth += {"(": 1, ")": -1}.get(character, 0)
        if depth < 0:
            return False
    return depth == 0
