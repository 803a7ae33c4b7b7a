"""XML as trees of elements: parsed without trust, and where answers hold what.

Nothing here resolves an entity, loads a definition or opens an address: a document with a DTD is
refused before it is parsed, and libxml2's own limits on depth and on the length of a text hold.
"""

from __future__ import annotations

import re
import threading
from typing import TYPE_CHECKING, Any

from lxml import etree

from twilio_ops_runtime.formats.base import (
    DecodeError,
    ErrorFacts,
    check_parts,
    error_code,
    told_by_its_beginning,
)
from twilio_ops_runtime.records.specs import RecordSpec, ServiceSpec

if TYPE_CHECKING:
    from twilio_ops_runtime.formats.xml_types import Element


# The prolog: white space, comments and processing instructions, up to the first tag.
_PROLOG = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s+|<\?(?:[^?]|\?(?!>))*\?>|<!--(?:[^-]|-(?!->))*-->)*+"
)
MOST_PARTS = 1 << 19
"""A page of 1000 large records has 70,000."""

_NO_CHARACTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DTD = "it has a document type definition, which is never accepted"


def _parser(encoding: str | None) -> etree.XMLParser:
    return etree.XMLParser(
        encoding=encoding,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


class _Parsers(threading.local):
    """The parsers of a thread: to make one takes as long as to parse a record."""

    def __init__(self) -> None:
        self.of_bytes = _parser(None)
        self.of_text = _parser("utf-8")


_parsers = _Parsers()


def parse(content: bytes | str) -> Element:
    """The root element.

    Raises:
        DecodeError: It is not well formed, or not acceptable; the message says where.
    """
    parser = _parsers.of_bytes
    if isinstance(content, str):
        # What it says of its encoding was meant for other bytes than these.
        content, parser = content.encode("utf-8", "surrogatepass"), _parsers.of_text
    prolog = _PROLOG.match(content)
    start = prolog.end() if prolog else 0
    if content[start : start + 9].upper() == b"<!DOCTYPE":
        web = content[start : start + 14].lower() == b"<!doctype html"
        raise DecodeError("it is a web page" if web else _DTD)
    check_parts(content, b"<=", MOST_PARTS)  # each element and attribute has one
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise DecodeError(_explained(content, str(error.msg))) from None
    docinfo: Any = root.getroottree().docinfo
    if docinfo.doctype:  # one that hid from the look above, in another encoding
        raise DecodeError(_DTD)
    return root


def _explained(content: bytes, said: str) -> str:
    is_xml = content.lstrip().startswith((b"<", b"\xef\xbb\xbf<", b"\xff\xfe", b"\xfe\xff"))
    said = f"it is not well formed XML: {said}" if is_xml else "it is not XML"
    return told_by_its_beginning(content) or said


def serialize(root: Element) -> bytes:
    """The element as a document in UTF-8, without a declaration."""
    return etree.tostring(root, encoding="utf-8", with_tail=False)


def body_of(root: Element, service: ServiceSpec) -> Element:
    """The one element below the root of an answer.

    Raises:
        DecodeError: The root is another, or does not hold exactly one element.
    """
    if str(root.tag).lower() == "html":
        raise DecodeError("it is a web page")
    if root.tag != service.root:
        raise DecodeError(f"its root is {_name(root)}, not {service.root}")
    children = list(root.iterchildren("*"))
    if len(children) != 1:
        raise DecodeError(f"{service.root} holds {len(children)} elements where one was expected")
    return children[0]


def only_item(root: Element, record: RecordSpec) -> Element:
    """The element of the record that an answer holds.

    Raises:
        DecodeError: It holds something else.
    """
    item = body_of(root, record.service)
    if item.tag != record.item and item.tag not in record.accepts:
        raise DecodeError(f"{record.service.root} holds {_name(item)}, not {record.item}")
    return item


def items_of(root: Element, record: RecordSpec) -> tuple[Element, list[Element]]:
    """The list element of an answer, and the elements of the records in it.

    Raises:
        DecodeError: It is not a list, or a list of something else.
    """
    around = body_of(root, record.service)
    wanted = {record.item, *record.accepts}
    items = list(around.iterchildren("*"))
    # A list by another name is known by its first record, or by its paging attributes.
    looks_like_one = items[0].tag in wanted if items else "uri" in around.attrib
    if record.list and around.tag != record.list and not looks_like_one:
        raise DecodeError(f"{record.service.root} holds {_name(around)}, not {record.list}")
    for place, item in enumerate(items):
        if item.tag not in wanted:
            raise DecodeError(f"{around.tag}[{place}] is {_name(item)}, not {record.item}")
    return around, items


def next_page_uri(around: Element) -> str | None:
    """The address of the next page; None on the last one."""
    return around.get("nextpageuri") or None


def cut(item: Element, root: str) -> Element:
    """The record's element moved under a root of its own."""
    item.tail = None
    top = etree.Element(root)
    top.append(item)
    return top


def error_facts(root: Element, service: ServiceSpec) -> ErrorFacts | None:
    """What an error document says; None if it is no error document."""
    if root.tag != service.root:
        return None
    element = next((child for child in root.iterchildren("*") if child.tag == service.error), None)
    if element is None:
        return None
    found = {str(child.tag): (child.text or "").strip() for child in element.iterchildren("*")}
    return ErrorFacts(
        code=error_code(found.get("Code")),
        message=found.get("Message", ""),
        more_info=found.get("MoreInfo") or None,
        detail=found.get("Detail") or None,
    )


def error_element(service: ServiceSpec, status: int, facts: ErrorFacts) -> Element:
    """Return the root of the error document of an error that did not come as one.

    A character that XML cannot carry becomes U+FFFD, the sign for that.
    """
    root = etree.Element(service.root)
    error = etree.SubElement(root, service.error)
    for name, value in (
        ("Code", facts.code),
        ("Detail", facts.detail),
        ("Message", facts.message),
        ("MoreInfo", facts.more_info),
        ("Status", status),
    ):
        if value is not None:
            etree.SubElement(error, name).text = _NO_CHARACTER.sub("\ufffd", str(value))
    return root


def _name(element: Element) -> str:
    name = str(element.tag)
    return name if len(name) <= 80 else name[:77] + "..."
