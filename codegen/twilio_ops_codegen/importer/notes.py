"""What an import could not take, and what it took in a simpler form."""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable
from contextlib import contextmanager

from .digests import digest
from .problems import Problem

_LONGEST = 300

Heard = dict[tuple[str, str], None]
"""Places, each with the digest of what is said there and of what it is said about."""


class Notes:
    """Collects notes on one document, each once, and what they are about by operation."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._not_taken: dict[Problem, None] = {}
        self._remarks: dict[Problem, None] = {}
        self.mentions: set[Problem] = set()
        self._listening: list[Heard] = []
        self._of: dict[str, Heard] = {}

    def not_taken(self, name: str, reason: str, fact: object = None) -> None:
        """Something of the document is not in the catalog.

        Args:
            name: Its place.
            reason: Why.
            fact: What of it the reason does not say: a value of JSON.
        """
        self._not_taken[Problem(self.file, name, reason)] = None
        self._hear(name, [reason, fact])

    def remark(self, name: str, message: str, fact: object = None) -> None:
        """Something of the document is in the catalog in a simpler form; see :meth:`not_taken`."""
        self._remarks[Problem(self.file, name, message)] = None
        self._hear(name, [message, fact])

    def mention(self, name: str, message: str) -> None:
        """A remark on something that the catalog holds whole, so no digest of it is kept."""
        problem = Problem(self.file, name, message)
        self._remarks[problem] = None
        self.mentions.add(problem)

    def found(self) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
        """What is not taken, and the remarks."""
        return tuple(self._not_taken), tuple(self._remarks)

    @contextmanager
    def about(self, operation: str) -> Generator[None]:
        """Whatever is noted meanwhile is about an operation."""
        with self.listening() as heard:
            yield
        self.heard_of(operation, heard)

    def heard_of(self, operation: str, heard: Heard) -> None:
        """What was noted is about an operation."""
        self._of.setdefault(operation, {}).update(heard)

    @contextmanager
    def listening(self) -> Generator[Heard]:
        """Gives what is noted meanwhile, to be said :meth:`again` where the same holds."""
        heard: Heard = {}
        self._listening.append(heard)
        try:
            yield heard
        finally:
            self._listening.pop()
            self.again(heard)

    def again(self, heard: Heard) -> None:
        """The same holds here, too."""
        if self._listening:
            self._listening[-1].update(heard)

    def left_out(self, operations: Iterable[str]) -> dict[str, str]:
        """The digest of what has no row in the catalog, by its place, of some operations."""
        places: dict[str, set[str]] = {}
        for operation in operations:
            for place, said in self._of.get(operation, ()):
                places.setdefault(place, set()).add(said)
        return {
            label(place): next(iter(said)) if len(said) == 1 else digest(sorted(said))
            for place, said in sorted(places.items())
        }

    def left_out_of_all(self, held: Collection[str]) -> dict[str, str]:
        """The same by operation, of all but those that the catalog holds."""
        return {
            operation: digest(sorted(heard))
            for operation, heard in sorted(self._of.items())
            if operation not in held
        }

    def _hear(self, place: str, said: object) -> None:
        if self._listening:
            self._listening[-1][place, digest(said)] = None


def label(place: str) -> str:
    """A place as a catalog can hold it: in ASCII where it is not plain text, and not without end."""
    text = place if place.isprintable() else ascii(place)[1:-1]
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}... {digest(place)}"
