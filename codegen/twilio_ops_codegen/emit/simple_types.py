"""The simple types of the profiles: which texts an element takes, and what they are called.

A type's documentation completes the sentence "it is not …": whoever checks a document says it of a
value that does not fit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from twilio_ops_codegen.catalog.bounds import bounds
from twilio_ops_codegen.catalog.model import Field, Type
from twilio_ops_codegen.emit.markup import Element, element

__all__ = ["ANSWERED", "SimpleType", "address_type", "sent_type"]

_CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9]"
_LEAP = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)"
_ISO_DAY = (
    "(000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})-"
    "((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)"
)
_ISO_TIME = rf"[T ]{_CLOCK}:[0-5][0-9](\.[0-9]{{1,6}})?(Z|[+\-]([01][0-9]|2[0-3]):?[0-5][0-9])?"
_RFC_DAY = (
    "((0?[1-9]|1[0-9]|2[0-8]) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    "|(29|30) (Jan|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    "|31 (Jan|Mar|May|Jul|Aug|Oct|Dec)) [0-9]{4}"
)
_RFC_TIME = rf" {_CLOCK}(:[0-5][0-9])? ?([+\-]([01][0-9]|2[0-3])[0-5][0-9]|GMT|UTC|UT|Z)"
_WEEKDAY = "([A-Za-z]{3}, ?)?"
# Every day that there is. The usual form comes first: patterns are tried in turn.
_INSTANTS = (
    f"{_WEEKDAY}{_RFC_DAY}{_RFC_TIME}",
    f"({_ISO_DAY}{_ISO_TIME})?",
    f"{_WEEKDAY}29 Feb {_LEAP}{_RFC_TIME}",
    f"{_LEAP}-02-29{_ISO_TIME}",
)
_DAYS = (f"({_ISO_DAY})?", f"{_LEAP}-02-29")
_DATETIME_WORDS = "a date and time (Mon, 17 Sep 2012 01:13:42 +0000 or 2012-09-17T01:13:42Z)"
_DAY_WORDS = "a day (2012-09-17)"


@frozen
class SimpleType:
    """A restriction of one of XML Schema's own types.

    Attributes:
        name: Its name in the profile.
        words: What its values are, to be put behind "is not".
        base: What it restricts.
        patterns: What a text has to match one of; none = no pattern.
        facets: Further facets and their values.
    """

    name: str
    words: str
    base: str = "xs:token"
    patterns: tuple[str, ...] = ()
    facets: tuple[tuple[str, float], ...] = ()

    def declaration(self) -> Element:
        """Its declaration."""
        facets = [*(("pattern", one) for one in self.patterns)]
        facets += [(name, str(value)) for name, value in self.facets]
        rows = (element(f"xs:{name}", (), {"value": value}) for name, value in facets)
        said = element("xs:annotation", [element("xs:documentation", self.words)])
        restriction = element("xs:restriction", rows, {"base": self.base})
        return element("xs:simpleType", [said, restriction], {"name": self.name})


_BOOLEAN_WORDS = "true or false"
_INTEGER = r"[+\-]?[0-9]+(\.0{1,20})?"  # answers may write 1.0
_DECIMAL = r"[+\-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+\-]?[0-9]+)?"
TEXT = SimpleType("text", "text", "xs:string")
ANY = SimpleType("any", "a value of any kind", "xs:string")
BLANK = SimpleType("blank", "empty", facets=(("length", 0),))

ANSWERED: Mapping[str, SimpleType] = {
    "boolean": SimpleType("boolean", _BOOLEAN_WORDS, patterns=("(true|false|True|False|1|0)?",)),
    "integer": SimpleType("integer", "a whole number", patterns=(f"({_INTEGER})?",)),
    "decimal": SimpleType("decimal", "a decimal number", patterns=(f"({_DECIMAL})?",)),
    "date": SimpleType("date", _DAY_WORDS, patterns=_DAYS),
    "datetime": SimpleType("datetime", _DATETIME_WORDS, patterns=_INSTANTS),
    "any": ANY,
}
"""The types of answers by the catalog's; empty is null, and what is not here is text."""

_SENT: Mapping[str, SimpleType] = {
    "boolean": SimpleType("boolean", _BOOLEAN_WORDS, patterns=("true|false|True|False|1|0",)),
    "decimal": SimpleType("decimal", "a decimal number", "xs:decimal"),
    "date": SimpleType("date", _DAY_WORDS, patterns=_DAYS),
    "date.relative": SimpleType(
        "date.relative",
        "a day (2012-09-17) or an offset from today (-30days)",
        patterns=(*_DAYS, r"[+\-][0-9]{1,5}days"),
    ),
    "datetime": SimpleType("datetime", _DATETIME_WORDS, patterns=_INSTANTS),
    "phone-number": SimpleType(
        "phone-number",
        "a phone number in E.164 (+13115556789)",
        patterns=(r"((\p{L}+:)?\+[1-9][0-9]{1,14})?",),
    ),
    "any": ANY,
}


def answered_type(row: Type) -> SimpleType:
    """The type of an answer's text: what is read of it, so that empty is null."""
    if row.prefixes:
        return _sid(row.prefixes, "({0}).*")
    return ANSWERED.get(row.type, TEXT)


def sent_type(row: Type) -> SimpleType:
    """The type of a request's text: what is taken of it and sent."""
    if row.type == "integer":
        return _integer(row)
    if row.type == "sid":
        return _sid(row.prefixes, "({0})[0-9a-fA-F]{{32}}")
    name: str = row.type
    if name == "string" and row.format == "phone-number":
        name = row.format
    elif name == "date" and row.format and not isinstance(row, Field):
        name = f"date.{row.format}"
    return _SENT.get(name, TEXT)


def address_type(pattern: str, form: str, optional: bool) -> SimpleType:
    """The type of a composed Sid.

    Args:
        pattern: What it matches.
        form: How it is composed, for people.
        optional: Whether it may be left out; an empty address is none, too.
    """
    return SimpleType(
        "address", f"a Sid of the form {form}", patterns=(f"({pattern})?" if optional else pattern,)
    )


def _sid(prefixes: Sequence[str], form: str) -> SimpleType:
    shown = " or ".join(f"{prefix}…" for prefix in prefixes)
    pattern = form.format("|".join(prefixes))
    return SimpleType(".".join(("sid", *prefixes)), f"a Sid ({shown})", patterns=(f"({pattern})?",))


def _integer(row: Type) -> SimpleType:
    # A field of a nested value has its bounds for answers; they are not asked for in requests.
    low, high = bounds(row.type, row.minimum, row.maximum)
    if isinstance(row, Field) or (low is None and high is None):
        return SimpleType("integer", "a whole number", "xs:integer")
    words = "a whole number"
    words += "" if low is None else f" from {low}" if high is not None else f" of at least {low}"
    words += "" if high is None else f" to {high}" if low is not None else f" of at most {high}"
    facets: list[tuple[str, float | None]] = [("minInclusive", low), ("maxInclusive", high)]
    return SimpleType(
        f"integer.{'' if low is None else low}.{'' if high is None else high}",
        words,
        "xs:integer",
        facets=tuple((name, value) for name, value in facets if value is not None),
    )
