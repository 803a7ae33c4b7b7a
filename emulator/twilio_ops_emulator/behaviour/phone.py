"""Phone numbers: what they look like, and how people write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_SEPARATORS = re.compile(r"[ ().-]")
_E164 = re.compile(r"\+[1-9]\d{1,14}", re.ASCII)
_NORTH_AMERICA = re.compile(r"\+1(\d{3})(\d{3})(\d{4})", re.ASCII)


@lru_cache(4096)
def normalised(text: str) -> str | None:
    """A phone number in E.164, or None when the text is none.

    Ten digits without a plus sign are taken for a North American number.
    """
    number = _SEPARATORS.sub("", text.strip())
    if number.isdigit() and number.isascii():
        if len(number) == 10:
            number = f"+1{number}"
        elif len(number) > 10:
            number = f"+{number}"
    return number if _E164.fullmatch(number) else None


@lru_cache(4096)
def formatted(number: str) -> str:
    """A number as it is written where it is at home: ``(415) 867-5309``."""
    match = _NORTH_AMERICA.fullmatch(number)
    return f"({match[1]}) {match[2]}-{match[3]}" if match else number


def has_prefix(text: str, prefixes: Iterable[str]) -> bool:
    """Whether an address begins with one of some words, and something follows."""
    return any(text.startswith(prefix) and len(text) > len(prefix) for prefix in prefixes)
