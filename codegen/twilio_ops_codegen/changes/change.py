"""The words of a judgement: who is affected, how badly, and what is said about it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from enum import IntEnum, StrEnum
from typing import Any

from attrs import Factory, evolve, frozen

from twilio_ops_codegen.catalog.compact import compact


class Severity(IntEnum):
    """How much a change asks of those it reaches; the greater, the more.

    An unjudged change may be anything. Nothing counts as more than it but what is known to break.
    """

    DOCUMENTATION = 1
    COMPATIBLE = 2
    UNJUDGED = 3
    BREAKING = 4

    @property
    def word(self) -> str:
        """The severity as reports and options spell it."""
        return self.name.lower()

    @property
    def assumed(self) -> Severity:
        """The severity that a release has to reckon with: what is not judged may break."""
        return Severity.BREAKING if self is Severity.UNJUDGED else self


class Consumer(StrEnum):
    """Those who use what is generated, each with something of their own to lose."""

    PYTHON = "typed Python code"
    REQUESTS = "XML request documents"
    RESPONSES = "XML response documents"
    WIRE = "wire requests"
    DOCUMENTATION = "documentation"

    @property
    def key(self) -> str:
        """The consumer's key in JSON reports."""
        return self.name.lower()


AUDIENCES: Mapping[str, frozenset[Consumer]] = {
    "wire": frozenset({Consumer.WIRE}),
    "xml": frozenset({Consumer.REQUESTS, Consumer.RESPONSES}),
    "python": frozenset({Consumer.PYTHON}),
}
"""Consumers that a verdict can be narrowed to, by the word of the option."""


@frozen
class Effect:
    """What a change does to one consumer."""

    severity: Severity
    text: str


def breaks(text: str) -> Effect:
    """An effect that makes something fail that worked."""
    return Effect(Severity.BREAKING, text)


def allows(text: str) -> Effect:
    """An effect that can be seen and leaves everything working that worked."""
    return Effect(Severity.COMPATIBLE, text)


def hides(text: str) -> Effect:
    """An effect that nobody has judged."""
    return Effect(Severity.UNJUDGED, text)


def tells(text: str) -> Effect:
    """An effect on what is said, not on what is done."""
    return Effect(Severity.DOCUMENTATION, text)


@frozen
class Finding:
    """A rule's judgement: one sentence for people, and the effects by consumer.

    ``several`` is the sentence for several such changes at one place, with ``{}`` for their entries.
    """

    sentence: str
    effects: Mapping[Consumer, Effect]
    several: str | None = None

    @property
    def severity(self) -> Severity:
        """The worst of the effects."""
        return max(effect.severity for effect in self.effects.values())


def finding(
    sentence: str,
    *,
    python: Effect | None = None,
    requests: Effect | None = None,
    responses: Effect | None = None,
    wire: Effect | None = None,
    documentation: Effect | None = None,
    several: str | None = None,
) -> Finding:
    """A judgement; a consumer left out is not affected.

    Raises:
        ValueError: No consumer is affected: such a change could not be told from none.
    """
    given = {
        Consumer.PYTHON: python,
        Consumer.REQUESTS: requests,
        Consumer.RESPONSES: responses,
        Consumer.WIRE: wire,
        Consumer.DOCUMENTATION: documentation,
    }
    effects = {consumer: effect for consumer, effect in given.items() if effect is not None}
    if not effects:
        raise ValueError(f"a finding affects nobody: {sentence}")
    return Finding(sentence, effects, several)


@frozen
class Location:
    """Where something stands: a file, in the spelling its reader opens it by, and a line from 1."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@frozen(kw_only=True)
class Change:
    """One classified change.

    ``old_location`` and ``new_location`` say where it stands, or where it would; None = there is no
    file of that side.
    """

    rule: str
    severity: Severity
    object: str | None
    action: str | None
    steps: tuple[str, ...]
    old: Any
    new: Any
    sentence: str
    effects: Mapping[Consumer, Effect] = Factory(dict[Consumer, Effect])
    several: str | None = None  # the sentence for several such changes at one place
    rename: str | None = None  # the place it perhaps became, or came from
    old_location: Location | None = None
    new_location: Location | None = None

    @property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits that name the change: the same in every run that finds it.

        They are made of the rule, the place and both values, and of nothing that other changes,
        sentences or files have a part in.
        """
        said = [self.rule, self.place, compact(self.old), compact(self.new)]
        text = json.dumps(said, sort_keys=True, ensure_ascii=True, default=str)
        return hashlib.sha256(text.encode("ascii")).hexdigest()[:12]

    @property
    def place(self) -> str:
        """Where it is in the catalog, its steps from the object on with ``/`` between them."""
        return "/".join(self.steps)

    @property
    def moved(self) -> bool:
        """Whether what it perhaps became, or came from, has the same name and stands elsewhere."""
        return self.rename is not None and self.rename.rpartition("/")[2] == self.steps[-1]

    def effect(self, consumer: Consumer) -> Effect | None:
        """What the change does to a consumer; None = nothing."""
        return self.effects.get(consumer)


def narrowed(changes: Collection[Change], audience: frozenset[Consumer]) -> tuple[Change, ...]:
    """The changes that reach some consumers, each as severe as it is for them; the worst comes first."""
    found: list[Change] = []
    for change in changes:
        effects = {
            consumer: effect for consumer, effect in change.effects.items() if consumer in audience
        }
        if effects:
            severity = max(effect.severity for effect in effects.values())
            found.append(evolve(change, severity=severity, effects=effects))
    return tuple(sorted(found, key=lambda change: -change.severity))
