"""The rules of a type, wherever it stands: in a field, a parameter, a filter or a key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import frozen

from twilio_ops_codegen.catalog.bounds import bounds
from twilio_ops_codegen.catalog.defaults import expected
from twilio_ops_codegen.catalog.linear import why_refused
from twilio_ops_codegen.catalog.located_yaml import Place, Tree
from twilio_ops_codegen.catalog.model import NESTED, Field, Key, Object, Parameter, Type
from twilio_ops_codegen.catalog.names import identifier, is_taken
from twilio_ops_codegen.catalog.paths import name_problem
from twilio_ops_codegen.catalog.patterns import example

MOST_PAIRS = 1000
"""So many numbered pairs may one parameter have."""


XML_NAME = re.compile(r"[A-Za-z_][\w.-]*\Z", re.ASCII)


_PYTHON_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")


_PREFIX = re.compile(r"[A-Za-z]{2}\Z")


_NEEDS = {
    "enum": "enum",
    "struct": "struct",
    "list": "items",
    "map": "items",
    "pairs": "count",
    "collapsible_map": "prefix",
}
_NEEDED_BY = {
    key: tuple(kind for kind, needed in _NEEDS.items() if needed == key)
    for key in dict.fromkeys(_NEEDS.values())
}


@frozen
class Scope:
    """An object, and what may be named in its rows.

    What is named need not be fit to be read: that is its own mistake, reported already.
    """

    row: Object
    tree: Tree
    objects: Mapping[str, Object]  # by source name
    unread: set[str]  # source names, too

    def is_object(self, source: str) -> bool:
        return source in self.objects or source in self.unread


Found = Iterator[tuple[Place, str]]


def field_mistakes(place: Place, row: Field, scope: Scope) -> Found:
    yield from type_mistakes(place, row, scope)
    yield from no_pairs(place, row)
    yield from called_mistakes(place)
    yield from name_mistakes(place, row.name)
    for action in row.only:
        if action not in scope.row.actions and scope.tree.lacks(("actions",), action) is not None:
            yield (*place, "only"), f"names {action}, which {scope.row.object} does not permit"
    for label, text in (("xml", row.xml), ("item_xml", row.item_xml)):
        if text is not None and not XML_NAME.match(text):
            yield (*place, label), f"is {text!r}; expected an element name"
    for name, text in row.key_xml.items():
        if not XML_NAME.match(text):
            yield (*place, "key_xml", name), f"is {text!r}; expected an element name"
    if len(set(row.key_xml.values())) < len(row.key_xml):
        yield (*place, "key_xml"), "gives two names one element; expected each its own"
    if row.key_xml and row.type != "uri_map":
        yield (*place, "key_xml"), f"does not go with type {row.type}"


def called_mistakes(place: Place) -> Found:
    """The mistakes of the name under which the service knows a row."""
    if (problem := name_problem(str(place[-1]))) is not None:
        yield place, problem


def name_mistakes(place: Place, name: str | None) -> Found:
    if name is not None and (is_taken(name) or not _PYTHON_NAME.match(name)):
        free = f"expected a name that is free in Python, such as {identifier(name)}"
        yield (*place, "name"), f"is {name!r}; {free}"


def type_mistakes(place: Place, row: Type, scope: Scope) -> Found:
    needed = _NEEDS.get(row.type)
    if needed is not None and getattr(row, needed) is None:
        yield (*place, needed), f"is missing; type {row.type} needs it"
    for key, allowed in _NEEDED_BY.items():
        if row.type not in allowed and getattr(row, key) is not None:
            yield (*place, key), f"does not go with type {row.type}"
    for label, name, table in (
        ("enum", row.enum, scope.row.enums),
        ("struct", row.struct, scope.row.structs),
    ):
        if name is None or name in table:
            continue
        if (known := scope.tree.lacks((f"{label}s",), name)) is not None:
            yield (*place, label), f"names {name!r}; this object's {label}s: {known}"
    if row.count is not None and row.count < 1:
        yield (*place, "count"), f"is {row.count}; expected at least 1"
    if row.count is not None and row.count > MOST_PAIRS:
        yield (*place, "count"), f"is {row.count}; expected at most {MOST_PAIRS}"
    if row.prefix is not None and (problem := name_problem(row.prefix)) is not None:
        yield (*place, "prefix"), problem
    if row.values and row.type != "string":
        yield (*place, "values"), f"does not go with type {row.type}"
    if row.type == "sid" and not row.prefixes:
        yield (*place, "prefixes"), "is missing; type sid needs at least one"
    if row.type != "sid" and row.prefixes:
        yield (*place, "prefixes"), f"does not go with type {row.type}"
    if row.type == "datetime" and row.format not in ("rfc2822", "iso8601"):
        yield (*place, "format"), f"is {row.format!r}; expected rfc2822 or iso8601 for a datetime"
    if row.type == "date" and row.format not in (None, "relative"):
        yield (*place, "format"), f"is {row.format!r}; expected relative or nothing for a date"
    low, high = bounds(row.type, row.minimum, row.maximum)
    if low is not None and high is not None and low > high:
        yield (*place, "minimum"), f"{low} is above the maximum, {row.maximum}"
    yield from _prefixes(place, row.prefixes, row.pattern)
    if row.items is not None:
        yield from type_mistakes((*place, "items"), row.items, scope)
        yield from no_pairs((*place, "items"), row.items)


def no_pairs(place: Place, row: Type) -> Found:
    if row.type in ("pairs", "collapsible_map"):
        yield (*place, "type"), f"is {row.type}, which only parameters are; expected another type"


def key_mistakes(place: Place, row: Key) -> Found:
    found = list(_prefixes(place, row.prefixes, row.pattern))
    yield from found
    if row.pattern is None or row.prefixes or row.literals or row.example or found:
        return
    try:
        example(row.pattern)
    except ValueError as error:
        yield (*place, "pattern"), str(error)


def _prefixes(place: Place, prefixes: tuple[str, ...], pattern: str | None) -> Found:
    for prefix in prefixes:
        if not _PREFIX.match(prefix):
            yield (*place, "prefixes"), f"{prefix!r} is no prefix; expected two letters"
    if pattern is None:
        return
    if (reason := why_refused(pattern)) is not None:
        yield (*place, "pattern"), reason
        return
    for prefix in prefixes:
        if not re.fullmatch(pattern, prefix + "0123456789abcdef" * 2):
            yield (*place, "prefixes"), f"{prefix} contradicts the pattern {pattern}"


def sent_as_text(place: Place, row: Type) -> Found:
    if row.type in NESTED:
        message = (
            f"is {row.type}, which only a JSON body can hold; expected any (sent as JSON text)"
        )
        yield (*place, "type"), message


def default_mistakes(place: Place, row: Parameter, scope: Scope) -> Found:
    if row.default is not None:
        wanted = expected(row.default, row, scope.row.enums.get(row.enum or "", ()))
        if wanted is not None:
            yield (*place, "default"), f"is {row.default!r}; expected {wanted}"
