"""What goes on beside a call: streams, forks, live transcriptions, payments, own messages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twilio_ops_emulator.behaviour import roles
from twilio_ops_emulator.behaviour.base import Behaviour

if TYPE_CHECKING:
    from twilio_ops_emulator.api.context import Context
    from twilio_ops_emulator.state.index import Row


class CallPartBehaviour(Behaviour):
    """It is made while its call goes on; the same idempotency key makes the same one."""

    def create(self, context: Context) -> Row:
        call = context.parents["Call"]
        if roles.calls(self.state).is_final(call):
            raise self.state.errors.case("call_state", f"The call is {call['status']}.")
        key = context.get("IdempotencyKey")
        known = None if key is None else self._made(call, key)
        if known is not None:
            return known
        row = super().create(context)
        if key is not None:
            made: dict[str, str] = call.recall("idempotency") or {}
            call.remember(idempotency={**made, f"{self.model.key} {key}": row["sid"]})
        return row

    def _made(self, call: Row, key: str) -> Row | None:
        made: dict[str, str] = call.recall("idempotency") or {}
        sid = made.get(f"{self.model.key} {key}")
        return None if sid is None else self.table.find((call["account_sid"], call["sid"]), sid)


class StoppableBehaviour(CallPartBehaviour):
    """It has a name, is stopped by Sid or name, and ends with its call."""

    def prepare(self, context: Context) -> dict[str, Any]:
        values = super().prepare(context)
        name = values.get("name")
        if name and self.locate(self.scope(context), name) is not None:
            why = f"{name!r} is taken"
            raise self.state.errors.invalid(context.action.key, "Name", why)
        return values

    def created(self, context: Context, row: Row) -> None:
        call = context.parents["Call"]
        call.remember(parts={**(call.recall("parts") or {}), self.model.key: True})

    def locate(
        self, scope: tuple[str, ...], key: str, context: Context | None = None
    ) -> Row | None:
        row = super().locate(scope, key)
        return row if row is not None else self.table.having("name", key, scope)

    def call_changed(self, call: Row) -> None:
        """End what goes on beside a call that has ended."""
        if self.model.key not in (call.recall("parts") or {}):
            return
        if call["status"] in self.facts["call"]["final"]:
            for row in self.table.listing((call["account_sid"], call["sid"])):
                self.write(row, {"status": self.facts["call"]["part_ended"]})


BEHAVIOURS = {
    "Payments": CallPartBehaviour,
    "RealtimeTranscription": StoppableBehaviour,
    "Siprec": StoppableBehaviour,
    "Stream": StoppableBehaviour,
    "UserDefinedMessage": CallPartBehaviour,
    "UserDefinedMessageSubscription": CallPartBehaviour,
}
