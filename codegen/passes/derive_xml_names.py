"""Fills in element names by the naming rule where the catalog names none.

A field is its JSON name in Pascal case; a list answer is its JSON key likewise, its item the
singular of that; an object without a list answer is called as in the source.
"""

from __future__ import annotations

from attrs import evolve

from codegen.model import Catalog, Field, Object
from codegen.names import pascal, singular


def derive_xml_names(catalog: Catalog) -> Catalog:
    """The catalog with every element name filled in."""
    objects = {name: _object(value) for name, value in catalog.objects.items()}
    return evolve(catalog, objects=objects)


def _object(value: Object) -> Object:
    listed = value.xml.list or (pascal(value.json.list) if value.json.list else None)
    item = value.xml.item
    if item is None:
        item = singular(listed) if listed else value.source or value.object
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


def _field(name: str, row: Field) -> Field:
    xml = row.xml or pascal(name)
    item = row.item_xml
    if row.type == "list" and item is None:
        item = singular(xml)
        item = f"{xml}Item" if item == xml else item
    return evolve(row, xml=xml, item_xml=item)
