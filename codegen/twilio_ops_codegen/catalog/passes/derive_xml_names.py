"""Fills in element names by the naming rule where the catalog names none.

A field is its JSON name in Pascal case, a parameter its API name; a list answer is its JSON key in
Pascal case, its item the singular of that; an object without a list answer is called as in the
source. What XML does not allow in a name becomes ``_``.
"""

from __future__ import annotations

from attrs import evolve

from twilio_ops_codegen.catalog.model import Catalog, Field, Object
from twilio_ops_codegen.catalog.names import element, pascal, singular


def derive_xml_names(catalog: Catalog) -> Catalog:
    """The catalog with every element name filled in."""
    objects = {name: _object(value) for name, value in catalog.objects.items()}
    return evolve(catalog, objects=objects)


def _object(value: Object) -> Object:
    listed = value.xml.list or (element(pascal(value.json.list)) if value.json.list else None)
    item = value.xml.item
    if item is None:
        item = singular(listed) if listed else element(value.source or value.object)
    structs = {
        name: evolve(struct, fields={key: _field(key, row) for key, row in struct.fields.items()})
        for name, struct in value.structs.items()
    }
    return evolve(
        value,
        xml=evolve(value.xml, list=listed, item=item),
        fields={key: _field(key, row) for key, row in value.fields.items()},
        structs=structs,
    )


def field_element(name: str, given: str | None = None) -> str:
    """The element of a field: the one given, or the rule's."""
    return given or element(pascal(name))


def parameter_element(name: str, given: str | None = None) -> str:
    """The element of a parameter in a request document: the one given, or the rule's."""
    return given or element(name)


def _field(name: str, row: Field) -> Field:
    xml = field_element(name, row.xml)
    item = row.item_xml
    if row.type == "list" and item is None:
        item = singular(xml)
        item = f"{xml}Item" if item == xml else item
    return evolve(row, xml=xml, item_xml=item)
