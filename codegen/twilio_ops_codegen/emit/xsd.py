"""The XML profiles: an XSD 1.0 for every request, every answer and the error.

A profile is an interface: one file, one root, and below it every field by name and type, as a
mapping tool shows it and a binding compiler makes members of it. So it has no wildcard, no include
and no target namespace. What an answer may hold beyond is no part of it; the runtime drops that
before it judges.

The children of a record and of a request are ``xs:all``: each once, in any order. XSD 1.0 allows no
repeated child there, so a request with a repeated parameter is a sequence in the catalog's order, in
which importers see a list and plain members; the runtime puts its children in order before it judges.

Types that a schema could say as numbers or times are texts with a pattern where the service also
sends nothing: an empty element is null, and a union with that is neither a number for a mapping tool
nor a plain member for a binding compiler.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from twilio_ops_codegen.catalog.model import Catalog, Field, Object, Parameter, Type
from twilio_ops_codegen.catalog.names import element, pascal
from twilio_ops_codegen.catalog.passes.derive_xml_names import field_element
from twilio_ops_codegen.emit.markup import attribute, content, laid_out
from twilio_ops_codegen.emit.objects import ObjectView
from twilio_ops_codegen.emit.operations import AnswerView, OperationView
from twilio_ops_codegen.emit.simple_types import (
    ANSWERED,
    BLANK,
    TEXT,
    SimpleType,
    address_type,
    answered_type,
    sent_type,
)

_OPTIONAL = ' minOccurs="0"'
_MANY = ' minOccurs="0" maxOccurs="unbounded"'
_ERROR = {
    "Code": ("integer", "The service's number for this error."),
    "Detail": ("text", "More about this case, where the service has more to say."),
    "Message": ("text", "What went wrong, in the service's words."),
    "MoreInfo": ("text", "The address of a page about this error."),
    "Status": ("integer", "The HTTP status of the answer."),
}


class Profiles:
    """Makes the profiles of a resolved catalog."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.root = catalog.service.xml_root
        self.taken = set(catalog.objects)
        self.structs = {
            (value.object, name): _free(value.object + element(pascal(name)), self.taken)
            for value in catalog.objects.values()
            for name in value.structs
        }

    def error(self) -> str:
        """The profile of an error answer."""
        name = self.catalog.service.xml_error
        file = _File(None, {}, strict=False)
        rows = [
            _element(field, file.simple(ANSWERED.get(kind, TEXT)), _OPTIONAL, doc)
            for field, (kind, doc) in _ERROR.items()
        ]
        file.complex[name] = _complex(name, "all", rows)
        return file.text(self._enveloped(name, name))

    def response(self, answered: AnswerView) -> str:
        """The profile of a document that an operation gives: one record."""
        owner = answered.owner
        struct = next((n for n, row in owner.structs.items() if row.fields is answered.fields), "")
        name = self.structs[owner.object, struct] if struct else owner.object
        structs = {n: self.structs[owner.object, n] for n in owner.structs}
        file = _File(owner, structs, strict=False, taken=self.taken)
        file.record(name, answered.fields)
        return file.text(self._enveloped(answered.item, name))

    def request(self, view: ObjectView, operation: OperationView) -> str:
        """The profile of a request document: the address and the parameters."""
        name = f"{operation.name}Request"
        structs = {n: operation.name + element(pascal(n)) for n in view.row.structs}
        file = _File(view.row, structs, strict=True, taken={name})
        item = view.row.xml.item or view.name
        rows = list(self._address(operation, file))
        repeated = False
        for parameter in operation.parameters:
            row = parameter.row
            occurs = "" if parameter.required else _OPTIONAL
            if row.repeated or row.type == "pairs":
                repeated = True
                occurs += f' maxOccurs="{row.count if row.type == "pairs" else "unbounded"}"'
            rows.append(file.element(parameter.xml, row, "Item", name, occurs))
        if not rows:
            return file.text(_element(item, file.simple(BLANK)))
        file.complex[name] = _complex(name, "sequence" if repeated else "all", rows)
        return file.text(_element(item, name))

    def _address(self, operation: OperationView, file: _File) -> Iterator[str]:
        if operation.sid_form:
            name, form, pattern = "Sid", operation.sid_form, operation.sid_pattern
            optional, doc = operation.sid_optional, "Which record."
        elif operation.parent_form:
            name, form, pattern = "ParentSid", operation.parent_form, operation.parent_pattern
            optional, doc = not operation.parent_required, "Under which record it is made."
        else:
            return
        kind = address_type(pattern or ".+", form, optional)
        yield _element(name, file.simple(kind), _OPTIONAL if optional else "", f"{doc} {form}")

    def _enveloped(self, item: str, kind: str) -> str:
        return (
            f"<xs:element name={attribute(self.root)}><xs:complexType><xs:sequence>"
            f"{_element(item, kind)}</xs:sequence></xs:complexType></xs:element>"
        )


class _File:
    """The types that one profile needs, in order of use."""

    def __init__(
        self,
        owner: Object | None,
        structs: Mapping[str, str],
        *,
        strict: bool,
        taken: Iterable[str] = (),
    ) -> None:
        self.rows = {} if owner is None else owner.structs
        self.enums = {} if owner is None else owner.enums
        self.structs = structs
        self.strict = strict
        self.taken = {*taken, *structs.values()}
        self.complex: dict[str, str] = {}
        self.simples: dict[str, SimpleType] = {}

    def text(self, root: str) -> str:
        """The whole profile."""
        kinds = [self.simples[name].markup() for name in sorted(self.simples)]
        return laid_out(
            '<?xml version="1.0" encoding="UTF-8"?>'
            '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
            f"{root}{''.join(self.complex.values())}{''.join(kinds)}</xs:schema>"
        )

    def simple(self, kind: SimpleType) -> str:
        """The name of a simple type, which the profile now has."""
        self.simples[kind.name] = kind
        return kind.name

    def record(self, name: str, fields: Mapping[str, Field]) -> str:
        """The name of the type of a record or struct: each field once, in any order."""
        if name not in self.complex:
            self.complex[name] = ""  # its place; it may hold itself
            rows = [
                self.element(
                    field_element(key, row.xml),
                    row,
                    row.item_xml or "Item",
                    name,
                    "" if row.required and self.strict else _OPTIONAL,
                )
                for key, row in fields.items()
            ]
            self.complex[name] = _complex(name, "all", rows)
        return name

    def element(self, name: str, row: Type, item: str, inside: str, occurs: str = "") -> str:
        """One element declaration, in the type ``inside``."""
        return _element(name, self.type(name, row, item, inside), occurs, self._doc(row))

    def type(self, name: str, row: Type, item: str, inside: str) -> str:
        """The name of the type of a value."""
        kind = row.type
        if kind == "struct":
            return self.record(self.structs[row.struct or ""], self.rows[row.struct or ""].fields)
        if kind == "pairs":
            text = self.simple(TEXT)
            rows = [_element("Name", text), _element("Value", text)]
            self.complex["pair"] = _complex("pair", "all", rows)
            return "pair"
        if kind == "uri_map":
            known = row.key_xml.values() if isinstance(row, Field) else ()
            if not known:
                return self.simple(BLANK)
            text = self.simple(TEXT)
            rows = [_element(one, text, _OPTIONAL) for one in known]
            return self._wrapper(_free(inside + name, self.taken), "all", rows)
        if kind == "list" and row.items is not None:
            wrapper = _free(inside + name, self.taken)
            rows = [self.element(item, row.items, "Item", wrapper, _MANY)]
            return self._wrapper(wrapper, "sequence", rows)
        if kind == "map" and row.items is not None:
            wrapper = _free(inside + name, self.taken)
            value = self.element("Value", row.items, "Item", wrapper)
            entry = _free(f"{wrapper}Entry", self.taken)
            rows = [_element("Key", self.simple(TEXT)), value]
            self._wrapper(entry, "all", rows)
            return self._wrapper(wrapper, "sequence", [_element("Entry", entry, _MANY)])
        return self.simple(sent_type(row) if self.strict else answered_type(row))

    def _wrapper_name(self, wanted: str) -> str:
        return _free(wanted, self.taken)

    def _wrapper(self, name: str, group: str, rows: Iterable[str]) -> str:
        self.complex[name] = _complex(name, group, rows)
        return name

    def _doc(self, row: Type) -> str:
        """What is said of a value to whoever maps it."""
        said: list[str] = []
        kind = row.items if row.type == "list" and row.items is not None else row
        if kind.type == "enum":
            said.append(f"Known values: {', '.join(self.enums[kind.enum or ''])}.")
        if isinstance(row, Field | Parameter):
            said += [row.note] if row.note else []
            said += [f"Deprecated: {row.deprecated}"] if row.deprecated else []
        return " ".join(said)


def _element(name: str, kind: str, occurs: str = "", doc: str = "") -> str:
    head = f"<xs:element name={attribute(name)} type={attribute(kind)}{occurs}"
    return f"{head}>{_documented(doc)}</xs:element>" if doc else f"{head}/>"


def _documented(doc: str) -> str:
    return f"<xs:annotation><xs:documentation>{content(doc)}</xs:documentation></xs:annotation>"


def _complex(name: str, group: str, rows: Iterable[str]) -> str:
    return (
        f"<xs:complexType name={attribute(name)}><xs:{group}>{''.join(rows)}</xs:{group}>"
        "</xs:complexType>"
    )


def _free(wanted: str, taken: set[str]) -> str:
    """A name that nothing has yet; it is taken then."""
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}{number}", number + 1
    taken.add(name)
    return name
