"""Request documents: the address and the parameters in them, and documents made of those.

The root is the object's item element. Its children are the composed ``Sid`` (Update, Delete) or
``ParentSid`` (Create), then the parameters, each by its element name; a repeated parameter is a repeated
element. An element that is there and empty is sent as empty text; one that is not there is not
sent.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from lxml import etree

from twilio_ops_runtime.documents.document import Document, Source
from twilio_ops_runtime.documents.profile_tree import place_of
from twilio_ops_runtime.errors import ProfileError
from twilio_ops_runtime.formats.elements import fill, read_request
from twilio_ops_runtime.records.specs import OperationSpec, ParameterSpec
from twilio_ops_runtime.types.nested import PairsType

if TYPE_CHECKING:
    from twilio_ops_runtime.formats.xml_types import Element


class RequestParts(NamedTuple):
    """What a request document says: the (parent's) composed Sid and the values by API name."""

    sid: str | None
    given: Mapping[str, Any]


def _address_name(spec: OperationSpec) -> str:
    return "ParentSid" if spec.action == "Create" else "Sid"


def read(spec: OperationSpec, source: Source) -> RequestParts:
    """The address and the values in a request document.

    Raises:
        ProfileError: It is not well formed, of another request, or holds what the request does
            not take or a value that cannot be read; each problem names its line and element.
    """
    root = Document.of(source).element
    if root.tag != spec.root:
        raise ProfileError(f"the root of a request of {spec.name} is {spec.root}, not {root.tag}")
    parameters = spec.by_element
    address = _address_name(spec)
    sid: str | None = None
    values: dict[str, Any] = {}
    problems: list[str] = []
    for child in root.iterchildren("*"):
        name = str(child.tag)
        try:
            if name == address and name not in parameters:
                if sid is not None:
                    raise ValueError("it is there twice")
                sid = _text(child)
            elif (parameter := parameters.get(name)) is None:
                raise ValueError(f"{spec.name} does not take it")
            else:
                _add(values, parameter, child)
        except ValueError as error:
            problems.append(f"{place_of(child, f'{spec.root}/{name}')}: {error}")
    if problems:
        raise ProfileError("; ".join(problems), problems=problems)
    return RequestParts(sid, values)


def _text(element: Element) -> str | None:
    if len(element):
        raise ValueError("it holds elements where text was expected")
    return (element.text or "").strip() or None


def _add(values: dict[str, Any], parameter: ParameterSpec, element: Element) -> None:
    value = read_request(parameter.type, element)
    if parameter.repeated or isinstance(parameter.type, PairsType):
        values.setdefault(parameter.api, []).append(value)
    elif parameter.api in values:
        raise ValueError("it is there twice, and is not repeated")
    else:
        values[parameter.api] = value


def write(spec: OperationSpec, values: Mapping[str, Any], sid: str | None) -> Document:
    """The request document of an address and values."""
    root = etree.Element(spec.root)
    if sid is not None:
        etree.SubElement(root, _address_name(spec)).text = sid
    for parameter in spec.parameters:
        if parameter.api not in values:
            continue
        value, type_ = values[parameter.api], parameter.type
        if isinstance(type_, PairsType):
            each = type_.pairs(value)
        else:
            each = value if parameter.repeated else [value]
        for one in each:
            element = etree.SubElement(root, parameter.element)
            try:
                if type_.is_nested:
                    fill(type_, element, one)
                else:
                    element.text = type_.sent(one)
            except ValueError as error:
                raise ProfileError(f"{spec.root}/{parameter.element}: {error}") from None
    return Document(root)
