"""Inline TwiML: the verbs in it, in order. Nothing is fetched from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen
from lxml import etree

if TYPE_CHECKING:
    from twilio_ops_runtime.formats.xml_types import Element

LONGEST = 4000


class NotTwiml(ValueError):
    """A text that is not TwiML; says why."""


@frozen
class Verb:
    """One verb, or a noun within one.

    Attributes:
        name: Its element's name.
        attributes: Its attributes.
        text: The text in it.
    """

    name: str
    attributes: dict[str, str]
    text: str


def verbs(text: str) -> list[Verb]:
    """The verbs of a document; of Dial, what is dialled.

    Raises:
        NotTwiml: It is not well formed, too long or has another root.
    """
    if len(text) > LONGEST:
        raise NotTwiml(f"is longer than {LONGEST} characters")
    if "<!DOCTYPE" in text:
        raise NotTwiml("has a document type")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as wrong:
        raise NotTwiml(f"is not well formed: {wrong.msg}") from None
    if root.tag != "Response":
        raise NotTwiml("has no Response as its root")
    found: list[Verb] = []
    for element in root:
        if not isinstance(element.tag, str):
            continue
        nouns = [noun for noun in element if isinstance(noun.tag, str)]
        found += map(_verb, nouns if element.tag == "Dial" and nouns else [element])
    return found


def _verb(element: Element) -> Verb:
    return Verb(
        str(element.tag),
        {str(name): str(value) for name, value in element.attrib.items()},
        (element.text or "").strip(),
    )
