"""XML as elements, so that nothing but an element becomes markup: text is escaped when it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from twilio_ops_codegen.catalog.errors import CodegenError

__all__ = ["DECLARATION", "Element", "element", "laid_out"]

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_ANNOTATION = "xs:annotation"
"""What is said of an element is a line, as a comment would be."""
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_VALUE = str.maketrans(
    {
        **{"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"},
        **{"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"},
    }
)
_START = r"A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF"
_PART = rf"[{_START}][{_START}\-.0-9\u00B7\u0300-\u036F\u203F-\u2040]*"
_NAME = re.compile(rf"{_PART}(:{_PART})?")
_NO_CHARACTER = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Element(NamedTuple):
    """An element: what it is called, its attributes, and the elements or the text in it."""

    name: str
    attributes: Mapping[str, str]
    content: str | tuple[Element, ...]


def element(
    name: str, content: str | Iterable[Element] = (), attributes: Mapping[str, str] | None = None
) -> Element:
    """Make an element.

    Raises:
        CodegenError: The name is none that XML knows.
    """
    return Element(
        _checked(name),
        attributes or {},
        content if isinstance(content, str) else tuple(content),
    )


def laid_out(root: Element) -> str:
    """Return a document with a line for every element, so that one more element is one more line.

    Raises:
        CodegenError: A text holds a character that XML does not have.
    """
    lines: list[str] = []
    _write(root, "", lines)
    text = "\n".join(lines) + "\n"
    if wrong := _NO_CHARACTER.search(text):
        raise CodegenError(f"{wrong[0]!r} is no character of XML")
    return text


def _write(one: Element, indent: str, lines: list[str]) -> None:
    name, content = one.name, one.content
    head = f"{indent}<{name}{''.join(_attributes(one.attributes))}"
    if not content:
        lines.append(f"{head}/>")
    elif isinstance(content, str):
        lines.append(f"{head}>{content.translate(_TEXT)}</{name}>")
    elif name == _ANNOTATION:
        said: list[str] = []
        for each in content:
            _write(each, "", said)
        lines.append(f"{head}>{''.join(said)}</{name}>")
    else:
        lines.append(f"{head}>")
        for inner in content:
            _write(inner, f"{indent}  ", lines)
        lines.append(f"{indent}</{name}>")


def _attributes(values: Mapping[str, str]) -> Iterator[str]:
    return (f' {_checked(name)}="{value.translate(_VALUE)}"' for name, value in values.items())


@lru_cache(maxsize=10_000)
def _checked(name: str) -> str:
    if _NAME.fullmatch(name) is None:
        raise CodegenError(f"{name!r} is no name of an element or attribute")
    return name
