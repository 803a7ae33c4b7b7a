"""Text as XML markup; ``xml.sax.saxutils`` has the same, and loads an HTTP client with it."""

from __future__ import annotations

import re
from html import escape

__all__ = ["attribute", "content", "laid_out"]

_TAG = re.compile(r"(<[^>]*>)([^<]*)")

_BLANKS = str.maketrans({"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def content(text: str) -> str:
    """Text as the content of an element."""
    return escape(text, quote=False)


def attribute(text: str) -> str:
    """Text as an attribute's value, with its quotes; line ends and tabs survive."""
    return f'"{escape(text, quote=False).replace(chr(34), "&quot;").translate(_BLANKS)}"'


def laid_out(markup: str) -> str:
    """Markup with a line for every element, so that one more element is one more line.

    Args:
        markup: A document whose texts are escaped as :func:`content` does it; it has no text
            beside elements, and what is blank between tags is nobody's.
    """
    lines: list[str] = []
    depth, leaf = 0, False  # leaf: the last tag has opened an element, and nothing is in it yet
    for tag, text in _TAG.findall(markup):
        text = "" if text.isspace() else text
        if tag[1] == "/":
            depth -= 1
            if leaf:
                lines[-1] += tag
            else:
                lines.append("  " * depth + tag)
            leaf = False
        else:
            lines.append("  " * depth + tag + text)
            leaf = tag[-2] != "/" and tag[1] not in "?!"
            depth += leaf
    return "\n".join(lines) + "\n"
