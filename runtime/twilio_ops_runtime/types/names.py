"""How names are written in JSON and in elements."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD_START = r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"


@lru_cache(maxsize=1024)
def pascal(name: str) -> str:
    """The element name of a JSON name: ``date_created`` is ``DateCreated``."""
    return "".join(word[:1].upper() + word[1:] for word in name.split("_"))


@lru_cache(maxsize=1024)
def snake(name: str) -> str:
    """The JSON name of an element name: ``DateCreated`` is ``date_created``."""
    return re.sub(_WORD_START, "_", name).lower()
