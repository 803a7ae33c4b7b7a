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

from twilio_ops_codegen.catalog.model import Catalog, Field, Filter, Object, Parameter, Type
from twilio_ops_codegen.catalog.names import element as element_name
from twilio_ops_codegen.catalog.names import pascal
from twilio_ops_codegen.catalog.passes.derive_xml_names import field_element
from twilio_ops_codegen.emit.markup import DECLARATION, Element, element, laid_out
from twilio_ops_codegen.emit.objects import ObjectView
from twilio_ops_codegen.emit.operations import AnswerView, OperationView
from twilio_ops_codegen.emit.sentences import (
    about_action,
    about_parameter,
    about_type,
    about_value,
    known_values,
)
from twilio_ops_codegen.emit.simple_types import (
    ANSWERED,
    BLANK,
    TEXT,
    SimpleType,
    address_type,
    answered_type,
    sent_type,
)

_SCHEMA = {"xmlns:xs": "http://www.w3.org/2001/XMLSchema"}
_OPTIONAL = {"minOccurs": "0"}
_MANY = {"minOccurs": "0", "maxOccurs": "unbounded"}
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
            (value.object, name): _free(value.object + element_name(pascal(name)), self.taken)
            for value in catalog.objects.values()
            for name in value.structs
        }
        self._responses: dict[tuple[str, int, str], str] = {}

    def error(self) -> str:
        """Return the profile of an error answer."""
        name = self.catalog.service.xml_error
        file = _File(None, {}, strict=False)
        rows = [
            _declared(field, file.simple(ANSWERED.get(kind, TEXT)), _OPTIONAL, doc)
            for field, (kind, doc) in _ERROR.items()
        ]
        file.complex[name] = _complex(name, "all", rows, "What the service answers in refusal.")
        return file.text(self._enveloped(name, name, "The error."))

    def response(self, answered: AnswerView) -> str:
        """Return the profile of a document that an operation gives: one record."""
        # Most actions of an object answer the same record. The catalog keeps the fields alive.
        key = (answered.owner.object, id(answered.fields), answered.item)
        if key not in self._responses:
            self._responses[key] = self._response(answered)
        return self._responses[key]

    def _response(self, answered: AnswerView) -> str:
        owner = answered.owner
        struct = next((n for n, row in owner.structs.items() if row.fields is answered.fields), "")
        name = self.structs[owner.object, struct] if struct else owner.object
        structs = {n: self.structs[owner.object, n] for n in owner.structs}
        file = _File(owner, structs, strict=False, taken=self.taken)
        if struct:
            file.record(name, answered.fields, owner.structs[struct].doc)
        else:
            file.record(name, answered.fields, _about(owner), owner.link)
        return file.text(self._enveloped(answered.item, name, "The record."))

    def request(self, view: ObjectView, operation: OperationView) -> str:
        """Return the profile of a request document: the address and the parameters."""
        name = f"{operation.name}Request"
        structs = {n: operation.name + element_name(pascal(n)) for n in view.row.structs}
        file = _File(view.row, structs, strict=True, taken={name})
        item = view.row.xml.item or view.name
        rows = list(self._address(operation, file))
        repeated = False
        for parameter in operation.parameters:
            row = parameter.row
            occurs = {} if parameter.required else {**_OPTIONAL}
            if row.repeated or row.type == "pairs":
                repeated = True
                occurs["maxOccurs"] = str(row.count) if row.type == "pairs" else "unbounded"
            said = about_parameter(parameter, operation, lambda other: other.xml)
            kind = file.type(parameter.xml, row, "Item", name)
            rows.append(_declared(parameter.xml, kind, occurs, file.doc(row, said)))
        about = " ".join(about_action(operation.row, view.row))
        if not rows:
            return file.text(_declared(item, file.simple(BLANK), doc=about))
        group = "sequence" if repeated else "all"
        file.complex[name] = _complex(name, group, rows, about, view.row.link)
        return file.text(_declared(item, name, doc=f"A request document of {operation.name}."))

    def _address(self, operation: OperationView, file: _File) -> Iterator[Element]:
        if operation.sid_form:
            name, form, pattern = "Sid", operation.sid_form, operation.sid_pattern
            optional, doc = operation.sid_optional, "Which record."
        elif operation.parent_form:
            name, form, pattern = "ParentSid", operation.parent_form, operation.parent_pattern
            optional, doc = not operation.parent_required, "Under which record it is made."
        else:
            return
        kind = address_type(pattern or ".+", form, optional)
        yield _declared(name, file.simple(kind), _OPTIONAL if optional else {}, f"{doc} {form}")

    def _enveloped(self, item: str, kind: str, doc: str) -> Element:
        content = element("xs:sequence", [_declared(item, kind, doc=doc)])
        said = _documented("A document as it comes out.")
        return element(
            "xs:element", [*said, element("xs:complexType", [content])], {"name": self.root}
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
        self.owner = owner
        self.rows = {} if owner is None else owner.structs
        self.structs = structs
        self.strict = strict
        self.taken = {*taken, *structs.values()}
        self.complex: dict[str, Element] = {}
        self.simples: dict[str, SimpleType] = {}

    def text(self, root: Element) -> str:
        """Return the whole profile."""
        kinds = [self.simples[name].declaration() for name in sorted(self.simples)]
        schema = element("xs:schema", [root, *self.complex.values(), *kinds], _SCHEMA)
        return DECLARATION + laid_out(schema)

    def simple(self, kind: SimpleType) -> str:
        """Return the name of a simple type, which the profile now has."""
        self.simples[kind.name] = kind
        return kind.name

    def record(
        self, name: str, fields: Mapping[str, Field], doc: str | None, link: str | None = None
    ) -> str:
        """Return the name of the type of a record or struct: each field once, in any order."""
        if name not in self.complex:
            self.complex[name] = _complex(name, "all", ())  # its place; it may hold itself
            rows = [
                self.element(
                    field_element(key, row.xml),
                    row,
                    row.item_xml or "Item",
                    name,
                    {} if row.required and self.strict else _OPTIONAL,
                )
                for key, row in fields.items()
            ]
            self.complex[name] = _complex(name, "all", rows, doc or "", link)
        return name

    def element(
        self, name: str, row: Type, item: str, inside: str, occurs: Mapping[str, str]
    ) -> Element:
        """Return one element declaration, in the type ``inside``."""
        said: Iterable[str] = ("One value.", *about_type(row))
        if isinstance(row, Field | Parameter | Filter):
            said = about_value(row)
        return _declared(name, self.type(name, row, item, inside), occurs, self.doc(row, said))

    def doc(self, row: Type, said: Iterable[str]) -> str:
        """Return what is said of a value to whoever maps it."""
        return " ".join((*said, *known_values(row, self.owner)))

    def type(self, name: str, row: Type, item: str, inside: str) -> str:
        """Return the name of the type of a value."""
        kind = row.type
        if kind == "struct":
            struct = self.rows[row.struct or ""]
            return self.record(self.structs[row.struct or ""], struct.fields, struct.doc)
        if kind == "pairs":
            text = self.simple(TEXT)
            rows = [
                _declared("Name", text, doc="The name."),
                _declared("Value", text, doc="Its value."),
            ]
            self.complex["pair"] = _complex("pair", "all", rows, "A name and its value.")
            return "pair"
        if kind == "uri_map":
            known = row.key_xml.values() if isinstance(row, Field) else ()
            if not known:
                return self.simple(BLANK)
            text = self.simple(TEXT)
            rows = [_declared(one, text, _OPTIONAL, f"The address of its {one}.") for one in known]
            return self._wrapper(_free(inside + name, self.taken), "all", rows, "Addresses.")
        if kind == "list" and row.items is not None:
            wrapper = _free(inside + name, self.taken)
            rows = [self.element(item, row.items, "Item", wrapper, _MANY)]
            return self._wrapper(wrapper, "sequence", rows, "Any number of values.")
        if kind == "map" and row.items is not None:
            wrapper = _free(inside + name, self.taken)
            value = self.element("Value", row.items, "Item", wrapper, {})
            entry = _free(f"{wrapper}Entry", self.taken)
            rows = [_declared("Key", self.simple(TEXT), doc="The key."), value]
            self._wrapper(entry, "all", rows, "A key and its value.")
            entries = [_declared("Entry", entry, _MANY, "One value with its key.")]
            return self._wrapper(wrapper, "sequence", entries, "Values by their keys.")
        return self.simple(sent_type(row) if self.strict else answered_type(row))

    def _wrapper(self, name: str, group: str, rows: Iterable[Element], doc: str) -> str:
        self.complex[name] = _complex(name, group, rows, doc)
        return name


def _about(value: Object) -> str:
    said = [value.doc] if value.doc else []
    said += [f"Deprecated: {value.deprecated}"] if value.deprecated else []
    said += [value.note] if value.note else []
    return " ".join(said)


def _declared(
    name: str, kind: str, occurs: Mapping[str, str] | None = None, doc: str = ""
) -> Element:
    attributes = {"name": name, "type": kind, **(occurs or {})}
    return element("xs:element", _documented(doc), attributes)


def _documented(doc: str, link: str | None = None) -> Iterator[Element]:
    if doc:
        source = {"source": link} if link else {}
        yield element("xs:annotation", [element("xs:documentation", doc, source)])


def _complex(
    name: str, group: str, rows: Iterable[Element], doc: str = "", link: str | None = None
) -> Element:
    content = [*_documented(doc, link), element(f"xs:{group}", rows)]
    return element("xs:complexType", content, {"name": name})


def _free(wanted: str, taken: set[str]) -> str:
    """Return a name that nothing has yet; it is taken then."""
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}{number}", number + 1
    taken.add(name)
    return name
