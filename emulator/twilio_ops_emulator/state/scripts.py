"""Scripts: what becomes of calls and messages that tests want to go otherwise than well."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import define, field


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
    """The rules in force; of several that fit, the one added last."""

    def __init__(self) -> None:
        self._rules: list[Script] = []

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
