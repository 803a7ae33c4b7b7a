"""Whether a default fits the type that it is a default of."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Protocol

_PYTHON: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "decimal": (int, float),
    "boolean": (bool,),
    "date": (str,),
    "datetime": (str,),
    "sid": (str,),
    "enum": (str,),
}


class _Type(Protocol):
    """What of a type decides: of a catalog's row, and of an importer's shape."""

    @property
    def type(self) -> str: ...
    @property
    def format(self) -> str | None: ...
    @property
    def prefixes(self) -> tuple[str, ...]: ...
    @property
    def pattern(self) -> str | None: ...
    @property
    def minimum(self) -> int | float | None: ...
    @property
    def maximum(self) -> int | float | None: ...


def expected(default: str | int | float | bool, row: _Type, words: Sequence[str]) -> str | None:
    """What is expected of a default in place of this one; None = it fits.

    Args:
        default: The default.
        row: Its type; a pattern that is no regular expression is passed over.
        words: The values of the type's enum, if it is one.
    """
    kinds = _PYTHON.get(row.type)
    if kinds is None:
        return f"none, as a value of type {row.type} is no plain one"
    if type(default) not in kinds:
        return f"one that fits type {row.type}"
    if isinstance(default, str):
        return _expected_text(default, row, words)
    if row.minimum is not None and default < row.minimum:
        return f"at least the minimum, {row.minimum}"
    if row.maximum is not None and default > row.maximum:
        return f"at most the maximum, {row.maximum}"
    return None


def _expected_text(default: str, row: _Type, words: Sequence[str]) -> str | None:
    if row.type == "enum" and words and default not in words:
        return "one of the enum's values"
    if row.type == "sid" and not _is_sid(default, row.prefixes):
        return f"{' or '.join(row.prefixes)} and 32 hexadecimal digits"
    if row.type == "date" and not _reads(date.fromisoformat, default):
        return "a day such as 2031-01-31"
    read = _rfc2822 if row.format == "rfc2822" else datetime.fromisoformat
    if row.type == "datetime" and not _reads(read, default):
        return f"a time as {row.format} writes it"
    if row.pattern is not None:
        try:
            matcher = re.compile(row.pattern)
        except re.error:
            return None
        if not matcher.search(default):
            return f"one that matches the pattern {row.pattern}"
    return None


def _is_sid(text: str, prefixes: tuple[str, ...]) -> bool:
    return text[:2] in prefixes and re.fullmatch("[0-9a-fA-F]{32}", text[2:]) is not None


def _rfc2822(text: str) -> datetime:
    from email.utils import parsedate_to_datetime  # it brings sockets along, for a rare default

    return parsedate_to_datetime(text)


def _reads(read: Callable[[str], object], text: str) -> bool:
    try:
        read(text)
    except ValueError:
        return False
    return True
