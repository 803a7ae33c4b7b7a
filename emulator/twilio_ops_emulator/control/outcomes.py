"""Scripts: what becomes of calls and messages that tests want to go otherwise than well."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import msgspec
from attrs import define, field

from twilio_ops_emulator.control.validation import (
    Count,
    Misplaced,
    Place,
    Seconds,
    find,
    read,
    read_values,
    split,
)

if TYPE_CHECKING:
    from twilio_ops_emulator.state.state import State

KINDS: Mapping[str, Any] = {"seconds": Seconds, "number": Count, "text": str}
"""What settings may be, by the word that facts have for it."""


class _Said(msgspec.Struct, kw_only=True):
    """A script as it is given; beside these, settings of the object's life."""

    object: str
    outcome: str
    match: dict[str, Any] | None = None
    times: Count | None = None


@define(kw_only=True)
class Script:
    """One rule: records of an object that match have an outcome.

    Attributes:
        object: The object, as facts call it.
        outcome: The name of an outcome of its life cycle.
        match: Field values that a record must have.
        settings: Values that replace facts of the life cycle: seconds, an error code.
        times: How often at most; None = always.
    """

    object: str
    outcome: str
    match: dict[str, Any] = field(factory=dict[str, Any])
    settings: dict[str, Any] = field(factory=dict[str, Any])
    times: int | None = None
    done: int = 0

    def fits(self, kind: str, value: Callable[[str], Any]) -> bool:
        """Whether it is about a record."""
        return (
            self.object == kind
            and (self.times is None or self.done < self.times)
            and all(value(name) == wanted for name, wanted in self.match.items())
        )

    def describe(self) -> dict[str, Any]:
        """The rule as plain values."""
        return {
            "object": self.object,
            "outcome": self.outcome,
            "match": dict(self.match),
            "settings": dict(self.settings),
            "times": self.times,
            "done": self.done,
        }


class Scripts:
    """The rules in force; of several that fit, the one added last.

    Args:
        world: Whose records they are about.
    """

    def __init__(self, world: State) -> None:
        self._world = world
        self._rules: list[Script] = []

    def read(self, given: Any, place: Place = ("script",)) -> Script:
        """A rule as it is given, checked; it is not in force yet.

        Args:
            given: ``object``, ``outcome``, ``match``, ``times`` and settings.
            place: Where it stands.

        Raises:
            Misplaced: It is no rule, or its object has no such outcome, field or setting.
        """
        said, settings = split(given, _Said, place)
        base = self._world.base(find(self._world.catalog, said.object, (*place, "object")))
        behaviour = self._world.behaviour(base.key)
        if said.outcome not in behaviour.outcomes:
            known = ", ".join(behaviour.outcomes) or "none"
            raise Misplaced(
                f"{said.object} has no outcome {said.outcome}; there are: {known}",
                (*place, "outcome"),
            )
        for name in settings:
            if name not in behaviour.settings:
                known = ", ".join(behaviour.settings) or "none"
                raise Misplaced(
                    f"{said.object} has no such setting; there are: {known}", (*place, name)
                )
        return Script(
            object=base.key,
            outcome=said.outcome,
            match=read_values(
                self._world.rules,
                self._world.fields(base),
                said.match or {},
                (*place, "match"),
            ),
            settings={
                name: read(value, KINDS[behaviour.settings[name]], (*place, name))
                for name, value in settings.items()
            },
            times=said.times,
        )

    def add(self, script: Script) -> None:
        """Put a rule in force."""
        self._rules.append(script)

    def choose(self, kind: str, value: Callable[[str], Any]) -> Script | None:
        """The rule for a record, counted as done once more."""
        for script in reversed(self._rules):
            if script.fits(kind, value):
                script.done += 1
                return script
        return None

    def clear(self) -> None:
        """Drop all rules."""
        self._rules.clear()

    def dump(self) -> list[dict[str, Any]]:
        """All rules as plain values."""
        return [script.describe() for script in self._rules]

    def load(self, rules: list[dict[str, Any]]) -> None:
        """Replace all rules."""
        self._rules = [Script(**rule) for rule in rules]
