"""Numbers of things, as English says them."""

from __future__ import annotations


def counted(number: int, one: str, several: str | None = None) -> str:
    """Return a number with the words for as many: ``1 file``, ``2 files``.

    Args:
        number: How many there are.
        one: The words for one of them.
        several: The words for none or more than one; None = ``one`` with an ``s``.
    """
    return f"{number} {one if number == 1 else several or one + 's'}"
