"""YAML text with a fixed layout: scalars that every YAML reader takes for the same value."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

Value = str | int | float | bool | None | Mapping[str, "Value"] | Sequence["Value"]

# Plain scalars are the few that no version of YAML reads as anything but text.
_PLAIN = re.compile(r"[A-Za-z/][A-Za-z0-9_./-]*(?: [A-Za-z0-9_./(-][A-Za-z0-9_./()-]*)*")
_PLAIN_BLOCK = re.compile(r"[A-Za-z/][A-Za-z0-9_./{}-]*")
_WORDS_OF_YAML = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))
_PRINTABLE = re.compile(r"[\x20-\x7e]*")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}

# YAML readers give up on a key whose colon does not follow within 1024 characters.
_LONGEST_KEY = 900


def scalar(value: str | int | float | bool | None, *, block: bool = False) -> str:
    """The scalar as YAML; ``block`` allows what only needs quotes inside brackets."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return _number(value)
    return _text(value, block)


@lru_cache(maxsize=8192)
def _text(value: str, block: bool) -> str:
    plain = _PLAIN.fullmatch(value) or (block and _PLAIN_BLOCK.fullmatch(value))
    if plain and value.lower() not in _WORDS_OF_YAML:
        return value
    if _PRINTABLE.fullmatch(value):
        return "'" + value.replace("'", "''") + "'"
    return '"' + "".join(map(_escaped, value)) + '"'


def flow(value: Value) -> str:
    """The value on one line."""
    if isinstance(value, Mapping):
        return (
            "{" + ", ".join(f"{_flow_key(key)}: {flow(item)}" for key, item in value.items()) + "}"
        )
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value)


def row(key: str, value: Value, indent: int = 0) -> list[str]:
    """The lines of ``key: value`` with the value on one line."""
    if value is None or isinstance(value, (str, int, float)):
        return _keyed(key, f" {scalar(value, block=True)}", indent)
    return _keyed(key, f" {flow(value)}", indent)


def block(key: str, lines: Sequence[str], indent: int = 0) -> list[str]:
    """The lines of a key whose value is the block of ``lines``, which are indented already."""
    return [*_keyed(key, "", indent), *lines]


def _keyed(key: str, rest: str, indent: int) -> list[str]:
    name = scalar(key)
    pad = " " * indent
    if len(name) > _LONGEST_KEY:
        return [f"{pad}? {name}", f"{pad}:{rest}"]
    return [f"{pad}{name}:{rest}"]


def _flow_key(key: str) -> str:
    name = scalar(key)
    return f"? {name} " if len(name) > _LONGEST_KEY else name


def _number(value: float) -> str:
    if math.isnan(value):
        return ".nan"
    if math.isinf(value):
        return ".inf" if value > 0 else "-.inf"
    text = repr(value)
    # YAML 1.1 takes a number with an exponent for text unless it has a point and a sign.
    mantissa, exponent, power = text.partition("e")
    if not exponent:
        return text
    if "." not in mantissa:
        mantissa += ".0"
    return f"{mantissa}e{power if power[0] in '+-' else '+' + power}"


def _escaped(character: str) -> str:
    code = ord(character)
    if character in _ESCAPES:
        return _ESCAPES[character]
    if 0x20 <= code < 0x7F:
        return character
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
