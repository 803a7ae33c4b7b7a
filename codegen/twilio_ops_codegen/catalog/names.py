"""Names in every convention the outputs need, made from the catalog's by rule."""

from __future__ import annotations

import keyword
import re
import unicodedata
from functools import cache

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]*|[a-z]+|\d+")
# Digits stay with the word before them: ``sha256`` is one word of a value.
_SIGN = re.compile("[^A-Za-z0-9]")
_BETWEEN_WORDS = re.compile(r"[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
# What records, requests and operations have of their own.
_TAKEN = frozenset(
    [
        "self",
        "parent",
        "spec",
        "request",
        "run",
        "documents",
        "document",
        "process",
        "from_document",
        "to_document",
        "items",
        "is_set",
        "given",
        "request_profile",
        "response_profile",
        "filters",
        "fields",
        "limit",
        "page_size",
        "pages",
        "options",
        "unknown",
        "connection",
        "conditions",
        "prepare",
        "ensure_supported",
        "ask",
        "dispatch",
        "addressing",
        "projection",
        "recording_into",
        "request_to",
        "secret_elements",
        "typed_format",
        "document_format",
        "request_for",
        "replace",
        "resolved",
        "first_request",
    ]
)
# What the annotations in a generated class are written with: a member of such a name would hide it.
_ANNOTATIONS = frozenset(["bool", "date", "datetime", "dict", "g", "int", "list", "str", "tuple"])
# What generated modules import or define beside their classes, and what is beside the modules.
_BESIDE_CLASSES = frozenset(
    [
        "Any",
        "ClassVar",
        "Decimal",
        "Iterator",
        "Mapping",
        "Raw",
        "Required",
        "SERVICE",
        "Sequence",
        "Shape",
        "Sid",
        "Struct",
        "TypedDict",
    ]
)
_BESIDE_MODULES = frozenset(["annotations", "load"])
# What records have of their own, and only they matter to a field.
_RECORDS = frozenset(
    [
        "self",
        "spec",
        "items",
        "is_set",
        "from_document",
        "to_document",
        "problems",
        "unknown",
        "to_dict",
        "to_json",
    ]
)


def _in_latin(text: str) -> str:
    """Text of other scripts in Latin letters; few catalogs need the tables, which take long to read."""
    from anyascii import anyascii

    return anyascii(text)


def words(name: str) -> list[str]:
    """The words of a name in any convention: ``StartTime``, ``start_time``, ``start-time``."""
    return _WORDS.findall(name if name.isascii() else _in_latin(name))


@cache  # the same few words name most fields
def snake(name: str) -> str:
    """``StartTime`` -> ``start_time``; what is no identifier becomes one."""
    joined = "_".join(word.lower() for word in words(name)) or "value"
    return f"n{joined}" if joined[0].isdigit() else joined


def identifier(name: str) -> str:
    """A name for an attribute or argument: snake case, with ``_`` behind a reserved word."""
    plain = snake(name)
    return f"{plain}_" if is_taken(plain) else plain


def is_taken(name: str) -> bool:
    """Whether a word is Python's, or what generated classes have of their own."""
    return keyword.iskeyword(name) or name in _TAKEN or name in _ANNOTATIONS


def is_object_taken(name: str) -> bool:
    """Whether an object of this name could not have a class and a module of its own."""
    module = snake(name)
    return (
        keyword.iskeyword(name)
        or keyword.iskeyword(module)
        or name in _BESIDE_CLASSES
        or module in _BESIDE_MODULES
    )


def attribute(name: str) -> str:
    """A name for a record's field: snake case, with ``_`` behind what it cannot be called."""
    plain = snake(name)
    taken = keyword.iskeyword(plain) or plain in _RECORDS or plain in _ANNOTATIONS
    return f"{plain}_" if taken else plain


def argument(name: str) -> str:
    """A name for a parameter, beside the Sid that an operation takes."""
    plain = identifier(name)
    return f"{plain}_" if plain == "sid" else plain


@cache
def pascal(name: str) -> str:
    """``start_time`` -> ``StartTime``; the naming rule of element names."""
    parts = re.split(r"[^A-Za-z0-9]+", name if name.isascii() else _in_latin(name))
    return "".join(part[:1].upper() + part[1:] for part in parts) or "Value"


def element(name: str) -> str:
    """A name as one of an XML element: what XML does not allow there becomes ``_``."""
    plain = re.sub(r"[^\w.-]", "_", name, flags=re.ASCII)
    return plain if re.match(r"[A-Za-z_]", plain) else f"_{plain}"


@cache
def constant(value: str, *, signs: bool = False) -> str:
    """The member name of an enum's value: ``in-progress``, ``InProgress`` -> ``IN_PROGRESS``.

    Other scripts are transliterated. A value of signs alone is called by their Unicode names.

    Args:
        value: The value.
        signs: Call every sign by its name, to tell apart what differs in nothing else.
    """
    text = value if value.isascii() else _in_latin(value)
    if signs or not re.search("[A-Za-z0-9]", text):
        text = _SIGN.sub(_sign, text or value)
    plain = "_".join(filter(None, _BETWEEN_WORDS.split(text))).upper() or "EMPTY"
    if plain[0].isdigit():
        plain = f"N{plain}"
    return f"{plain}_" if plain == "MRO" else plain  # a method that every class has


def _sign(match: re.Match[str]) -> str:
    """The Unicode name of a sign; of a character that has none, its number."""
    name = unicodedata.name(match[0], f"U{ord(match[0]):04X}")
    return f" {re.sub(' (SIGN|MARK)$', '', name)} "


def singular(plural: str) -> str:
    """The naming rule's item name of a list name: ``Addresses`` -> ``Address``."""
    if plural.endswith("ies"):
        return plural[:-3] + "y"
    if re.search(r"(ss|sh|ch|x)es\Z", plural):
        return plural[:-2]
    return plural[:-1] if plural.endswith("s") and not plural.endswith("ss") else plural
