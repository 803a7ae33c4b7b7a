"""The words of a judgement: who is affected, how badly, and what is said about it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum, StrEnum
from typing import Any

from attrs import Factory, frozen


class Severity(IntEnum):
    """How much a change asks of those it reaches; the greater, the more."""

    DOCUMENTATION = 1
    COMPATIBLE = 2
    BREAKING = 3

    @property
    def word(self) -> str:
        """The severity as reports and options spell it."""
        return self.name.lower()


class Consumer(StrEnum):
    """Those who use what is generated, each with something of their own to lose."""

    PYTHON = "typed Python code"
    REQUESTS = "XML request documents"
    RESPONSES = "XML response documents"
    WIRE = "wire requests"

    @property
    def key(self) -> str:
        """The consumer's key in JSON reports."""
        return self.name.lower()


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
    }
    effects = {consumer: effect for consumer, effect in given.items() if effect is not None}
    if not effects:
        raise ValueError(f"a finding affects nobody: {sentence}")
    return Finding(sentence, effects, several)


@frozen(kw_only=True)
class Change:
    """One classified change."""

    rule: str
    severity: Severity
    object: str | None
    action: str | None
    place: str
    old: Any
    new: Any
    sentence: str
    effects: Mapping[Consumer, Effect] = Factory(dict[Consumer, Effect])
    several: str | None = None  # the sentence for several such changes at one place
    rename: str | None = None  # the place it perhaps became, or came from

    def effect(self, consumer: Consumer) -> Effect | None:
        """What the change does to a consumer; None = nothing."""
        return self.effects.get(consumer)
