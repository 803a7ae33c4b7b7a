"""What an operation answers: statuses, the record, and for lists where the records are and how it pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from twilio_ops_codegen.catalog.model import Cardinality, Paging
from twilio_ops_codegen.catalog.paths import short
from twilio_ops_codegen.catalog.plain import is_mapping

from .conventions import Conventions
from .digests import told
from .document import Document
from .endpoints import Endpoint
from .naming import singular, snake
from .notes import Notes
from .schemas import Schemas
from .sending import NotTakable
from .shapes import Merger, Record, Shape, said_inside, said_of, told_shape


@frozen(kw_only=True)
class Answer:
    """What an operation answers; ``record`` is one record, also of a list."""

    status: tuple[int, ...]
    cardinality: Cardinality
    record: Record | None = None
    list_key: str | None = None
    paging: Paging = "none"


class Answers:
    """Reads what the operations of a document answer."""

    def __init__(
        self, document: Document, conventions: Conventions, schemas: Schemas, notes: Notes
    ) -> None:
        self.document = document
        self.conventions = conventions
        self.schemas = schemas
        self.notes = notes

    def read(self, endpoint: Endpoint) -> Answer:
        """What an operation answers.

        Raises:
            NotTakable: It answers something that is no record and no list of records.
        """
        successes = self._successes(endpoint)
        shapes = [
            self._shape(endpoint, node)
            for _, node in successes
            if is_mapping(node) and node.get("content")
        ]
        status = tuple(dict.fromkeys(status for status, _ in successes)) or (200,)
        found = [shape for shape in shapes if shape is not None]
        if not found:
            if endpoint.action in ("Get", "Query"):
                answered = f"nothing that is read, with status {', '.join(map(str, status))}"
                raise NotTakable(f"it answers {answered if successes else 'nothing described'}")
            return Answer(status=status, cardinality="none")
        if endpoint.action == "Delete":
            fact = [told_shape(shape) for shape in found]
            self.notes.remark(endpoint.id, "answers a record, which is not read", fact)
            return Answer(status=status, cardinality="none")
        if found[0].type == "list" and endpoint.action in ("Get", "Query"):
            return self._bare_list(endpoint, found[0], status)
        for shape in found:
            self._said(endpoint, shape)
            if inside := dict(said_inside(shape)):
                message = f"says inside {', '.join(map(short, sorted(inside)))}; taken without"
                self.notes.remark(f"{endpoint.id}/answer", message, inside)
        record = self._record(endpoint, found)
        if endpoint.action != "Query":
            return Answer(status=status, cardinality="one", record=record)
        return self._list(endpoint, record, status)

    def _successes(self, endpoint: Endpoint) -> list[tuple[int, Any]]:
        found: list[tuple[int, Any]] = []
        left: list[str] = []
        for code, entry in sorted((str(k), v) for k, v in endpoint.node["responses"].items()):
            if code[:1] in ("2", "3") and code[1:].isdecimal() and len(code) == 3:
                found.append((int(code), self.document.resolve(entry)[0]))
            elif code.upper() == "2XX":
                found.append((200, self.document.resolve(entry)[0]))
            else:
                left.append(code)
        if not found and "default" in left:
            left.remove("default")
            found = [(200, self.document.resolve(endpoint.node["responses"]["default"])[0])]
        if left:
            described = [told(self.document, endpoint.node["responses"][code]) for code in left]
            message = f"answers of status {', '.join(left)} are not described"
            self.notes.remark(endpoint.id, message, described)
        return found

    def _shape(self, endpoint: Endpoint, response: Mapping[str, Any]) -> Shape | None:
        others: list[str] = []
        for name, media in response["content"].items():
            plain = name.partition(";")[0].strip().lower()
            if plain.endswith("json") or plain == "*/*":
                hints = (f"{snake(endpoint.id)}_answer",)
                return self.schemas.shape(
                    media.get("schema"), f"{endpoint.id}/answer", hints, "answer"
                )
            others.append(plain)
        message = f"is {' or '.join(map(short, others))}; only JSON is read"
        self.notes.not_taken(f"{endpoint.id}/answer", message, told(self.document, response))
        return None

    def _record(self, endpoint: Endpoint, shapes: list[Shape]) -> Record:
        """The record of an answer, with the fields of all its statuses."""
        records = [_record_of(shape) for shape in shapes]
        if records[0] is None:
            kind = {"list": "a list without a name"}
            raise NotTakable(f"it answers {kind.get(shapes[0].type, f'a {shapes[0].type}')}")
        if shapes[0].type == "map":
            message = "answers an object of any names; they are kept, and have no fields"
            self.notes.remark(f"{endpoint.id}/answer", message, told_shape(shapes[0]))
        merger = Merger()
        result = records[0]
        for record in records[1:]:
            if record is not None and (record.fields.keys() & result.fields.keys()):
                result = merger.record(result, record)
            elif record is None or record.fields:
                fact = [told_shape(shape) for shape in shapes]
                message = "has another shape for another status"
                self.notes.not_taken(f"{endpoint.id}/answer", message, fact)
        if merger.clashes or merger.losses:
            taken = "any value" if merger.clashes else "what holds both"
            message = f"has fields that differ between statuses; taken as {taken}"
            fact = [told_shape(shape) for shape in shapes]
            self.notes.remark(f"{endpoint.id}/answer", message, fact)
        return result

    def _bare_list(self, endpoint: Endpoint, shape: Shape, status: tuple[int, ...]) -> Answer:
        """A list of records that is the whole answer, in one page."""
        self._said(endpoint, shape)
        self._said(endpoint, shape.items)
        item = Record() if shape.items is None else _record_of(shape.items)
        if item is None:
            raise NotTakable(
                f"its list holds a {shape.items and shape.items.type} each, no records"
            )
        return Answer(status=status, cardinality="many", record=item)

    def _list(self, endpoint: Endpoint, record: Record, status: tuple[int, ...]) -> Answer:
        key = self._list_key(endpoint, record)
        if key is None:
            self.notes.remark(endpoint.id, "answers no list of records; taken as one record")
            return Answer(status=status, cardinality="one", record=record)
        items = record.fields[key].items
        item = _record_of(items) if items is not None else Record()
        if item is None:
            kind = items.type if items is not None else "value"
            message = f"holds a {kind} each, no records; the answer is taken as one record"
            self.notes.remark(f"{endpoint.id}/answer/{key}", message, self._paging(record))
            return Answer(status=status, cardinality="one", record=record)
        self._said(endpoint, items)
        if not item.fields:
            self.notes.remark(f"{endpoint.id}/answer/{key}", "says nothing of its records")
        paging = self._paging(record)
        self._paging_remarks(endpoint, record, paging)
        return Answer(status=status, cardinality="many", record=item, list_key=key, paging=paging)

    def _said(self, endpoint: Endpoint, shape: Shape | None) -> None:
        """Remarks on what is said of a whole record or list beside its type."""
        if shape is not None and (said := said_of(shape)):
            message = f"is a {shape.type} that says {', '.join(said)}; taken without"
            fact = [str(getattr(shape, name)) for name in said]
            self.notes.remark(f"{endpoint.id}/answer", message, fact)

    def _list_key(self, endpoint: Endpoint, record: Record) -> str | None:
        names = self.conventions.paging
        lists = {
            name: shape
            for name, shape in record.fields.items()
            if shape.type == "list" and name not in (names.meta, *names.uris)
        }
        every = tuple(lists)
        if len(lists) > 1:
            records = {
                name: shape
                for name, shape in lists.items()
                if shape.items is None or shape.items.record is not None
            }
            lists = records or lists
        if len(lists) > 1:
            segment = endpoint.path.rpartition("/")[2]
            named = {snake(segment), snake(endpoint.stem)}
            named |= {singular(name) for name in named}
            lists = {
                name: shape
                for name, shape in lists.items()
                if snake(name) in named or singular(snake(name)) in named
            } or lists
        if len(lists) > 1:
            self.notes.remark(
                f"{endpoint.id}/answer",
                f"holds the lists {', '.join(lists)}; the first is taken for the records",
            )
        key = next(iter(lists), None)
        for name in every:
            if name != key:
                place = f"{endpoint.id}/answer/{name}"
                fact = told_shape(record.fields[name])
                self.notes.not_taken(place, f"is a list beside {key}", fact)
        return key

    def _paging(self, record: Record) -> Paging:
        names = self.conventions.paging
        if names.uris_next in record.fields:
            return "uris"
        meta = record.fields.get(names.meta)
        if meta is not None and (meta.record is None or names.meta_next in meta.record.fields):
            return "meta"
        holders = [record, *(inner for _, inner in _holders(record))]
        if any(token in holder.fields for holder in holders for token in names.tokens):
            return "token"
        return "none"

    def _paging_remarks(self, endpoint: Endpoint, record: Record, paging: Paging) -> None:
        """Notes paging parameters that are not the usual ones, and pages that nothing leads to."""
        names = self.conventions.paging
        sent = [
            node["name"]
            for owner in (endpoint.item, endpoint.node)
            for node, _ in map(self.document.resolve, owner.get("parameters") or ())
            if node["in"] == "query"
        ]
        if paging != "none":
            usual = names.parameters[: names.usual]
            unusual = [name for name in sent if name in names.parameters and name not in usual]
            if unusual:
                self.notes.remark(endpoint.id, f"pages by {', '.join(unusual)}")
            return
        answered = list(record.fields)
        answered += [f"{key}.{name}" for key, inner in _holders(record) for name in inner.fields]
        signs = [name for name in sent if name in names.parameters or snake(name) in names.signs]
        signs += [name for name in answered if snake(name.rpartition(".")[2]) in names.signs]
        if signs:
            self.notes.remark(
                endpoint.id,
                f"looks paged ({', '.join(sorted(signs))}), but nothing in its answer is known to lead to "
                "the next page; only the first page is read",
            )


def _holders(record: Record) -> Iterator[tuple[str, Record]]:
    """The objects beside the list of an answer, by their keys."""
    for key, shape in record.fields.items():
        if shape.record is not None:
            yield key, shape.record


def _record_of(shape: Shape) -> Record | None:
    """The record of a shape; an empty one of an object whose fields are not known."""
    if shape.record is not None:
        return shape.record
    return Record(open=shape.type == "map") if shape.type in ("any", "map") else None
