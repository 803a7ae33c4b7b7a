"""Faults: rules that make some answers fail, late or not come at all."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import msgspec
from attrs import define

from twilio_ops_emulator.api.errors import EmulatorError
from twilio_ops_emulator.api.parameters import Rules
from twilio_ops_emulator.control.validation import Count, Misplaced, Place, Seconds, find, read
from twilio_ops_emulator.model import Catalog

KINDS = ("status", "drop", "cut", "truncate", "latency", "lag")
WHEN = ("before", "after")

_Natural = Annotated[int, msgspec.Meta(ge=0, le=1 << 62)]


def _one_of(words: Sequence[str]) -> msgspec.Meta:
    return msgspec.Meta(pattern=f"^({'|'.join(words)})$")


class Fault(msgspec.Struct, kw_only=True, frozen=True, forbid_unknown_fields=True):
    """One rule.

    What it does:

    * ``status``: answers with ``status``, ``code`` and ``message``; ``when`` says whether before the
      request is carried out (it is not) or after;
    * ``drop``: closes the connection without an answer, ``before`` or ``after`` it is carried out;
    * ``cut``: carries it out and closes the connection within the answer, after ``bytes`` of the
      body;
    * ``truncate``: answers with the first ``bytes`` of the body as if that were all;
    * ``latency``: answers ``seconds`` late;
    * ``lag``: lists show records only ``seconds`` after they were made.

    Attributes:
        kind: One of the above.
        object: Only requests of this object, by its name, one of another product's behind it
            (``verify-v2/Verification``); None = of any.
        action: Only this action.
        account: Only requests to this account, by its Sid.
        nth: Only the n-th request that fits, counted from 1.
        every: Only each n-th that fits.
        probability: How likely it is; decided with ``seed``, so the same each time.
        times: How often at most.
    """

    kind: Annotated[str, _one_of(KINDS)]
    object: str | None = None
    action: str | None = None
    account: str | None = None
    nth: Count | None = None
    every: Count | None = None
    probability: Annotated[float, msgspec.Meta(ge=0, le=1)] = 1.0
    seed: int = 0
    times: Count | None = None
    when: Annotated[str, _one_of(WHEN)] = "before"
    status: Annotated[int, msgspec.Meta(ge=200, le=599)] = 500
    code: Count | None = None
    message: str | None = None
    retry_after: _Natural | None = None
    bytes: _Natural = 20
    seconds: Seconds = 1.0

    @property
    def instead(self) -> bool:
        """Whether it happens instead of what was asked for, and not to its answer."""
        return self.kind in ("status", "drop") and self.when == "before"


class _Rule:
    """A fault in force, and how often it was met and done."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        self.met = self.done = 0
        self._random = random.Random(fault.seed)

    def describe(self) -> dict[str, Any]:
        known: dict[str, Any] = msgspec.structs.asdict(self.fault)
        return {**known, "met": self.met, "done": self.done}

    def strikes(self, names: Sequence[str | None], action: str | None, account: str | None) -> bool:
        """Whether it is to happen to a request; counts the request if it fits."""
        fault = self.fault
        if fault.object is not None and fault.object not in names:
            return False
        if fault.action is not None and fault.action != action:
            return False
        if fault.account is not None and fault.account != account:
            return False
        if fault.times is not None and self.done >= fault.times:
            return False
        self.met += 1
        if fault.nth is not None and self.met != fault.nth:
            return False
        if fault.every is not None and self.met % fault.every:
            return False
        return fault.probability == 1 or self._random.random() < fault.probability


@define
class Plan:
    """What is to happen to one request.

    Attributes:
        before: What happens instead of it.
        after: What happens to its answer, where nothing happens instead of it.
        delay: How many seconds late the answer comes.
        lag: For how many seconds lists do not show what was made.
    """

    before: Fault | None = None
    after: Fault | None = None
    delay: float = 0.0
    lag: float = 0.0


class Faults:
    """The rules in force, in the order they were added.

    Args:
        catalogs: The objects and actions they may name, by product; empty = the main one.
    """

    def __init__(self, catalogs: Mapping[str, Catalog]) -> None:
        self._catalogs = catalogs
        self._rules: list[_Rule] = []

    def __len__(self) -> int:
        return len(self._rules)

    def read(self, given: Any, place: Place = ("fault",)) -> Fault:
        """A rule as it is given, checked; it is not in force yet.

        Args:
            given: Its values by name.
            place: Where it stands.

        Raises:
            Misplaced: A name or a value is not one of a rule's, or the catalog has no such object
                or action, or the account is no Sid.
        """
        fault = read(given, Fault, place)
        models = [model for one in self._catalogs.values() for model in one.objects.values()]
        if fault.object is not None:
            product, _, name = fault.object.rpartition("/")
            if product not in self._catalogs:
                known = ", ".join(filter(None, self._catalogs))
                raise Misplaced(
                    f"there is no product {product}; there are: {known}", (*place, "object")
                )
            models = [find(self._catalogs[product], name, (*place, "object"))]
        actions = dict.fromkeys(name for model in models for name in model.actions)
        if fault.action is not None and fault.action not in actions:
            raise Misplaced(
                f"there is no {fault.action} of {fault.object or 'any object'}; "
                f"there are: {', '.join(actions)}",
                (*place, "action"),
            )
        prefix = self._catalogs[""].find("Account").prefix or ""
        if fault.account is not None and not Rules.sid_like(fault.account, (prefix,)):
            raise Misplaced(f"expected the Sid of an account, {prefix}…", (*place, "account"))
        return fault

    def add(self, fault: Fault) -> None:
        """Put a rule in force.

        Raises:
            Misplaced: It is none.
        """
        self._rules.append(_Rule(self.read(msgspec.structs.asdict(fault))))

    def mark(self) -> list[_Rule]:
        """Return the rules in force, for ``rewind``."""
        return list(self._rules)

    def rewind(self, rules: list[_Rule]) -> None:
        """Put rules in force that were when they were marked; others are dropped."""
        self._rules = list(rules)

    def drop(self, number: int) -> None:
        """Drop one rule.

        Args:
            number: Its place among those in force, from 0.

        Raises:
            EmulatorError: There is none.
        """
        if not 0 <= number < len(self._rules):
            raise EmulatorError(f"faults: there is no rule {number}; there are {len(self._rules)}")
        del self._rules[number]

    def clear(self) -> None:
        """Drop all rules."""
        self._rules.clear()

    def describe(self) -> list[dict[str, Any]]:
        """All rules as plain values, and how often each was met and done."""
        return [rule.describe() for rule in self._rules]

    def plan(
        self, names: Sequence[str | None], action: str | None, account: str | None
    ) -> Plan | None:
        """What happens to a request, or None.

        The first rule that happens instead of it is the one that does, or else the first that
        happens to its answer; delays add up. What another rule keeps from happening counts as met,
        not as done.
        """
        if not self._rules:
            return None
        struck = [rule for rule in self._rules if rule.strikes(names, action, account)]
        late = [rule for rule in struck if rule.fault.kind in ("latency", "lag")]
        ends = (rule for rule in struck if rule not in late)
        end = min(ends, key=lambda rule: not rule.fault.instead, default=None)
        seconds = {kind: 0.0 for kind in ("latency", "lag")}
        for rule in late:
            seconds[rule.fault.kind] += rule.fault.seconds
        plan = Plan(delay=seconds["latency"], lag=seconds["lag"])
        for rule in late if end is None else (*late, end):
            rule.done += 1
        if end is not None and end.fault.instead:
            plan.before = end.fault
        elif end is not None:
            plan.after = end.fault
        return plan
