"""Which types and formats hold all the values of others.

One principle judges both directions: what is answered may only become narrower, since readers count
on what they were promised; what is taken may only become wider, since senders send what was taken.
"""

from __future__ import annotations

ANSWERED_WIDER = frozenset({("sid", "string"), ("enum", "string")})
"""(narrow, wide) types of answers: a value of the narrow one does all that one of the wide does.

Sids and members of enums are text. Nothing else is: a whole number is no Decimal in Python, a day is
no instant, and one value is not a list of one.
"""

SENT_WIDER = ANSWERED_WIDER | {("integer", "decimal")}
"""(narrow, wide) types of what is sent: where the wide one is taken, the narrow one is.

Where a Decimal is taken a whole number is too, in Python and in XML.
"""

ANY_HOLDS = frozenset({"string", "sid", "enum", "boolean", "integer"})
"""Types whose values stand in Python just as a value of ``any`` type does when it is read."""

CHECKED_FORMATS = frozenset({"phone-number"})
"""Formats of text that is sent that the runtime and request profiles check; others are only stated."""

WIDER_FORMATS = frozenset({("phone-number", "endpoint")})
"""(narrow, wide) formats of text; those that any text has are wider than every one."""

ANY_TEXT = frozenset({None, "password"})
"""Formats that any text has: none, and one that only says that it is not shown."""


def holds_format(wide: str | None, narrow: str | None) -> bool:
    """Whether text of a format is also of another."""
    return wide in ANY_TEXT or (narrow, wide) in WIDER_FORMATS


def holds_prefixes(wide: tuple[str, ...], narrow: tuple[str, ...]) -> bool:
    """Whether Sids with the narrow prefixes are among those with the wide; none named = all."""
    return not wide or (bool(narrow) and set(narrow) <= set(wide))


def holds_bound(lowest: bool, wide: float | None, narrow: float | None) -> bool:
    """Whether a bound lets through all that another does; None = no bound."""
    if wide is None or narrow is None:
        return wide is None
    return wide <= narrow if lowest else wide >= narrow
