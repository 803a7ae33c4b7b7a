"""What an operation is sent: its keys, filters, parameters and body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import evolve, field, frozen

from twilio_ops_codegen.catalog.defaults import expected
from twilio_ops_codegen.catalog.linear import why_refused
from twilio_ops_codegen.catalog.model import NESTED, Encoding, Key, Location, Operator, Pii
from twilio_ops_codegen.catalog.paths import HEADER_NAME, PLACEHOLDER, name_problem, short
from twilio_ops_codegen.catalog.patterns import example, is_part
from twilio_ops_codegen.catalog.plain import is_list
from twilio_ops_codegen.catalog.validate import OWN_HEADERS

from .conventions import Conventions
from .digests import told
from .document import Document
from .endpoints import Endpoint
from .naming import snake
from .notes import Notes
from .schemas import Schemas
from .shapes import Shape, said_inside, said_of, told_shape
from .structure import Node

_NUMBERED = re.compile(r"(.+?)([1-9]\d*)\.(Name|Value)")
_BETWEEN: dict[str, str] = {"pipeDelimited": "bars", "spaceDelimited": "spaces"}


class NotTakable(Exception):
    """An operation has no place in a catalog; the text says why."""


@frozen(kw_only=True)
class Sent:
    """One value that is sent."""

    shape: Shape
    location: Location = "body"
    required: bool = False
    repeated: bool = False


@frozen(kw_only=True)
class Wanted:
    """One filter of a list."""

    sent: Sent
    operators: tuple[Operator, ...] = ("equals",)


@frozen(kw_only=True)
class Request:
    """Everything an operation is sent."""

    keys: dict[str, Key] = field(factory=dict[str, Key])
    encoding: Encoding = "none"
    parameters: dict[str, Sent] = field(factory=dict[str, Sent])
    filters: dict[str, Wanted] = field(factory=dict[str, Wanted])
    either: tuple[tuple[str, ...], ...] = ()
    max_page_size: int | None = None


class Requests:
    """Reads what the operations of a document are sent."""

    def __init__(
        self, document: Document, conventions: Conventions, schemas: Schemas, notes: Notes
    ) -> None:
        self.document = document
        self.conventions = conventions
        self.schemas = schemas
        self.notes = notes

    def read(self, endpoint: Endpoint) -> Request:
        """What an operation is sent.

        Raises:
            NotTakable: Its body cannot be described as named parameters.
        """
        encoding, parameters = self._body(endpoint)
        keys: dict[str, Key] = {}
        filters: dict[str, Sent] = {}
        personal: dict[str, str] = {}
        sizes: list[int] = []
        for parameter in self._parameters(endpoint):
            name, where = parameter["name"], parameter["in"]
            place = f"{endpoint.id}/{name}"
            if where == "path":
                keys[name] = self._key(parameter, place)
                self._personal(name, self.schemas.pii(parameter), personal)
            elif where not in ("query", "header"):
                self._left_out(parameter, place, f"is a parameter in the {where}")
            elif where == "header" and name.lower() in OWN_HEADERS:
                self._left_out(
                    parameter, place, "is a header field that the connection writes itself"
                )
            elif (problem := name_problem(name)) is not None:
                self._left_out(parameter, f"{endpoint.id}/{short(name)}", problem)
            elif where == "header" and not HEADER_NAME.match(name):
                self._left_out(parameter, place, "has a name that no header field has")
            elif parameter.get("style") == "deepObject":
                self._left_out(parameter, place, "is an object spread over several parameters")
            elif endpoint.action == "Query" and where == "query":
                if name in self.conventions.paging.parameters:
                    if name in self.conventions.paging.sizes:
                        sizes += self._page_size(parameter, place)
                    continue
                given = self._given(parameter, place, "query")
                if given.shape.type == "collapsible_map":
                    self._left_out(parameter, place, "is a filter of several parameters")
                    continue
                filters[name] = given
                if (default := filters[name].shape.default) is not None:
                    self.notes.remark(place, f"has the default {default!r}; filters have none")
                self._personal(name, filters[name].shape.pii, personal)
            elif name in parameters:
                message = f"is in the {where} and in the body; the body's is taken"
                self._left_out(parameter, place, message)
            else:
                location: Location = "header" if where == "header" else "query"
                parameters[name] = self._given(parameter, place, location)
        if personal:
            message = (
                f"marks {', '.join(sorted(personal))} as personal; keys and filters cannot say so"
            )
            self.notes.remark(endpoint.id, message, personal)
        names = PLACEHOLDER.findall(endpoint.path)
        for name in sorted(keys.keys() - set(names)):
            self.notes.not_taken(f"{endpoint.id}/{name}", "has no placeholder in the path")
        return Request(
            keys={name: keys.get(name, Key()) for name in names},
            encoding=encoding,
            parameters=parameters,
            filters=self._families(filters, endpoint.id),
            either=self._either(endpoint, parameters),
            max_page_size=min(sizes, default=None),
        )

    @staticmethod
    def _personal(name: str, pii: Pii | None, found: dict[str, str]) -> None:
        if pii is not None:
            found[name] = str(pii)

    def _left_out(self, parameter: Node, place: str, reason: str) -> None:
        self.notes.not_taken(place, reason, told(self.document, parameter))

    def _page_size(self, parameter: Node, place: str) -> list[int]:
        """The most records that a page may have, if the parameter for it says so."""
        shape = self._shape(parameter, place)
        if shape.type == "integer" and isinstance(shape.maximum, int) and shape.maximum >= 1:
            return [shape.maximum]
        if shape.maximum is not None:
            self.notes.remark(place, f"is at most {shape.maximum}; no page is so small")
        return []

    def _parameters(self, endpoint: Endpoint) -> Iterable[Node]:
        """The operation's parameters behind its path's; of two by the same name the operation's."""
        found: dict[tuple[str, str], Node] = {}
        for owner in (endpoint.item, endpoint.node):
            for entry in owner.get("parameters") or ():
                node, _ = self.document.resolve(entry)
                found[node["name"], node["in"]] = node
        return found.values()

    # -- keys of the path

    def _key(self, parameter: Node, place: str) -> Key:
        shape = self._shape(parameter, place)
        self._said(shape, place, "key")
        if shape.type == "sid":
            return Key(prefixes=shape.prefixes)
        if shape.type == "enum":
            if not all(map(is_part, shape.values)):
                message = "has values that no part of a Sid can be; taken as any text"
                self.notes.remark(place, message, shape.values)
                return Key()
            words = "|".join(map(re.escape, shape.values))
            if why_refused(f"^({words})$") is not None:
                self.notes.remark(place, "has too many values; taken as any text", shape.values)
                return Key()
            return Key(pattern=f"^({words})$", example=shape.values[0])
        if shape.type == "integer":
            return Key(pattern="^[0-9]+$")
        if shape.type == "date":
            return Key(pattern=r"^\d{4}-\d{2}-\d{2}$", example="2000-01-31")
        if shape.pattern is None:
            return Key()
        try:
            example(shape.pattern)
        except ValueError:
            message = f"has the pattern {short(shape.pattern)}; taken as any text"
            self.notes.remark(place, message, shape.pattern)
            return Key()
        return Key(pattern=shape.pattern)

    def _said(self, shape: Shape, place: str, what: str) -> None:
        """Remarks on what is said of a key or a whole body beside its type."""
        if said := said_of(shape):
            message = f"is a {what} that says {', '.join(said)}; taken without"
            self.notes.remark(place, message, [str(getattr(shape, name)) for name in said])

    # -- query, header

    def _given(self, parameter: Node, place: str, location: Location) -> Sent:
        shape = self._shape(parameter, place)
        between = _BETWEEN.get(str(parameter.get("style")))
        if between is None and (location == "header" or parameter.get("explode") is False):
            between = "commas"
        if shape.type == "list" and between and parameter.get("explode") is not True:
            message = f"is several values with {between} between; taken as text"
            self.notes.remark(place, message, told_shape(shape))
            shape = Shape(type="string")
        deprecated = shape.deprecated or parameter.get("deprecated") is True
        return self._sent(
            evolve(shape, deprecated=deprecated, pii=shape.pii or self.schemas.pii(parameter)),
            place,
            location=location,
            required=parameter.get("required") is True,
        )

    def _shape(self, parameter: Node, place: str) -> Shape:
        schema: Any = parameter.get("schema")
        content: Node = parameter.get("content") or {}
        for media in content.values():
            schema = media.get("schema") if schema is None else schema
        return self.schemas.shape(
            {"type": "string"} if schema is None else schema,
            place,
            (snake(parameter["name"]),),
            "request",
        )

    def _families(self, filters: Mapping[str, Sent], operation: str) -> dict[str, Wanted]:
        """Filters of one name and the same with an operator behind it, put together."""
        found: dict[str, Wanted] = {}
        endings = self.conventions.filter_operators
        for name, sent in filters.items():
            ending = next((end for end in endings if name.endswith(end)), "")
            base = name.removesuffix(ending)
            if ending and sent.shape.type not in ("date", "datetime"):
                message = f"compares values of type {sent.shape.type}; only times can be compared"
                self.notes.not_taken(f"{operation}/{name}", message, told_shape(sent.shape))
                continue
            operator: Operator = endings[ending] if ending else "equals"
            known = found.get(base)
            operators = (*(known.operators if known else ()), operator)
            order: tuple[Operator, ...] = ("equals", "before", "after")
            found[base] = Wanted(
                sent=sent if known is None or not ending else known.sent,
                operators=tuple(each for each in order if each in operators),
            )
        return found

    # -- body

    def _body(self, endpoint: Endpoint) -> tuple[Encoding, dict[str, Sent]]:
        body, _ = self.document.resolve(endpoint.node.get("requestBody") or {})
        described: Node = body.get("content") or {}
        content = {_media(name): node for name, node in described.items()}
        if not content:
            return "none", {}
        media = next((name for name in self.conventions.encodings if name in content), None)
        if media is None:
            raise NotTakable(f"its body is {' or '.join(sorted(map(short, content)))}")
        encoding = self.conventions.encodings[media]
        preferred = [
            name for name, value in self.conventions.encodings.items() if value == encoding
        ]
        if media != preferred[0]:
            self.notes.remark(endpoint.id, f"has a body of {media}; it is sent as {preferred[0]}")
        place = f"{endpoint.id}/body"
        schema = content[media].get("schema")
        shape = self.schemas.shape(schema, place, (f"{snake(endpoint.id)}_body",), "request")
        required = body.get("required") is True
        if shape.record is None:
            return encoding, self._unnamed(endpoint, encoding, shape, required, schema)
        self._said(shape, place, "body")
        if required and not shape.record.required:
            self.notes.remark(place, "is required, and nothing in it is; it may be sent empty")
        if shape.record.open:
            more = told(self.document, schema)
            self.notes.not_taken(place, "takes further parameters beside the named ones", more)
        parameters: dict[str, Sent] = {}
        pairs = _pairs(shape.record.fields) if encoding == "form" else {}
        for name, value in shape.record.fields.items():
            match = _NUMBERED.fullmatch(name)
            if match and match[1] in pairs:
                count = pairs[match[1]]
                parameters.setdefault(match[1], Sent(shape=Shape(type="pairs", count=count)))
                continue
            parameters[name] = self._sent(
                value,
                f"{place}/{name}",
                required=name in (shape.record.required or ()),
                repeats=encoding == "form",
            )
        return encoding, parameters

    def _unnamed(
        self, endpoint: Endpoint, encoding: Encoding, shape: Shape, required: bool, schema: Any
    ) -> dict[str, Sent]:
        """A body without named parameters: in JSON, it is the value of one."""
        place = f"{endpoint.id}/body"
        if encoding == "json":
            sent = self._sent(shape, place, location="content", required=required, repeats=False)
            return {self.conventions.content: sent}
        if shape.type not in ("any", "map"):
            raise NotTakable(f"its body is a {shape.type}, without named parameters")
        if schema:
            self.notes.remark(place, "names no parameters", told(self.document, schema))
        return {}

    def _sent(
        self,
        shape: Shape,
        place: str,
        *,
        location: Location = "body",
        required: bool,
        repeats: bool = True,
    ) -> Sent:
        repeated = False
        if shape.type == "list" and repeats and shape.items is not None:
            repeated = True
            items = shape.items
            for default in (shape.default, items.default):
                if default is not None:
                    message = f"has the default {default!r}; several values have none"
                    self.notes.remark(place, message)
            shape = evolve(
                items,
                pii=shape.pii or items.pii,
                deprecated=shape.deprecated or items.deprecated,
                default=None,
            )
        if shape.type in NESTED and repeats:
            each = "holds values that are each" if repeated else "is"
            what = "a list" if shape.type == "list" else "an object"
            message = f"{each} {what}; taken as any value, sent as JSON text"
            self.notes.remark(place, message, told_shape(shape))
            shape = evolve(shape, type="any", record=None, items=None)
        if shape.type == "collapsible_map" and (repeated or not repeats):
            self.notes.remark(place, f"collapses under {shape.prefix}; taken as any value")
            shape = evolve(shape, type="any", prefix=None)
        if shape.nullable and not repeats:
            self.notes.remark(place, "may be null, which is not sent")
        if inside := dict(said_inside(shape)):
            message = f"says inside {', '.join(map(short, sorted(inside)))}; taken without"
            self.notes.remark(place, message, inside)
        default = shape.default
        if default is not None and expected(default, shape, shape.values) is not None:
            self.notes.remark(place, f"has the default {default!r}, which does not fit its type")
            default = None
        return Sent(
            shape=evolve(shape, nullable=False, default=default),
            location=location,
            required=required,
            repeated=repeated,
        )

    def _either(
        self, endpoint: Endpoint, parameters: Mapping[str, Sent]
    ) -> tuple[tuple[str, ...], ...]:
        groups = endpoint.extension.get(self.conventions.keys.either)
        names = {snake(name): name for name in parameters}
        found: list[tuple[str, ...]] = []
        for group in groups if is_list(groups) else ():
            listed = group if is_list(group) else [group]
            members = [names.get(snake(str(member))) for member in listed]
            if None in members or not members:
                text = short(", ".join(map(str, listed)))
                self.notes.not_taken(f"{endpoint.id}/{text}", "is a group of unknown parameters")
                continue
            found.append(tuple(member for member in members if member is not None))
        return tuple(found)


def _media(name: str) -> str:
    return name.partition(";")[0].strip().lower()


def _pairs(fields: Mapping[str, Shape]) -> dict[str, int]:
    """The names of numbered pairs, each with how many there are; only whole series count."""
    numbers: dict[str, set[tuple[int, str]]] = {}
    for name in fields:
        if match := _NUMBERED.fullmatch(name):
            numbers.setdefault(match[1], set()).add((int(match[2]), match[3]))
    return {
        base: len(found) // 2
        for base, found in numbers.items()
        if base not in fields
        and found
        == {(n, part) for n in range(1, len(found) // 2 + 1) for part in ("Name", "Value")}
    }
