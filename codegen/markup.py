"""Text as XML markup; ``xml.sax.saxutils`` has the same, and loads an HTTP client with it."""

from __future__ import annotations

from html import escape

__all__ = ["attribute", "content"]

_BLANKS = str.maketrans({"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def content(text: str) -> str:
    """Text as the content of an element."""
    return escape(text, quote=False)


def attribute(text: str) -> str:
    """Text as an attribute's value, with its quotes; line ends and tabs survive."""
    return f'"{escape(text, quote=False).replace(chr(34), "&quot;").translate(_BLANKS)}"'
