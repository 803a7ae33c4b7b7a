"""Between which numbers a value of a type may be."""

from __future__ import annotations

from math import ceil, floor

__all__ = ["bounds"]

Bound = int | float | None


def bounds(kind: str, minimum: Bound, maximum: Bound) -> tuple[Bound, Bound]:
    """The least and the greatest value, None where there is none; of an integer, whole ones."""
    if kind != "integer":
        return minimum, maximum
    low = None if minimum is None else ceil(minimum)
    return low, None if maximum is None else floor(maximum)
