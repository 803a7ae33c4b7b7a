"""What an import could not take, and what it took in a simpler form."""

from __future__ import annotations

from .problems import Problem


class Notes:
    """Collects notes on one document, each once."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._not_taken: dict[Problem, None] = {}
        self._remarks: dict[Problem, None] = {}

    def not_taken(self, name: str, reason: str) -> None:
        """Something of the document is not in the catalog."""
        self._not_taken[Problem(self.file, name, reason)] = None

    def remark(self, name: str, message: str) -> None:
        """Something of the document is in the catalog in a simpler form."""
        self._remarks[Problem(self.file, name, message)] = None

    def found(self) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
        """What is not taken, and the remarks."""
        return tuple(self._not_taken), tuple(self._remarks)
