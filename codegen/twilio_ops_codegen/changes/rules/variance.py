"""What each consumer sees of a type: what Python is annotated with, and the texts of documents.

Two types that a consumer cannot tell apart are one type to it. Names of classes are seen by typed
code alone; forms and bounds only by those for whom something checks them.
"""

from __future__ import annotations

from typing import Literal

from twilio_ops_codegen.catalog.bounds import bounds
from twilio_ops_codegen.catalog.model import Field, Object, Type

Seen = tuple[object, ...]
"""A type as a consumer sees it: equal ones cannot be told apart."""

_ANY_TEXT = frozenset({"string", "enum"})
"""Types that any text has. Enums are open."""

_ONE_TEXT = _ANY_TEXT | {"integer", "decimal", "boolean", "date", "datetime", "sid"}
"""Types whose values are one text each."""

_TAKEN: dict[str, frozenset[str]] = {
    "string": frozenset({"str"}),
    "enum": frozenset({"str"}),  # a member is text
    "sid": frozenset({"str"}),
    "integer": frozenset({"int", "bool"}),
    "decimal": frozenset({"Decimal", "int", "bool"}),
    "boolean": frozenset({"bool"}),
    "date": frozenset({"date", "datetime", "str"}),
    "datetime": frozenset({"datetime", "str"}),
}
"""What is taken for values that are sent, with what Python takes for the same."""


def held(row: Type) -> Seen:
    """The annotation of a value in a record; classes by their names in the catalog."""
    inner: Seen = () if row.items is None else held(row.items)
    return (row.type, row.enum, row.struct, *inner)


def takes(row: Type) -> frozenset[str]:
    """What a type checker takes for a value that is sent; what is no one text is like its own kind alone."""
    return _TAKEN.get(row.type, frozenset({row.type}))


def text_within(narrow: Type, wide: Type, homes: tuple[Object | None, Object | None]) -> bool:
    """Whether every document of one type is a document of another, as far as anybody checks.

    Args:
        narrow: The type whose documents are asked about.
        wide: The other type.
        homes: The objects whose structs each of them names.
    """
    if narrow.type in _ONE_TEXT and wide.type in _ANY_TEXT:
        return True
    if narrow.type == wide.type:
        return narrow.type != "struct" or _fields_within(narrow, wide, homes)
    return (narrow.type, wide.type) == ("integer", "decimal") or (
        wide.type == "any" and narrow.type in _ONE_TEXT
    )


def _fields_within(narrow: Type, wide: Type, homes: tuple[Object | None, Object | None]) -> bool:
    """Whether one struct has all fields of another, the same in documents.

    For answers: whoever reads the wide one's fields finds them in the narrow one.
    """
    inner, outer = (
        home.structs.get(row.struct or "") if home is not None else None
        for row, home in zip((narrow, wide), homes, strict=True)
    )
    if inner is None or outer is None:
        return False
    return all(
        name in inner.fields and _in_documents(inner.fields[name]) == _in_documents(field)
        for name, field in outer.fields.items()
    )


def _in_documents(row: Type) -> Seen:
    """What documents show of a field of a nested value: its elements, and what they hold."""
    names: Seen = ()
    if isinstance(row, Field):
        names = (row.xml, row.item_xml, tuple(sorted(row.key_xml.items())))
    form = row.format if row.type == "datetime" else None
    inner: Seen = () if row.items is None else _in_documents(row.items)
    return (row.type, form, frozenset(row.prefixes), row.struct, *names, *inner)


FormUse = Literal["none", "secret", "relative", "phone", "time"]


def form_use(row: Type, form: str | None) -> FormUse:
    """What the package does with a form of text; most forms are only stated.

    Phone numbers and days from today are only told from other text where they are sent.
    """
    if row.type == "datetime":
        return "time"
    if form == "password":
        return "secret"
    if row.type == "date" and form == "relative" and not isinstance(row, Field):
        return "relative"
    return "phone" if row.type == "string" and form == "phone-number" else "none"


def checked_bounds(row: Type) -> tuple[float | None, float | None]:
    """The bounds that a value is held to before it is sent; fields of nested values have none."""
    if isinstance(row, Field) or row.type != "integer":
        return None, None
    return bounds(row.type, row.minimum, row.maximum)


def holds_prefixes(wide: tuple[str, ...], narrow: tuple[str, ...]) -> bool:
    """Whether Sids with the narrow prefixes are among those with the wide; none named = all."""
    return not wide or (bool(narrow) and set(narrow) <= set(wide))


def holds_bound(lowest: bool, wide: float | None, narrow: float | None) -> bool:
    """Whether a bound lets through all that another does; None = no bound."""
    if wide is None or narrow is None:
        return wide is None
    return wide <= narrow if lowest else wide >= narrow
