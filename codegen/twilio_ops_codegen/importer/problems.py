"""What is wrong with the input of an import, and where."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from twilio_ops_codegen.catalog.errors import CodegenError, told


@frozen
class Problem:
    """One mistake: the file, the place in it (a path of keys, may be empty), the message, the line.

    Lines count from 1; 0 = the file as a whole, or a line that nobody knows.
    """

    file: str
    place: str
    message: str
    line: int = 0

    def __str__(self) -> str:
        return told(self.file, self.line, self.place, self.message)


class ImportFailed(CodegenError):
    """An import that wrote nothing; ``problems`` says why, all that were found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))
