"""Faults: rules that make some answers fail, late or not come at all."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any, Literal, get_args

from attrs import define, field, fields_dict

from twilio_ops_emulator.errors import EmulatorError

Kind = Literal["status", "drop", "cut", "truncate", "latency"]
When = Literal["before", "after"]


@define(kw_only=True)
class Fault:
    """One rule.

    What it does:

    * ``status``: answers with ``status``, ``code`` and ``message``; ``when`` says whether before the
      request is carried out (it is not) or after;
    * ``drop``: closes the connection without an answer, ``before`` or ``after`` it is carried out;
    * ``cut``: carries it out and closes the connection within the answer, after ``bytes`` of the
      body;
    * ``truncate``: answers with the first ``bytes`` of the body as if that were all;
    * ``latency``: answers ``seconds`` late.

    Attributes:
        kind: One of the above.
        object: Only requests of this object, by its name; None = of any.
        action: Only this action.
        account: Only requests to this account.
        nth: Only the n-th request that fits, counted from 1.
        every: Only each n-th that fits.
        probability: How likely it is; decided with ``seed``, so the same each time.
        times: How often at most.
    """

    kind: Kind
    object: str | None = None
    action: str | None = None
    account: str | None = None
    nth: int | None = None
    every: int | None = None
    probability: float = 1.0
    seed: int = 0
    times: int | None = None
    when: When = "before"
    status: int = 500
    code: int | None = None
    message: str | None = None
    retry_after: int | None = None
    bytes: int = 20
    seconds: float = 1.0
    _met: int = field(default=0, init=False)
    _done: int = field(default=0, init=False)
    _random: random.Random = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        if self.kind not in get_args(Kind):
            raise EmulatorError(f"a fault's kind is one of {', '.join(get_args(Kind))}")
        if self.when not in get_args(When):
            raise EmulatorError("a fault happens before or after")
        if not 0 <= self.probability <= 1:
            raise EmulatorError("a probability is from 0 to 1")
        self._random = random.Random(self.seed)

    @classmethod
    def from_values(cls, values: Mapping[str, Any]) -> Fault:
        """A rule from plain values.

        Raises:
            EmulatorError: A name or value is not one of a rule's.
        """
        known = {name for name in fields_dict(cls) if not name.startswith("_")}
        if unknown := sorted(set(values) - known):
            raise EmulatorError(f"a fault has no {', '.join(unknown)}")
        if "kind" not in values:
            raise EmulatorError("a fault needs a kind")
        return cls(**values)

    def describe(self) -> dict[str, Any]:
        """The rule as plain values, and how often it was met and done."""
        known = {
            name: getattr(self, name) for name in fields_dict(Fault) if not name.startswith("_")
        }
        return {**known, "met": self._met, "done": self._done}

    def strikes(self, names: Sequence[str | None], action: str | None, account: str | None) -> bool:
        """Whether it happens to a request; counts the request if it fits."""
        if self.object is not None and self.object not in names:
            return False
        if self.action is not None and self.action != action:
            return False
        if self.account is not None and self.account != account:
            return False
        if self.times is not None and self._done >= self.times:
            return False
        self._met += 1
        if self.nth is not None and self._met != self.nth:
            return False
        if self.every is not None and self._met % self.every:
            return False
        if self.probability < 1 and self._random.random() >= self.probability:
            return False
        self._done += 1
        return True


@define
class Plan:
    """What is to happen to one request."""

    before: Fault | None = None
    after: Fault | None = None
    delay: float = 0.0


class Faults:
    """The rules in force, in the order they were added."""

    def __init__(self) -> None:
        self._rules: list[Fault] = []

    def __len__(self) -> int:
        return len(self._rules)

    def add(self, rule: Fault) -> None:
        """Put a rule in force."""
        self._rules.append(rule)

    def clear(self) -> None:
        """Drop all rules."""
        self._rules.clear()

    def describe(self) -> list[dict[str, Any]]:
        """All rules as plain values."""
        return [rule.describe() for rule in self._rules]

    def plan(
        self, names: Sequence[str | None], action: str | None, account: str | None
    ) -> Plan | None:
        """What happens to a request, or None.

        The first rule that ends it before it is carried out, or after, is the one that does; delays
        add up.
        """
        if not self._rules:
            return None
        plan = Plan()
        for rule in self._rules:
            if not rule.strikes(names, action, account):
                continue
            if rule.kind == "latency":
                plan.delay += rule.seconds
            elif rule.kind in ("status", "drop") and rule.when == "before":
                plan.before = plan.before or rule
            else:
                plan.after = plan.after or rule
        return plan
