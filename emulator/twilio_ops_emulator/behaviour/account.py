"""Accounts: secondary ones, suspended and closed ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twilio_ops_emulator.behaviour import roles
from twilio_ops_emulator.behaviour.base import Behaviour, behaviour_of
from twilio_ops_emulator.state.clock import rfc2822
from twilio_ops_emulator.state.index import Row, Selection

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context
    from twilio_ops_emulator.api.render import Page
    from twilio_ops_emulator.state.callbacks import Callback


class AccountBehaviour(Behaviour):
    """An account sees itself and those it owns; closed is final, and ends what it was doing."""

    def query(self, context: Context) -> Page:
        rules = self.state.rules
        selection, _ = rules.selection(context.action, self._layout, context.sent)
        place = self._layout.index["owner_account_sid"]
        caller = context.caller
        owned = Selection(
            (*selection.tests, lambda row: row is caller or row.values[place] == caller["sid"]),
            selection.bounds,
            selection.equal,
        )
        return self.page(context, self.table.listing(()), owned)

    def prepare(self, context: Context) -> dict[str, Any]:
        if context.caller["owner_account_sid"] != context.caller["sid"]:
            raise self.state.errors.case("nested_account", f"{context.caller['sid']} is owned.")
        values = super().prepare(context)
        values.setdefault("friendly_name", f"Account made on {rfc2822(context.now)}")
        values["auth_token"] = self.state.token()
        values["owner_account_sid"] = context.caller["sid"]
        values["status"] = self.facts["account"]["active"]
        values["type"] = context.caller["type"]
        return values

    def revise(self, context: Context, row: Row) -> dict[str, Any]:
        values = super().revise(context, row)
        status = values.get("status")
        if status is not None and status != row["status"]:
            if row["status"] == self.facts["account"]["closed"]:
                raise self.state.errors.case("invalid", "A closed account stays closed.")
            if row["owner_account_sid"] == row["sid"] or row is context.caller:
                raise self.state.errors.case("invalid", "Only its owner changes its status.")
        return values

    def changed(self, context: Context, row: Row) -> None:
        if row["status"] == self.facts["account"]["closed"]:
            self._end(row["sid"])

    def _end(self, account: str) -> None:
        """End what an account is doing, and give back its numbers."""
        for call in list(self.state.table("Call").listing((account,))):
            roles.calls(self.state).hang_up(call)
        for message in list(self.state.table("Message").listing((account,))):
            roles.messages(self.state).cancel(message)
        numbers = behaviour_of(self.state, "IncomingPhoneNumber")
        for number in list(numbers.table.listing((account,))):
            numbers.remove(number)

    def locate(
        self, scope: tuple[str, ...], key: str, context: Context | None = None
    ) -> Row | None:
        row = super().locate(scope, key)
        if row is None or context is None or row is context.caller:
            return row
        return row if row["owner_account_sid"] == context.caller["sid"] else None

    def on_send_again(self, callback: Callback) -> None:
        """The time of a callback's next attempt has come."""
        self.state.outbox.append(callback)


BEHAVIOURS = {"Account": AccountBehaviour}
