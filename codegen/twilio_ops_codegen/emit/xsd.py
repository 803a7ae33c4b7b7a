"""The XML profiles: an XSD 1.0 for every request, every answer and the error.

Answers are unordered, all children optional and unknown ones tolerated. XSD 1.0 can say "any
order", "typed" and "unknown tolerated" together only with a lax wildcard over global elements, so
the fields of a record are global elements; the root to pick is the service's envelope.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from twilio_ops_codegen.catalog.bounds import bounds
from twilio_ops_codegen.catalog.model import Catalog, Field, Object, Type
from twilio_ops_codegen.catalog.names import pascal
from twilio_ops_codegen.emit.markup import attribute, content, laid_out
from twilio_ops_codegen.emit.objects import ObjectView
from twilio_ops_codegen.emit.operations import AnswerView, OperationView

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
)
_TAIL = "</xs:schema>"
_PATTERNS = {
    "boolean": "(true|false)?",
    "integer": r"([+\-]?[0-9]+)?",
    "decimal": r"([+\-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+\-]?[0-9]+)?)?",
}
_CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9]"
_ISO8601 = (
    "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
    rf"[T ]{_CLOCK}:[0-5][0-9](\.[0-9]{{1,6}})?(Z|[+\-]([01][0-9]|2[0-3]):?[0-5][0-9])?"
)
_RFC2822 = (
    "([A-Za-z]{3}, *)?(0?[1-9]|[12][0-9]|3[01]) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) "
    rf"[0-9]{{4}} {_CLOCK}(:[0-5][0-9])?"
    r" ?([+\-]([01][0-9]|2[0-3])[0-5][0-9]|GMT|UTC|UT|Z)"
)
# What is read of a request, as the base and the pattern of each way to write it; empty is sent empty.
_SENT = {
    "boolean": [("xs:boolean", "true|false")],
    "date": [("xs:date", "[0-9]{4}-[0-9]{2}-[0-9]{2}"), ("xs:token", "")],
    "date.relative": [
        ("xs:date", "[0-9]{4}-[0-9]{2}-[0-9]{2}"),
        ("xs:token", r"([+\-][0-9]{1,5}days)?"),
    ],
    "datetime": [("xs:token", _ISO8601), ("xs:token", _RFC2822), ("xs:token", "")],
    "phone-number": [("xs:token", r"((\p{L}+:)?\+[1-9][0-9]{1,14})?")],
}
_PAGING = [
    "page",
    "numpages",
    "pagesize",
    "total",
    "start",
    "end",
    "uri",
    "firstpageuri",
    "previouspageuri",
    "nextpageuri",
    "lastpageuri",
]
# A complex type without children would refuse white space, and so a line end, too.
_BLANK = (
    '<xs:simpleType><xs:restriction base="xs:token"><xs:length value="0"/></xs:restriction>'
    "</xs:simpleType>"
)
_ANY = '<xs:any minOccurs="0" maxOccurs="unbounded" namespace="##any" processContents="{0}"/>'
# Not xs:anyType: that takes elements in it for the global ones of the same name.
_ANY_TYPE = (
    f'<xs:complexType name="any" mixed="true"><xs:sequence>{_ANY.format("skip")}</xs:sequence>'
    '<xs:anyAttribute processContents="skip"/></xs:complexType>'
)


class Profiles:
    """Makes the profiles of a resolved catalog."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.root = catalog.service.xml_root

    def error(self) -> str:
        """The profile of an error answer."""
        fields = {
            "Status": "integer", "Code": "integer", "Message": "text", "MoreInfo": "text",
            "Detail": "text",
        }  # fmt: skip
        body = [
            self._envelope([f'<xs:element name="{self.catalog.service.xml_error}" type="record"/>'])
        ]
        body += [_record_type()]
        body += [f'<xs:element name="{name}" type="{kind}"/>' for name, kind in fields.items()]
        return laid_out(_HEAD + "".join(body) + _simple_types(("integer", "text")) + _TAIL)

    def response(self, answered: AnswerView, many: bool) -> str:
        """The profile of an operation's answer: one record, or the list of them."""
        items = (answered.item, *answered.accepts)
        children = [f'<xs:element name="{name}" type="record"/>' for name in items]
        types = [_record_type()]
        if many and answered.listed not in items:
            children.append(f'<xs:element name="{answered.listed}" type="list"/>')
            types.append(_list_type(items))
        writer = _Types(answered.owner)
        elements = writer.globals(answered.fields)
        return laid_out(
            _HEAD
            + self._envelope(children)
            + "".join(types)
            + "".join(elements)
            + "".join(writer.complex)
            + _simple_types(writer.used)
            + _TAIL
        )

    def request(self, view: ObjectView, operation: OperationView) -> str:
        """The profile of a request document: the address, then the parameters in order."""
        writer = _Types(view.row, strict=True)
        rows: list[str] = []
        if operation.sid_form:
            low = ' minOccurs="0"' if operation.sid_optional else ""
            rows.append(f'<xs:element name="Sid" type="address"{low}/>')
        elif operation.parent_form:
            low = "" if operation.parent_required else ' minOccurs="0"'
            rows.append(f'<xs:element name="ParentSid" type="address"{low}/>')
        for parameter in operation.parameters:
            row = parameter.row
            low = "" if parameter.required else ' minOccurs="0"'
            many = ' maxOccurs="unbounded"' if row.repeated else ""
            if row.type == "pairs":
                many = f' maxOccurs="{row.count}"'
            rows.append(writer.element(parameter.xml, row, "Item", low + many))
        address = operation.sid_pattern or operation.parent_pattern
        body = "".join(rows)
        kind = f"<xs:complexType><xs:sequence>{body}</xs:sequence></xs:complexType>"
        text = f'<xs:element name="{view.row.xml.item}">{kind if rows else _BLANK}</xs:element>'
        if address and (operation.sid_form or operation.parent_form):
            left_out = "minOccurs" in rows[0]  # an empty address is none, too
            text += _pattern_type("address", f"({address})?" if left_out else address)
        return laid_out(_HEAD + text + "".join(writer.complex) + _simple_types(writer.used) + _TAIL)

    def _envelope(self, children: Iterable[str]) -> str:
        return (
            f'<xs:element name="{self.root}"><xs:complexType><xs:choice>'
            f"{''.join(children)}</xs:choice></xs:complexType></xs:element>"
        )


class _Types:
    """Writes element declarations and collects the types they need."""

    def __init__(self, owner: Object, *, strict: bool = False) -> None:
        self.owner = owner
        self.strict = strict
        self.used: dict[str, None] = {}
        self.complex: dict[str, None] = {}
        self.lists: dict[str, str] = {}  # what each type of a list holds

    def globals(self, fields: Mapping[str, Field]) -> list[str]:
        """Global elements of all fields, and of those of their structs; a name with two types is any."""
        found: dict[str, str] = {}
        self._collect(fields, found, set())
        return list(found.values())

    def _collect(self, fields: Mapping[str, Field], found: dict[str, str], seen: set[str]) -> None:
        for key, row in fields.items():
            name = row.xml or pascal(key)
            text = self.element(name, row, row.item_xml or "Item", "")
            if found.setdefault(name, text) != text:
                self.complex[_ANY_TYPE] = None
                found[name] = f'<xs:element name="{name}" type="any"/>'
        for row in fields.values():
            nested = row if row.struct else row.items
            if nested is not None and nested.struct and nested.struct not in seen:
                seen.add(nested.struct)
                self._collect(self.owner.structs[nested.struct].fields, found, seen)

    def element(self, name: str, row: Type, item: str, occurs: str) -> str:
        """One element declaration."""
        kind = row.type
        name = attribute(name)
        if kind == "enum":
            words = self.owner.enums[row.enum or ""]
            known = "".join(f"<xs:enumeration value={attribute(word)}/>" for word in words)
            return (
                f'<xs:element name={name}{occurs}><xs:simpleType><xs:union memberTypes="xs:token">'
                f'<xs:simpleType><xs:restriction base="xs:token">{known}</xs:restriction></xs:simpleType>'
                "</xs:union></xs:simpleType></xs:element>"
            )
        return f"<xs:element name={name} type={attribute(self.type(row, item))}{occurs}/>"

    def type(self, row: Type, item: str) -> str:
        """The name of the type of a value."""
        kind = row.type
        if self.strict and (name := self._sent(row)) is not None:
            return name
        if kind in ("boolean", "integer", "decimal"):
            self.used[kind] = None
            return kind
        if kind in ("string", "date", "datetime", "sid", "enum"):
            self.used["text"] = None
            return "text"
        if kind in ("any", "uri_map", "map"):
            self.complex[_ANY_TYPE] = None
            return "any"
        if kind == "pairs":
            self.used["text"] = None
            self.complex[
                '<xs:complexType name="pair"><xs:sequence><xs:element name="Name" type="text"/>'
                '<xs:element name="Value" type="text"/></xs:sequence></xs:complexType>'
            ] = None
            return "pair"
        if kind == "list" and row.items is not None:
            inner = self.element(item, row.items, "Item", ' minOccurs="0" maxOccurs="unbounded"')
            base = name = f"list.{item}.{row.items.struct or row.items.enum or row.items.type}"
            number = 2
            while self.lists.setdefault(name, inner) != inner:  # other values under like names
                name, number = f"{base}.{number}", number + 1
            self.complex[
                f"<xs:complexType name={attribute(name)}><xs:sequence>{inner}</xs:sequence></xs:complexType>"
            ] = None
            return name
        if not self.strict:
            return "record"
        name = f"struct.{row.struct}"
        mark = f"<!-- {content(row.struct or '')} -->"
        if mark not in self.complex:
            self.complex[mark] = None
            fields = self.owner.structs[row.struct or ""].fields
            inner = "".join(
                self.element(
                    field.xml or pascal(key), field, field.item_xml or "Item", ' minOccurs="0"'
                )
                for key, field in fields.items()
            )
            self.complex[
                f"<xs:complexType name={attribute(name)}><xs:all>{inner}</xs:all></xs:complexType>"
            ] = None
        return name

    def _sent(self, row: Type) -> str | None:
        """The name of the type of one text that is checked before it is sent."""
        kind = row.type
        if kind == "decimal":
            return "xs:decimal"
        if kind == "integer":
            return self._integer(row)
        if kind == "sid":
            name = "sid." + ".".join(row.prefixes)
            prefixes = "|".join(row.prefixes)
            self.complex[_pattern_type(name, f"(({prefixes})[0-9a-fA-F]{{32}})?")] = None
            return name
        name = kind
        if kind == "string" and row.format == "phone-number":
            name = row.format
        elif kind == "date" and row.format and not isinstance(row, Field):
            name = f"date.{row.format}"
        if name not in _SENT:
            return None
        self.complex[_union_type(name, _SENT[name])] = None
        return name

    def _integer(self, row: Type) -> str:
        # A field of a nested value has its bounds for answers; they are not asked for in requests.
        low, high = bounds(row.type, row.minimum, row.maximum)
        if isinstance(row, Field) or (low is None and high is None):
            return "xs:integer"
        name = f"integer.{'' if low is None else low}.{'' if high is None else high}"
        facets = "" if low is None else f'<xs:minInclusive value="{low}"/>'
        facets += "" if high is None else f'<xs:maxInclusive value="{high}"/>'
        self.complex[
            f'<xs:simpleType name="{name}"><xs:restriction base="xs:integer">{facets}'
            "</xs:restriction></xs:simpleType>"
        ] = None
        return name


def _record_type() -> str:
    return f'<xs:complexType name="record"><xs:sequence>{_ANY.format("lax")}</xs:sequence></xs:complexType>'


def _list_type(items: Iterable[str]) -> str:
    elements = "".join(f'<xs:element name="{item}" type="record"/>' for item in items)
    attributes = "".join(f'<xs:attribute name="{name}" type="xs:string"/>' for name in _PAGING)
    return (
        f'<xs:complexType name="list"><xs:choice minOccurs="0" maxOccurs="unbounded">{elements}'
        f'</xs:choice>{attributes}<xs:anyAttribute processContents="lax"/></xs:complexType>'
    )


def _pattern_type(name: str, pattern: str) -> str:
    return _union_type(name, [("xs:token", pattern)])


def _union_type(name: str, ways: Sequence[tuple[str, str]]) -> str:
    """A type of texts that may be written in several ways."""
    texts = [
        f'<xs:restriction base="{base}"><xs:pattern value={attribute(pattern)}/></xs:restriction>'
        for base, pattern in ways
    ]
    inner = texts[0]
    if len(texts) > 1:
        members = "".join(f"<xs:simpleType>{text}</xs:simpleType>" for text in texts)
        inner = f"<xs:union>{members}</xs:union>"
    return f'<xs:simpleType name="{name}">{inner}</xs:simpleType>'


def _simple_types(names: Iterable[str]) -> str:
    texts: list[str] = []
    for name in sorted(set(names)):
        if name == "text":
            texts.append(
                '<xs:simpleType name="text"><xs:restriction base="xs:string"/></xs:simpleType>'
            )
        else:
            texts.append(_pattern_type(name, _PATTERNS[name]))
    return "".join(texts)
