"""What can be wrong with the generator's input, each mistake with its place."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

LONGEST = 2000
"""The characters of the longest part of a message: no more than anybody reads, whatever a file holds."""


@frozen(order=True)
class Mistake:
    """One mistake: ``file``, ``line`` (from 1; 0 = the file as a whole), ``path`` in it, ``message``."""

    file: str
    line: int
    path: str
    message: str

    def __str__(self) -> str:
        return told(self.file, self.line, self.path, self.message)


def told(file: str, line: int, place: str, message: str) -> str:
    """A mistake as one line of bounded length, without characters that a terminal would obey.

    Args:
        file: The file it is in.
        line: From 1; 0 = the file as a whole.
        place: Where in the file; may be empty.
        message: What is wrong, and what was expected.
    """
    parts = (f"{file}:{line}" if line else file, place, message)
    return ": ".join(_printable(part) for part in parts if part)


def _printable(text: str) -> str:
    cut = text if len(text) <= LONGEST else f"{text[:LONGEST]}..."
    if cut.isprintable():
        return cut
    escaped = (each.encode("unicode_escape").decode() for each in cut)
    return "".join(
        each if each.isprintable() else said for each, said in zip(cut, escaped, strict=True)
    )


class CodegenError(Exception):
    """The generator cannot go on; its text says why and what was expected."""


class CatalogError(CodegenError):
    """A catalog has mistakes: all of them, in order of place, in ``mistakes``."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(sorted(set(mistakes)))
        super().__init__("\n".join(str(mistake) for mistake in self.mistakes))
