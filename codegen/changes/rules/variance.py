"""Which types and formats hold all the values of others.

One principle judges both directions: what is answered may only become narrower, since readers count
on what they were promised; what is taken may only become wider, since senders send what was taken.
"""

from __future__ import annotations

WIDER_TYPES = frozenset({("sid", "string"), ("enum", "string")})
"""(narrow, wide): a value of the narrow type is one of the wide in Python, in XML and on the wire.

Sids and members of enums are text. Nothing else is: a whole number is no Decimal in Python, a day is
no instant, and one value is not a list of one.
"""

ANY_HOLDS = frozenset({"string", "sid", "enum", "boolean", "integer"})
"""Types whose values stand in Python just as a value of ``any`` type does when it is read."""

WIDER_FORMATS = frozenset({("phone-number", "endpoint")})
"""(narrow, wide) formats of text; no format at all is wider than every one."""


def holds_type(wide: str, narrow: str) -> bool:
    """Whether a type holds every value of another."""
    return (narrow, wide) in WIDER_TYPES


def holds_format(wide: str | None, narrow: str | None) -> bool:
    """Whether text of a format is also of another."""
    return wide is None or (narrow, wide) in WIDER_FORMATS


def holds_prefixes(wide: tuple[str, ...], narrow: tuple[str, ...]) -> bool:
    """Whether Sids with the narrow prefixes are among those with the wide; none named = all."""
    return not wide or (bool(narrow) and set(narrow) <= set(wide))


def holds_bound(lowest: bool, wide: float | None, narrow: float | None) -> bool:
    """Whether a bound lets through all that another does; None = no bound."""
    if wide is None or narrow is None:
        return wide is None
    return wide <= narrow if lowest else wide >= narrow
