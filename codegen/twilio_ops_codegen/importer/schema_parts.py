"""What single schemas say, without what they refer to."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import islice
from typing import Any
from urllib.parse import unquote

from twilio_ops_codegen.catalog.linear import LONGEST, why_refused
from twilio_ops_codegen.catalog.located_yaml import UNWRITABLE
from twilio_ops_codegen.catalog.plain import is_list, is_mapping

from .naming import snake
from .structure import COMPOSITIONS, Node

_SID = re.compile(
    r"\^?\(?(?:\?:)?([A-Za-z]{2}(?:\|[A-Za-z]{2})*)\)?\[(?:0-9|a-f|A-F){2,3}\]\{32\}\$?"
)


_SID_LENGTH = 34


MOST_ALTERNATIVES = 64

LIMITS = ("pattern", "minLength", "maxLength")
"""What a schema may say of texts beside their type."""


# What says nothing of the type. The vendor extension is read separately.
_ANNOTATIONS = frozenset(
    (
        "description",
        "title",
        "summary",
        "example",
        "examples",
        "default",
        "nullable",
        "deprecated",
        "externalDocs",
    )
)


def prefixes(pattern: str) -> tuple[str, ...]:
    """The Sid prefixes that a pattern stands for; empty if it is not a pattern of Sids."""
    if len(pattern) > LONGEST:
        return ()
    text = pattern
    if text.startswith("^(") and text.endswith(")$") and len(_branches(text[2:-2], ")")) == 1:
        text = text[2:-2]
    found: dict[str, None] = {}
    for branch in _branches(text, "|"):
        if (match := _SID.fullmatch(branch)) is None:
            return ()
        found.update(dict.fromkeys(match[1].split("|")))
    return tuple(found)


def only_part(schema: Node) -> tuple[Any, bool]:
    """The one schema that another consists of, and whether null may stand for it."""
    keys = [key for key in COMPOSITIONS if key in schema]
    if len(keys) != 1:
        return None, False
    beside = {key for key in schema if key not in keys and not key.startswith("x-")}
    if not beside <= _ANNOTATIONS | {"discriminator"}:
        return None, False
    parts = [part for part in schema[keys[0]] or () if not (is_mapping(part) and is_null(part))]
    return (parts[0], len(parts) < len(schema[keys[0]])) if len(parts) == 1 else (None, False)


def implied(schema: Node) -> str | None:
    if schema.get("properties") or "additionalProperties" in schema:
        return "object"
    if "items" in schema:
        return "array"
    if isinstance(schema.get("const"), str) or any(
        isinstance(value, str) for value in schema.get("enum") or ()
    ):
        return "string"
    return None


def known_values(schema: Node) -> list[Any]:
    """The values that a schema names, null aside."""
    values = [schema["const"]] if "const" in schema else list(schema.get("enum") or ())
    return [value for value in values if value is not None]


def is_null(schema: Node) -> bool:
    return schema.get("type") == "null" or (
        "enum" in schema and schema["enum"] == [None] and "properties" not in schema
    )


def only_requires(parts: Sequence[Node]) -> bool:
    """Whether alternatives differ only in what they require of the same properties."""
    plain = all(part.keys() <= _ANNOTATIONS | {"required", "type"} for part in parts)
    return plain and all(part.get("type", "object") == "object" for part in parts)


_ALWAYS_READ = _ANNOTATIONS | {
    *(*COMPOSITIONS, "$ref", "type", "readOnly", "writeOnly", "$comment", "$schema")
}
_NUMBER = frozenset(("minimum", "maximum", "enum", "const"))
_READ: Mapping[str | None, frozenset[str]] = {
    "string": frozenset(("format", *LIMITS, "enum", "const")),
    "integer": _NUMBER,
    "number": _NUMBER,
    "boolean": frozenset(("enum", "const")),
    "array": frozenset(("items",)),
    "object": frozenset(("properties", "additionalProperties", "format")),
}
"""What is read of a schema of a type, or is remarked where it is read."""
_WIDTHS = ("int32", "int64", "float", "double")
ANOTHER = "another "
"""Before the name of a key: what a part of a composition says of it, where a later part says otherwise."""


def unread(schema: Node, kinds: Collection[str | None]) -> dict[str, Any]:
    """What a schema of some types says that no row can hold, and nothing else remarks.

    How wide a number is on some machine says nothing of its values.
    """
    read = _ALWAYS_READ.union(*(_READ.get(kind, ()) for kind in kinds))
    if schema.keys() <= read:
        return {}
    found = {key: said for key, said in schema.items() if key not in read and key[:2] != "x-"}
    if not is_list(found.get("required")) or schema.get("properties"):
        found.pop("required", None)  # it is none, or those of the properties
    if found.get("format") in _WIDTHS and not {"integer", "number"}.isdisjoint(kinds):
        del found["format"]
    return found


def beside_reference(schema: Node) -> dict[str, Any]:
    """What stands beside a reference and no row can hold."""
    read = _ALWAYS_READ - {"readOnly", "writeOnly", *COMPOSITIONS}
    return {key: said for key, said in schema.items() if key not in read and key[:2] != "x-"}


def reference_hints(pointer: str, enum_separator: str) -> tuple[str, ...]:
    """Names for what a reference leads to: the shortest, then longer ones."""
    name = unquote(pointer.rpartition("/")[2]).replace("~1", "/").replace("~0", "~")
    owner, separator, enum = name.rpartition(enum_separator)
    if separator and enum:
        return (snake(enum), f"{snake(owner)}_{snake(enum)}")
    parts = name.split(".")
    return tuple(snake("_".join(parts[-length:])) for length in range(1, len(parts) + 1))


def of_keys(schema: Node, *keys: str) -> dict[str, Any]:
    """What a schema says under some keys."""
    return {key: schema[key] for key in keys if schema.get(key) is not None}


def beside_sid(schema: Node) -> dict[str, Any]:
    """What a schema says of a Sid that its prefixes do not say."""
    more = of_keys(schema, "minLength", "maxLength", "format")
    return {key: said for key, said in more.items() if said != _SID_LENGTH}


def every(found: Sequence[Node], others: Sequence[Node]) -> list[Node]:
    """Each joined with each; no more of them than it takes to be too many."""
    pairs = ((one, other) for one in found for other in others)
    return [_joined(one, other) for one, other in islice(pairs, MOST_ALTERNATIVES + 1)]


_JOINED = _ANNOTATIONS | {"properties", "required", "additionalProperties"}


def _joined(one: Node, other: Node) -> Node:
    """A schema that says what both say; the second has the last word."""
    result = {**one, **other}
    for key in one.keys() & other.keys() - _JOINED:
        if one[key] != other[key]:
            result[ANOTHER + key] = one[key]
    if "properties" in one and "properties" in other:
        first, second = one["properties"], other["properties"]
        result["properties"] = {**first, **second}
        named = first.keys() & second.keys()
        if another := {name: first[name] for name in named if first[name] != second[name]}:
            result[f"{ANOTHER}properties"] = another
    needed = [*listed(one, "required"), *listed(other, "required")]
    required = list(dict.fromkeys(name for name in needed if isinstance(name, str)))
    if required:
        result["required"] = required
    if "additionalProperties" in one and "additionalProperties" in other:
        result["additionalProperties"] = (
            one["additionalProperties"] or other["additionalProperties"]
        )
    return result


def listed(schema: Node, key: str) -> Sequence[Any]:
    """A list of a schema. Documents by hand have `required: true` at properties, which says nothing."""
    value = schema.get(key)
    return value if is_list(value) else ()


def bound(schema: Node, key: str) -> int | float | None:
    """A limit of a number; the limits of the type itself say nothing."""
    value = schema.get(key)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) < 2**53:
        return None
    return value


def why_not_taken(pattern: str) -> str | None:
    if UNWRITABLE.search(pattern):
        return "cannot be written"
    return why_refused(pattern)


def _branches(text: str, mark: str) -> list[str]:
    """The parts of an expression between the marks that stand outside its parentheses."""
    parts: list[str] = []
    start = depth = 0
    for index, character in enumerate(text):
        if character == mark and depth == 0:
            parts.append(text[start:index])
            start = index + 1
        else:
            depth += (character == "(") - (character == ")")
    return [*parts, text[start:]]
