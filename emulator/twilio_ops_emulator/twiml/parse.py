"""TwiML documents, read and checked by the catalog's tables of verbs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from attrs import frozen
from lxml import etree

from twilio_ops_emulator.state.sender import joined

if TYPE_CHECKING:
    from twilio_ops_runtime.formats.xml_types import Element

CACHED = 256
"""How many documents are remembered: applications answer with few different ones."""
_METHODS = ("GET", "POST")
_ANYTHING: Mapping[str, Any] = {"attributes": None, "children": None}
"""What stands in an element that nothing particular is known of."""
_SOMEWHERE = "http://localhost/"
"""Where a document may be from: whether it names an address does not depend on it."""


@frozen
class Problem:
    """Something wrong with a document, or with an answer that holds none.

    Attributes:
        kind: What it is, as facts call it; facts say its code.
        message: What is wrong, in words; with the line where there is one.
        code: Its code where facts name one for the attribute; None = that of its kind.
    """

    kind: str
    message: str
    code: int | None = None


class _Failing(Exception):
    """A verb that is not carried out; why is among the warnings."""


class NotTwiml(ValueError):
    """Raised when a text is not TwiML.

    Attributes:
        problem: What is wrong with it.
    """

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.problem = Problem(kind, message)


@frozen
class Verb:
    """A verb, or a noun within one.

    Attributes:
        name: Its element's name.
        attributes: Its valid attributes.
        text: The text in it, trimmed.
        children: The elements in it that may stand there.
        line: The line it stands on, from 1.
    """

    name: str
    attributes: Mapping[str, str]
    text: str
    children: tuple[Verb, ...]
    line: int

    def flag(self, name: str, default: bool = False) -> bool:
        """Return whether an attribute says true."""
        value = self.attributes.get(name)
        return default if value is None else value.lower() == "true"


@frozen
class Document:
    """A document as it is carried out.

    Attributes:
        verbs: Its verbs, in order.
        warnings: What is wrong with it and left out.
    """

    verbs: tuple[Verb, ...]
    warnings: tuple[Problem, ...] = ()


class Parser:
    """Reads documents.

    Args:
        facts: The tables of verbs, nouns and attributes.
    """

    def __init__(self, facts: Mapping[str, Any]) -> None:
        self._facts = facts
        self._known: dict[tuple[str, str], Document] = {}

    def read(self, text: str, channel: str = "voice") -> Document:
        """Return the document that a text is.

        Args:
            text: The text.
            channel: ``voice`` or ``messaging``: which verbs there are.

        Raises:
            NotTwiml: It is too long, not well formed, or has another root.
        """
        document = self._known.get((text, channel))
        if document is None:
            document = self._read(text, channel)
            if len(self._known) >= CACHED:
                self._known.clear()
            self._known[text, channel] = document
        return document

    def _read(self, text: str, channel: str) -> Document:
        longest: int = self._facts["document"]["longest"]
        content = text.encode("utf-8", "surrogatepass")
        if len(content) > longest:
            raise NotTwiml("too_long", f"the document is longer than {longest} bytes")
        if not text.strip():
            raise NotTwiml("empty", "the document is empty")
        if "<!DOCTYPE" in text:
            raise NotTwiml("not_xml", "the document has a document type, which is never read")
        parser = etree.XMLParser(
            encoding="utf-8",
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(content, parser)
        except etree.XMLSyntaxError as wrong:
            line = "" if wrong.lineno is None else f"line {wrong.lineno}: "
            raise NotTwiml(
                "not_xml", f"{line}the document is not well formed: {wrong.msg}"
            ) from None
        wanted: str = self._facts["document"]["root"]
        if root.tag != wanted:
            raise NotTwiml("root", f"line 1: the root is {_name(root)}, not {wanted}")
        warnings: list[Problem] = []
        if (root.text or "").strip():
            warnings.append(Problem("unknown", "line 1: text stands outside of a verb"))
        verbs = tuple(self._verbs(root, channel, warnings))
        return Document(verbs, tuple(warnings))

    def _verbs(self, root: Element, channel: str, warnings: list[Problem]) -> Iterator[Verb]:
        tables: Mapping[str, Any] = self._facts[channel]
        for element in root.iterchildren("*"):
            name = str(element.tag)
            if name in tables:
                with suppress(_Failing):  # it is among the warnings, and the next verb comes
                    yield self._verb(element, tables[name], warnings)
            elif name in self._facts["voice"]:
                place = f"line {element.sourceline}"
                problem = Problem("not_messaging", f"{place}: {name} is no verb of messages")
                warnings.append(problem)
            else:
                warnings.append(self._unknown(element, f"there is no verb {_name(element)}"))

    def _verb(self, element: Element, table: Mapping[str, Any], warnings: list[Problem]) -> Verb:
        attributes: dict[str, str] = {}
        known: Mapping[str, Any] | None = table.get("attributes")
        for name, value in element.attrib.items():
            key, text = str(name), str(value)
            if known is None:
                attributes[key] = text
            elif key not in known:
                what = f"{element.tag} has no attribute {key[:80]}"
                warnings.append(self._unknown(element, what))
            elif (why := _wrong(known[key], text)) is not None:
                message = f"line {element.sourceline}: {element.tag}/@{key} {why}"
                self._warn(known[key], message, warnings)
            else:
                attributes[key] = text
        children: list[Verb] = []
        allowed = table.get("children", ())
        for child in element.iterchildren("*"):
            name = str(child.tag)
            if allowed is None or name in allowed:
                inner = self._facts["voice"].get(name) if element.tag == "Gather" else None
                inner = inner or self._facts["nouns"].get(name) or _ANYTHING
                children.append(self._verb(child, inner, warnings))
            else:
                what = f"{element.tag} may not hold {_name(child)}"
                warnings.append(self._unknown(child, what))
        text = element.text or ""
        if not children or element.tag == "Say":
            text = "".join(str(part) for part in element.itertext())
        text = " ".join(text.split())
        rule: Mapping[str, Any] = table.get("text", {})
        if not text and "empty" in rule and not (children or rule.get("unless") in attributes):
            message = f"line {element.sourceline}: {element.tag} has no text"
            self._warn({**rule, "code": rule["empty"]}, message, warnings)
        if len(text) > rule.get("longest", len(text)):
            message = f"line {element.sourceline}: {element.tag} has more than {rule['longest']} characters"
            self._warn(rule, message, warnings)
        return Verb(
            str(element.tag),
            attributes,
            text,
            tuple(children),
            _line(element),
        )

    @staticmethod
    def _warn(rule: Mapping[str, Any], message: str, warnings: list[Problem]) -> None:
        """Note that a rule is broken; one that fails its verb ends it."""
        fails = rule.get("fails", False)
        kind = "url" if rule.get("url") and "code" not in rule else "unknown"
        kind = "failing" if fails else kind
        warnings.append(Problem(kind, message, rule.get("code")))
        if fails:
            raise _Failing

    @staticmethod
    def _unknown(element: Element, what: str) -> Problem:
        return Problem("unknown", f"line {element.sourceline}: {what}")


def _wrong(rule: Mapping[str, Any], text: str) -> str | None:
    """Return what is wrong with an attribute's value, or None."""
    if rule.get("url") and joined(_SOMEWHERE, text) is None:
        return f"is {text[:80]!r}, which is no address"
    if "values" in rule and text not in rule["values"]:
        return f"is {text[:80]!r}, not one of {', '.join(rule['values'])}"
    if rule.get("boolean") and text.lower() not in ("true", "false"):
        return f"is {text[:80]!r}, not true or false"
    if rule.get("method") and text.upper() not in _METHODS:
        return f"is {text[:80]!r}, not GET or POST"
    if "pattern" in rule and not re.fullmatch(rule["pattern"], text):
        return f"is {text[:80]!r}, which it may not be"
    if "whole" in rule:
        least, most = rule["whole"]
        if not re.fullmatch("[0-9]{1,9}", text) or not least <= int(text) <= most:
            return f"is {text[:80]!r}, not a whole number from {least} to {most}"
    return None


def _line(element: Element) -> int:
    line: object = element.sourceline
    return line if isinstance(line, int) else 1


def _name(element: Element) -> str:
    name = str(element.tag)
    return name if len(name) <= 80 else f"{name[:77]}..."
