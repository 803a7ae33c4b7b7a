"""Marks for what still works and is not to be used any more."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    # Type checkers bring this module's types; nothing of it is needed when a program runs.
    from typing_extensions import deprecated as deprecated
else:
    Marked = TypeVar("Marked")

    class deprecated:
        """Mark a class or a function as PEP 702 has it: type checkers and editors tell who uses it.

        Nothing is warned of when it runs: it works, and who reads logs did not write the call.

        Args:
            message: What to use instead, or since when it does nothing.
        """

        def __init__(self, message: str, /) -> None:
            self.message = message

        def __call__(self, marked: Marked, /) -> Marked:
            """Return what is marked, with the message as ``__deprecated__``."""
            marked.__deprecated__ = self.message
            return marked
