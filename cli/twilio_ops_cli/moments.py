"""Times as options say them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from twilio_ops_codegen.commands.base import Failure

__all__ = ["moment_of"]


def moment_of(option: str, text: str, *, example: str, days: bool = False) -> datetime:
    """Return the time that an option says.

    Args:
        option: The option, for the message.
        text: What was given.
        example: A time, for the message.
        days: Whether a day is taken, too: it is its first instant in UTC.

    Raises:
        Failure: It is no time, or one without its zone.
    """
    try:
        if days and len(text) == 10:
            return datetime.combine(date.fromisoformat(text), time(), UTC)
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        day = "a day such as 2026-11-01, or " if days else ""
        raise Failure(f"{option} {text!r}: expected {day}a time with its zone, such as {example}")
    return found
