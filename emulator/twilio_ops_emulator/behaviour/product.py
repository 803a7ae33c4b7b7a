"""Objects of other products that nothing particular is known of: as their catalog says, with state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twilio_ops_emulator.behaviour.base import Behaviour
from twilio_ops_emulator.model import snake

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context
    from twilio_ops_emulator.model import ObjectModel
    from twilio_ops_emulator.state.index import Row
    from twilio_ops_emulator.state.state import State

_FIRST = ("status", "state")
"""Fields that begin with the first of their values, unless facts say otherwise."""


class ProductBehaviour(Behaviour):
    """Adds what newer products have in common.

    A record is found by its unique name, too; what has no key of its own is there from the beginning;
    parameters such as ``Timers.Inactive`` are parts of a field.
    """

    def __init__(self, state: State, model: ObjectModel) -> None:
        super().__init__(state, model)
        self._alone = model.instance is None and any(
            action in model.actions for action in ("Get", "Update")
        )

    def locate(
        self, scope: tuple[str, ...], key: str, context: Context | None = None
    ) -> Row | None:
        row = super().locate(scope, key)
        if row is None and "unique_name" in self._layout.index:
            return self.table.having("unique_name", key, scope)
        return row

    def named(self, context: Context) -> Row:
        if not self._alone:
            return super().named(context)
        scope = self.scope(context)
        for row in self.table.listing(scope):
            return row
        row = self.make(scope, self.first())
        self.table.insert(row)
        return row

    def prepare(self, context: Context) -> dict[str, Any]:
        return {**self.first(), **self._keyed(context), **self.filled(context)}

    def first(self) -> dict[str, Any]:
        """The values of a new record that no request gives: the first of several, empty lists."""
        return {
            field.name: field.values[0]
            for field in self.model.fields.values()
            if field.name in _FIRST and field.values and self.facts_of(field.name) is None
        }

    def facts_of(self, field: str) -> Any:
        """What facts say that a field of a new record is."""
        return self.facts["defaults"].get(self.base.key, {}).get(field)

    def filled(self, context: Context) -> dict[str, Any]:
        values = super().filled(context)
        for name, value in context.values.items():
            whole, dot, part = name.partition(".")
            field = snake(whole)
            if dot and field in self.model.fields:
                values.setdefault(field, {})[snake(part)] = value
        return values

    def _keyed(self, context: Context) -> dict[str, Any]:
        """The keys in the path of a record that is created at an address of its own."""
        return {
            field: value
            for name, value in context.keys.items()
            if (field := snake(name)) in self._layout.index
        }

    def revise(self, context: Context, row: Row) -> dict[str, Any]:
        changes = self.filled(context)
        for name, value in changes.items():
            known = row.get(name)
            if isinstance(value, dict) and isinstance(known, dict):
                changes[name] = {**known, **value}
        return changes


BEHAVIOURS = {"*": ProductBehaviour}
