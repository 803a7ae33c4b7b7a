"""Raw differences judged by the rules: the list of changes, worst first."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from attrs import evolve

from twilio_ops_codegen.catalog.model import Catalog
from twilio_ops_codegen.changes.change import Change, Consumer, Effect, Finding, tells
from twilio_ops_codegen.changes.compare import Difference, compare
from twilio_ops_codegen.changes.phrasing import kind
from twilio_ops_codegen.changes.registry import Rule, Subject
from twilio_ops_codegen.changes.renames import renames
from twilio_ops_codegen.changes.rules import RULES

TAKES_DOCUMENTS = frozenset({"Create", "Update", "Delete"})
"""The actions that request documents are made for."""


class Unclassified(Exception):
    """A difference that no rule judges: the rules are incomplete, and nothing may be said."""

    def __init__(self, difference: Difference) -> None:
        self.difference = difference
        super().__init__(
            f"no rule judges {difference.owner}.{difference.attribute} {difference.kind}"
            f" at {'/'.join(difference.place)}"
        )


def changes(old: Catalog, new: Catalog) -> tuple[Change, ...]:
    """Everything that changed from one catalog to another, classified; the worst comes first.

    Raises:
        Unclassified: No rule knows a difference.
    """
    found = tuple(compare(old, new))
    suggested = renames(found)
    listed: list[Change] = []
    for difference in found:
        change = classify(difference)
        other = suggested.get(difference.place)
        listed.append(evolve(change, rename="/".join(other)) if other else change)
    return tuple(sorted(listed, key=lambda change: -change.severity))


def classify(difference: Difference) -> Change:
    """The change that a difference is; where several rules judge it, the worst judgement.

    Raises:
        Unclassified: No rule knows it.
    """
    judged: list[tuple[Rule, Finding]] = []
    for rule in _rules(difference):
        judgement = rule.judge(difference)
        if judgement is not None:
            judged.append((rule, _where_documents_are(difference, judgement)))
    if not judged:
        raise Unclassified(difference)
    rule, found = max(judged, key=lambda pair: pair[1].severity)
    return Change(
        rule=rule.id,
        severity=found.severity,
        object=difference.scope.object,
        action=difference.scope.action,
        steps=difference.place,
        old=_value(difference, difference.before, difference.old),
        new=_value(difference, difference.after, difference.new),
        sentence=found.sentence,
        several=found.several,
        effects=_worst(judgement for _, judgement in judged),
    )


def _where_documents_are(difference: Difference, judgement: Finding) -> Finding:
    """A judgement without effects on request documents where an action takes none."""
    action = difference.scope.action
    if action is None or action in TAKES_DOCUMENTS:
        return judgement
    if set(judgement.effects) == {Consumer.REQUESTS}:
        return evolve(judgement, effects={Consumer.DOCUMENTATION: tells("no document holds it")})
    kept: dict[Consumer, Effect] = {
        consumer: effect
        for consumer, effect in judgement.effects.items()
        if consumer is not Consumer.REQUESTS
    }
    return evolve(judgement, effects=kept)


def _value(difference: Difference, row: Any, value: Any) -> Any:
    """What stood there; a type in words, since its name alone does not say which enum or list."""
    return kind(row) if difference.attribute == "type" else value


def _worst(found: Iterable[Finding]) -> dict[Consumer, Effect]:
    """Each consumer's worst effect among the judgements of one difference."""
    merged: dict[Consumer, Effect] = {}
    for judgement in found:
        for consumer, effect in judgement.effects.items():
            known = merged.get(consumer)
            if known is None or effect.severity > known.severity:
                merged[consumer] = effect
    return {consumer: merged[consumer] for consumer in Consumer if consumer in merged}


def _rules(difference: Difference) -> Iterable[Rule]:
    subject = (difference.owner, difference.attribute, difference.kind)
    for rule in _by_subject().get(subject, ()):
        if rule.direction is None or rule.direction in difference.scope.directions:
            yield rule


@cache
def _by_subject() -> dict[Subject, tuple[Rule, ...]]:
    found: dict[Subject, tuple[Rule, ...]] = {}
    for rule in RULES:
        for subject in rule.subjects:
            found[subject] = (*found.get(subject, ()), rule)
    return found
