"""Request documents made of texts, or completed with them; their profile checks them afterwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from lxml import etree

from twilio_ops import Document
from twilio_ops_components.values.joined import Filled
from twilio_ops_runtime.records.specs import OperationSpec

__all__ = ["element_of", "request_document"]


def request_document(
    spec: OperationSpec,
    sid: str | None,
    values: Mapping[str, Sequence[Filled]],
    document: Document | None,
) -> Document:
    """Return the request document of a Sid and values.

    Args:
        spec: The operation.
        sid: The (composed) Sid of the record, or of the parent of a new one; None = not said here.
        values: The values of parameters, by API name.
        document: The document that they complete; what it says of the same names goes. None =
            they are all there is.

    Raises:
        ProfileError: The document is not well formed.
    """
    root = etree.Element(spec.root) if document is None else deepcopy(document.element)
    elements = {one.api: one.element for one in spec.parameters}
    address = "ParentSid" if spec.action == "Create" else "Sid"
    filled: dict[str, Sequence[Filled]] = {} if sid is None else {address: [sid]}
    filled |= {elements[name]: given for name, given in values.items()}
    for name, given in filled.items():
        for old in list(root.iterchildren(name)):
            root.remove(old)
        root.extend([element_of(name, value) for value in given])
    return Document(root, source=None if document is None else document.source)


def element_of(name: str, value: Filled) -> Any:
    """Return an element that holds a value.

    Args:
        name: Its name.
        value: Its text, or its elements.
    """
    element = etree.Element(name)
    if isinstance(value, str):
        element.text = value
        return element
    for child, several in value.items():
        element.extend([element_of(child, one) for one in several])
    return element
