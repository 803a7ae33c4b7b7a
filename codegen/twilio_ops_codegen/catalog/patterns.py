"""Regular expressions of the catalog: a text that one matches, and the same in XML Schema."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Sequence
from typing import Any

# The standard library's own parser of expressions; there is no public way to it.
_parser: Any = importlib.import_module("re._parser")

_BEGINNINGS = {"AT_BEGINNING", "AT_BEGINNING_STRING"}
_ENDS = {"AT_END", "AT_END_STRING"}
_PLAIN = {(0, None), (1, None), (0, 1), (1, 1)}
_REPEATS = {"MAX_REPEAT", "MIN_REPEAT"}
# XML Schema's own \w has no underscore, and its \s no wide spaces. The ideographs and syllables are
# letters, but not to libxml2.
_WORD = "\\p{L}\\p{N}_\u4e00-\u9fff\uac00-\ud7a3"
_SPACE = r"\s\p{Z}"
_CATEGORIES = {
    "CATEGORY_DIGIT": r"\d",
    "CATEGORY_NOT_DIGIT": r"\D",
    "CATEGORY_SPACE": _SPACE,
    "CATEGORY_WORD": _WORD,
}
_COMPLEMENTS = {"CATEGORY_NOT_SPACE": _SPACE, "CATEGORY_NOT_WORD": _WORD}
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_MOST_WRITTEN = 4
"""How often a part is written out: libxml2 loses count where another alternative begins alike."""
_LONGEST_WRITTEN = 100
_MOST_TIMES = 500
"""The characters of the longest key; libxml2 makes a state of each time."""


class _Unsayable(Exception):
    """A part that expressions of XML Schema do not have."""


def example(pattern: str) -> str:
    """A short plain text that the pattern matches as a whole, fit for a key of a path.

    Raises:
        ValueError: The pattern has a part for which no text can be made; the row needs an example.
    """
    parsed = _parser.parse(pattern)
    text = _texts(parsed, 0) or _texts(parsed, 1)
    fits = is_part(text) and re.fullmatch(pattern, text) is not None
    if not fits:
        raise ValueError(f"no example can be made for {pattern}; give the key an `example`")
    return text


def is_part(text: str) -> bool:
    """Whether a text can be one part of a composed Sid that is not just any text."""
    return text not in {"", ".", ".."} and ":" not in text and _CONTROL.search(text) is None


def schema_pattern(pattern: str) -> str | None:
    """What matches the same whole texts in XML Schema; None if its expressions cannot say it."""
    parsed = _parser.parse(pattern)
    if parsed.state.flags & ~re.UNICODE:
        return None
    try:
        return _sequence(parsed, True, True)
    except _Unsayable:
        return None


def schema_word(text: str) -> str:
    """A text as it stands, in an expression of XML Schema."""
    return re.sub(r"[\\|.?*+(){}\-\[\]^]", r"\\\g<0>", text)


def _sequence(tokens: Sequence[Any], first: bool, last: bool) -> str:
    """Tokens one after the other.

    Args:
        tokens: The tokens.
        first: Whether the whole text begins with them: only there may its beginning be named.
        last: Whether it ends with them.
    """
    start, end = 0, len(tokens)
    while first and start < end and _is_at(tokens[start], _BEGINNINGS):
        start += 1
    while last and start < end and _is_at(tokens[end - 1], _ENDS):
        end -= 1
    return "".join(
        _part(tokens[index], first and index == start, last and index == end - 1)
        for index in range(start, end)
    )


def _is_at(token: Any, places: set[str]) -> bool:
    return str(token[0]) == "AT" and str(token[1]) in places


def _part(token: Any, first: bool, last: bool) -> str:
    name, value = str(token[0]), token[1]
    if name == "LITERAL":
        return _character(value)
    if name == "NOT_LITERAL":
        return f"[^{_character(value)}]"
    if name == "ANY":
        return "."
    if name == "IN":
        return _set(value)
    if name == "SUBPATTERN":
        _, added, removed, body = value
        if added or removed:
            raise _Unsayable
        inner = _sequence(body, first, last)
        alone = len(body) == 1 and str(body[0][0]) == "BRANCH"  # it has parentheses of its own
        return inner if alone else f"({inner})"
    if name == "BRANCH":
        return f"({'|'.join(_sequence(body, first, last) for body in value[1])})"
    if name in _REPEATS:  # how eagerly is all one where the whole text has to match
        return _repeat(*value)
    raise _Unsayable


def _repeat(low: int, high: int, body: Sequence[Any]) -> str:
    once = _sequence(body, False, False)
    if len(body) != 1 or str(body[0][0]) in _REPEATS:
        once = f"({once})"
    most = None if str(high) == "MAXREPEAT" else int(high)
    times = max(low, most or 0)
    if times > _MOST_TIMES:
        raise _Unsayable
    if (low, most) in _PLAIN or (times <= _MOST_WRITTEN and len(once) <= _LONGEST_WRITTEN):
        return _written_out(once, low, most)
    return f"{once}{{{low}}}" if most == low else f"{once}{{{low},{'' if most is None else most}}}"


def _written_out(once: str, low: int, most: int | None) -> str:
    """A part repeated without counting."""
    if most is None:
        return once * (low - 1) + f"{once}+" if low else f"{once}*"
    rest = ""
    for number in range(most - low):
        rest = f"({once}{rest})?" if number else f"{once}?"
    return once * low + rest


def _set(members: Sequence[Any]) -> str:
    """A set of characters."""
    negated = str(members[0][0]) == "NEGATE"
    members = members[1:] if negated else members
    name, value = str(members[0][0]), str(members[0][1])
    if len(members) == 1 and name == "CATEGORY" and value in _COMPLEMENTS:
        return f"[{'' if negated else '^'}{_COMPLEMENTS[value]}]"
    return f"[{'^' if negated else ''}{''.join(map(_member, members))}]"


def _member(token: Any) -> str:
    name, value = str(token[0]), token[1]
    if name == "LITERAL":
        return _character(value)
    if name == "RANGE":
        return f"{_character(value[0])}-{_character(value[1])}"
    if name == "CATEGORY" and str(value) in _CATEGORIES:
        return _CATEGORIES[str(value)]
    raise _Unsayable


def _character(code: int) -> str:
    if _CONTROL.match(chr(code)):  # not in XML, or never in a key
        raise _Unsayable
    return schema_word(chr(code))


def _texts(tokens: Iterable[Any], least: int) -> str:
    """The shortest text of tokens, each repeated at least so often if it may be."""
    return "".join(_text(token, least) for token in tokens)


def _text(token: Any, least: int) -> str:
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
        return "0" if "DIGIT" in str(value[0][1]) else _text(value[0], least)
    if name in _REPEATS:
        low, high, body = value
        return _texts(body, least) * max(int(low), min(least, int(high)))
    if name == "SUBPATTERN":
        return _texts(value[3], least)
    if name == "BRANCH":
        texts = [_texts(body, least) for body in value[1]]
        return next(filter(None, texts), "") if least else texts[0]
    return ""
