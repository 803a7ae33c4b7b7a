"""Groups of operations as the rows of catalog files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import Factory, define

from twilio_ops_codegen.catalog.model import ActionName, Key
from twilio_ops_codegen.catalog.names import is_object_taken
from twilio_ops_codegen.catalog.paths import short

from .conventions import Conventions
from .deduplicate import tell_apart
from .grouping import Groups, Operation, free
from .kept import Kind, Row, Rows, Site, keep_order, keys_of
from .notes import Notes
from .parents import Parents, leads_back, object_path
from .row_parts import DEPRECATED, deprecated, key_row, names_of, personal
from .sending import Sent, Wanted
from .shapes import Merger, Record, Shape, same, same_record, told_shape


def object_rows(
    groups: Groups, version: str, conventions: Conventions, notes: Notes, kept: Rows
) -> dict[str, Row]:
    """The row of each object, by its name.

    Args:
        groups: The operations of each object.
        version: The version's segment of the paths; the source leaves it out where it names parents.
        conventions: How the source writes its documents.
        notes: Takes what could not be said.
        kept: The rows of an earlier import, whose names stay.
    """
    main = {name: _main(operations) for name, operations in groups.items()}
    answered: dict[str, list[str]] = {}
    for name, record in main.items():
        if record is not None and record.reference is not None:
            answered.setdefault(record.reference, []).append(name)
    only = {reference: names[0] for reference, names in answered.items() if len(names) == 1}
    places = Parents(groups, version, conventions.suffix)
    parents = {name: places.of(name) for name in groups}
    for name, said in places.lost.items():
        with notes.about(groups[name][0].endpoint.id):
            notes.remark(
                name, f"is said to be under {short(said)}, which is no record of another object"
            )
    for name in groups:
        if leads_back(parents, name):
            with notes.about(groups[name][0].endpoint.id):
                notes.remark(name, f"is said to be under {parents[name]}, which is under it")
            parents[name] = None
    rows = {
        name: _Object(name, operations, only, notes, kept.get(name, {})).row(parents[name])
        for name, operations in groups.items()
    }
    taken = {name.casefold() for name in rows}
    for name, row in rows.items():
        old = kept.get(name, {})
        tell_apart(name, row, old, conventions.service.xml_root, notes)
        keep_order(row, old)
        if is_object_taken(name):
            row["object"] = old.get("object") or free(f"{name}Object", taken)
            notes.remark(name, f"is called {row['object']} here: {name} is taken in Python")
    return rows


def _main(operations: Iterable[Operation]) -> Record | None:
    """The record that most actions answer: the first one that says anything."""
    records = [each.answer.record for each in operations if each.answer.record is not None]
    return next((record for record in records if record.fields), records[0] if records else None)


@define
class _Merged:
    """A record and the actions that answer it."""

    record: Record
    together: list[ActionName] = Factory(list[ActionName])
    # The actions that carry each field.
    carried: dict[str, list[ActionName]] = Factory(dict[str, list[ActionName]])


class _Object:
    """One object's row; names its enums and structs."""

    def __init__(
        self,
        name: str,
        operations: list[Operation],
        others: Mapping[str, str],
        notes: Notes,
        old: Row,
    ) -> None:
        self.name = name
        self.operations = operations
        self.others = others  # the object whose record a reference of the document is
        self.notes = notes
        self.old = old
        self.sites = keys_of(old)
        self.claims: dict[tuple[Kind, str], list[Any]] = {}
        self.keepers: dict[tuple[Kind, str], Any] = {}  # the enum or struct that keeps a key
        self._begin()

    def _begin(self) -> None:
        self.enums: dict[str, tuple[str, ...]] = {}
        self.structs: dict[str, Row] = {}
        self.records: dict[str, Record] = {}  # of each struct
        self.names: dict[int, str] = {}  # of each record
        self.required: set[tuple[str, int]] = set()  # what is told of whom already
        self.placing = 0  # how many structs are being made, each within the one before
        self.needing: list[tuple[str, Record]] = []  # what is told when the outermost is made

    def row(self, parent: str | None) -> Row:
        """The row, with ``parent`` as the name of the object it lives under."""
        if self.sites:  # who stands where a key was is known only when all has been seen
            self._row(parent)
            self.keepers = {
                place: self._keeper(*place, some) for place, some in self.claims.items()
            }
            self._begin()
        return self._row(parent)

    def _keeper(self, kind: Kind, key: str, claims: list[Any]) -> Any:
        """Of what stands where an enum or struct was, what is most like it."""
        if kind == "enum":
            had = set(self.old["enums"].get(key, ()))
        else:
            had = set(self.old["structs"].get(key, {}).get("fields", ()))

        def likeness(claim: Any) -> float:
            has = set(claim if kind == "enum" else claim.fields)
            return len(has & had) / len(has | had) if has | had else 1.0

        return max(claims, key=likeness)

    def _row(self, parent: str | None) -> Row:
        merged, apart = self._merged()
        keys = self._keys()
        fields: Row = {}
        actions: dict[ActionName, Row] = {}
        # Enums and structs are called in the order of the actions: what is sent, then what is answered.
        for operation in self.operations:
            actions[operation.action] = self._action(operation)
            if merged is not None and not fields and operation.answer.record is not None:
                fields = {
                    name: self._field(shape, ("fields", name))
                    for name, shape in merged.record.fields.items()
                }
        for name, row in fields.items():
            if merged is not None and len(merged.carried[name]) < len(merged.together):
                row["only"] = merged.carried[name]
        for action, record in apart:
            actions[action]["answers"] = self._answered(action, record)
        many = [each for each in self.operations if each.answer.cardinality == "many"]
        lists = [each.answer.list_key for each in many if each.answer.list_key]
        names: Row = {"list": lists[0]} if lists else {"bare": True} if many else {}
        for each in many:
            if each.answer.list_key != names.get("list"):
                message = "answers its records under another name than another action"
                with self.notes.about(each.endpoint.id):
                    self.notes.remark(each.endpoint.id, message, each.answer.list_key)
        return {
            "object": self.name,
            "source": self.name,
            "parent": parent,
            "path": object_path(self.operations),
            "keys": keys,
            "json": names,
            "fields": fields,
            "enums": {name: list(values) for name, values in self.enums.items()},
            "enum_names": {},
            "structs": self.structs,
            "actions": actions,
            "left_out": self.notes.left_out(each.endpoint.id for each in self.operations),
        }

    def _keys(self) -> Row:
        """What fills each placeholder, as most of the actions say."""
        said: dict[str, list[Key]] = {}
        for operation in self.operations:
            for name, key in operation.request.keys.items():
                said.setdefault(name, []).append(key)
        self.keys = {name: max(keys, key=keys.count) for name, keys in said.items()}
        return {name: key_row(key) for name, key in self.keys.items()}

    # -- answers

    def _merged(self) -> tuple[_Merged | None, list[tuple[ActionName, Record]]]:
        """The record of all actions that answer the same, and the records of those that do not."""
        main = _main(self.operations)
        if main is None:
            return None, []
        merged = _Merged(main)
        apart: list[tuple[ActionName, Record]] = []
        for operation in self.operations:
            record = operation.answer.record
            if record is None:
                continue
            merger = Merger()
            both = merger.record(merged.record, record)
            if merger.clashes or not _alike(merged.record, record):
                apart.append((operation.action, record))
                continue
            self._differing(operation, merged)
            merged.record = both
            merged.together.append(operation.action)
            for name in record.fields:
                merged.carried.setdefault(name, []).append(operation.action)
        return merged, apart

    def _differing(self, operation: Operation, merged: _Merged) -> None:
        """Remarks on the fields of an answer that other actions answer in another way."""
        record, place = operation.answer.record, operation.endpoint.id
        assert record is not None
        for name, shape in record.fields.items():
            known = merged.record.fields.get(name)
            if known is None or same(known, shape):
                continue
            others = " and ".join(merged.carried.get(name, ()))
            message = f"differs from the answer of {others}; taken as what holds both"
            with self.notes.about(place):
                fact = [told_shape(known), told_shape(shape)]
                self.notes.remark(f"{place}/answer/{name}", message, fact)

    def _answered(self, action: ActionName, record: Record) -> str:
        other = self.others.get(record.reference or "")
        if other is not None and other != self.name:
            return other
        site = ("actions", action, "answers")
        return self._struct(record, site, (f"{action.lower()}_answer",))

    # -- actions

    def _action(self, operation: Operation) -> Row:
        endpoint, request, answer = operation.endpoint, operation.request, operation.answer
        row: Row = {"operation": endpoint.id, "method": endpoint.method, "path": endpoint.path}
        own = {name: key for name, key in request.keys.items() if key != self.keys[name]}
        if own:
            row["keys"] = {name: key_row(key) for name, key in own.items()}
        if operation.security != "basic":
            row["security"] = operation.security
        if answer.status != (200,):
            row["status"] = list(answer.status)
        if answer.cardinality != "one":
            row["cardinality"] = answer.cardinality
        if request.encoding != "none":
            row["encoding"] = request.encoding
        if request.either:
            row["either"] = [list(group) for group in request.either]
        if request.filters:
            row["filters"] = {
                name: self._filter(wanted, ("actions", operation.action, "filters", name))
                for name, wanted in request.filters.items()
            }
        if request.parameters:
            row["parameters"] = {
                name: self._parameter(sent, ("actions", operation.action, "parameters", name))
                for name, sent in request.parameters.items()
            }
        if answer.paging != "none":
            row["paging"] = answer.paging
            if request.max_page_size is not None:
                row["max_page_size"] = request.max_page_size
        if endpoint.node.get("deprecated") is True:
            row["deprecated"] = DEPRECATED
        return row

    def _filter(self, wanted: Wanted, site: Site) -> Row:
        row = self._type(wanted.sent.shape, site)
        if wanted.operators != ("equals",):
            row["operators"] = list(wanted.operators)
        if wanted.sent.repeated:
            row["repeated"] = True
        if wanted.sent.required:
            row["required"] = True
        return deprecated(row, wanted.sent.shape)

    def _parameter(self, sent: Sent, site: Site) -> Row:
        row = self._type(sent.shape, site)
        if sent.location != "body":
            row["location"] = sent.location
        if sent.required:
            row["required"] = True
        if sent.repeated:
            row["repeated"] = True
        if sent.shape.default is not None:
            row["default"] = sent.shape.default
        return deprecated(personal(row, sent.shape.pii), sent.shape)

    def _field(self, shape: Shape, site: Site) -> Row:
        row = self._type(shape, site)
        for limit in ("minimum", "maximum"):
            row.pop(limit, None)
        return deprecated(personal(row, shape.pii), shape)

    # -- types

    def _type(self, shape: Shape, site: Site) -> Row:
        row: Row = {"type": shape.type}
        for key in ("format", "prefixes", "pattern"):
            value = getattr(shape, key)
            if value:
                row[key] = list(value) if key == "prefixes" else value
        if shape.type == "enum":
            row["enum"] = self._enum(shape.values, site, shape.hints)
        if shape.record is not None:
            row["struct"] = self._struct(shape.record, site)
        if shape.items is not None:
            row["items"] = self._type(shape.items, (*site, "items"))
        if shape.texts:
            row["values"] = list(shape.texts)
        for key in ("count", "prefix", "minimum", "maximum"):
            value = getattr(shape, key)
            if value is not None:
                row[key] = value
        if shape.nullable:
            row["nullable"] = True
        return row

    def _enum(self, values: tuple[str, ...], site: Site, hints: tuple[str, ...]) -> str:
        old = self.sites.get(("enum", site))
        if old is not None:
            self.claims.setdefault(("enum", old), []).append(values)
            if self.keepers.get(("enum", old)) == values:
                self.enums[old] = values
                return old
        for name in names_of(hints or ("value",)):
            if self.keepers.get(("enum", name), values) != values:
                continue
            if self.enums.setdefault(name, values) == values:
                return name
        raise AssertionError("there is always a further name")

    def _struct(self, record: Record, site: Site, hints: tuple[str, ...] = ("value",)) -> str:
        old = self.sites.get(("struct", site))
        if old is not None:
            self.claims.setdefault(("struct", old), []).append(record)
            keeper = self.keepers.get(("struct", old))
            if keeper is not None and same_record(keeper, record):
                return self._placed(old, record)
        known = self.names.get(id(record))
        if known is not None:
            return known
        names = names_of(record.hints or hints)
        return self._placed(next(name for name in names if self._fits(name, record)), record)

    def _fits(self, name: str, record: Record) -> bool:
        known = self.records.get(name), self.keepers.get(("struct", name))
        return all(each is None or same_record(each, record) for each in known)

    def _placed(self, name: str, record: Record) -> str:
        self.names.setdefault(id(record), name)
        self.needing.append((name, record))
        if name not in self.records:
            self.records[name] = record
            row: Row = {}
            self.structs[name] = row  # before its fields: they may hold it
            self.placing += 1
            row["fields"] = {
                key: self._field(shape, ("structs", name, "fields", key))
                for key, shape in record.fields.items()
            }
            self.placing -= 1
            if record.open:
                row["open"] = True
        if not self.placing:  # now all that is reached from it has its fields
            for each in self.needing:
                self._require(*each)
            self.needing.clear()
        return name

    def _require(self, name: str, record: Record) -> None:
        """Says of the fields of a struct which are needed where it is sent, as deep as it goes."""
        if record.required is None or (name, id(record)) in self.required:
            return
        self.required.add((name, id(record)))
        for key, shape in record.fields.items():
            row = self.structs[name]["fields"][key]
            if key in record.required:
                row["required"] = True
            while shape.items is not None:
                shape, row = shape.items, row["items"]
            if shape.record is not None:
                self._require(row["struct"], shape.record)


def _alike(one: Record, other: Record) -> bool:
    """Whether two answers are one record: at least half the fields of the smaller are in the larger."""
    shared = len(one.fields.keys() & other.fields.keys())
    return shared * 2 >= min(len(one.fields), len(other.fields))
