"""Schemas of an OpenAPI document as shapes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from attrs import evolve

from twilio_ops_codegen.catalog.bounds import bounds
from twilio_ops_codegen.catalog.counted import counted
from twilio_ops_codegen.catalog.located_yaml import UNWRITABLE
from twilio_ops_codegen.catalog.model import Pii
from twilio_ops_codegen.catalog.paths import name_problem, short, shown
from twilio_ops_codegen.catalog.plain import is_mapping

from .conventions import Conventions
from .digests import told
from .document import Document
from .naming import singular, snake
from .notes import Heard, Notes
from .schema_parts import (
    LIMITS,
    MOST_ALTERNATIVES,
    beside_reference,
    beside_sid,
    bound,
    every,
    implied,
    is_null,
    known_values,
    listed,
    of_keys,
    only_part,
    only_requires,
    prefixes,
    reference_hints,
    unread,
    why_not_taken,
)
from .shapes import ANY, Merger, Record, Shape, marked
from .structure import COMPOSITIONS, Node

Role = Literal["answer", "request"]


class Schemas:
    """Reads the schemas of one document; the same reference always gives the same record."""

    def __init__(self, document: Document, conventions: Conventions, notes: Notes) -> None:
        self.document = document
        self.conventions = conventions
        self.notes = notes
        self.note = notes.remark
        self._records: dict[tuple[str, Role], Record] = {}
        self._shapes: dict[tuple[str, Role], Shape] = {}
        self._heard: dict[tuple[str, Role], Heard] = {}  # what was noted of each
        self._open: set[tuple[str, Role]] = set()  # references being read
        self._resolved: dict[str, tuple[Node, ...]] = {}

    def shape(self, schema: Any, place: str, hints: tuple[str, ...], role: Role) -> Shape:
        """The shape of a schema.

        Args:
            schema: The schema, or a reference to one.
            place: Where it stands, for notes.
            hints: Names for it if it turns out to be an enum or a struct, the preferred one first.
            role: Whether it is sent or answered; some properties are only the one or the other.
        """
        if not is_mapping(schema):
            return ANY
        pointer = schema.get("$ref")
        if isinstance(pointer, str):
            self._without(beside_reference(schema), place)
            return self._annotated(self._referred(pointer, role), schema, place, role)
        only, nullable = only_part(schema)
        if only is not None:
            shape = self.shape(only, place, hints, role)
            shape = evolve(shape, nullable=shape.nullable or nullable)
        else:
            shape = self._inline(schema, place, hints, role, Record(hints=hints))
        return self._annotated(shape, schema, place, role)

    def _referred(self, pointer: str, role: Role) -> Shape:
        key = (pointer, role)
        if key in self._shapes:
            self.notes.again(self._heard[key])
            return self._shapes[key]
        target = self.document.target(pointer)
        if key in self._open:
            if all(each.get("properties") for each in self._alternatives(target)):
                return Shape(type="struct", record=self._records[key])
            self.note(pointer, "holds itself without a named property between; taken as any value")
            return ANY
        self._open.add(key)
        with self.notes.listening() as heard:
            shape = self._target(pointer, target, role)
        self._open.discard(key)
        self._shapes[key], self._heard[key] = shape, heard
        return shape

    def _target(self, pointer: str, target: Any, role: Role) -> Shape:
        """The shape of what a reference leads to."""
        if not pointer.startswith("#"):
            self.note(pointer, "leads out of the document; taken as any value")
            return ANY
        hints = reference_hints(pointer, self.conventions.enum_separator)
        record = self._records[pointer, role] = Record(hints=hints, reference=pointer)
        if is_mapping(target) and "$ref" not in target and only_part(target)[0] is None:
            shape = self._inline(target, pointer, hints, role, record)
            return self._annotated(shape, target, pointer, role)
        return self.shape(target, pointer, hints, role)

    def _inline(
        self, schema: Node, place: str, hints: tuple[str, ...], role: Role, record: Record
    ) -> Shape:
        """The shape of a schema that is no reference; its fields, if it has any, go into ``record``."""
        composed = not schema.keys().isdisjoint(COMPOSITIONS)
        alternatives = list(self._alternatives(schema)) if composed else [schema]
        if composed and role == "request":
            for key in ("oneOf", "anyOf"):
                parts = schema.get(key) or ()
                if parts and all(map(is_mapping, parts)) and only_requires(parts):
                    self.note(
                        place,
                        "needs one of several sets of properties; any is taken",
                        told(self.document, parts),
                    )
        nullable = any(is_null(each) for each in alternatives)
        alternatives = [each for each in alternatives if not is_null(each)]
        count = len(alternatives)
        if not alternatives:
            return evolve(ANY, nullable=nullable)
        if count > MOST_ALTERNATIVES:
            fact = told(self.document, schema)
            self.note(place, "may be one of too many shapes; taken as any value", fact)
            return evolve(ANY, nullable=nullable)
        if all(each.get("properties") for each in alternatives):
            self._fill(record, alternatives, place, role)
            for each in alternatives:
                self._object_format(each, place)
                self._without(unread(each, ("object",)), place)
                kinds = each.get("type") or "object"
                if "object" not in ([kinds] if isinstance(kinds, str) else kinds):
                    self.note(place, "has properties, and another type; taken as object", kinds)
            shape = Shape(type="struct", record=record)
            if count > 1:
                message = f"may be one of {count} objects; taken as one with the fields of all"
                self.note(place, message, told(self.document, schema))
        elif count == 1:
            shape = self._plain(alternatives[0], place, hints, role, record)
        else:
            merger = Merger()
            shape = merger.shapes(
                [self._plain(each, place, hints, role, record) for each in alternatives]
            )
            if merger.clashes:
                message = f"may be one of {count} shapes; taken as any value"
                self.note(place, message, told(self.document, schema))
            elif merger.losses:
                message = f"may be one of {count} shapes; taken as what they have in common"
                self.note(place, message, told(self.document, schema))
        nullable = nullable or any(each.get("nullable") is True for each in alternatives)
        return marked(shape, nullable=nullable)

    def _alternatives(self, schema: Any) -> Iterator[Node]:
        """The schema with its compositions resolved: one plain schema, or each of several."""
        if not is_mapping(schema):
            yield {}
            return
        if isinstance(schema.get("$ref"), str):
            beside = {key: value for key, value in schema.items() if key != "$ref"}
            for each in self._alternatives_of(schema["$ref"]):
                yield {
                    **each,
                    **{k: v for k, v in beside.items() if k in ("nullable", "deprecated")},
                }
            return
        plain = {k: v for k, v in schema.items() if k not in COMPOSITIONS}
        found: list[Node] = [plain]
        for part in schema.get("allOf") or ():
            inner = list(self._alternatives(part))
            found = every(found, inner)
        for key in ("oneOf", "anyOf"):
            parts = [each for part in schema.get(key) or () for each in self._alternatives(part)]
            if parts and not only_requires(parts):
                found = every(found, parts)
        yield from found

    def _alternatives_of(self, pointer: str) -> tuple[Node, ...]:
        """The alternatives of what a reference leads to, worked out once: it may stand anywhere."""
        known = self._resolved.get(pointer)
        if known is None:
            target, _ = self.document.resolve({"$ref": pointer})
            known = self._resolved[pointer] = tuple(self._alternatives(target))
        return known

    def _fill(self, record: Record, alternatives: Sequence[Node], place: str, role: Role) -> None:
        """Gives a record the properties of its schema, or of all the schemas it may have."""
        merger = Merger()
        hidden = "writeOnly" if role == "answer" else "readOnly"
        required: frozenset[str] | None = None
        for schema in alternatives:
            for name, value in schema["properties"].items():
                flat, _ = self.document.resolve(value)
                if is_mapping(flat) and flat.get(hidden) is True:
                    continue
                if (problem := name_problem(name)) is not None:
                    self.notes.not_taken(place, f"a field {problem}", told(self.document, value))
                    continue
                inner = snake(name)
                longer = (f"{hint}_{inner}" for hint in record.hints)
                shape = self.shape(value, f"{place}/{name}", (inner, *longer), role)
                known = record.fields.get(name)
                record.fields[name] = shape if known is None else merger.shape(known, shape)
            record.open = record.open or bool(schema.get("additionalProperties"))
            names = frozenset(name for name in listed(schema, "required") if isinstance(name, str))
            required = names if required is None else required & names
        needed = frozenset(required or ()) & record.fields.keys()
        if role == "request":
            record.required = needed
        elif needed:
            message = (
                f"always holds {', '.join(sorted(map(short, needed)))}; any field may be missing"
            )
            self.note(place, message)
        if merger.clashes:
            differ = counted(merger.clashes, "field differs", "fields differ")
            message = f"{differ} between its shapes; taken as any value"
            self.note(place, message, told(self.document, alternatives))
        elif merger.losses:
            message = "has fields that differ between its shapes; taken as what they have in common"
            self.note(place, message, told(self.document, alternatives))

    def _plain(
        self, schema: Node, place: str, hints: tuple[str, ...], role: Role, record: Record
    ) -> Shape:
        kinds = schema.get("type")
        kinds = [kinds] if isinstance(kinds, str) else list(kinds or ())
        nullable = "null" in kinds
        kinds = [kind for kind in kinds if kind != "null"] or [implied(schema)]
        self._without(unread(schema, kinds), place)
        if len(kinds) == 1:
            shape = self._typed(kinds[0], schema, place, hints, role, record)
        else:
            merger = Merger()
            shape = merger.shapes(
                [self._typed(kind, schema, place, hints, role, record) for kind in kinds]
            )
            if merger.clashes:
                message = f"may be {' or '.join(map(str, kinds))}; taken as any value"
                self.note(place, message, told(self.document, schema))
            elif merger.losses:
                message = f"may be {' or '.join(map(str, kinds))}; taken as what holds them all"
                self.note(place, message, told(self.document, schema))
        enum = schema.get("enum") or ()
        return marked(shape, nullable=nullable or schema.get("nullable") is True or None in enum)

    def _typed(
        self,
        kind: str | None,
        schema: Node,
        place: str,
        hints: tuple[str, ...],
        role: Role,
        record: Record,
    ) -> Shape:
        form = schema.get("format")
        usual = self.conventions.formats.get(form) if isinstance(form, str) else None
        if usual is not None:
            if kind not in (None, "object" if usual.type == "uri_map" else "string"):
                self.note(place, f"has the type {kind}; taken as its format {form} says")
            self._without(of_keys(schema, *LIMITS, "enum", "const"), place)
            return Shape(type=usual.type, format=usual.format)
        if kind == "object" and form is not None and role == "request":
            for start, wanted in self.conventions.format_prefixes.items():
                prefix = form.removeprefix(start)
                if prefix != form and name_problem(prefix) is None:
                    return Shape(type=wanted.type, prefix=prefix)
        if kind == "object":
            self._object_format(schema, place)
            return self._object(schema, place, hints, role, record)
        if kind == "array":
            inner = tuple(singular(hint) for hint in hints)
            return Shape(type="list", items=self.shape(schema.get("items"), place, inner, role))
        if kind in ("integer", "number", "boolean") and (known := known_values(schema)):
            values = ", ".join(map(repr, known))
            self.note(place, f"is one of {values}; taken as any value of its type")
        if kind in ("integer", "number"):
            low, high = bounds(kind, bound(schema, "minimum"), bound(schema, "maximum"))
            if low is not None and high is not None and low > high:
                self.note(place, f"has the minimum {low} above its maximum, {high}; taken without")
                low = high = None
            if role == "answer" and (low, high) != (None, None):
                self.note(place, "has limits, which answers are not held to", [low, high])
            return Shape(
                type="integer" if kind == "integer" else "decimal", minimum=low, maximum=high
            )
        if kind == "boolean":
            return Shape(type="boolean")
        if kind == "string":
            return self._string(schema, form, place, hints)
        if kind is not None:
            self.note(place, f"has the unknown type {kind}; taken as any value")
        return ANY

    def _without(self, more: Mapping[str, Any], place: str) -> None:
        """Remarks on what a schema says and no row holds."""
        if more:
            what = ", ".join(map(short, sorted(more)))
            self.note(place, f"says {what}; taken without", told(self.document, more))

    def _object_format(self, schema: Node, place: str) -> None:
        form = schema.get("format")
        if form is not None and str(form) not in self.conventions.object_formats:
            self.note(place, f"is an object of the format {short(str(form))}; taken without it")

    def _object(
        self, schema: Node, place: str, hints: tuple[str, ...], role: Role, record: Record
    ) -> Shape:
        if schema.get("properties"):
            self._fill(record, [schema], place, role)
            return Shape(type="struct", record=record)
        more = schema.get("additionalProperties")
        if is_mapping(more) and more:
            inner = tuple(singular(hint) for hint in hints)
            return Shape(type="map", items=self.shape(more, place, inner, role))
        return ANY

    def _string(self, schema: Node, form: str | None, place: str, hints: tuple[str, ...]) -> Shape:
        known = known_values(schema)
        values = [value for value in known if isinstance(value, str)]
        if len(values) < len(known):
            others = ", ".join(repr(value) for value in known if not isinstance(value, str))
            self.note(place, f"has the values {others}, which are no text; not among those known")
        if bad := [value for value in values if UNWRITABLE.search(value)]:
            values = [value for value in values if value not in bad]
            others = ", ".join(map(shown, bad))
            self.note(place, f"has the values {others}, which cannot be written; left out", bad)
        values = list(dict.fromkeys(values))
        usual = self.conventions.format_values.get(form or "")
        if values and usual is None:
            self._without(of_keys(schema, *LIMITS, "format"), place)
            return Shape(type="enum", values=tuple(values), hints=hints)
        if values and sorted(values) != sorted(usual or ()):
            self._without(of_keys(schema, *LIMITS), place)
            return Shape(type="string", format=form, texts=tuple(values))
        pattern = schema.get("pattern")
        if pattern and (found := prefixes(pattern)):
            self._without(beside_sid(schema), place)
            return Shape(type="sid", prefixes=found)
        if form in ("date", "date-time"):
            self._without(of_keys(schema, *LIMITS), place)
            return (
                Shape(type="date") if form == "date" else Shape(type="datetime", format="iso8601")
            )
        lengths = [f"{key} {schema[key]}" for key in ("minLength", "maxLength") if key in schema]
        if lengths:
            self.note(place, f"has the {' and '.join(lengths)}; taken without")
        if pattern and (reason := why_not_taken(pattern)) is not None:
            message = f"has the pattern {short(pattern)}, which {reason}; taken without it"
            self.note(place, message, pattern)
            pattern = None
        if form and UNWRITABLE.search(form):
            self.note(place, f"has the format {shown(form)}, which cannot be written; left out")
            form = None
        return Shape(type="string", format=form or None, pattern=pattern or None)

    def _annotated(self, shape: Shape, schema: Node, place: str, role: Role) -> Shape:
        """The shape with what stands beside its type."""
        if (pii := self.pii(schema)) is not None:
            shape = evolve(shape, pii=pii)
        default = schema.get("default")
        if isinstance(default, str) and UNWRITABLE.search(default):
            message = f"has the default {shown(default)}, which cannot be written; taken without"
            self.note(place, message, default)
        elif role == "answer" and default is not None:
            self.note(place, f"has the default {default!r}, which no missing field is given")
        elif isinstance(default, (str, int, float, bool)):
            shape = evolve(shape, default=default)
        elif default is not None:
            self.note(place, f"has the default {default!r}; only single values have one")
        return marked(
            shape,
            nullable=schema.get("nullable") is True,
            deprecated=schema.get("deprecated") is True,
        )

    def pii(self, node: Node) -> Pii | None:
        """What the source's extension beside a type says of personal data."""
        extension = node.get(self.conventions.extension)
        keys = self.conventions.keys
        said = extension.get(keys.pii) if is_mapping(extension) else None
        if not is_mapping(said) or not isinstance(said.get(keys.pii_handling), str):
            return None
        days = said.get(keys.pii_delete_sla)
        return Pii(handling=said[keys.pii_handling], delete_sla=days if type(days) is int else None)
