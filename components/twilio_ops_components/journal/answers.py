"""What an answer says, in JSON or XML, without all of it being read."""

from __future__ import annotations

import re
from html import unescape

__all__ = ["number_in", "seconds_of", "text_in"]


def seconds_of(text: str) -> float | None:
    """Return the seconds of a ``Retry-After``; None if it says none."""
    return float(text) if re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,6})?", text.strip()) else None


def text_in(body: bytes, name: str) -> str | None:
    """Return the text of the first element, or member, of a name in an answer."""
    either = rf'<{name}>([^<]{{1,500}})</{name}>|"{name.lower()}"\s*:\s*"?([^",}}]{{1,500}})'
    found = re.search(either.encode(), body)
    if found is None:
        return None
    return unescape((found[1] or found[2]).decode("utf-8", "replace")).strip() or None


def number_in(body: bytes, name: str) -> int | None:
    """Return the number of the first element, or member, of a name in an answer."""
    text = text_in(body, name)
    return int(text) if text is not None and text.isdecimal() else None
