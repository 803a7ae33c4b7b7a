"""What both formats have in common: how they say that an answer is wrong, and what errors say."""

from __future__ import annotations

from typing import Literal, NamedTuple

FormatName = Literal["xml", "json"]


class DecodeError(ValueError):
    """An answer is not what the service answers; the caller knows which request it was."""


class ErrorFacts(NamedTuple):
    """What an error answer says.

    Attributes:
        code: The service's error code.
        message: Its words.
        more_info: The address of an explanation.
        detail: Further words.
    """

    code: int | None = None
    message: str = ""
    more_info: str | None = None
    detail: str | None = None


def check_parts(content: bytes, marks: bytes, most: int) -> None:
    """Refuse what would take many times its own room when it is parsed: too many small parts.

    Args:
        content: What is to be parsed.
        marks: The characters of which each part has one; texts may hold them too.
        most: How many of them are accepted.

    Raises:
        DecodeError: It has more.
    """
    if len(content) > most and len(content) - len(content.translate(None, marks)) > most:
        raise DecodeError(f"it has more than {most} parts, which is more than a page has")


def error_code(value: object) -> int | None:
    """Return the service's error code, a number or a text of its digits; None of anything else."""
    if isinstance(value, str):
        text = value.strip()
        return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
    return value if type(value) is int else None


def told_by_its_beginning(content: bytes) -> str | None:
    """Return what a body that cannot be read is, in either format; None of any other."""
    start = content.lstrip()[:64].lower()
    if not start:
        return "it is empty"
    return "it is a web page" if start.startswith((b"<html", b"<!doctype html")) else None
