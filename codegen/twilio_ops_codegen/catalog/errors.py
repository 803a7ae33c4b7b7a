"""What can be wrong with the generator's input, each mistake with its place."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen


@frozen(order=True)
class Mistake:
    """One mistake: ``file``, ``line`` (from 1; 0 = the file as a whole), ``path`` in it, ``message``."""

    file: str
    line: int
    path: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.path}: {self.message}" if self.path else f"{place}: {self.message}"


class CodegenError(Exception):
    """The generator cannot go on; its text says why and what was expected."""


class CatalogError(CodegenError):
    """A catalog has mistakes: all of them, in order of place, in ``mistakes``."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(sorted(set(mistakes)))
        super().__init__("\n".join(str(mistake) for mistake in self.mistakes))
