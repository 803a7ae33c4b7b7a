"""The passes over a loaded catalog, in order: each a pure function from catalog to catalog."""

from __future__ import annotations

from twilio_ops_codegen.catalog.model import Catalog
from twilio_ops_codegen.catalog.passes.derive_xml_names import derive_xml_names
from twilio_ops_codegen.catalog.passes.resolve_references import resolve_references

PASSES = (resolve_references, derive_xml_names)


def resolve(catalog: Catalog) -> Catalog:
    """The catalog after every pass: references by our names, element names filled in."""
    for step in PASSES:
        catalog = step(catalog)
    return catalog
