"""Filled-in documents of every operation, made from the types alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from attrs import frozen

from twilio_ops_codegen.catalog.bounds import bounds
from twilio_ops_codegen.catalog.model import Catalog, Field, Key, Object, Parameter, Type
from twilio_ops_codegen.catalog.names import pascal
from twilio_ops_codegen.catalog.paths import PLACEHOLDER
from twilio_ops_codegen.catalog.patterns import example
from twilio_ops_codegen.emit.code import Identifier, PyCode
from twilio_ops_codegen.emit.literal import literal
from twilio_ops_codegen.emit.markup import Element, element, laid_out
from twilio_ops_codegen.emit.objects import ObjectView
from twilio_ops_codegen.emit.operations import AnswerView, OperationView
from twilio_ops_codegen.emit.types import FilterView, ParameterView

HEX = "0123456789abcdef" * 2
_TEXTS = {
    "uri": "https://example.com/resource",
    "phone-number": "+13115556789",
    "endpoint": "+13115556789",
    "currency": "USD",
    "http-method": "POST",
    "iso-country-code": "US",
    "rfc2822": "Mon, 17 Sep 2012 01:13:42 +0000",
    "iso8601": "2012-09-17T01:13:42Z",
}
_PAGE = {
    "end": 0,
    "first_page_uri": "",
    "next_page_uri": None,
    "page": 0,
    "page_size": 50,
    "previous_page_uri": None,
    "start": 0,
    "uri": "",
}


_BODY = ("body", "content")
_COLLAPSED = {"name": {"key": "value"}}
_DAY = "2012-09-17"
_BOUNDS = {True: ("before", "<", "2012-10-01"), False: ("after", ">", "2012-09-01")}


@frozen
class Condition:
    """What a sample asks of a filter: ``name.operator(value)``, and the pair that is sent for it."""

    name: Identifier
    operator: Identifier
    value: PyCode
    sent: tuple[str, str]


class Samples:
    """The sample documents of one object.

    Args:
        catalog: The resolved catalog.
        view: The object.
    """

    def __init__(self, catalog: Catalog, view: ObjectView) -> None:
        self.service = catalog.service
        self.objects = catalog.objects
        self.view = view
        self.row = view.row
        self._telling: dict[tuple[int, str, int], bool] = {}

    def key(self, key: Key) -> str:
        """A value for a path placeholder."""
        if key.prefixes:
            return key.prefixes[0] + HEX
        if key.example or key.literals:
            return key.example or key.literals[0]
        return example(key.pattern) if key.pattern else "name"

    def path(self, operation: OperationView) -> str:
        """The URL path of the sample, without suffix."""
        keys = dict(operation.keys)
        return PLACEHOLDER.sub(
            lambda match: quote(self.key(keys[match[1]]), safe=""), operation.row.path
        )

    def address(self, operation: OperationView) -> str:
        """The composed Sid of the sample, the account left out."""
        names = PLACEHOLDER.findall(operation.row.path)
        if operation.row.key_parameter:
            names.append(operation.row.key_parameter)
        account = self.service.account_key
        keep = [name for name in names if name != account]
        keys = dict(operation.keys)
        return ":".join(self.key(keys[name]) for name in keep)

    def request(self, operation: OperationView) -> str:
        """The request document."""
        rows: list[Element] = []
        address = self.address(operation)
        if operation.sid_form:
            rows += [element("Sid", address)] if address else []
        elif operation.parent_required:
            rows.append(element("ParentSid", address))
        rows += (self._request(each.xml, each.row) for each in self._given(operation.parameters))
        return laid_out(element(self.row.xml.item or self.view.name, rows))

    def arguments(self, operation: OperationView) -> tuple[ParameterView, ...]:
        """The parameters that the sample gives."""
        return tuple(self._given(operation.own_parameters))

    def _given(self, parameters: Iterable[ParameterView]) -> Iterator[ParameterView]:
        for view in parameters:
            if view.required or self._tells(view.row, self.row):
                yield view

    def _tells(self, row: Type, owner: Object, depth: int = 0) -> bool:
        """Whether a sample of a type is told from nothing at all, in JSON and XML alike.

        An empty text is not, nor one that XML pads, nor a nested value whose fields are all cut off.
        """
        if row.items is not None:
            return self._tells(row.items, owner, depth + 1)
        if row.type == "enum":
            return _is_plain(self.value(row, owner))
        if row.type != "struct" or row.struct is None:
            return True
        key = (id(owner), row.struct, depth)
        if key not in self._telling:
            self._telling[key] = bool(self._shown(row.struct, owner, depth))
        return self._telling[key]

    def _shown(self, struct: str | None, owner: Object, depth: int) -> dict[str, Field]:
        """The fields of a struct that a sample has: at some depth, what goes deeper is left out."""
        return {
            name: row
            for name, row in owner.structs[struct or ""].fields.items()
            if (depth < 3 or row.type not in ("struct", "list", "map"))
            and (row.required or self._tells(row, owner, depth + 1))
        }

    def _request(self, name: str, row: Type) -> Element:
        if row.type == "pairs":
            return element(name, [element("Name", "name"), element("Value", "value")])
        return self._element(name, "Item", row, self.row)

    @property
    def needs_decimal(self) -> bool:
        """Whether a parameter's source holds a Decimal."""
        rows: list[ParameterView | FilterView] = []
        for view in self.view.operations:
            rows += [*self.arguments(view), *(item for item in view.filters if item.row.required)]
        return any(self._has_decimal(item.row) for item in rows)

    def _has_decimal(self, row: Type, depth: int = 0) -> bool:
        if row.items is not None:
            return self._has_decimal(row.items, depth + 1)
        if row.type == "struct":
            fields = self._shown(row.struct, self.row, depth)
            return any(self._has_decimal(item, depth + 1) for item in fields.values())
        return row.type == "decimal"

    def source(self, row: Parameter) -> PyCode:
        """The Python source of a parameter's value: what the request document says."""
        value = self._source(row)
        return PyCode(f"[{value}]" if row.repeated else value)

    def _source(self, row: Type, depth: int = 0) -> str:
        if row.type == "pairs":
            return '{"name": "value"}'
        if row.type == "decimal":
            return 'Decimal("1.5")'
        if row.type == "list" and row.items is not None:
            return f"[{self._source(row.items, depth + 1)}]"
        if row.type == "map" and row.items is not None:
            return f'{{"related": {self._source(row.items, depth + 1)}}}'
        if row.type == "struct":
            fields = self._shown(row.struct, self.row, depth)
            rows = ", ".join(
                f"{literal(key)}: {self._source(item, depth + 1)}" for key, item in fields.items()
            )
            return f"{{{rows}}}"
        value = self.value(row, self.row, depth)
        return literal(value)

    def conditions(self, operation: OperationView) -> list[Condition]:
        """What the sample of a Query asks for: as little as its filters require."""
        return [self._condition(item) for item in operation.filters if item.row.required]

    def _condition(self, view: FilterView) -> Condition:
        if view.family == "equals":
            text = _text(self.value(view.row, self.row))
            value = PyCode(self._source(view.row))
            return Condition(view.name, Identifier("equals"), value, (view.api, text))
        if "equals" in view.row.operators:
            return Condition(view.name, Identifier("on"), literal(_DAY), (view.api, _DAY))
        operator, sign, day = _BOUNDS["before" in view.row.operators]
        whole_day = view.family == "day"
        sent = day if whole_day else f"{day}T00:00:00Z"
        # Behind a day is behind its end; behind its first instant is behind the day before, too.
        value = literal(day if whole_day else f"{day} 00:00:00")
        return Condition(view.name, Identifier(operator), value, (view.api + sign, sent))

    def facts(self, operation: OperationView) -> dict[str, object]:
        """What a test expects an operation to know, where it is not the usual."""
        row, own = operation.row, operation.parameters
        found: dict[str, object] = {
            "status": () if row.status == (200,) else row.status,
            "redirect": operation.redirect or "",
            "encoding": "" if row.encoding == "none" else row.encoding,
            "either": operation.either,
            "paging": "" if row.paging == "none" else row.paging,
            "max_page_size": row.max_page_size or 0,
            "security": "" if row.security == "basic" else row.security,
            "alternatives": row.alternatives,
            "required": tuple(sorted(each.api for each in own if each.required)),
            "secret": tuple(sorted(each.api for each in own if each.secret)),
            "elsewhere": tuple(
                sorted(
                    (each.api, each.row.location)
                    for each in own
                    if isinstance(each.row, Parameter) and each.row.location != "body"
                )
            ),
        }
        return {name: value for name, value in found.items() if value}

    def sent(self, operation: OperationView) -> list[tuple[str, str]]:
        """The parameters that the sample sends, by name, as text: all but a JSON body's."""
        pairs = list(operation.row.fixed.items())
        pairs += [condition.sent for condition in self.conditions(operation)]
        for parameter in self._given(operation.parameters):
            row = parameter.row
            if operation.row.encoding == "json" and getattr(row, "location", "") in _BODY:
                continue
            if row.type == "pairs":
                pairs += [(f"{parameter.api}1.Name", "name"), (f"{parameter.api}1.Value", "value")]
                continue
            if row.type == "collapsible_map":
                pairs.append((f"{row.prefix}.name.key", "value"))
                continue
            value = self.value(row, self.row)
            if parameter.api == operation.row.key_parameter:
                value = self.key(dict(operation.keys)[parameter.api])
            pairs.append((parameter.api, _text(value)))
        return pairs

    def content(self, operation: OperationView) -> Any:
        """The JSON body that the sample sends."""
        found: dict[str, Any] = {}
        for parameter in operation.parameters:
            if isinstance(parameter.row, Parameter) and parameter.row.location == "content":
                return self.value(parameter.row, self.row)
        for parameter in self._given(operation.parameters):
            row = parameter.row
            if isinstance(row, Parameter) and row.location == "body":
                value = self.value(row, self.row)
                found[parameter.api] = [value] if row.repeated else value
        return found

    def response_xml(self, operation: OperationView, answered: AnswerView) -> str:
        """A document that comes out: one record, of a list, too."""
        rows = (
            self._element(row.xml or pascal(name), row.item_xml or "Item", row, answered.owner)
            for name, row in self._carried(operation, answered)
        )
        return laid_out(element(self.service.xml_root, [element(answered.item, rows)]))

    def response_json(self, operation: OperationView, answered: AnswerView) -> str:
        """The answer as JSON."""
        record: Any = {
            name: self._json(row, answered.owner)
            for name, row in self._carried(operation, answered)
        }
        if operation.row.cardinality == "many":
            key = answered.list_key
            if key is None:
                record = [record]
            elif operation.row.paging == "meta":
                record = {key: [record], "meta": {"key": key, "next_page_url": None}}
            else:
                page = _PAGE if operation.row.paging == "uris" else {}
                record = {**page, key: [record]}
        return json.dumps(record, indent=1, ensure_ascii=False) + "\n"

    def _carried(
        self, operation: OperationView, answered: AnswerView
    ) -> Iterator[tuple[str, Field]]:
        """The fields of an answer that this action's answers carry."""
        for name, row in answered.fields.items():
            own = answered.owner is self.row
            carried = not row.only or not own or operation.action in row.only
            if carried and self._tells(row, answered.owner):
                yield name, row

    def value(self, row: Type, owner: Object, depth: int = 0) -> Any:
        """A plain value of a type: text for whatever is text on the wire."""
        kind = row.type
        if kind == "boolean":
            return True
        if kind == "integer":
            low, high = bounds(kind, row.minimum, row.maximum)
            return low if low is not None else 1 if high is None else min(1, high)
        if kind == "decimal":
            return 1.5
        if kind == "sid":
            return row.prefixes[0] + HEX
        if kind == "date":
            return _DAY
        if kind == "enum":
            return _plain(owner.enums[row.enum or ""])
        if kind == "uri_map":
            return dict.fromkeys(_key_xml(row), _TEXTS["uri"]) or None
        if kind == "map" and row.items is not None:
            return {"related": self.value(row.items, owner, depth + 1)}
        if kind == "list" and row.items is not None:
            return [self.value(row.items, owner, depth + 1)]
        if kind == "struct":
            fields = self._shown(row.struct, owner, depth)
            return {name: self.value(item, owner, depth + 1) for name, item in fields.items()}
        if kind == "any":
            return "any value"
        if kind == "collapsible_map":
            return _COLLAPSED
        if row.values:
            return _plain(row.values)
        return _TEXTS.get(row.format or "", "text & more")

    def _json(self, row: Field, owner: Object) -> Any:
        value = self.value(row, owner)
        return str(value) if row.json_type == "string" else value

    def _element(self, name: str, item: str, row: Type, owner: Object, depth: int = 0) -> Element:
        kind, below = row.type, depth + 1
        if kind == "uri_map":
            return element(name, [element(one, _TEXTS["uri"]) for one in _key_xml(row).values()])
        if kind == "map" and row.items is not None:
            value = self._element("Value", "Item", row.items, owner, below)
            return element(name, [element("Entry", [element("Key", "related"), value])])
        if kind == "list" and row.items is not None:
            return element(name, [self._element(item, "Item", row.items, owner, below)])
        if kind == "struct":
            fields = self._shown(row.struct, owner, depth).items()
            return element(
                name,
                [
                    self._element(
                        each.xml or pascal(key), each.item_xml or "Item", each, owner, below
                    )
                    for key, each in fields
                ],
            )
        if kind == "collapsible_map":
            return element(name, json.dumps(_COLLAPSED))
        return element(name, "true" if kind == "boolean" else str(self.value(row, owner, depth)))


def _plain(values: tuple[str, ...]) -> str:
    """The first value that JSON and XML show alike, if there is one: neither empty nor padded."""
    return next(filter(_is_plain, values), values[0])


def _is_plain(text: str) -> bool:
    return bool(text) and text.isprintable() and text == " ".join(text.split())


def _text(value: Any) -> str:
    """A plain value as it is sent."""
    return "true" if value is True else str(value)


def _key_xml(row: Type) -> Mapping[str, str]:
    return row.key_xml if isinstance(row, Field) else {}
