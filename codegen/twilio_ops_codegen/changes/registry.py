"""Rules: what one is made of, and the decorator that makes one of a small function.

A rule judges the differences of certain attributes. Its function's docstring is its documentation:
the first line says what happened, the rest says why it is judged as it is.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable

from attrs import field, frozen

from twilio_ops_codegen.changes.change import Finding, Severity
from twilio_ops_codegen.changes.compare import Difference, Kind
from twilio_ops_codegen.changes.uses import Direction

Judge = Callable[[Difference], Finding | None]
Subject = tuple[str, str, Kind]
"""The class that defines an attribute, the attribute, and what happened to it."""


@frozen
class Example:
    """A rule's example on the made-up catalog: a place in it, and its YAML before and after.

    None = nothing stands there. ``breaking``, ``compatible``, ``documentation`` and ``unjudged`` name the
    consumers that the change is expected to be so for, by their keys with blanks between; the worst of them that
    is not empty is its severity.
    """

    place: str
    old: str | None
    new: str | None
    breaking: str = field(default="", kw_only=True)
    compatible: str = field(default="", kw_only=True)
    documentation: str = field(default="", kw_only=True)
    unjudged: str = field(default="", kw_only=True)

    @property
    def expected(self) -> dict[str, Severity]:
        """The severity for each consumer that the change reaches, by the consumer's key."""
        said = {
            Severity.BREAKING: self.breaking,
            Severity.COMPATIBLE: self.compatible,
            Severity.DOCUMENTATION: self.documentation,
            Severity.UNJUDGED: self.unjudged,
        }
        return {key: severity for severity, keys in said.items() for key in keys.split()}


@frozen
class Rule:
    """A named rule. ``judge`` answers None where the difference is another rule's."""

    id: str
    subjects: tuple[Subject, ...]
    direction: Direction | None
    examples: tuple[Example, ...]
    judge: Judge

    @property
    def title(self) -> str:
        """What happened, in one sentence."""
        return self._paragraphs()[0]

    @property
    def reason(self) -> str:
        """Why it is judged as it is."""
        return "\n\n".join(self._paragraphs()[1:])

    def _paragraphs(self) -> list[str]:
        text = inspect.cleandoc(self.judge.__doc__ or "")
        return [" ".join(part.split()) for part in text.split("\n\n")]


def rule(
    *subjects: Subject, examples: Iterable[Example], direction: Direction | None = None
) -> Callable[[Judge], Rule]:
    """Makes a function a rule; its name with hyphens is the rule's id.

    Args:
        subjects: The differences it is asked about.
        examples: At least one difference that it judges.
        direction: Only values that are sent (request) or answered (response); None = both.
    """

    def make(judge: Judge) -> Rule:
        name = judge.__name__.replace("_", "-")
        return Rule(name, subjects, direction, tuple(examples), judge)

    return make
