"""Whether a regular expression is matched in time that grows with the text alone.

Python's ``re`` tries again wherever a text can be read in two ways; one key of some hundred
characters can then take seconds. What is let pass decides by the next character, but for a few
choices outside of repeats; everything else is refused, some harmless expressions with it.
"""

from __future__ import annotations

import importlib
import re
import warnings
from collections.abc import Sequence
from typing import Any

# The standard library's own parser of expressions; there is no public way to it.
_parser: Any = importlib.import_module("re._parser")

LONGEST = 1000
"""The characters of the longest expression that is read."""
MOST_TIMES = 500
"""How often a part may be repeated where a number is given: the characters of the longest key."""
MOST_WAYS = 64
"""In so many ways may a text be read until one is known to be right."""

_ENDLESS = 1_000_000
_CHARACTERS = 128
# What stands for all characters beyond ASCII, by what they are.
_DIGIT, _LETTER, _SPACE, _OTHER = range(_CHARACTERS, _CHARACTERS + 4)
_ALL = frozenset(range(_CHARACTERS + 4))
_BEYOND = frozenset((_DIGIT, _LETTER, _SPACE, _OTHER))
_CLASSES = {
    "DIGIT": frozenset(i for i in range(_CHARACTERS) if chr(i).isdigit()) | {_DIGIT},
    "SPACE": frozenset(i for i in range(_CHARACTERS) if chr(i).isspace()) | {_SPACE},
    "WORD": frozenset(i for i in range(_CHARACTERS) if chr(i).isalnum() or chr(i) == "_")
    | {_DIGIT, _LETTER},
}
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT")


class _Refused(Exception):
    """The expression is not known to be linear."""


def why_refused(pattern: str) -> str | None:
    """Why an expression is not taken: it is none, too large, or not known to be linear; None = it is.

    Args:
        pattern: An expression in Python's syntax, as a catalog or a document says it.
    """
    if len(pattern) > LONGEST:
        return f"is longer than {LONGEST} characters"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", FutureWarning)
            re.compile(pattern)
            parsed = _parser.parse(pattern)  # warns also of what was compiled before
    except FutureWarning as said:
        return f"may mean something else in later versions of Python: {said}"
    except (re.error, RecursionError, OverflowError) as error:
        return f"is no regular expression: {error}"
    if parsed.state.flags & ~re.UNICODE:
        return "sets flags; expected none"
    if parsed.getwidth()[0] > MOST_TIMES:
        return f"needs more than {MOST_TIMES} characters"
    try:
        _Reader().sequence(parsed, frozenset(), 0, False)
    except _Refused as reason:
        return str(reason)
    return None


class _Reader:
    def __init__(self) -> None:
        self.ways = 1

    def sequence(
        self, tokens: Sequence[Any], after: frozenset[int], rest: int, repeated: bool
    ) -> tuple[frozenset[int], bool, int]:
        """What tokens begin with, whether they may be empty, and how long they may be.

        Args:
            tokens: The tokens, one after the other.
            after: What may come behind them.
            rest: How long what comes behind them may be.
            repeated: Whether they are in a part that is repeated.
        """
        begins: frozenset[int] = frozenset()
        empty, length = True, 0
        for token in reversed(tokens):
            follows = begins | after if empty else begins
            first, may_lack, wide = self.token(token, follows, rest + length, repeated)
            begins = first | begins if may_lack else first
            empty = empty and may_lack
            length += wide
        return begins, empty, length

    def token(
        self, token: Any, after: frozenset[int], rest: int, repeated: bool
    ) -> tuple[frozenset[int], bool, int]:
        name, value = str(token[0]), token[1]
        if name == "AT":
            return frozenset(), True, 0
        if name == "SUBPATTERN":
            _, added, removed, body = value
            if added or removed:
                raise _Refused("sets flags; expected none")
            return self.sequence(body, after, rest, repeated)
        if name == "BRANCH":
            return self.branch(value[1], after, rest, repeated)
        if name in _REPEATS:
            low, high, body = value
            return self.repeat(low, high, body, after, rest, repeated)
        return _characters(name, value), False, 1

    def branch(
        self, bodies: Sequence[Any], after: frozenset[int], rest: int, repeated: bool
    ) -> tuple[frozenset[int], bool, int]:
        found = [self.sequence(body, after, rest, repeated) for body in bodies]
        taken: frozenset[int] = frozenset()
        for first, empty, _ in found:
            here = first | after if empty else first
            if here & taken:
                self.choose(len(bodies), repeated, "alternatives that begin alike")
                break
            taken |= here
        begins = frozenset[int]().union(*(first for first, _, _ in found))
        return begins, any(e for _, e, _ in found), max(wide for _, _, wide in found)

    def repeat(
        self, low: Any, high: Any, body: Any, after: frozenset[int], rest: int, repeated: bool
    ) -> tuple[frozenset[int], bool, int]:
        endless = str(high) == "MAXREPEAT"
        most = MOST_TIMES if endless else int(high)
        if max(int(low), most) > MOST_TIMES:
            raise _Refused(f"repeats a part more than {MOST_TIMES} times")
        begins, empty = _begins(body)
        follows = begins | after if most > 1 else after
        _, _, wide = self.sequence(body, follows, rest, most > 1 or repeated)
        if empty and most > 1:
            raise _Refused("repeats a part that may be empty")
        length = _ENDLESS if endless else min(wide * most, _ENDLESS)
        if MOST_TIMES < length < _ENDLESS:
            raise _Refused(f"repeats parts in parts, more than {MOST_TIMES} characters together")
        if (endless or int(low) < most) and begins & after:
            reason = "a repeat and what follows it begin alike"
            self.choose(rest + 1 if endless else most - int(low) + 1, repeated, reason)
        return begins, empty or int(low) == 0, length

    def choose(self, ways: int, repeated: bool, what: str) -> None:
        self.ways *= ways
        if repeated or self.ways > MOST_WAYS:
            raise _Refused(f"can be read in many ways: {what}")


def _begins(tokens: Sequence[Any]) -> tuple[frozenset[int], bool]:
    """What tokens begin with, and whether they may be empty."""
    begins: frozenset[int] = frozenset()
    for token in tokens:
        name, value = str(token[0]), token[1]
        if name == "AT":
            continue
        if name == "SUBPATTERN":
            here, empty = _begins(value[3])
        elif name == "BRANCH":
            found = [_begins(body) for body in value[1]]
            here = frozenset[int]().union(*(first for first, _ in found))
            empty = any(lacking for _, lacking in found)
        elif name in _REPEATS:
            here, empty = _begins(value[2])
            empty = empty or int(value[0]) == 0
        else:
            here, empty = _characters(name, value), False
        begins |= here
        if not empty:
            return begins, False
    return begins, True


def _characters(name: str, value: Any) -> frozenset[int]:
    if name == "ANY":
        return _ALL
    if name == "LITERAL":
        return _character(value)
    if name == "NOT_LITERAL":
        return _ALL - _character(value) | _BEYOND
    if name == "IN":
        negated = str(value[0][0]) == "NEGATE"
        found = frozenset[int]().union(*(_member(*each) for each in value[negated:]))
        return _ALL - frozenset(i for i in found if i < _CHARACTERS) if negated else found
    raise _Refused("looks back or ahead; expected characters, alternatives and repeats alone")


def _member(token: Any, value: Any) -> frozenset[int]:
    name = str(token)
    if name == "RANGE":
        low, high = value
        here = frozenset(range(low, min(high + 1, _CHARACTERS)))
        return here | _BEYOND if high >= _CHARACTERS else here
    if name == "CATEGORY":
        kind = str(value).rpartition("_")[2]
        return _ALL - _CLASSES[kind] if "_NOT_" in str(value) else _CLASSES[kind]
    return _character(value)


def _character(code: int) -> frozenset[int]:
    if code < _CHARACTERS:
        return frozenset((code,))
    character = chr(code)
    if character.isdigit():
        return frozenset((_DIGIT, _LETTER))
    if character.isspace():
        return frozenset((_SPACE,))
    return frozenset((_LETTER, _OTHER))
