"""What both wires have in common: how they say that an answer is wrong, and what errors say."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["ErrorFacts", "WireProblem"]


class WireProblem(ValueError):
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
