"""The passes over a loaded catalog, in order: each a pure function from catalog to catalog."""

from __future__ import annotations

from twilio_ops_codegen.catalog.model import Catalog
from twilio_ops_codegen.catalog.passes.derive_xml_names import derive_xml_names
from twilio_ops_codegen.catalog.passes.name_python import name_python
from twilio_ops_codegen.catalog.passes.resolve_references import resolve_references

DESCRIBING = (resolve_references, derive_xml_names)
"""The passes that say what is sent and answered, whoever speaks."""
PASSES = (*DESCRIBING, name_python)


def resolve(catalog: Catalog) -> Catalog:
    """The catalog after every pass: references by our names, and all names filled in."""
    for step in PASSES:
        catalog = step(catalog)
    return catalog


def describe(catalog: Catalog) -> Catalog:
    """The catalog without what only Python needs: what the package hands on as data."""
    for step in DESCRIBING:
        catalog = step(catalog)
    return catalog
