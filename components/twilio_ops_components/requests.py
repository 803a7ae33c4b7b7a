"""Request documents made of texts, or completed with them; their profile checks them afterwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy

from lxml import etree

from twilio_ops import Document
from twilio_ops_runtime.records.specs import OperationSpec

__all__ = ["request_document"]


def request_document(
    spec: OperationSpec,
    sid: str | None,
    values: Mapping[str, Sequence[str]],
    document: Document | None,
) -> Document:
    """Return the request document of a Sid and texts.

    Args:
        spec: The operation.
        sid: The (composed) Sid of the record, or of the parent of a new one; None = not said here.
        values: The texts of parameters, by API name.
        document: The document that they complete; what it says of the same names goes. None =
            they are all there is.

    Raises:
        ProfileError: The document is not well formed.
    """
    root = etree.Element(spec.root) if document is None else deepcopy(document.element)
    elements = {one.api: one.element for one in spec.parameters}
    address = "ParentSid" if spec.action == "Create" else "Sid"
    texts = {} if sid is None else {address: [sid]}
    texts |= {elements[name]: list(given) for name, given in values.items()}
    for name, given in texts.items():
        for old in list(root.iterchildren(name)):
            root.remove(old)
        for text in given:
            etree.SubElement(root, name).text = text
    return Document(root, source=None if document is None else document.source)
