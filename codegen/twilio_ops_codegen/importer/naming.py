"""Spellings: words of a name, snake case, Pascal case, the singular of a plural."""

from __future__ import annotations

import re
from functools import lru_cache

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+[a-z]*|[^\W\d_]+")


def words(name: str) -> list[str]:
    """The words of a name in any spelling: ``callEnum_Status`` gives call, Enum, Status."""
    return _WORDS.findall(name)


@lru_cache(maxsize=8192)
def snake(name: str) -> str:
    """The name in snake case; never empty, never beginning with a digit."""
    text = "_".join(word.lower() for word in words(name)) or "value"
    return f"n{text}" if text[0].isdigit() else text


def pascal(name: str) -> str:
    """The name in Pascal case; capitals inside words stay as they are."""
    text = "".join(word[0].upper() + word[1:] for word in words(name)) or "Value"
    return f"N{text}" if text[0].isdigit() else text


def singular(name: str) -> str:
    """The singular of an English plural, by its ending; other names come back unchanged."""
    lower = name.lower()
    if lower.endswith("ies") and len(name) > 4:
        return name[:-3] + ("Y" if name[-3:].isupper() else "y")
    if lower.endswith(("sses", "xes", "ches", "shes")):
        return name[:-2]
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")):
        return name[:-1]
    return name
