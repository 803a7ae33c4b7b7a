"""What can be wrong with a component, and with a value that it takes at run time.

::

    OperationError
    ├── ConfigurationError
    │   └── ComponentError        the file, with all of its mistakes
    └── RequestError
        └── ValueUnavailable      a value at run time that is missing, empty or of the wrong form
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

from twilio_ops import ConfigurationError, RequestError

__all__ = ["ComponentError", "Mistake", "ValueUnavailable"]


@frozen
class Mistake:
    """One thing that is wrong in a component file.

    Attributes:
        file: The file.
        line: The line, from 1 on.
        path: The setting, such as ``filters[0].StartTime``; empty for the whole file.
        text: What is wrong and what was expected.
    """

    file: Path
    line: int
    path: str
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.path}{': ' if self.path else ''}{self.text}"


class ComponentError(ConfigurationError):
    """A component file that cannot be used; the text has a line for each mistake.

    Attributes:
        mistakes: All of them, in the order of the file.
    """

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        super().__init__("\n".join(map(str, mistakes)))
        self.mistakes: tuple[Mistake, ...] = tuple(mistakes)


class ValueUnavailable(RequestError):
    """A value at run time that is missing, empty or of the wrong form; nothing was sent."""
