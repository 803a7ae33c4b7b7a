"""Life cycles: records that go from status to status as time passes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from twilio_ops_emulator.behaviour.base import Behaviour
from twilio_ops_emulator.state.index import Row

if TYPE_CHECKING:
    from twilio_ops_emulator.state.scripts import Script


class LifecycleBehaviour(Behaviour):
    """An object whose records have a life cycle, given as tables in facts.

    Attributes:
        life: The facts: ``outcomes`` are steps by name, each ``after`` some seconds (a number, or
            the name of a setting); ``settings`` are the kinds of the settings; ``final`` are the
            statuses that end a life.
    """

    facts_name: ClassVar[str] = ""

    @cached_property
    def life(self) -> Mapping[str, Any]:
        """The tables of the life cycle."""
        life: Mapping[str, Any] = self.facts[self.facts_name]
        return life

    @property
    def outcomes(self) -> Mapping[str, Any]:
        """The outcomes a life can have, by name."""
        outcomes: Mapping[str, Any] = self.life["outcomes"]
        return outcomes

    @property
    def settings(self) -> Mapping[str, str]:
        """The settings a script may replace, by name."""
        settings: Mapping[str, str] = self.life["settings"]
        return settings

    def charges(self, row: Row) -> Mapping[str, Any]:
        """Return what the facts say that a record costs, by the way that it went."""
        came_in = row["direction"] == self.facts["twiml"]["inbound"]["direction"]
        found: Mapping[str, Any] = self.life["charges"]["inbound" if came_in else "outbound"]
        return found

    def begin(
        self,
        row: Row,
        outcome: str,
        delay: float = 0.0,
        script: Script | None = None,
        **settings: Any,
    ) -> None:
        """Start a life.

        Args:
            row: The record.
            outcome: What becomes of it unless a script says otherwise.
            delay: Seconds before its first step begins to wait.
            script: The script that says so, where it is known; None = one of the object's own.
            **settings: Values for this record that replace facts.
        """
        script = script or self.state.scripts.choose(self.base.key, row.get)
        if script is not None:
            outcome = script.outcome
            settings = {**settings, **script.settings}
        row.remember(outcome=outcome, settings=settings, next=0)
        self.halt(row)
        self._schedule(row, delay)

    def halt(self, row: Row) -> None:
        """Let nothing more happen by itself, until ``resume``."""
        row.remember(life=(row.recall("life") or 0) + 1)

    def resume(self, row: Row) -> None:
        """Let a life that was halted go on: its next step begins to wait now."""
        if row.recall("outcome") is not None:  # a seeded record has none: nothing happens by itself
            self.halt(row)
            self._schedule(row)

    def is_final(self, row: Row) -> bool:
        """Whether a record's life is over."""
        return row["status"] in self.life["final"]

    def setting(self, row: Row, name: str) -> Any:
        """A setting of a record: its own, its script's or the one in facts."""
        settings: Mapping[str, Any] = row.recall("settings") or {}
        return settings.get(name, self.life.get(name))

    def on_step(self, row: Row, life: int) -> None:
        """The next step of a life has come, unless it was halted meanwhile."""
        if row.recall("life") != life:
            return
        step = row.recall("next")
        row.remember(next=step + 1)
        self.enter(row, self.outcomes[row.recall("outcome")][step])
        if row.recall("life") == life:
            self._schedule(row)

    def enter(self, row: Row, step: Mapping[str, Any]) -> None:
        """Take a step: to ``status``, if the step has one."""
        raise NotImplementedError

    def become(self, row: Row, status: str, error_code: int | None = None) -> None:
        """Take a record to a status at once, and let nothing more happen to it by itself.

        Args:
            row: The record, which may become that.
            status: The status.
            error_code: Why it failed, where it has.
        """
        raise NotImplementedError

    def may_become(self, row: Row, status: str) -> bool:
        """Whether the tables let a record go to a status."""
        return status in self.life["moves"].get(row["status"], ())

    def _schedule(self, row: Row, delay: float = 0.0) -> None:
        steps, step = self.outcomes[row.recall("outcome")], row.recall("next")
        if step < len(steps):
            after = steps[step]["after"]
            seconds = float(self.setting(row, after) if isinstance(after, str) else after)
            self.later(delay + seconds, "step", row, life=row.recall("life"))
