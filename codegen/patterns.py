"""A text that a regular expression matches, for samples."""

from __future__ import annotations

import importlib
import re
from typing import Any

# The standard library's own parser of expressions; there is no public way to it.
_parser: Any = importlib.import_module("re._parser")


def example(pattern: str) -> str:
    """The shortest plain text that the pattern matches.

    Raises:
        ValueError: The pattern has a part for which no text can be made; the row needs an example.
    """
    text = "".join(_text(token) for token in _parser.parse(pattern))
    if re.search(pattern, text) is None:
        raise ValueError(f"no example can be made for {pattern}; give the key an `example`")
    return text


def _text(token: Any) -> str:
    name, value = str(token[0]), token[1]
    if name == "LITERAL":
        return chr(value)
    if name == "ANY" or name == "NOT_LITERAL" or name == "CATEGORY":
        return "a"
    if name == "IN":
        first = str(value[0][0])
        if first == "NEGATE":
            return "a"
        if first == "RANGE":
            return chr(value[0][1][0])
        return "0" if "DIGIT" in str(value[0][1]) else _text(value[0])
    if name in ("MAX_REPEAT", "MIN_REPEAT"):
        low, _, body = value
        return "".join(map(_text, body)) * int(low)
    if name == "SUBPATTERN":
        return "".join(map(_text, value[3]))
    if name == "BRANCH":
        return "".join(map(_text, value[1][0]))
    return ""
